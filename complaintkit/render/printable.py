"""Which letter can every format hold, whatever was typed into it?

A letter that was composed here holds nothing that could disturb its surroundings; one that
was read back, or made by other means, may. The formats begin with `printable` and then need
no care of their own beyond their own markup.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table
from complaintkit.render.text import letter_text
from complaintkit.rules.visible import visible

ONE_PAGE = 62  # lines of the text letter that fit on a page comfortably

Runs = tuple[Run, ...]

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
# Marks that order mixed text (U+200E, U+200F, U+061C) stay: Hebrew and Arabic need them.
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_NO_SIGN = re.compile("[\ud800-\udfff\ufffe\uffff]")


def printable(letter: Letter) -> Letter:
    """Return the letter with every hidden control shown (␛, ‹U+202E›) and line ends as line feeds.

    Date, subject and each line of an address are single lines afterwards.
    """
    return replace(
        letter,
        sender=_flat(letter.sender),
        dated=_flat((letter.dated,))[0],
        delivery=_flat(letter.delivery),
        recipient=_flat(letter.recipient),
        subject=_flat(letter.subject),
        salutation=_clear(letter.salutation),
        body=tuple(_block(block) for block in letter.body),
        closing=_clear(letter.closing),
        signature=_clear((letter.signature,))[0],
        enclosures_label=clear(letter.enclosures_label),
        enclosures=tuple(_clear(one) for one in letter.enclosures),
        copies_label=clear(letter.copies_label),
        copies=tuple(_clear(one) for one in letter.copies),
    )


def is_long(letter: Letter) -> bool:
    """Whether the letter needs to be set closer if it is to have a chance of one page."""
    return letter_text(letter).count("\n") > ONE_PAGE


def clear(text: str) -> str:
    """Return the text with controls shown; line feeds and all other signs stay."""
    text = _NO_SIGN.sub("\ufffd", _LINE_END.sub("\n", text)).replace("\t", " ")
    return _HIDDEN.sub(lambda found: visible(found[0]), text)


def one_line(text: str) -> str:
    """Return the text on one line with controls shown."""
    return re.sub(r" *\n[ \n]*", " ", clear(text))


def passages(runs: Sequence[Run]) -> list[list[Runs]]:
    """Return the passages that blank lines set apart, each as its lines; none is empty."""
    found: list[list[Runs]] = [[]]
    for line in _split(runs):
        if _is_blank(line):
            found.append([])
        else:
            found[-1].append(line)
    return [passage for passage in found if passage]


def lines(runs: Sequence[Run]) -> list[Runs]:
    """Return the lines of some runs without blank ones."""
    return [line for line in _split(runs) if not _is_blank(line)]


def each_line(runs: Sequence[Run]) -> list[Runs]:
    """Return the lines of an address: each run is one."""
    return [(run,) for run in runs if run.text.strip()]


def _split(runs: Sequence[Run]) -> list[Runs]:
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        found[-1].append(replace(run, text=first))
        found.extend([replace(run, text=text)] for text in rest)
    return [tuple(run for run in line if run.text) for line in found]


def _is_blank(line: Runs) -> bool:
    return not any(run.text.strip() for run in line)


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(runs=_clear(block.runs))
    if isinstance(block, Listing):
        return replace(block, items=tuple(_clear(one) for one in block.items))
    rows = tuple(tuple(_clear(cell) for cell in row) for row in block.rows)
    return Table(head=tuple(_clear(cell) for cell in block.head), rows=rows)


def _clear(runs: Sequence[Run]) -> Runs:
    return tuple(replace(run, text=clear(run.text)) for run in runs)


def _flat(runs: Sequence[Run]) -> Runs:
    return tuple(replace(run, text=one_line(run.text)) for run in runs)
