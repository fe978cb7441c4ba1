"""Does the chain hold, and which entry or field differs where it does not?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from json import loads

from complaintkit.model.finding import Finding
from complaintkit.rules import chain

CHANGED = "It was changed after it was recorded, or the file was damaged."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """One entry as stored or exported.

    `values` maps a path to (value, salt), or to None where the value was erased;
    `withheld` counts fields that an export leaves out.
    """

    id: str
    case_id: str
    seq: int
    kind: str
    recorded_at: str
    body: str
    prev: str
    hash: str
    values: dict[str, tuple[str, bytes] | None]
    withheld: int = 0


def check_chain(entries: Sequence[Sealed], *, name: str) -> list[Finding]:
    """Return what differs in one case, entry by entry; empty means the chain is whole.

    `entries` come in the order of `seq`. `name` is what the findings call the case.
    """
    findings: list[Finding] = []
    erased = _erased(entries)
    expected_seq, prev = 1, _genesis(entries)
    for entry in entries:
        place = f"{name} #{entry.seq}"
        if entry.seq != expected_seq:
            findings.append(
                Finding(
                    place=place,
                    what=f"#{expected_seq} should come here",
                    meaning="An entry was taken out, put in or moved.",
                )
            )
        elif prev is not None and entry.prev != prev:
            findings.append(
                Finding(
                    place=place,
                    what="it does not follow from the entry before it",
                    meaning=f"#{entry.seq - 1} or #{entry.seq} was changed after it was recorded.",
                )
            )
        findings += _check_entry(entry, place, erased)
        expected_seq, prev = entry.seq + 1, entry.hash
    return findings


def _genesis(entries: Sequence[Sealed]) -> str | None:
    if not entries:
        return None
    recorded_at = entries[0].values.get("entry.recorded_at")
    if recorded_at is None:
        return None
    return chain.genesis(entries[0].case_id, recorded_at[0])


def _erased(entries: Iterable[Sealed]) -> set[tuple[str, str]]:
    named: set[tuple[str, str]] = set()
    for entry in entries:
        target = entry.values.get("entry")
        if entry.kind == "erase" and target:
            named |= {
                (target[0], value[0])
                for path, value in entry.values.items()
                if path.startswith("path.") and value
            }
    return named


def _check_entry(entry: Sealed, place: str, erased: set[tuple[str, str]]) -> Iterable[Finding]:
    digest = chain.entry_hash(
        case_id=entry.case_id, entry_id=entry.id, seq=entry.seq, prev=entry.prev, body=entry.body
    )
    if digest != entry.hash:
        yield Finding(
            place=place, what="its hash does not match its body, id or place", meaning=CHANGED
        )
    try:
        body = loads(entry.body)
        open_commitments = sorted(body["commitments"])
    except (ValueError, KeyError, TypeError, RecursionError):
        yield Finding(place=place, what="its body cannot be read", meaning=CHANGED)
        return
    if body != {"commitments": open_commitments, "format": chain.FORMAT}:
        yield Finding(place=place, what="its body is not in the written form", meaning=CHANGED)
    blank = entry.withheld
    for path, kept in entry.values.items():
        if kept is None:
            blank += 1
            if (entry.id, path) not in erased:
                yield Finding(
                    place=f"{place}, field {path}",
                    what="its value is gone and no erasure names it",
                    meaning="The value was removed outside complaintkit.",
                )
            continue
        value, salt = kept
        if len(salt) == chain.SALT_BYTES and "\x00" not in path:
            made = chain.commitment(path, salt, value)
            if made in open_commitments:
                open_commitments.remove(made)
                continue
        yield Finding(
            place=f"{place}, field {path}",
            what="the value is not the recorded one",
            meaning=CHANGED,
        )
        blank += 1
    if len(open_commitments) != blank:
        yield Finding(
            place=place,
            what=f"{len(open_commitments)} recorded fields stand against {blank} without a value",
            meaning="A field was taken out or put in.",
        )
    yield from _check_columns(entry, place)


def _check_columns(entry: Sealed, place: str) -> Iterable[Finding]:
    for name, shown in (("kind", entry.kind), ("recorded_at", entry.recorded_at)):
        sealed = entry.values.get(f"entry.{name}")
        if sealed is None:
            yield Finding(
                place=f"{place}, {name}",
                what="the field that vouches for it is missing",
                meaning="This field is never erased or withheld; it was taken out.",
            )
        elif sealed[0] != shown:
            yield Finding(
                place=f"{place}, {name}",
                what=f"“{shown}” stands where “{sealed[0]}” was recorded",
                meaning=CHANGED,
            )
