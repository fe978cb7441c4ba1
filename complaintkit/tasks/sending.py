"""How is a letter kept as it went out?"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from complaintkit.model.entry import EntryKind, NewEntry, Recording
from complaintkit.model.letter import Letter
from complaintkit.rules.draft_check import draft_findings
from complaintkit.rules.sending_time import goes_stale, sending_notes
from complaintkit.rules.sentences import plain_date
from complaintkit.rules.shape import Plain, flatten
from complaintkit.rules.words import LONGEST, clean
from complaintkit.store import exhibits, shelf
from complaintkit.store.journal import Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.checked import wording_notes
from complaintkit.tasks.composing import consumer_of
from complaintkit.tasks.drafts import find_draft, letter_of
from complaintkit.tasks.kept_letters import TEXT_ENDINGS
from complaintkit.tasks.letters import render
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.looking_over import look_over
from complaintkit.tasks.placing import day, due
from complaintkit.tasks.recording import Recorded, keep_files, unmoved


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A letter as recorded: the entry, and what to look at."""

    recorded: Recorded
    number: int
    answer_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What is about to be recorded as sent: the date it asks an answer by, and what to look at.

    `is_readable` is False for a file whose words are not read, such as a PDF: its date to
    answer by is taken from the draft.
    """

    answer_by: date | None
    notes: tuple[str, ...] = ()
    is_readable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A letter that would go out more than two days after its date."""

    written_on: date
    answer_by: date | None

    @property
    def question(self) -> str:
        """Ask whether it went like that."""
        asks = f" and asks for an answer by {plain_date(self.answer_by)}" if self.answer_by else ""
        dates = "these dates" if self.answer_by else "this date"
        return (
            f"The letter is dated {plain_date(self.written_on)}{asks}. "
            f"Has it gone out with {dates}?"
        )


def stale(
    log: Log, case: str | None, number: int, recording: Recording, *, on: str
) -> Stale | None:
    """Return the dates of a letter that would go too late for them; None where they serve."""
    loaded = load_case(log, case)
    letter = letter_of(find_draft(log, loaded, number))
    if not goes_stale(letter.written_on, day(on, recording.at.date(), log, loaded.row)):
        return None
    return Stale(written_on=letter.written_on, answer_by=letter.answer_by)


def is_of_today(log: Log, case: str | None, number: int, recording: Recording) -> bool:
    """Whether the letter is dated today already, so that dating it anew would change nothing."""
    letter = letter_of(find_draft(log, load_case(log, case), number))
    return letter.written_on == recording.at.date()


def look_before(
    log: Log,
    case: str | None,
    number: int,
    *,
    as_file: Path | None = None,
    pasted: str | None = None,
) -> Before:
    """Look over what is about to be recorded: the draft, or the text that was really sent."""
    loaded = load_case(log, case)
    letter = letter_of(find_draft(log, loaded, number))
    person = consumer_of(log, loaded.case).name
    if as_file is None and pasted is None:
        notes = look_over(letter, loaded.case, today=None, person=person)
        return Before(answer_by=letter.answer_by, notes=notes)
    text = pasted if as_file is None else _read(as_file)
    if text is None:
        return Before(answer_by=letter.answer_by, is_readable=False)
    from complaintkit.render.letter_clock import clock_notes

    went = _as_printed(letter, text)
    findings = draft_findings(
        text,
        body="",
        kind=letter.kind,
        answer_by=went.answer_by or letter.answer_by,
        today=None,
        company=loaded.case.company.name,
        person=person,
    )
    wording = wording_notes(text, kind=letter.kind, case=loaded.case, today=None)
    notes = (*clock_notes(letter, went), *findings, *wording)
    return Before(answer_by=went.answer_by, notes=notes)


def mark_sent(
    log: Log,
    case: str | None,
    number: int,
    recording: Recording,
    *,
    via: str,
    on: str,
    as_file: Path | None = None,
    pasted: str | None = None,
    proof: Sequence[Path] = (),
    tracking: str | None = None,
    answer_by: str | None = None,
) -> Sent:
    """Record that a letter went out. The copy is kept as sent and never changes.

    `as_file`, or the text `pasted`, is what was really sent, when it was changed elsewhere;
    the date to answer by is then the one that it prints. Raises EntryNotFound for a number
    without a letter, WrongUsage for one that was sent already.
    """
    loaded = load_case(log, case)
    letter = letter_of(find_draft(log, loaded, number))
    sent_on = day(on, recording.at.date(), log, loaded.row)
    via = clean(via, "way of sending")
    tracking = clean(tracking, "tracking number") if tracking is not None else None
    kept = _keep(log, number, letter, as_file, pasted)
    text = _text_of(log, kept) if as_file or pasted is not None else None
    went = letter if text is None else _as_printed(letter, text)
    if answer_by is not None:
        anchor = datetime(sent_on.year, sent_on.month, sent_on.day)  # noqa: DTZ001 - a day, no place
        went = replace(went, answer_by=due(answer_by, anchor, log, loaded.row))
    plain: Plain = {
        "number": str(number),
        "kind": letter.kind,
        "sent_on": sent_on.isoformat(),
        "via": via,
        "tracking": tracking,
        "answer_by": went.answer_by.isoformat() if went.answer_by else None,
        "sha256": kept.sha256,
        "name": kept.name.encode("utf-8", "backslashreplace").decode(),
        "size": str(kept.size),
        "media_type": kept.media_type,
    }
    entry = NewEntry(id=recording.new_id(), kind=EntryKind.LETTER, fields=flatten(plain))
    proofs, told = keep_files(log, loaded.row, proof, recording, belongs_to=entry.id)
    guard = unmoved(loaded.row) if proofs else None
    saved = log.append(loaded.row.case_id, (entry, *proofs), recording, guard=guard)
    shelf.drop_draft(log, case_id=loaded.row.case_id, number=number)
    late = sending_notes(
        via=via,
        delivery="".join(run.text for run in went.delivery),
        written_on=went.written_on,
        sent_on=sent_on,
        answer_by=went.answer_by,
    )
    recorded = Recorded(case_name=loaded.row.name, saved=saved, notes=(*told, *late))
    return Sent(recorded=recorded, number=number, answer_by=went.answer_by)


def unsent(log: Log, case: str | None) -> list[shelf.Draft]:
    """Return the letters of a case that were written and not yet sent."""
    return shelf.drafts(log, find_case(log, case).case_id)


def check_unsent(log: Log, case: str | None, number: int) -> None:
    """Raise where there is no such letter to send, before anything else is asked."""
    find_draft(log, load_case(log, case), number)


def _keep(
    log: Log, number: int, letter: Letter, as_file: Path | None, pasted: str | None
) -> exhibits.Kept:
    """Freeze what went out: the file, the pasted text, or the draft as text."""
    if as_file:
        return exhibits.keep(log.home, as_file)
    if pasted is not None:
        content = f"{clean(pasted, 'letter').strip()}\n".encode()
    else:
        content = render(letter, "text")
    return exhibits.keep_bytes(log.home, content, name=f"letter-{number}.txt")


def _as_printed(letter: Letter, text: str) -> Letter:
    """Return the letter with the date to answer by that the text of the sent copy prints."""
    from complaintkit.render.letter_clock import answer_by_after

    return replace(letter, answer_by=answer_by_after(letter, text, written_on=letter.written_on))


def _text_of(log: Log, kept: exhibits.Kept) -> str | None:
    """Return the words of a kept text; None for a PDF and the like."""
    path = exhibits.path_of(log.home, kept.sha256)
    return _decoded(path) if kept.name.casefold().endswith(TEXT_ENDINGS) else None


def _read(as_file: Path) -> str | None:
    """Return the words of a text file; a file that cannot be read is told of when it is kept."""
    return _decoded(as_file) if as_file.name.casefold().endswith(TEXT_ENDINGS) else None


def _decoded(path: Path) -> str | None:
    with suppress(OSError, UnicodeDecodeError):
        if path.is_file() and path.stat().st_size <= LONGEST:
            return path.read_bytes().decode("utf-8-sig")
    return None
