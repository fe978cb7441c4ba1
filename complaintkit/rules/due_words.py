"""By which day was something promised, counted from the contact in which it was said?"""

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from complaintkit.errors import DateUnclear
from complaintkit.model.moment import Precision
from complaintkit.rules.clock_words import split_clock
from complaintkit.rules.day_words import (
    NUMBER,
    count_of,
    last_day,
    month_of,
    months_later,
    read_day_words,
    squeezed,
    weekday_of,
)

if TYPE_CHECKING:
    from complaintkit.rules.workdays import DaysOff

_LEAD = r"^(?:(?:by|before|until|till|latest|no later than|on|the|close of business|cob) )+"
_FRIDAY = 4
_MOST = 3660  # days, weeks or months that a promise can reach ahead


def read_due(
    text: str, *, anchor: datetime, day_first: bool | None = None, off: "DaysOff | None" = None
) -> date | None:
    """Read the day by which something was promised; None where the words are something else.

    Counts from `anchor`, the local time of the encounter, and looks forward. “friday” is
    the first Friday after the anchor's day, never that day itself; “next friday” is the
    Friday of the next calendar week (Monday to Sunday). “within 48 hours” is the day on
    which they end. Working days leave out the days that are `off`; without it they are Monday
    to Friday. Of “3 to 5 working days” the later one counts. Raises DateUnclear for a day that does
    not exist, can be read two ways, is only a month, or lies before the encounter.
    """
    words = squeezed(text)
    day = read_coming_day(words, anchor=anchor, day_first=day_first, off=off)
    if day is not None and day < anchor.date():
        raise DateUnclear(
            f"{day.isoformat()} lies before the contact of {anchor.date().isoformat()}.",
            fix="Give the day that was promised, such as “friday” or 2026-03-12.",
            typed=text,
        )
    return day


def read_coming_day(
    words: str, *, anchor: datetime, day_first: bool | None, off: "DaysOff | None" = None
) -> date | None:
    """Read squeezed words as a day from the anchor on; a full date may also lie before it."""
    words = re.sub(_LEAD, "", words)
    if words in ("next week", "next month", "this week", "this month", "soon", "shortly"):
        raise DateUnclear(
            f"“{words}” does not say which day.",
            fix="Write the day that was promised, such as “friday” or “end of next week”.",
            typed=words,
        )
    return (
        read_counted(words, anchor=anchor, off=off)
        or _end_of(words, anchor.date())
        or _weekday(words, anchor.date())
        or _written(words, anchor.date(), day_first=day_first, off=off)
    )


def speaks_of_working_days(text: str) -> bool:
    """Say whether public holidays matter to what was said."""
    return (
        re.search(r"\b(working|business|banking) ?days?\b|\bworkdays?\b", squeezed(text))
        is not None
    )


def counted_days(
    text: str, *, since: date, today: date, off: "DaysOff | None" = None
) -> date | None:
    """Read “2 weeks”, “another month”, “in 15 working days” from a day; None for other words.

    “2 weeks from today” counts from today, whatever the day was.
    """
    words = re.sub(_LEAD, "", squeezed(text))
    words = " ".join(re.sub(r"\b(?:another|a further|further|more|later)\b", " ", words).split())
    start = today if words.endswith((" from now", " from today")) else since
    if words in ("day", "week", "fortnight", "month", "working day", "business day"):
        words = f"a {words}"
    try:
        return read_counted(words, anchor=datetime.combine(start, time()), off=off)
    except (ValueError, OverflowError):
        raise DateUnclear(
            f"“{text}” leads past the end of the calendar.",
            fix="Give a date, such as 2026-12-24.",
            typed=text,
        ) from None


def read_counted(words: str, *, anchor: datetime, off: "DaysOff | None" = None) -> date | None:
    """Read “within 48 hours”, “in 2 weeks”, “3 to 5 working days”, “a month from now”.

    None where squeezed words count nothing. A number that no calendar holds is None as well.
    """
    found = re.fullmatch(
        r"(?:with)?(?:in )?(?:the )?(?:next )?"
        + NUMBER
        + r"(?: ?(?:-|/|to|or) ?"
        + NUMBER
        + r")? (?:(working|business|banking|week) ?)?(hour|day|week|fortnight|month)(?:s|'s|s')?"
        r"(?: time| from now| from today)?",
        words.replace("weekday", "week day").replace("workday", "working day"),
    )
    if not found:
        return None
    count = max(count_of(number) for number in found.groups()[:2] if number)
    if count > _MOST:
        return None
    start, unit = anchor.date(), found[4]
    if found[3]:
        return _working_days_later(start, count, off) if unit == "day" else None
    if unit == "month":
        return months_later(start, count)
    if unit == "hour":
        return (anchor + timedelta(hours=count)).date()
    return start + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _working_days_later(start: date, count: int, off: "DaysOff | None") -> date:
    from complaintkit.rules.workdays import WEEKENDS, plus_working_days

    return plus_working_days(start, count, off=off or WEEKENDS)


def _end_of(words: str, start: date) -> date | None:
    """Read “today”, “end of the month”, “end of next week”, “end of march”.

    The end of a week is its Friday; said at a weekend, the Friday after it.
    """
    if words in ("today", "end of day", "end of the day", "eod", "close of business", "tonight"):
        return start
    if words in ("day after tomorrow", "day after the next"):
        return start + timedelta(days=2)
    found = re.fullmatch(r"(?:the )?end of (the |this |next )?([a-z]+)(?: ([0-9]{4}))?", words)
    if not found:
        return None
    ahead, unit, year = found[1] == "next ", found[2], found[3]
    if unit == "week":
        friday = start + timedelta(days=(_FRIDAY - start.weekday()) % 7)
        return friday + timedelta(days=7) if ahead and start.weekday() <= _FRIDAY else friday
    if unit == "month":
        month = months_later(start.replace(day=1), 1 if ahead else 0)
        return last_day(month.year, month.month)
    if unit == "year":
        return date(start.year + (1 if ahead else 0), 12, 31)
    named = month_of(unit)
    if named is None:
        return None
    return last_day(int(year) if year else start.year + (named < start.month), named)


def _weekday(words: str, start: date) -> date | None:
    """Read “friday”, “this friday”, “next friday”, “friday next week”."""
    found = re.fullmatch(
        r"(?:(this|this coming|coming|next) )?([a-z]+)|([a-z]+) next week|next week ([a-z]+)", words
    )
    wanted = weekday_of(found[2] or found[3] or found[4]) if found else None
    if not found or wanted is None:
        return None
    if found[1] == "next" or found[3] or found[4]:
        return start + timedelta(days=7 - start.weekday() + wanted)
    return start + timedelta(days=(wanted - start.weekday()) % 7 or 7)


def _written(
    words: str, start: date, *, day_first: bool | None, off: "DaysOff | None"
) -> date | None:
    """Read a date, or “tomorrow”; an hour beside it is left out, since a due day is a day."""
    day = read_day_words(words, today=start, day_first=day_first, forward=True)
    if day is None:
        rest, clock = split_clock(words)
        if clock is None:
            return None
        if not rest:
            return start
        then = datetime.combine(start, clock.at)
        return read_coming_day(rest, anchor=then, day_first=day_first, off=off)
    if day.precision is Precision.MONTH:
        last = last_day(day.first.year, day.first.month)
        raise DateUnclear(
            f"“{words}” names a month, not a day.",
            fix=f"Write the day that was promised, or {last.isoformat()} for the month's end.",
            typed=words,
        )
    return day.first
