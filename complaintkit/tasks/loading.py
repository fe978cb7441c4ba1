"""What does a case look like now?"""

from dataclasses import dataclass

from complaintkit.model.case import Case
from complaintkit.model.entry import Entry
from complaintkit.rules.replay import replay
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.cases import find_case


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedCase:
    """A case with its line of the index and its entries."""

    row: CaseRow
    case: Case
    entries: tuple[Entry, ...]


def load_case(log: Log, name: str | None) -> LoadedCase:
    """Return a case folded from its entries."""
    row = find_case(log, name)
    entries = tuple(log.entries(row.case_id))
    return LoadedCase(row=row, case=replay(entries), entries=entries)
