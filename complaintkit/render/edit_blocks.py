"""Which block did a person write, and what of it came from the letter as it was?"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from complaintkit.errors import FileUnusable
from complaintkit.model.letter import Block, Listing, Paragraph, Run, Table
from complaintkit.render import edit_pieces as pieces
from complaintkit.render.edit_pieces import Piece, same_words
from complaintkit.render.text import plain
from complaintkit.render.trace import clean

OWN = "your words"
Runs = tuple[Run, ...]
Keep = Callable[[str], Runs]


def new_block(piece: Piece, keep: Keep) -> Block:
    """Return a block as the person wrote it; `keep` knows the words that were there before.

    Raises FileUnusable for a second subject.
    """
    if piece.kind == "paragraph":
        return Paragraph(runs=keep("\n".join(piece.lines)))
    if piece.kind in ("list", "numbered"):
        return Listing(items=tuple(map(keep, piece.lines)), numbered=piece.kind == "numbered")
    if piece.kind == "table":
        return _table(piece, keep)
    raise FileUnusable(
        "The letter has more than one line that begins with “# ”.",
        fix="Keep one, the subject, and put the others without “# ”.",
    )


def all_lines(blocks: Iterable[Block]) -> list[Runs]:
    """Return every paragraph, list item and table cell, each as it may come back alone."""
    found: list[Runs] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found += _parts(block.runs)
        elif isinstance(block, Listing):
            found += block.items
        else:
            found += [cell for row in (block.head, *block.rows) for cell in row]
    return found


def _parts(runs: Runs) -> list[Runs]:
    """Divide a paragraph where the person's own words in it leave a blank line."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *others = re.split(r"\n\s*\n", run.text)
        parts[-1].append(replace(run, text=first))
        parts += [[replace(run, text=other)] for other in others]
    return [tuple(run for run in part if run.text) for part in parts]


def keeper(known: Sequence[Runs]) -> Keep:
    """Return a way to read a line: with its sources where its words did not change."""
    by_words = {same_words(plain(runs)): runs for runs in reversed(known)}

    def keep(text: str) -> Runs:
        told = clean(text).strip()
        return by_words.get(same_words(text)) or ((Run(text=told, source=OWN),) if told else ())

    return keep


def _table(piece: Piece, keep: Keep) -> Table:
    lines = [line for at, line in enumerate(piece.lines) if at != 1 or not pieces.is_rule(line)]
    rows = [[keep(cell) for cell in pieces.cells_of(line)] for line in lines]
    wide = max(1, *(len(cells) for cells in rows))
    head, *others = (tuple([*cells, *[()] * wide][:wide]) for cells in rows)
    return Table(head=head, rows=tuple(others))
