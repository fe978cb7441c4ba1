"""From when does a limit count in a case, until which day, and is it over?

A limit counts from a logged event, never from a guess; one whose rule is not confirmed is
never counted at all. What the person set by hand counts before the rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from complaintkit.model.clock import ClockState
from complaintkit.model.limit import Limit
from complaintkit.model.summary import MovedDate, Summary
from complaintkit.rules.purchase_facts import bought_so, costs_so, may_be_goods, paid_so
from complaintkit.rules.sentences import plus_days
from complaintkit.rules.workdays import WEEKENDS, DaysOff, after

ASKED_FOR = frozenset(
    {
        *("statement-sent", "ordered", "contract", "delivered", "installed", "bought"),
        "notice-received",
    }
)
"""Starts that happen in nearly every purchase, so that the person can be asked for the day."""

_DELIVERY = frozenset({"delivered", "installed"})

NO_SHORTER_PAUSE = 1
"""A pause counts both its first and its last day (Consumer Rights Act 2015, section 22(8))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The dates of one limit in one case: its start, its last day, and what moved it.

    `earlier` is a day on which it would have begun, had nothing later been logged; `later` one of
    a further event of the same kind, from which it is not counted, to be on the safe side.
    """

    start: date | None = None
    kind: str = ""
    last_day: date | None = None
    pause: tuple[date, date | None] | None = None
    earlier: date | None = None
    later: date | None = None
    moved: MovedDate | None = None


def covers(limit: Limit, country: str, region: str, sector: str) -> bool:
    """Say whether a limit holds where the person lives and in that sector."""
    return (
        (not limit.countries or country.upper() in limit.countries)
        and (not limit.regions or region.upper() in limit.regions)
        and (not limit.sectors or sector in limit.sectors)
        and sector not in limit.not_sectors
    )


def lacking(limit: Limit, summary: Summary) -> str | None:
    """Return the fact of the purchase that is missing (“payment”, “where”, “price”), or "".

    None: the limit does not cover this case.
    """
    if not covers(limit, summary.country, summary.region, summary.sector):
        return None
    lacks = ""
    for fact, answer in _purchase_answers(limit, summary):
        if answer is False:
            return None
        if answer is None:
            lacks = lacks or fact
    return lacks


def _purchase_answers(limit: Limit, summary: Summary) -> Iterator[tuple[str, bool | None]]:
    if limit.payment:
        yield "payment", paid_so(summary.payment, limit.payment)
    if limit.bought:
        yield "where", bought_so(summary.where, limit.bought)
    if limit.price_over is not None or limit.price_up_to is not None:
        yield "price", _costs_so(limit, summary)


def _costs_so(limit: Limit, summary: Summary) -> bool | None:
    if summary.currency and summary.currency != limit.currency:
        return False
    try:
        amount = Decimal(summary.price)
    except InvalidOperation:
        return None
    return costs_so(amount, over=limit.price_over, up_to=limit.price_up_to)


def count(limit: Limit, summary: Summary, *, off: DaysOff = WEEKENDS) -> Counted:
    """Return the dates of a limit; nothing is counted for one that is not confirmed."""
    moved = next((one for one in summary.moved if one.what == f"limit {limit.id}"), None)
    if limit.status != "computed":
        return Counted(last_day=moved.to if moved else None, moved=moved)
    start, kind, earlier = _start(limit, summary)
    if start is None:
        return Counted(last_day=moved.to if moved else None, moved=moved)
    last = after(start, limit.length, limit.unit, off=off)
    pause = _pause(limit, summary, start, last)
    if pause and pause[1]:
        waited = (pause[1] - pause[0]).days + NO_SHORTER_PAUSE
        last = max(plus_days(last, waited), plus_days(pause[1], limit.least_left))
    if moved:
        return Counted(start=start, kind=kind, last_day=moved.to, moved=moved)
    later = _later(limit, summary, start, kind)
    return Counted(start=start, kind=kind, last_day=last, pause=pause, earlier=earlier, later=later)


def _start(limit: Limit, summary: Summary) -> tuple[date | None, str, date | None]:
    """Return the day from which a limit counts, its kind of event, and an earlier such day."""
    found = [(on, kind) for kind in limit.since if (on := _day_of(kind, limit, summary))]
    if not found:
        return None, "", None
    start, kind = (max if limit.of == "last" else min)(found)
    first = min(on for on, _ in found)
    if seen := summary.seen(kind):
        first = min(first, seen.first_on)
    if kind == "final-response" and (refused := summary.seen("final-refusal")):
        first = min(first, refused.first_on)
    return start, kind, first if first < start else None


def _later(limit: Limit, summary: Summary, start: date, kind: str) -> date | None:
    """Return a later event of the kind that started a limit, where the law may look at the last.

    A second delivery may be a replacement or the next of many, which start nothing.
    """
    seen = summary.seen(kind) if limit.of == "last" else None
    return seen.last_on if seen and seen.last_on > start else None


def _is_to_come(limit: Limit, summary: Summary) -> bool:
    """Whether it starts with goods that were ordered and have not come yet."""
    return summary.seen("ordered") is not None and not _DELIVERY.isdisjoint(limit.since)


def _can_be_asked(limit: Limit, summary: Summary) -> bool:
    """Whether the person can be asked for the day on which the limit begins."""
    if limit.whose != "yours" or ASKED_FOR.isdisjoint(limit.since) or _is_to_come(limit, summary):
        return False
    is_of_goods = _DELIVERY.issuperset(limit.since)
    return not is_of_goods or may_be_goods(
        summary.sector, is_bought=bool(summary.price or summary.where)
    )


def can_start(limit: Limit, summary: Summary) -> bool:
    """Say quickly whether a date may stand behind a limit: an event of it, or a moved date."""
    if summary.moved:
        return True
    if limit.status != "computed":
        return False
    return any(_day_of(kind, limit, summary) for kind in limit.since)


def _day_of(kind: str, limit: Limit, summary: Summary) -> date | None:
    if kind.startswith("letter:"):
        return dict(summary.first_sent).get(kind.removeprefix("letter:"))
    known = {
        "bought": summary.bought_on,
        "opened": summary.opened_on,
        "complaint": summary.first_complaint_on,
        "written": summary.first_written_on,
    }
    if kind in known:
        return known[kind]
    if seen := summary.seen(kind):
        takes_last = limit.of == "last" and limit.whose == "theirs"
        return seen.last_on if takes_last else seen.first_on
    # A refusal that was logged as final starts the time although no letter was logged.
    refused = summary.seen("final-refusal") if kind == "final-response" else None
    return refused.first_on if refused else None


def _pause(
    limit: Limit, summary: Summary, start: date, last: date
) -> tuple[date, date | None] | None:
    """Return since when a limit stands still, and until when; None: it never did.

    Of several repairs only the last is counted, which errs on the safe side.
    """
    if limit.pauses is None:
        return None
    asked, back = map(summary.seen, limit.pauses)
    if asked is None:
        return None
    since = asked.last_on
    if not start <= since <= last:
        since = asked.first_on
    if not start <= since <= last:
        return None
    until = back.last_on if back and back.last_on >= since else None
    return since, until


def state_of(
    limit: Limit, counted: Counted, lacks: str, summary: Summary, *, today: date
) -> ClockState | None:
    """Return how a clock stands; None: there is nothing to say of it yet."""
    if counted.moved and counted.moved.to is None:
        return ClockState.ASIDE
    if limit.status != "computed" and counted.last_day is None:
        is_near = not limit.since or not ASKED_FOR.isdisjoint(limit.since)
        return ClockState.ASK if is_near or _start(limit, summary)[0] else None
    if lacks:
        is_started = counted.start is not None
        return ClockState.MISSING if limit.whose == "yours" or is_started else None
    if counted.last_day is None:
        return ClockState.MISSING if _can_be_asked(limit, summary) else None
    met_on = _met_on(limit, summary, counted)
    if met_on and met_on <= counted.last_day:
        return ClockState.MET
    if counted.pause and counted.pause[1] is None and counted.pause[0] <= today:
        return ClockState.PAUSED
    return ClockState.RUNNING if counted.last_day >= today else ClockState.PASSED


def _met_on(limit: Limit, summary: Summary, counted: Counted) -> date | None:
    """Return the first day on which something was done that ends the clock."""
    sent = {letter.kind: letter.sent_on for letter in reversed(summary.letters)}
    found = []
    for kind in limit.met_by:
        name = kind.removeprefix("letter:")
        if kind.startswith("letter:"):
            found += [sent.get(name), dict(summary.first_sent).get(name)]
        elif seen := summary.seen(kind):
            found += [seen.first_on, seen.last_on]
    since = counted.start or date.min
    return min((on for on in found if on and on >= since), default=None)
