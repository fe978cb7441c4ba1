"""How does the list of all dates read?"""

from collections.abc import Iterator

from complaintkit.cli import show
from complaintkit.cli.clock_lines import in_full
from complaintkit.model.clock import ClockState
from complaintkit.rules.due_list import Group
from complaintkit.rules.limit_clocks import from_today
from complaintkit.tasks.due import Dated, Due

WHOSE = (
    "Yours: your own last day. Theirs: the company's. Opens: the day from which you may go there."
)


def due_lines(due: Due, *, with_over: bool, is_full: bool = False) -> Iterator[str]:
    """Yield what is overdue, what runs out, what has no date yet, and what is over.

    `is_full`: each with how it was counted, by which law, and where that was read.
    """
    over = [_over(one) for one in due.of(Group.OVER)]
    parts = [
        ("What is overdue:", list(_dated(due, Group.OVERDUE, is_full=is_full))),
        ("What runs out:", list(_dated(due, Group.RUNS, is_full=is_full))),
        *(
            (f"No date yet in {name}:", list(_undated(due, name, is_full=is_full)))
            for name in due.names
        ),
        ("What is over:", over if with_over else []),
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


def _dated(due: Due, group: Group, *, is_full: bool) -> Iterator[str]:
    for one in due.of(group):
        yield _told(one)
        if is_full:
            yield from in_full(one.clock)


def _undated(due: Due, name: str, *, is_full: bool) -> Iterator[str]:
    for one in due.of(Group.NO_DATE):
        if one.case != name:
            continue
        yield show.wrapped(one.clock.sentence, first="  – ", rest="    ")
        if one.clock.state is ClockState.ASK and one.clock.command:
            yield f"    {one.clock.command}"
        if is_full:
            yield from in_full(one.clock)


def _over(one: Dated) -> str:
    why = " ".join(one.clock.reasons)
    return _line(f"{one.whose}  {one.case}: {one.clock.sentence} {why}".rstrip())


def _line(text: str) -> str:
    return show.wrapped(text, first="  ", rest="      ")
