"""How is a summary written into the case index and read back?"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

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

SUMMARY_VERSION = 2
"""Raise it when the shape or the rules of the fold change: older cached ones are rebuilt."""


def summary_to_json(summary: Summary) -> str:
    """Return the summary as one compact line."""
    plain = {"v": SUMMARY_VERSION, **asdict(summary)}
    return json.dumps(plain, default=date.isoformat, ensure_ascii=False, separators=(",", ":"))


def summary_from_json(text: str) -> Summary | None:
    """Return the summary, or None where it is damaged or of another version: rebuild it."""
    try:
        plain = json.loads(text)
        if plain.pop("v") != SUMMARY_VERSION:
            return None
        return _summary(plain)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _summary(plain: dict[str, Any]) -> Summary:
    for key in _DAYS:
        plain[key] = _day(plain[key])
    plain["rungs"] = tuple(
        RungTried(**{**row, **_days(row, "first_on", "last_on", "missed_on")})
        for row in plain["rungs"]
    )
    plain["letters"] = tuple(
        LetterOut(**{**row, **_days(row, "sent_on", "answer_by")}) for row in plain["letters"]
    )
    plain["written"] = tuple((kind, date.fromisoformat(on)) for kind, on in plain["written"])
    plain["promises"] = tuple(_unkept(row) for row in plain["promises"])
    plain["undated"] = tuple(_unkept(row) for row in plain["undated"])
    plain["first_sent"] = tuple((kind, date.fromisoformat(on)) for kind, on in plain["first_sent"])
    for key, made, days in _LISTS:
        plain[key] = tuple(made(**{**row, **_days(row, *days)}) for row in plain[key])
    if chosen := plain["chosen"]:
        plain["chosen"] = Chosen(**{**chosen, **_days(chosen, "on")})
    if move := plain["last_move"]:
        plain["last_move"] = Move(**{**move, "rung": Rung(move["rung"]), **_days(move, "on")})
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
)


_LISTS: tuple[tuple[str, Callable[..., object], tuple[str, ...]], ...] = (
    ("events", EventSeen, ("first_on", "last_on")),
    ("offers", OpenOffer, ("on", "expires")),
    ("reminders", OwnDate, ("on",)),
    ("moved", MovedDate, ("to", "before")),
)


def _unkept(row: Mapping[str, Any]) -> Unkept:
    days = _days(row, "made_on", "due", "broken_on")
    return Unkept(**{**row, "rung": Rung(row["rung"]), **days})


def _days(row: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: _day(row[key]) for key in keys}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
