"""How is a letter written, and how is it recorded as sent?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import ask, settings
from complaintkit.cli.letter_writing import write
from complaintkit.cli.saved import saved
from complaintkit.cli.which import which_case
from complaintkit.errors import EntryNotFound
from complaintkit.tasks import sending
from complaintkit.tasks.events import check_day

Case = Annotated[str | None, typer.Option(help="Which case; not needed when one is open.")]


def letter(
    kind: Annotated[
        str | None,
        typer.Argument(
            help="first, manager, head-of-service, ceo, reminder, counter-offer, accept, "
            "final-notice, agency, card-dispute, thanks, records, cancel, confirm-call, "
            "credit-report or debt."
        ),
    ] = None,
    case: Case = None,
    form: Annotated[
        str, typer.Option("--format", help="text, pdf, docx, html, md or eml.")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file; - prints it.", readable=False)
    ] = None,
    language: Annotated[
        str, typer.Option(help="en, es, fr or de; else that of your own words.")
    ] = "",
    layout: Annotated[str, typer.Option(help="us, uk, din-a or din-b; else by country.")] = "",
    opening: Annotated[str, typer.Option(help="plain, or measured: “I am dismayed …”.")] = "plain",
    answer_days: Annotated[
        int | None, typer.Option(min=1, max=365, help="Days the company has to answer.")
    ] = None,
    entry: Annotated[
        int | None, typer.Option(min=1, help="The contact, offer or payment it is about: 7.")
    ] = None,
    to: Annotated[str, typer.Option(help="A party in the case to whom it goes.")] = "",
    via: Annotated[str, typer.Option(help="How it goes: registered post. Printed on it.")] = "",
    part_payment: Annotated[
        bool,
        typer.Option("--part-payment/--no-part-payment", help="Whether you would take a part."),
    ] = True,
    basis: Annotated[str, typer.Option(help="The term or advert that you rely on.")] = "",
    right: Annotated[str, typer.Option(help="A right to name, by its id; or none.")] = "",
    copy_to: Annotated[
        list[str] | None, typer.Option(help="Who else gets it; again for each.")
    ] = None,
    short: Annotated[
        bool, typer.Option("--short", help="At most 1,000 characters, for a web form.")
    ] = False,
    mailto: Annotated[
        bool, typer.Option("--mailto", help="Print a link that opens an e-mail with it.")
    ] = False,
    accessible: Annotated[
        bool, typer.Option("--accessible", help="A PDF for screen readers (PDF/UA-1).")
    ] = False,
    trace: Annotated[
        bool, typer.Option("--trace", help="Show where each sentence comes from; write nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --trace: as JSON.")] = False,
) -> None:
    """Write a letter from the record. Nothing is sent: you read, sign and send it."""
    write(
        kind,
        case=case,
        form=form,
        output=output,
        language=language,
        layout=layout,
        opening=opening,
        answer_days=answer_days,
        entry=entry,
        to=to,
        via=via,
        part_payment=part_payment,
        basis=basis,
        right=right,
        copy_to=copy_to,
        short=short,
        mailto=mailto,
        accessible=accessible,
        trace=trace,
        as_json=as_json,
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
    case = which_case(case)
    number = number if number is not None else _only_unsent(case)
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


def _only_unsent(case: str | None) -> int:
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
            f"Which letter went out? Not yet sent: {', '.join(told)}.",
            option=f"its number: complaintkit sent {found[0].number}",
        )
    return found[ask.choose("Which letter went out?", told) - 1].number
