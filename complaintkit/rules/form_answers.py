"""What does the record answer to a question of a form, where no words have to be chosen?

Sums and days come back as they are; `render/form_sheet.py` writes them in the way of the country.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from complaintkit.model.case import Case
from complaintkit.model.encounter import Encounter
from complaintkit.model.money import Money
from complaintkit.model.people import Contact
from complaintkit.rules.address_parts import parts_of

Value = str | date | Money

TOLD = ("story", "contacts", "answer", "offer", "want", "documents")
"""What is told in sentences; their words stand in `templates/forms`."""

LACKS = {
    "your-name": "profile --name '…'",
    "first-name": "profile --name '…'",
    "last-name": "profile --name '…'",
    "your-address": "profile --address '…'",
    "street": "profile --address '…'",
    "city": "profile --address '…'",
    "postcode": "profile --address '…'",
    "region": "company {case} --your-region '…'",
    "country": "company {case} --your-country COUNTRY",
    "your-email": "profile --email '…'",
    "your-phone": "profile --phone '…'",
    "company-name": "company {case} --name '…'",
    "company-address": "company {case} --address '…'",
    "company-phone": "company {case} --phone '…'",
    "company-email": "company {case} --email '…'",
    "company-person": "log {case} --with '…'",
    "account": "company {case} --account '…'",
    "reference": "company {case} --reference '…'",
    "product": "company {case} --bought '…'",
    "bought-on": "company {case} --bought-on DATE",
    "happened-on": "event '…' --on DATE --case {case}",
    "first-contact-on": "log {case} --said '…'",
    "last-contact-on": "log {case} --said '…'",
    "price": "company {case} --price SUM",
    "paid": "company {case} --price SUM",
    "payment": "company {case} --paid-by '…'",
    "where-bought": "company {case} --where '…'",
    "contacts": "log {case} --said '…'",
    "answer": "log {case} --direction in --said '…'",
    "want": "company {case} --want '…'",
    "want-amount": "company {case} --amount SUM",
    "documents": "attach FILE --case {case}",
}
"""The command that supplies a fact. Nobody need have an offer, a loss or a helper."""

ONLY_YOU = (
    *("company-website", "sector", "problem-kind", "other-forums", "consent", "signature", "own"),
    *("title", "best-time", "needs", "representative", "offer", "lost", "flight", "route"),
)
"""What the record may not know, and need not."""

ADDRESS_PARTS = ("street", "city", "postcode")
"""What is a part of the address, by the names of `AddressParts`."""

HOLDS = (*LACKS, "story", "problem", *ONLY_YOU)
_GOT = ("delivered", "installed", "contract")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the record answers, and where it says so."""

    value: Value
    source: str


def found(holds: str, case: Case, consumer: Contact) -> Found | None:
    """Return what the record answers; None where it does not, or where it takes sentences."""
    if holds in ADDRESS_PARTS:
        return _said(_address_part(holds, case, consumer), "profile")
    if holds in _FROM_PERSON:
        return _said(_FROM_PERSON[holds](consumer), "profile")
    make = _FROM_CASE.get(holds)
    return make(case) if make else None


def _first_name(consumer: Contact) -> str:
    return consumer.name.strip().rpartition(" ")[0]


def _last_name(consumer: Contact) -> str:
    return consumer.name.strip().rpartition(" ")[2]


def _address(consumer: Contact) -> str:
    return ", ".join(filter(None, consumer.address))


def _address_part(holds: str, case: Case, consumer: Contact) -> str:
    """Return a part of the address; the whole of it where the parts are not plain to see."""
    parts = parts_of(consumer.address, case.country)
    return (parts and str(getattr(parts, holds))) or _address(consumer)


def _said(text: str, source: str = "#1") -> Found | None:
    return Found(value=text.strip(), source=source) if text.strip() else None


def _known(value: date | Money | None, source: str = "#1") -> Found | None:
    return Found(value=value, source=source) if value else None


def _behalf(case: Case) -> Found | None:
    other = case.on_behalf_of
    return _said(", ".join(filter(None, (other.name, other.authority)))) if other else None


def _people(case: Case) -> Found | None:
    """Name everybody who spoke for the company, each once, with the job."""
    met: dict[str, str] = {}
    for call in _in_order(case.encounters):
        who = call.representative
        if who and who.name.strip():
            told = f"{who.name} ({who.role})" if who.role.strip() else who.name
            met.setdefault(told, f"#{call.seq}")
    return _said("; ".join(met), ", ".join(dict.fromkeys(met.values())))


def _references(case: Case) -> Found | None:
    """Name the order, and the last number that the company gave."""
    bought = case.purchase.reference.strip() if case.purchase else ""
    given = [call for call in _in_order(case.encounters) if call.reference.strip()]
    numbers = dict.fromkeys(filter(None, (bought, *(one.reference.strip() for one in given[-1:]))))
    sources = (["#1"] if bought else []) + [f"#{one.seq}" for one in given[-1:]]
    return _said("; ".join(numbers), ", ".join(dict.fromkeys(sources)))


def _happened(case: Case) -> Found | None:
    """Return the first dated fact after the goods or the contract came; else none."""
    dated = [event for event in case.events if event.kind not in _GOT]
    first = min(dated, key=lambda event: (event.on, event.seq), default=None)
    return _known(first.on, f"#{first.seq}") if first else None


def _contact(
    case: Case, pick: Callable[[list[tuple[date, int]]], tuple[date, int]]
) -> Found | None:
    days = [(call.moment.on, call.seq) for call in case.encounters if call.reached]
    days += [(sent.sent_on, sent.seq) for sent in case.letters]
    if not days:
        return None
    on, seq = pick(days)
    return _known(on, f"#{seq}")


def _others(case: Case) -> Found | None:
    """Name the bodies to which a letter of the kind “agency” went."""
    asked = any(letter.kind == "agency" for letter in case.letters)
    names = [party.name for party in case.parties if party.role in ("agency", "ombudsman", "court")]
    return _said("; ".join(names)) if asked else None


def _in_order(encounters: Iterable[Encounter]) -> list[Encounter]:
    return sorted(encounters, key=lambda call: (call.moment.sort_key, call.seq))


def _particular(*names: str) -> Callable[[Case], Found | None]:
    def make(case: Case) -> Found | None:
        told = {name.casefold(): value for name, value in case.particulars}
        return next((_said(told[name]) for name in names if told.get(name, "").strip()), None)

    return make


_FROM_PERSON: dict[str, Callable[[Contact], str]] = {
    "your-name": lambda consumer: consumer.name,
    "first-name": _first_name,
    "last-name": _last_name,
    "your-address": _address,
    "your-email": lambda consumer: consumer.email,
    "your-phone": lambda consumer: consumer.phone,
}
_FROM_CASE: dict[str, Callable[[Case], Found | None]] = {
    "title": lambda case: _said(case.title, "your words"),
    "problem": lambda case: _said(case.problem, "your words"),
    "best-time": lambda case: _said(case.needs),
    "needs": lambda case: _said(case.needs),
    "representative": _behalf,
    "region": lambda case: _said(case.region.partition("-")[2] or case.region),
    "country": lambda case: _said(case.country),
    "company-name": lambda case: _said(case.company.name),
    "company-address": lambda case: _said(", ".join(filter(None, case.company.address))),
    "company-phone": lambda case: _said(case.company.phone),
    "company-email": lambda case: _said(case.company.email),
    "company-person": _people,
    "account": lambda case: _said(case.company.account),
    "reference": _references,
    "product": lambda case: _said(case.purchase.what) if case.purchase else None,
    "bought-on": lambda case: _known(case.purchase.bought_on) if case.purchase else None,
    "happened-on": _happened,
    "first-contact-on": lambda case: _contact(case, min),
    "last-contact-on": lambda case: _contact(case, max),
    "price": lambda case: _known(case.purchase.price) if case.purchase else None,
    "paid": lambda case: _known(case.purchase.price) if case.purchase else None,
    "lost": lambda case: _known(case.resolution.amount),
    "payment": lambda case: _said(case.purchase.payment) if case.purchase else None,
    "where-bought": lambda case: _said(case.purchase.where) if case.purchase else None,
    "want-amount": lambda case: _known(case.resolution.amount),
    "flight": _particular("flight", "flight_number", "flight number"),
    "route": _particular("route", "journey"),
    "other-forums": _others,
}
