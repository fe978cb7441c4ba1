"""How is a letter kept as JSON, so that a draft can be read again as it was?"""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from complaintkit.errors import FileUnusable
from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table
from complaintkit.rules.plain import plain

FORMAT = 1
_LINES = ("sender", "recipient", "subject", "salutation", "closing", "delivery")
_LISTS = ("enclosures", "copies")
_RUNS = ("dated", "signature")


def letter_to_json(letter: Letter) -> str:
    """Return the letter as JSON with stable keys."""
    values: dict[str, object] = {"format": FORMAT}
    for name in (field.name for field in fields(letter)):
        value = getattr(letter, name)
        is_body = name == "body"
        values[name] = [_block_values(block) for block in value] if is_body else plain(value)
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def letter_from_json(text: str) -> Letter:
    """Read a letter that `letter_to_json` wrote. Raises FileUnusable for anything else."""
    try:
        return _letter(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise FileUnusable(
            "The stored draft of this letter could not be read.",
            fix="Write the letter again with `complaintkit letter`.",
        ) from fault


def _letter(values: dict[str, Any]) -> Letter:
    if values.pop("format") != FORMAT:
        raise ValueError(values)
    known = {field.name for field in fields(Letter)}
    if not known.issuperset(values):
        raise ValueError(sorted(values))
    values["written_on"] = date.fromisoformat(values["written_on"])
    if values["answer_by"]:
        values["answer_by"] = date.fromisoformat(values["answer_by"])
    values["body"] = tuple(_block(block) for block in values["body"])
    values["unused"] = tuple(values["unused"])
    for name in _RUNS:
        values[name] = Run(**values[name])
    for name in _LINES:
        values[name] = _runs(values.get(name, ()))
    for name in _LISTS:
        values[name] = tuple(_runs(one) for one in values[name])
    return Letter(**values)


def _block_values(block: Block) -> dict[str, Any]:
    parts = {field.name: plain(getattr(block, field.name)) for field in fields(block)}
    return {"block": type(block).__name__.lower(), **parts}


def _block(values: dict[str, Any]) -> Block:
    kind = values["block"]
    if kind == "paragraph":
        return Paragraph(runs=_runs(values["runs"]))
    if kind == "listing":
        items = tuple(_runs(one) for one in values["items"])
        return Listing(items=items, numbered=values["numbered"])
    if kind == "table":
        rows = tuple(tuple(_runs(cell) for cell in row) for row in values["rows"])
        return Table(head=tuple(_runs(cell) for cell in values["head"]), rows=rows)
    raise ValueError(kind)


def _runs(values: Sequence[dict[str, str]]) -> tuple[Run, ...]:
    return tuple(Run(**run) for run in values)
