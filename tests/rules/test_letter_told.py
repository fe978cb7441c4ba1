"""Tests of rules/letter_told.py: what the person's own words tell already."""

from datetime import date
from decimal import Decimal

import pytest

from complaintkit.model.case import Case, Event, Purchase
from complaintkit.model.money import Money
from complaintkit.model.people import Company
from complaintkit.rules.letter_told import is_day_told, is_event_told, is_told, is_wholly_told

TODAY = date(2026, 3, 1)
PRICE = Money(amount=Decimal("84.20"), currency="USD")


def case(problem: str, **kept: object) -> Case:
    company = Company(name="Acme")
    return Case(id="c", name="c", opened_on=TODAY, company=company, problem=problem, **kept)  # type: ignore[arg-type]


def event(what: str, amount: Money | None = None, day: int = 9) -> Event:
    return Event(seq=2, entry_id="v", on=date(2026, 3, day), what=what, amount=amount)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("taken on March 9 and again on March 11, 2026", True),
        ("on 9 March", True),
        ("on the 9th of March 2026", True),
        ("on Mar. 9", True),
        ("2026-03-09", True),
        ("le 9 mars 2026", True),
        ("am 9. März", True),
        ("el 9 de marzo de 2026", True),
        ("le 9 mars 2025", False),
        ("el 9 de marzo de 2025", False),
        ("am 19. März", False),
        ("on March 9, 2025", False),
        ("on March 19", False),
        ("on 19 March", False),
        ("9 marchers", False),
        ("in March", False),
    ],
)
def test_a_day_is_told_only_where_it_is_named(text: str, told: bool):
    assert is_day_told(date(2026, 3, 9), text) is told


def test_the_first_of_a_month_is_told_as_french_writes_it():
    assert is_day_told(date(2026, 8, 1), "coupée depuis le 1er août 2026")
    assert not is_day_told(date(2026, 8, 1), "coupée depuis le 11 août 2026")


@pytest.mark.parametrize(
    ("text", "amount", "told"),
    [
        ("le remboursement de 389,00 €", "389.00", True),
        ("Rückzahlung von 1.389,00 €", "1389.00", True),
        ("1 389,50 € débités", "1389.50", True),
        ("389,00 €", "89.00", False),
        ("24,000 points", "24.00", False),
    ],
)
def test_a_sum_with_a_decimal_comma_is_read(text: str, amount: str, told: bool):
    assert is_told(Money(amount=Decimal(amount), currency="EUR"), text) is told


def test_an_event_is_told_where_its_day_its_sum_and_half_of_its_words_are():
    problem = case("The bill of $84.20 was taken from my account on March 9.")
    assert is_event_told(event("payment taken from the account", PRICE), problem)
    assert not is_event_told(event("payment taken from the account", PRICE, day=10), problem)
    assert is_event_told(
        event("payment taken from the account", PRICE, day=10), problem, loosely=True
    )
    other = Money(amount=Decimal("9.00"), currency="USD")
    assert not is_event_told(event("payment taken from the account", other), problem)
    assert not is_event_told(event("supervisor telephoned unprompted"), problem)


def test_an_event_is_wholly_told_where_no_word_of_it_is_missing():
    problem = case("The machine was delivered on 9 March.")
    assert is_wholly_told(event("machine delivered"), problem)
    assert not is_wholly_told(event("machine delivered and installed"), problem)


def test_the_purchase_is_told_by_its_own_line():
    bought = Purchase(what="kettle", bought_on=date(2026, 3, 9), price=PRICE)
    assert is_event_told(event("ordered in the shop", PRICE), case("It leaks.", purchase=bought))
    assert not is_event_told(event("ordered in the shop"), case("It leaks.", purchase=bought))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a credit of $80.00 and more", True),
        ("$80 back", True),
        ("80 dollars", True),
        ("80 USD", True),
        ("USD 80", True),
        ("March 80", False),
        ("80 kettles", False),
        ("$800", False),
        ("80.00", True),
        ("$180.00", False),
        ("$80.50", False),
        ("1.80", False),
        ("a credit", False),
        ("", False),
    ],
)
def test_a_sum_is_told_only_where_it_stands_alone(text: str, told: bool):
    assert is_told(Money(amount=Decimal("80.00"), currency="USD"), text) is told


def test_a_sum_with_thousands_is_recognised():
    money = Money(amount=Decimal("2917.40"), currency="EUR")
    assert is_told(money, "the bill of €2,917.40 came")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pagué 1.429,50 € por ella.", True),
        ("Pagué 1429,50 euros por ella.", True),
        ("They charged $1,429.50.", True),
        ("Pagué 1.429 € por ella.", False),
        ("Pagué 429,50 € por ella.", False),
        ("Factura 1.429.501", False),
    ],
)
def test_a_sum_is_told_with_a_decimal_comma_as_with_a_point(text: str, told: bool):
    assert is_told(Money(amount=Decimal("1429.50"), currency="EUR"), text) is told


def test_a_whole_sum_in_groups_by_points_is_told():
    million = Money(amount=Decimal(1500000), currency="COP")
    assert is_told(million, "Pagué $1.500.000 por la estufa.")
    assert not is_told(Money(amount=Decimal(1500), currency="COP"), "Pagué $1.500.000.")


@pytest.mark.parametrize("text", ["It cost $24,000.", "Costó 129,24 €.", "Costó 24,90 €."])
def test_a_piece_of_a_longer_sum_is_not_the_sum(text: str):
    assert not is_told(Money(amount=Decimal("24.00"), currency="EUR"), text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("die Rechnung über 2.917,40 €", True),
        ("Fr. 2’917.40", True),
        ("2 917,40 Euro", True),
        ("2.917,45 €", False),
        ("12.917,40 €", False),
    ],
)
def test_a_sum_is_recognised_as_german_writes_it(text: str, told: bool):
    assert is_told(Money(amount=Decimal("2917.40"), currency="EUR"), text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [("1.200 €", True), ("1200 Euro", True), ("1’200 Franken", True), ("1.200 Seiten", False)],
)
def test_a_whole_sum_is_recognised_as_german_writes_it(text: str, told: bool):
    assert is_told(Money(amount=Decimal("1200.00"), currency="EUR"), text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("La secadora llegó el 2 de marzo.", True),
        ("Llegó el 2 de marzo de 2026.", True),
        ("Llegó el 2 mar.", True),
        ("Llegó el 2 de marzo de 2025.", False),
        ("Llegó el 12 de marzo.", False),
        ("Llegó el 2 de mayo.", False),
    ],
)
def test_a_day_is_told_in_spanish_too(text: str, told: bool):
    assert is_day_told(date(2026, 3, 2), text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("am 9. März kam sie", True),
        ("am 9. März 2026", True),
        ("seit 9.3.2026", True),
        ("seit dem 09.03.26", True),
        ("am 9.3. kam sie", True),
        ("am 9. März 2025", False),
        ("am 19. März", False),
        ("Version 9.3.1", False),
        ("am 9.3.2025", False),
    ],
)
def test_a_day_is_recognised_as_german_writes_it(text: str, told: bool):
    assert is_day_told(date(2026, 3, 9), text) is told
