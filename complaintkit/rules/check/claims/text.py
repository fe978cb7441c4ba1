"""Which statements does a letter make: its sentences, the items of its lists, the rows of its
tables?

The cells of a row stand side by side, over several lines. They are read as one line, which is
put after the end of the text; where each piece of it stands in the text is kept.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from complaintkit.rules.check.draft import Draft
from complaintkit.rules.reply_text import Token

_NEXT_CELL = " | "
_NEAR = 2  # columns by which a cell may stand aside: some signs take two, or none
_LONGEST_DATE_LINE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement, and from where to where it stands in the text as it is read.

    `is_row`: a row of a table, or an item of a list, which holds together what belongs together.
    `is_head`: a line above the greeting.
    """

    start: int
    end: int
    is_row: bool = False
    is_head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A letter as it is read, and as it is written.

    `pieces` say where a piece of a row begins here, and where in the letter.
    `words` are in the order of the text, as `Draft` has them; rows come last.
    """

    text: str
    written: str
    statements: tuple[Statement, ...]
    words: tuple[Token, ...]
    pieces: tuple[tuple[int, int], ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch stands in the letter; of one broken over lines the first part."""
        length = len(self.written)
        if start < length:
            return start, end
        at = bisect_right(self.pieces, (start, length)) - 1
        here, there = self.pieces[at]
        stop = self.pieces[at + 1][0] if at + 1 < len(self.pieces) else len(self.text)
        shown = self.text[start : min(end, stop)].rstrip(" |\n")
        return start - here + there, start - here + there + len(shown)


def reading(draft: Draft) -> Reading:
    """Return a letter as its statements."""
    text = draft.text.replace("\r", " ")
    tables: list[tuple[int, int]] = []
    rows: list[Row] = []
    for start, end, found in _tables(text):
        tables.append((start, end))
        rows.extend(found)
    items = list(_items(text, tables))
    greeted = _greeting().search(text)
    head_ends = greeted.start() if greeted else 0
    taken = sorted([*tables, *((start, end) for start, end, _ in items)])
    said = [*_sentences(draft, taken, head_ends)]
    said += [Statement(start=s, end=e, is_row=is_row) for s, e, is_row in items]
    said.sort(key=lambda one: one.start)
    if not rows:
        return Reading(text=text, written=draft.text, statements=tuple(said), words=draft.tokens)
    read, pieces = _without(text, tables), list[tuple[int, int]]()
    for row in rows:
        start = len(read) + 1
        read += "\n"
        for place, (at, stop) in row:
            read += (_NEXT_CELL if place else " ") if len(read) > start else ""
            pieces.append((len(read), at))
            read += text[at:stop]
        said.append(Statement(start=start, end=len(read), is_row=True))
    words = list(draft.tokens)
    for first, last in tables:
        words = [one for one in words if not first <= one.start < last]
    words += [
        Token(found[0].casefold(), *found.span(), 0, 0)
        for found in _word().finditer(read, len(text))
    ]
    return Reading(
        text=read,
        written=draft.text,
        statements=tuple(said),
        words=tuple(words),
        pieces=tuple(pieces),
    )


Row = list[tuple[bool, tuple[int, int]]]
"""The pieces of a row in reading order: whether a new cell begins, and where the piece stands."""
Cells = dict[int, list[tuple[int, int]]]
"""The pieces of a row by the number of their column."""


def _without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Blank out some stretches, so that every place stays the same."""
    for start, end in stretches:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _sentences(draft: Draft, taken: list[tuple[int, int]], head_ends: int) -> Iterator[Statement]:
    """Yield the sentences outside tables and lists; above the greeting, the lines."""
    for start, end in draft.sentences:
        for first, last in _outside(start, end, taken):
            if any(map(str.isalpha, draft.text[first:last])):
                yield Statement(start=first, end=last, is_head=first < head_ends)


def _outside(start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in taken:
        if last <= start or first >= end:
            continue
        if start < first:
            yield start, first
        start = last
    if start < end:
        yield start, end


def _items(text: str, tables: list[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """Yield the items of lists, up to the next one or to an empty line, and rows with bars."""
    for found in _item().finditer(text):
        start = found.start("held")
        if any(first <= start < last for first, last in tables):
            continue
        is_row = found["mark"] == "|" or bool(_dated().match(found["held"]))
        yield start, found.end(), is_row


def _tables(text: str) -> Iterator[tuple[int, int, list[Row]]]:
    """Yield the tables with a rule of hyphens: from where to where, and their rows."""
    if "---" not in text:
        return
    for rule in _rule().finditer(text):
        columns = [dash.start() for dash in re.finditer("-+", rule[0])]
        rows: list[Cells] = []
        end, is_new = rule.end(), True
        for line in _line().finditer(text, rule.end() + 1):
            if not line[0].strip():
                is_new = True
                continue
            cells = _cells(line, columns)
            if cells is None:
                break
            is_new = is_new or (0 in cells and bool(_dated().match(line[0])))
            if is_new and (0 not in cells or len(cells) == 1 or not _dated().match(line[0])):
                break
            if is_new:
                rows.append({})
            for column, place in cells.items():
                rows[-1].setdefault(column, []).append(place)
            end, is_new = line.end(), False
        head = text.rfind("\n", 0, rule.start() - 1) + 1
        yield head, end, [_in_order(row) for row in rows]


def _in_order(cells: Cells) -> Row:
    return [
        (place == 0 and column > 0, stretch)
        for column in sorted(cells)
        for place, stretch in enumerate(cells[column])
    ]


def _cells(line: re.Match[str], columns: list[int]) -> dict[int, tuple[int, int]] | None:
    """Return where each cell of a line stands; None where the line is no part of the table."""
    found: dict[int, tuple[int, int]] = {}
    for piece in re.finditer(r"[^ \n]+(?: [^ \n]+)*", line[0]):
        near = [at for at, left in enumerate(columns) if abs(left - piece.start()) <= _NEAR]
        if not near or near[0] in found:
            return None
        found[near[0]] = (line.start() + piece.start(), line.start() + piece.end())
    return found


@cache
def _rule() -> re.Pattern[str]:
    return re.compile(r"^-{2,}(?:  +-{2,})+[ \t]*$", re.MULTILINE)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"[^\n]*(?:\n|\Z)")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        r"^[ \t]*(?P<mark>[-*+•–]|\d{1,2}[.)]|\|)[ \t]+(?P<held>[^\n]+"
        r"(?:\n(?![ \t]*(?:[-*+•–]|\d{1,2}[.)]|\|)[ \t])(?![ \t]*\n)[^\n]+)*)",
        re.MULTILINE,
    )


@cache
def _dated() -> re.Pattern[str]:
    """A day at the beginning of a line: “12 Jan 2026”, “Jan 12, 2026”, “2026-01-12”."""
    month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?"
    return re.compile(
        rf"\|?\s*(?:about\s)?(?:[a-z]{{3,9}}\.?,?\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s{month}(?:,?\s\d{{4}})?"
        rf"|{month}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|{month}\s\d{{4}}|\d{{4}}-\d\d-\d\d"
        r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})(?=[\s,:|–-])",
        re.IGNORECASE,
    )


@cache
def _greeting() -> re.Pattern[str]:
    return re.compile(
        r"^[ \t]*(?:Dear|To whom|Hello|Hi|Good (?:morning|day|afternoon))\b",
        re.MULTILINE | re.IGNORECASE,
    )
