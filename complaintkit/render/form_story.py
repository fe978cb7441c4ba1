"""How is what happened told in the fields of an outside body's form?

The words stand in `templates/forms`, in the language of the person's own words where it is one
of those, else in English. What the form asks in a field of its own is not told twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from complaintkit.model.body_form import Told
from complaintkit.model.case import Case
from complaintkit.model.letter import Block, Listing, Run, Table
from complaintkit.model.people import Contact, Party
from complaintkit.render.contact_facts import Facts
from complaintkit.render.days_and_sums import Words
from complaintkit.render.environment import shipped, words_for
from complaintkit.render.letter_facts import letter_facts
from complaintkit.render.letter_short import cut
from complaintkit.render.markdown import read_blocks
from complaintkit.render.printable import clear
from complaintkit.render.text import plain
from complaintkit.render.trace import Book, joined_sources
from complaintkit.rules.form_room import form_size
from complaintkit.rules.language import language_of
from complaintkit.rules.letter_kinds import BODIES, LANGUAGES, LetterKind
from complaintkit.rules.letter_plan import LetterPlan, plan_letter

FORM = LetterKind(
    name="form",
    audience="body",
    requires=("company", "problem", "party"),
    days=0,
    parties=BODIES,
    one_page=False,
    shows=("chronology",),
)
_FEWER = (16, 8, 5, 3)
"""So many dated lines are told where not all of them fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """A case ready to be told: its facts, and the style of the person's country."""

    plan: LetterPlan
    facts: Facts
    book: Book
    words: Words
    style: Words


def pen_for(case: Case, *, body: str, consumer: Contact, today: date) -> Pen:
    """Return what the texts of a form about a case are written with; `body` is who reads it.

    Raises FactMissing where company or problem is not known.
    """
    to_body = replace(case, parties=(Party(name=body, role=BODIES[0]), *case.parties))
    plan = plan_letter(FORM, to_body, consumer=consumer, today=today)
    own = language_of(case.problem)
    words = words_for(own if own in LANGUAGES else "en")
    country = case.country or case.company.country
    known = words["styles"].get(country) or words["styles"]["default"]
    if "attachment" in words:  # other languages have one word for both
        known = {**known, "enclosure": words["attachment"]}
    book = Book()
    facts = letter_facts(plan, to_body, consumer=consumer, words=words, style=known, book=book)
    return Pen(plan=plan, facts=facts, book=book, words=words, style=known)


def told(name: str, pen: Pen, *, asked: frozenset[str], most: int = 0) -> Told:
    """Return the longest account that fits into `most` characters (0: no limit).

    First dated lines go, the shorter account comes next; where even that is too long, it ends
    earlier, after a sentence.
    """
    rows = _rows(name, pen, asked)
    for count in (len(rows), *(one for one in _FEWER if one < len(rows))):
        found = _written(name, pen, asked, rows, count)
        if not most or form_size(found.text) <= most:
            return found
    found = shorter(name, pen, asked=asked)
    return replace(found, text=cut(found.text, most, form_size))


def shorter(name: str, pen: Pen, *, asked: frozenset[str]) -> Told:
    """Return the shorter account; where there is none, the account as it is."""
    short = f"{name}-short" if name in ("story", "contacts") else name
    return _written(short, pen, asked, _rows(name, pen, asked), 0 if short != name else None)


def _rows(name: str, pen: Pen, asked: frozenset[str]) -> list[Facts]:
    """Return the dated lines of an account, oldest first."""
    every: list[Facts] = pen.facts["chronology"]
    if name == "contacts":
        return [row for row in every if not row["is_event"]]
    if name == "answer":
        spoken = [row for row in every if not (row["is_event"] or row["is_letter"])]
        return [row for row in spoken if row["reached"] and (row["said"] or row["quote"])][-1:]
    if name == "story" and "contacts" in asked:
        return [row for row in every if row["is_event"]]
    return every if name == "story" else []


def _written(
    name: str, pen: Pen, asked: frozenset[str], rows: Sequence[Facts], count: int | None
) -> Told:
    kept = list(rows) if count is None else _kept(rows, count)
    facts = {
        **pen.facts,
        "chronology": kept,
        "rows_left_out": len(rows) - len(kept),
        "asked": {
            key: key in asked for key in ("product", "contacts", "offer", "want", "representative")
        },
    }
    language = pen.words["language"]
    pages = shipped(language, pen.style["locale"])
    blocks = read_blocks(pages.render(f"forms/{language}/{name}.md", facts), pen.book)
    return _as_text(blocks)


def _kept(rows: Sequence[Facts], count: int) -> list[Facts]:
    """Return the first line and the last ones: how it began, and how it stands."""
    if count >= len(rows):
        return list(rows)
    return [*rows[:1], *rows[len(rows) - count + 1 :]] if count > 1 else []


def _as_text(blocks: Sequence[Block]) -> Told:
    texts, sources = [], []
    for block in blocks:
        lines = _lines(block)
        texts.append("\n".join(clear(plain(line)).strip() for line in lines))
        sources += [run.source for line in lines for run in line]
    return Told(text="\n\n".join(filter(None, texts)), source=joined_sources(sources))


def _lines(block: Block) -> list[tuple[Run, ...]]:
    if isinstance(block, Listing):
        return [(Run(text="- "), *item) for item in block.items]
    if isinstance(block, Table):
        return [cell for row in block.rows for cell in row]
    return [block.runs]
