"""How does a case end, and begin again?"""

from typing import Annotated

import typer

from complaintkit.cli import ask, settings
from complaintkit.cli.saved import quoted, saved
from complaintkit.cli.which import which_case
from complaintkit.tasks import events
from complaintkit.tasks.encounters import check_open


def close(
    case: Annotated[
        str | None, typer.Argument(help="Which case; not needed when one is open.")
    ] = None,
    outcome: Annotated[str | None, typer.Option(help="resolved, part or not.")] = None,
    amount: Annotated[str | None, typer.Option(help="What you got.")] = None,
    currency: Annotated[str | None, typer.Option(help="Its currency.")] = None,
    moved_by: Annotated[
        str | None, typer.Option(help="What moved it: 'letter to the chief executive'.")
    ] = None,
    before: Annotated[
        int | None, typer.Option(help="How content you were at first, 1 to 5.")
    ] = None,
    after: Annotated[int | None, typer.Option(help="How content you are now, 1 to 5.")] = None,
) -> None:
    """Close a case with its outcome. Answered is not yet resolved."""
    now = settings.current()
    case = which_case(case)
    check_open(now.log, case)
    result = outcome or _ask_outcome()
    closed = events.close_case(
        now.log,
        case,
        now.recording(),
        result=result,
        amount=amount,
        currency=currency,
        moved_by=moved_by
        if moved_by or outcome
        else ask.maybe("What moved it? Such as: the letter to the chief executive"),
        before=before,
        after=after,
    )
    name = quoted(closed.case_name)
    saved(closed, then=f"nothing more to do. If it comes up again, `complaintkit reopen {name}`")


def _ask_outcome() -> str:
    if not settings.current().can_ask:
        ask.ask("How did it end?", option="--outcome resolved (or part, or not)")
    told = ("Resolved: I have what I asked for", "In part", "Not resolved")
    return events.RESULTS[ask.choose("How did it end?", told) - 1]


def reopen(
    case: Annotated[str | None, typer.Argument(help="Which case.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why it goes on.")] = None,
) -> None:
    """Open a closed case again."""
    now = settings.current()
    case = which_case(case, closed=True)
    events.closed_case(now.log, case)
    why = reason or ask.ask("Why does it go on?", option="--reason 'the refund never came'")
    saved(events.reopen_case(now.log, case, now.recording(), reason=why))
