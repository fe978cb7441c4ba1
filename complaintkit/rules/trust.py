"""How far may a fact about a body be relied on today?

The rule: green – read on the live page under 180 days ago; amber – from a copy dated under a year
ago, or from one without a date that a second, independent source dated under two years ago bears
out; red – the rest. A letter never states a red wait, and an amber one only after the person has
confirmed it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

from complaintkit.model.agency import Agency, Source

LIVE_DAYS, COPY_DAYS, WITNESS_DAYS = 180, 365, 730
OFFICIAL = frozenset({"own", "government", "regulator", "law"})


class Trust(StrEnum):
    """How far a fact may be relied on."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The trust in one fact, and the source that it rests on; None where there is none.

    `seen_on` is the day of the live page or of the copy; None where the copy has no date.
    """

    trust: Trust
    source: Source | None = None
    seen_on: date | None = None


def trust_in(agency: Agency, fact: str, *, today: date, own_check: date | None = None) -> Standing:
    """Return how far a fact of a body may be relied on; `own_check` is the person's own look.

    A day to come counts for nothing.
    """
    sources = agency.sources_of(fact)
    official = [source for source in sources if source.by in OFFICIAL]
    first = official[0] if official else None
    live = [source for source in official if _within(source.live, LIVE_DAYS, today)]
    if _within(own_check, LIVE_DAYS, today):
        return Standing(trust=Trust.GREEN, source=first, seen_on=own_check)
    if live:
        newest = max(live, key=lambda source: source.live or date.min)
        return Standing(trust=Trust.GREEN, source=newest, seen_on=newest.live)
    dated = [source for source in official if _within(source.dated, COPY_DAYS, today)]
    if dated:
        newest = max(dated, key=lambda source: source.dated or date.min)
        return Standing(trust=Trust.AMBER, source=newest, seen_on=newest.dated)
    for source in official:
        if source.dated is None and _is_borne_out(source, sources, today):
            return Standing(trust=Trust.AMBER, source=source)
    return Standing(trust=Trust.RED, source=first, seen_on=first.dated if first else None)


def _is_borne_out(source: Source, sources: Iterable[Source], today: date) -> bool:
    """Whether another host says the same, in a source dated under two years ago."""
    return any(
        _host(other) != _host(source) and _within(other.dated, WITNESS_DAYS, today)
        for other in sources
    )


def _within(day: date | None, days: int, today: date) -> bool:
    return day is not None and 0 <= (today - day).days < days


def _host(source: Source) -> str:
    return (urlsplit(source.url).hostname or "").removeprefix("www.")
