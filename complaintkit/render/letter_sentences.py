"""Where do the sentences of a letter end, and where does each come from?"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from complaintkit.model.letter import Letter, Listing, Paragraph, Run
from complaintkit.render.printable import Runs
from complaintkit.render.text import plain

_END = re.compile(r"(?<=[.?!])[ \n]+")


class Traced(NamedTuple):
    """A sentence, a line or a row of a letter, and where its facts come from."""

    text: str
    sources: tuple[str, ...]


def sentences_of(runs: Sequence[Run]) -> list[Runs]:
    """Divide a paragraph where the template's own words end a sentence, never inside a fact."""
    found: list[list[Run]] = [[]]
    for run in runs:
        if run.source:
            found[-1].append(run)
            continue
        ends = plain(found[-1])[-1:]
        first, *rest = _END.split(ends + run.text)
        found[-1].append(Run(text=first[len(ends) :]))
        found.extend([Run(text=text)] for text in rest)
    return [tuple(one) for one in found if plain(one).strip()]


def trace(letter: Letter) -> list[Traced]:
    """Return the letter sentence by sentence, from the sender to the last enclosure."""
    return [
        Traced(" ".join(plain(runs).split()), sources_of(runs))
        for runs in _stretches(letter)
        if plain(runs).strip()
    ]


def sources_of(runs: Sequence[Run]) -> tuple[str, ...]:
    """Return the sources of some runs, each once; fixed words alone have none."""
    named = (one for run in runs for one in run.source.split(", ") if one and run.text.strip())
    return tuple(dict.fromkeys(named))


def _stretches(letter: Letter) -> Iterator[Runs]:
    for run in (*letter.sender, letter.dated):
        yield (run,)
    yield letter.delivery
    for run in letter.recipient:
        yield (run,)
    yield letter.subject
    yield letter.salutation
    for block in letter.body:
        if isinstance(block, Paragraph):
            yield from sentences_of(block.runs)
        elif isinstance(block, Listing):
            yield from block.items
        else:
            for row in block.rows:
                yield tuple(run for cell in row for run in (*cell, Run(text=" ")))
    yield letter.closing
    yield (letter.signature,)
    yield from letter.enclosures
    yield from letter.copies
