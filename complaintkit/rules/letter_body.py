"""Which body outside the company may a letter name, and from which day on?

A letter names one only where what it asks for first was read on its own live page, or the person
looked at that page themselves: never from a copy. The rule: `rules/trust.py`.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from complaintkit.model.agency import Agency
from complaintkit.model.letter import NamedBody
from complaintkit.model.summary import Summary
from complaintkit.rules.outside import SETTLING, open_from
from complaintkit.rules.routing import Route
from complaintkit.rules.trust import Trust, trust_in
from complaintkit.rules.workdays import WEEKENDS, DaysOff


def body_to_name(
    ways: Iterable[Route],
    summary: Summary,
    *,
    checks: Mapping[str, date],
    today: date,
    off: DaysOff = WEEKENDS,
) -> NamedBody | None:
    """Return the nearest body that settles cases and may be named; None where there is none.

    `checks` are the days on which the person looked at a body's own page, by its id.
    """
    for agency in settling(ways):
        standing = trust_in(agency, "first", today=today, own_check=checks.get(agency.id))
        if standing.trust is Trust.GREEN:
            opens = open_from(agency, summary, off=off)
            return NamedBody(
                body_id=agency.id,
                called=agency.called,
                name=agency.name_local or agency.name,
                from_day=opens if opens and opens > today else None,
            )
    return None


def settling(ways: Iterable[Route]) -> tuple[Agency, ...]:
    """Return the bodies that take up single cases and surely are for this one."""
    return tuple(
        way.agency
        for way in ways
        if way.agency.role in SETTLING and not way.only_in and not way.depends_on
    )
