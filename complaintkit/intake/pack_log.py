"""Which entries does a pack's log.json hold?"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from complaintkit.model.record import SharedFile
from complaintkit.rules.verify import Sealed

SCHEMA = "complaintkit/log/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLog:
    """A log as exported. `head` and `count` are what the file says of itself.

    `files` are the rows on files of the pack: what became of each, by the SHA-256 recorded.
    """

    case_name: str
    entries: tuple[Sealed, ...]
    head: str
    count: int
    files: Mapping[str, SharedFile] = field(default_factory=dict)


class LogUnreadable(ValueError):
    """The text is no log that complaintkit wrote; its message says where."""


def read_log(content: bytes) -> PackLog:
    """Return the log, each field with the type it was written with. Raises LogUnreadable."""
    try:
        record = json.loads(content.decode("utf-8"), object_pairs_hook=_no_name_twice)
    except LogUnreadable:
        raise
    except (ValueError, RecursionError) as problem:
        raise LogUnreadable("it is no JSON text") from problem
    top = _mapping(record, "the file")
    if top.get("schema") != SCHEMA:
        raise LogUnreadable(f"its schema is not {SCHEMA}")
    case_id = _text(top, "case_id", "the file")
    return PackLog(
        case_name=_text(top, "case", "the file"),
        entries=tuple(
            _sealed(one, case_id, place)
            for place, one in enumerate(_listing(top, "entries", "the file"), start=1)
        ),
        head=_text(top, "head", "the file"),
        count=_number(top, "count", "the file"),
        files=_files(top),
    )


def _files(top: Mapping[str, Any]) -> dict[str, SharedFile]:
    """Return what the file says of each kept file; older packs say nothing."""
    rows = [
        SharedFile(
            recorded=_text(row, "recorded", "files"),
            path=_text({"path": "", **row}, "path", "files"),
            sha256=_text({"sha256": "", **row}, "sha256", "files"),
            changed=_text({"changed": "", **row}, "changed", "files"),
            left_out=_text({"left_out": "", **row}, "left_out", "files"),
        )
        for row in (
            _mapping(one, "files") for one in _listing({"files": [], **top}, "files", "the file")
        )
    ]
    return {row.recorded: row for row in rows}


def _sealed(one: object, case_id: str, place: int) -> Sealed:
    where = f"entry {place}"
    entry = _mapping(one, where)
    values: dict[str, tuple[str, bytes] | None] = {}
    for path, kept in _mapping(entry.get("values"), f"values of {where}").items():
        pair = _mapping(kept, f"{path} in {where}")
        values[path] = (_text(pair, "value", where), _salt(_text(pair, "salt", where), where))
    for path in _listing(entry, "erased", where):
        if not isinstance(path, str) or path in values:
            raise LogUnreadable(f"“erased” in {where} is not as it is written")
        values[path] = None
    withheld = _number(entry, "withheld", where)
    if withheld < 0:
        raise LogUnreadable(f"“withheld” in {where} is below zero")
    masked = _mapping(entry.get("masked", {}), f"masked of {where}")
    if len(masked) > withheld or any(path in values for path in masked):
        raise LogUnreadable(f"“masked” in {where} is not as it is written")
    for path in masked:
        _text(masked, path, where)
    return Sealed(
        id=_text(entry, "id", where),
        case_id=case_id,
        seq=_number(entry, "seq", where),
        kind=_text(entry, "kind", where),
        recorded_at=_text(entry, "recorded_at", where),
        body=_text(entry, "body", where),
        prev=_text(entry, "prev", where),
        hash=_text(entry, "hash", where),
        values=values,
        withheld=withheld,
    )


def _no_name_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise LogUnreadable("a name stands twice in one place")
    return made


def _mapping(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise LogUnreadable(f"{where} is not as it is written")
    return value


def _listing(fields: Mapping[str, Any], key: str, where: str) -> list[Any]:
    value = fields.get(key)
    if not isinstance(value, list):
        raise LogUnreadable(f"“{key}” in {where} is no list")
    return value


def _text(fields: Mapping[str, Any], key: str, where: str) -> str:
    value = fields.get(key)
    if not isinstance(value, str) or any("\ud800" <= one <= "\udfff" for one in value):
        raise LogUnreadable(f"“{key}” in {where} is no text")
    return value


def _number(fields: Mapping[str, Any], key: str, where: str) -> int:
    value = fields.get(key)
    if type(value) is not int:
        raise LogUnreadable(f"“{key}” in {where} is no whole number")
    return value


def _salt(text: str, where: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as problem:
        raise LogUnreadable(f"a salt in {where} is not in hex") from problem
