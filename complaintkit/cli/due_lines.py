"""How does the list of all dates read?"""

from collections.abc import Iterator

from complaintkit.cli import show
from complaintkit.model.clock import ClockState
from complaintkit.rules.due_list import Group
from complaintkit.rules.limit_clocks import from_today
from complaintkit.tasks.due import Dated, Due

WHOSE = (
    "Yours: your own last day. Theirs: the company's. Opens: the day from which you may go there."
)


def due_lines(due: Due, *, with_over: bool) -> Iterator[str]:
    """Yield what is overdue, what runs out, what has no date yet, and what is over."""
    parts = [
        ("What is overdue:", [_told(one) for one in due.of(Group.OVERDUE)]),
        ("What runs out:", [_told(one) for one in due.of(Group.RUNS)]),
        *((f"No date yet in {name}:", list(_undated(due, name))) for name in due.names),
        ("What is over:", [_over(one) for one in due.of(Group.OVER)] if with_over else []),
    ]
    is_first = True
    for heading, lines in parts:
        if lines:
            yield from () if is_first else ("",)
            yield heading
            yield from lines
            is_first = False


def when(one: Dated) -> str:
    """Return the day with its weekday, and how far away it is."""
    return f"{one.clock.last_day:%a %d %b %Y}, {from_today(one.clock.days_left or 0)}"


def _told(one: Dated) -> str:
    return _line(f"{when(one)}  {one.whose}  {one.case}: {one.words}")


def _undated(due: Due, name: str) -> Iterator[str]:
    for one in due.of(Group.NO_DATE):
        if one.case != name:
            continue
        yield show.wrapped(one.clock.sentence, first="  – ", rest="    ")
        if one.clock.state is ClockState.ASK and one.clock.command:
            yield f"    {one.clock.command}"


def _over(one: Dated) -> str:
    why = " ".join(one.clock.reasons)
    return _line(f"{one.whose}  {one.case}: {one.clock.sentence} {why}".rstrip())


def _line(text: str) -> str:
    return show.wrapped(text, first="  ", rest="      ")
