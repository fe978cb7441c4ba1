"""Which of the dates of a case are shown where all dates are listed, and in which words?"""

from enum import StrEnum

from complaintkit.model.clock import UNCOUNTED, Clock, ClockState, Whose
from complaintkit.model.reference import Guide, Step
from complaintkit.model.standing import Standing, StandingState
from complaintkit.rules.limit_clocks import in_days

STEP = "step"
_GIVEN = ("letter", "promise", "agreed")


class Group(StrEnum):
    """Where a date stands in the list. `over`: passed, met or set aside."""

    OVERDUE = "overdue"
    RUNS = "runs"
    NO_DATE = "no-date"
    OVER = "over"


def group_of(clock: Clock, standing: Standing) -> Group:
    """Return where a clock belongs.

    Overdue are reminders that passed, and what the company was to do where that is why the
    next step is the person's. What passed and has been replaced by a newer date is over.
    """
    if clock.state is ClockState.RUNNING:
        return Group.RUNS
    if clock.state in UNCOUNTED:
        return Group.NO_DATE
    kind = kind_of(clock)
    is_missed = kind == "reminder" or (standing.overdue and kind in _GIVEN)
    return Group.OVERDUE if clock.state is ClockState.PASSED and is_missed else Group.OVER


def kind_of(clock: Clock) -> str:
    """Return what it is about: limit, letter, promise, offer, agreed, reminder, opens or step."""
    return clock.id.partition(":")[0]


def with_own_wait(standing: Standing, step: Step, guide: Guide) -> tuple[Clock, ...]:
    """Return the clocks of a standing, and the date that complaintkit counts where none is given.

    It is the last day of a waiting time such as the seven days after a call.
    """
    clocks, due, left = standing.clocks, standing.due, standing.days_left
    if standing.state is not StandingState.WAITING or due is None or left is None:
        return clocks
    if any(clock.last_day == due and clock.is_running for clock in clocks):
        return clocks
    wait = Clock(
        id=STEP,
        whose=Whose.THEIRS,
        state=ClockState.RUNNING,
        title=step.title,
        sentence=f"{standing.action} ({in_days(left)})",
        last_day=due,
        days_left=left,
        rule=standing.why,
        command=standing.command,
        source=step.wait_source,
        checked=step.checked,
    )
    return (*clocks, wait)


def in_few_words(clock: Clock, guide: Guide) -> str:
    """Return what a clock is about, without its date."""
    pattern = guide.sentences[f"due-{_pattern(clock)}"]
    return pattern.format(title=clock.title, seq=clock.entry, number=_number(clock))


def calendar_title(clock: Clock, guide: Guide, *, case: str) -> str:
    """Return what anybody may read in a calendar: no name, no words of anyone's, no sum."""
    kind = _pattern(clock)
    key = f"event-limit-{clock.whose}" if kind == "limit" else f"event-{kind}"
    facts = {"title": clock.title, "seq": clock.entry, "number": _number(clock)}
    return guide.sentences[key].format(case=case, **facts)


def _pattern(clock: Clock) -> str:
    return "opens-way" if clock.whose is Whose.OPENS else kind_of(clock)


def _number(clock: Clock) -> str:
    return clock.id.partition(":")[2]
