"""What has the dispute cost so far, as a letter may say it in one sentence?"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from complaintkit.model.case import Case, Cost
from complaintkit.model.encounter import Channel
from complaintkit.model.money import Money
from complaintkit.rules.letter_told import is_told

TELLING_MINUTES = 60  # time on calls is worth a sentence from an hour on


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What the dispute has cost so far; `…_from` are entry numbers.

    `channels` says where unlogged time went: the length of the contacts themselves.
    `told` are the costs of which the account of the problem tells already.
    """

    minutes: int = 0
    minutes_for: tuple[str, ...] = ()
    minutes_from: tuple[int, ...] = ()
    channels: tuple[Channel, ...] = ()
    money: tuple[Money, ...] = ()
    money_for: tuple[str, ...] = ()
    money_from: tuple[int, ...] = ()
    told: tuple[int, ...] = ()


def effect_of(case: Case) -> Effect:
    """Add up what was lost. Logged costs count; else the length of the contacts themselves.

    Sums stay out where the problem tells of every one of them; else the total is whole.
    """
    timed = [cost for cost in case.costs if cost.minutes]
    paid = [cost for cost in case.costs if cost.amount]
    told = all(is_told(cost.amount, case.problem) for cost in paid)
    calls = [] if timed else [call for call in case.encounters if call.minutes]
    if sum(call.minutes or 0 for call in calls) < TELLING_MINUTES:
        calls = []
    spent = timed or calls
    return Effect(
        minutes=sum(each.minutes or 0 for each in spent),
        minutes_for=_reasons(timed),
        minutes_from=tuple(each.seq for each in spent),
        channels=tuple(sorted({call.channel for call in calls})),
        money=() if told else _totals(cost.amount for cost in paid if cost.amount),
        money_for=() if told else _reasons(paid),
        money_from=() if told else tuple(cost.seq for cost in paid),
        told=tuple(cost.seq for cost in paid) if told else (),
    )


def _reasons(costs: Iterable[Cost]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cost.what.strip() for cost in costs if cost.what.strip()))


def _totals(amounts: Iterable[Money]) -> tuple[Money, ...]:
    totals: dict[str, Decimal] = {}
    for money in amounts:
        totals[money.currency] = totals.get(money.currency, Decimal(0)) + money.amount
    return tuple(Money(amount=total, currency=currency) for currency, total in totals.items())
