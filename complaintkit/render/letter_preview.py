"""How does a person see which words of a letter are theirs and which are the tool's?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table
from complaintkit.render.printable import Runs, printable
from complaintkit.render.text import OPEN, SHUT, letter_text

CALENDAR, LAW = "calendar", "right "  # worked out, or from the list of rights: not the person's
ON, OFF = "\x1b[4m", "\x1b[24m"  # underlined on a terminal
_WORD = re.compile(r"\S+")


def letter_preview(letter: Letter, *, styled: bool) -> str:
    """Return the letter as text in which all that comes from the person or the record is marked.

    `styled`: underlined word by word; else between ‹ and ›. Nothing typed can add such marks.
    """
    text = letter_text(_marked(printable(letter), word_by_word=styled))
    return text.replace(OPEN, ON if styled else "‹").replace(SHUT, OFF if styled else "›")


def _marked(letter: Letter, *, word_by_word: bool) -> Letter:
    def run(one: Run) -> Run:
        text = one.text.replace(OPEN, "").replace(SHUT, "")
        if not one.source:
            return replace(one, text=text)
        if all(source == CALENDAR or source.startswith(LAW) for source in one.source.split(", ")):
            return replace(one, text=text)
        pattern = _WORD if word_by_word else re.compile(r"\S(?:.*\S)?")
        return replace(one, text=pattern.sub(lambda found: f"{OPEN}{found[0]}{SHUT}", text))

    def runs(many: Sequence[Run]) -> Runs:
        return tuple(map(run, many))

    def block(one: Block) -> Block:
        if isinstance(one, Paragraph):
            return Paragraph(runs=runs(one.runs))
        if isinstance(one, Listing):
            return replace(one, items=tuple(map(runs, one.items)))
        return Table(head=one.head, rows=tuple(tuple(map(runs, row)) for row in one.rows))

    return replace(
        letter,
        sender=runs(letter.sender),
        delivery=runs(letter.delivery),
        recipient=runs(letter.recipient),
        subject=runs(letter.subject),
        salutation=runs(letter.salutation),
        body=tuple(map(block, letter.body)),
        closing=runs(letter.closing),
        signature=run(letter.signature),
        enclosures=tuple(map(runs, letter.enclosures)),
        copies=tuple(map(runs, letter.copies)),
    )
