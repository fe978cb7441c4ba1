"""How are many texts checked, one line of JSON each?"""

import sys
from collections.abc import Iterator
from pathlib import Path

from complaintkit.cli import show
from complaintkit.errors import FileUnusable
from complaintkit.tasks import checking


def answer_lines(file: str | None) -> int:
    """Answer each line with one line, at once, so that a pipe never waits. 1: some were unfit."""
    unfit = 0
    for answer in checking.batch(_lines(file)):
        unfit += "error" in answer
        sys.stdout.write(show.one_line(answer) + "\n")
        sys.stdout.flush()
    return 1 if unfit else 0


def _lines(file: str | None) -> Iterator[str]:
    if file is None or file == "-":
        yield from (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
        return
    path = Path(file).expanduser()
    if not path.is_file():
        raise FileUnusable(
            f"There is no file “{path}”.", fix="Look at its name, or use - for a pipe."
        )
    with path.open(encoding="utf-8", errors="replace") as lines:
        yield from lines
