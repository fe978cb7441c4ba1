"""How is a draft changed: in an editor, or by another date?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path

from complaintkit.errors import EntryNotFound, FileUnusable, WrongUsage
from complaintkit.model.letter import Letter
from complaintkit.rules.words import LONGEST
from complaintkit.store import shelf
from complaintkit.store.home import write_whole
from complaintkit.store.journal import Log
from complaintkit.tasks import composing, letters
from complaintkit.tasks.loading import LoadedCase, load_case
from complaintkit.tasks.looking_over import look_over


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDraft:
    """A draft as it was read, and as text for an editor."""

    loaded: LoadedCase
    draft: shelf.Draft
    letter: Letter
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A draft as it is now, the files that hold it, and what to look at."""

    case_name: str
    number: int
    letter: Letter
    content: bytes
    paths: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def open_draft(log: Log, case: str | None, number: int) -> OpenDraft:
    """Return a draft to be edited. Raises EntryNotFound, WrongUsage for a sent letter."""
    from complaintkit.render.editable import editable

    loaded = load_case(log, case)
    draft = find_draft(log, loaded, number)
    letter = letter_of(draft)
    return OpenDraft(loaded=loaded, draft=draft, letter=letter, text=editable(letter))


def change_draft(
    log: Log,
    opened: OpenDraft,
    text: str,
    *,
    now: datetime,
    form: str | None = None,
    target: Path | None = None,
    to_stdout: bool = False,
) -> Rewritten:
    """Keep a draft as the person's text has it, and write its file anew.

    Raises FileUnusable where the text is no letter, StoreProblem where the draft changed
    meanwhile, CannotWrite; the caller still has the text.
    """
    from complaintkit.render.editable import edited
    from complaintkit.render.letter_clock import clock_notes

    _check_text(text)
    letter = replace(edited(opened.letter, text), is_edited=True)
    person = composing.consumer_of(log, opened.loaded.case).name
    notes = (
        *clock_notes(opened.letter, letter),
        *look_over(letter, opened.loaded.case, today=now.date(), person=person),
    )
    return _rewrite(log, opened, letter, form=form, target=target, to_stdout=to_stdout, notes=notes)


def redate_draft(log: Log, case: str | None, number: int, *, now: datetime) -> Rewritten:
    """Date a draft today; the date to answer by moves by as many days."""
    from complaintkit.render.letter_clock import redated

    opened = open_draft(log, case, number)
    letter = redated(opened.letter, now.date())
    return _rewrite(log, opened, letter, written_at=now.isoformat(timespec="seconds"))


def find_draft(log: Log, loaded: LoadedCase, number: int) -> shelf.Draft:
    """Return a letter not yet sent. Raises EntryNotFound; WrongUsage where it was sent."""
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


def letter_of(draft: shelf.Draft) -> Letter:
    """Return the letter that a draft holds."""
    from complaintkit.render.letter_json import letter_from_json

    return letter_from_json(draft.letter)


def _check_text(text: str) -> None:
    if len(text) > LONGEST:
        raise FileUnusable(
            f"The letter has {len(text):,} characters; {LONGEST:,} is the most.",
            fix="Make it shorter, or enclose a file.",
        )
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise FileUnusable(
            "The letter holds bytes that are no readable text.",
            fix="Save it as UTF-8 in your editor.",
        )


def _rewrite(
    log: Log,
    opened: OpenDraft,
    letter: Letter,
    *,
    form: str | None = None,
    target: Path | None = None,
    to_stdout: bool = False,
    written_at: str | None = None,
    notes: Sequence[str] = (),
) -> Rewritten:
    """Render first, then keep the draft, then write the files: a fault leaves all as it was."""
    from complaintkit.render.letter_json import letter_to_json

    forms = [form] if form else _forms(log, opened) if target is None else ["text"]
    contents = {form: content_of(log, opened, letter, form) for form in forms}
    paths = {form: path_for(log, opened, form, target) for form in forms if not to_stdout}
    shelf.change_draft(log, opened.draft, letter=letter_to_json(letter), written_at=written_at)
    for chosen, path in paths.items():
        write_whole(path, contents[chosen])
    return Rewritten(
        case_name=opened.loaded.row.name,
        number=opened.draft.number,
        letter=letter,
        content=contents[forms[0]],
        paths=tuple(paths.values()),
        notes=tuple(notes),
    )


def _forms(log: Log, opened: OpenDraft) -> list[str]:
    """Return the formats in which the draft lies in its folder already, or text."""
    found = [form for form in letters.FORMATS if _own_place(log, opened, form, None).exists()]
    return found or ["text"]


def _own_place(log: Log, opened: OpenDraft, form: str, target: Path | None) -> Path:
    draft = opened.draft
    return letters.place_of(log, opened.loaded, draft.number, draft.kind, form, target)


def path_for(log: Log, opened: OpenDraft, form: str, target: Path | None = None) -> Path:
    """Return where the new file goes: over ours, but beside one that the person changed."""
    path = _own_place(log, opened, form, target)
    if target is not None or not path.exists():
        return path
    before = content_of(log, opened, opened.letter, form)
    names = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    while path.exists() and path.read_bytes() != before:
        path = next(names)
    return path


def content_of(log: Log, opened: OpenDraft, letter: Letter, form: str) -> bytes:
    """Return a letter in one of its formats; an e-mail with what it encloses."""
    if form == "eml":
        return letters.draft_mail(log, opened.loaded.case, letter)
    return letters.render(letter, form)
