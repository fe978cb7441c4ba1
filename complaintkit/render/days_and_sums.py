"""How are days, hours and sums written in the way of a country?"""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.rules.letter_told import MONTHS

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
    month_only = isinstance(day, Moment) and day.precision is Precision.MONTH
    text = _date_words(
        on, locale, ("MMMM yyyy" if long else "MMM yyyy") if month_only else "", long
    )
    if isinstance(day, Moment) and day.precision is Precision.ABOUT and not day.has_time:
        return str(words["when"]["about_day"].format(day=text))
    return text


@lru_cache(maxsize=1024)
def _date_words(on: date, locale: str, pattern: str, long: bool) -> str:  # noqa: FBT001 – cached
    """Ask babel; a letter names the same few days again and again.

    After the stop of “3. März” stands a space that does not break: no line and no sentence ends
    there.
    """
    from babel.dates import format_date, format_skeleton

    if pattern or long:
        text = str(format_date(on, pattern or "long", locale=locale))
    else:
        text = str(format_skeleton("yMMMd", on, locale=locale))
    return re.sub(r"(?<=\d\.) ", "\u00a0", text)


@lru_cache(maxsize=256)
def _hour_words(hour: time, locale: str) -> str:
    from babel.dates import format_time

    return str(format_time(hour, "short", locale=locale)).replace("\u202f", "\u00a0")


def on_text(day: object, locale: str, words: Words) -> str:
    """Write “on 12 January 2026”, “in January 2026”, or as a language says “on about 12 March”."""
    when = words["when"]
    pattern = when["on_day"]
    if isinstance(day, Moment) and day.precision is Precision.MONTH:
        pattern = when["in_month"]
    elif isinstance(day, Moment) and day.precision is Precision.ABOUT and not day.has_time:
        pattern = when.get("on_about", pattern)
    return str(pattern.format(day=date_text(day, locale, words)))


def when_text(moment: object, locale: str, words: Words) -> str:
    """Write a day briefly and, where it is known and real, the hour: “12 Jan 2026, 13:00”."""
    day = short_date(moment, locale, words)
    if not isinstance(moment, Moment) or not moment.has_time or moment.skipped:
        return day
    hour = _hour_words(moment.wall.time(), locale)
    pattern = words["when"]["about" if moment.precision is Precision.ABOUT else "at"]
    return str(pattern.format(day=day, hour=hour))


def since_text(start: str, locale: str, words: Words) -> str:
    """Read “2008”, “March 2008” or “2008-03-01” as a beginning, “ten years” as a length.

    What was typed with its own “since” stays. Some lengths stand after “since” too: in German
    “seit zehn Jahren”, but “schon zehn Jahre”.
    """
    when = words["when"]
    if start.casefold().startswith(_lead(when["since"])):
        return start
    start = _month_named(start, locale)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", start):
        with suppress(ValueError):
            start = date_text(date.fromisoformat(start), locale, words)
    begins = re.search(r"\b(1[89]|20)\d\d\b", start) or start.casefold() in words["months"]
    since = begins or not set(when.get("since_words", ())).isdisjoint(start.casefold().split())
    return str(when["since" if since else "for_time"].format(day=start))


def _lead(pattern: str) -> str:
    return pattern.partition("{")[0].casefold()


def _month_named(start: str, locale: str) -> str:
    """Name the month of “March 1998” in the language of the letter."""
    month, _, year = start.casefold().partition(" ")
    if month not in MONTHS or not re.fullmatch(r"\d{4}", year) or not int(year):
        return start
    return _date_words(date(int(year), MONTHS.index(month) + 1, 1), locale, "MMMM yyyy", True)  # noqa: FBT003


def money_text(amount: object, locale: str) -> str:
    """Write a sum with its sign and at least the usual decimals: “$80.00”, “US$80.00”."""
    if not isinstance(amount, Money):
        raise TypeError(amount)
    return _sum_words(amount.amount, amount.currency, locale)


@lru_cache(maxsize=256)
def _sum_words(amount: Decimal, currency: str, locale: str) -> str:
    from babel.numbers import format_currency

    exact = -int(amount.as_tuple().exponent) > 2  # noqa: PLR2004 – half-cents stay
    return str(format_currency(amount, currency, locale=locale, decimal_quantization=not exact))
