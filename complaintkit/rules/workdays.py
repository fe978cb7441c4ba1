"""Which day is it after so many days, working days, weeks, months or years?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from complaintkit.rules.sentences import plus_days, plus_months

_WEEKEND = (5, 6)
_MONTHS = {"months": 1, "years": 12}
_DAYS = {"days": 1, "weeks": 7}


def is_weekend(day: date) -> bool:
    """Say whether a day is a Saturday or a Sunday; for where public holidays are not known."""
    return day.weekday() in _WEEKEND


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOff:
    """The days that are no working days where the person lives.

    `is_known` says whether public holidays are among them. Both are asked only when a limit
    counts working days, because knowing the holidays is dear.
    """

    is_off: Callable[[date], bool]
    is_known: Callable[[], bool]


WEEKENDS = DaysOff(is_off=is_weekend, is_known=lambda: False)


def after(day: date, length: int, unit: str, *, off: DaysOff = WEEKENDS) -> date:
    """Return the last day of a time that begins on the day after `day`.

    Units: days (calendar), working-days, weeks, months, years. Months end on the same day of
    the month, or on the last day of a shorter one. Past the calendar it is its last day.
    """
    if unit in _DAYS:
        return plus_days(day, length * _DAYS[unit])
    if unit in _MONTHS:
        return plus_months(day, length * _MONTHS[unit])
    if unit == "working-days":
        return plus_working_days(day, length, off=off)
    raise ValueError(f"no unit of time: {unit}")


def plus_working_days(day: date, count: int, *, off: DaysOff = WEEKENDS) -> date:
    """Return the working day that is `count` working days after `day`; 0 gives `day` itself."""
    left = count
    while left > 0 and day < date.max:
        day += timedelta(days=1)
        left -= not off.is_off(day)
    return day
