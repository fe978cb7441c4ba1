"""What is in the log? The timeline, and the entries that hold some words."""

from dataclasses import dataclass

from complaintkit.errors import WrongUsage
from complaintkit.model.timeline import TimelineLine
from complaintkit.rules.timeline import timeline
from complaintkit.rules.words import clean
from complaintkit.store import search as index
from complaintkit.store.journal import Log
from complaintkit.tasks.cases import find_case


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLines:
    """Some lines of one case's timeline; `has_earlier` where older ones were left out."""

    case_name: str
    lines: tuple[TimelineLine, ...]
    has_earlier: bool = False


def case_timeline(log: Log, case: str | None, *, last: int = 0) -> CaseLines:
    """Return the last lines of a case's timeline, oldest first; 0 means all."""
    row = find_case(log, case)
    entries, earlier = index.last_entries(log, row.case_id, last=last)
    lines = timeline(entries)
    return CaseLines(
        case_name=row.name, lines=lines[-last:] if last else lines, has_earlier=bool(earlier)
    )


def search(log: Log, text: str, *, case: str | None = None) -> list[CaseLines]:
    """Return the entries that hold all these words, by case, newest cases of them first."""
    if not text.strip():
        raise WrongUsage("There is nothing to look for.", fix="Give a word, a name or a number.")
    clean(text, "text to look for")
    case_id = find_case(log, case).case_id if case else ""
    return [
        CaseLines(
            case_name=excerpt.case_name,
            lines=tuple(
                line for line in timeline(excerpt.entries) if line.entry_id in excerpt.wanted
            ),
        )
        for excerpt in index.search(log, text, case_id=case_id)
    ]
