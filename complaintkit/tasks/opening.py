"""How does a case begin, and how do its particulars become known?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from complaintkit.errors import AnswerMissing, WrongUsage
from complaintkit.model.entry import EntryKind, NewEntry, Recording
from complaintkit.rules.shape import Plain, flatten
from complaintkit.rules.sorting import SORTINGS
from complaintkit.rules.words import clean
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.countries import read_country
from complaintkit.tasks.events import country_of, one_of
from complaintkit.tasks.recording import Recorded, amend
from complaintkit.tasks.regions import read_region, region_said

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What a person says of a case and its company, as typed. None: not said."""

    name: str | None = None
    title: str | None = None
    company: str | None = None
    problem: str | None = None
    want: str | None = None
    fallback: str | None = None
    floor: str | None = None
    amount: str | None = None
    currency: str | None = None
    country: str | None = None
    region: str | None = None
    sector: str | None = None
    bought: str | None = None
    bought_on: str | None = None
    reference: str | None = None
    price: str | None = None
    paid_by: str | None = None
    where: str | None = None
    sorting: str | None = None
    answer_days: int | None = None
    needs: str | None = None
    company_address: Sequence[str] = ()
    company_country: str | None = None
    company_region: str | None = None
    company_email: str | None = None
    company_phone: str | None = None
    head: str | None = None
    head_title: str | None = None
    account: str | None = None
    customer_since: str | None = None


def open_case(log: Log, said: Particulars, recording: Recording) -> Recorded:
    """Open a case. The company and the problem are needed; the rest can follow.

    Raises AnswerMissing, WrongUsage for a name in use, DateUnclear, StoreProblem.
    """
    if not said.company:
        raise AnswerMissing("Which company is it?", fix="Name it with --company 'Acme Telephone'.")
    if not said.problem:
        raise AnswerMissing(
            "What is the problem?", fix="Tell it in a sentence or two with --problem '…'."
        )
    notes: list[str] = []
    plain = particular_fields(log, said, recording, notes, is_opening=True)
    name = case_name(said.name or _name_from(said.company, log))
    if any(row.name.casefold() == name.casefold() for row in log.cases()):
        raise WrongUsage(
            f"There is a case called “{name}” already.",
            fix="Choose another name, or write into that one with `complaintkit log`.",
        )
    plain = {"name": name, "opened_on": recording.at.date().isoformat(), **plain}
    case_id = recording.new_id()

    def new(row: CaseRow | None) -> None:
        if row is not None:
            raise WrongUsage("That case is there already.", fix="Choose another name.")

    opening = NewEntry(id=recording.new_id(), kind=EntryKind.OPEN, fields=flatten(plain))
    saved = log.append(case_id, (opening,), recording, guard=new)
    return Recorded(case_name=name, saved=saved, notes=tuple(notes))


def add_details(
    log: Log, case: str | None, said: Particulars, recording: Recording, *, reason: str = ""
) -> Recorded:
    """Add or change particulars of a case: an entry that lies over its opening."""
    row = find_case(log, case)
    notes: list[str] = []
    plain = particular_fields(log, said, recording, notes, lives_in=country_of(log, row))
    if not plain:
        raise AnswerMissing(
            "There is nothing to add.",
            fix="See `complaintkit company --help` for what can be said.",
        )
    fields = {f"set.{path}": text for path, text in flatten(plain).items()}
    if said.company_address:
        fields["unset.0"] = "company.address"
    if reason:
        fields["reason"] = clean(reason, "reason")
    return over_opening(log, row, fields, recording, notes=notes)


def over_opening(
    log: Log,
    row: CaseRow,
    fields: Mapping[str, str],
    recording: Recording,
    *,
    notes: Sequence[str] = (),
) -> Recorded:
    """Record a correction that lies over the opening of a case."""
    opening = next(entry for entry in log.entries(row.case_id) if entry.kind is EntryKind.OPEN)
    return amend(log, row, {**fields, "entry": opening.id}, recording, notes=notes)


def particular_fields(
    log: Log,
    said: Particulars,
    recording: Recording,
    notes: list[str],
    *,
    lives_in: str = "",
    is_opening: bool = False,
) -> Plain:
    """Return the fields of what was said, in the shape of the case file.

    `lives_in` is the country that the case names already: amounts and dates are read as there.
    `is_opening`: country and region of the profile go into the case.
    """
    from complaintkit.tasks.profile import load_profile

    profile = load_profile(log)
    country = read_country(said.country) if said.country else lives_in or profile.country
    own = profile.region_in(country) if is_opening else ""
    plain: Plain = {
        "title": _kept(said.title, "title"),
        "problem": _kept(said.problem, "problem"),
        "needs": _kept(said.needs, "needs"),
        "country": country if said.country or is_opening else None,
        "region": region_said(said.region, said.country, country) or own,
        "sector": _sector(said.sector, notes) if said.sector else None,
        "sorting": read_sorting(said.sorting) if said.sorting else None,
        "resolution": _wish(said, country),
        "purchase": _purchase(said, recording, country),
        "company": _company(said, country),
    }
    return {key: value for key, value in plain.items() if value}


def _kept(text: str | None, what: str) -> str | None:
    return None if text is None else clean(text, what)


def _wish(said: Particulars, country: str) -> Plain:
    plain: Plain = {
        "want": _kept(said.want, "resolution"),
        "fallback": _kept(said.fallback, "fallback"),
        "floor": _kept(said.floor, "floor"),
        "answer_days": None if said.answer_days is None else str(_days(said.answer_days)),
    }
    if said.amount is not None:
        plain["amount"] = _money(said.amount, said, country)
    return {key: value for key, value in plain.items() if value is not None}


def _money(typed: str, said: Particulars, country: str) -> Plain:
    from complaintkit.rules.amounts import read_money
    from complaintkit.rules.countries import currency_of, uses_decimal_comma
    from complaintkit.rules.writing import money_fields

    currency = (said.currency or currency_of(country)).upper()
    return money_fields(
        read_money(typed, currency=currency, decimal_comma=uses_decimal_comma(country))
    )


def _company(said: Particulars, lives_in: str) -> Plain:
    plain: Plain = {}
    country = read_country(said.company_country) if said.company_country else ""
    if said.company_address:
        plain["address"] = [clean(line, "address") for line in said.company_address]
    pairs = {
        "name": said.company,
        "country": country or None,
        "region": said.company_region and read_region(said.company_region, country or lives_in),
        "email": said.company_email,
        "phone": said.company_phone,
        "account": said.account,
        "customer_since": said.customer_since,
    }
    plain |= {key: clean(text, key) for key, text in pairs.items() if text is not None}
    head = {"name": said.head, "title": said.head_title}
    known = {key: clean(text, key) for key, text in head.items() if text is not None}
    return plain | ({"head": known} if known else {})


def _purchase(said: Particulars, recording: Recording, country: str) -> Plain:
    plain: Plain = {}
    if said.bought is not None:
        plain["what"] = clean(said.bought, "purchase")
    if said.reference is not None:
        plain["reference"] = clean(said.reference, "reference")
    if said.paid_by is not None:
        plain["payment"] = clean(said.paid_by, "way of paying")
    if said.where is not None:
        plain["where"] = clean(said.where, "place of purchase")
    if said.price is not None:
        plain["price"] = _money(said.price, said, country)
    if said.bought_on is not None:
        from complaintkit.intake.dates import understand_day
        from complaintkit.rules.countries import day_first_in

        habit = day_first_in(country)
        bought = understand_day(said.bought_on, today=recording.at.date(), day_first=habit)
        plain["bought_on"] = bought.isoformat()
    return plain


def read_sorting(typed: str) -> str:
    """Return the kind of problem. Raises WrongUsage for another word, naming the nearest."""
    return one_of(typed, SORTINGS, "kind of problem", "the kind as")


def _sector(typed: str, notes: list[str]) -> str:
    from complaintkit.rules.sectors import read_sector

    clean(typed, "sector")
    sector = read_sector(typed)
    if sector is None:
        notes.append(f"“{typed}” is no sector we know; it is kept as typed and treated as general.")
        return typed
    return sector


def _days(days: int) -> int:
    if not 1 <= days <= 365:  # noqa: PLR2004 - a year is the longest that makes sense
        raise WrongUsage(
            f"{days} days to answer cannot be used.", fix="Give between 1 and 365 days."
        )
    return days


def case_name(typed: str) -> str:
    """Return a case's short name. Raises WrongUsage for one that cannot be used."""
    name = " ".join(clean(typed, "name").split())
    if len(name) > LONGEST_NAME or not name.isprintable() or name.startswith("-"):
        raise WrongUsage(
            f"A case cannot be called “{name[:LONGEST_NAME]}”.",
            fix=f"Use a short name of letters and digits, up to {LONGEST_NAME} characters.",
        )
    return name


def _name_from(company: str, log: Log) -> str:
    """Return a short name made from the company's: `acme-telephone`, `acme-telephone-2`."""
    from complaintkit.rules.slug import slug

    taken = {row.name.casefold() for row in log.cases()}
    base = slug(company)[:40].strip("-") or "case"
    names = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
