"""How are days, hours and sums written in the way of a country?"""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.render.locale_text import day_text, hour_text, sum_text

Words = Mapping[str, Any]


def date_text(day: object, locale: str, words: Words) -> str:
    """Write a date out as precisely as it is known: “12 January 2026”, “January 2026”."""
    return _dated(day, locale, words, long=True)


def short_date(day: object, locale: str, words: Words) -> str:
    """Write a date as a table has room for it: “12 Jan 2026”, “Jan 12, 2026”."""
    return _dated(day, locale, words, long=False)


def _dated(day: object, locale: str, words: Words, *, long: bool) -> str:
    on = day.on if isinstance(day, Moment) else day
    if not isinstance(on, date):
        raise TypeError(day)
    form = "long" if long else "short"
    if isinstance(day, Moment) and day.precision is Precision.MONTH:
        form = "month" if long else "short_month"
    text = day_text(on, locale, form)
    if isinstance(day, Moment) and day.precision is Precision.ABOUT and not day.has_time:
        return str(words["when"]["about_day"].format(day=text))
    return text


def on_text(day: object, locale: str, words: Words) -> str:
    """Write “on 12 January 2026”, or “in January 2026” where the day is not known."""
    month_only = isinstance(day, Moment) and day.precision is Precision.MONTH
    pattern = words["when"]["in_month" if month_only else "on_day"]
    return str(pattern.format(day=date_text(day, locale, words)))


def when_text(moment: object, locale: str, words: Words) -> str:
    """Write a day briefly and, where it is known and real, the hour: “12 Jan 2026, 13:00”."""
    day = short_date(moment, locale, words)
    if not isinstance(moment, Moment) or not moment.has_time or moment.skipped:
        return day
    hour = hour_text(moment.wall.time(), locale)
    pattern = words["when"]["about" if moment.precision is Precision.ABOUT else "at"]
    return str(pattern.format(day=day, hour=hour))


def since_text(start: str, locale: str, words: Words) -> str:
    """Read “2008”, “March 2008” or “2008-03-01” as a beginning, “ten years” as a length."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", start):
        with suppress(ValueError):
            start = date_text(date.fromisoformat(start), locale, words)
    begins = re.search(r"\b(1[89]|20)\d\d\b", start) or start.casefold() in words["months"]
    return str(words["when"]["since" if begins else "for_time"].format(day=start))


def money_text(amount: object, locale: str) -> str:
    """Write a sum with its sign and at least the usual decimals: “$80.00”, “US$80.00”."""
    if not isinstance(amount, Money):
        raise TypeError(amount)
    exact = -int(amount.amount.as_tuple().exponent) > 2  # noqa: PLR2004 – half-cents stay
    return sum_text(amount.amount, amount.currency, locale, exact=exact)
