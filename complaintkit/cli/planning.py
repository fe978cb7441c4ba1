"""How does the plan of a case come onto paper?"""

from pathlib import Path

from complaintkit.cli import settings, show
from complaintkit.cli.today import ATTENTION
from complaintkit.cli.which import which_case
from complaintkit.errors import WrongUsage
from complaintkit.tasks.guide import next_step
from complaintkit.tasks.planning import print_plan


def print_next(case: str | None, *, output: Path | None, as_json: bool = False) -> int:
    """Write the plan as a page; the answer is 3 where something is overdue, as for `next`."""
    if as_json:
        raise WrongUsage(
            "--json shows the plan, and --print makes a page of it.", fix="Give one of the two."
        )
    now = settings.current()
    found = next_step(now.log, which_case(case), today=now.clock.now.date())
    to_stdout = output == Path("-")
    sheet = print_plan(now.log, found, now=now.clock.now, target=output, to_stdout=to_stdout)
    if to_stdout:
        show.raw(sheet.content)
    else:
        show.out(str(sheet.path))
        show.talk("Print it and hang it up. It holds no account number, no reference and no note.")
    return ATTENTION if found.standing.overdue else 0
