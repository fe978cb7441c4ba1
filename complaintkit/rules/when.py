"""When was that? Reads the moments people type, with a few lines of our own."""

import re
from datetime import UTC, date, datetime, time, timedelta

from complaintkit.errors import DateUnclear
from complaintkit.model.moment import Moment, Precision
from complaintkit.rules.clock_words import PART_BEGINS, Clock, split_about, split_clock
from complaintkit.rules.day_words import (
    HOW_TO_WRITE,
    MONTHS,
    NUMBER,
    Day,
    count_of,
    read_day_words,
    real_date,
    spoken_day,
    squeezed,
)
from complaintkit.rules.due_words import read_coming_day, read_due
from complaintkit.rules.local_time import (
    both_offsets,
    local_offset,
    offset_text,
    read_offset,
    time_zone,
)

__all__ = [
    "local_offset",
    "placed_moment",
    "read_day",
    "read_due",
    "read_moment",
    "read_moment_from_file",
    "spoken",
    "spoken_day",
]

_PATIENCE = timedelta(minutes=5)  # how far a clock may be ahead of ours


def read_moment(
    text: str, *, now: datetime, zone: str = "", day_first: bool | None = None
) -> Moment | None:
    """Read when something happened; None where the words are something else.

    `now` carries a time zone; `zone` is where the person was (else that of `now`). The
    past is preferred: “15:00” in the morning is yesterday's. Raises DateUnclear for a
    moment that does not exist, can be read two ways, or lies in the future.
    """
    words = squeezed(text)
    here = now.astimezone(time_zone(zone)) if zone else now
    if words in ("now", "just now", "right now"):
        return _at(here, zone, Precision.EXACT)
    words, about = split_about(words)
    ago = _hours_ago(words)
    if ago is not None:
        return _at((now.astimezone(UTC) - ago).astimezone(here.tzinfo), zone, Precision.ABOUT)
    words, clock = split_clock(words)
    day = _day_for(words, clock, here, day_first=day_first)
    if day is None:
        return None
    if clock is None or day.precision is Precision.MONTH:
        if clock is not None:
            return None
        return _whole_day(day, here, zone, about=about)
    return _clock_moment(day, clock, here, zone, about=about)


def _clock_moment(day: Day, clock: Clock, here: datetime, zone: str, *, about: bool) -> Moment:
    """Return the moment of an hour on a day; “this morning” is never later than now."""
    wall = datetime.combine(day.first, clock.at)
    local = here.replace(tzinfo=None, microsecond=0)
    if (
        clock.part
        and wall > local
        and local >= datetime.combine(day.first, time(PART_BEGINS[clock.part]))
    ):
        wall = local
    precision = Precision.ABOUT if about or clock.part else Precision.EXACT
    return placed_moment(wall, precision=precision, now=here, zone=zone, offset=clock.offset)


def _hours_ago(words: str) -> timedelta | None:
    """Read “an hour ago”, “20 minutes ago”, “half an hour ago”."""
    if words == "half an hour ago":
        return timedelta(minutes=30)
    found = re.fullmatch(NUMBER + r" (hour|hr|minute|min)s? ago", words)
    if not found:
        return None
    return timedelta(minutes=count_of(found[1]) * (60 if found[2][0] == "h" else 1))


def _day_for(
    words: str, clock: Clock | None, here: datetime, *, day_first: bool | None
) -> Day | None:
    """Return the day that goes with the hour; an hour alone is the latest such one."""
    today = here.date()
    if words:
        return read_day_words(words, today=today, day_first=day_first)
    if clock is None:
        return None
    latest = (here + _PATIENCE).replace(tzinfo=None)
    to_come = not clock.part and datetime.combine(today, clock.at) > latest
    return Day(first=today - timedelta(days=1) if to_come else today)


def _at(instant: datetime, zone: str, precision: Precision) -> Moment:
    """Return a known instant as the wall clock showed it."""
    return Moment(
        wall=instant.replace(tzinfo=None, microsecond=0, fold=0),
        offset=instant.utcoffset(),
        zone=zone or _zone_name(instant),
        precision=precision,
    )


def _zone_name(now: datetime) -> str:
    """Return the zone's own name (“Europe/London”), or "" for a bare offset."""
    return str(getattr(now.tzinfo, "key", ""))


def _whole_day(day: Day, here: datetime, zone: str, *, about: bool) -> Moment:
    """Return a day or month without an hour. “About” a day is kept, with no hour known."""
    if day.first > here.date():
        raise _to_come(spoken_day(day.first))
    precision = Precision.ABOUT if about and day.precision is Precision.DAY else day.precision
    return Moment(
        wall=datetime.combine(day.first, time()),
        zone=zone or _zone_name(here),
        precision=precision,
    )


def placed_moment(
    wall: datetime,
    *,
    precision: Precision,
    now: datetime,
    zone: str = "",
    offset: timedelta | None = None,
) -> Moment:
    """Return the moment of a wall time with its offset, checked against clock changes and now.

    A typed offset settles everything; where the zone never keeps it, the zone is left
    out. Without a zone the offset is taken from `now`, but only for the same day: at
    another time of the year the clocks may have differed. Raises DateUnclear.
    """
    name = zone or _zone_name(now)
    if offset is not None:
        found: timedelta | None = offset
        place = name if name and offset in both_offsets(wall, name) else ""
    elif name:
        found, skipped, doubled = local_offset(wall, name)
        if skipped or doubled:
            raise _clock_change(wall, name, skipped=skipped)
        place = name
    else:
        found, place = (now.utcoffset() if wall.date() == now.date() else None), ""
    assumed = found if found is not None else now.utcoffset() or timedelta(0)
    instant = (wall - assumed).replace(tzinfo=None)
    if instant > now.replace(tzinfo=None) - (now.utcoffset() or timedelta(0)) + _PATIENCE:
        raise _to_come(f"{spoken_day(wall.date())}, {wall:%H:%M}")
    return Moment(wall=wall, offset=found, zone=place, precision=precision)


def _to_come(shown: str) -> DateUnclear:
    return DateUnclear(
        f"{shown} lies in the future.",
        fix="Give the time at which it happened. A day that was promised goes with --by.",
    )


def _clock_change(wall: datetime, zone: str, *, skipped: bool) -> DateUnclear:
    """Say that an hour was left out or came twice, and how to name the right one."""
    before, after = (offset or timedelta(0) for offset in both_offsets(wall, zone))
    shown = f"{wall:%H:%M} on {wall.day} {MONTHS[wall.month - 1]} {wall.year}"
    stamp = f"{wall:%Y-%m-%dT%H:%M}"
    if skipped:
        earlier, later = wall - (after - before), wall + (after - before)
        return DateUnclear(
            f"{shown} did not exist in {zone}: the clocks went forward.",
            fix=f"Was it {earlier:%H:%M} or {later:%H:%M}? Give that time.",
            typed=stamp,
        )
    return DateUnclear(
        f"{shown} came twice in {zone}: the clocks went back.",
        fix=f"Write {stamp}{offset_text(before)} for the first or "
        f"{stamp}{offset_text(after)} for the second.",
        typed=stamp,
    )


def read_moment_from_file(text: str, *, zone: str) -> Moment:
    """Read an ISO date-time, date or year-month, as files hold them.

    An hour that a clock change skipped is kept and marked; of a doubled one the first is
    taken. Raises DateUnclear where the text is not ISO or the day or hour does not exist.
    """
    day = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", text)
    if day:
        first = real_date(int(day[1]), int(day[2]), int(day[3] or 1))
        precision = Precision.DAY if day[3] else Precision.MONTH
        return Moment(wall=datetime.combine(first, time()), zone=zone, precision=precision)
    full = re.fullmatch(
        r"([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?"
        r" ?([Zz]|[+-][0-9]{2}:?[0-9]{2})?",
        text,
    )
    if not full:
        raise DateUnclear(
            f"“{text}” is not a date-time such as 2026-03-12T09:30.",
            fix="Write year-month-day, and the time as 09:30.",
            typed=text,
        )
    first = real_date(int(full[1]), int(full[2]), int(full[3]))
    wall = datetime.combine(first, _file_time(int(full[4]), int(full[5]), int(full[6] or 0), text))
    if full[7]:
        return Moment(wall=wall, offset=read_offset(full[7]), zone=zone)
    if not zone:
        return Moment(wall=wall)
    offset, skipped, _ = local_offset(wall, zone)
    return Moment(wall=wall, offset=offset, zone=zone, skipped=skipped)


def _file_time(hour: int, minute: int, second: int, text: str) -> time:
    try:
        return time(hour, minute, second)
    except ValueError:
        raise DateUnclear(
            f"The time in “{text}” is not on the clock.",
            fix="Hours run from 00 to 23, minutes and seconds to 59.",
            typed=text,
        ) from None


def read_day(
    text: str, *, today: date, day_first: bool | None = None, allow_future: bool = False
) -> date | None:
    """Read a day for `--on` or `--bought-on`; None where the words are something else.

    With `allow_future` a day to come is meant where the year or week is not said.
    Raises DateUnclear as `read_moment` does, and for a month without a day.
    """
    words, _ = split_about(squeezed(text))
    if allow_future:
        coming = read_coming_day(words, anchor=datetime.combine(today, time()), day_first=day_first)
        if coming is not None:
            return coming
    day = read_day_words(words, today=today, day_first=day_first)
    if day is None:
        words, clock = split_clock(words)
        day = read_day_words(words, today=today, day_first=day_first) if clock and words else None
    if day is None:
        return None
    if day.precision is Precision.MONTH:
        raise DateUnclear(f"“{text}” names a month, not a day.", fix=HOW_TO_WRITE, typed=text)
    if day.first > today and not allow_future:
        raise _to_come(spoken_day(day.first))
    return day.first


def spoken(moment: Moment) -> str:
    """Write a moment as it is shown back: “Fri 20 Nov 2026, 15:00”, “about 12 Mar 2026”."""
    wall = moment.wall
    if moment.precision is Precision.MONTH:
        return f"{MONTHS[wall.month - 1]} {wall.year}"
    day = spoken_day(wall.date())
    if moment.precision is Precision.DAY:
        return day
    if moment.precision is Precision.ABOUT and wall.time() == time():
        return f"about {day.partition(' ')[2]}"
    clock = f"{day}, {wall:%H:%M}"
    return f"about {clock}" if moment.precision is Precision.ABOUT else clock
