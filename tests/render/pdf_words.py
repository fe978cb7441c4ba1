"""Read words and their places back from a PDF."""

import io
import re
from typing import NamedTuple

from letter_views import expected
from pypdf import PdfReader

from complaintkit.model.letter import Letter, Table
from complaintkit.render.direction import holds_turned
from complaintkit.render.pdf import composed
from complaintkit.render.places import return_line
from complaintkit.render.printable import printable
from complaintkit.render.text import plain

MILLIMETRE = 72 / 25.4
MARKS = re.compile(r"[•·]")  # of lists, and of what runs on in a line


class Placed(NamedTuple):
    """Words on a page: where they begin and stand, in millimetres from its top left corner."""

    text: str
    left: float
    base: float


def text_of(made: bytes) -> str:
    """Return all words of a PDF but the numbers of its pages, without any space."""
    pages = PdfReader(io.BytesIO(made)).pages
    texts = (squeezed(page.extract_text()) for page in pages)
    return "".join(
        text.removesuffix(f"{number}of{len(pages)}") for number, text in enumerate(texts, start=1)
    )


def squeezed(text: str) -> str:
    """Return text without space and without signs that take no room."""
    return re.sub("[\\s\u200b\u2068\u2069]", "", text)


def holds(made: bytes, found: Letter) -> None:
    """Assert that a PDF holds every block of a letter in its order, and nothing besides.

    Words that run from right to left are passed over: they are read in another order.
    """
    text, at, besides, turned = text_of(made), 0, "", False
    for _, unit in expected(found):
        cells = [unit] if isinstance(unit, str) else [cell for row in unit for cell in row]
        for cell in cells:
            if holds_turned(cell):
                turned = True
                continue
            words = squeezed(composed(cell))
            start = text.find(words, at)
            assert start >= 0, cell
            besides += text[at:start]
            at = start + len(words)
    besides += text[at:]
    besides = besides.replace(squeezed(composed(return_line(printable(found)))), "", 1)
    for block in found.body:
        if isinstance(block, Table):  # its head stands on every page
            head = "".join(plain(cell) for cell in block.head)
            besides = besides.replace(squeezed(composed(head)), "")
    assert turned or not re.sub(r"\d+\.", "", MARKS.sub("", besides)), besides


def placed(made: bytes, page: int = 0) -> list[Placed]:
    """Return the words of a page, a line or a part of one each."""
    found: list[Placed] = []
    read = PdfReader(io.BytesIO(made)).pages[page]
    high = float(read.mediabox.height)

    def see(text: str, matrix: list[float], at: list[float], *_: object) -> None:
        text = text.replace("\u200b", "").strip()
        if text:
            left = at[4] * matrix[0] + at[5] * matrix[2] + matrix[4]
            up = at[4] * matrix[1] + at[5] * matrix[3] + matrix[5]
            found.append(Placed(text, left / MILLIMETRE, (high - up) / MILLIMETRE))

    read.extract_text(visitor_text=see)
    return found
