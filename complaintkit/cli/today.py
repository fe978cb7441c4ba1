"""Where does it stand, and what is to be done now?"""

from complaintkit.cli import settings, show
from complaintkit.cli.standing_lines import next_lines, today_lines
from complaintkit.rules.standing import is_attention
from complaintkit.tasks import guide

ATTENTION = 3
MOST_IN_FULL = 10
"""Cases that `today` shows in full: what fits a screen; the rest is counted."""


def show_today(*, as_json: bool = False) -> int:
    """Show every open case; the answer is 3 where something is overdue."""
    now = settings.current()
    most = None if as_json else MOST_IN_FULL
    found = guide.today_in(now.log, today=now.clock.now.date(), most=most)
    if as_json:
        from complaintkit.cli.shapes import case_today

        show.as_json("today", cases=[case_today(one) for one in found.cases])
        return ATTENTION if found.needs_attention else 0
    show_cases(found)
    if not found.cases:
        show.talk("There is no open case.")
        show.next_line("`complaintkit open`, or `complaintkit demo` to see how it goes")
    return ATTENTION if found.needs_attention else 0


def show_next(case: str | None = None, *, as_json: bool = False) -> int:
    """Show the next step of one case; the answer is 3 where something is overdue."""
    now = settings.current()
    if case is None and now.can_ask:
        from complaintkit.cli.which import which_case

        case = which_case(case)
    found = guide.next_step(now.log, case, today=now.clock.now.date())
    if as_json:
        from complaintkit.cli.shapes import next_shape

        show.as_json("next", case=next_shape(found))
    else:
        for line in next_lines(found):
            show.out(line)
    return ATTENTION if is_attention(found.standing) else 0


def alone() -> int:
    """Run `complaintkit` without a command: today, and on a terminal what to do about it."""
    now = settings.current()
    if not now.can_ask:
        return show_today()
    from complaintkit.cli import welcome

    if not now.log.cases():
        return welcome.first_time()
    return welcome.choices()


def show_cases(found: guide.Today) -> None:
    """Show where each of these cases stands, and how many more there are."""
    for place, one in enumerate(found.cases):
        if place:
            show.out()
        for line in today_lines(one):
            show.out(line)
    if found.more:
        show.out()
        show.out(f"{found.more} more cases are open, less urgent: `complaintkit cases`")
