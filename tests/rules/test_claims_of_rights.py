"""Tests of the rights that serve complaints about flights, late goods and bank errors."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from case_logs import a_case, day, event

from complaintkit.model.case import Case, Event, Purchase
from complaintkit.model.letter import Choices
from complaintkit.model.money import Money
from complaintkit.model.people import Company
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.rules.rights import may_help, right_for
from complaintkit.rules.summary import summarise
from complaintkit.store.rights import load_rights

RIGHTS = load_rights()
CASE = Case(
    id="acme",
    name="acme",
    opened_on=date(2026, 1, 1),
    company=Company(name="Acme"),
    problem="Late.",
)


def perhaps(country: str, sector: str, *events: Event) -> list[str]:
    case = replace(CASE, country=country, sector=sector, events=events)
    found = right_for(KINDS["ceo"], case, RIGHTS, Choices(), price=None, today=date(2026, 6, 1))
    assert found.right is None, "a right with a question is never named by itself"
    return [right.id for right in found.perhaps]


@pytest.mark.parametrize(
    ("country", "sector", "first"),
    [
        ("DE", "airline", "eu-flight-compensation"),
        ("GB", "airline", "gb-flight-compensation"),
        ("US", "airline", "us-flight-refund"),
        ("GB", "bank", "gb-unauthorised-payment"),
        ("FR", "bank", "eu-unauthorised-payment"),
        ("US", "bank", "us-electronic-transfer-error"),
        ("IN", "bank", "in-failed-transaction"),
        ("IN", "retail", "in-defective-goods"),
    ],
)
def test_a_right_is_told_of_where_the_company_is_of_its_kind(country, sector, first):
    assert perhaps(country, sector)[0] == first


@pytest.mark.parametrize("sector", ["telecom", "retail", "energy"])
def test_no_flight_and_no_bank_error_is_told_of_elsewhere(sector):
    uses = {right.id: right.use for right in RIGHTS}
    for country in ("DE", "GB", "US", "IN"):
        assert {"flight", "bank-error"}.isdisjoint(uses[one] for one in perhaps(country, sector))


def test_late_delivery_has_no_place_once_the_goods_are_there():
    came = Event(seq=2, entry_id="e2", on=date(2026, 3, 1), what="delivered", kind="delivered")
    assert "gb-late-delivery" in perhaps("GB", "retail")
    assert "gb-late-delivery" not in perhaps("GB", "retail", came)


def test_every_use_of_a_right_is_that_of_a_letter():
    assert {right.use for right in RIGHTS} <= {use for kind in KINDS.values() for use in kind.uses}


def helped(
    country: str, sector: str, *log, purchase: Purchase | None = None, **fields
) -> list[str]:
    case = a_case(*log, country=country, sector=sector, purchase=purchase, **fields)
    return [right.id for right in may_help(summarise(case), RIGHTS, today=day("01-20"))]


def test_next_tells_of_entitlements_of_which_one_answer_is_all_that_is_open():
    assert helped("IE", "airline") == ["eu-flight-compensation", "eu-flight-refund"]
    assert helped("GB", "retail") == ["gb-late-delivery", "gb-repair-replace"]
    assert helped("GB", "retail", event("01-10", "delivered")) == [
        *("gb-short-term-reject", "gb-repair-replace"),
    ]


def test_next_tells_of_none_whose_conditions_the_record_does_not_show():
    """How it was bought or paid, what it cost, or that its time is not over."""
    assert "gb-section-75" not in helped("GB", "retail")
    card = Purchase(payment="credit card", price=Money(amount=Decimal(150), currency="GBP"))
    assert "gb-section-75" in helped("GB", "retail", purchase=card)
    small = replace(card, price=Money(amount=Decimal("100.00"), currency="GBP"))
    assert "gb-section-75" not in helped("GB", "retail", purchase=small)
    assert "gb-short-term-reject" not in helped("GB", "retail", event("2025-12-01", "delivered"))


def test_a_second_delivery_brings_no_right_back():
    log = (event("2025-12-01", "delivered"), event("01-15", "delivered"))
    assert "gb-short-term-reject" not in helped("GB", "retail", *log)


@pytest.mark.parametrize("sector", ["airline", "bank", "energy", "insurance", "rail"])
def test_no_goods_are_told_of_where_the_company_sells_none(sector):
    uses = {right.id: right.use for right in RIGHTS}
    for country in ("GB", "IE", "DE", "AU", "NZ", "NG", "ZA"):
        assert "faulty-goods" not in {uses[one] for one in helped(country, sector)}


def test_letters_for_records_debts_and_reports_are_not_told_of_as_entitlements():
    uses = {right.id: right.use for right in RIGHTS}
    for country in ("GB", "DE", "US", "ZA", "CA"):
        found = {uses[one] for one in helped(country, "debt-collector")}
        assert {"records", "debt", "credit-report", "final-notice"}.isdisjoint(found)
