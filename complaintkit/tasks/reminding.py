"""Which days of their own does a person want to be reminded of?"""

from dataclasses import dataclass
from datetime import date

from complaintkit.errors import EntryNotFound
from complaintkit.model.case import Reminder
from complaintkit.model.entry import EntryKind, Recording
from complaintkit.rules.replay import replay
from complaintkit.rules.words import clean
from complaintkit.store.journal import Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.placing import day_from_today
from complaintkit.tasks.recording import Recorded, amend, must_be_open, record


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReminders:
    """The reminders of one case, the soonest first, those that are done last."""

    name: str
    reminders: tuple[Reminder, ...]

    @property
    def waiting(self) -> tuple[Reminder, ...]:
        """Those that are not done."""
        return tuple(one for one in self.reminders if not one.done)

    def has_passed(self, today: date) -> bool:
        """Whether a day of one of them has passed."""
        return any(one.on < today for one in self.waiting)


def remind(log: Log, case: str | None, text: str, recording: Recording, *, on: str) -> Recorded:
    """Set a reminder for today or a day to come. It is private and never exported."""
    row = find_case(log, case)
    must_be_open(row)
    plain = {
        "text": clean(text, "reminder"),
        "on": day_from_today(on, recording, log, row).isoformat(),
    }
    return record(log, row, EntryKind.REMINDER, plain, recording)


def check_coming(log: Log, case: str | None, on: str, recording: Recording) -> None:
    """Raise DateUnclear for a day that cannot be read or has passed: for asking again."""
    day_from_today(on, recording, log, find_case(log, case))


def finish(log: Log, case: str | None, number: int, recording: Recording) -> Recorded | None:
    """Record that the reminder in entry #number is done; None where it was done before.

    Raises EntryNotFound where #number is no reminder.
    """
    loaded = load_case(log, case)
    found = next((one for one in loaded.case.reminders if one.seq == number), None)
    if found is None:
        waiting = ", ".join(f"#{one.seq}" for one in loaded.case.reminders if not one.done)
        raise EntryNotFound(
            f"#{number} of “{loaded.row.name}” is no reminder.",
            fix=f"These are: {waiting}." if waiting else "There is none that is not done.",
        )
    if found.done:
        return None
    return amend(log, loaded.row, {"entry": found.entry_id, "set.done": "yes"}, recording)


def reminders(log: Log, case: str | None) -> tuple[CaseReminders, ...]:
    """Return the reminders of all open cases, or of the one that is named."""
    rows = [find_case(log, case)] if case is not None else log.cases(only_open=True)
    found = [(row.name, replay(log.entries(row.case_id)).reminders) for row in rows]
    return tuple(
        CaseReminders(
            name=name,
            reminders=tuple(sorted(known, key=lambda one: (one.done, one.on, one.seq))),
        )
        for name, known in found
    )
