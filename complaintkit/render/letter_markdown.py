"""How does a letter look as Markdown?

CommonMark with pipe tables. Every sign that could act as markup is written with a backslash
before it, so that any reader of Markdown gives the same words back.
"""

import re
from collections.abc import Sequence

from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table
from complaintkit.render.printable import Runs, each_line, lines, passages, printable
from complaintkit.render.text import plain

# CommonMark 0.31 section 2.4; `|`, `~`, `$` and `^` are markup in widespread extensions.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$^]|&(?=#?\w+;)")
_LINE_START = re.compile(r"[-+=:]|\d{1,9}(?=[.)])")
_LINK = re.compile(r"(?i)(?<=:)/(?=/)|(?<=\bwww)\.")  # bare addresses that readers turn to links


def letter_markdown(letter: Letter) -> str:
    """Return the letter as Markdown, ending with one line feed."""
    letter = printable(letter)
    parts = [
        _joined(each_line(letter.sender)),
        escaped(letter.dated.text),
        _joined(lines(letter.delivery)),
        _joined(each_line(letter.recipient)),
        f"# {escaped(plain(letter.subject))}",
        _joined(lines(letter.salutation)),
        *_body(letter.body),
        _joined(lines(letter.closing)),
        _joined(lines((letter.signature,))),
        *_listed(letter.enclosures_label, letter.enclosures),
        *_listed(letter.copies_label, letter.copies),
    ]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def escaped(text: str) -> str:
    """Return one line of text as Markdown that reads as this text and nothing else."""
    text = _LINK.sub(_backslashed, _MARKUP.sub(_backslashed, text.strip()))
    return _LINE_START.sub(_held, text, count=1) if _LINE_START.match(text) else text


def _backslashed(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _held(found: re.Match[str]) -> str:
    """Keep a line from beginning a list, a rule or an underlined heading."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _body(blocks: Sequence[Block]) -> list[str]:
    """Write the blocks; a list right after another has other marks, so that the two stay two."""
    found, follows = [], False
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append("\n\n".join(_joined(passage) for passage in passages(block.runs)))
        elif isinstance(block, Table):
            found.append(_table(block))
        else:
            found.append(_list(block, other_marks=follows))
        follows = isinstance(block, Listing) and not follows
    return found


def _joined(found: Sequence[Runs], indent: str = "") -> str:
    """Join lines with hard breaks: a backslash shows, two spaces at a line's end do not."""
    return f"\\\n{indent}".join(escaped(plain(line)) for line in found)


def _list(block: Listing, *, other_marks: bool) -> str:
    bullet, stop = ("+", ")") if other_marks else ("-", ".")
    items = []
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}{stop} " if block.numbered else f"{bullet} "
        items.append(mark + _joined(lines(item), " " * len(mark)))
    return "\n".join(items)


def _listed(label: str, items: Sequence[Sequence[Run]]) -> list[str]:
    """Write enclosures or copies as lines: most bring their own number."""
    found = [line for item in items for line in lines(item)]
    return [f"**{escaped(label)}:**", _joined(found)] if items else []


def _table(table: Table) -> str:
    rule = "|" + "---|" * len(table.head)
    return "\n".join([_row(table.head), rule, *(_row(row) for row in table.rows)])


def _row(row: Sequence[Sequence[Run]]) -> str:
    """Write a row; a cell of a pipe table has one line."""
    cells = (" ".join(escaped(plain(line)) for line in lines(cell)) for cell in row)
    return f"| {' | '.join(cells)} |"
