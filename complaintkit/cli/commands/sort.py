"""What kind of problem is it, where that decides what comes first?"""

from typing import Annotated

import typer

from complaintkit.cli import settings, show
from complaintkit.cli.saved import saved
from complaintkit.cli.sorting import ask_sorting
from complaintkit.cli.which import which_case
from complaintkit.rules.sorting import SORTINGS
from complaintkit.tasks import choosing
from complaintkit.tasks.encounters import check_open
from complaintkit.tasks.opening import read_sorting


def sort_(
    case: Annotated[
        str | None, typer.Argument(help="Which case; not needed when one is open.")
    ] = None,
    kind: Annotated[str | None, typer.Argument(help=f"What it is: {', '.join(SORTINGS)}.")] = None,
) -> None:
    """Say what kind of problem it is, and see what to do within the hour.

    failed: a payment failed or did not arrive. wrong-account: the money went to the wrong
    account. tricked: somebody tricked you into paying. not-me: it was not you. danger:
    somebody could be hurt. none: none of these.
    """
    now = settings.current()
    if kind is None and case in SORTINGS and not choosing.is_case(now.log, case):
        case, kind = None, case
    case = which_case(case)
    check_open(now.log, case)
    if kind is not None:
        read_sorting(kind)
    recorded = choosing.sort_case(now.log, case, kind or ask_sorting(), now.recording())
    saved(recorded, then=None)
    show.out()
    from complaintkit.cli.standing_lines import next_lines
    from complaintkit.tasks.guide import next_step

    for line in next_lines(next_step(now.log, recorded.case_name, today=now.clock.now.date())):
        show.out(line)
