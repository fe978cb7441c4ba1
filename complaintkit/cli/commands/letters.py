"""How is a letter written, and how is it recorded as sent?"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.cli.saved import quoted, saved
from complaintkit.tasks import letters

Case = Annotated[str | None, typer.Option(help="Which case; not needed when one is open.")]


def letter(
    kind: Annotated[str | None, typer.Argument(help="first, manager or ceo.")] = None,
    case: Case = None,
    form: Annotated[str, typer.Option("--format", help="text or pdf.")] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file; - prints it.")
    ] = None,
    answer_days: Annotated[
        int | None, typer.Option(min=1, max=365, help="Days the company has to answer.")
    ] = None,
) -> None:
    """Write a letter from the record. Nothing is sent: you read, sign and send it."""
    now = settings.current()
    to_stdout = output == Path("-")
    written = letters.write_letter(
        now.log,
        case,
        kind or _ask_kind(case),
        now=now.clock.now,
        form=form,
        target=output,
        to_stdout=to_stdout,
        answer_days=answer_days,
    )
    if to_stdout:
        sys.stdout.flush()
        sys.stdout.buffer.write(written.content)
        sys.stdout.buffer.flush()
    elif form == "text" and sys.stderr.isatty():
        show.talk(written.text)
    if written.path:
        show.out(str(written.path))
    show.talk(f"Letter {written.number} ({written.letter.kind}) is a draft in {written.case_name}.")
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
    proposed = next_step(now.log, case, today=now.clock.now.date()).standing.letter_kind
    return ask.ask(
        "Which letter: first, manager or ceo?",
        option="the kind: complaintkit letter first",
        default=proposed if proposed in letters.KINDS else "first",
        check=letters.check_kind,
    )


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
    recorded = letters.mark_sent(
        now.log,
        case,
        number if number is not None else _only_unsent(case),
        now.recording(),
        via=via or ask.ask("How did it go: post, e-mail, by hand?", option="--via post"),
        on=on or ask.ask("On which day?", option="--on today", default="today"),
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


def _only_unsent(case: str | None) -> int:
    found = letters.unsent(settings.current().log, case)
    if len(found) == 1:
        return found[0].number
    numbers = ", ".join(f"{draft.number} ({draft.kind})" for draft in found) or "none"
    return int(
        ask.ask(
            f"Which letter went out? Not yet sent: {numbers}.",
            option="its number: complaintkit sent 1",
            check=letters.check_number,
        )
    )
