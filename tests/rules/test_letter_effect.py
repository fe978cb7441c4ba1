"""Tests of rules/letter_effect.py: what the dispute has cost."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from complaintkit.model.case import Case, Cost
from complaintkit.model.encounter import Channel, Encounter
from complaintkit.model.moment import Moment
from complaintkit.model.money import Money
from complaintkit.model.people import Company
from complaintkit.rules.letter_effect import effect_of

TODAY = date(2026, 3, 1)
CASE = Case(
    id="c",
    name="kettle",
    opened_on=TODAY,
    company=Company(name="Acme"),
    problem="The kettle leaks.",
)


def call(seq: int, minutes: int, channel: Channel = Channel.PHONE) -> Encounter:
    wall = datetime(2026, 2, 1, 10, 0)  # noqa: DTZ001 – a wall time
    return Encounter(
        seq=seq, entry_id=f"e{seq}", moment=Moment(wall=wall), minutes=minutes, channel=channel
    )


def cost(seq: int, what: str, pounds: str = "", minutes: int | None = None) -> Cost:
    amount = Money(amount=Decimal(pounds), currency="GBP") if pounds else None
    return Cost(seq=seq, entry_id=f"c{seq}", on=TODAY, what=what, amount=amount, minutes=minutes)


def test_logged_costs_count_and_the_length_of_calls_only_without_them():
    case = replace(CASE, encounters=(call(2, 50), call(3, 45, Channel.CHAT)))
    effect = effect_of(case)
    assert (effect.minutes, effect.minutes_from) == (95, (2, 3))
    assert effect.channels == (Channel.CHAT, Channel.PHONE)
    costs = (cost(4, "hold", minutes=30), cost(5, "post", "0.10"), cost(6, "post", "0.20"))
    effect = effect_of(replace(case, costs=costs))
    assert (effect.minutes, effect.minutes_from, effect.channels) == (30, (4,), ())
    assert effect.money == (Money(amount=Decimal("0.30"), currency="GBP"),)
    assert effect.money_for == ("post",)


def test_a_few_minutes_on_the_telephone_are_not_worth_a_sentence():
    assert effect_of(replace(CASE, encounters=(call(2, 22),))).minutes == 0


def test_sums_that_the_problem_tells_are_not_told_again_but_a_total_is_never_cut():
    case = replace(CASE, problem="It cost me £15.00.", costs=(cost(4, "fee", "15.00"),))
    assert (effect_of(case).money, effect_of(case).told) == ((), (4,))
    more = effect_of(replace(case, costs=(*case.costs, cost(5, "post", "2.00"))))
    assert (more.money[0].amount, more.told) == (Decimal("17.00"), ())
