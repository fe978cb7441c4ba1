"""Which blocks does a rendered template hold?

Markdown conventions of a letter: the heading of level 1 is the subject, the first
paragraph the salutation, the last the closing; a heading of level 2 with a list after it
is the list of enclosures; all between is the body. Of Markdown a letter needs headings,
paragraphs, lists and tables: a page of rules that is read twenty times as fast as by a
general reader, and knows no raw HTML.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from complaintkit.errors import FileUnusable
from complaintkit.model.letter import Block, Listing, Paragraph, Run, Table
from complaintkit.render.trace import Book

Runs = tuple[Run, ...]

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"([-*+]|\d{1,9}[.)])\s+(.*)")
_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*")
_MARKS = re.compile(r"[*_`\\&]")
_EMPHASIS = re.compile(r"(?<![\w\\])(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=[^\s\\])\1(?!\w)", re.DOTALL)
_BAR = re.compile(r"(?<!\\)\|")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_UNKNOWN = {
    ">": "a quotation",
    "```": "code",
    "~~~": "code",
    "<": "HTML",
    "---": "a rule",
    "***": "a rule",
    "___": "a rule",
    "![": "a picture",
}
_STARTS = {*"#-*+|", *(mark[0] for mark in _UNKNOWN)}  # of a line that is no plain text


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterParts:
    """A letter's own text, read from Markdown."""

    subject: Runs
    salutation: Runs
    body: tuple[Block, ...]
    closing: Runs
    enclosures_label: str
    enclosures: tuple[Runs, ...]


@dataclass(slots=True)
class _Piece:
    """One block as it stands: a heading's text, a paragraph's, list items, or table rows."""

    kind: str
    lines: list[str]
    mark: str = ""


def read_letter(marked: str, book: Book) -> LetterParts:
    """Read Markdown that holds fixed words and tokens; the tokens become runs."""
    pieces = list(_pieces(marked))
    subjects = [piece for piece in pieces if piece.mark == "#"]
    labels = [
        at for at, piece in enumerate(pieces) if piece.kind == "heading" and piece.mark != "#"
    ]
    after = pieces[labels[0] + 1 : labels[0] + 2] if labels else []
    lists = [piece for piece in after if piece.kind == "list"]
    texts = [piece for piece in pieces if piece.kind != "heading" and piece not in lists]
    ends = [piece.kind for piece in (texts[:1] + texts[-1:])]
    if len(subjects) != 1 or len(texts) < 2 or ends != ["paragraph"] * 2:  # noqa: PLR2004
        raise FileUnusable(
            "The letter template lacks a subject, a salutation or a closing line.",
            fix="Give it one heading that begins with #, and a paragraph first and last.",
        )
    listed = [_inline(item, book) for piece in lists for item in piece.lines]
    return LetterParts(
        subject=_inline(subjects[0].lines[0], book),
        salutation=_paragraph(texts[0], book),
        body=tuple(_block(piece, book) for piece in texts[1:-1]),
        closing=_paragraph(texts[-1], book),
        enclosures_label=_inline(pieces[labels[0]].lines[0], book)[0].text if listed else "",
        enclosures=tuple(listed),
    )


def read_blocks(marked: str, book: Book) -> tuple[Block, ...]:
    """Read Markdown that is no letter: paragraphs, lists and tables, as they stand."""
    return tuple(_block(piece, book) for piece in _pieces(marked))


def tidy(runs: Sequence[Run]) -> Runs:
    """Drop space at both ends of a block and double space between its runs."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        if not run.source and (not kept or kept[-1].text.endswith((" ", "\n"))):
            text = text.lstrip(" ")
        if text and kept and kept[-1].source == run.source == "":
            kept[-1] = Run(text=kept[-1].text + text)
        elif text:
            kept.append(run if text == run.text else Run(text=text))
    while kept and not kept[-1].source and not kept[-1].text.strip():
        kept.pop()
    if kept and not kept[-1].source and kept[-1].text[-1].isspace():
        kept[-1] = Run(text=kept[-1].text.rstrip())
    return tuple(kept)


def _pieces(marked: str) -> Iterator[_Piece]:
    """Divide the text into blocks. A list goes on after a blank line if another item follows."""
    last: _Piece | None = None
    broken = True
    for line in marked.split("\n"):
        text = line.strip()
        if not text:
            broken = True
            continue
        piece = _piece(text)
        if last and _goes_on(last, piece, text, broken=broken):
            _lengthen(last, piece, text)
        else:
            if last:
                yield last
            last = piece
        broken = piece.kind == "heading"
    if last:
        yield last


def _piece(text: str) -> _Piece:
    if text[0] not in _STARTS and not text[0].isdigit():
        return _Piece("paragraph", [text])
    if heading := _HEADING.fullmatch(text):
        return _Piece("heading", [heading.group(2)], heading.group(1))
    if item := _ITEM.fullmatch(text):
        return _Piece("list", [item.group(2)], "1" if item.group(1)[0].isdigit() else "-")
    if text.startswith("|"):
        return _Piece("table", [text])
    for mark, name in _UNKNOWN.items():
        if text.startswith(mark):
            raise FileUnusable(
                f"The letter template holds {name}, which a letter cannot show.",
                fix="Use paragraphs, lists and tables.",
            )
    return _Piece("paragraph", [text])


def _goes_on(last: _Piece, piece: _Piece, text: str, *, broken: bool) -> bool:
    """Whether a line belongs to the block before it."""
    if piece.kind == last.kind == "list":
        return piece.mark == last.mark
    if broken or last.kind == "heading":
        return False
    return piece.kind == "paragraph" if last.kind != "table" else text.startswith("|")


def _lengthen(last: _Piece, piece: _Piece, text: str) -> None:
    if last.kind == "list" and piece.kind == "paragraph":
        last.lines[-1] += f"\n{text}"
    else:
        last.lines.extend(piece.lines)


def _block(piece: _Piece, book: Book) -> Block:
    if piece.kind == "list":
        items = tuple(_inline(item, book) for item in piece.lines)
        return Listing(items=items, numbered=piece.mark == "1")
    if piece.kind == "table" and len(piece.lines) > 1 and _RULE.fullmatch(piece.lines[1]):
        head, *rows = (_cells(line, book) for line in (piece.lines[0], *piece.lines[2:]))
        return Table(head=head, rows=tuple((*row, *[()] * len(head))[: len(head)] for row in rows))
    return Paragraph(runs=_paragraph(piece, book))


def _cells(line: str, book: Book) -> tuple[Runs, ...]:
    cells = _BAR.split(line.removeprefix("|").removesuffix("|"))
    return tuple(_inline(cell.strip(), book) for cell in cells)


def _paragraph(piece: _Piece, book: Book) -> Runs:
    return _inline("\n".join(piece.lines), book)


def _inline(text: str, book: Book) -> Runs:
    """Return words without their markup; a line that ends with a backslash ends as a line."""
    if _MARKS.search(text):
        text = text.replace("\\\n", "\r")
        text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
        text = _ESCAPE.sub(r"\1", text)
        if "&" in text:
            from html import unescape

            text = unescape(text)
    return tidy(book.runs(text.replace("\n", " ").replace("\r", "\n")))
