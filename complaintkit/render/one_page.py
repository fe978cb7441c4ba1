"""How does a page stay one page, however long the texts are?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from complaintkit.render import glyphs
from complaintkit.render.pdf import breakable, composed, pages_of, typeset
from complaintkit.render.trace import clean

Values = Mapping[str, Any]


class Room(NamedTuple):
    """How much a page holds: signs a text, texts a list, and the size of the type in points."""

    signs: int
    rows: int
    size: float

    def text(self, text: str, *, most: int = 0) -> str:
        """Return a text on one line, shortened with “…” where it is too long.

        `most` is the number of signs where it is another than for all texts of this room.
        """
        most = most or self.signs
        line = _named(" ".join(composed(clean(text)).split())[: most + 1])
        if len(line) > most:
            cut = line[: most - 1]
            at_word = cut.rsplit(" ", 1)[0]
            is_near = len(at_word) > most * 2 // 3
            line = f"{(at_word if is_near else cut).rstrip(' ,;:–-(“')}…"
        return breakable(line)

    def texts(self, texts: Sequence[str], *, more: str = "") -> list[str]:
        """Return the first of several texts; `more` says how many are left out, at {count}."""
        if len(texts) <= self.rows:
            return [self.text(text) for text in texts]
        shown = [self.text(text) for text in texts[: self.rows - 1]]
        left = len(texts) - len(shown)
        return [*shown, self.text(more.format(count=left), most=TITLE)] if more else shown


TITLE = 90  # signs of a title in large type, and of a command, in any room
ROOMS = (
    Room(signs=420, rows=6, size=10.5),
    Room(signs=260, rows=5, size=10),
    Room(signs=180, rows=4, size=9.5),
    Room(signs=120, rows=4, size=9),
    Room(signs=80, rows=3, size=9),
    Room(signs=48, rows=3, size=8.5),
    Room(signs=30, rows=2, size=8.5),
)
"""Tried one after the other until the page is one; the last cuts off what still overflows."""


@lru_cache(maxsize=256)
def _named(line: str) -> str:
    """Return the line with each sign that no font prints by its name, which takes more room."""
    return line if glyphs.COVERED.fullmatch(line) else glyphs.with_names(line)


def one_page(template: str, values_in: Callable[[Room], Values], *, on: date) -> bytes:
    """Return the PDF with the most room for its texts that is still one page.

    Raises CannotWrite where typst is not at hand, or no font has a script.
    """
    made = b""
    for room in ROOMS:
        values = {**values_in(room), "size": room.size, "date": [on.year, on.month, on.day]}
        values["clip"] = room is ROOMS[-1]
        made = typeset(template, values, on=on, names_signs=True)
        if pages_of(made) == 1:
            break
    return made
