"""What of a case's dates belongs on the one screen over all cases?"""

from collections.abc import Iterator

from complaintkit.model.clock import UNCOUNTED, Clock, ClockState, Whose
from complaintkit.model.standing import Standing, StandingState
from complaintkit.rules.branches import EMERGENCIES

NEAR_DAYS = 60
"""Limits that end later are left to `next` and `due`; complaintkit's own policy."""


def at_a_glance(stands: Standing) -> Iterator[str]:
    """Yield what else a glance should show, one sentence each.

    What follows a limit of one's own; a promise not kept; reminders that have come; the limit
    that ends first, or where none is counted the first that may run; the way outside.
    """
    if stands.then:
        yield stands.then
    broken = [clock for clock in stands.clocks if clock.is_broken_promise]
    if broken and stands.state is not StandingState.AGREED:
        yield f"Not kept: {broken[-1].sentence}"
    for clock in stands.clocks:
        is_due = clock.days_left is not None and clock.days_left <= 0
        if clock.id.startswith("reminder:") and is_due:
            yield f"{clock.sentence} `{clock.command}`"
    if stands.step_id in EMERGENCIES:
        return
    yield from _limit(stands)
    yield from _way_outside(stands)


def _limit(stands: Standing) -> Iterator[str]:
    limits = [clock for clock in stands.clocks if clock.id.startswith("limit:")]
    own = [clock for clock in limits if clock.whose is Whose.YOURS]
    running = [
        clock
        for clock in own
        if clock.is_running and clock.last_day != stands.due and (clock.days_left or 0) <= NEAR_DAYS
    ]
    late = [
        clock
        for clock in limits
        if clock.whose is Whose.THEIRS and clock.state is ClockState.PASSED
    ]
    unsure = [clock for clock in own if _is_worth_asking(clock)]
    for found in (running or unsure)[:1] + late[:1]:
        yield found.sentence


def _is_worth_asking(clock: Clock) -> bool:
    """Whether a glance asks about a limit: one of the country, where more than the price lacks.

    One that is only to be asked about, and may not apply for want of a fact, can wait.
    """
    if clock.state is ClockState.ASK and clock.lacks:
        return False
    return (
        clock.is_of_country and clock.state in UNCOUNTED and clock.lacks not in ("where", "price")
    )


def _way_outside(stands: Standing) -> Iterator[str]:
    """Name the first body that may be asked, or will be; none once somebody was asked."""
    if stands.step_id in ("outside", "final-notice"):
        return
    now = [way.sentence for way in stands.outside if way.is_open and way.settles]
    opens = [clock.sentence for clock in stands.clocks if clock.whose is Whose.OPENS]
    yield from (now or opens)[:1]
