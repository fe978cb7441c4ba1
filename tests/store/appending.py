"""A program that adds entries until it is stopped, and says before and after each.

    python appending.py FOLDER CASE [COUNT] [WORDS]   add COUNT entries (default: without end)
    python appending.py --serve                       fork such a program for each line of stdin

Prints `BEGIN n id` right before `Log.append`, `saved n id seq hash` right after it
returned, and `refused n id why` where it raised. Each line leaves at once, in one write.
"""

import os
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import UUID

from complaintkit.errors import StoreProblem
from complaintkit.model.entry import EntryKind, NewEntry, Recording
from complaintkit.store.home import Home
from complaintkit.store.journal import Log

NAME = {"company.name": "Example Bank", "problem": "No points."}


def tell(line: str) -> None:
    """Write one line at once, so that a kill afterwards cannot lose it."""
    os.write(1, f"{line}\n".encode())


def fresh_id() -> str:
    """Return a random id; also after a fork, each process its own."""
    return str(UUID(bytes=os.urandom(16), version=4))


def recording() -> Recording:
    """Return the circumstances of recording in this process."""
    return Recording(
        at=datetime.now(UTC),
        zone="UTC",
        clock_is_set=False,
        tool="appending.py",
        new_id=fresh_id,
        salts=lambda number: [os.urandom(16) for _ in range(number)],
    )


def append_without_end(folder: str, case: str, times: int = 0, words: str = "words") -> int:
    """Add entries one by one; the first one opens the case where it is not there yet."""
    log = Log(Home(folder=Path(folder)))
    refused = 0
    tell("ready")
    for number in range(1, times + 1) if times else count(1):
        entry_id = fresh_id()
        said = {"at": "2026-03-01T10:00", "channel": "phone", "said": f"{words} {number}"}
        entry = NewEntry(id=entry_id, kind=EntryKind.ENCOUNTER, fields=said)
        tell(f"BEGIN {number} {entry_id}")
        try:
            (saved,) = log.append(case, [entry], recording())
        except StoreProblem as problem:
            tell(f"refused {number} {entry_id} {problem.problem}")
            refused += 1
            continue
        tell(f"saved {number} {entry_id} {saved.entry.seq} {saved.entry.hash}")
    return 1 if refused else 0


def open_case(home: Home, case: str) -> None:
    """Begin a case, so that entries can be added to it."""
    entry = NewEntry(id=fresh_id(), kind=EntryKind.OPEN, fields={"name": case, **NAME})
    Log(home).append(case, [entry], recording())


def serve() -> None:
    """Fork a program for each line `FOLDER CASE …`; tell its id, and when it is gone.

    The log is never open in this process when it forks.
    """
    for line in sys.stdin:
        folder, case, *rest = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            os._exit(append_without_end(folder, case, *map(int, rest)))
        tell(f"pid {child}")
        os.waitpid(child, 0)
        tell("gone")


if __name__ == "__main__":
    if sys.argv[1] == "--serve":
        serve()
    else:
        folder, case, *rest = sys.argv[1:]
        sys.exit(append_without_end(folder, case, int(rest[0]) if rest else 0, *rest[1:]))
