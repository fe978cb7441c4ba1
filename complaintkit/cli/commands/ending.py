"""How does a case end, and begin again?"""

from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.cli.saved import quoted, saved
from complaintkit.cli.which import which_case
from complaintkit.rules.closing import name_of
from complaintkit.tasks import closing
from complaintkit.tasks.closing import Ending
from complaintkit.tasks.encounters import check_open
from complaintkit.tasks.events import check_day


def close(
    case: Annotated[
        str | None, typer.Argument(help="Which case; not needed when one is open.")
    ] = None,
    outcome: Annotated[
        str | None, typer.Option(help="resolved, part or not. Answered is not yet resolved.")
    ] = None,
    amount: Annotated[str | None, typer.Option(help="What you got.")] = None,
    currency: Annotated[str | None, typer.Option(help="Its currency.")] = None,
    moved_by: Annotated[
        str | None, typer.Option(help="What moved it: 'letter to the chief executive'.")
    ] = None,
    on: Annotated[str, typer.Option(help="The day of closing.")] = "today",
    before: Annotated[
        int | None, typer.Option(help="How content you were at first, 1 to 5.")
    ] = None,
    after: Annotated[int | None, typer.Option(help="How content you are now, 1 to 5.")] = None,
    fair: Annotated[
        bool | None, typer.Option("--fair/--not-fair", help="Whether you were treated fairly.")
    ] = None,
    heard: Annotated[
        bool | None, typer.Option("--heard/--not-heard", help="Whether they listened.")
    ] = None,
    addressed: Annotated[
        bool | None,
        typer.Option(
            "--addressed/--not-addressed", help="Whether they dealt with what you raised."
        ),
    ] = None,
    integrity: Annotated[int | None, typer.Option(help="Their integrity, 1 to 5.")] = None,
    honesty: Annotated[int | None, typer.Option(help="Their honesty, 1 to 5.")] = None,
    manner: Annotated[int | None, typer.Option(help="Their manner, 1 to 5.")] = None,
) -> None:
    """Close a case with its outcome. How it went stays on this machine."""
    now = settings.current()
    case = which_case(case)
    check_open(now.log, case)
    check_day(now.log, case, on, now.recording())
    told = Ending(
        result=outcome or "",
        on=on,
        amount=amount,
        currency=currency,
        moved_by=moved_by,
        before=before,
        after=after,
        fair=fair,
        heard=heard,
        addressed=addressed,
        integrity=integrity,
        honesty=honesty,
        manner=manner,
    )
    if not outcome:
        told = _asked(case, told)
    closed = closing.close_case(now.log, case, told, now.recording())
    saved(closed, then=None)
    _thank(closed.case_name, asking=not outcome)
    again = f"`complaintkit reopen {quoted(closed.case_name)}`"
    show.next_line(f"nothing more to do. If it comes up again, {again}")


def _asked(case: str | None, told: Ending) -> Ending:
    if not settings.current().can_ask:
        ask.ask("How did it end?", option="--outcome resolved (or part, or not)")
    from complaintkit.cli.closing import ask_ending

    return ask_ending(case, told)


def _thank(case: str, *, asking: bool) -> None:
    """Offer once to thank the person who helped, where there is one with a name."""
    talk = closing.who_helped(settings.current().log, case)
    if talk is None:
        return
    name = name_of(talk)
    if not asking:
        command = f"complaintkit letter thanks --case {quoted(case)} --entry {talk.seq}"
        show.talk(show.wrapped(f"If you would like to thank {name}: `{command}`"))
        return
    show.talk()
    if ask.yes(f"{name} helped. Would you like to write a short note of thanks?", default=False):
        from complaintkit.cli.letter_writing import write

        write("thanks", case=case, entry=talk.seq)


def reopen(
    case: Annotated[str | None, typer.Argument(help="Which case.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why it goes on.")] = None,
) -> None:
    """Open a closed case again. The old outcome stays in the record."""
    now = settings.current()
    case = which_case(case, closed=True)
    closing.closed_case(now.log, case)
    why = reason or ask.ask("Why does it go on?", option="--reason 'the refund never came'")
    saved(closing.reopen_case(now.log, case, now.recording(), reason=why))
