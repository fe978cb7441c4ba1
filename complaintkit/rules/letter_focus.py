"""Which offer, contact, sent letter or payment is a letter about?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from complaintkit.errors import WrongUsage
from complaintkit.model.case import Case, Event, Offer, SentLetter
from complaintkit.model.encounter import Channel, Direction, Encounter
from complaintkit.model.letter import Choices
from complaintkit.model.money import Money
from complaintkit.rules.ladder import ASKING
from complaintkit.rules.letter_kinds import LetterKind

SPOKEN = (Channel.PHONE, Channel.CHAT, Channel.VISIT)  # somebody answers at once
ABOUT = ("letter", "offer", "call", "person", "charge")  # what a kind may be about

Dated = TypeVar("Dated", Offer, Encounter, SentLetter, Event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A payment as the card company finds it; `source` says where it was recorded."""

    on: date
    amount: Money
    what: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What one letter is about. `heard`: something came of the company after `letter` went out.

    `shortfall` is what the offer leaves unpaid of the sum asked for; None where the two sums
    cannot be compared.
    """

    offer: Offer | None = None
    call: Encounter | None = None
    person: Encounter | None = None
    letter: SentLetter | None = None
    heard: bool = False
    charge: Charge | None = None
    shortfall: Money | None = None


def focus_of(kind: LetterKind, case: Case, choices: Choices) -> Focus:
    """Return what a letter of this kind is about: the entry chosen, else the last that fits.

    Raises WrongUsage where the chosen entry is none that such a letter can be about.
    """
    entry = choices.entry
    needs = set(kind.requires)
    if entry is not None and needs.isdisjoint(ABOUT):
        raise WrongUsage(
            f"A letter of the kind “{kind.name}” is about the whole case.",
            fix="Leave --entry out.",
        )
    letter = _picked(_asking(case), entry if "letter" in needs else None, "letter")
    offer = _picked(case.offers, entry if "offer" in needs else None, "offer")
    return Focus(
        offer=offer,
        call=_picked(_talks(case), entry if "call" in needs else None, "call or visit"),
        person=_person(case, entry if "person" in needs else None),
        letter=letter,
        heard=letter is not None and _heard_since(case, letter),
        charge=_charge(case, entry if "charge" in needs else None),
        shortfall=_shortfall(case, offer) if offer else None,
    )


def _picked(found: Iterable[Dated], entry: int | None, what: str) -> Dated | None:
    """Return the entry of that number, else the last by day."""
    ordered = sorted(found, key=by_day)
    if entry is None:
        return ordered[-1] if ordered else None
    for one in ordered:
        if one.seq == entry:
            return one
    numbers = ", ".join(f"#{one.seq}" for one in ordered)
    raise WrongUsage(
        f"#{entry} is no {what} that this letter can be about.",
        fix=f"Choose one of these with --entry: {numbers}." if numbers else "Leave --entry out.",
    )


def by_day(one: Offer | Encounter | SentLetter | Event) -> tuple[str, int]:
    """Order entries by their day, then by their number; a contact by its time of day too."""
    if isinstance(one, Encounter):
        return one.moment.sort_key, one.seq
    on = one.sent_on if isinstance(one, SentLetter) else one.on
    return f"{on:%Y-%m-%d}", one.seq


def _asking(case: Case) -> list[SentLetter]:
    return [sent for sent in case.letters if sent.kind in ASKING]


def _talks(case: Case) -> list[Encounter]:
    """Return contacts in which somebody said, or promised, something that can be confirmed."""
    return [
        call
        for call in case.encounters
        if call.reached
        and call.channel in SPOKEN
        and (call.said.strip() or call.quote.strip() or call.promises)
    ]


def _person(case: Case, entry: int | None) -> Encounter | None:
    return _picked(_people(case, entry), entry, "contact with a named person")


def _people(case: Case, entry: int | None) -> list[Encounter]:
    """Return contacts with a named person to thank: who kept a promise, else who is chosen."""
    named = [
        call
        for call in case.encounters
        if call.reached and call.representative and call.representative.name.strip()
    ]
    if entry is not None:
        return named
    return [call for call in named if any(promise.kept for promise in call.promises)]


def _heard_since(case: Case, letter: SentLetter) -> bool:
    """Whether anything passed between the two after the letter, or an offer came of it."""
    talked = any(call.reached and call.moment.on > letter.sent_on for call in case.encounters)
    came = any(
        call.direction is Direction.IN and call.reached and call.moment.on == letter.sent_on
        for call in case.encounters
    )
    return talked or came or any(offer.on >= letter.sent_on for offer in case.offers)


def _charge(case: Case, entry: int | None) -> Charge | None:
    """Return the payment: the event chosen, else the purchase, else the last event with a sum."""
    paid = [event for event in case.events if event.amount]
    bought = case.purchase
    if entry is None and bought and bought.price and bought.bought_on:
        return Charge(on=bought.bought_on, amount=bought.price, what=bought.what, source="#1")
    event = _picked(paid, entry, "event with a sum")
    if event is None or event.amount is None:
        return None
    return Charge(on=event.on, amount=event.amount, what=event.what, source=f"#{event.seq}")


def _shortfall(case: Case, offer: Offer) -> Money | None:
    """Return the sum asked for less the sum offered, where both are of one currency."""
    asked = case.resolution.amount
    given = offer.amount
    if asked is None or given is None or asked.currency != given.currency:
        return None
    left = asked.amount - given.amount
    return Money(amount=left, currency=asked.currency) if left > 0 else None
