"""How does a letter look as a web page that can be read, printed or sent?

One file that loads nothing. Every word goes through Jinja's escaping, and none into an
address, a style or a script; the person's own words take their reading direction from
themselves.
"""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import zip_longest
from typing import Any

from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table
from complaintkit.render import places
from complaintkit.render.html_page import PAPERS, page_template
from complaintkit.render.printable import Runs, each_line, is_long, lines, passages, printable
from complaintkit.render.text import column_widths, plain

SIGNS = 88  # about as many fit across a page in the type of a table
OWN = "your words"
OVERHANG = 10  # millimetres of the block in the margin; a browser would shrink the whole page

Values = dict[str, Any]


def letter_html(letter: Letter) -> str:
    """Return the letter as one self-contained HTML file that prints on the letter's paper."""
    return page_template("letter.html").render(_laid_out(printable(letter)))


def _laid_out(letter: Letter) -> Values:
    return {
        "language": letter.language,
        **_places(letter),
        "title": plain(letter.subject),
        "sender": _pieces(each_line(letter.sender)),
        "dated": _pieces([(letter.dated,)]),
        "delivery": _pieces(lines(letter.delivery)),
        "recipient": _pieces(each_line(letter.recipient)),
        "subject": _pieces([letter.subject]),
        "salutation": _pieces(lines(letter.salutation)),
        "body": _body(letter.body),
        "closing": _pieces(lines(letter.closing)),
        "signature": _pieces(lines((letter.signature,))),
        "enclosures": _listed(letter.enclosures_label, letter.enclosures),
        "copies": _listed(letter.copies_label, letter.copies),
    }


def _places(letter: Letter) -> Values:
    """Return what sets the page up; the measures are from the edges of the text, as CSS counts.

    A DIN letter whose addresses have no room in their places prints as one that flows.
    """
    layout = places.layout(letter)
    margins = places.MARGINS[layout]
    is_din = layout in places.DIN
    has_field = is_din and places.fits_the_field(letter)
    marks = {
        "din": has_field,
        "right": layout != "us",
        "closer": is_long(letter),
    }
    return {
        "page": PAPERS[letter.paper],
        "margins": asdict(margins),
        "classes": " ".join(name for name, holds in marks.items() if holds),
        "window": places.WINDOWS.get(layout, margins.top) - margins.top,
        "return_line": places.return_line(letter) if has_field else "",
        "din": _din(places.DIN[layout], margins) if is_din else None,
    }


def _din(form: places.Din, margins: places.Margins) -> Values:
    return {
        "subject": round(form.subject - margins.top, 2),
        "block": form.block - margins.top,
        "block_left": places.BLOCK_LEFT - margins.left,
        "block_width": places.BLOCK_WIDTH - OVERHANG,
        "field": form.field - margins.top,
        "width": places.FIELD_TEXT_WIDTH,
        "remarks": places.REMARKS_HEIGHT,
        "line": round(places.RECIPIENT_HEIGHT / places.LINES_OF_TEXT[0], 2),
    }


def _body(blocks: Sequence[Block]) -> list[Values]:
    """Return the blocks; a paragraph stays with the list or table that it leads in to.

    The last paragraph stays with the sign-off, so that no page holds a signature alone.
    """
    parts: list[Values] = []
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph):
            hold = "holds" if after is None else "" if isinstance(after, Paragraph) else "leads"
            parts.extend(_paragraphs(block, hold))
        elif isinstance(block, Listing):
            tag = "ol" if block.numbered else "ul"
            items = [_said(lines(one)) for one in block.items]
            parts.append({"kind": "listing", "tag": tag, "items": items})
        else:
            parts.append(_table(block))
    return parts


def _paragraphs(block: Paragraph, hold: str) -> list[Values]:
    found = passages(block.runs)
    holds = [""] * (len(found) - 1) + [hold]
    return [
        {"kind": "paragraph", "hold": held, **_said(passage)}
        for passage, held in zip(found, holds, strict=True)
    ]


def _table(table: Table) -> Values:
    heads = [plain(cell) for cell in table.head]
    return {
        "kind": "table",
        "widths": _shares(table),
        "head": [_said(lines(cell)) for cell in table.head],
        "rows": [
            [_said(lines(cell)) | {"head": head} for cell, head in zip(row, heads, strict=True)]
            for row in table.rows
        ],
    }


def _shares(table: Table) -> list[float]:
    """Return the width of each column in hundredths of the table's, with room for its edges."""
    widths = [width + 3 for width in column_widths(table, SIGNS)]
    return [round(100 * width / sum(widths), 1) for width in widths]


def _listed(label: str, items: Sequence[Sequence[Run]]) -> Values:
    return {"label": label, "items": [_said(lines(one)) for one in items]}


def _said(found: Sequence[Runs]) -> Values:
    """Return lines, and whether they begin with the person's own words.

    Those take their direction from their first letter; any other value that is more than ASCII
    is set apart from the fixed words around it, so that neither turns the other.
    """
    runs = [run for line in found for run in line if any(map(str.isalpha, run.text))]
    own = bool(runs) and runs[0].source == OWN
    return {"own": own, "lines": _pieces(found, own=own)}


def _pieces(found: Sequence[Runs], *, own: bool = False) -> list[list[Values]]:
    inline = {"", *([OWN] if own else [])}
    return [
        [
            {"text": run.text, "apart": run.source not in inline and not run.text.isascii()}
            for run in line
        ]
        for line in found
    ]
