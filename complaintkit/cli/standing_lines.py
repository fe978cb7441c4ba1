"""How do a case's standing and its next step read?"""

from collections.abc import Iterator

from complaintkit.cli import show
from complaintkit.model.clock import Clock, ClockState, Whose
from complaintkit.model.standing import Standing, StandingState
from complaintkit.rules.branches import CHOICES
from complaintkit.rules.sentences import days, quoted
from complaintkit.tasks.guide import CaseToday


def today_lines(one: CaseToday) -> Iterator[str]:
    """Yield one case as `today` shows it: where it stands, the one next step, what runs out."""
    summary, stands = one.summary, one.standing
    title = f" – {summary.title}" if summary.title else ""
    yield show.wrapped(f"{summary.name}: {summary.company}{title}", rest="  ")
    yield show.wrapped(stands.headline, first="  ")
    yield show.wrapped(f"{stands.action}{_due(stands)}", first="  Next: ", rest="        ")
    yield f"        {stands.command}"
    for line in at_a_glance(stands):
        yield show.wrapped(line, first="  – ", rest="    ")
    if one.ask_unsent:
        yield show.wrapped(one.ask_unsent, first="  ")


def at_a_glance(stands: Standing) -> Iterator[str]:
    """Yield what else a glance should show: reminders, the limit that ends first, the way outside.

    Where no limit of the person's own is counted, the first that may run is named instead.
    """
    if stands.then:
        yield stands.then
    broken = [clock for clock in stands.clocks if clock.is_broken_promise]
    if broken and stands.state is not StandingState.AGREED:
        yield f"Not kept: {broken[-1].sentence}"
    limits = [clock for clock in stands.clocks if clock.id.startswith("limit:")]
    own = [clock for clock in limits if clock.whose is Whose.YOURS]
    for clock in stands.clocks:
        is_due = clock.days_left is not None and clock.days_left <= 0
        if clock.id.startswith("reminder:") and is_due:
            yield f"{clock.sentence} `{clock.command}`"
    running = [
        clock
        for clock in own
        if clock.is_running and clock.last_day != stands.due and (clock.days_left or 0) <= NEAR_DAYS
    ]
    unsure = [one for one in own if _is_worth_asking(one)]
    if running or unsure:
        yield (running or unsure)[0].sentence
    opens = [clock for clock in stands.clocks if clock.whose is Whose.OPENS]
    now = [way for way in stands.outside if way.is_open]
    if now:
        yield now[0].sentence
    elif opens:
        yield opens[0].sentence


def _is_worth_asking(clock: Clock) -> bool:
    """Whether a glance asks about a limit: one of the country, where more than the price lacks."""
    return clock.is_of_country and clock.state in _UNSURE and clock.lacks not in ("where", "price")


NEAR_DAYS = 60
"""Limits that end later are left to `next` and `due`; complaintkit's own policy."""

_UNSURE = (ClockState.PAUSED, ClockState.MISSING, ClockState.ASK)
_TELL = (
    ("What runs out:", (ClockState.RUNNING,)),
    ("What is paused, or needs a day or a question from you:", _UNSURE),
    ("What is over:", (ClockState.PASSED,)),
)


def clock_lines(clocks: tuple[Clock, ...]) -> Iterator[str]:
    """Yield the clocks of a case, each with how it was counted and where the rule comes from."""
    for heading, states in _TELL:
        told = [clock for clock in clocks if clock.state in states]
        if told:
            yield ""
            yield show.wrapped(heading)
        for clock in told:
            yield show.wrapped(clock.sentence, first="  – ", rest="    ")
            for more in (clock.condition, clock.rule, *clock.reasons, clock.caution):
                if more:
                    yield show.wrapped(more, first="      ", rest="      ")
            if clock.source and clock.checked:
                told_by = f"{clock.law}. Source: {clock.source} (checked {clock.checked})"
                yield show.wrapped(told_by, first="      ", rest="      ")


def next_lines(one: CaseToday) -> Iterator[str]:
    """Yield the next step in full: what, why, by when, how, and what not to do."""
    stands, step = one.standing, one.step
    yield from today_lines(one)
    yield ""
    yield show.wrapped(f"Why: {stands.why}", rest="  ")
    for note in stands.notes:
        yield show.wrapped(note, first="  ", rest="  ")
    yield ""
    yield show.wrapped(f"{step.title}. {step.why}")
    yield from (show.wrapped(line, first="  + ", rest="    ") for line in step.do)
    yield from (show.wrapped(line, first="  – ", rest="    ") for line in step.do_not)
    for key in step.points:
        point = one.points[key]
        yield show.wrapped(f"{point.title}: {point.text}", first="  · ", rest="    ")
    if step.record:
        yield ""
        yield show.wrapped("Write down: " + " ".join(step.record), rest="  ")
    yield from clock_lines(stands.clocks)
    for way in stands.outside:
        yield ""
        yield show.wrapped(way.sentence, first="Beside this: ", rest="  ")
    yield ""
    yield show.wrapped(f"Wait: {step.wait_source}", rest="  ")
    if step.move_on:
        yield show.wrapped(f"Then: {step.move_on}", rest="  ")
    yield show.wrapped(f"Source: {step.source} (read {step.checked})", rest="  ")
    if one.summary.is_open:
        yield show.wrapped(OTHER_STEP.replace("{case}", quoted(one.summary.name)), rest="  ")


OTHER_STEP = (
    "Another step suits you better? `complaintkit next {case} --take STEP --reason TEXT`, where "
    f"STEP is one of: {', '.join(CHOICES)}."
)


def _due(stands: Standing) -> str:
    if stands.due is None or stands.days_left is None or stands.then:
        return ""
    day = f"{stands.due:%a %d %b %Y}"
    if stands.days_left == 0:
        return f" ({day}, today)"
    if stands.days_left < 0:
        return f" (their date was {day}, {days(-stands.days_left)} ago)"
    return f" ({day}, in {days(stands.days_left)})"
