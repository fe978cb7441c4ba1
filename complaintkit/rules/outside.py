"""From which day may a body outside the company be asked?"""

from datetime import date

from complaintkit.model.agency import Agency, Wait
from complaintkit.model.reference import Guide
from complaintkit.model.standing import OutsideWay
from complaintkit.model.summary import Summary
from complaintkit.rules.routing import Place, routes
from complaintkit.rules.sentences import plus_days, sentence
from complaintkit.rules.workdays import WEEKENDS, DaysOff, after

FINAL = ("final-response", "deadlock")
SETTLING = frozenset({"decides", "mediates", "regulates"})


def outside_ways(
    summary: Summary, guide: Guide, *, today: date, off: DaysOff = WEEKENDS
) -> tuple[OutsideWay, ...]:
    """Return the bodies that may take an open case, the nearest first.

    A wait is computed only where the body's own page or the law was read; otherwise the
    person is told to ask. A body that is for some regions only is left out while it is not known
    where the person lives. The company has the whole last day: the way opens on the next.
    """
    if not summary.is_open:
        return ()
    ways = routes(guide.bodies, place_of(summary))
    found = [route.agency for route in ways if not route.only_in]
    return tuple(
        way_of(agency, summary, guide, today=today, off=off) for agency in found or guide.anybody
    )


def place_of(summary: Summary) -> Place:
    """Return what a case shows of who may be asked."""
    return Place(
        country=summary.country.upper(),
        region=summary.region.upper(),
        sector=summary.sector,
        company_country=summary.company_country,
    )


def way_of(
    agency: Agency, summary: Summary, guide: Guide, *, today: date, off: DaysOff = WEEKENDS
) -> OutsideWay:
    """Return a body with the day from which a case may go there, in words."""
    opens = open_from(agency, summary, off=off)
    limit = refer_by(agency, summary, off=off)
    source = agency.sources[0] if agency.sources else None
    return OutsideWay(
        body_id=agency.id,
        name=agency.called,
        sentence=_sentence(agency, guide, opens=opens, limit=limit, today=today),
        open_from=opens,
        refer_by=limit,
        is_open=opens is not None and opens <= today,
        settles=agency.role in SETTLING,
        source=source.url if source else "",
        checked=agency.checked if source else None,
    )


def open_ways(summary: Summary, guide: Guide, *, today: date) -> bool:
    """Say whether an outside body may be asked today, as far as its own rule was read."""
    ways = routes(guide.bodies, place_of(summary))
    found = (route.agency for route in ways if not route.only_in)
    opening = (open_from(one, summary) for one in found if one.role in SETTLING)
    return any(opens and opens <= today for opens in opening)


def _sentence(
    agency: Agency, guide: Guide, *, opens: date | None, limit: date | None, today: date
) -> str:
    facts: dict[str, object] = {"name": agency.called, "line": agency.line}
    if agency.first is None:
        return sentence(guide, "outside-ask", **facts)
    if limit:
        key = "outside-refer-by" if limit >= today else "outside-refer-over"
        return sentence(guide, key, on=limit, **facts)
    if opens:
        key = "outside-now" if opens <= today else "outside-from"
        return sentence(guide, key, on=opens, **facts)
    wait = wait_of(agency, today)
    if agency.first.after == "final":
        return sentence(guide, "outside-final", **facts)
    if wait is None:
        return sentence(guide, f"outside-{agency.first.after}", **facts)
    key = "outside-told-written" if agency.first.after == "written" else "outside-told"
    return sentence(guide, key, time=told(wait.length, wait.unit), **facts)


def told(length: int, unit: str) -> str:
    """Return a length of time in words: “8 weeks”, “1 month”, “10 working days”."""
    words = unit.replace("-", " ")
    return f"{length} {words.removesuffix('s') if length == 1 else words}"


def open_from(agency: Agency, summary: Summary, *, off: DaysOff = WEEKENDS) -> date | None:
    """Return the day from which the body may be asked; None while that cannot be said.

    A final response or a deadlock letter opens some ways before the wait is over.
    """
    first = agency.first
    if first is None:
        return None
    if first.after == "nothing":
        return min(summary.opened_on, summary.first_complaint_on or summary.opened_on)
    if first.after == "final":
        return summary.final_on
    in_writing = first.after == "written"
    told_on = summary.first_written_on if in_writing else summary.first_complaint_on
    opens = None
    if told_on:
        wait = wait_of(agency, told_on)
        # One day more than the wait: the company has until midnight of the last day.
        opens = plus_days(after(told_on, wait.length, wait.unit, off=off), 1) if wait else told_on
    if first.opened_by and summary.final_on:
        return min(summary.final_on, opens or summary.final_on)
    return opens


def refer_by(agency: Agency, summary: Summary, *, off: DaysOff = WEEKENDS) -> date | None:
    """Return the last day on which the body may be asked; None where it is not known."""
    limit = agency.last_day
    if limit is None:
        return None
    if limit.after == "complaint":
        start = summary.first_complaint_on
    else:
        seen = map(summary.seen, FINAL if limit.after == "final-response" else (limit.after,))
        start = min((one.first_on for one in seen if one), default=None)
    return after(start, limit.length, limit.unit, off=off) if start else None


def wait_of(agency: Agency, told_on: date) -> Wait | None:
    """Return how long the company has, by the rule in force on the day of complaint."""
    for wait in agency.first.waits if agency.first else ():
        if (wait.since or date.min) <= told_on <= (wait.until or date.max):
            return wait
    return None
