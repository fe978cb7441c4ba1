"""What time is it, and where?"""

import os
import sys
from datetime import datetime
from typing import NamedTuple

from complaintkit.errors import WrongUsage

VARIABLE = "COMPLAINTKIT_NOW"
EARLIEST, LATEST = 1900, 9000
"""Years of a set clock. Counting needs some room to the ends of the calendar."""


class Clock(NamedTuple):
    """The time of this run; `is_set` where COMPLAINTKIT_NOW says it. `zone` may be unknown."""

    now: datetime
    zone: str
    is_set: bool


def read_clock() -> Clock:
    """Read the clock, or COMPLAINTKIT_NOW (an ISO date-time with its offset).

    Raises WrongUsage where that cannot be read.
    """
    stated = os.environ.get(VARIABLE, "").strip()
    if not stated:
        return Clock(now=datetime.now().astimezone(), zone=_zone_here(), is_set=False)
    try:
        now = datetime.fromisoformat(stated)
    except ValueError:
        now = datetime.min  # noqa: DTZ901 - no offset: refused below
    if now.tzinfo is None:
        raise WrongUsage(
            f"{VARIABLE} is “{stated}”, which is no date-time with an offset.",
            fix=f"Set it like 2026-05-04T10:00:00-04:00, or unset {VARIABLE}.",
        )
    if not EARLIEST <= now.year <= LATEST:
        raise WrongUsage(
            f"{VARIABLE} is in the year {now.year}, and complaintkit counts from {EARLIEST} to "
            f"{LATEST}.",
            fix=f"Set it like 2026-05-04T10:00:00-04:00, or unset {VARIABLE}.",
        )
    return Clock(now=now, zone="", is_set=True)


def _zone_here() -> str:
    """Return the IANA name of the local time zone, or "" where it cannot be told."""
    stated = os.environ.get("TZ", "").lstrip(":")
    if "/" in stated and not stated.startswith("/"):
        return stated
    if sys.platform == "win32":
        import tzlocal

        return str(tzlocal.get_localzone_name() or "")
    try:
        target = os.path.realpath("/etc/localtime")
    except OSError:
        return ""
    _, found, name = target.partition("/zoneinfo/")
    return name.removeprefix("posix/") if found else ""
