"""Tests of render/locale_text.py: days, hours, sums and countries as babel writes them."""

import json
import random
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_currency
from compiling import MADE_WITH

from complaintkit.render.compiled import FOLDER
from complaintkit.render.environment import templates_folder, words_for
from complaintkit.render.locale_text import (
    SKELETONS,
    country_name,
    day_text,
    hour_text,
    sum_text,
)

LOCALES = sorted(file.stem.partition("-")[2] for file in Path(FOLDER).glob("locale-*.json"))
SOURCES = {
    json.loads((Path(FOLDER) / f"locale-{one}.json").read_text())["source"] for one in LOCALES
}
DAYS = [date(2027, 1, 1) + timedelta(days=number) for number in range(731)]  # a leap year is in it
ODD_DAYS = [date(1, 1, 1), date(26, 3, 9), date(999, 12, 31), date(9999, 12, 31)]
CURRENCIES = (
    *("USD", "EUR", "GBP", "CAD", "MXN", "CHF", "JPY", "KWD", "INR", "PHP", "NGN", "BRL", "AUD"),
    *("NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY", "ZAR", "KRW", "CNY", "VND", "CLP"),
    *("BHD", "TND", "UYW", "XXX", "ABC", "usd", ""),
)
FIXED = ["0", "-0", "0.00", "0.005", "0.995", "-1", "999", "1000", "-1234.5", "1234567.891", "1E+3"]
FIXED += ["9999999999999999999.99", "100000", "12345678.9", "0.1250", "-0.001", "2.675"]

from_this_babel = pytest.mark.skipif(
    {MADE_WITH} != SOURCES, reason=f"the tables were made with {SOURCES}, here is {MADE_WITH}"
)


@from_this_babel
@pytest.mark.parametrize("locale", LOCALES)
def test_every_day_of_two_years_reads_as_in_babel(locale):
    for day in (*DAYS, *ODD_DAYS):
        assert day_text(day, locale, "long") == format_date(day, "long", locale=locale)
        for form, skeleton in SKELETONS.items():
            assert day_text(day, locale, form) == format_skeleton(skeleton, day, locale=locale)


@from_this_babel
@pytest.mark.parametrize("locale", LOCALES)
def test_every_hour_reads_as_in_babel_without_the_narrow_space(locale):
    for minutes in range(0, 24 * 60, 7):
        for hour in (time(minutes // 60, minutes % 60), time(minutes // 60)):
            known = format_time(hour, "short", locale=locale).replace("\u202f", "\u00a0")
            assert hour_text(hour, locale) == known


@from_this_babel
@pytest.mark.parametrize("locale", LOCALES)
def test_sums_read_as_in_babel(locale):
    chance = random.Random(locale)
    drawn = [
        Decimal(
            chance.randrange(-(10 ** chance.randrange(1, 12)), 10 ** chance.randrange(1, 12))
        ).scaleb(-chance.randrange(5))
        for _ in range(100)
    ]
    for amount in (*map(Decimal, FIXED), *drawn):
        for currency in CURRENCIES:
            for exact in (False, True):
                known = format_currency(
                    amount, currency, locale=locale, decimal_quantization=not exact
                )
                assert sum_text(amount, currency, locale, exact=exact) == known, (amount, currency)


@from_this_babel
@pytest.mark.parametrize("locale", LOCALES)
def test_countries_are_called_as_in_babel(locale):
    for code in ("US", "GB", "DE", "MX", "CH", "PH", "CI", "QQ", "us", ""):
        assert country_name(code, locale) == Locale.parse(locale).territories.get(code, code)


def test_grouping_follows_the_country():
    assert sum_text(Decimal(12345678), "INR", "en_IN", exact=False) == "₹1,23,45,678.00"
    assert sum_text(Decimal("-1234.5"), "JPY", "en_US", exact=False) == "-¥1,234"
    assert sum_text(Decimal("0.125"), "USD", "en_US", exact=True) == "$0.125"
    assert sum_text(Decimal("-2917.4"), "EUR", "de_AT", exact=False) == "-€\u00a02.917,40"


def test_a_month_is_written_as_the_language_joins_it_to_the_year():
    march = date(2026, 3, 1)
    assert day_text(march, "en_US", "month") == "March 2026"
    assert day_text(march, "es_ES", "month") == "marzo de 2026"
    assert day_text(march, "de_DE", "short_month") == "März 2026"


def test_a_locale_without_a_table_is_asked_of_babel():
    assert "it_IT" not in LOCALES
    assert day_text(date(2026, 3, 9), "it_IT", "long") == "9 marzo 2026"
    assert day_text(date(2026, 3, 9), "it_IT", "short_month") == "mar 2026"
    assert hour_text(time(13, 5), "it_IT") == "13:05"
    assert sum_text(Decimal("1234.5"), "EUR", "it_IT", exact=False) == "1.234,50\u00a0€"
    assert country_name("DE", "it_IT") == "Germania"
    with pytest.raises(UnknownLocaleError):
        day_text(date(2026, 3, 9), "xx_XX", "long")


def test_every_style_of_every_language_has_a_table():
    for file in (templates_folder() / "words").glob("*.yaml"):
        for style in words_for(file.stem)["styles"].values():
            assert style["locale"] in LOCALES
