"""How is a case begun, listed and shown?"""

from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.cli.saved import quoted, saved
from complaintkit.cli.which import which_case
from complaintkit.tasks.opening import Particulars, add_details, open_case

Text = Annotated[str | None, typer.Option()]


def open_(
    name: Annotated[str | None, typer.Argument(help="A short name for the case.")] = None,
    company: Annotated[str | None, typer.Option(help="The company's name.")] = None,
    problem: Annotated[str | None, typer.Option(help="The problem, in your own words.")] = None,
    want: Annotated[str | None, typer.Option(help="What would put it right.")] = None,
    amount: Annotated[str | None, typer.Option(help="The sum you ask for: 84.20.")] = None,
    currency: Annotated[
        str | None, typer.Option(help="Its currency, and the price's: USD, GBP, EUR …")
    ] = None,
    fallback: Annotated[str | None, typer.Option(help="What you would also accept.")] = None,
    floor: Annotated[
        str | None, typer.Option(help="The least you would take. Private: never exported.")
    ] = None,
    country: Annotated[str | None, typer.Option(help="Where you live: US, GB, NG …")] = None,
    region: Annotated[str | None, typer.Option(help="State or region: Georgia.")] = None,
    sector: Annotated[str | None, typer.Option(help="telecom, bank, retail, airline …")] = None,
    bought: Annotated[str | None, typer.Option(help="What you bought.")] = None,
    bought_on: Annotated[str | None, typer.Option(help="When you bought it.")] = None,
    price: Annotated[str | None, typer.Option(help="What it cost: 70.00.")] = None,
    paid_by: Annotated[
        str | None, typer.Option(help="How you paid: credit-card, debit-card, transfer, cash …")
    ] = None,
    where: Annotated[
        str | None, typer.Option(help="Where you bought it: online, in a shop, at my door …")
    ] = None,
    reference: Annotated[str | None, typer.Option(help="Order or booking number.")] = None,
    account: Annotated[str | None, typer.Option(help="Your number at the company.")] = None,
    sorting: Annotated[
        str | None,
        typer.Option(
            help="What kind of problem it is: failed, wrong-account, tricked, not-me, danger or "
            "none."
        ),
    ] = None,
    answer_days: Annotated[int | None, typer.Option(help="Days to answer a letter.")] = None,
) -> None:
    """Open a case: the company, the problem, what you want."""
    now = settings.current()
    said = Particulars(
        name=name,
        company=company or ask.ask("Which company is it?", option="--company"),
        problem=problem
        or ask.ask("What happened? A few sentences, with the dates.", option="--problem"),
        want=want
        or (
            None
            if problem
            else ask.maybe("What would put it right? Such as: a refund of 84.20 dollars")
        ),
        amount=amount,
        currency=currency,
        fallback=fallback,
        floor=floor,
        country=country,
        region=region,
        sector=sector,
        bought=bought,
        bought_on=bought_on,
        price=price,
        paid_by=paid_by,
        where=where,
        reference=reference,
        account=account,
        sorting=sorting,
        answer_days=answer_days,
    )
    opened = open_case(now.log, said, now.recording())
    saved(opened, then=f"`complaintkit next {quoted(opened.case_name)}`, or `complaintkit log`")


def company(
    case: Annotated[str | None, typer.Argument(help="Which case.")] = None,
    name: Annotated[str | None, typer.Option(help="The company's name.")] = None,
    address: Annotated[
        list[str] | None, typer.Option(help="A line of its address; again for each.")
    ] = None,
    country: Annotated[str | None, typer.Option(help="Its country.")] = None,
    region: Annotated[str | None, typer.Option(help="Its state or region.")] = None,
    email: Annotated[str | None, typer.Option(help="Its e-mail address.")] = None,
    phone: Annotated[str | None, typer.Option(help="Its telephone number.")] = None,
    head: Annotated[str | None, typer.Option(help="Its chief executive's name.")] = None,
    head_title: Annotated[
        str | None, typer.Option(help="The title: Chief Executive Officer.")
    ] = None,
    account: Annotated[str | None, typer.Option(help="Your number there.")] = None,
    customer_since: Annotated[
        str | None, typer.Option(help="The year you became a customer.")
    ] = None,
    problem: Annotated[str | None, typer.Option(help="The problem, told better.")] = None,
    want: Annotated[str | None, typer.Option(help="What would put it right.")] = None,
    fallback: Annotated[str | None, typer.Option(help="What you would also accept.")] = None,
    floor: Annotated[str | None, typer.Option(help="The least you would take. Private.")] = None,
    amount: Annotated[str | None, typer.Option(help="The sum you ask for.")] = None,
    currency: Annotated[str | None, typer.Option(help="Its currency.")] = None,
    sector: Annotated[str | None, typer.Option(help="telecom, bank, retail, airline …")] = None,
    your_country: Annotated[str | None, typer.Option(help="Where you live.")] = None,
    your_region: Annotated[str | None, typer.Option(help="Your state or region.")] = None,
    bought: Annotated[str | None, typer.Option(help="What you bought.")] = None,
    bought_on: Annotated[str | None, typer.Option(help="When you bought it.")] = None,
    price: Annotated[str | None, typer.Option(help="What it cost: 70.00.")] = None,
    paid_by: Annotated[
        str | None, typer.Option(help="How you paid: credit-card, debit-card, transfer, cash …")
    ] = None,
    where: Annotated[
        str | None, typer.Option(help="Where you bought it: online, in a shop, at my door …")
    ] = None,
    reference: Annotated[str | None, typer.Option(help="Order or booking number.")] = None,
    answer_days: Annotated[int | None, typer.Option(help="Days to answer a letter.")] = None,
    needs: Annotated[
        str | None, typer.Option(help="What you need: large print, calls after 17:00.")
    ] = None,
) -> None:
    """Add or change what is known of the company and the case."""
    now = settings.current()
    case = which_case(case)
    said = Particulars(
        company=name,
        company_address=tuple(address or ()),
        company_country=country,
        company_region=region,
        company_email=email,
        company_phone=phone,
        head=head,
        head_title=head_title,
        account=account,
        customer_since=customer_since,
        problem=problem,
        want=want,
        fallback=fallback,
        floor=floor,
        amount=amount,
        currency=currency,
        sector=sector,
        country=your_country,
        region=your_region,
        bought=bought,
        bought_on=bought_on,
        price=price,
        paid_by=paid_by,
        where=where,
        reference=reference,
        answer_days=answer_days,
        needs=needs,
    )
    if said == Particulars() and now.can_ask:
        said = _ask_company()
    saved(add_details(now.log, case, said, now.recording()))


def _ask_company() -> Particulars:
    lines = ask.lines("the company's address")
    return Particulars(
        want=ask.maybe("What would put it right?"),
        company_address=lines,
        head=ask.maybe("The name of its chief executive?"),
        account=ask.maybe("Your account or customer number there?"),
        customer_since=ask.maybe("In which year did you become a customer?"),
    )


def cases(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """List your cases, open ones and closed ones."""
    rows = settings.current().log.cases()
    if as_json:
        listed = [
            {"name": row.name, "is_open": row.is_open, "entries": row.entries, "head": row.head}
            for row in rows
        ]
        show.as_json("cases", cases=listed)
        return
    if not rows:
        show.talk("There is no case yet.")
        show.next_line("`complaintkit open`")
        return
    show.table(
        ("Case", "State", "Entries"),
        [(row.name, "open" if row.is_open else "closed", str(row.entries)) for row in rows],
    )


def show_(
    case: Annotated[str | None, typer.Argument(help="Which case.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show a case with all its particulars."""
    from complaintkit.cli.particulars import particulars
    from complaintkit.tasks.loading import load_case

    case_ = load_case(settings.current().log, which_case(case)).case
    if as_json:
        show.as_json("case", case=case_)
        return
    for line in particulars(case_):
        show.out(line)
    show.next_line(f"`complaintkit timeline {quoted(case_.name)}`")
