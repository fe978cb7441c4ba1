"""Which dates run out, on the screen and in the calendar?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import settings, show
from complaintkit.cli.today import ATTENTION
from complaintkit.tasks import due as tasks


def due(
    case: Annotated[
        str | None, typer.Option(help="Only this case, in full; else all open ones.")
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Also what has passed, is done or was set aside.")
    ] = False,
    ics: Annotated[
        Path | None,
        typer.Option(help="Write them into a file for your calendar; - prints it.", readable=False),
    ] = None,
    alarm: Annotated[
        int | None, typer.Option(help="Days before, for the first alarm of --ics. Else 7.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """List every date that runs out, yours and theirs, the soonest first."""
    now = settings.current()
    if ics is not None or alarm is not None:
        from complaintkit.cli.due_calendar import write_calendar

        return write_calendar(case, ics, alarm=alarm, as_json=as_json)
    found = tasks.due_dates(now.log, case, today=now.clock.now.date())
    if as_json:
        from complaintkit.cli.shapes import due_cases

        show.as_json("due", cases=due_cases(found, with_over=all_))
    else:
        _show(found, with_over=all_, is_full=case is not None)
    return ATTENTION if found.needs_attention else 0


def _show(found: tasks.Due, *, with_over: bool, is_full: bool) -> None:
    from complaintkit.cli.due_lines import WHOSE, due_lines
    from complaintkit.rules.due_list import Group

    lines = list(due_lines(found, with_over=with_over, is_full=is_full))
    for line in lines:
        show.out(line)
    if not lines:
        show.talk("No date is running.")
        return
    show.talk()
    show.talk(show.wrapped(WHOSE))
    if found.of(Group.OVER) and not with_over:
        show.talk("What has passed or is done: `complaintkit due --all`")
    if not is_full:
        show.talk("How each is counted, and by which law: `complaintkit due --case CASE`")
    if found.of(Group.RUNS):
        show.next_line("into your calendar with `complaintkit due --ics complaints.ics`")
