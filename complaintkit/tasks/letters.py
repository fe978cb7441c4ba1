"""How is a letter written from the record?"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from complaintkit.errors import WrongUsage
from complaintkit.model.case import Case
from complaintkit.model.letter import Choices, Letter
from complaintkit.model.people import Contact
from complaintkit.model.reference import Right
from complaintkit.rules import letter_kinds
from complaintkit.rules.letter_plan import PLAIN, missing_facts, plan_letter
from complaintkit.rules.slug import slug
from complaintkit.store import shelf
from complaintkit.store.home import write_whole
from complaintkit.store.journal import Log
from complaintkit.tasks.letter_notes import letter_notes
from complaintkit.tasks.loading import LoadedCase, load_case
from complaintkit.tasks.profile import load_profile

if TYPE_CHECKING:
    from complaintkit.render.letter_sentences import Traced

FORMATS = {"text": "txt", "pdf": "pdf", "docx": "docx", "html": "html", "md": "md", "eml": "eml"}
FIXED = "the letter's own words"
SHORT, ACCESSIBLE = "short", "pdf-ua"  # a text for web forms; a PDF for screen readers
ENDINGS = FORMATS | {SHORT: "short.txt", ACCESSIBLE: "pdf"}
KINDS = tuple(letter_kinds.KINDS)


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

    letter_kinds.letter_kind(kind)
    check_format(form)
    loaded = load_case(log, case)
    letter = composed(log, loaded.case, kind, today=now.date(), choices=choices)
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
        content=content,
        path=path,
        notes=tuple(
            letter_notes(
                loaded.case,
                letter,
                choices,
                pdf=content if ENDINGS[form] == "pdf" else b"",
                perhaps=perhaps_rights(log, case, kind, choices, today=now.date()),
            )
        ),
    )


def composed(log: Log, case: Case, kind: str, *, today: date, choices: Choices) -> Letter:
    """Return a letter of that kind from the record, without keeping it."""
    from complaintkit.render.letter import compose

    return compose(
        kind,
        case,
        consumer=consumer_of(log, case),
        today=today,
        choices=choices,
        rights=known_rights(kind, choices),
        own_templates=log.home.templates,
    )


def known_rights(kind: str, choices: Choices) -> tuple[Right, ...]:
    """Return the rights that a letter of this kind may name; they are read only for those."""
    if not (letter_kinds.letter_kind(kind).uses or choices.right):
        return ()
    from complaintkit.store.reference import load_rights

    return load_rights()


def perhaps_rights(
    log: Log, case: str | None, kind: str, choices: Choices, *, today: date
) -> tuple[Right, ...]:
    """Return rights that may help and that only the person's answer can settle."""
    rights = known_rights(kind, choices)
    if not rights:
        return ()
    loaded = load_case(log, case).case
    plan = plan_letter(
        kind,
        loaded,
        consumer=consumer_of(log, loaded),
        today=today,
        choices=choices,
        rights=rights,
    )
    return plan.right.perhaps


def traced(
    log: Log, case: str | None, kind: str, *, today: date, choices: Choices
) -> tuple[Letter, list["Traced"]]:
    """Return a letter as it would be written, and each sentence with its sources."""
    from complaintkit.render.letter_sentences import trace

    letter = composed(log, load_case(log, case).case, kind, today=today, choices=choices)
    return letter, trace(letter)


def preview(letter: Letter, *, styled: bool) -> str:
    """Return the letter as text in which the person's own words are told from the tool's."""
    from complaintkit.render.letter_preview import letter_preview

    return letter_preview(letter, styled=styled)


def mail_link(log: Log, case: str | None, letter: Letter) -> str:
    """Return a link that opens an e-mail with the letter, shortened if need be."""
    from complaintkit.render.letter_short import mailto_link

    return mailto_link(letter, to=load_case(log, case).case.company.email)


def lacking(log: Log, case: str | None, kind: str) -> list[str]:
    """Return the names of the facts that such a letter still needs, in a letter's order."""
    loaded = load_case(log, case).case
    return missing_facts(letter_kinds.letter_kind(kind), loaded, consumer_of(log, loaded))


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
