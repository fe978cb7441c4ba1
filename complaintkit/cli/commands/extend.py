"""How is a date moved, where more time was asked for or the day is known better?"""

from typing import Annotated

import typer

from complaintkit.cli import ask, settings
from complaintkit.cli.saved import saved
from complaintkit.cli.which import which_case
from complaintkit.errors import AnswerMissing, WrongUsage
from complaintkit.rules.day_words import spoken_day
from complaintkit.tasks import extending
from complaintkit.tasks.encounters import check_open
from complaintkit.tasks.extending import Movable


def extend(
    what: Annotated[
        str | None,
        typer.Argument(
            help="The number of the contact or of the letter's entry: 7; or the id of a limit, "
            "as `due` shows it."
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            help="The new date: 2026-12-24, friday; '2 weeks' and '15 working days' count from "
            "the old date."
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Why; it is kept with the date.")] = None,
    which: Annotated[
        int | None, typer.Option(min=1, help="Which promise, where entry 7 holds several.")
    ] = None,
    aside: Annotated[
        bool, typer.Option("--aside", help="Set a limit aside: it does not apply to you.")
    ] = False,
    case: Annotated[
        str | None, typer.Option(help="Which case; not needed when one is open.")
    ] = None,
) -> None:
    """Move the date of a promise, a letter or a limit. The old date stays in the record."""
    if aside and to is not None:
        raise WrongUsage("--aside leaves a limit without a date.", fix="Give --aside or --to.")
    now = settings.current()
    case = which_case(case)
    check_open(now.log, case)
    today = now.clock.now.date()
    one = (
        extending.find_movable(now.log, case, what, today=today, which=which)
        if what is not None
        else _chosen(case)
    )
    if to is None and not aside:
        to = ask.ask(
            _until_when(one),
            option="--to 2026-12-24",
            check=lambda typed: extending.day_for(now.log, case, one, typed, now.recording()),
        )
    why = reason or ask.ask(
        "Why does it not apply to you?" if aside else "Why is it moved?",
        option="--reason 'they asked for more time'",
    )
    recorded = extending.extend(
        now.log, case, one, now.recording(), to=None if aside else to, reason=why
    )
    saved(recorded, about=one.words, then="`complaintkit due` lists all dates")


def _until_when(one: Movable) -> str:
    before = f" It was {spoken_day(one.clock.last_day)}." if one.clock.last_day else ""
    return f"To which date?{before} Such as: 2 weeks, 15 working days, 2026-12-24"


def _chosen(case: str | None) -> Movable:
    """Ask which date is to be moved."""
    now = settings.current()
    if not now.can_ask:
        raise AnswerMissing(
            "Which date is to be moved?",
            fix="Name the entry or the limit: `complaintkit extend 7 --to '2 weeks' --reason '…'`; "
            "`complaintkit due` lists them.",
        )
    dates = [
        one
        for one in extending.movable(now.log, case, today=now.clock.now.date())
        if one.clock.last_day is not None
    ]
    if not dates:
        raise AnswerMissing(
            "There is no date that could be moved.", fix="`complaintkit due` lists what there is."
        )
    words = [
        f"{spoken_day(one.clock.last_day)}: {one.words}" for one in dates if one.clock.last_day
    ]
    return dates[ask.choose("Which date is to be moved?", words) - 1]
