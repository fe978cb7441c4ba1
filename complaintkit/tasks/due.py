"""Which dates run out, in all cases or in one, and how do they get into a calendar?"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from complaintkit.errors import CannotWrite, WrongUsage
from complaintkit.model.clock import CalendarDate, Clock
from complaintkit.model.reference import Guide
from complaintkit.rules.due_list import Group, group_of, in_few_words, with_own_wait
from complaintkit.rules.standing import is_attention
from complaintkit.store import reference
from complaintkit.store.journal import Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.guide import CaseToday, as_if_open, next_step, today_in

WEEK, MOST_ALARM_DAYS = 7, 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One date: in which case, where it stands in the list, and in few words what it is."""

    case: str
    clock: Clock
    group: Group
    words: str
    whose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The dates of some cases, the soonest first; `names` are the cases, the most urgent first."""

    names: tuple[str, ...]
    dates: tuple[Dated, ...]
    needs_attention: bool = False

    def of(self, group: Group) -> tuple[Dated, ...]:
        """Return the dates of one part of the list."""
        return tuple(one for one in self.dates if one.group is group)


def due_dates(log: Log, case: str | None, *, today: date) -> Due:
    """Return the dates of all open cases, or of the one that is named."""
    guide = reference.load_guide()
    cases = _cases(log, case, today=today)
    found = [dated for one in cases for dated in _dates(one, guide)]
    return Due(
        names=tuple(one.summary.name for one in cases),
        dates=tuple(sorted(found, key=lambda one: (_day(one.clock), one.case, one.clock.id))),
        needs_attention=any(is_attention(one.standing) for one in cases),
    )


def _cases(log: Log, case: str | None, *, today: date) -> tuple[CaseToday, ...]:
    if case is not None:
        return (next_step(log, case, today=today, all_dates=True),)
    return today_in(log, today=today, all_dates=True).cases


def _dates(one: CaseToday, guide: Guide) -> list[Dated]:
    return [
        Dated(
            case=one.summary.name,
            clock=clock,
            group=group_of(clock, one.standing),
            words=in_few_words(clock, guide),
            whose=guide.sentences[f"due-{clock.whose}"],
        )
        for clock in with_own_wait(one.standing, one.step, guide)
    ]


def _day(clock: Clock) -> date:
    return clock.last_day or date.max


def calendar(log: Log, case: str | None, *, now: datetime, alarm_days: int = WEEK) -> bytes:
    """Return the dates as an iCalendar file, of all cases or of the one that is named.

    Raises WrongUsage for an alarm that cannot be set, and CannotWrite where no date is known.
    """
    if not 0 <= alarm_days <= MOST_ALARM_DAYS:
        raise WrongUsage(
            f"An alarm cannot ring {alarm_days} days before.",
            fix=f"Give --alarm a number from 0 to {MOST_ALARM_DAYS}.",
        )
    from complaintkit.render.calendar import calendar_file

    dates = _calendar_dates(log, case, today=now.date())
    if not dates:
        raise CannotWrite(
            "There is no date yet to put into a calendar.",
            fix="Log what was promised with --by, or set a day with `complaintkit remind`.",
        )
    return calendar_file(dates, now=now, alarm_days=alarm_days)


def _calendar_dates(log: Log, case: str | None, *, today: date) -> list[CalendarDate]:
    from complaintkit.rules.calendar_dates import (
        calendar_dates,
        taken_back,
        with_days_set_aside,
    )
    from complaintkit.rules.replay import replay

    guide = reference.load_guide()
    rows = [find_case(log, case)] if case is not None else log.cases()
    found: list[CalendarDate] = []
    for row, one in zip(rows, as_if_open(log, rows, today=today), strict=True):
        entries = tuple(log.entries(row.case_id))
        folded = replay(entries)
        clocks = with_own_wait(one.standing, one.step, guide)
        found += calendar_dates(
            folded,
            one.standing,
            with_days_set_aside(clocks, folded),
            guide,
            today=today,
            last=entries[-1],
            gone=taken_back(entries),
        )
    return found


def write_calendar(path: Path, content: bytes) -> Path:
    """Write a calendar file whole or not at all. Raises CannotWrite."""
    from complaintkit.store.home import write_whole

    try:
        write_whole(path, content)
    except CannotWrite as problem:
        fix = "Choose another place with --ics FILE."
        raise CannotWrite(problem.problem, fix=fix) from problem
    return path
