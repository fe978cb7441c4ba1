"""When was it, and by when: how are the person's words placed on the calendar?"""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import TypeVar

from complaintkit.errors import DateUnclear
from complaintkit.model.entry import Recording
from complaintkit.rules.shape import Plain
from complaintkit.store.journal import CaseRow, Log

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

    return settled(
        lambda day_first: understand_due(typed, anchor=anchor, day_first=day_first), log, row
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
