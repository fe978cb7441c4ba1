"""How are facts, files and notes added, and how is an entry put right?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import ask, settings
from complaintkit.cli.saved import saved
from complaintkit.cli.which import which_case
from complaintkit.tasks import recording
from complaintkit.tasks.encounters import check_open

Case = Annotated[str | None, typer.Option(help="Which case; not needed when one is open.")]
Reason = Annotated[str | None, typer.Option(help="Why; it is kept with the entry.")]


def event(
    text: Annotated[str | None, typer.Argument(help="What happened: 'bill received'.")] = None,
    on: Annotated[str | None, typer.Option(help="The day: 2026-02-19, yesterday.")] = None,
    kind: Annotated[
        str,
        typer.Option(
            help="What it is: delivered, statement-sent, final-response, filed … A word that is "
            "not known lists them all."
        ),
    ] = "other",
    amount: Annotated[str | None, typer.Option(help="A sum that belongs to it.")] = None,
    currency: Annotated[str | None, typer.Option(help="Its currency.")] = None,
    attach: Annotated[
        list[Path] | None, typer.Option(help="A file to keep with it.", readable=False)
    ] = None,
    case: Case = None,
) -> None:
    """Write down a dated fact that is no contact: a bill, a delivery, a debit."""
    from complaintkit.tasks.events import add_event, check_day

    now = settings.current()
    case = which_case(case)
    check_open(now.log, case)
    saved(
        add_event(
            now.log,
            case,
            text
            or ask.ask("What happened?", option="the text: complaintkit event 'bill received'"),
            now.recording(),
            on=on
            or ask.ask(
                "On which day? Such as: 2026-02-19, yesterday",
                option="--on 2026-02-19",
                check=lambda day: check_day(now.log, case, day, now.recording()),
            ),
            kind=kind,
            amount=amount,
            currency=currency,
            files=tuple(attach or ()),
        )
    )


def attach(
    files: Annotated[list[Path], typer.Argument(help="The files.", readable=False)],
    to: Annotated[int | None, typer.Option(help="The entry they belong to: 7.")] = None,
    title: Annotated[str | None, typer.Option(help="What they are: 'February bill'.")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="Who gave them to you.")] = None,
    got_on: Annotated[str | None, typer.Option(help="The day you got them.")] = None,
    case: Case = None,
) -> None:
    """Keep files as numbered exhibits; the files themselves are copied and never changed."""
    now = settings.current()
    case = which_case(case)
    details = {"title": title or "", "from": from_ or ""}
    if got_on:
        from complaintkit.tasks.events import day_in_case

        details["got_on"] = day_in_case(now.log, case, got_on, now.recording())
    saved(recording.attach(now.log, case, files, now.recording(), to=to, details=details))


def note(
    text: Annotated[str | None, typer.Argument(help="The note.")] = None,
    case: Case = None,
) -> None:
    """Keep a private note. It is never exported."""
    now = settings.current()
    case = which_case(case)
    words = text or ask.ask(
        "What would you like to note?", option="the text: complaintkit note 'call back'"
    )
    saved(recording.note(now.log, case, words, now.recording()))


def correct(
    number: Annotated[int, typer.Argument(metavar="N", help="The entry's number: 7 for #7.")],
    channel: Annotated[str | None, typer.Option(help="phone, email, letter …")] = None,
    direction: Annotated[str | None, typer.Option(help="out or in.")] = None,
    with_: Annotated[str | None, typer.Option("--with", help="Whom you spoke to.")] = None,
    role: Annotated[str | None, typer.Option(help="Their role.")] = None,
    reached: Annotated[bool | None, typer.Option("--reached/--not-reached")] = None,
    said: Annotated[str | None, typer.Option(help="What was said.")] = None,
    quote: Annotated[str | None, typer.Option(help="Their exact words.")] = None,
    promised: Annotated[list[str] | None, typer.Option(help="What they promised.")] = None,
    by: Annotated[list[str] | None, typer.Option(help="By when.")] = None,
    ref: Annotated[str | None, typer.Option(help="The reference.")] = None,
    at: Annotated[str | None, typer.Option(help="When it was.")] = None,
    minutes: Annotated[int | None, typer.Option(min=0, help="How many minutes.")] = None,
    text: Annotated[str | None, typer.Option(help="For entries that are no contact.")] = None,
    on: Annotated[str | None, typer.Option(help="Their day.")] = None,
    reason: Reason = None,
    case: Case = None,
) -> None:
    """Put an entry right with a new one. The first stays in the record, beside the reason."""
    from complaintkit.tasks.correcting import correct as put_right
    from complaintkit.tasks.encounters import Told

    now = settings.current()
    case = which_case(case)
    recording.check_number(now.log, case, number)
    told = Told(
        channel=channel,
        direction=direction,
        person=with_,
        role=role,
        reached=reached,
        said=said,
        quote=quote,
        promised=tuple(promised or ()),
        by=tuple(by or ()),
        reference=ref,
        at=at,
        minutes=minutes,
    )
    if now.can_ask and told == Told() and text is None and on is None:
        from complaintkit.cli.questions import ask_correction

        told, text = ask_correction(now, case, number)
    saved(
        put_right(
            now.log,
            case,
            number,
            now.recording(),
            told=told,
            text=text,
            on=on,
            reason=reason or ask.ask("Why is it put right?", option="--reason 'a typing slip'"),
        ),
        about=f"puts right: #{number}",
    )


def retract(
    number: Annotated[int, typer.Argument(metavar="N", help="The entry's number: 7 for #7.")],
    reason: Reason = None,
    case: Case = None,
) -> None:
    """Take an entry back. It stays in the record, and drops out of letters."""
    now = settings.current()
    case = which_case(case)
    recording.check_number(now.log, case, number)
    if now.can_ask and not reason:
        from complaintkit.cli.questions import show_entry

        show_entry(now, case, number)
    why = reason or ask.ask("Why is it taken back?", option="--reason 'logged twice'")
    saved(
        recording.retract(now.log, case, number, now.recording(), reason=why),
        about=f"takes back: #{number}",
    )
