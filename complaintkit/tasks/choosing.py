"""How does a person take another step than the one proposed, or say what kind of problem it is?"""

from complaintkit.model.entry import EntryKind, Recording
from complaintkit.model.reference import Sorting
from complaintkit.rules.branches import CHOICES
from complaintkit.rules.sorting import needs_sorting as sounds_urgent
from complaintkit.rules.words import clean
from complaintkit.store import reference
from complaintkit.store.journal import Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.events import one_of
from complaintkit.tasks.guide import next_step
from complaintkit.tasks.opening import over_opening, read_sorting
from complaintkit.tasks.recording import Recorded, must_be_open, record


def steps_to_take() -> tuple[tuple[str, str], ...]:
    """Return the steps that a person may take, each with its title."""
    guide = reference.load_guide()
    return tuple((step_id, guide.step(step_id).title) for step_id in CHOICES)


def check_step(typed: str) -> str:
    """Return the step. Raises WrongUsage for one that cannot be taken, naming the nearest."""
    return one_of(typed, tuple(CHOICES), "step to take", "--take")


def is_proposed(log: Log, case: str | None, step: str, recording: Recording) -> bool:
    """Whether a step is the one that is proposed anyway."""
    must_be_open(find_case(log, case))
    step = check_step(step)
    return next_step(log, case, today=recording.at.date()).standing.step_id == step


def take_step(
    log: Log, case: str | None, step: str, recording: Recording, *, reason: str
) -> Recorded:
    """Record that another step is taken than the one proposed, with the reason."""
    row = find_case(log, case)
    must_be_open(row)
    step = check_step(step)
    today = recording.at.date()
    plain = {
        "on": today.isoformat(),
        "step": step,
        "instead_of": next_step(log, row.name, today=today).standing.step_id,
        "reason": clean(reason, "reason"),
    }
    return record(log, row, EntryKind.CHOICE, plain, recording)


def sortings() -> tuple[Sorting, ...]:
    """Return the kinds of problem in which something may have to be done at once."""
    return reference.load_guide().sorting


def may_be_urgent(problem: str) -> bool:
    """Whether the words of a problem sound like one that has to be sorted first."""
    return sounds_urgent(problem)


def sort_case(log: Log, case: str | None, kind: str, recording: Recording) -> Recorded:
    """Record over the opening what kind of problem it is."""
    row = find_case(log, case)
    must_be_open(row)
    return over_opening(log, row, {"set.sorting": read_sorting(kind)}, recording)


def is_case(log: Log, name: str) -> bool:
    """Whether there is a case of exactly that name."""
    return any(row.name.casefold() == name.strip().casefold() for row in log.cases())
