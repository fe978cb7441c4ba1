"""When did something happen, as the person tells it?"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How exactly the person knows the time."""

    EXACT = "exact"
    ABOUT = "about"
    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A claimed local time: what a clock on the wall showed, where, and how surely.

    `wall` carries no time zone. `offset` is the distance from UTC where it is known.
    `skipped` marks a wall time that a clock change left out; it is kept as typed.
    """

    wall: datetime
    offset: timedelta | None = None
    zone: str = ""
    precision: Precision = Precision.EXACT
    skipped: bool = False

    @property
    def on(self) -> date:
        """The calendar day, where the person was."""
        return self.wall.date()

    @property
    def has_time(self) -> bool:
        """Whether an hour is known. “About 12 March” has none: its wall time is midnight."""
        if self.precision is Precision.ABOUT:
            return self.wall.time() != time(0)
        return self.precision is Precision.EXACT

    @property
    def sort_key(self) -> str:
        """Order by local day; within a day, entries without an hour first, then by instant."""
        if not self.has_time:
            return self.on.isoformat()
        try:
            instant = self.wall - (self.offset or timedelta(0))
        except OverflowError:  # year 1 or 9999, in a damaged log
            instant = self.wall
        return f"{self.on.isoformat()} {instant.isoformat(timespec='seconds')}"
