"""How does the record with its letters and exhibits become one PDF?

Typst lays out all of it, the pages of attached PDFs included. It gets words as data, never as
markup, and a folder in which the files lie under names of our own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from complaintkit.errors import CannotWrite
from complaintkit.render import glyphs
from complaintkit.render.pdf import breakable, composed, typeset
from complaintkit.render.picture import Mark, picture
from complaintkit.render.printable import clear
from complaintkit.render.record_told import Item, PaperTold, Row, Told
from complaintkit.render.score_words import Words

TEMPLATES = ("bundle.typ", "fonts.typ")
"""The files that must lie in the folder beside `files/`."""

Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What one page of a letter or an exhibit shows.

    `kind` is pdf (page `page` of the file `path` in the folder), picture (the file `path`), text
    (set line by line, over as many pages as it takes) or note (a sentence in the place of what
    cannot be shown). `format` is the name typst has for the file's kind.
    """

    kind: str
    path: str = ""
    format: str = ""
    page: int = 1
    text: str = ""


def bundle_pdf(record: Told, leaves: Mapping[str, Sequence[Leaf]], folder: Path) -> bytes:
    """Return the bundle as PDF.

    `leaves` are the pages of each letter (“letter-2”) and exhibit (“exhibit-3”); `folder` holds
    TEMPLATES and the files. Raises CannotWrite where typst is not at hand, or no font has a script.
    """
    return typeset(
        "bundle.typ", _values(record, leaves), on=record.made_on, names_signs=True, folder=folder
    )


def can_be_set(leaf: Leaf, folder: Path) -> bool:
    """Whether typst can put this page of a file on paper; a text always can be."""
    if leaf.kind not in ("pdf", "picture"):
        return True
    import typst

    at = f", page: {leaf.page}" if leaf.kind == "pdf" else ""
    source: bytes = f'#image("files/{leaf.path}", format: "{leaf.format}"{at})'.encode()
    try:
        # its stubs want the document and the fonts to be of one type
        typst.compile(source, root=str(folder), font_paths=glyphs.bundled())  # type: ignore[type-var]
    except RuntimeError:
        return False
    return True


def is_printable(text: str) -> bool:
    """Whether fonts of this computer print a text, emoji by their names."""
    try:
        glyphs.fonts_for(glyphs.with_names(_text(text)))
    except CannotWrite:
        return False
    return True


def _values(record: Told, leaves: Mapping[str, Sequence[Leaf]]) -> Values:
    head = record.headings
    return {
        "date": [record.made_on.year, record.made_on.month, record.made_on.day],
        "language": record.language,
        "paper": record.paper,
        "title": _text(record.title),
        "subtitle": _text(record.subtitle),
        "footer": _text(f"{record.title}: {record.subtitle}")[:_FOOTER],
        "purpose": _text(record.purpose),
        "made": _text(record.made),
        "summary": _items(record.summary),
        "turns": [_row(row, head) | {"what": _text(row.brief)} for row in record.turns],
        "figures": _items(record.figures),
        "picture": _drawn(record),
        "rows": [_row(row, head) for row in record.rows],
        "letters": [_file(one, leaves) for one in record.letters],
        "exhibits": [_file(one, leaves) for one in record.exhibits],
        "changes": [_text(line) for line in record.changes],
        "gaps": [_text(line) for line in record.gaps],
        "removed": [_text(line) for line in record.removed],
        "integrity": _items(record.integrity),
        "how": list(record.how_to_check),
        "proves": list(record.proves),
        "proves_not": list(record.proves_not),
        "words": {**head["page"], "sections": head["sections"], "columns": head["columns"]},
    }


_FOOTER = 90


def _text(text: str) -> str:
    return breakable(composed(clear(text)))


def _items(items: Sequence[Item]) -> list[Values]:
    return [
        {"label": _text(item.label), "lines": [_line(line) for line in item.lines]}
        for item in items
    ]


def _line(line: str) -> str:
    """Return a line ready to print; a hash stays in one piece, to be told by its length."""
    return line if len(line) == _HASH and line.isalnum() and line.isascii() else _text(line)


_HASH = 64


def _row(row: Row, head: Words) -> Values:
    return {
        "seq": row.seq,
        "when": _text(row.when),
        "mark": head["ways"][row.way or "none"],
        "who": _text(row.who),
        "what": [_text(line) for line in row.what],
        "notes": [_text(line) for line in row.notes],
        "exhibits": list(row.exhibits),
        "letter": row.letter,
    }


def _file(one: PaperTold, leaves: Mapping[str, Sequence[Leaf]]) -> Values:
    return {
        "id": one.key,
        "stamp": one.label,
        "heading": _text(one.heading),
        "alt": one.label,
        "items": _items(one.items),
        "supports": list(one.supports),
        "parts": [asdict(leaf) | {"text": _text(leaf.text)} for leaf in leaves[one.key]],
    }


def _drawn(record: Told) -> Values | None:
    found = picture(record.picture)
    if found is None:
        return None
    labels = record.headings["shapes"]
    return {
        "height": found.height,
        "marks": [_mark(mark) for mark in found.marks],
        "ticks": [{"x": tick.x, "label": tick.label} for tick in found.ticks],
        "shapes": [{"name": shape, "label": labels[shape]} for shape in found.shapes],
        "broken": labels["broken"] if found.has_broken else "",
    }


def _mark(mark: Mark) -> Values:
    return {
        "x": mark.x,
        "lane": mark.lane,
        "place": mark.place,
        "shape": mark.shape,
        "side": mark.side,
        "broken": mark.broken > 0,
    }
