"""What do kills, at any moment, leave of the log?

The tests use it; for a release it runs alone:
`python tests/store/kill_harness.py --kills 10000`. What is killed is a parameter: any
program that prints `BEGIN n id` and `saved n id …`, started anew or forked.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Protocol

import appending

from complaintkit.store import checking
from complaintkit.store.home import Home
from complaintkit.store.journal import Log

APPENDING = [sys.executable, str(Path(appending.__file__))]
JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
ROUNDS_PER_HOME = 20
SLOWEST = 0.02
"""The longest wait for a random kill, in seconds."""
COMMIT = 0.003
"""About how long the commit takes from the synced journal to its removal, in seconds."""

BEFORE = "before the first BEGIN"
HOT = "between BEGIN and saved, a hot journal left"
COLD = "between BEGIN and saved, a journal not yet synced left"
NONE = "between BEGIN and saved, no journal left"
AFTER = "after saved, before the next BEGIN"
BETWEEN = (HOT, COLD, NONE)


Stamp = tuple[int, int] | None


class Victim(Protocol):
    """A running program that adds entries."""

    pid: int

    def line(self) -> str:
        """Return its next line; "" once it is gone and all was read."""


@dataclass
class Forked:
    """A victim that a running `appending.py --serve` forks: quick, thousands of kills."""

    server: subprocess.Popen
    pid: int = 0

    def line(self) -> str:
        text = self.server.stdout.readline()
        return "" if text == "gone\n" else text


@dataclass
class Started:
    """A victim that is a process of its own."""

    process: subprocess.Popen

    @property
    def pid(self) -> int:
        return self.process.pid

    def line(self) -> str:
        text = self.process.stdout.readline()
        if not text:
            self.process.stdout.close()
            self.process.wait()
        return text


@contextmanager
def forking(folder: Path) -> Iterator[Callable[[Home], Victim]]:
    """Give a way to start victims quickly."""
    server = subprocess.Popen(
        [*APPENDING, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )

    def start(home: Home) -> Victim:
        server.stdin.write(f"{home.folder}\tcase\n")
        server.stdin.flush()
        victim = Forked(server)
        line = server.stdout.readline()
        early = []
        while not line.startswith("pid "):  # the child may speak before its parent does
            early.append(line)
            line = server.stdout.readline()
        victim.pid = int(line.split()[1])
        return _Again(victim, early) if early else victim

    try:
        yield start
    finally:
        server.stdin.close()
        server.stdout.close()
        server.wait(timeout=10)


@dataclass
class _Again:
    """A victim some of whose lines were read already."""

    victim: Victim
    early: list[str]

    @property
    def pid(self) -> int:
        return self.victim.pid

    def line(self) -> str:
        return self.early.pop(0) if self.early else self.victim.line()


def starting(home: Home, command: list[str] | None = None) -> Victim:
    """Start `command FOLDER CASE` as a process of its own."""
    words = [*(command or APPENDING), str(home.folder), "case"]
    return Started(subprocess.Popen(words, stdout=subprocess.PIPE, text=True, bufsize=1))


@dataclass
class Tally:
    """Where kills fell, how many entries were acknowledged, and what was wrong after them."""

    falls: Counter = field(default_factory=Counter)
    acknowledged: int = 0
    faults: list[str] = field(default_factory=list)
    in_between_yet_saved: int = 0

    @property
    def between(self) -> int:
        return sum(self.falls[fall] for fall in BETWEEN)

    def __str__(self) -> str:
        lines = [f"{count:7d}  {fall}" for fall, count in sorted(self.falls.items())]
        return "\n".join(
            (
                f"{sum(self.falls.values())} kills; where they fell:",
                *lines,
                f"{self.in_between_yet_saved:7d}  of those in between had been committed already",
                f"{self.acknowledged:7d}  entries acknowledged, {len(self.faults)} faults",
            )
        )


Kill = Callable[[Victim, Home], list[str]]


def random_moments(chance: Random) -> Kill:
    """Kill 0 to 20 ms after the program is ready."""

    def kill(victim: Victim, home: Home) -> list[str]:
        heard = [victim.line()]
        _wait(chance.uniform(0, SLOWEST))
        return heard + _killed(victim)

    return kill


def between_begin_and_saved(chance: Random) -> Kill:
    """Kill some time after a BEGIN: half of them at any time up to the usual time of saving,

    half of them while the commit itself is under way, once the journal is hot.
    """
    typical = [SLOWEST / 4]

    def kill(victim: Victim, home: Home) -> list[str]:
        heard: list[str] = []
        wanted = chance.randint(1, 3)
        begun = 0.0
        while sum(line.startswith("BEGIN") for line in heard) < wanted:
            heard.append(victim.line())
            if heard[-1].startswith("BEGIN"):
                begun = time.perf_counter()
            elif heard[-1].startswith("saved"):
                typical.append(time.perf_counter() - begun)
        if chance.random() < 0.5:
            _wait(chance.uniform(0, sorted(typical[-20:])[len(typical[-20:]) // 2]))
        else:
            _until_hot(home)
            _wait(chance.uniform(0, COMMIT))
        return heard + _killed(victim)

    return kill


def _killed(victim: Victim) -> list[str]:
    os.kill(victim.pid, signal.SIGKILL)
    return list(iter(victim.line, ""))


def _until_hot(home: Home) -> None:
    until = time.perf_counter() + 5 * SLOWEST
    while time.perf_counter() < until and not is_hot(home):
        pass


def _wait(seconds: float) -> None:
    """Wait exactly: a sleep is too coarse for a change that takes two milliseconds."""
    until = time.perf_counter() + seconds
    if seconds > SLOWEST / 4:
        time.sleep(seconds - SLOWEST / 4)
    while time.perf_counter() < until:
        pass


def run(
    start: Callable[[Home], Victim],
    kill: Kill,
    *,
    folder: Path,
    enough: Callable[[Tally], bool],
) -> Tally:
    """Start, kill and look, until it is enough; a new home every few rounds."""
    tally = Tally()
    number = 0
    while not enough(tally):
        home = Home(folder=folder / f"home-{number}")
        number += 1
        appending.open_case(home, "case")
        acknowledged: dict[str, tuple[int, str]] = {}
        begun: set[str] = set()
        for _ in range(ROUNDS_PER_HOME):
            earlier = journal_stamp(home)
            heard = [line.split() for line in kill(start(home), home)]
            tally.falls[_fall(home, heard, earlier)] += 1
            begun |= {words[2] for words in heard if words[0] == "BEGIN"}
            last = {words[2] for words in heard[-1:] if words[0] == "BEGIN"}
            for words in heard:
                if words[0] == "saved":
                    acknowledged[words[2]] = int(words[3]), words[4]
                    tally.acknowledged += 1
            found = faults_of(home, "case", acknowledged, begun)
            tally.faults += found
            tally.in_between_yet_saved += sum(
                Log(home).find_saved(entry_id) is not None for entry_id in last
            )
            if found or enough(tally):
                break
        if tally.faults:
            break
    return tally


def _fall(home: Home, heard: list[list[str]], earlier: Stamp) -> str:
    said = [words[0] for words in heard if words[0] in ("BEGIN", "saved")]
    if not said:
        return BEFORE
    if said[-1] == "saved":
        return AFTER
    return journal_left(home, earlier)


def journal_stamp(home: Home) -> Stamp:
    """Return what tells one journal from a later one: its time and size."""
    try:
        status = home.database.with_name("log.db-journal").stat()
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size


def journal_left(home: Home, earlier: Stamp) -> str:
    """Return which journal a kill left; one that lay there before does not count."""
    if is_hot(home):
        return HOT
    return NONE if journal_stamp(home) in (None, earlier) else COLD


def is_hot(home: Home) -> bool:
    """Whether a synced journal lies there, from which SQLite must roll back."""
    try:
        with home.database.with_name("log.db-journal").open("rb", buffering=0) as journal:
            return journal.read(8) == JOURNAL_MAGIC
    except FileNotFoundError:
        return False


def faults_of(
    home: Home, case: str, acknowledged: dict[str, tuple[int, str]], begun: set[str]
) -> list[str]:
    """Return what is wrong: lost or unasked entries, gaps, a broken chain, a damaged file."""
    findings, _ = checking.check_log(home)  # opens for reading: rolls a hot journal back
    faults = [f"{finding.place}: {finding.what}" for finding in findings]
    entries = {entry.id: entry for entry in Log(home).entries(case)}
    for entry_id, (seq, digest) in acknowledged.items():
        entry = entries.get(entry_id)
        if entry is None or (entry.seq, entry.hash) != (seq, digest):
            faults.append(f"acknowledged entry #{seq} {entry_id} is lost or another")
    strange = [entry_id for entry_id in list(entries)[1:] if entry_id not in begun]
    faults += [f"entry {entry_id} was never begun" for entry_id in strange]
    if [entry.seq for entry in entries.values()] != list(range(1, len(entries) + 1)):
        faults.append("a gap in seq")
    if is_hot(home):
        faults.append("the journal is still hot after reading")
    return faults


def main() -> int:
    """Run both ways of killing for a release and print where the kills fell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    wanted = parser.parse_args().kills
    chance = Random(wanted)
    faults = 0
    with TemporaryDirectory() as folder, forking(Path(folder)) as start:
        for name, kill, enough in (
            ("aimed", between_begin_and_saved(chance), lambda tally: tally.between >= wanted),
            (
                "random",
                random_moments(chance),
                lambda tally: sum(tally.falls.values()) >= wanted,
            ),
        ):
            tally = run(start, kill, folder=Path(folder) / name, enough=enough)
            print(f"{name}: {tally}")
            for fault in tally.faults:
                print(f"  FAULT {fault}")
            faults += len(tally.faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
