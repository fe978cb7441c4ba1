"""Which days does an English text name, and how is another day written in the same way?"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from typing import NamedTuple

from complaintkit.rules.day_words import MONTHS, WEEKDAYS, month_of

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_YEAR = r"(?:19|20)\d\d"
_SHORT_YEAR = 2
_SHORT_NAME = 3


class Named(NamedTuple):
    """A day as it stands in a text: from where to where, and which days it can mean.

    “03/04/2026” can mean two where the habit of the country is not known; “9 March” means that
    day of last year, of this one or of the next. `parts` say how it is written.
    """

    start: int
    end: int
    days: tuple[date, ...]
    has_year: bool
    parts: tuple[tuple[str, int, int], ...]


def days_in(text: str, *, today: date, day_first: bool | None) -> list[Named]:
    """Return the days that a text names, in their order; a month alone is none."""
    found = []
    for match in _pattern().finditer(text):
        days = tuple(_days(match, today, day_first=day_first))
        if days:
            found.append(_named(match, text, days))
    return found


def likely(named: Named, today: date) -> tuple[date, ...]:
    """Return the days that are meant: where no year is said, the one closest to today.

    A day to come has to be three times as close as one that is over.
    """
    if named.has_year:
        return named.days
    return (min(named.days, key=lambda day: (today - day).days * (1 if day <= today else -3)),)


def written_like(text: str, named: Named, day: date) -> str:
    """Write a day in the way in which another stands in a text: order, names, year or none."""
    whole = text[named.start : named.end]
    swapped = {part for part, _, _ in named.parts} >= {"a", "b"} and _is_month_first(text, named)
    for part, start, end in sorted(named.parts, key=lambda one: one[1], reverse=True):
        new = _part(part, text[start:end], day, swapped=swapped)
        whole = whole[: start - named.start] + new + whole[end - named.start :]
    return whole


def _named(match: re.Match[str], text: str, days: tuple[date, ...]) -> Named:
    """Keep the places of the parts; the name of a weekday before the day belongs to it."""
    parts = [
        (name[0], *match.span(name)) for name, held in match.groupdict().items() if held is not None
    ]
    start = match.start()
    before = _weekday().search(text, max(0, start - 16), start)
    if before and before.end() == start:
        start = before.start()
        parts.append(("w", *before.span(1)))
    has_year = any(part == "y" for part, _, _ in parts)
    return Named(start, match.end(), days, has_year, tuple(parts))


def _days(match: re.Match[str], today: date, *, day_first: bool | None) -> Iterator[date]:
    held = {name[0]: text for name, text in match.groupdict().items() if text is not None}
    if "a" in held:
        first, second, year = int(held["a"]), int(held["b"]), _full_year(held["y"])
        if day_first is not False or second > 12:  # noqa: PLR2004 - months
            yield from _real(year, second, first)
        if day_first is not True or first <= 12 < second:  # noqa: PLR2004
            yield from _real(year, first, second)
        return
    if held["m"] == "may" and "y" not in held and match["d2"]:
        return  # “you may 2 or 3 times …”
    month = int(held["m"]) if held["m"].isdigit() else (month_of(held["m"].casefold()) or 0)
    years = (int(held["y"]),) if "y" in held else (today.year, today.year - 1, today.year + 1)
    for year in years:
        yield from _real(year, month, int(held["d"]))


def _real(year: int, month: int, day: int) -> Iterator[date]:
    with suppress(ValueError):
        yield date(year, month, day)


def _full_year(text: str) -> int:
    return int(text) + (2000 if len(text) == _SHORT_YEAR else 0)


def _is_month_first(text: str, named: Named) -> bool:
    spans = {part: (start, end) for part, start, end in named.parts}
    return int(text[slice(*spans["a"])]) == named.days[0].month


def _part(part: str, text: str, day: date, *, swapped: bool) -> str:
    if part == "m" and text.isdigit():
        return str(day.month).zfill(len(text))
    if part in "ab":
        number = day.month if (part == "b") != swapped else day.day
        return str(number).zfill(len(text) if text.startswith("0") else 1)
    if part == "d":
        return str(day.day).zfill(2 if text.startswith("0") else 1)
    if part == "y":
        return f"{day.year:04}"[-len(text) :]
    names = MONTHS if part == "m" else WEEKDAYS
    if part == "o":
        return _ordinal(day.day)
    name = names[(day.month - 1) if part == "m" else day.weekday()]
    is_short = len(text) < _SHORT_NAME + 2 and text.casefold() != name.casefold()
    name = name[: min(len(text), 4)] if is_short and text.casefold() not in _FULL else name
    return name.upper() if text.isupper() else name.lower() if text.islower() else name


_FULL = ("may", "june", "july", "march", "april")


def _ordinal(day: int) -> str:
    few = {1: "st", 2: "nd", 3: "rd"}
    return "th" if day in (11, 12, 13) else few.get(day % 10, "th")


@cache
def _weekday() -> re.Pattern[str]:
    names = "mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun"
    return re.compile(rf"\b((?:{names})(?:day)?)\b\.?,?\s+(?:the\s+)?", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    year = rf"(?:,?\s+(?P<y#>{_YEAR})\b)?"
    forms = (
        rf"(?<![\w.,/$£€₦₹-])(?P<d1>\d{{1,2}})(?P<o1>st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\b\.?"
        + year.replace("#", "1"),
        rf"\b(?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?P<o2>st|nd|rd|th)?\b(?![:.]\d)"
        + year.replace("#", "2"),
        rf"(?<![\w/-])(?P<y3>{_YEAR})-(?P<m3>\d\d)-(?P<d3>\d\d)(?![\w-])",
        r"(?<![\w./-])(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y4>(?:19|20)?\d\d)"
        r"(?![\w/-]|\.\d)",
    )
    return re.compile("|".join(forms), re.IGNORECASE)
