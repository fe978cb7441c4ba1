"""Which body outside the company may be asked, and from which day?"""

from collections.abc import Iterable
from datetime import date

from complaintkit.model.reference import Guide, OutsideBody
from complaintkit.model.standing import OutsideWay
from complaintkit.model.summary import Summary
from complaintkit.rules.sentences import plus_days, plus_months, sentence


def outside_ways(summary: Summary, guide: Guide, *, today: date) -> tuple[OutsideWay, ...]:
    """Return the bodies that cover an open case, those of its own sector first.

    A wait is computed only where the body's own page or the law was read; otherwise the
    person is told to ask. The company has the whole last day: the way opens on the next.
    """
    if not summary.is_open:
        return ()
    covering = sorted(_covering(summary, guide.bodies), key=lambda body: not body.sectors)
    return tuple(_way(body, summary, guide, today=today) for body in covering)


def _covering(summary: Summary, bodies: Iterable[OutsideBody]) -> list[OutsideBody]:
    found = [
        body
        for body in bodies
        if summary.country.upper() in body.countries
        and not (body.cross_border and summary.company_country == summary.country.upper())
        and (not body.sectors or summary.sector in body.sectors)
    ]
    return found or [body for body in bodies if not body.countries]


def _way(body: OutsideBody, summary: Summary, guide: Guide, *, today: date) -> OutsideWay:
    opens = open_from(body, summary)
    limit = None
    seen = map(summary.seen, ("final-response", "deadlock"))
    final = [one.first_on for one in seen if one]
    if body.refer_months and final:
        limit = plus_months(min(final), body.refer_months)
    return OutsideWay(
        body_id=body.id,
        name=body.name,
        sentence=_sentence(body, guide, opens=opens, limit=limit, today=today),
        open_from=opens,
        refer_by=limit,
        is_open=opens is not None and opens <= today,
        source=body.source,
        checked=body.checked,
    )


def open_ways(summary: Summary, guide: Guide, *, today: date) -> bool:
    """Say whether an outside body may be asked today, as far as its own rule was read."""
    return any(
        opens and opens <= today
        for opens in (open_from(body, summary) for body in _covering(summary, guide.bodies))
    )


def _sentence(
    body: OutsideBody, guide: Guide, *, opens: date | None, limit: date | None, today: date
) -> str:
    facts: dict[str, object] = {"name": body.name, "line": body.line}
    facts["days"] = wait_of(body, today)
    if not body.is_verified:
        return sentence(guide, "outside-ask", **facts)
    if limit:
        key = "outside-refer-by" if limit >= today else "outside-refer-over"
        return sentence(guide, key, on=limit, **facts)
    if opens:
        key = "outside-now" if opens <= today else "outside-from"
        return sentence(guide, key, on=opens, **facts)
    if not body.wait_days:
        return sentence(guide, "outside-contact", **facts)
    key = "outside-told-written" if body.counts_from == "written" else "outside-told"
    return sentence(guide, key, **facts)


def open_from(body: OutsideBody, summary: Summary) -> date | None:
    """Return the day from which the body may be asked; None while that cannot be said.

    A final response or a deadlock letter opens some ways before the wait is over.
    """
    if not body.is_verified:
        return None
    if body.counts_from == "nothing":
        return min(summary.opened_on, summary.first_complaint_on or summary.opened_on)
    in_writing = body.counts_from == "written"
    told_on = summary.first_written_on if in_writing else summary.first_complaint_on
    # One day more than the wait: the company has until midnight of the last day.
    late = 1 if body.wait_days else 0
    opens = plus_days(told_on, wait_of(body, told_on) + late) if told_on else None
    if body.opens_early and summary.final_on:
        return min(summary.final_on, opens or summary.final_on)
    return opens


def wait_of(body: OutsideBody, told_on: date) -> int:
    """Return the calendar days the company has, by the rule in force on the day of complaint."""
    if body.wait_since and told_on < body.wait_since:
        return body.wait_days_before
    return body.wait_days
