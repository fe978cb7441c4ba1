"""Several programs at once, on one log."""

import subprocess
import sys
from pathlib import Path

import appending
from kill_harness import APPENDING
from sample_log import Book, a_home

from complaintkit.store import checking
from complaintkit.store.home import Home
from complaintkit.store.journal import Log


def together(commands: list[list[str]], seconds: int = 120) -> list[tuple[int, str]]:
    """Start all commands, then wait for all; return exit codes and what they printed."""
    running = [subprocess.Popen(words, stdout=subprocess.PIPE, text=True) for words in commands]
    ended = [(process, process.communicate(timeout=seconds)[0]) for process in running]
    return [(process.returncode, text) for process, text in ended]


def test_eight_processes_adding_a_hundred_entries_each_lose_none(tmp_path: Path):
    home = a_home(tmp_path / "home")
    appending.open_case(home, "case")
    words = [[*APPENDING, str(home.folder), "case", "100", f"writer-{n}"] for n in range(8)]
    results = together(words)
    assert [code for code, _ in results] == [0] * 8, [text[-300:] for _, text in results]
    saved = [line.split() for _, text in results for line in text.splitlines() if "saved" in line]
    entries = {entry.id: entry for entry in Log(home).entries("case")}
    assert len(saved) == 800
    assert all(entries[line[2]].seq == int(line[3]) for line in saved)
    assert [entry.seq for entry in entries.values()] == list(range(1, 802))
    said = {entry.values.get("said") for entry in entries.values()} - {None}
    assert said == {f"writer-{n} {number}" for n in range(8) for number in range(1, 101)}
    assert checking.check_log(home) == ([], 801)


OPENING = f"""
import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
import appending
from pathlib import Path
from complaintkit.store.home import Home
appending.open_case(Home(folder=Path(sys.argv[1])), sys.argv[2])
"""


def test_eight_processes_beginning_one_log_at_once_make_one_log(tmp_path: Path):
    for attempt in range(2):
        home = Home(folder=tmp_path / f"home-{attempt}")
        words = [[sys.executable, "-c", OPENING, str(home.folder), f"case-{n}"] for n in range(8)]
        assert [code for code, _ in together(words)] == [0] * 8
        assert [row.name for row in Log(home).cases()] == [f"case-{n}" for n in range(8)]
        assert checking.check_log(home) == ([], 8)


READING = f"""
import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from complaintkit.store import checking
from complaintkit.store.home import Home
from complaintkit.store.journal import Log
home, seen = Home(folder=Path(sys.argv[1])), 0
for _ in range(25):
    seqs = [entry.seq for entry in Log(home).entries("case-1")]
    assert seqs == list(range(1, len(seqs) + 1)) and len(seqs) >= seen
    seen = len(seqs)
    findings, _ = checking.check_log(home)
    assert findings == [], findings
"""


def test_readers_and_checks_see_a_whole_log_while_others_write(book: Book):
    folder = str(book.home.folder)
    writers = [[*APPENDING, folder, "case-1", "40", f"w{n}"] for n in range(2)]
    readers = [[sys.executable, "-c", READING, folder] for _ in range(2)]
    assert [code for code, _ in together(writers + readers)] == [0] * 4
