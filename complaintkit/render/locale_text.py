"""How does a country write its dates, hours, sums and the names of others?

As Unicode CLDR says, from the tables that `.ci/compile_locales.py` takes out of babel. For a
locale without a table babel itself is asked. tests/render/test_locale_text.py holds both equal.
"""

import json
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any

from complaintkit.render.compiled import compiled_text

# The skeletons by which CLDR knows the shorter ways to write a date.
SKELETONS = {"short": "yMMMd", "month": "yMMMM", "short_month": "yMMM"}


def day_text(on: date, locale: str, form: str) -> str:
    """Write a date; `form` is “long”, “short”, “month” or “short_month”, both without the day."""
    table = _table(locale)
    if table is None:
        return _babel_day(on, locale, form)
    pattern: str = table["day"][form]
    return pattern.format(
        d=on.day,
        dd=f"{on.day:02}",
        M=on.month,
        MM=f"{on.month:02}",
        MMM=table["short_months"][on.month - 1],
        MMMM=table["months"][on.month - 1],
        y=on.year,
        yy=f"{on.year % 100:02}",
    )


def hour_text(hour: time, locale: str) -> str:
    """Write a time of day to the minute: “13:00”, “1:00 PM”."""
    table = _table(locale)
    if table is None:
        return _babel_hour(hour, locale)
    pattern: str = table["hour"]
    twelfth = hour.hour % 12 or 12
    return pattern.format(
        h=twelfth,
        hh=f"{twelfth:02}",
        H=hour.hour,
        HH=f"{hour.hour:02}",
        mm=f"{hour.minute:02}",
        a=table["halves"][hour.hour // 12],
    )


def sum_text(amount: Decimal, currency: str, locale: str, *, exact: bool) -> str:
    """Write a sum with the decimals of its currency; `exact`: with more, where it has more."""
    table = _table(locale)
    if table is None or not amount.is_finite():
        return _babel_sum(amount, currency, locale, exact=exact)
    pattern, below = table["sum"], int(amount.is_signed())
    value = abs(amount).normalize()
    least = table["decimals"].get(currency, 2)
    own = -int(value.as_tuple().exponent)
    rounded = value.quantize(Decimal(1).scaleb(-max(least, own if exact else 0)))
    whole, _, rest = f"{rounded:f}".partition(".")
    number = _grouped(whole, pattern["groups"], pattern["group"])
    if rest:
        number += f"{pattern['point']}{rest}"
    sign = table["signs"].get(currency, currency)
    before, after = (pattern[side][below].replace("¤", sign) for side in ("before", "after"))
    return f"{before}{number}{after}"


def country_name(code: str, locale: str) -> str:
    """Return the name of a country, or its code where it has no name there."""
    table = _table(locale)
    if table is None:
        from babel import Locale

        return str(Locale.parse(locale).territories.get(code, code))
    return str(table["countries"].get(code, code))


def _grouped(digits: str, groups: tuple[int, int], sign: str) -> str:
    """Set a sign between groups of digits; in India the second and later groups hold two."""
    size, later = groups
    found: list[str] = []
    while len(digits) > size:
        found.append(digits[-size:])
        digits, size = digits[:-size], later
    return sign.join([digits, *reversed(found)])


@cache
def _table(locale: str) -> dict[str, Any] | None:
    try:
        table: dict[str, Any] = json.loads(compiled_text(f"locale-{locale}.json"))
    except FileNotFoundError:
        return None
    return table


def _babel_day(on: date, locale: str, form: str) -> str:
    from babel.dates import format_date, format_skeleton

    if form == "long":
        return str(format_date(on, "long", locale=locale))
    return str(format_skeleton(SKELETONS[form], on, locale=locale))


def _babel_hour(hour: time, locale: str) -> str:
    from babel.dates import format_time

    return str(format_time(hour, "short", locale=locale)).replace("\u202f", "\u00a0")


def _babel_sum(amount: Decimal, currency: str, locale: str, *, exact: bool) -> str:
    from babel.numbers import format_currency

    return str(format_currency(amount, currency, locale=locale, decimal_quantization=not exact))
