"""Which facts go into a letter, to whom, and by when should the company answer?

Words are chosen in `templates/`; here are only the decisions. Which block belongs in
which kind follows the kind × block matrix in facts/letters.md.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from complaintkit.model.case import Case, Cost, Event, Exhibit, Offer, SentLetter
from complaintkit.model.encounter import Channel, Encounter, Promise
from complaintkit.model.money import Money
from complaintkit.model.people import Contact, Officer
from complaintkit.rules.letter_kinds import LetterKind, letter_kind, refuse_if_missing

ANSWER_DAYS = 14  # usual in advice letters: at least two weeks (EU form, Citizens Advice, Which?)
ROWS = 8  # a head of company reads eight rows; more stand in the enclosed record
SPOKEN = (Channel.PHONE, Channel.CHAT, Channel.VISIT)  # somebody answers at once
TELLING_MINUTES = 60  # time on calls is worth a sentence from an hour on

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenPromise:
    """A promise that was not kept, and the contact in which it was made.

    `told` says that the person's own account of the problem holds the same words.
    """

    encounter: Encounter
    promise: Promise
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What the dispute has cost so far; `sources` are entry numbers."""

    minutes: int = 0
    minutes_for: tuple[str, ...] = ()
    minutes_from: tuple[int, ...] = ()
    money: tuple[Money, ...] = ()
    money_for: tuple[str, ...] = ()
    money_from: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPlan:
    """The facts of one letter, chosen and in order.

    `contacts` are the rows to print and `left_out` how many more there were; `raised`
    are the contacts that reached somebody; `missed` those that reached nobody.
    """

    kind: LetterKind
    written_on: date
    answer_by: date
    head: Officer | None
    contacts: tuple[Encounter | SentLetter, ...]
    left_out: int
    raised: tuple[Encounter | SentLetter, ...]
    missed: tuple[Encounter, ...]
    references: tuple[Encounter, ...]
    no_reference: bool
    events: tuple[Event, ...]
    events_left_out: int
    broken: tuple[BrokenPromise, ...]
    offers: tuple[Offer, ...]
    effect: Effect
    exhibits: tuple[Exhibit, ...]
    details: tuple[tuple[str, str], ...] = field(default=())


def plan_letter(
    kind: str,
    case: Case,
    *,
    consumer: Contact,
    today: date,
    answer_days: int | None = None,
) -> LetterPlan:
    """Choose what a letter of this kind says about the case.

    Raises WrongUsage for a kind that does not exist and FactMissing, naming every
    missing fact at once, where the log cannot carry such a letter.
    """
    letter = letter_kind(kind)
    refuse_if_missing(letter, case, consumer)
    days = answer_days or case.resolution.answer_days or ANSWER_DAYS
    made = contacts(case)
    rows = _shortened(made, ROWS, weight=_weight)
    events = sorted(case.events, key=lambda event: (event.on, event.seq))
    told_events = _shortened(
        events, ROWS, weight=lambda event: int(bool(event.amount or event.exhibits))
    )
    references = _references(made)
    return LetterPlan(
        kind=letter,
        written_on=today,
        answer_by=today + timedelta(days=days),
        head=case.company.head if letter.audience == "head" else None,
        contacts=tuple(rows),
        left_out=len(made) - len(rows),
        raised=tuple(row for row in made if isinstance(row, SentLetter) or row.reached),
        missed=tuple(row for row in made if isinstance(row, Encounter) and not row.reached),
        references=references,
        no_reference=not references and any(_owes_reference(row) for row in made),
        events=tuple(told_events),
        events_left_out=len(events) - len(told_events),
        broken=_broken(case, today),
        offers=tuple(sorted(case.offers, key=lambda offer: (offer.on, offer.seq))),
        effect=_effect(case),
        exhibits=_enclosures(case),
        details=_details(case),
    )


def contacts(case: Case) -> list[Encounter | SentLetter]:
    """Return every contact and every sent letter, oldest first."""

    def when(row: Encounter | SentLetter) -> tuple[str, int]:
        if isinstance(row, Encounter):
            return row.moment.sort_key, row.seq
        return f"{row.sent_on:%Y-%m-%d}", row.seq

    return sorted((*case.encounters, *case.letters), key=when)


def is_told(amount: Money | None, text: str) -> bool:
    """Whether the sum already stands in the text, so that a letter need not repeat it."""
    if amount is None:
        return True
    plain = re.sub(r"(?<=\d)[,\u00a0\u202f ](?=\d{3})", "", text)
    return any(
        _stands_alone(form, plain) for form in {f"{amount.amount:f}", _without_zeros(amount.amount)}
    )


def _shortened(rows: Sequence[Row], limit: int, *, weight: Callable[[Row], int]) -> list[Row]:
    """Keep the first, the last and the weightiest rows (of equals the latest), in their order."""
    if len(rows) <= limit:
        return list(rows)
    ends = (0, len(rows) - 1)
    latest = sorted(range(len(rows)), key=lambda at: (at in ends, weight(rows[at]), at))
    return [rows[at] for at in sorted(latest[-limit:])]


def _weight(row: Encounter | SentLetter) -> int:
    """A promise or a letter tells most, then a reference, then that somebody was reached."""
    if isinstance(row, SentLetter) or row.promises:
        return 3
    return 2 if row.reference else int(row.reached)


def _references(rows: Iterable[Encounter | SentLetter]) -> tuple[Encounter, ...]:
    """Return the contacts that brought a reference, each reference once."""
    found: dict[str, Encounter] = {}
    for row in rows:
        if isinstance(row, Encounter) and row.reference.strip():
            found.setdefault(row.reference.strip(), row)
    return tuple(found.values())


def _owes_reference(row: Encounter | SentLetter) -> bool:
    """A person spoken to could have given a reference; a message sent out could not."""
    return isinstance(row, Encounter) and row.reached and row.channel in SPOKEN


def _broken(case: Case, today: date) -> tuple[BrokenPromise, ...]:
    """Return promises that were not kept, in the order made.

    One due today is not yet broken: the company has until midnight.
    """
    made = (
        BrokenPromise(encounter=encounter, promise=promise, told=_told(promise.what, case.problem))
        for encounter in sorted(case.encounters, key=lambda made: (made.moment.sort_key, made.seq))
        for promise in encounter.promises
        if promise.kept is False
        or (promise.kept is None and promise.by is not None and promise.by < today)
    )
    return tuple(made)


def _told(what: str, problem: str) -> bool:
    return bool(what.strip()) and _plain(what) in _plain(problem)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")


def _effect(case: Case) -> Effect:
    """Add up what was lost. Logged costs count; else the length of the contacts themselves."""
    timed = [cost for cost in case.costs if cost.minutes]
    paid = [cost for cost in case.costs if cost.amount]
    calls = [encounter for encounter in case.encounters if encounter.minutes]
    minutes = sum(cost.minutes or 0 for cost in timed)
    minutes_from = tuple(cost.seq for cost in timed)
    if not timed and sum(call.minutes or 0 for call in calls) >= TELLING_MINUTES:
        minutes = sum(call.minutes or 0 for call in calls)
        minutes_from = tuple(call.seq for call in calls)
    return Effect(
        minutes=minutes,
        minutes_for=_reasons(timed),
        minutes_from=minutes_from,
        money=_totals(cost.amount for cost in paid if cost.amount),
        money_for=_reasons(paid),
        money_from=tuple(cost.seq for cost in paid),
    )


def _reasons(costs: Iterable[Cost]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cost.what.strip() for cost in costs if cost.what.strip()))


def _totals(amounts: Iterable[Money]) -> tuple[Money, ...]:
    totals: dict[str, Decimal] = {}
    for money in amounts:
        totals[money.currency] = totals.get(money.currency, Decimal(0)) + money.amount
    return tuple(Money(amount=total, currency=currency) for currency, total in totals.items())


def _enclosures(case: Case) -> tuple[Exhibit, ...]:
    """Return the exhibits to enclose: all but those that belong to private notes alone."""
    private = {note.entry_id for note in case.notes}
    chosen = (
        exhibit
        for exhibit in case.exhibits
        if not exhibit.belongs_to or not private.issuperset(exhibit.belongs_to)
    )
    return tuple(sorted(chosen, key=lambda exhibit: exhibit.number))


def _details(case: Case) -> tuple[tuple[str, str], ...]:
    """Return the particulars that the person's own words do not hold already."""
    bought = case.purchase.what if case.purchase else ""
    words = _plain(f"{case.title} {case.problem} {case.resolution.want} {bought}")
    return tuple(
        (name, value)
        for name, value in case.particulars
        if value.strip() and not _stands_alone(_plain(value), words)
    )


def _stands_alone(part: str, words: str) -> bool:
    """Whether the part occurs and is no piece of a longer number or word."""
    at = words.find(part)
    while at >= 0:
        before = words[at - 1] if at else " "
        after = words[at + len(part) : at + len(part) + 2] + "  "
        longer = after[0].isalnum() or (after[0] == "." and after[1].isdigit())
        if not (before.isalnum() or before == "." or longer):
            return True
        at = words.find(part, at + 1)
    return False


def _without_zeros(amount: Decimal) -> str:
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
