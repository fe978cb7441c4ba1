"""How is a letter written from the record?"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from complaintkit.errors import WrongUsage
from complaintkit.model.case import Case
from complaintkit.model.letter import Choices, Letter
from complaintkit.rules.letter_plan import PLAIN
from complaintkit.rules.slug import slug
from complaintkit.store import shelf
from complaintkit.store.home import write_whole
from complaintkit.store.journal import Log
from complaintkit.tasks.composing import composed, perhaps_rights
from complaintkit.tasks.letter_body import body_to_look_up
from complaintkit.tasks.letter_notes import letter_notes
from complaintkit.tasks.loading import LoadedCase, load_case

FORMATS = {"text": "txt", "pdf": "pdf", "docx": "docx", "html": "html", "md": "md", "eml": "eml"}
SHORT, ACCESSIBLE = "short", "pdf-ua"  # a text for web forms; a PDF for screen readers
ENDINGS = FORMATS | {SHORT: "short.txt", ACCESSIBLE: "pdf"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter as drafted: its number, its file's bytes, and where that file lies."""

    case_name: str
    number: int
    letter: Letter
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
    choices: Choices = PLAIN,
) -> Written:
    """Write a draft from the record, keep it, and put its file where the person wants it.

    Raises FactMissing naming all that is missing, WrongUsage for an unknown kind or
    format, CannotWrite where the file cannot be placed.
    """
    from complaintkit.render.letter_json import letter_to_json

    check_format(form)
    loaded = load_case(log, case)
    letter = composed(log, loaded.case, kind, today=now.date(), choices=choices)
    is_mail = form == "eml"
    content = draft_mail(log, loaded.case, letter) if is_mail else render(letter, form)
    edited = shelf.edited_numbers(log, loaded.row.case_id, letter.kind)
    number = shelf.keep_draft(
        log,
        case_id=loaded.row.case_id,
        kind=letter.kind,
        written_at=now.isoformat(timespec="seconds"),
        letter=letter_to_json(letter),
        sent=edited.union(sent.number for sent in loaded.case.letters),
    )
    path = None if to_stdout else place_of(log, loaded, number, letter.kind, form, target)
    if path is not None:
        write_whole(path, content)
    return Written(
        case_name=loaded.row.name,
        number=number,
        letter=letter,
        content=content,
        path=path,
        notes=(
            *letter_notes(
                loaded.case,
                letter,
                choices,
                pdf=content if ENDINGS[form] == "pdf" else b"",
                perhaps=perhaps_rights(log, loaded.case, kind, choices, today=now.date()),
                unlooked=body_to_look_up(log, loaded.case, letter),
            ),
            *map(_kept_beside, sorted(edited)),
        ),
    )


def _kept_beside(number: int) -> str:
    show = f"`complaintkit letter {number}`"
    return f"Letter {number} holds your own changes and stays as it is: {show}."


def render(letter: Letter, form: str) -> bytes:
    """Return a letter in one of its formats; an e-mail has neither address nor attachments."""
    if form in ("pdf", ACCESSIBLE):
        from complaintkit.render.pdf import letter_pdf

        return letter_pdf(letter, accessible=form == ACCESSIBLE)
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
    if form == SHORT:
        from complaintkit.render.letter_short import letter_short

        return f"{letter_short(letter).text}\n"
    from complaintkit.render.text import letter_text

    return letter_text(letter)


def draft_mail(log: Log, case: Case, letter: Letter) -> bytes:
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


def place_of(
    log: Log, loaded: LoadedCase, number: int, kind: str, form: str, target: Path | None
) -> Path:
    """Return where a letter's file lies: in the case's folder, or where the person wants it."""
    name = f"letter-{number}-{kind}.{ENDINGS[form]}"
    if target is None:
        return log.home.documents / slug(loaded.row.name) / name
    return target / name if target.is_dir() else target


def check_format(form: str) -> None:
    """Raise WrongUsage for a format that letters are not written in."""
    if form not in ENDINGS:
        raise WrongUsage(
            f"There is no letter format “{form}”.", fix=f"Use one of: {', '.join(FORMATS)}."
        )
