"""Which day do these words mean, counted from today?"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from complaintkit.errors import DateUnclear
from complaintkit.model.moment import Precision

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
NUMBER = r"([0-9]{1,4}|an?|" + "|".join(NUMBER_WORDS[1:]) + ")"
HOW_TO_WRITE = "Write it like 2026-03-12 or “yesterday 3pm”."
_EARLIEST = 1900
_SHORTEST = 3  # letters of a month or weekday cut short: “mar”, “fri”


class Day(NamedTuple):
    """A day, or a month by its first day. (A named tuple: it loads five times as fast.)"""

    first: date
    precision: Precision = Precision.DAY


def squeezed(text: str) -> str:
    """Return text in small letters with single spaces, without commas and end stops."""
    small = text.casefold().replace("’", "'").replace("–", "-").replace(",", " ")
    return " ".join(small.split()).strip(" .;")


def spoken_day(day: date) -> str:
    """Write a day as it is shown back: “Fri 20 Nov 2026”."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def count_of(word: str) -> int:
    """Return the number that a digit string or a word such as “a” or “three” stands for."""
    if word in ("a", "an"):
        return 1
    return NUMBER_WORDS.index(word) if word in NUMBER_WORDS else int(word)


def weekday_of(word: str) -> int | None:
    """Return 0 (Monday) to 6 for a weekday's name, also cut short (“fri”, “thurs”)."""
    return _place_in(WEEKDAYS, word)


def month_of(word: str) -> int | None:
    """Return 1 to 12 for a month's name, also cut short (“mar”, “sept”)."""
    place = _place_in(MONTHS, word.rstrip("."))
    return None if place is None else place + 1


def _place_in(names: tuple[str, ...], word: str) -> int | None:
    if len(word) < _SHORTEST:
        return None
    return next((n for n, name in enumerate(names) if name.casefold().startswith(word)), None)


def months_later(start: date, months: int) -> date:
    """Return the same day some months on, or that month's last day where it is shorter."""
    count = start.year * 12 + start.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(start.day, last_day(year, month + 1).day))


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def read_day_words(
    words: str, *, today: date, day_first: bool | None = None, forward: bool = False
) -> Day | None:
    """Read the name of a day from squeezed words; None where they are something else.

    Where the year or the week is not said, the latest day up to today is meant, or
    with `forward` the first one from today on. Raises DateUnclear for a day that
    does not exist or that can be read two ways.
    """
    words = " ".join(re.sub(r"\b(?:on|at|the|of|in)\b", " ", words).split())
    return (
        _near_day(words, today)
        or (None if forward else _past_weekday(words, today))
        or _checked_weekday(words, today, day_first=day_first, forward=forward)
        or _written_day(words, today, day_first=day_first, forward=forward)
    )


def _near_day(words: str, today: date) -> Day | None:
    """Read days counted from today: “yesterday”, “2 weeks ago”, “last month”."""
    steps = {"today": 0, "yesterday": -1, "day before yesterday": -2, "tomorrow": 1}
    if words in steps:
        return Day(first=today + timedelta(days=steps[words]))
    if words in ("last month", "this month"):
        first = months_later(today.replace(day=1), -1 if words == "last month" else 0)
        return Day(first=first, precision=Precision.MONTH)
    if words in ("last week", "this week", "last year", "this year", "recently", "other day"):
        raise DateUnclear(
            f"“{words}” does not say which day.",
            fix="Name the day, such as “last tuesday”, or say “about 2026-03-12”.",
            typed=words,
        )
    ago = re.fullmatch(NUMBER + r" (day|week|month)s? ago", words)
    if not ago:
        return None
    count, unit = count_of(ago[1]), ago[2]
    if unit == "month":
        first = months_later(today.replace(day=1), -min(count, 1200))
        return Day(first=first, precision=Precision.MONTH)
    return Day(first=today - timedelta(days=count * (7 if unit == "week" else 1)))


def _past_weekday(words: str, today: date) -> Day | None:
    """Read “monday”, “last friday”, “tuesday last week”; never a day to come."""
    previous = re.fullmatch(r"([a-z]+) last week|last week ([a-z]+)", words)
    if previous:
        wanted = weekday_of(previous[1] or previous[2])
        monday = today - timedelta(days=today.weekday() + 7)
        return None if wanted is None else Day(first=monday + timedelta(days=wanted))
    named = re.fullmatch(r"(?:(last|past|this past|this) )?([a-z]+)", words)
    wanted = weekday_of(named[2]) if named else None
    if not named or wanted is None:
        return None
    latest = today - timedelta(days=(today.weekday() - wanted) % 7 or 7)
    if wanted == today.weekday() and named[1] in (None, "this"):
        raise DateUnclear(
            f"Today is a {WEEKDAYS[wanted]}: “{words}” can be today or a week ago.",
            fix=f"Write “today” or {latest.isoformat()}.",
            typed=words,
        )
    return Day(first=latest)


def _checked_weekday(
    words: str, today: date, *, day_first: bool | None, forward: bool
) -> Day | None:
    """Read “thu 12 march 2026”; the weekday must fit the date."""
    head, _, rest = words.partition(" ")
    wanted = weekday_of(head.rstrip("."))
    day = (
        _written_day(rest, today, day_first=day_first, forward=forward)
        if rest and wanted is not None
        else None
    )
    if day is None or wanted is None or day.precision is not Precision.DAY:
        return None
    if day.first.weekday() != wanted:
        actual = WEEKDAYS[day.first.weekday()]
        raise DateUnclear(
            f"{day.first.isoformat()} is a {actual}, not a {WEEKDAYS[wanted]}.",
            fix="Give the date alone, such as 2026-03-12, or with its right weekday.",
            typed=words,
        )
    return day


def _written_day(words: str, today: date, *, day_first: bool | None, forward: bool) -> Day | None:
    """Read a date written out: ISO, with a month's name, or in numbers."""
    if full := re.fullmatch(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})", words):
        return Day(first=real_date(int(full[1]), int(full[3]), int(full[4])))
    if month := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})", words):
        return Day(first=real_date(int(month[1]), int(month[2]), 1), precision=Precision.MONTH)
    if numbers := re.fullmatch(r"([0-9]{1,2})([-/.])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?", words):
        pair = (int(numbers[1]), int(numbers[3]))
        return _number_day(
            words, pair, numbers[4] or "", today, day_first=day_first, forward=forward
        )
    return _named_day(words, today, forward=forward)


def _named_day(words: str, today: date, *, forward: bool) -> Day | None:
    """Read “12 march 2026”, “march 12th”, “march 2026”, “march”."""
    words = re.sub(r"[-/](?=[a-z])|(?<=[a-z])[-/]", " ", words)
    ordinal = r"([0-9]{1,2})(?:st|nd|rd|th)?"
    if found := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)", words):
        return _monthless(int(found[1]), today, forward=forward)
    if found := re.fullmatch(ordinal + r" ?([a-z]+\.?)(?: '?([0-9]{4}|[0-9]{2}))?", words):
        day, name, year = found.groups()
    elif found := re.fullmatch(r"([a-z]+\.?) " + ordinal + r"(?: ([0-9]{4}))?", words):
        name, day, year = found.groups()
    elif found := re.fullmatch(r"(?:last )?([a-z]+\.?)(?: ([0-9]{4}))?", words):
        name, day, year = found[1], None, found[2]
    else:
        return None
    month = month_of(name)
    if month is None:
        return None
    precision = Precision.MONTH if day is None else Precision.DAY
    first = _dated(_year(year), month, int(day or 1), today, forward=forward)
    return Day(first=first, precision=precision)


def _monthless(day: int, today: date, *, forward: bool) -> Day:
    """Read “the 25th”: the nearest on the wanted side of today."""
    for months in range(13):
        month = months_later(today.replace(day=1), months if forward else -months)
        if 1 <= day <= last_day(month.year, month.month).day:
            found = month.replace(day=day)
            if found == today or (found > today) == forward:
                return Day(first=found)
    raise _no_such_day(str(day))


def _number_day(
    words: str,
    pair: tuple[int, int],
    year: str,
    today: date,
    *,
    day_first: bool | None,
    forward: bool,
) -> Day:
    """Read “13/04/2026”; “03/04” only where it is known whether the day comes first."""
    orders = [(pair[0], pair[1]), (pair[1], pair[0])]  # (day, month)
    likely = [order for order in orders if 1 <= order[1] <= 12]  # noqa: PLR2004 - months
    if not likely:
        raise _no_such_day(words)
    if len(set(likely)) > 1 and day_first is None:
        days = [_dated(_year(year), month, day, today, forward=forward) for day, month in likely]
        raise DateUnclear(
            f"“{words}” can be read two ways.",
            fix=" or ".join(f"{day.isoformat()} for {spoken_day(day)}" for day in days).join(
                ("Write ", ".")
            ),
            typed=words,
        )
    day, month = likely[-1] if day_first is False else likely[0]
    return Day(first=_dated(_year(year), month, day, today, forward=forward))


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) > 2 else 2000 + int(text)  # noqa: PLR2004 - “26”


def _dated(year: int | None, month: int, day: int, today: date, *, forward: bool) -> date:
    """Return the date in its year; without one, the nearest on the wanted side of today."""
    if year is not None:
        return real_date(year, month, day)
    years = range(today.year, today.year + 9) if forward else range(today.year, today.year - 9, -1)
    for candidate in years:  # 29 February may lie eight years away
        if day > last_day(candidate, month).day or day < 1:
            continue
        found = date(candidate, month, day)
        if found == today or (found > today) == forward:
            return found
    raise _no_such_day(f"{day} {MONTHS[month - 1]}")


def real_date(year: int, month: int, day: int) -> date:
    """Return the date; DateUnclear where the calendar does not have it."""
    if not _EARLIEST <= year < 9999:  # noqa: PLR2004 - the calendar's own end
        raise DateUnclear(f"The year {year} cannot be meant here.", fix=HOW_TO_WRITE)
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        raise _no_such_day(f"{year}-{month:02d}-{day:02d}")
    last = last_day(year, month)
    if not 1 <= day <= last.day:
        raise DateUnclear(
            f"There is no {day} {MONTHS[month - 1]} {year}.",
            fix=f"{MONTHS[month - 1]} {year} has {last.day} days: check the day.",
        )
    return date(year, month, day)


def _no_such_day(words: str) -> DateUnclear:
    return DateUnclear(f"There is no day “{words}” in the calendar.", fix=HOW_TO_WRITE, typed=words)
