"""When was it, and by when: how are the person's words placed on the calendar?"""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import TYPE_CHECKING, TypeVar

from complaintkit.errors import DateUnclear
from complaintkit.model.entry import Recording
from complaintkit.rules.shape import Plain
from complaintkit.store.journal import CaseRow, Log

if TYPE_CHECKING:
    from complaintkit.rules.workdays import DaysOff

Read = TypeVar("Read")


def day_first_habit(log: Log, row: CaseRow | None) -> bool | None:
    """Return whether 03/04 is 3 April where the person lives; None where that is unknown."""
    from complaintkit.rules.countries import day_first_in
    from complaintkit.rules.summary_json import summary_from_json
    from complaintkit.tasks.profile import load_profile

    summary = summary_from_json(row.summary) if row else None
    return day_first_in(load_profile(log).country or (summary.country if summary else ""))


def settled(read: Callable[[bool | None], Read], log: Log, row: CaseRow | None) -> Read:
    """Read a date; one that can be read two ways as the person's country writes dates."""
    try:
        return read(None)
    except DateUnclear:
        day_first = day_first_habit(log, row)
        if day_first is None:
            raise
        return read(day_first)


def placed(
    at: str | None, recording: Recording, log: Log, row: CaseRow | None
) -> tuple[Plain, datetime]:
    """Return the fields of a moment, and the local time from which promises count.

    `at` None: not told. Raises DateUnclear for a time that cannot be placed.
    """
    here = recording.at.replace(tzinfo=None)
    if at is None:
        return {}, here
    if at == "now":
        plain = {
            "at": recording.at.strftime("%Y-%m-%dT%H:%M"),
            "offset": recording.offset,
            "zone": recording.zone,
            "precision": "exact",
        }
        return {key: text for key, text in plain.items() if text}, here
    from complaintkit.intake.dates import understand_moment
    from complaintkit.rules.writing import moment_fields

    moment = settled(
        lambda day_first: understand_moment(
            at, now=recording.at, zone=recording.zone, day_first=day_first
        ),
        log,
        row,
    )
    return moment_fields(moment), moment.wall


def due(typed: str, anchor: datetime, log: Log, row: CaseRow | None) -> date:
    """Return the day by which something was promised, counted from the contact."""
    from complaintkit.intake.dates import understand_due

    off = off_for(typed, log, row)
    return settled(
        lambda day_first: understand_due(typed, anchor=anchor, day_first=day_first, off=off),
        log,
        row,
    )


def off_for(typed: str, log: Log, row: CaseRow | None) -> "DaysOff | None":
    """Return the days off where the person lives, where the words count working days."""
    from complaintkit.rules.due_words import speaks_of_working_days

    if not speaks_of_working_days(typed):
        return None
    from complaintkit.rules.summary_json import summary_from_json
    from complaintkit.store.days_off import days_off
    from complaintkit.tasks.profile import load_profile

    summary = summary_from_json(row.summary) if row else None
    if summary and summary.country:
        return days_off(summary.country, summary.region)
    profile = load_profile(log)
    return days_off(profile.country, profile.region)


def day_from_today(typed: str, recording: Recording, log: Log, row: CaseRow | None) -> date:
    """Return a day that is today or still to come. Raises DateUnclear."""
    from complaintkit.rules.day_words import spoken_day

    today = recording.at.date()
    found = any_day(typed, today, log, row)
    if found < today:
        raise DateUnclear(
            f"{spoken_day(found)} has passed.",
            fix="Give today or a day to come, such as friday, 'in 3 weeks' or 2026-12-24.",
            typed=typed,
        )
    return found


def any_day(
    typed: str, today: date, log: Log, row: CaseRow | None, *, counted_from: date | None = None
) -> date:
    """Return a day, past or to come, where “friday” is the next one.

    “2 weeks” and “in 15 working days” count from `counted_from`, or from today; “2 weeks from
    today” always from today. Raises DateUnclear.
    """
    from complaintkit.intake.dates import understand_day
    from complaintkit.rules.due_words import counted_days

    off = off_for(typed, log, row)
    counted = counted_days(typed, since=counted_from or today, today=today, off=off)
    if counted is not None:
        return counted
    return settled(
        lambda day_first: understand_day(
            typed, today=today, day_first=day_first, allow_future=True
        ),
        log,
        row,
    )


def day(typed: str, today: date, log: Log, row: CaseRow | None) -> date:
    """Return a day that has come. Raises DateUnclear."""
    from complaintkit.intake.dates import understand_day

    return settled(
        lambda day_first: understand_day(typed, today=today, day_first=day_first), log, row
    )


def coming_day(typed: str, since: date, log: Log, row: CaseRow | None) -> date:
    """Return a day on or after another, such as the last one of an offer. Raises DateUnclear."""
    return due(typed, datetime.combine(since, time()), log, row)
