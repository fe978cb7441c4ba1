"""How is a letter written?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli.letter_writing import write

Case = Annotated[str | None, typer.Option(help="Which case; not needed when one is open.")]


def letter(
    kind: Annotated[
        str | None,
        typer.Argument(
            help="first, manager, head-of-service, ceo, reminder, counter-offer, accept, "
            "final-notice, agency, card-dispute, thanks, records, cancel, confirm-call, "
            "credit-report or debt; or the number of a letter, to see it."
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
    edit: Annotated[
        bool, typer.Option("--edit", help="Open it in your editor straight away.")
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
        edit=edit,
        trace=trace,
        as_json=as_json,
    )
