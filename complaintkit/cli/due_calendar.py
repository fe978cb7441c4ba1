"""How do the dates get into the person's calendar?"""

from pathlib import Path

from complaintkit.cli import settings, show
from complaintkit.errors import WrongUsage
from complaintkit.tasks import due


def write_calendar(
    case: str | None, target: Path | None, *, alarm: int | None, as_json: bool = False
) -> int:
    """Write the calendar file, or print it byte for byte."""
    if target is None or as_json:
        raise WrongUsage(
            "--alarm is about the calendar file."
            if target is None
            else "--json lists the dates, and --ics writes a calendar file.",
            fix="Add --ics complaints.ics." if target is None else "Give one of the two.",
        )
    now = settings.current()
    days = due.WEEK if alarm is None else alarm
    content = due.calendar(now.log, case, now=now.clock.now, alarm_days=days)
    if target == Path("-"):
        show.raw(content)
        return 0
    show.out(str(due.write_calendar(target, content)))
    show.talk(
        show.wrapped(
            "Open it with your calendar. When dates have changed, write it again and open it "
            "again: dates that moved are moved, and those that are over are taken out."
        )
    )
    return 0
