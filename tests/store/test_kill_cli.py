"""SIGKILL at any moment of the real command, `complaintkit log`."""

import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import IO

import appending
import pytest
from kill_harness import (
    AFTER,
    BETWEEN,
    COLD,
    COMMIT,
    HOT,
    Tally,
    faults_of,
    is_hot,
    journal_left,
    journal_stamp,
)

from complaintkit.model.entry import Entry
from complaintkit.store.home import Home
from complaintkit.store.journal import Log

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")

COMMAND = [sys.executable, "-m", "complaintkit", "log"]
SAVED = re.compile(r"^saved #(\d+) ([0-9a-f]{6})", re.MULTILINE)
NOT_BEGUN = "before BEGIN"
WORKERS = 2
ROUNDS_PER_HOME = 15


@dataclass
class Worker:
    """One home after the other in which `log` is killed again and again."""

    folder: Path
    chance: Random
    tally: Tally = field(default_factory=Tally)
    run_time: float = 0.3
    number: int = 0

    def work(self, *, aimed: bool, wanted: int) -> Tally:
        """Kill until enough kills fell where they were aimed."""
        while not self.tally.faults and self._count(aimed=aimed) < wanted:
            if self._count(aimed=aimed) + self.tally.falls[AFTER] > 10 * wanted:
                break
            home = Home(folder=self.folder / f"home-{self.number}")
            self.number += 1
            appending.open_case(home, "points")
            acknowledged: dict[str, Entry] = {}
            for attempt in range(ROUNDS_PER_HOME):
                words = f"token-{self.number}-{attempt}"
                self._round(home, words, acknowledged, aimed=aimed)
                if self.tally.faults or self._count(aimed=aimed) >= wanted:
                    break
        return self.tally

    def _count(self, *, aimed: bool) -> int:
        return self.tally.between if aimed else sum(self.tally.falls.values())

    def _round(
        self, home: Home, words: str, acknowledged: dict[str, Entry], *, aimed: bool
    ) -> None:
        earlier = journal_stamp(home)
        process = start(home, words)
        begun = time.perf_counter()
        if aimed:
            self._aim(process, home, earlier)
        else:
            time.sleep(self.chance.uniform(0, self.run_time))
        process.kill()
        printed = read(process.stdout)
        if process.wait() == 0:
            self.run_time = time.perf_counter() - begun
        left = journal_left(home, earlier)
        entries = {entry.id: entry for entry in Log(home).entries("points")}
        self._judge(words, printed, entries, acknowledged)
        committed = any(entry.values.get("said") == words for entry in entries.values())
        self.tally.falls[self._fall(printed, left, aimed=aimed, committed=committed)] += 1
        self.tally.in_between_yet_saved += committed and not SAVED.search(printed)
        seen = {entry.id: (entry.seq, entry.hash) for entry in acknowledged.values()}
        self.tally.faults += faults_of(home, "points", seen, set(entries))

    def _aim(self, process: subprocess.Popen, home: Home, earlier: object) -> None:
        """Wait until the journal appears, or half the time until it is hot; then a little."""
        wants_hot = self.chance.random() < 0.5
        while process.poll() is None:
            if is_hot(home) if wants_hot else journal_stamp(home) not in (None, earlier):
                break
            time.sleep(0.0002)
        until = time.perf_counter() + self.chance.uniform(0, COMMIT)
        while time.perf_counter() < until:
            pass

    def _judge(
        self, words: str, printed: str, entries: dict[str, Entry], acknowledged: dict[str, Entry]
    ) -> None:
        found = [entry for entry in entries.values() if entry.values.get("said") == words]
        if len(found) > 1:
            self.tally.faults.append(f"{words} stands in the log {len(found)} times")
        saved = SAVED.search(printed)
        if not saved:
            return
        self.tally.acknowledged += 1
        number, digits = int(saved[1]), saved[2]
        if not found or (found[0].seq, found[0].hash[:6]) != (number, digits):
            self.tally.faults.append(f"{saved[0]} was printed, and {words} is not there")
        else:
            acknowledged[words] = found[0]

    @staticmethod
    def _fall(printed: str, left: str, *, aimed: bool, committed: bool) -> str:
        if SAVED.search(printed):
            return AFTER
        if aimed or committed or left in (HOT, COLD):
            return left
        return NOT_BEGUN


def start(home: Home, words: str) -> subprocess.Popen:
    """Start the real command as a person's shell would."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("COMPLAINTKIT")}
    return subprocess.Popen(
        [*COMMAND, "--said", words],
        env={**kept, "COMPLAINTKIT_HOME": str(home.folder), "COMPLAINTKIT_NO_INPUT": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def read(stream: IO[str] | None) -> str:
    """Read what a process printed, to the end."""
    assert stream
    with stream:
        return stream.read()


def kill_often(folder: Path, *, aimed: bool, wanted: int) -> Tally:
    """Let two workers kill at the same time; return what both saw."""
    share = -(-wanted // WORKERS)
    workers = [Worker(folder / f"worker-{n}", Random(wanted + n)) for n in range(WORKERS)]
    with ThreadPoolExecutor(WORKERS) as pool:
        for done in [pool.submit(one.work, aimed=aimed, wanted=share) for one in workers]:
            done.result()
    whole = Tally()
    for worker in workers:
        whole.falls.update(worker.tally.falls)
        whole.acknowledged += worker.tally.acknowledged
        whole.in_between_yet_saved += worker.tally.in_between_yet_saved
        whole.faults += worker.tally.faults
    return whole


def test_log_killed_between_begin_and_saved_loses_nothing(
    tmp_path: Path, kills: int, capsys: pytest.CaptureFixture
):
    wanted = min(kills, 2000)
    tally = kill_often(tmp_path, aimed=True, wanted=wanted)
    with capsys.disabled():
        print(f"\n`complaintkit log`, aimed between BEGIN and saved: {tally}")
    assert tally.faults == []
    assert sum(tally.falls[fall] for fall in BETWEEN) >= wanted


def test_log_killed_at_random_moments_loses_nothing(
    tmp_path: Path, kills: int, capsys: pytest.CaptureFixture
):
    tally = kill_often(tmp_path, aimed=False, wanted=min(max(kills // 5, 40), 1000))
    with capsys.disabled():
        print(f"\n`complaintkit log`, at random moments of its run: {tally}")
    assert tally.faults == []
