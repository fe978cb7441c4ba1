"""Which files does a person's own template consist of, and may they be read?

The person's folder mirrors the shipped one: `letters/en/first.md`, `parts/en/problem.md`.
A file there wins over the shipped one of the same name. It is read here, in one place,
with every care; the process that runs the template opens no file at all.
"""

import os
import re
import stat
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from complaintkit.errors import FileUnusable
from complaintkit.render.environment import HEAD_FENCE, templates_folder

MOST_BYTES = 256 * 1024
MOST_FILES = 100
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
LONGEST_NAME = 40

_PART = re.compile(r"""["'](parts/[a-z]{2}/[a-z0-9-]{1,40}\.md)["']""")
_CAREFUL = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One template file: its text, and where it lies; `own` says whose it is.

    `head` is the YAML at its top. `text` has blank lines in its place, so that line
    numbers are those of the file.
    """

    text: str
    path: Path
    own: bool
    head: str = ""


class TemplateUnusable(FileUnusable):
    """A file cannot serve as a template: which, on which line (0: as a whole), and why."""

    def __init__(self, path: Path, what: str, *, line: int = 0) -> None:
        where = f", line {line}," if line else ""
        super().__init__(f"{path}{where} {what}.", fix=way_out(path))
        self.path = path
        self.what = what
        self.line = line


def letter_name(kind: str, language: str) -> str:
    """Return the name of a letter's template inside a folder of templates."""
    return f"letters/{language}/{kind}.md"


def is_name(name: str) -> bool:
    """Whether a kind of letter may be called so: small letters, digits and hyphens."""
    return len(name) <= LONGEST_NAME and NAME.fullmatch(name) is not None


def part_name(part: str, language: str) -> str:
    """Return the name of a part's template inside a folder of templates."""
    return f"parts/{language}/{part}.md"


def own_source(folder: Path, name: str) -> Source | None:
    """Return the person's own file of that name; None where there is none.

    Raises FileUnusable for what is no readable text of a sensible size in that folder.
    """
    path = folder / name
    if not os.path.lexists(path):
        return None
    return parted(read_text(path, within=folder), path)


def read_text(path: Path, *, within: Path | None = None) -> str:
    """Read a template file; links out of the folder, devices and pipes are not followed."""
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):
        raise TemplateUnusable(path, "cannot be opened") from None
    if within is not None and not real.is_relative_to(within.resolve()):
        raise TemplateUnusable(path, "is a link to a place outside your folder of templates")
    content = _bytes_of(real, path)
    if b"\0" in content:
        raise TemplateUnusable(path, "is no text")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise TemplateUnusable(path, "is not text in UTF-8", line=line) from None


def _bytes_of(real: Path, path: Path) -> bytes:
    flags = os.O_RDONLY
    for name in _CAREFUL:
        flags |= getattr(os, name, 0)
    try:
        with open(os.open(real, flags), "rb") as file:  # noqa: PTH123 – these flags need it
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise TemplateUnusable(path, "is no ordinary file")
            content = file.read(MOST_BYTES + 1)
    except OSError:
        what = "is no ordinary file" if real.is_dir() else "cannot be read"
        raise TemplateUnusable(path, what) from None
    if len(content) > MOST_BYTES:
        raise TemplateUnusable(path, f"is larger than {MOST_BYTES // 1024} KB")
    return content


def way_out(path: Path) -> str:
    """Say what to do about a faulty template: correct it, or fall back on the shipped one."""
    of_room = path.parts[-3:-2] in {("letters",), ("parts",)}
    if of_room and (templates_folder() / Path(*path.parts[-3:])).is_file():
        return f"Correct it, or take it away to use the shipped one: {path}"
    return f"Correct it, or take it away: {path}"


def sources_for(letter: Source, language: str, folder: Path | None) -> dict[str, Source]:
    """Return every part that a letter's template asks for by its name, own ones first."""
    found: dict[str, Source] = {}
    waiting = list(_PART.findall(letter.text))
    while waiting and len(found) < MOST_FILES:
        name = waiting.pop()
        if name in found or not name.startswith(f"parts/{language}/"):
            continue
        part = (own_source(folder, name) if folder else None) or shipped_source(name)
        if part:
            found[name] = part
            waiting += _PART.findall(part.text)
    return found


@cache
def shipped_source(name: str) -> Source | None:
    """Return a shipped template file; None where there is none of that name."""
    path = templates_folder() / name
    if not path.is_file():
        return None
    return parted(path.read_text(encoding="utf-8"), path, own=False)


def parted(text: str, path: Path, *, own: bool = True) -> Source:
    """Divide a template into its head and what follows. Raises FileUnusable for half a head."""
    head, rest = "", text
    if text.startswith(HEAD_FENCE):
        head, fence, rest = text[len(HEAD_FENCE) :].partition(f"\n{HEAD_FENCE}")
        if not fence:
            raise TemplateUnusable(path, "has a head that does not end with a line “---”", line=1)
    above = text.count("\n") - rest.count("\n")
    return Source(text="\n" * above + rest, path=path, own=own, head=head)
