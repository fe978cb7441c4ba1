"""Tests of the rights that serve complaints about flights, late goods and bank errors."""

from dataclasses import replace
from datetime import date

import pytest

from complaintkit.model.case import Case, Event
from complaintkit.model.letter import Choices
from complaintkit.model.people import Company
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.rules.rights import right_for
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
