"""Which blocks does a rendered template hold?

Markdown conventions of a letter: the heading of level 1 is the subject, the first
paragraph the salutation, the last the closing; a heading of level 2 with a list after it
is the list of enclosures; all between is the body.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from complaintkit.errors import FileUnusable
from complaintkit.model.letter import Block, Listing, Paragraph, Run, Table
from complaintkit.render.trace import Book

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterParts:
    """A letter's own text, read from Markdown."""

    subject: Runs
    salutation: Runs
    body: tuple[Block, ...]
    closing: Runs
    enclosures_label: str
    enclosures: tuple[Runs, ...]


def read_letter(marked: str, book: Book) -> LetterParts:
    """Read Markdown that holds fixed words and tokens; the tokens become runs."""
    from markdown_it.tree import SyntaxTreeNode

    nodes = SyntaxTreeNode(_parser().parse(marked)).children
    subjects = [node for node in nodes if node.type == "heading" and node.tag == "h1"]
    labels = [node for node in nodes if node.type == "heading" and node.tag != "h1"]
    lists = [node for node in nodes if labels and _after(node, labels[0])]
    texts = [node for node in nodes if node.type != "heading" and node not in lists]
    ends = [node.type for node in (texts[:1] + texts[-1:])]
    if len(subjects) != 1 or len(texts) < 2 or ends != ["paragraph"] * 2:  # noqa: PLR2004
        raise FileUnusable(
            "The letter template lacks a subject, a salutation or a closing line.",
            fix="Give it one heading that begins with #, and a paragraph first and last.",
        )
    listed = [item for node in lists for item in _items(node, book)]
    return LetterParts(
        subject=_inline(subjects[0], book),
        salutation=_inline(texts[0], book),
        body=tuple(_block(node, book) for node in texts[1:-1]),
        closing=_inline(texts[-1], book),
        enclosures_label="".join(run.text for run in _inline(labels[0], book)) if listed else "",
        enclosures=tuple(listed),
    )


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
            kept.append(Run(text=text, source=run.source))
    while kept and not kept[-1].source and not kept[-1].text.strip():
        kept.pop()
    if kept and not kept[-1].source:
        kept[-1] = Run(text=kept[-1].text.rstrip())
    return tuple(kept)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _after(node: "SyntaxTreeNode", label: "SyntaxTreeNode") -> bool:
    """Whether a list is the one right after a heading."""
    return node.type.endswith("_list") and node.previous_sibling is label


def _block(node: "SyntaxTreeNode", book: Book) -> Block:
    if node.type == "paragraph":
        return Paragraph(runs=_inline(node, book))
    if node.type in {"bullet_list", "ordered_list"}:
        return Listing(items=tuple(_items(node, book)), numbered=node.type == "ordered_list")
    if node.type == "table":
        head, *rest = [row for part in node.children for row in part.children]
        return Table(
            head=tuple(_inline(cell, book) for cell in head.children),
            rows=tuple(tuple(_inline(cell, book) for cell in row.children) for row in rest),
        )
    raise FileUnusable(
        f"The letter template holds a {node.type.replace('_', ' ')}, which a letter cannot show.",
        fix="Use paragraphs, lists and tables.",
    )


def _items(node: "SyntaxTreeNode", book: Book) -> list[Runs]:
    return [_inline(item.children[0], book) for item in node.children if item.children]


def _inline(node: "SyntaxTreeNode", book: Book) -> Runs:
    """Return the words of a paragraph, a heading or a cell, without their markup."""
    words: list[str] = []
    for leaf in node.walk():
        if leaf.type in {"text", "code_inline"}:
            words.append(leaf.content)
        elif leaf.type == "softbreak":
            words.append(" ")
        elif leaf.type == "hardbreak":
            words.append("\n")
    return tidy(book.runs("".join(words)))
