"""How does a letter look as plain text?"""

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table

WIDTH = 76
GAP = 2


def letter_text(letter: Letter) -> str:
    """Return the letter as text, wrapped at 76 columns, ending with one line feed."""
    parts = [
        _lines(letter.sender),
        letter.dated.text,
        _lines(letter.recipient),
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
    lines: list[str] = []
    for line in text.split("\n"):
        lines.extend(_broken(line.split(" "), width - len(rest)))
    heads = [first] + [rest] * (len(lines) - 1)
    return "\n".join(f"{head}{line}" for head, line in zip(heads, lines, strict=True))


def column_widths(table: Table, width: int = WIDTH) -> list[int]:
    """Share the width among the columns: each gets what it needs, the widest gives way."""
    rows = (table.head, *table.rows)
    room = width - GAP * (len(table.head) - 1)
    widths: list[int] = []
    least: list[int] = []
    for at in range(len(table.head)):
        cells = [line for row in rows for line in plain(row[at]).split("\n")]
        longest = max(shown(word) for cell in cells for word in cell.split(" "))
        widths.append(min(room, max(shown(cell) for cell in cells)))
        least.append(min(widths[-1], longest, width // 3))
    while sum(widths) > room:
        slack = [have if have > low else 0 for have, low in zip(widths, least, strict=True)]
        widest = slack if any(slack) else widths
        widths[widest.index(max(widest))] -= 1
    return widths


def shown(text: str) -> int:
    """Count the columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text
    )


def _broken(words: Sequence[str], width: int) -> list[str]:
    lines = [""]
    for word in words:
        room = width - shown(lines[-1]) - 1
        if not lines[-1]:
            lines[-1] = word
        elif shown(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
        if shown(lines[-1]) > width:
            lines[-1:] = _cut(lines[-1], width)
    return lines


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


def _lines(runs: Sequence[Run]) -> str:
    return "\n".join(run.text for run in runs)


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return wrapped(plain(block.runs))
    if isinstance(block, Listing):
        return _list(block.items, numbered=block.numbered)
    return _table(block)


def _list(items: Sequence[Sequence[Run]], *, numbered: bool = False) -> str:
    marks = [f"{number}. " if numbered else "- " for number in range(1, len(items) + 1)]
    return "\n".join(
        wrapped(plain(one), first=mark, rest=" " * len(mark))
        for mark, one in zip(marks, items, strict=True)
    )


def _listed(label: str, items: Sequence[Sequence[Run]]) -> str:
    lines = [wrapped(plain(one), first="  ", rest="     ") for one in items]
    return "\n".join([f"{label}:", *lines]) if items else ""


def _table(table: Table) -> str:
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
