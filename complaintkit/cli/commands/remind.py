"""How does a person set a day of their own?"""

from datetime import date
from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.cli.saved import quoted, saved
from complaintkit.cli.today import ATTENTION
from complaintkit.cli.which import which_case
from complaintkit.errors import WrongUsage
from complaintkit.tasks import reminding
from complaintkit.tasks.encounters import check_open


def remind(
    text: Annotated[
        str | None, typer.Argument(help="What of: 'ask Ben for the old contract'.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The day: friday, 'in 3 weeks', 2026-12-24.")
    ] = None,
    done: Annotated[
        int | None, typer.Option(metavar="N", help="It is done: the reminder's number.")
    ] = None,
    case: Annotated[
        str | None, typer.Option(help="Which case; not needed when one is open.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The list as JSON.")] = False,
) -> int:
    """Set a reminder of your own, say that one is done, or list them. They stay private."""
    if as_json and (text or on or done is not None):
        raise WrongUsage("--json lists the reminders.", fix="Give it alone, or with --case.")
    if done is not None:
        if text or on:
            raise WrongUsage(
                "--done is about a reminder that there is.",
                fix=f"Give it alone: `complaintkit remind --done {done}`.",
            )
        return _done(which_case(case), done)
    if text is None and on is None:
        return _list(case, as_json=as_json)
    now = settings.current()
    case = which_case(case)
    check_open(now.log, case)
    words = text or ask.ask(
        "What would you like to be reminded of?",
        option="the text: complaintkit remind 'call Ben' --on friday",
    )
    day = on or ask.ask(
        "On which day? Such as: friday, in 3 weeks, 2026-12-24",
        option="--on friday",
        check=lambda typed: reminding.check_coming(now.log, case, typed, now.recording()),
    )
    recorded = reminding.remind(now.log, case, words, now.recording(), on=day)
    saved(recorded, then="`complaintkit due` lists all dates")
    return 0


def _done(case: str | None, number: int) -> int:
    now = settings.current()
    recorded = reminding.finish(now.log, case, number, now.recording())
    if recorded is None:
        show.talk(f"#{number} was done already. Nothing was changed.")
        return 0
    saved(recorded, about=f"the reminder #{number}")
    return 0


def _list(case: str | None, *, as_json: bool) -> int:
    """List the reminders; the answer is 3 where the day of one has passed."""
    now = settings.current()
    today = now.clock.now.date()
    found = reminding.reminders(now.log, case)
    code = ATTENTION if any(one.has_passed(today) for one in found) else 0
    if as_json:
        from complaintkit.cli.shapes import reminder_cases

        show.as_json("remind", cases=reminder_cases(found, today))
        return code
    for one in found:
        for reminder in one.waiting:
            show.out(_line(one.name, reminder.on, reminder.text, reminder.seq, today))
    first = next(((one.name, one.waiting[0]) for one in found if one.waiting), None)
    if first is None:
        show.talk("There is no reminder.")
        show.next_line("`complaintkit remind 'call Ben' --on friday` sets one")
    else:
        name, reminder = first
        show.next_line(
            f"when one is done, `complaintkit remind --done {reminder.seq} --case {quoted(name)}`"
        )
    return code


def _line(name: str, on: date, text: str, number: int, today: date) -> str:
    from complaintkit.rules.limit_clocks import from_today

    day = f"{on:%a %d %b %Y}, {from_today((on - today).days)}"
    return show.wrapped(f"{day}  {name} #{number}: {text}", rest="    ")
