"""How does a case end, and begin again?"""

from datetime import date
from typing import NamedTuple

from complaintkit.errors import WrongUsage
from complaintkit.model.encounter import Encounter
from complaintkit.model.entry import EntryKind, Recording
from complaintkit.rules.closing import movers, to_thank
from complaintkit.rules.day_words import spoken_day
from complaintkit.rules.shape import Plain
from complaintkit.rules.words import clean
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.events import money_of, one_of
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.placing import day
from complaintkit.tasks.recording import Recorded, must_be_open, record

RESULTS = ("resolved", "part", "not")
SETTLED = ("resolved", "part")
LOWEST, HIGHEST = 1, 5


class Ending(NamedTuple):
    """How a case ended, as typed. None: not said. Marks go from 1 to 5."""

    result: str
    on: str = "today"
    amount: str | None = None
    currency: str | None = None
    moved_by: str | None = None
    before: int | None = None
    after: int | None = None
    fair: bool | None = None
    heard: bool | None = None
    addressed: bool | None = None
    integrity: int | None = None
    honesty: int | None = None
    manner: int | None = None


def close_case(log: Log, case: str | None, told: Ending, recording: Recording) -> Recorded:
    """Close a case with its outcome; what was not said leaves no trace."""
    row = find_case(log, case)
    must_be_open(row)
    closed_on = day(told.on, recording.at.date(), log, row)
    plain: Plain = {
        "result": one_of(told.result, RESULTS, "outcome", "--outcome"),
        "closed_on": closed_on.isoformat(),
    }
    if told.amount is not None:
        plain["amount"] = money_of(log, row, told.amount, told.currency)
    if told.moved_by is not None:
        plain["moved_by"] = clean(told.moved_by, "what moved it")
    groups = {
        "satisfaction": _marks(before=told.before, after=told.after),
        "signs": _answers(fair=told.fair, heard=told.heard, addressed=told.addressed),
        "ratings": _marks(integrity=told.integrity, honesty=told.honesty, manner=told.manner),
    }
    plain |= {name: answers for name, answers in groups.items() if answers}
    notes = _later_contact(log, row, closed_on)
    return record(log, row, EntryKind.CLOSE, plain, recording, guard=must_be_open, notes=notes)


def _later_contact(log: Log, row: CaseRow, closed_on: date) -> list[str]:
    """Say so where something passed after the day of closing: it may be a slip of the year."""
    met = load_case(log, row.name).case.encounters
    last = max((one.moment.on for one in met), default=closed_on)
    return [f"The last contact in the log is of {spoken_day(last)}."] if last > closed_on else []


def may_have_moved(log: Log, case: str | None, *, today: date) -> tuple[str, ...]:
    """Return what the log shows that may have moved the company, the latest first."""
    from complaintkit.store.reference import score_words

    found = movers(load_case(log, case).case, score_words()["moved"], today=today)
    return tuple(mover.words for mover in found)


def who_helped(log: Log, case: str) -> Encounter | None:
    """Return the talk with the person to thank for a case that was settled, if there is one."""
    return to_thank(load_case(log, case).case)


def reopen_case(log: Log, case: str | None, recording: Recording, *, reason: str) -> Recorded:
    """Open a closed case again."""
    row = closed_case(log, case)
    return record(log, row, EntryKind.REOPEN, {"reason": clean(reason, "reason")}, recording)


def closed_case(log: Log, case: str | None) -> CaseRow:
    """Return the case to reopen. Raises WrongUsage where it is open."""
    row = find_case(log, case, closed=True)
    if row.is_open:
        raise WrongUsage(
            f"The case “{row.name}” is open already.", fix="Go on with `complaintkit log`."
        )
    return row


def check_amount(log: Log, case: str | None, typed: str, currency: str | None) -> None:
    """Raise for an amount that cannot be read: for asking again at a prompt."""
    money_of(log, find_case(log, case), typed, currency)


def check_mark(mark: int) -> None:
    """Raise WrongUsage for a mark off the scale of 1 to 5."""
    if not LOWEST <= mark <= HIGHEST:
        raise WrongUsage(
            f"{mark} is off the scale.", fix=f"Give a number from {LOWEST} to {HIGHEST}."
        )


def _marks(**marks: int | None) -> dict[str, str]:
    given = {name: mark for name, mark in marks.items() if mark is not None}
    for mark in given.values():
        check_mark(mark)
    return {name: str(mark) for name, mark in given.items()}


def _answers(**answers: bool | None) -> dict[str, str]:
    return {
        name: "yes" if answer else "no" for name, answer in answers.items() if answer is not None
    }
