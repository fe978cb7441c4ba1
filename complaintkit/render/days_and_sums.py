"""How are days, hours and sums written in the way of a country?"""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.render.locale_text import day_text, hour_text, sum_text
from complaintkit.rules.letter_told import MONTHS

Words = Mapping[str, Any]

_DAY_STOP = re.compile(r"(?<=\d\.) ")  # of “3. März”: no line and no sentence ends there

_MONTH = re.compile(rf"({'|'.join(MONTHS)}) ((?:18|19|20)\d\d)", re.IGNORECASE)


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
    month_only = isinstance(day, Moment) and day.precision is Precision.MONTH
    if month_only:
        form = "month" if long else "short_month"
    text = _DAY_STOP.sub("\u00a0", day_text(on, locale, form))
    if on.day == 1 and not month_only and text.startswith("1 "):
        text = words.get("first_of_month", "1") + text[1:]
    if isinstance(day, Moment) and day.precision is Precision.ABOUT and not day.has_time:
        return str(words["when"]["about_day"].format(day=text))
    return text


def on_text(day: object, locale: str, words: Words) -> str:
    """Write “on 12 January 2026”, or “in January 2026” where the day is not known.

    Where “on” and “about” do not go together, `on_about` stands for both.
    """
    when = words["when"]
    month_only = isinstance(day, Moment) and day.precision is Precision.MONTH
    if isinstance(day, Moment) and day.precision is Precision.ABOUT and not day.has_time:
        day, pattern = (day.on, when["on_about"]) if "on_about" in when else (day, when["on_day"])
        return str(pattern.format(day=date_text(day, locale, words)))
    pattern = when["in_month" if month_only else "on_day"]
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
    """Read “2008”, “March 2008” or “2008-03-01” as a beginning, “ten years” as a length.

    A month in English is written in the language of the letter. What was typed with its own
    “since” stays. Some lengths stand after “since” too: in German “seit zehn Jahren”, but “schon
    zehn Jahre”.
    """
    when = words["when"]
    if start.casefold().startswith(when["since"].partition("{")[0].casefold()):
        return start
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", start):
        with suppress(ValueError):
            start = date_text(date.fromisoformat(start), locale, words)
    elif found := _MONTH.fullmatch(start):
        first = date(int(found[2]), MONTHS.index(found[1].casefold()) + 1, 1)
        start = day_text(first, locale, "month")
    begins = re.search(r"\b(1[89]|20)\d\d\b", start) or start.casefold() in words["months"]
    if begins and re.match(r"\d{1,2}\D", start):
        return str(when.get("since_day", when["since"]).format(day=start))
    since = begins or not set(when.get("since_words", ())).isdisjoint(start.casefold().split())
    return str(when["since" if since else "for_time"].format(day=start))


def money_text(amount: object, locale: str) -> str:
    """Write a sum with its sign and at least the usual decimals: “$80.00”, “US$80.00”."""
    if not isinstance(amount, Money):
        raise TypeError(amount)
    exact = -int(amount.amount.as_tuple().exponent) > 2  # noqa: PLR2004 – half-cents stay
    text = sum_text(amount.amount, amount.currency, locale, exact=exact)
    return text.replace("\u202f", "\u00a0")
