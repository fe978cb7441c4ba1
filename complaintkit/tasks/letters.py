"""How is a letter written from the record, and how is it kept once it is sent?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from complaintkit.errors import EntryNotFound, WrongUsage
from complaintkit.model.case import Case
from complaintkit.model.entry import EntryKind, NewEntry, Recording
from complaintkit.model.letter import Letter
from complaintkit.model.people import Contact
from complaintkit.rules.shape import Plain, flatten
from complaintkit.rules.slug import slug
from complaintkit.rules.words import clean
from complaintkit.store import shelf
from complaintkit.store.home import write_whole
from complaintkit.store.journal import Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.loading import LoadedCase, load_case
from complaintkit.tasks.placing import day, due
from complaintkit.tasks.profile import load_profile
from complaintkit.tasks.recording import Recorded, keep_files, unmoved

FORMATS = {"text": "txt", "pdf": "pdf", "docx": "docx", "html": "html", "md": "md", "eml": "eml"}
KINDS = ("first", "manager", "ceo")
REDATE_AFTER_DAYS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter as drafted: its number, its text, and where the file lies."""

    case_name: str
    number: int
    letter: Letter
    text: str
    content: bytes
    path: Path | None
    notes: tuple[str, ...] = ()


def write_letter(
    log: Log,
    case: str | None,
    kind: str,
    *,
    now: datetime,
    form: str,
    target: Path | None,
    to_stdout: bool = False,
    answer_days: int | None = None,
) -> Written:
    """Write a draft from the record, keep it, and put its file where the person wants it.

    Raises FactMissing naming all that is missing, WrongUsage for an unknown kind or
    format, CannotWrite where the file cannot be placed.
    """
    from complaintkit.render.letter import compose
    from complaintkit.render.letter_json import letter_to_json
    from complaintkit.render.text import letter_text

    check_kind(kind)
    check_format(form)
    loaded = load_case(log, case)
    letter = compose(
        kind,
        loaded.case,
        consumer=consumer_of(log, loaded.case),
        today=now.date(),
        answer_days=answer_days,
        own_templates=log.home.templates,
    )
    text = letter_text(letter)
    is_mail = form == "eml"
    content = _draft_mail(log, loaded.case, letter) if is_mail else render(letter, form)
    number = shelf.keep_draft(
        log,
        case_id=loaded.row.case_id,
        kind=letter.kind,
        written_at=now.isoformat(timespec="seconds"),
        letter=letter_to_json(letter),
        sent=frozenset(sent.number for sent in loaded.case.letters),
    )
    path = None if to_stdout else _place(log, loaded, number, letter.kind, form, target)
    if path is not None:
        write_whole(path, content)
    return Written(
        case_name=loaded.row.name,
        number=number,
        letter=letter,
        text=text,
        content=content,
        path=path,
        notes=tuple(_notes(loaded.case, letter, content if form == "pdf" else b"")),
    )


def _notes(case: Case, letter: Letter, pdf: bytes) -> Iterator[str]:
    """Yield what the person should know before the letter goes out."""
    from complaintkit.render.length import length_note, pages_of

    if not case.is_open:
        yield "This case is closed. Read the letter with that in mind."
    long = length_note(letter, pages_of(pdf) if pdf else 1)
    if long:
        yield long
    if any(not run.source for enclosure in letter.enclosures for run in enclosure):
        yield (
            "The letter encloses the record of all dates and contacts. Print the timeline from "
            "the pack: `complaintkit export`."
        )


def lacking(log: Log, case: str | None, kind: str) -> list[str]:
    """Return the names of the facts that such a letter still needs, in a letter's order."""
    from complaintkit.rules.letter_kinds import letter_kind, missing_facts

    loaded = load_case(log, case).case
    return missing_facts(letter_kind(kind), loaded, consumer_of(log, loaded))


def render(letter: Letter, form: str) -> bytes:
    """Return a letter in one of its formats; an e-mail has neither address nor attachments."""
    if form == "pdf":
        from complaintkit.render.pdf import letter_pdf

        return letter_pdf(letter)
    if form == "docx":
        from complaintkit.render.letter_docx import letter_docx

        return letter_docx(letter)
    return _as_text(letter, form).encode()


def _as_text(letter: Letter, form: str) -> str:
    if form == "html":
        from complaintkit.render.letter_html import letter_html

        return letter_html(letter)
    if form == "md":
        from complaintkit.render.letter_markdown import letter_markdown

        return letter_markdown(letter)
    from complaintkit.render.text import letter_text

    return letter_text(letter)


def _draft_mail(log: Log, case: Case, letter: Letter) -> bytes:
    """Return an unsent e-mail to the company, with copies of what the letter encloses."""
    from complaintkit.render.letter_eml import letter_eml
    from complaintkit.store import exhibits

    named = {run.source for enclosure in letter.enclosures for run in enclosure}
    attached = [
        (exhibit.name, exhibit.media_type, exhibits.path_of(log.home, exhibit.sha256).read_bytes())
        for exhibit in case.exhibits
        if f"Exhibit {exhibit.number}" in named
        and not exhibits.state(log.home, exhibit.sha256, exhibit.size)
    ]
    return letter_eml(letter, to=case.company.email, attachments=attached)


def consumer_of(log: Log, case: Case) -> Contact:
    """Return who writes: what the case says, and the profile where it says nothing."""
    own, kept = case.consumer or Contact(), load_profile(log).contact
    return Contact(
        name=own.name or kept.name,
        address=own.address or kept.address,
        email=own.email or kept.email,
        phone=own.phone or kept.phone,
    )


def _place(
    log: Log, loaded: LoadedCase, number: int, kind: str, form: str, target: Path | None
) -> Path:
    name = f"letter-{number}-{kind}.{FORMATS[form]}"
    if target is None:
        return log.home.documents / slug(loaded.row.name) / name
    return target / name if target.is_dir() else target


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
    draft = _draft(log, loaded, number)
    letter = _letter(draft)
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


def check_kind(kind: str) -> None:
    """Raise WrongUsage for a kind of letter that there is not."""
    if kind not in KINDS:
        raise WrongUsage(
            f"There is no letter of the kind “{kind}”.", fix=f"Use one of: {', '.join(KINDS)}."
        )


def check_format(form: str) -> None:
    """Raise WrongUsage for a format that letters are not written in."""
    if form not in FORMATS:
        raise WrongUsage(
            f"There is no letter format “{form}”.", fix=f"Use one of: {', '.join(FORMATS)}."
        )


def check_unsent(log: Log, case: str | None, number: int) -> None:
    """Raise where there is no such letter to send, before anything else is asked."""
    _draft(log, load_case(log, case), number)


def _draft(log: Log, loaded: LoadedCase, number: int) -> shelf.Draft:
    if any(sent.number == number for sent in loaded.case.letters):
        raise WrongUsage(
            f"Letter {number} is recorded as sent; a sent letter never changes.",
            fix="Write a new one with `complaintkit letter`.",
        )
    drafts = shelf.drafts(log, loaded.row.case_id)
    for draft in drafts:
        if draft.number == number:
            return draft
    numbers = ", ".join(str(draft.number) for draft in drafts)
    raise EntryNotFound(
        f"“{loaded.row.name}” has no letter {number} to send.",
        fix=f"Not yet sent: letter {numbers}." if numbers else "Write one: `complaintkit letter`.",
    )


def _letter(draft: shelf.Draft) -> Letter:
    from complaintkit.render.letter_json import letter_from_json

    return letter_from_json(draft.letter)


def _late(letter: Letter, sent_on: date, answer_by: date | None) -> list[str]:
    """Tell where the printed date leaves the company less time than was meant."""
    days = (sent_on - letter.written_on).days
    if days <= REDATE_AFTER_DAYS or answer_by is None:
        return []
    return [
        f"The letter is dated {letter.written_on.isoformat()} and went out {days} days later, so "
        f"{max(0, (answer_by - sent_on).days)} days are left to answer."
    ]
