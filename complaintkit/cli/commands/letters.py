"""How is a letter written?"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.cli.lacks import ask_what_lacks
from complaintkit.cli.saved import quoted
from complaintkit.cli.which import which_case
from complaintkit.model.letter import Choices
from complaintkit.rules.letter_kinds import letter_kind
from complaintkit.tasks import letters

READERS = (
    "The first letter, to customer service",
    "To a manager",
    "To the chief executive",
)

Case = Annotated[str | None, typer.Option(help="Which case; not needed when one is open.")]


def letter(
    kind: Annotated[str | None, typer.Argument(help="first, manager or ceo.")] = None,
    case: Case = None,
    form: Annotated[
        str, typer.Option("--format", help="text, pdf, docx, html, md or eml.")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file; - prints it.", readable=False)
    ] = None,
    answer_days: Annotated[
        int | None, typer.Option(min=1, max=365, help="Days the company has to answer.")
    ] = None,
) -> None:
    """Write a letter from the record. Nothing is sent: you read, sign and send it."""
    now = settings.current()
    case = which_case(case)
    kind = kind or _ask_kind(case)
    letter_kind(kind)
    letters.check_format(form)
    ask_what_lacks(kind, case)
    to_stdout = output == Path("-")
    written = letters.write_letter(
        now.log,
        case,
        kind,
        now=now.clock.now,
        form=form,
        target=output,
        to_stdout=to_stdout,
        choices=Choices(answer_days=answer_days),
    )
    if to_stdout:
        sys.stdout.flush()
        sys.stdout.buffer.write(written.content)
        sys.stdout.buffer.flush()
    elif form == "text" and sys.stderr.isatty():
        show.talk(written.content.decode())
    if written.path:
        show.out(str(written.path))
    show.talk(f"Letter {written.number} ({written.letter.kind}) is a draft in {written.case_name}.")
    for note in written.notes:
        show.talk(show.wrapped(note, first="Please note: ", rest="  "))
    if written.letter.unused:
        show.talk(
            show.wrapped("; ".join(written.letter.unused), first="Not used in it: ", rest="  ")
        )
    chosen = quoted(written.case_name)
    show.next_line(
        "read it aloud, sign and send it. Then "
        f"`complaintkit sent {written.number} --via post --on today --case {chosen}`"
    )


def _ask_kind(case: str | None) -> str:
    from complaintkit.tasks.guide import next_step

    now = settings.current()
    if not now.can_ask:
        ask.ask(
            "Which letter: first, manager or ceo?", option="the kind: complaintkit letter first"
        )
    proposed = next_step(now.log, case, today=now.clock.now.date()).standing.letter_kind
    default = letters.KINDS.index(proposed) + 1 if proposed in letters.KINDS else 1
    return letters.KINDS[ask.choose("Which letter?", READERS, default=default) - 1]
