"""How does a letter become a PDF?

Typst lays it out. It gets the letter as JSON through `sys_inputs`, so that no text of a
person's is ever read as markup, and a fixed date, so that the same letter gives the same
bytes.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from complaintkit.errors import CannotWrite
from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table
from complaintkit.render.environment import templates_folder, words_for
from complaintkit.render.text import column_widths, measured, plain

FONTS = ("Libertinus Serif", "New Computer Modern")  # both come with typst
SIGNS = 96  # about as many fit across a page in the type of a table
LONG_WORD = 24  # a longer one may need to break inside a table cell or a line
COVERED = re.compile(r"[\x00-\u0530\u1e00-\u20cf\u2100-\u214f\u2190-\u2193]*")


def letter_pdf(letter: Letter) -> bytes:
    """Return the letter as PDF. Raises CannotWrite where typst is not at hand."""
    return typeset("letter.typ", _laid_out(letter), on=letter.written_on)


def typeset(template: str, values: Mapping[str, Any], *, on: date) -> bytes:
    """Run a Typst template of ours over plain values and return the PDF."""
    try:
        import typst
    except ImportError as absent:
        raise CannotWrite(
            "A PDF cannot be made on this computer, because the part that lays out pages "
            "(typst) is not installed.",
            fix="Use `--format text`, or install typst with `pip install typst`.",
        ) from absent

    folder = templates_folder() / "typst"
    source = json.dumps(values, ensure_ascii=False)
    midnight = datetime(on.year, on.month, on.day, tzinfo=UTC)
    made: bytes = typst.compile(
        str(folder / template),
        root=str(folder),
        sys_inputs={"values": source},
        ignore_system_fonts=COVERED.fullmatch(source) is not None,
        timestamp=int(midnight.timestamp()),
    )
    return made


def breakable(text: str) -> str:
    """Let a very long word break: a zero-width space after every few signs."""
    return re.sub(
        rf"\S{{{LONG_WORD},}}",
        lambda word: "\u200b".join(re.findall(rf".{{1,{LONG_WORD // 2}}}", word.group())),
        text,
    )


def _laid_out(letter: Letter) -> dict[str, Any]:
    """Return the letter as plain values for letter.typ."""
    return {
        "date": [letter.written_on.year, letter.written_on.month, letter.written_on.day],
        "language": letter.language,
        "region": "US" if letter.paper == "us-letter" else "GB",
        "paper": letter.paper,
        "fonts": list(FONTS),
        "of": words_for(letter.language)["page_of"],
        "sender": [breakable(run.text) for run in letter.sender],
        "dated": letter.dated.text,
        "recipient": [breakable(run.text) for run in letter.recipient],
        "subject": _words(letter.subject),
        "salutation": _words(letter.salutation),
        "body": _body(letter.body),
        "closing": _words(letter.closing),
        "signature": breakable(letter.signature.text),
        "enclosures": _listed(letter.enclosures_label, letter.enclosures),
        "copies": _listed(letter.copies_label, letter.copies),
    }


def _body(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return the blocks; a paragraph before a list or a table leads in to it and stays with it."""
    following = [*blocks[1:], None]
    return [
        _block(block, leads=not isinstance(after, Paragraph | None))
        for block, after in zip(blocks, following, strict=True)
    ]


def _block(block: Block, *, leads: bool) -> dict[str, Any]:
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


def _listed(label: str, items: Sequence[Sequence[Run]]) -> dict[str, Any]:
    return {"label": label, "items": [_words(one) for one in items]}


def _words(runs: Sequence[Run]) -> str:
    return breakable(plain(runs))
