"""How far from UTC was a clock on the wall, and did that hour exist at all?"""

import re
from datetime import datetime, timedelta, tzinfo

from complaintkit.errors import DateUnclear

_WIDEST = timedelta(hours=14)


def local_offset(wall: datetime, zone: str) -> tuple[timedelta | None, bool, bool]:
    """Return (distance from UTC, skipped, doubled) of a wall time in a named zone.

    A skipped hour (clocks forward) has no offset. For a doubled one (clocks back) the
    first of the two is returned. Raises DateUnclear where the zone is not known.
    """
    place = time_zone(zone)
    first = wall.replace(tzinfo=place, fold=0).utcoffset()
    second = wall.replace(tzinfo=place, fold=1).utcoffset()
    if first is None or second is None or first == second:
        return first, False, False
    if first < second:
        return None, True, False
    return first, False, True


def both_offsets(wall: datetime, zone: str) -> tuple[timedelta | None, timedelta | None]:
    """Return the distances from UTC before and after a clock change (alike on other days)."""
    place = time_zone(zone)
    return (
        wall.replace(tzinfo=place, fold=0).utcoffset(),
        wall.replace(tzinfo=place, fold=1).utcoffset(),
    )


def time_zone(zone: str) -> tzinfo:
    """Find a zone by its IANA name; DateUnclear with the nearest name where there is none."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise DateUnclear(
            f"There is no time zone called “{zone}”.", fix=_near_zone(zone), typed=zone
        ) from None


def _near_zone(zone: str) -> str:
    """Suggest the zone whose name is nearest; looks through all names, so only on a fault."""
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    by_small = {name.casefold(): name for name in sorted(available_timezones())}
    wanted = zone.strip().replace(" ", "_").casefold()
    by_city = {small.rpartition("/")[2]: small for small in by_small if "/" in small}
    near = get_close_matches(wanted, by_small, n=1, cutoff=0.75) or [
        by_city[city] for city in get_close_matches(wanted, by_city, n=1, cutoff=0.75)
    ]
    if near:
        return f"Did you mean {by_small[near[0]]}?"
    return "Give it as area and city, such as Europe/London or America/New_York."


def read_offset(text: str) -> timedelta | None:
    """Read “+01:00”, “-0500” or “Z”; None where it is something else.

    Raises DateUnclear for a distance that no place on earth keeps (over 14 hours).
    """
    if text.casefold() in ("z", "utc"):
        return timedelta(0)
    found = re.fullmatch(r"([+-])([0-9]{2}):?([0-9]{2})", text)
    if not found:
        return None
    sign, hours, minutes = found.groups()
    distance = timedelta(hours=int(hours), minutes=int(minutes))
    if distance > _WIDEST or int(minutes) > 59:  # noqa: PLR2004 - minutes of an hour
        raise DateUnclear(
            f"No place keeps a clock {text} away from UTC.",
            fix="Write the offset like +01:00 or -05:00.",
            typed=text,
        )
    return -distance if sign == "-" else distance


def offset_text(offset: timedelta) -> str:
    """Write an offset as “+01:00”."""
    minutes = int(offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
