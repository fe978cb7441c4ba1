from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaintkit.errors import WrongUsage
from complaintkit.model.money import Money
from complaintkit.rules.amounts import read_money


@pytest.mark.parametrize(
    ("text", "settings", "amount", "currency"),
    [
        ("84.20", {"currency": "USD"}, "84.20", "USD"),
        ("84,20", {"currency": "EUR"}, "84.20", "EUR"),
        ("$84.20", {"currency": "CAD"}, "84.20", "CAD"),
        ("USD 84.20", {}, "84.20", "USD"),
        ("84.20 usd", {"currency": "EUR"}, "84.20", "USD"),
        ("US$20", {}, "20", "USD"),
        ("84,20 €", {"currency": "USD"}, "84.20", "EUR"),
        ("1,234.50", {"currency": "USD"}, "1234.50", "USD"),
        ("1.234,50 €", {}, "1234.50", "EUR"),
        ("1\u202f234,50 €", {}, "1234.50", "EUR"),
        ("CHF 1'234.50", {}, "1234.50", "CHF"),
        ("₹1,00,000.00", {}, "100000.00", "INR"),
        ("1.234.567", {"currency": "EUR"}, "1234567", "EUR"),
        ("84,- €", {}, "84", "EUR"),
        ("£5", {}, "5", "GBP"),
        ("50 pounds", {}, "50", "GBP"),
        ("₦24,000", {}, "24000", "NGN"),
        ("R450", {}, "450", "ZAR"),
        ("Rs. 4,999", {"currency": "INR"}, "4999", "INR"),
        ("0.500", {"currency": "KWD"}, "0.500", "KWD"),
    ],
)
def test_an_amount_as_people_write_it_is_exact(text, settings, amount, currency):
    money = read_money(text, **settings)
    assert money == Money(amount=Decimal(amount), currency=currency)
    assert str(money.amount) == amount


@pytest.mark.parametrize("text", ["1.234", "1,234", "18.402"])
def test_three_digits_after_a_mark_are_refused_with_both_readings(text):
    whole, rest = text.replace(",", ".").split(".")
    with pytest.raises(WrongUsage) as refused:
        read_money(text, currency="EUR")
    assert f"can be {whole}{rest} or {whole}.{rest}" in refused.value.problem


def test_the_habit_of_the_country_settles_three_digits():
    def number(text: str, *, comma: bool) -> Decimal:
        return read_money(text, currency="EUR", decimal_comma=comma).amount

    assert number("18.402", comma=True) == Decimal(18402)
    assert number("18.402", comma=False) == Decimal("18.402")
    assert number("1,234", comma=False) == Decimal(1234)


@pytest.mark.parametrize("text", ["$84.20", "84.20", "kr 50", "¥500"])
def test_a_currency_that_is_not_known_is_asked_for(text):
    with pytest.raises(WrongUsage) as refused:
        read_money(text)
    assert "--currency" in refused.value.fix


def test_a_dollar_sign_does_not_become_another_currency():
    with pytest.raises(WrongUsage):
        read_money("$84", currency="EUR")


@pytest.mark.parametrize(
    "text",
    ["-5", "−5 €", "(5)", "NaN", "inf", "1e5", "1.23456", "1,2,3", "1.2.3", "", "$", "٣", ".20",
     "12 ABC", "USD 5 EUR", "refund of 84.20", "1" * 30, "5 €/month"],
)  # fmt: skip
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(WrongUsage):
        read_money(text, currency="USD")


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["USD", "EUR", "NGN"]))
def test_an_amount_written_plainly_is_read_again(amount, currency):
    assert read_money(f"{amount:f} {currency}") == Money(amount=amount, currency=currency)
    assert read_money(f"{amount:,}", currency=currency).amount == amount


@given(st.text(max_size=20))
def test_any_text_is_an_amount_or_one_plain_refusal(text):
    try:
        money = read_money(text, currency="USD")
    except WrongUsage:
        return
    assert money.amount >= 0
