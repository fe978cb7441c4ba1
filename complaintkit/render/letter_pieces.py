"""Which pieces of a letter can go, and in which order, where there is little room?

A letter's blocks do not say what they are; where they stand and where their facts come from
does. The person's own words are the problem (first) and the request (last before the date);
the sentence with a worked-out date is the one to answer by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table
from complaintkit.render.letter_sentences import sentences_of
from complaintkit.render.printable import Runs, lines, passages
from complaintkit.render.text import plain

OWN, CALENDAR = "your words", "calendar"
WITH_REFERENCES = 4  # columns: day, contact, what was said, reference
Part = tuple[str, "Weight"]


class Weight(IntEnum):
    """How long a piece is kept: the lightest goes first, what is needed never."""

    TABLE = 1
    ENCLOSURES = 2
    EVENTS = 3
    STATEMENTS = 4  # what it cost, what was offered, particulars
    COURTESY = 5  # thanks, how to be reached, what comes next
    ACCOUNT = 6  # how often it was raised, how long a customer
    REMARKS = 7  # after the table: references that are missing or further ones
    PROMISES = 8
    PURPOSE = 9
    NEEDED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A sentence or a block of the letter; pieces of one paragraph share its place."""

    text: str
    weight: Weight
    place: int


def pieces(letter: Letter, *, with_table: bool) -> list[Piece]:
    """Return the body, the enclosures and the name in their order.

    Without the table, a line names the references that stand in it and not in the subject.
    """
    parts = _body(letter.body, with_table=with_table)
    if not with_table:
        parts += [[(text, Weight.NEEDED)] for text in _references(letter)]
    parts.append([(plain((letter.signature,)), Weight.NEEDED)])
    for label, items in (
        (letter.enclosures_label, letter.enclosures),
        (letter.copies_label, letter.copies),
    ):
        text = "\n".join([f"{label}:", *(_line(item) for item in items)])
        parts += [[(text, Weight.ENCLOSURES)]] if items else []
    return [
        Piece(text=text, weight=weight, place=place)
        for place, part in enumerate(parts)
        for text, weight in part
        if text.strip()
    ]


def joined(found: Sequence[Piece]) -> str:
    """Return pieces as text: one paragraph for each place."""
    kept = [piece for piece in found if piece.text]
    texts = [piece.text for piece in kept[:1]]
    for before, piece in pairwise(kept):
        texts.append((" " if piece.place == before.place else "\n\n") + piece.text)
    return "".join(texts)


def _body(blocks: Sequence[Block], *, with_table: bool) -> list[list[Part]]:
    """Return the parts of each block; a line that leads in to a list is one with it."""
    found: list[list[Part]] = []
    lead = ""
    for block, role in zip(blocks, _roles(blocks), strict=True):
        if role == Weight.TABLE and not with_table:
            continue
        if isinstance(block, Paragraph) and role in {Weight.TABLE, Weight.EVENTS}:
            lead = f"{_text(block.runs)}\n"
            continue
        parts = _parts(block, role)
        found.append([(f"{lead}{text}", weight) for text, weight in parts])
        lead = ""
    return found


def _roles(blocks: Sequence[Block]) -> list[Weight | None]:
    """Return the weight of each block; None where its sentences differ."""
    asked = [at for at, block in enumerate(blocks) if CALENDAR in _sources(block)]
    end = asked[-1] if asked else len(blocks)
    own = [at for at, block in enumerate(blocks[:end]) if _is_told(block) and at]
    tables = [at for at, block in enumerate(blocks) if isinstance(block, Table)]
    roles: list[Weight | None] = []
    for at, block in enumerate(blocks):
        lead = _lists(blocks[at + 1]) if at + 1 < len(blocks) else None
        if _lists(block) or lead:
            roles.append(_lists(block) or lead)
        elif at in own:
            roles.append(Weight.NEEDED if at in {own[0], own[-1]} else Weight.STATEMENTS)
        elif at > end:
            roles.append(Weight.COURTESY)
        elif tables and at > tables[-1] and at != end:
            roles.append(Weight.REMARKS)
        else:
            roles.append(Weight.PURPOSE if at == 0 and at != end else None)
    return roles


def _lists(block: Block) -> Weight | None:
    if isinstance(block, Table):
        return Weight.TABLE
    return Weight.EVENTS if isinstance(block, Listing) else None


def _sources(block: Block) -> set[str]:
    if not isinstance(block, Paragraph):
        return set()
    return {run.source for run in block.runs if run.text.strip()}


def _is_told(block: Block) -> bool:
    """Whether a paragraph holds the person's own words."""
    return OWN in _sources(block)


def _parts(block: Block, role: Weight | None) -> list[Part]:
    """Return the texts of a block, each with its weight."""
    if isinstance(block, Table):
        return [(_rows(block), Weight.TABLE)]
    if isinstance(block, Listing):
        return [("\n".join(f"- {_line(item)}" for item in block.items), Weight.EVENTS)]
    found = sentences_of(block.runs)
    if role == Weight.NEEDED:
        return _told(found)
    if role == Weight.PURPOSE:
        weights = [Weight.PURPOSE] + [Weight.ACCOUNT] * (len(found) - 1)
        return [(_text(one), weight) for one, weight in zip(found, weights, strict=True)]
    if role is not None:
        return [(_text(one), role) for one in found]
    if CALENDAR in _sources(block):
        return [(_text(one), _asking(one)) for one in found]
    return _stated(found)


def _asking(sentence: Runs) -> Weight:
    dated = any(run.source == CALENDAR for run in sentence)
    return Weight.NEEDED if dated else Weight.COURTESY


def _told(found: Sequence[Runs]) -> list[Part]:
    """Return the person's own words; a pointer to an enclosure after them can go."""
    at = next(at for at, one in enumerate(found) if any(run.source == OWN for run in one))
    told = " ".join(_text(one) for one in found[: at + 1])
    rest = [
        (_text(one), Weight.PURPOSE if any(run.source == OWN for run in one) else Weight.STATEMENTS)
        for one in found[at + 1 :]
    ]
    return [(told, Weight.NEEDED), *rest]


def _stated(found: Sequence[Runs]) -> list[Part]:
    """Return statements; what ends in a sentence without any fact is a promise and its fate.

    “On 3 May Ms Ruiz promised a refund by 10 May. It has not happened.” stays together.
    """
    fates = [at for at, one in enumerate(found) if not any(run.source for run in one)]
    end = fates[-1] + 1 if fates and fates[-1] else 0
    promises = [(" ".join(_text(one) for one in found[:end]), Weight.PROMISES)] if end else []
    return promises + [(_text(one), Weight.STATEMENTS) for one in found[end:]]


def _text(runs: Sequence[Run]) -> str:
    """Return words with their lines and passages, and no more space than they need."""
    return "\n\n".join("\n".join(plain(line).strip() for line in part) for part in passages(runs))


def _line(runs: Sequence[Run]) -> str:
    return " ".join(plain(line).strip() for line in lines(runs))


def _rows(table: Table) -> str:
    """Return a table as lines; a cell with nothing but a dash is left out."""
    rows = [[_line(cell) for cell in row] for row in table.rows]
    return "\n".join(f"- {' · '.join(cell for cell in row if len(cell) > 1)}" for row in rows)


def _references(letter: Letter) -> list[str]:
    """Return a line of the references in each table that the subject does not name."""
    subject, found = plain(letter.subject), []
    for block in letter.body:
        if isinstance(block, Table) and len(block.head) >= WITH_REFERENCES:
            cells = [row[-1] for row in block.rows if any(run.source for run in row[-1])]
            named = dict.fromkeys(_line(cell) for cell in cells if _line(cell) not in subject)
            found.append(f"{_line(block.head[-1])}: {', '.join(named)}" if named else "")
    return found
