"""Which right from `data/rights` may a letter name, and which may help in a case?

A law is named only where it is sourced and every condition of it is shown by the record.
Where a condition is unknown, the right stays out, and the person is told of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from complaintkit.errors import WrongUsage
from complaintkit.model.case import Case
from complaintkit.model.letter import Choices
from complaintkit.model.money import Money
from complaintkit.model.summary import Summary
from complaintkit.rules.letter_kinds import LetterKind
from complaintkit.rules.purchase_facts import bought_so, costs_so, may_be_goods, paid_so

if TYPE_CHECKING:
    from complaintkit.model.right import Right

NO_RIGHT = "none"
LATE = "late-delivery"
"""The use of a right that has no place once the goods are there."""
ENTITLEMENTS = ("flight", "bank-error", "faulty-goods", LATE, "card-dispute", "cancel")
"""The uses of rights to money, goods or an end of the contract; the others serve one letter."""
GOODS = ("faulty-goods", LATE)
_STARTS = {  # which logged events start which time
    "received": ("delivered", "installed"),
    "contract": ("contract",),
    "statement-sent": ("statement-sent",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The right that a letter names, if any, and those that may apply but are not shown to."""

    right: "Right | None" = None
    perhaps: "tuple[Right, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the record shows of the conditions of rights; "" and None where it does not.

    `days` is the first day of each kind of event: a second delivery may be a replacement.
    """

    country: str
    region: str
    sector: str
    payment: str
    where: str
    price: Money | None
    bought_on: date | None
    days: Mapping[str, date]


def shown_by(case: Case, price: Money | None) -> Shown:
    """Return what a case shows, with the price that counts."""
    bought = case.purchase
    return Shown(
        country=case.country,
        region=case.region,
        sector=case.sector,
        payment=bought.payment if bought else "",
        where=bought.where if bought else "",
        price=price,
        bought_on=bought.bought_on if bought else None,
        days={
            event.kind: event.on
            for event in sorted(case.events, key=lambda one: one.on, reverse=True)
        },
    )


def shown_in(summary: Summary) -> Shown:
    """Return what the summary of a case shows."""
    try:
        price = Money(amount=Decimal(summary.price), currency=summary.currency)
    except InvalidOperation:
        price = None
    return Shown(
        country=summary.country,
        region=summary.region,
        sector=summary.sector,
        payment=summary.payment,
        where=summary.where,
        price=price,
        bought_on=summary.bought_on,
        days={seen.kind: seen.first_on for seen in summary.events},
    )


def may_help(summary: Summary, rights: "Iterable[Right]", *, today: date) -> "tuple[Right, ...]":
    """Return the entitlements of which the person's answer to one question is all that is open.

    Those against companies of that kind come first.
    """
    shown = shown_in(summary)
    found = [
        right
        for right in rights
        if right.use in ENTITLEMENTS
        and _is_here(right, shown)
        and all(answer is True for answer in _answers(right, shown, today))
    ]
    order = ENTITLEMENTS.index
    return tuple(sorted(found, key=lambda one: (not one.sectors, order(one.use), one.rank, one.id)))


def right_for(
    kind: LetterKind,
    case: Case,
    rights: "Iterable[Right]",
    choices: Choices,
    *,
    price: Money | None,
    today: date,
) -> Named:
    """Return the right chosen by id, else the first whose conditions the record shows.

    Rights against companies of that kind come before those against every company. A letter on
    behalf of somebody names none by itself: the clauses speak of “my” rights.
    Raises WrongUsage for an id that is not among them.
    """
    known = sorted(rights, key=lambda right: (not right.sectors, right.rank, right.id))
    if choices.right == NO_RIGHT or (case.on_behalf_of and not choices.right):
        return Named()
    if choices.right:
        return Named(right=_chosen(choices.right, known))
    shown = shown_by(case, price)
    fitting = [right for right in known if right.use in kind.uses and _is_here(right, shown)]
    sure = [right for right in fitting if holds(right, shown, today=today)]
    open_ = [right for right in fitting if holds(right, shown, today=today) is None]
    return Named(right=sure[0] if sure else None, perhaps=() if sure else tuple(open_))


def holds(right: "Right", shown: Shown, *, today: date) -> bool | None:
    """Whether the conditions hold: None where the record does not say.

    Weekends are counted although some rules leave them out: that errs on the safe side.
    """
    answers = (*_answers(right, shown, today), None if right.ask else True)
    if False in answers:
        return False
    return None if None in answers else True


def _answers(right: "Right", shown: Shown, today: date) -> tuple[bool | None, ...]:
    return (
        _is_of(right, shown.sector),
        paid_so(shown.payment, right.payment) if right.payment else True,
        _costs_so(right, shown.price),
        bought_so(shown.where, right.bought) if right.bought else True,
        _in_time(right, shown, today),
    )


def _chosen(wanted: str, known: "Iterable[Right]") -> "Right":
    for right in known:
        if right.id == wanted:
            return right
    raise WrongUsage(
        f"There is no right “{wanted}”.", fix="Leave --right out, or use --right none."
    )


def _is_here(right: "Right", shown: Shown) -> bool:
    if shown.country not in right.countries:
        return False
    is_here = any(kind in shown.days for kind in _STARTS["received"])
    if right.use == LATE and is_here:
        return False
    is_bought = bool(shown.where or shown.price or shown.bought_on or is_here)
    if right.use in GOODS and not may_be_goods(shown.sector, is_bought=is_bought):
        return False
    return not right.regions or shown.region in right.regions


def _is_of(right: "Right", sector: str) -> bool | None:
    """Whether the company is of a kind that the law covers; None where its kind is not known."""
    if right.sectors and not sector:
        return None
    return sector not in right.not_sectors and (not right.sectors or sector in right.sectors)


def _costs_so(right: "Right", price: Money | None) -> bool | None:
    if right.price_over is None and right.price_up_to is None:
        return True
    if price is None or price.currency != right.currency:
        return None
    return costs_so(price.amount, over=right.price_over, up_to=right.price_up_to)


def _in_time(right: "Right", shown: Shown, today: date) -> bool | None:
    """Whether the time is not over, counted from the latest of the kinds that start it."""
    if not right.within_days:
        return True
    kinds = _STARTS.get(right.since, (right.since,))
    starts = [shown.days[kind] for kind in kinds if kind in shown.days]
    if not starts and right.since == "contract" and shown.bought_on:
        starts = [shown.bought_on]
    if not starts:
        return None
    return today <= max(starts) + timedelta(days=right.within_days)
