"""Which right from `data/rights` may a letter name?

A law is named only where it is sourced and every condition of it is shown by the record.
Where a condition is unknown, the right stays out, and the person is told of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from complaintkit.errors import WrongUsage
from complaintkit.model.case import Case
from complaintkit.model.letter import Choices
from complaintkit.model.money import Money
from complaintkit.rules.letter_kinds import LetterKind
from complaintkit.rules.purchase_facts import bought_so, costs_so, paid_so

if TYPE_CHECKING:
    from complaintkit.model.right import Right

NO_RIGHT = "none"
LATE = "late-delivery"
"""The use of a right that has no place once the goods are there."""
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
    fitting = [right for right in known if right.use in kind.uses and _is_here(right, case)]
    shown = [right for right in fitting if holds(right, case, price=price, today=today)]
    open_ = [right for right in fitting if holds(right, case, price=price, today=today) is None]
    return Named(right=shown[0] if shown else None, perhaps=() if shown else tuple(open_))


def holds(right: "Right", case: Case, *, price: Money | None, today: date) -> bool | None:
    """Whether the conditions hold: None where the record does not say.

    Weekends are counted although some rules leave them out: that errs on the safe side.
    """
    answers = (
        _is_of(right, case.sector),
        _paid_so(right, case),
        _costs_so(right, price),
        _bought_so(right, case),
        _in_time(right, case, today),
        None if right.ask else True,
    )
    if False in answers:
        return False
    return None if None in answers else True


def _chosen(wanted: str, known: "Iterable[Right]") -> "Right":
    for right in known:
        if right.id == wanted:
            return right
    raise WrongUsage(
        f"There is no right “{wanted}”.", fix="Leave --right out, or use --right none."
    )


def _is_here(right: "Right", case: Case) -> bool:
    if case.country not in right.countries:
        return False
    if right.use == LATE and any(event.kind in _STARTS["received"] for event in case.events):
        return False
    return not right.regions or case.region in right.regions


def _is_of(right: "Right", sector: str) -> bool | None:
    """Whether the company is of a kind that the law covers; None where its kind is not known."""
    if right.sectors and not sector:
        return None
    return sector not in right.not_sectors and (not right.sectors or sector in right.sectors)


def _paid_so(right: "Right", case: Case) -> bool | None:
    if not right.payment:
        return True
    return paid_so(case.purchase.payment if case.purchase else "", right.payment)


def _costs_so(right: "Right", price: Money | None) -> bool | None:
    if right.price_over is None and right.price_up_to is None:
        return True
    if price is None or price.currency != right.currency:
        return None
    return costs_so(price.amount, over=right.price_over, up_to=right.price_up_to)


def _bought_so(right: "Right", case: Case) -> bool | None:
    if not right.bought:
        return True
    return bought_so(case.purchase.where if case.purchase else "", right.bought)


def _in_time(right: "Right", case: Case, today: date) -> bool | None:
    """Whether the time is not over, counted from the latest event that starts it."""
    if not right.within_days:
        return True
    kinds = _STARTS.get(right.since, (right.since,))
    starts = [event.on for event in case.events if event.kind in kinds]
    if not starts and right.since == "contract" and case.purchase and case.purchase.bought_on:
        starts = [case.purchase.bought_on]
    if not starts:
        return None
    return today <= max(starts) + timedelta(days=right.within_days)
