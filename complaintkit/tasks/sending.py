"""How is a letter kept as it went out?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from complaintkit.model.entry import EntryKind, NewEntry, Recording
from complaintkit.model.letter import Letter
from complaintkit.rules.shape import Plain, flatten
from complaintkit.rules.words import clean
from complaintkit.store import shelf
from complaintkit.store.journal import Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.drafts import find_draft, letter_of
from complaintkit.tasks.letters import render
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.placing import day, due
from complaintkit.tasks.recording import Recorded, keep_files, unmoved

REDATE_AFTER_DAYS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A letter as recorded: the entry, and what to look at."""

    recorded: Recorded
    number: int
    answer_by: date | None


def mark_sent(
    log: Log,
    case: str | None,
    number: int,
    recording: Recording,
    *,
    via: str,
    on: str,
    as_file: Path | None = None,
    proof: Sequence[Path] = (),
    answer_by: str | None = None,
) -> Sent:
    """Record that a letter went out. The copy is kept as sent and never changes.

    `as_file` is what was really sent, when it was changed elsewhere. Raises EntryNotFound
    for a number without a letter, WrongUsage for one that was sent already.
    """
    from complaintkit.store import exhibits

    loaded = load_case(log, case)
    draft = find_draft(log, loaded, number)
    letter = letter_of(draft)
    sent_on = day(on, recording.at.date(), log, loaded.row)
    answer = letter.answer_by
    if answer_by is not None:
        anchor = datetime(sent_on.year, sent_on.month, sent_on.day)  # noqa: DTZ001 - a day, no place
        answer = due(answer_by, anchor, log, loaded.row)
    kept = (
        exhibits.keep(log.home, as_file)
        if as_file
        else exhibits.keep_bytes(log.home, render(letter, "text"), name=f"letter-{number}.txt")
    )
    plain: Plain = {
        "number": str(number),
        "kind": letter.kind,
        "sent_on": sent_on.isoformat(),
        "via": clean(via, "way of sending"),
        "answer_by": answer.isoformat() if answer else None,
        "sha256": kept.sha256,
        "name": kept.name,
        "size": str(kept.size),
        "media_type": kept.media_type,
    }
    entry = NewEntry(id=recording.new_id(), kind=EntryKind.LETTER, fields=flatten(plain))
    proofs, told = keep_files(log, loaded.row, proof, recording, belongs_to=entry.id)
    guard = unmoved(loaded.row) if proofs else None
    saved = log.append(loaded.row.case_id, (entry, *proofs), recording, guard=guard)
    shelf.drop_draft(log, case_id=loaded.row.case_id, number=number)
    recorded = Recorded(
        case_name=loaded.row.name,
        saved=saved,
        notes=(*told, *_late(letter, sent_on, answer)),
    )
    return Sent(recorded=recorded, number=number, answer_by=answer)


def unsent(log: Log, case: str | None) -> list[shelf.Draft]:
    """Return the letters of a case that were written and not yet sent."""
    return shelf.drafts(log, find_case(log, case).case_id)


def check_unsent(log: Log, case: str | None, number: int) -> None:
    """Raise where there is no such letter to send, before anything else is asked."""
    find_draft(log, load_case(log, case), number)


def _late(letter: Letter, sent_on: date, answer_by: date | None) -> list[str]:
    """Tell where the printed date leaves the company less time than was meant."""
    days = (sent_on - letter.written_on).days
    if days <= REDATE_AFTER_DAYS or answer_by is None:
        return []
    return [
        f"The letter is dated {letter.written_on.isoformat()} and went out {days} days later, so "
        f"{max(0, (answer_by - sent_on).days)} days are left to answer."
    ]
