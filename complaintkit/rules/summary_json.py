"""How is a summary written into the case index and read back?"""

import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from complaintkit.model.summary import (
    Chosen,
    EventSeen,
    LetterOut,
    Move,
    MovedDate,
    OpenOffer,
    OwnDate,
    Rung,
    RungTried,
    Summary,
    Unkept,
)

SUMMARY_VERSION = 7
"""Raise it when the shape or the rules of the fold change: older cached ones are rebuilt."""

_FIELDS = tuple(field.name for field in fields(Summary))
_RUNGS = tuple(Rung)
_UNTRIED = RungTried()
_day = date.fromisoformat

Part = TypeVar("Part")


def summary_to_json(summary: Summary) -> str:
    """Return the summary as one compact line: a list of its fields in their order, version first.

    Names of fields would make it a third longer, and `today` a third slower.
    """
    plain = [SUMMARY_VERSION, *(getattr(summary, name) for name in _FIELDS)]
    return json.dumps(plain, default=date.isoformat, ensure_ascii=False, separators=(",", ":"))


def summary_from_json(text: str) -> Summary | None:
    """Return the summary, or None where it is damaged or of another version: rebuild it."""
    try:
        version, *values = json.loads(text)
        if version != SUMMARY_VERSION:
            return None
        return _summary(dict(zip(_FIELDS, values, strict=True)))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None


def _summary(plain: dict[str, Any]) -> Summary:
    for key in _DAYS:
        if plain[key]:
            plain[key] = _day(plain[key])
    for key in ("promises", "undated"):
        plain[key] = tuple(map(_unkept, plain[key])) if plain[key] else ()
    plain["rungs"] = tuple(_tried(row) for row in plain["rungs"])
    for key, made, places in _LISTS:
        rows = plain[key]
        plain[key] = tuple(_part(made, row, places) for row in rows) if rows else ()
    for key in ("written", "first_sent"):
        plain[key] = tuple((kind, _day(on)) for kind, on in plain[key]) if plain[key] else ()
    if chosen := plain["chosen"]:
        plain["chosen"] = _part(Chosen, chosen, (1,))
    if move := plain["last_move"]:
        way, on, seq, rung, *rest = move
        plain["last_move"] = Move(way, _day(on), seq, _RUNGS[rung], *rest)
    return Summary(**plain)


_DAYS = (
    "opened_on",
    "bought_on",
    "first_complaint_on",
    "first_written_on",
    "last_contact_on",
    "last_reached_on",
    "last_incoming_on",
    "kept_on",
    "agreed_on",
    "offer_answered_on",
    "final_on",
    "closed_on",
    "reopened_on",
)
_LISTS: tuple[tuple[str, Callable[..., object], tuple[int, ...]], ...] = (
    ("letters", LetterOut, (3, 4)),
    ("events", EventSeen, (1, 3)),
    ("offers", OpenOffer, (1, 3)),
    ("reminders", OwnDate, (1,)),
    ("moved", MovedDate, (2, 4)),
)
"""The lists of parts, and the places of their fields that are days."""


def _unkept(row: Sequence[Any]) -> Unkept:
    seq, place, what, who, made_on, rung, due, broken_on = row
    return Unkept(
        seq,
        place,
        what,
        who,
        _day(made_on),
        _RUNGS[rung],
        _day(due) if due else None,
        _day(broken_on) if broken_on else None,
    )


def _tried(row: list[Any]) -> RungTried:
    return _part(RungTried, row, (0, 1, 3)) if any(row) else _UNTRIED


def _part(made: Callable[..., Part], row: list[Any], places: Sequence[int]) -> Part:
    for place in places:
        if row[place]:
            row[place] = _day(row[place])
    return made(*row)
