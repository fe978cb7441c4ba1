"""How is an editable letter divided into its pieces, so that no text of a person's misleads it?

Few lines need a mark of their own: `# ` the subject, `## ` a list at the end, `- ` and `1. `
list items, `| ` a table row, `// ` a comment. A line of the letter that only happens to begin
so gets one backslash in front, which is taken away again.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

COMMENT = "// "
_MARK = {
    "subject": re.compile(r"#\s+(?=\S)"),
    "label": re.compile(r"##\s+(?=\S)"),
    "comment": re.compile(r"//(\s|$)"),
    "table": re.compile(r"\|"),
    "list": re.compile(r"[-*•]\s+(?=\S)"),
    "numbered": re.compile(r"[0-9]{1,3}[.)]\s+(?=\S)"),
}
_ANYWHERE = ("subject", "label", "comment")
_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*")
_CELL = re.compile(r"((?:[^|\\]|\\.?)*)(?:\||$)")
_ESCAPED = re.compile(r"\\([|\\n])")


class Piece(NamedTuple):
    """One block of the text: its kind and its lines, without their marks."""

    kind: str
    lines: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The words, line by line: what must be equal for the block to count as unchanged."""
        return (self.kind, *(same_words(line) for line in self.lines))


def same_words(text: str) -> str:
    """Return a text line by line without what an editor may change by itself: spaces."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def pieces_of(text: str, part: str) -> list[Piece]:
    """Divide one part of the letter: "head" (above the subject), "body" or "end" (the lists)."""
    found: list[tuple[str, list[str]]] = []
    broken = True
    for line in map(str.strip, text.split("\n")):
        kind = _kind(line, part)
        if kind == "comment":
            continue
        if not line:
            broken = True
            continue
        if part == "end" and kind != "label" and found:
            found[-1][1].append(_open(line, part))
            continue
        if broken or not _goes_on(found[-1][0], kind):
            found.append((kind, []))
            broken = False
        elif kind == "paragraph" and found[-1][0] in ("list", "numbered"):
            found[-1][1][-1] += f"\n{_open(line, part)}"
            continue
        found[-1][1].append(_unmarked(line, kind, part))
    return [Piece(kind, tuple(lines)) for kind, lines in found]


def divided(text: str) -> tuple[str, str, str]:
    """Return what stands above the subject, from the subject on, and the lists at the end."""
    lines = text.split("\n")
    kinds = [_kind(line.strip(), "head") for line in lines]
    subject = kinds.index("subject") if "subject" in kinds else len(lines)
    end = kinds.index("label", subject) if "label" in kinds[subject:] else len(lines)
    return "\n".join(lines[:subject]), "\n".join(lines[subject:end]), "\n".join(lines[end:])


def guarded(text: str, part: str) -> str:
    """Return text of a letter such that no line of it is taken for a mark in this part."""
    return "\n".join(
        f"\\{line.strip()}" if _kind(line.strip().lstrip("\\"), part) != "paragraph" else line
        for line in text.split("\n")
    )


def row(cells: Sequence[str]) -> str:
    """Write one row of a table; a bar inside a cell, or a line end, is escaped."""
    told = [
        cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n").strip()
        for cell in cells
    ]
    return f"| {' | '.join(told)} |"


def cells_of(line: str) -> list[str]:
    """Read one row of a table."""
    inner = line.strip().removeprefix("|")
    cells = [match[1].strip() for match in _CELL.finditer(inner)]
    while cells and not cells[-1]:
        cells.pop()
    return [_ESCAPED.sub(lambda sign: "\n" if sign[1] == "n" else sign[1], cell) for cell in cells]


def is_rule(line: str) -> bool:
    """Whether a row is the line that Markdown draws under the heading row."""
    return _RULE.fullmatch(line) is not None


def _kind(line: str, part: str) -> str:
    kinds = _MARK if part == "body" else _ANYWHERE
    return next((kind for kind in kinds if _MARK[kind].match(line)), "paragraph")


def _goes_on(before: str, kind: str) -> bool:
    """Whether a line belongs to the block whose last line stands right above it."""
    if kind == before:
        return kind not in _ANYWHERE
    return kind == "paragraph" and before in ("list", "numbered")


def _unmarked(line: str, kind: str, part: str) -> str:
    if kind == "paragraph":
        return _open(line, part)
    return line if kind == "table" else _MARK[kind].sub("", line, count=1)


def _open(line: str, part: str) -> str:
    """Take the backslash away that `guarded` put before a line."""
    bare = line.lstrip("\\")
    return line[1:] if bare != line and _kind(bare, part) != "paragraph" else line
