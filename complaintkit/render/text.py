"""How does a letter look as plain text?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table

WIDTH = 76
GAP = 2
OPEN, SHUT = "\ue010", "\ue011"  # mark words in a preview; they take no room on the screen
# Any sign that may take no column, or two: outside Latin, dashes and quotes, and currencies.
_UNEVEN = re.compile("[^\0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
NARROW = 0.22  # a column up to this share of the width is not wrapped


def letter_text(letter: Letter) -> str:
    """Return the letter as text, wrapped at 76 columns, ending with one line feed."""
    parts = [
        _lines(letter.sender),
        letter.dated.text,
        _addressed(letter),
        wrapped(plain(letter.subject)),
        wrapped(plain(letter.salutation)),
        *(_block(block) for block in letter.body),
        wrapped(plain(letter.closing)),
        f"\n{letter.signature.text}",
        _listed(letter.enclosures_label, letter.enclosures),
        _listed(letter.copies_label, letter.copies),
    ]
    text = "\n\n".join(part for part in parts if part.strip())
    return "\n".join(line.rstrip() for line in text.split("\n")) + "\n"


def plain(runs: Sequence[Run]) -> str:
    """Return the words of some runs."""
    return "".join(run.text for run in runs)


def wrapped(text: str, width: int = WIDTH, *, first: str = "", rest: str = "") -> str:
    """Break text at spaces; a word longer than the line is broken where it must be."""
    room = width - len(rest)
    lines = [piece for line in text.split("\n") for piece in _broken(line, room)]
    return first + f"\n{rest}".join(lines)


def column_widths(table: Table, width: int = WIDTH) -> list[int]:
    """Share the width among the columns: a narrow one gets what it needs, words share the rest.

    A column of long texts gets more, but less than its length asks for: twice the width for
    four times the words.
    """
    columns = [measured(table, at, width) for at in range(len(table.head))]
    room = width - GAP * (len(columns) - 1)
    if sum(column.need for column in columns) <= room:
        return [column.need for column in columns]
    widths = [column.need if column.is_narrow else 0 for column in columns]
    open_columns = [at for at, each in enumerate(widths) if not each]
    while open_columns:
        left = room - sum(widths)
        shares = sum(columns[at].share for at in open_columns)
        asked = {at: int(left * columns[at].share / shares) for at in open_columns}
        bound = {at: columns[at].bounded(asked[at]) for at in open_columns}
        stuck = {at: each for at, each in bound.items() if each != asked[at]}
        for at, each in (stuck or bound).items():
            widths[at] = each
            open_columns.remove(at)
    return _fitted(widths, room)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column asks for: room for its longest cell, at the least for its longest word."""

    need: int
    least: int
    share: float
    is_narrow: bool

    def bounded(self, asked: int) -> int:
        """Return the width asked for, or the nearest that is of use."""
        return min(self.need, max(self.least, asked))


def measured(table: Table, at: int, width: int) -> Column:
    """Measure one column of a table that stands in this width."""
    cells = [line for row in (table.head, *table.rows) for line in plain(row[at]).split("\n")]
    sizes = [shown(cell) for cell in cells]
    need = min(width, max(sizes))
    word = max(shown(word) for cell in cells for word in cell.split(" "))
    return Column(
        need=need,
        least=min(need, word, width // 3),
        share=max(1, sum(sizes)) ** 0.5,
        is_narrow=need <= width * NARROW,
    )


def _fitted(widths: list[int], room: int) -> list[int]:
    """Take from the widest, or give to the widest, until the widths fill the room."""
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    widths[widths.index(max(widths))] += room - sum(widths)
    return widths


def shown(text: str) -> int:
    """Count the columns a text takes on a terminal."""
    if _is_even(text):
        return len(text)
    return sum(
        0 if combining(sign) or sign in (OPEN, SHUT) else 2 if east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def _is_even(text: str) -> bool:
    """Whether each sign surely takes one column."""
    return text.isascii() or not _UNEVEN.search(text)


def _broken(text: str, width: int) -> list[str]:
    size_of = len if _is_even(text) else shown
    if size_of(text) <= width and text[:1] != " ":
        return [text]
    lines: list[str] = []
    line, taken = "", 0
    for word in text.split(" "):
        size = size_of(word)
        if line and taken + 1 + size <= width:
            line, taken = f"{line} {word}", taken + 1 + size
            continue
        if line:
            lines.append(line)
        line, taken = word, size
        if size > width:
            *whole, line = _cut(word, width)
            lines.extend(whole)
            taken = shown(line)
    return [*lines, line]


def _cut(word: str, width: int) -> list[str]:
    pieces, piece, taken = [], "", 0
    for sign in word:
        size = shown(sign)
        if taken + size > width:
            pieces.append(piece)
            piece, taken = "", 0
        piece += sign
        taken += size
    return [*pieces, piece]


def _addressed(letter: Letter) -> str:
    delivery = wrapped(plain(letter.delivery))
    return "\n\n".join(part for part in (delivery, _lines(letter.recipient)) if part.strip())


def _lines(runs: Sequence[Run]) -> str:
    return "\n".join(run.text for run in runs)


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return wrapped(plain(block.runs))
    if isinstance(block, Listing):
        return _list(block.items, numbered=block.numbered)
    return table_text(block)


def _list(items: Sequence[Sequence[Run]], *, numbered: bool = False) -> str:
    marks = [f"{number}. " if numbered else "- " for number in range(1, len(items) + 1)]
    return "\n".join(
        wrapped(plain(one), first=mark, rest=" " * len(mark))
        for mark, one in zip(marks, items, strict=True)
    )


def _listed(label: str, items: Sequence[Sequence[Run]]) -> str:
    lines = [wrapped(plain(one), first="  ", rest="     ") for one in items]
    return "\n".join([f"{label}:", *lines]) if items else ""


def table_text(table: Table) -> str:
    """Return a table as text: a heading, a rule, and the rows."""
    widths = column_widths(table)
    rule = (" " * GAP).join("-" * width for width in widths)
    rows = [_row(row, widths) for row in table.rows]
    loose = any("\n" in row for row in rows)
    return "\n".join([_row(table.head, widths), rule, ("\n\n" if loose else "\n").join(rows)])


def _row(row: Sequence[Sequence[Run]], widths: Sequence[int]) -> str:
    cells = [
        wrapped(plain(cell), width).split("\n") for cell, width in zip(row, widths, strict=True)
    ]
    lines = []
    for at in range(max(len(cell) for cell in cells)):
        pieces = [cell[at] if at < len(cell) else "" for cell in cells]
        padded = (
            piece + " " * (width - shown(piece))
            for piece, width in zip(pieces, widths, strict=True)
        )
        lines.append((" " * GAP).join(padded).rstrip())
    return "\n".join(lines)
