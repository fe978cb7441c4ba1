"""How does a whole case read on the screen?"""

from collections.abc import Iterator

from complaintkit.cli import show
from complaintkit.model.case import Case
from complaintkit.model.money import Money


def particulars(case: Case) -> Iterator[str]:
    """Yield the lines that show a case; what is not known drops out."""
    yield f"{case.name}{': ' + case.title if case.title else ''}"
    for name, text in _pairs(case):
        if text:
            yield show.wrapped(text, first=f"  {name}: ", rest="    ")
    for exhibit in case.exhibits:
        title = f" – {exhibit.title}" if exhibit.title else ""
        yield f"  Exhibit {exhibit.number}: {exhibit.name}{title} ({exhibit.size:,} bytes)"
    for letter in case.letters:
        answer = f", answer asked by {letter.answer_by}" if letter.answer_by else ""
        tracking = f", tracking number {letter.tracking}" if letter.tracking else ""
        told = f"Letter {letter.number}: {letter.kind}, sent {letter.sent_on}{tracking}{answer}"
        yield show.wrapped(told, first="  ", rest="    ")


def _pairs(case: Case) -> list[tuple[str, str]]:
    company, wish = case.company, case.resolution
    head = company.head
    return [
        ("Company", ", ".join((company.name, *company.address))),
        ("Its head", ", ".join(filter(None, (head.name, head.title))) if head else ""),
        ("Reach it", ", ".join(filter(None, (company.email, company.phone)))),
        ("Your number there", company.account),
        ("Customer since", company.customer_since),
        ("Sector", case.sector),
        ("Where you live", case.region or case.country),
        ("Opened", case.opened_on.isoformat()),
        ("Problem", case.problem),
        ("Wanted", wish.want),
        ("Sum", _money(wish.amount)),
        ("Would also accept", wish.fallback),
        ("Floor (private)", wish.floor),
        ("Bought", _purchase(case)),
        *((key.replace("_", " ").capitalize(), text) for key, text in case.particulars),
        ("Needs", case.needs),
        ("Contacts logged", str(len(case.encounters))),
        ("Imported on", case.imported_on.isoformat() if case.imported_on else ""),
        ("Outcome", case.outcome.result if case.outcome else ""),
    ]


def _money(money: Money | None) -> str:
    return f"{money.amount} {money.currency}" if money else ""


def _purchase(case: Case) -> str:
    bought = case.purchase
    if bought is None:
        return ""
    on = bought.bought_on.isoformat() if bought.bought_on else ""
    how = (bought.payment, bought.where)
    return ", ".join(filter(None, (bought.what, on, bought.reference, _money(bought.price), *how)))
