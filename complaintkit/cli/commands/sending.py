"""How is a letter changed before it goes, and recorded when it went?"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.cli.editing import edit_letter, show_rewritten
from complaintkit.cli.saved import saved
from complaintkit.cli.which import which_case
from complaintkit.errors import EntryNotFound, FileUnusable
from complaintkit.rules.sentences import plain_date
from complaintkit.tasks import drafts, sending
from complaintkit.tasks.events import check_day

Number = Annotated[int | None, typer.Argument(metavar="LETTER", help="The letter's number.")]
Case = Annotated[str | None, typer.Option(help="Which case; not needed when one is open.")]
PASTED = "What was sent:"


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
    number: Number = None,
    via: Annotated[str | None, typer.Option(help="How it went: post, email, by hand …")] = None,
    on: Annotated[str | None, typer.Option(help="The day it went.")] = None,
    as_: Annotated[
        Path | None,
        typer.Option(
            "--as",
            help="What was really sent, if you changed it; - to paste it.",
            readable=False,
        ),
    ] = None,
    proof: Annotated[
        list[Path] | None, typer.Option(help="Proof of sending, such as a receipt; repeatable.")
    ] = None,
    tracking: Annotated[str | None, typer.Option(help="The number that the post gave it.")] = None,
    answer_by: Annotated[str | None, typer.Option(help="The date it asks an answer by.")] = None,
    redate: Annotated[
        bool | None,
        typer.Option(
            "--redate/--no-redate",
            help="Where it goes later than its date: date it today first, or take it as it is.",
        ),
    ] = None,
    case: Case = None,
) -> None:
    """Record that a letter went out. From then on it never changes."""
    now = settings.current()
    case = which_case(case)
    if number is None:
        number = _only_unsent(case, "sent", "Which letter went out?")
    sending.check_unsent(now.log, case, number)
    via = via or ask.ask(
        "How did it go? Such as: post, e-mail, by hand", option="--via post", default="post"
    )
    on = on or ask.ask(
        "On which day?",
        option="--on today",
        default="today",
        check=lambda day: check_day(now.log, case, day, now.recording()),
    )
    if as_ is None and _goes_anew(case, number, on=on, redate=redate):
        _date_anew(case, number)
        return
    pasted = _paste() if as_ == Path("-") else None
    as_file = as_ if pasted is None else None
    before = sending.look_before(now.log, case, number, as_file=as_file, pasted=pasted)
    show.notes(before.notes)
    if as_file and not before.is_readable and answer_by is None:
        answer_by = _asked_date(before)
    recorded = sending.mark_sent(
        now.log,
        case,
        number,
        now.recording(),
        via=via,
        on=on,
        as_file=as_file,
        pasted=pasted,
        proof=tuple(proof or ()),
        tracking=tracking,
        answer_by=answer_by,
    )
    until = recorded.answer_by
    saved(
        recorded.recorded,
        then=f"wait for the answer until {until:%a %d %b %Y}; `complaintkit` tells you when"
        if until
        else "",
    )


def _goes_anew(case: str | None, number: int, *, on: str, redate: bool | None) -> bool:
    """Whether the letter is to be dated anew before it goes; asked where it is stale."""
    now = settings.current()
    if redate is not None:
        return redate and not sending.is_of_today(now.log, case, number, now.recording())
    stale = sending.stale(now.log, case, number, now.recording(), on=on)
    if stale is None or not now.can_ask:
        return False
    return not ask.yes(stale.question, default=True)


def _date_anew(case: str | None, number: int) -> None:
    now = settings.current()
    rewritten = drafts.redate_draft(now.log, case, number, now=now.clock.now)
    ask.forget_typed(into=rewritten.case_name)
    letter = rewritten.letter
    asks = f" and asks for an answer by {plain_date(letter.answer_by)}" if letter.answer_by else ""
    show.talk(
        show.wrapped(
            f"The letter is now dated {plain_date(letter.written_on)}{asks}. Nothing is recorded "
            "as sent yet."
        )
    )
    show_rewritten(rewritten)


def _paste() -> str:
    """Read what was sent from the pipe, or as it is pasted; what has come is never lost."""
    if sys.stdin.isatty():
        end = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
        show.talk(f"Paste what was sent. End with {end} on a line of its own.")
    lines: list[bytes] = []
    try:
        lines.extend(iter(sys.stdin.buffer.readline, b""))
    finally:
        text = b"".join(lines).decode("utf-8", "surrogateescape").replace("\r\n", "\n")
        if text.strip():
            ask.hold(PASTED, text)
    if not text.strip():
        raise FileUnusable(
            "Nothing was pasted.", fix="Paste the letter, or name its file: --as letter.txt"
        )
    return text


def _asked_date(before: sending.Before) -> str | None:
    """Ask for the date in a file whose words are not read; None takes the draft's."""
    if before.answer_by is None or not settings.current().can_ask:
        return None
    return ask.ask(
        "By which day does it ask for an answer?",
        option="--answer-by",
        default=before.answer_by.isoformat(),
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
