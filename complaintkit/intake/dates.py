"""When was that, in words our own few lines do not know? Asks dateparser, behind a gate."""

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Literal

from complaintkit.errors import DateUnclear
from complaintkit.model.moment import Moment, Precision
from complaintkit.rules.day_words import HOW_TO_WRITE, squeezed
from complaintkit.rules.due_words import read_due

if TYPE_CHECKING:
    from complaintkit.rules.workdays import DaysOff

Lean = Literal["past", "future"]
_LONGEST = 100  # characters; more is a story, not a date


def understand_moment(
    text: str,
    *,
    now: datetime,
    zone: str = "",
    day_first: bool | None = None,
    languages: tuple[str, ...] = ("en",),
) -> Moment:
    """Read when something happened; raises DateUnclear with the way out where it cannot.

    `languages` are the two-letter codes the person may write in, never guessed.
    """
    from complaintkit.rules.clock_words import split_about, split_clock
    from complaintkit.rules.local_time import time_zone
    from complaintkit.rules.when import placed_moment, read_moment

    own = read_moment(text, now=now, zone=zone, day_first=day_first)
    if own is not None:
        return own
    words, about = split_about(_with_plain_hours(squeezed(text)))
    words, clock = split_clock(words)
    here = now.astimezone(time_zone(zone)) if zone else now
    local = here.replace(tzinfo=None, microsecond=0)
    day, period = _parsed(text, words, local, "past", day_first, languages)
    if clock is not None and period != "day":
        raise _unclear(text)
    if clock is not None:
        precision = Precision.ABOUT if about or clock.part else Precision.EXACT
        wall = datetime.combine(day.date(), clock.at)
        return placed_moment(wall, precision=precision, now=here, zone=zone, offset=clock.offset)
    if period == "time":
        return placed_moment(day, precision=Precision.ABOUT, now=here, zone=zone)
    shown = f"{day:%Y-%m}" if period == "month" else f"{day:%Y-%m-%d}"
    plain = read_moment(("about " if about else "") + shown, now=now, zone=zone)
    if plain is None:
        raise _unclear(text)
    return plain


def understand_due(
    text: str,
    *,
    anchor: datetime,
    day_first: bool | None = None,
    off: "DaysOff | None" = None,
    languages: tuple[str, ...] = ("en",),
) -> date:
    """Read the day by which something was promised, counted from the encounter's local time.

    `off` are the days that are no working days, where the words count those.
    """
    own = read_due(text, anchor=anchor, day_first=day_first, off=off)
    if own is not None:
        return own
    local = anchor.replace(tzinfo=None)
    found, period = _parsed(text, squeezed(text), local, "future", day_first, languages)
    due = read_due(found.date().isoformat(), anchor=anchor) if period in ("day", "time") else None
    if due is None:
        raise _unclear(text)
    return due


def understand_day(
    text: str,
    *,
    today: date,
    day_first: bool | None = None,
    allow_future: bool = False,
    languages: tuple[str, ...] = ("en",),
) -> date:
    """Read a day, as `rules.when.read_day` does, and then through dateparser."""
    from complaintkit.rules.when import read_day

    own = read_day(text, today=today, day_first=day_first, allow_future=allow_future)
    if own is not None:
        return own
    base = datetime.combine(today, time(12))
    lean: Lean = "future" if allow_future else "past"
    found, period = _parsed(text, squeezed(text), base, lean, day_first, languages)
    shown = f"{found:%Y-%m}" if period == "month" else found.date().isoformat()
    day = read_day(shown, today=today, allow_future=allow_future)
    if day is None:
        raise _unclear(text)
    return day


def _with_plain_hours(words: str) -> str:
    """Write “15 uhr 30” and “15h30” as 15:30, which dateparser would leave out."""
    return re.sub(
        r"(?<![\w:])(?:um |à )?([0-9]{1,2})(?: ?uhr\b|h)(?: ?([0-5][0-9]))?(?!\w)",
        lambda found: f"{found[1]}:{found[2] or '00'}",
        words,
    )


def _parsed(
    text: str,
    words: str,
    base: datetime,
    lean: Lean,
    day_first: bool | None,  # noqa: FBT001 - a date order or unknown, passed on as it came
    languages: tuple[str, ...],
) -> tuple[datetime, str]:
    """Ask dateparser, and refuse what it only guesses.

    Returns the moment and what it is exact to: “time”, “day” or “month”. Refused are
    bare numbers (“order 12345” is no date), years and weeks without a day, numbers that
    do not return in the answer, and named time zones (EST is more than one place).
    """
    if len(words) > _LONGEST or not re.search(r"[^\W\d_]", words):
        raise _unclear(text)
    from complaintkit.rules.when import read_day

    for numbers in re.findall(r"(?<![\w/.-])[0-9]{1,2}[-/.][0-9]{1,2}(?:[-/.][0-9]{2,4})?", words):
        # Refused by our own rule where it can be read two ways or does not exist.
        read_day(numbers, today=base.date(), day_first=day_first, allow_future=True)
    found = _ask(words, base, lean, languages, "MDY" if day_first is False else "DMY")
    if found is None or found[0].tzinfo is not None:
        raise _unclear(text)
    moment, period = found
    counted = re.search(r"[0-9]", words) is not None
    if period == "year" or (period == "week" and not counted):
        raise _unclear(text)
    if period == "month" and re.search(r"(?<![0-9])(?!0?" + str(moment.month) + r"(?![0-9]))"
                                       r"[0-9]{1,3}(?![0-9])", words):  # fmt: skip
        raise _unclear(text)
    return moment, "day" if period == "week" else period


def _ask(
    words: str, base: datetime, lean: Lean, languages: tuple[str, ...], order: str
) -> tuple[datetime, str] | None:
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": base,
        "PREFER_DATES_FROM": lean,
        "DATE_ORDER": order,
        "PREFER_DAY_OF_MONTH": "first",
        "RETURN_TIME_AS_PERIOD": True,
    }
    try:
        found = DateDataParser(languages=list(languages), settings=settings).get_date_data(words)
    except (ValueError, OverflowError):
        return None
    return None if found.date_obj is None else (found.date_obj, str(found.period))


def _unclear(text: str) -> DateUnclear:
    shown = text if len(text) <= _LONGEST else text[: _LONGEST // 2] + "…"
    return DateUnclear(f"“{shown}” is not a date I can read.", fix=HOW_TO_WRITE, typed=text)
