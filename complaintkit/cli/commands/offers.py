"""How are offers, costs and other parties written down?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.cli.saved import saved
from complaintkit.cli.which import which_case
from complaintkit.errors import WrongUsage

Case = Annotated[str | None, typer.Option(help="Which case; not needed when one is open.")]
Currency = Annotated[str | None, typer.Option(help="Its currency: USD, GBP, EUR …")]


def offer(
    text: Annotated[
        str | None,
        typer.Argument(help="What they offered: 'a voucher'; or the number of an offer."),
    ] = None,
    amount: Annotated[str | None, typer.Option(help="Its sum: 50.00.")] = None,
    currency: Currency = None,
    on: Annotated[str, typer.Option(help="The day they offered it.")] = "today",
    expires: Annotated[str | None, typer.Option(help="The last day on which it stands.")] = None,
    full: Annotated[
        bool | None,
        typer.Option("--full/--part", help="Whether it would settle everything."),
    ] = None,
    accepted: Annotated[
        bool | None, typer.Option("--accepted/--declined", help="What you answered.")
    ] = None,
    case: Case = None,
) -> None:
    """Write down what the company offered, and later what you answered.

    complaintkit offer 7 --declined
    """
    from complaintkit.tasks import offers
    from complaintkit.tasks.encounters import check_open

    now = settings.current()
    case = which_case(case)
    answer = "" if accepted is None else offers.ACCEPTED if accepted else offers.DECLINED
    if text and text.lstrip("#").isdecimal():
        if not answer and full is None:
            raise WrongUsage(
                "What did you answer to that offer?",
                fix="Add --accepted or --declined; or --full or --part for its terms.",
            )
        number = int(text.lstrip("#"))
        saved(
            offers.answer_offer(
                now.log, case, number, now.recording(), answer=answer, full_settlement=full
            ),
            about=f"about #{number}",
        )
        return
    check_open(now.log, case)
    told = offers.Offered(
        what=text
        or ask.ask("What did they offer?", option="the text: complaintkit offer 'a voucher'"),
        on=on,
        amount=amount,
        currency=currency,
        expires=expires,
        full_settlement=full,
        answer=answer,
    )
    saved(
        offers.add_offer(now.log, case, told, now.recording()),
        then="`complaintkit letter counter-offer`, or `complaintkit letter accept`",
    )


def cost(
    text: Annotated[str | None, typer.Argument(help="What it was for: postage.")] = None,
    amount: Annotated[str | None, typer.Option(help="What it cost: 12.50.")] = None,
    currency: Currency = None,
    minutes: Annotated[int | None, typer.Option(min=1, help="How long it took.")] = None,
    on: Annotated[str, typer.Option(help="The day.")] = "today",
    attach: Annotated[
        list[Path] | None, typer.Option(help="A receipt to keep with it.", readable=False)
    ] = None,
    case: Case = None,
) -> None:
    """Write down money or time that the dispute costs you."""
    from complaintkit.tasks import offers
    from complaintkit.tasks.encounters import check_open

    now = settings.current()
    case = which_case(case)
    check_open(now.log, case)
    saved(
        offers.add_cost(
            now.log,
            case,
            text or ask.ask("What was it for?", option="the text: complaintkit cost postage"),
            now.recording(),
            on=on,
            amount=amount,
            currency=currency,
            minutes=minutes,
            files=tuple(attach or ()),
        )
    )


def party(
    name: Annotated[
        str | None,
        typer.Argument(help="Its name: 'Larkfield Bank'; or the id of a body: us-fcc."),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            help="card-issuer, bank, ombudsman, agency, credit-bureau, debt-collector, maker …"
        ),
    ] = None,
    address: Annotated[
        list[str] | None, typer.Option(help="A line of its address; again for each.")
    ] = None,
    email: Annotated[str | None, typer.Option(help="Its e-mail address.")] = None,
    case: Case = None,
) -> None:
    """Add another party to a case: your bank, an agency, the maker."""
    from complaintkit.tasks.parties import BODY, add_party, body_party

    now = settings.current()
    case = which_case(case)
    name = name or ask.ask("Its name?", option="the name: complaintkit party 'Larkfield Bank'")
    body = body_party(now.log, name, today=now.clock.now.date())
    if body:
        name, role = body.name, role or BODY
        address, email = address or list(body.address), email or body.email or None
    if not role and now.can_ask:
        role = ask.maybe("What is it here? Such as: card-issuer, bank, ombudsman, agency")
    saved(
        add_party(
            now.log,
            case,
            name,
            now.recording(),
            role=role,
            address=tuple(address or ()),
            email=email,
        )
    )
    if body and body.page:
        show.talk(
            f"Its address comes from a copy. Open its page before you post to it: {body.page}"
        )
