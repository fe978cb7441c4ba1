"""How does a letter become a PDF?

Typst lays it out. It gets the letter as JSON through `sys_inputs`, so that no text of a
person's is ever read as markup, and a fixed date, so that the same letter gives the same
bytes.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from complaintkit.errors import CannotWrite
from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table
from complaintkit.render import places
from complaintkit.render.direction import holds_turned, is_turned
from complaintkit.render.environment import templates_folder, words_for
from complaintkit.render.page_guess import page_guesses
from complaintkit.render.printable import printable
from complaintkit.render.text import column_widths, measured, plain

SIGNS = 96  # about as many fit across a page in the type of a table
# A letter is laid out at the roomiest density that should make one page of it, at a denser one
# where it did not, and comfortably over several pages where none does.
FITS, HOPELESS, GUESS_ERROR = 0.96, 1.2, 0.1  # shares of the page, as guessed from its lines
LONG_WORD = 24  # a longer one may need to break inside a table cell or a line
# Marks that belong to the letter before them: no line breaks there.
MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u200d\ufe00-\ufe0f"
# Pictures of control characters, which few fonts have, and what is of private use: a font may
# show anything for it.
UNREADABLE = re.compile("[\u2400-\u241f\u2421\ue000-\uf8ff\U000f0000-\U0010ffff]")
PICTURE, DELETE = 0x2400, 0x2421
ACCENT = re.compile("[\u0300-\u036f]")
APART = "\u2068{}\u2069"  # set apart, so that neither side turns the other

Values = dict[str, Any]


def letter_pdf(letter: Letter, *, accessible: bool = False) -> bytes:
    """Return the letter as PDF, on one page where it fits at a size that reads well.

    It is tagged for screen readers; on request it is PDF/UA-1. Raises CannotWrite where typst is
    not at hand, or no font has a character of the letter.
    """
    shown = printable(letter)
    values, guesses = _laid_out(shown), page_guesses(shown)
    should_fit = [at for at, guess in enumerate(guesses) if guess < FITS]
    start = should_fit[0] if should_fit else len(guesses) - 1
    for density in range(start, len(guesses) if guesses[-1] < HOPELESS else start):
        free = max(0, 1 - guesses[density] - GUESS_ERROR)
        made = typeset(
            "letter.typ",
            {**values, "density": density, "free": free},
            on=letter.written_on,
            accessible=accessible,
        )
        if pages_of(made) == 1:
            return made
    return typeset(
        "letter.typ",
        {**values, "density": 0, "free": 0},
        on=letter.written_on,
        accessible=accessible,
    )


def pages_of(made: bytes) -> int:
    """Count the pages of a PDF of ours."""
    return len(re.findall(rb"/Type\s*/Page\b", made))


def typeset(
    template: str,
    values: Mapping[str, Any],
    *,
    on: date,
    accessible: bool = False,
    names_signs: bool = False,
    folder: Path | None = None,
) -> bytes:
    """Run a Typst template of ours over plain values and return the PDF.

    `names_signs` writes the name of an emoji that no font prints; without it there is no PDF.
    `folder` holds a copy of the template beside files that it puts in; without it no file can be.
    """
    try:
        import typst
    except ImportError as absent:
        raise CannotWrite(
            "A PDF cannot be made on this computer, because the part that lays out pages "
            "(typst) is not installed.",
            fix="Use `--format text`, or install typst with `pip install typst`.",
        ) from absent
    from complaintkit.render import glyphs

    source = json.dumps(values, ensure_ascii=False)
    if names_signs:
        source = glyphs.with_names(source)
    system, families = glyphs.fonts_for(source)
    folder = folder or templates_folder() / "typst"
    midnight = datetime(on.year, on.month, on.day, tzinfo=UTC)
    made: bytes = typst.compile(
        str(folder / template),
        root=str(folder),
        font_paths=glyphs.all_fonts() if system else glyphs.bundled(),
        sys_inputs={
            "values": source,
            "fonts": json.dumps(families),
            "accents": "yes" if ACCENT.search(source) else "",
        },
        pdf_standards="ua-1" if accessible else [],
        timestamp=int(midnight.timestamp()),
    )
    return made


def breakable(text: str) -> str:
    """Let a very long word break: a zero-width space after every few signs."""
    return re.sub(
        rf"\S{{{LONG_WORD},}}",
        lambda word: "\u200b".join(re.findall(rf".{{1,{LONG_WORD // 2}}}[{MARKS}]*", word.group())),
        text,
    )


def composed(text: str) -> str:
    """Return the text with each letter and its accents as one sign where there is one.

    A control character, or one of private use, is shown by its number.
    """
    return UNREADABLE.sub(_numbered, unicodedata.normalize("NFC", text))


def _numbered(sign: re.Match[str]) -> str:
    code = ord(sign[0])
    if PICTURE <= code <= DELETE:
        code = 0x7F if code == DELETE else code - PICTURE
    return f"‹U+{code:04X}›"


def _laid_out(letter: Letter) -> Values:
    """Return the letter as plain values for letter.typ."""
    return {
        "date": [letter.written_on.year, letter.written_on.month, letter.written_on.day],
        "language": letter.language,
        "region": "US" if letter.paper == "us-letter" else "GB",
        "paper": letter.paper,
        "places": _places(letter),
        "of": words_for(letter.language)["page_of"],
        "title": composed(plain(letter.subject)).strip() or letter.kind,
        "author": composed(letter.signature.text),
        "return_line": _said(places.return_line(letter)),
        "sender": _lines(letter.sender),
        "dated": _said(letter.dated.text),
        "delivery": [_words(letter.delivery)] if letter.delivery else [],
        "recipient": _lines(letter.recipient),
        "subject": _words(letter.subject),
        "salutation": _words(letter.salutation),
        "body": _body(letter.body),
        "closing": _words(letter.closing),
        "signature": _said(letter.signature.text),
        "enclosures": _listed(letter.enclosures_label, letter.enclosures),
        "copies": _listed(letter.copies_label, letter.copies),
    }


def _places(letter: Letter) -> Values:
    """Return the measures of the letter's layout; `din` is none where it has no address field."""
    layout = places.layout(letter)
    form = places.DIN.get(layout)
    return {
        "margins": asdict(places.MARGINS[layout]),
        "sender_right": layout != "us",
        "window": places.WINDOWS.get(layout, 0),
        "text": places.TEXT_LEFT,
        "field": [places.FIELD_TEXT_WIDTH, places.FIELD_HEIGHT, places.REMARKS_HEIGHT],
        "block": [places.BLOCK_LEFT, places.BLOCK_WIDTH],
        "din": form and {**asdict(form), "block": form.block, "subject": form.subject},
    }


def _body(blocks: Sequence[Block]) -> list[Values]:
    """Return the blocks; a paragraph before a list or a table leads in to it and stays with it."""
    following = [*blocks[1:], None]
    return [
        _block(block, leads=not isinstance(after, Paragraph | None))
        for block, after in zip(blocks, following, strict=True)
    ]


def _block(block: Block, *, leads: bool) -> Values:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "text": _words(block.runs), "leads": leads}
    if isinstance(block, Listing):
        items = [_words(one) for one in block.items]
        return {"kind": "listing", "items": items, "numbered": block.numbered}
    return {
        "kind": "table",
        "widths": _shares(block),
        "head": [_words(cell) for cell in block.head],
        "rows": [[_words(cell) for cell in row] for row in block.rows],
    }


def _shares(table: Table) -> list[int]:
    """Return the share of each column in the width; 0: as wide as its longest cell."""
    return [
        0 if measured(table, at, SIGNS).is_narrow else width
        for at, width in enumerate(column_widths(table, SIGNS))
    ]


def _listed(label: str, items: Sequence[Sequence[Run]]) -> Values:
    return {"label": _said(f"{label}:"), "items": [_words(one) for one in items]}


def _lines(runs: Sequence[Run]) -> list[Values]:
    return [_said(run.text) for run in runs if run.text.strip()]


def _words(runs: Sequence[Run]) -> Values:
    """Return some runs as one text; a value in a script of the other way is set apart in it."""
    turned = is_turned(plain(runs))
    pieces = [
        APART.format(run.text) if run.source and not turned and holds_turned(run.text) else run.text
        for run in runs
    ]
    return {"text": breakable(composed("".join(pieces))), "turned": turned}


def _said(text: str) -> Values:
    return {"text": breakable(composed(text)), "turned": is_turned(text)}
