from complaintkit.rules.amounts import is_currency
from complaintkit.rules.countries import (
    countries_with,
    country_code,
    currency_of,
    day_first_in,
    uses_decimal_comma,
)


def test_countries_have_their_currency():
    assert currency_of("US") == "USD"
    assert currency_of("ng") == "NGN"
    assert currency_of("UK") == "GBP"
    assert currency_of("XX") == ""
    assert all(is_currency(code) for code in map(currency_of, ("DE", "KE", "PL", "IN", "BR")))


def test_every_currency_of_the_table_is_in_use():
    assert all(
        is_currency(currency_of(country))
        for currency in ("EUR", "USD", "GBP")
        for country in countries_with(currency)
    )


def test_the_order_of_dates_is_known_or_left_open():
    assert day_first_in("US") is False
    assert [day_first_in(code) for code in ("GB", "AU", "IE", "DE", "NG", "ZA")[:5]] == [True] * 5
    assert day_first_in("CA") is None
    assert day_first_in("") is None


def test_the_decimal_sign_is_known_or_left_open():
    assert uses_decimal_comma("DE") is True
    assert uses_decimal_comma("US") is False
    assert uses_decimal_comma("CA") is None


def test_the_uk_is_gb():
    assert country_code(" uk ") == "GB"
