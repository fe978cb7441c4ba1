"""How is a letter changed before it goes, and recorded when it went?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import ask, settings
from complaintkit.cli.editing import edit_letter
from complaintkit.cli.saved import saved
from complaintkit.cli.which import which_case
from complaintkit.errors import EntryNotFound
from complaintkit.tasks import sending
from complaintkit.tasks.events import check_day

Number = Annotated[int | None, typer.Argument(metavar="LETTER", help="The letter's number.")]
Case = Annotated[str | None, typer.Option(help="Which case; not needed when one is open.")]


def edit(
    number: Number = None,
    form: Annotated[
        str | None, typer.Option("--format", help="text, pdf, docx, html, md or eml.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file; - prints it.", readable=False)
    ] = None,
    case: Case = None,
) -> None:
    """Change a letter that has not gone out, in your own editor (VISUAL or EDITOR)."""
    case = which_case(case)
    number = number if number is not None else _only_unsent(case, "edit", "Which letter?")
    edit_letter(case, number, form=form, output=output)


def sent(
    number: Annotated[
        int | None, typer.Argument(metavar="LETTER", help="The letter's number.")
    ] = None,
    via: Annotated[str | None, typer.Option(help="How it went: post, email, by hand …")] = None,
    on: Annotated[str | None, typer.Option(help="The day it went.")] = None,
    as_: Annotated[
        Path | None, typer.Option("--as", help="What was really sent, where you changed it.")
    ] = None,
    proof: Annotated[list[Path] | None, typer.Option(help="Proof of sending: a receipt.")] = None,
    answer_by: Annotated[str | None, typer.Option(help="The date it asks an answer by.")] = None,
    case: Case = None,
) -> None:
    """Record that a letter went out. From then on it never changes."""
    now = settings.current()
    case = which_case(case)
    number = number if number is not None else _only_unsent(case, "sent", "Which letter went out?")
    sending.check_unsent(now.log, case, number)
    recorded = sending.mark_sent(
        now.log,
        case,
        number,
        now.recording(),
        via=via
        or ask.ask(
            "How did it go? Such as: post, e-mail, by hand", option="--via post", default="post"
        ),
        on=on
        or ask.ask(
            "On which day?",
            option="--on today",
            default="today",
            check=lambda day: check_day(now.log, case, day, now.recording()),
        ),
        as_file=as_,
        proof=tuple(proof or ()),
        answer_by=answer_by,
    )
    until = recorded.answer_by
    saved(
        recorded.recorded,
        then=f"wait for the answer until {until:%a %d %b %Y}; `complaintkit` tells you when"
        if until
        else "",
    )


def _only_unsent(case: str | None, command: str, question: str) -> int:
    found = sending.unsent(settings.current().log, case)
    if len(found) == 1:
        return found[0].number
    if not found:
        raise EntryNotFound(
            "No letter is waiting to be sent.", fix="Write one first: `complaintkit letter`."
        )
    told = [f"Letter {draft.number}: {draft.kind}" for draft in found]
    if not settings.current().can_ask:
        ask.ask(
            f"{question} Not yet sent: {', '.join(told)}.",
            option=f"its number: complaintkit {command} {found[0].number}",
        )
    return found[ask.choose(question, told) - 1].number
