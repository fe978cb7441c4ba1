"""Which dates does a text print, and how is another day written in the same way?"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import NamedTuple

NEAR_DAYS = 180
"""A day without its year is read as the next one, where that is no further off than this."""

_DAY = r"(?P<d>[0-9]{1,2})(?P<o>st|nd|rd|th)?"
_CUE = re.compile(r"\b(?:by|before|until|bis)\b[\s\u00a0]+(?:the\s+|zum\s+)?$", re.I)


class Printed(NamedTuple):
    """A date as it stands in a text: which day, from where to where, and whether “by” precedes."""

    day: date
    start: int
    end: int
    is_asked: bool


def dates_in(text: str, language: str, *, near: date | None = None) -> list[Printed]:
    """Return the dates that a text prints, in their order.

    Read are “15 May 2026”, “May 15th, 2026”, “2026-05-15” and “15.5.2026”; never 03/04/2026,
    which has two readings. `near`: a day without a year is the next one after it.
    """
    found = []
    for match in _pattern(language).finditer(text):
        day = _day(match, language, near)
        if day:
            is_asked = bool(_CUE.search(text[max(0, match.start() - 40) : match.start()]))
            found.append(Printed(day, match.start(), match.end(), is_asked))
    return found


def with_dates(text: str, language: str, moved: dict[date, date]) -> str:
    """Write each of these days as the other, in the way in which it stood there."""
    pieces, at = [], 0
    for match in _pattern(language).finditer(text):
        day = _day(match, language, None)
        if day in moved:
            pieces += [text[at : match.start()], _written(match, moved[day], language)]
            at = match.end()
    return "".join([*pieces, text[at:]])


@lru_cache(maxsize=8)
def _months(language: str) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Return, by each name of a month, its number and the twelve names of the same kind."""
    from babel.dates import get_month_names

    known: dict[str, tuple[int, tuple[str, ...]]] = {}
    for width in ("abbreviated", "wide"):
        names = get_month_names(width, locale=language)
        row = tuple(str(names[number]).rstrip(".") for number in range(1, 13))
        known |= {name.casefold(): (number, row) for number, name in enumerate(row, 1)}
    return known


@lru_cache(maxsize=8)
def _weekdays(language: str) -> tuple[str, ...]:
    from babel.dates import get_day_names

    names = get_day_names("wide", locale=language)
    return tuple(str(names[number]) for number in range(7))


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    names = sorted(_months(language), key=len, reverse=True)
    month = f"(?P<m>{'|'.join(map(re.escape, names))})"
    year = r"(?:,?[\s\u00a0]+(?P<y>[0-9]{4})\b)?"
    weekday = rf"(?:(?P<w>{'|'.join(map(re.escape, _weekdays(language)))}),?[\s\u00a0]+)?"
    forms = (
        rf"\b{weekday}{_DAY}\.?[\s\u00a0]+(?:of\s+)?{month}\b\.?{year}",
        rf"\b{weekday}{month}\b\.?[\s\u00a0]+{_DAY}\b{year}",
        r"\b(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})\b",
        r"\b(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})\b",
    )
    numbered = (re.sub(r"\?P<([dmyow])>", rf"?P<\g<1>{at}>", form) for at, form in enumerate(forms))
    return re.compile("|".join(f"(?:{form})" for form in numbered), re.IGNORECASE)


def _parts(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Yield d, m, y, o and w with the name of the group that holds it here."""
    for name, text in match.groupdict().items():
        if text is not None:
            yield name[0], name


def _day(match: re.Match[str], language: str, near: date | None) -> date | None:
    text = {part: match[name] for part, name in _parts(match)}
    named = _months(language).get(text["m"].casefold())
    month, day = named[0] if named else int(text["m"]), int(text["d"])
    with suppress(ValueError):
        if "y" in text:
            return date(int(text["y"]), month, day)
        if near:
            return _next(near, month, day)
    return None


def _next(near: date, month: int, day: int) -> date | None:
    for year in (near.year, near.year + 1):
        with suppress(ValueError):
            found = date(year, month, day)
            if 0 <= (found - near).days <= NEAR_DAYS:
                return found
    return None


def _written(match: re.Match[str], day: date, language: str) -> str:
    """Put another day into a date that stands in a text."""
    whole, start = match[0], match.start()
    places = sorted(((match.span(name), part, match[name]) for part, name in _parts(match)))
    for (first, last), part, text in reversed(places):
        named = _months(language).get(text.casefold()) if part == "m" else None
        new = {
            "d": str(day.day).zfill(len(text) if text.startswith("0") or "-" in whole else 1),
            "m": named[1][day.month - 1] if named else str(day.month).zfill(len(text)),
            "y": f"{day.year:04}",
            "o": _ordinal(day.day),
            "w": _weekdays(language)[day.weekday()],
        }[part]
        whole = whole[: first - start] + new + whole[last - start :]
    return whole


def _ordinal(day: int) -> str:
    few = {1: "st", 2: "nd", 3: "rd"}
    return "th" if day in (11, 12, 13) else few.get(day % 10, "th")
