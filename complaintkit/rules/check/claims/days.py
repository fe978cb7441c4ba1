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
_SHORT_YEAR, _LONG_YEAR = 2, 4
_LONGEST_MONTH, _LONGEST_WEEKDAY = 12, 16  # characters, with what stands between it and the day
_WHOLE_WHEN_SHORT = ("may", "june", "july", "march", "april")
_MONTHS = frozenset(name[:3].casefold() for name in MONTHS)
_BLANKS = frozenset(" \n\t\u00a0")
_JOINED = frozenset(".,/-$£€₦₹…")


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
    found: list[Named] = []
    end = 0
    for digits in re.finditer(r"\d+", text):
        if digits.start() < end or digits.end() - digits.start() > _LONG_YEAR:
            continue
        match = _form(text, digits, end)
        days = tuple(_days(match, today, day_first=day_first)) if match else ()
        if match and days:
            found.append(_named(match, text, days))
            end = match.end()
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
    figures = [text[start:end] for part, start, end in named.parts if part in "abdm"]
    is_filled = all(map(str.isdigit, figures)) and any(one[0] == "0" for one in figures)
    is_swapped = any(part == "b" for part, _, _ in named.parts) and _is_month_first(text, named)
    for part, start, end in sorted(named.parts, key=lambda one: one[1], reverse=True):
        new = _part(part, text[start:end], day, is_swapped=is_swapped, is_filled=is_filled)
        whole = whole[: start - named.start] + new + whole[end - named.start :]
    return whole


def _form(text: str, digits: re.Match[str], least: int) -> re.Match[str] | None:
    """Return the written day that begins with these figures, or has them after its month.

    Nothing of it may stand before the place `least`.
    """
    start, end = digits.span()
    before = text[start - 1 : start]
    if end - start == _LONG_YEAR:
        return None if before.isalnum() else _iso().match(text, start)
    if end - start > _SHORT_YEAR or before.isalnum() or before in _JOINED:
        return None
    if text[end : end + 1] in ("/", ".", "-"):
        return _figures().match(text, start) or _after_month(text, start, least)
    return _before_month().match(text, start) or _after_month(text, start, least)


def _after_month(text: str, start: int, least: int) -> re.Match[str] | None:
    """Return “March 9, 2026”, where the figures stand at `start`."""
    head = text[max(least, start - _LONGEST_MONTH) : start].rstrip()
    if len(head) == start or text[start - 1] not in _BLANKS:
        return None
    letters = len(head.rstrip(".")) - 1
    while letters >= 0 and head[letters].isalpha():
        letters -= 1
    if head[letters + 1 : letters + 4].casefold() not in _MONTHS:
        return None
    match = _month_first().match(text, max(least, start - _LONGEST_MONTH) + letters + 1)
    return match if match and match.start("d") == start else None


def _named(match: re.Match[str], text: str, days: tuple[date, ...]) -> Named:
    """Keep the places of the parts; the name of a weekday before the day belongs to it."""
    parts = [(name, *match.span(name)) for name, held in match.groupdict().items() if held]
    start = match.start()
    before = _weekday().search(text, max(0, start - _LONGEST_WEEKDAY), start)
    if before and before.end() == start:
        start = before.start()
        parts.append(("w", *before.span(1)))
    has_year = any(part == "y" for part, _, _ in parts)
    return Named(start, match.end(), days, has_year, tuple(parts))


def _days(match: re.Match[str], today: date, *, day_first: bool | None) -> Iterator[date]:
    held = match.groupdict()
    if "b" in held:
        first, second, year = int(held["a"]), int(held["b"]), _full_year(held["y"])
        if day_first is not False or first > len(MONTHS):
            yield from _real(year, second, first)
        if day_first is not True or second > len(MONTHS):
            yield from _real(year, first, second)
        return
    if held["m"] == "may" and not held["y"] and match.start("m") < match.start("d"):
        return  # “you may 2 or 3 times …”
    month = int(held["m"]) if held["m"].isdigit() else (month_of(held["m"].casefold()) or 0)
    years = (int(held["y"]),) if held["y"] else (today.year, today.year - 1, today.year + 1)
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


def _part(part: str, text: str, day: date, *, is_swapped: bool, is_filled: bool) -> str:
    if part in "ab" or (part == "m" and text.isdigit()):
        number = day.month if part == "m" or (part == "b") != is_swapped else day.day
        return str(number).zfill(2 if is_filled else 1)
    if part == "d":
        return str(day.day).zfill(2 if is_filled or text.startswith("0") else 1)
    if part == "y":
        return f"{day.year:04}"[-len(text) :]
    if part == "o":
        return _ordinal(day.day)
    name = MONTHS[day.month - 1] if part == "m" else WEEKDAYS[day.weekday()]
    is_cut = len(text) < len("April") and text.casefold() not in _WHOLE_WHEN_SHORT
    name = name[: len(text)] if is_cut else name
    return name.upper() if text.isupper() else name.lower() if text.islower() else name


def _ordinal(day: int) -> str:
    few = {1: "st", 2: "nd", 3: "rd"}
    return "th" if day in (11, 12, 13) else few.get(day % 10, "th")


@cache
def _weekday() -> re.Pattern[str]:
    names = "mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun"
    return re.compile(rf"\b((?:{names})(?:day)?)\b\.?,?\s+(?:the\s+)?", re.IGNORECASE)


@cache
def _before_month() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<d>\d+)(?P<o>st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_MONTH})\b(?:\.?,?\s+(?P<y>{_YEAR})\b)?",
        re.IGNORECASE,
    )


@cache
def _month_first() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<m>{_MONTH})\b\.?\s+(?P<d>\d\d?)(?P<o>st|nd|rd|th)?\b(?![:.]\d)"
        rf"(?:,?\s+(?P<y>{_YEAR})\b)?",
        re.IGNORECASE,
    )


@cache
def _iso() -> re.Pattern[str]:
    return re.compile(rf"(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])")


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"(?P<a>\d\d?)([/.-])(?P<b>\d\d?)\2(?P<y>(?:19|20)?\d\d)(?![\w/-]|\.\d)")
