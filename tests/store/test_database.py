"""What if the log is missing, newer, foreign, read-only, or on a full or failing disk?"""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import appending
import kill_harness
import pytest
from kill_harness import APPENDING
from sample_log import Book, a_home, files, raw
from system_calls import needs_strace, under_strace

from complaintkit.errors import StoreProblem
from complaintkit.store import checking, database, migrations, search, shelf
from complaintkit.store.home import Home
from complaintkit.store.journal import Log

as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to become somebody else"
)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)


def both_refuse(home: Home, *words: str) -> None:
    """Assert that reading and writing are refused with these words, and nothing is changed."""
    before = files(home.folder)
    for action in (lambda: Log(home).cases(), lambda: Book(home).say("x")):
        with pytest.raises(StoreProblem) as told:
            action()
        assert all(word in told.value.problem for word in words), told.value.problem
        assert told.value.fix
        assert told.value.exit_code == 1
    assert files(home.folder) == before


def test_a_log_that_was_begun_and_is_gone_is_not_begun_anew(book: Book):
    book.home.database.unlink()
    both_refuse(book.home, "log.db is not there")


@pytest.mark.parametrize("content", [b"", b"S"])
def test_a_log_that_was_begun_and_is_empty_is_not_begun_anew(book: Book, content: bytes):
    book.home.database.write_bytes(content)
    both_refuse(book.home, "log.db is empty")


def test_an_empty_file_without_a_mark_is_no_lost_log(home: Home):
    home.folder.mkdir()
    home.database.touch()
    assert Log(home).cases() == []
    Book(home).open()
    assert checking.check_log(home) == ([], 1)


@pytest.mark.parametrize(
    ("pragma", "words"),
    [
        (f"user_version = {migrations.VERSION + 1}", "newer complaintkit"),
        ("user_version = 0", "damaged"),
        ("user_version = -1", "damaged"),
        ("application_id = 7", "not a complaintkit log"),
    ],
)
def test_a_log_of_another_version_is_left_alone(book: Book, pragma: str, words: str):
    with raw(book.home.database) as connection:
        connection.execute(f"PRAGMA {pragma}")
    both_refuse(book.home, words)


def test_a_foreign_database_is_left_alone(home: Home):
    home.folder.mkdir()
    with raw(home.database) as connection:
        connection.execute("CREATE TABLE songs (title)")
    both_refuse(home, "not a complaintkit log")


def test_a_file_that_is_no_database_is_left_alone(home: Home):
    home.folder.mkdir()
    home.database.write_bytes(b"Dear diary, " * 100)
    both_refuse(home, "damaged")


def test_a_folder_in_the_place_of_the_log_is_told_plainly(home: Home):
    home.database.mkdir(parents=True)
    both_refuse(home, str(home.database))


def test_the_settings_of_every_connection_are_the_safe_ones(book: Book):
    for opened in (database.open_for_writing(book.home), database.open_for_reading(book.home)):
        assert opened
        found = {
            name: opened.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "recursive_triggers",
                "trusted_schema",
                "cell_size_check",
                "mmap_size",
                "busy_timeout",
                "fullfsync",
            )
        }
        opened.close()
        assert found == {
            "journal_mode": "delete",
            "synchronous": 3,
            "foreign_keys": 1,
            "recursive_triggers": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "mmap_size": 0,
            "busy_timeout": 10_000,
            "fullfsync": 1,
        }


def test_reading_leaves_no_trace(full: Book):
    before = files(full.home.folder)
    log = Log(full.home)
    row = log.cases()[0]
    log.entries(row.case_id)
    log.find_saved("nobody")
    search.search(log, "refund")
    search.last_entries(log, row.case_id, last=3)
    shelf.setting(log, "profile")
    shelf.drafts(log, row.case_id)
    checking.check_log(full.home)
    checking.sealed_case(full.home, row.case_id)
    assert files(full.home.folder) == before


@as_root
def test_a_read_only_home_can_be_read_and_says_so_when_written(tmp_path: Path, full: Book):
    let_others_in(tmp_path)
    for path in [full.home.folder, *full.home.folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = files(full.home.folder)
    done = run(sys.executable, "-c", SOMEBODY_ELSE, str(full.home.folder))
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "2 cases, 0 findings",
        f"{full.home.database} cannot be written: it is read-only for you.",
    ]
    assert files(full.home.folder) == before


@as_root
def test_a_home_in_which_no_journal_can_be_made_says_so(tmp_path: Path, full: Book):
    """The file may be written, its folder may not."""
    let_others_in(tmp_path)
    full.home.folder.chmod(0o755)
    full.home.exhibits.chmod(0o755)
    for path in full.home.exhibits.rglob("*"):
        path.chmod(0o755)
    full.home.database.chmod(0o666)
    done = run(sys.executable, "-c", SOMEBODY_ELSE, str(full.home.folder))
    assert done.stderr == ""
    assert "read-only" in done.stdout.splitlines()[1]


def let_others_in(folder: Path) -> None:
    """Open a test's folder, and pytest's own around it, to every user."""
    for path in [folder, *folder.parents]:
        if path == Path(tempfile.gettempdir()):
            break
        path.chmod(0o755)


SOMEBODY_ELSE = f"""
import os, sys, tempfile; sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from appending import open_case
from complaintkit.errors import StoreProblem
from complaintkit.store import checking
from complaintkit.store.home import Home
from complaintkit.store.journal import Log
with tempfile.TemporaryDirectory() as folder:  # all modules are loaded while that is allowed
    open_case(Home(folder=Path(folder)), "warm")
    checking.check_log(Home(folder=Path(folder)))
os.setgroups([]); os.setgid(65534); os.setuid(65534)
home = Home(folder=Path(sys.argv[1]))
print(len(Log(home).cases()), "cases,", len(checking.check_log(home)[0]), "findings")
try:
    open_case(home, "case-1")
except StoreProblem as problem:
    print(problem)
"""


def leave_a_hot_journal(book: Book) -> None:
    """Stop a change in the middle of its commit, as a kill would."""
    program = f"""
import os, signal, sqlite3
connection = sqlite3.connect({str(book.home.database)!r}, isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("INSERT INTO settings VALUES ('a', zeroblob(200000) || 'x', 's')")
os.kill(os.getpid(), signal.SIGKILL)
"""
    run(sys.executable, "-c", program)
    assert kill_harness.is_hot(book.home)


@pytest.mark.skipif(os.name != "posix", reason="no SIGKILL here")
def test_after_a_kill_a_reader_rolls_the_unfinished_change_back(full: Book):
    cases = Log(full.home).cases()
    leave_a_hot_journal(full)
    assert full.home.database.stat().st_size > 200_000
    assert Log(full.home).cases() == cases
    assert not full.home.database.with_name("log.db-journal").exists()
    assert checking.check_log(full.home)[0] == []


@as_root
def test_a_hot_journal_in_a_read_only_home_is_told_and_kept(tmp_path: Path, full: Book):
    leave_a_hot_journal(full)
    let_others_in(tmp_path)
    for path in [full.home.folder, *full.home.folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = files(full.home.folder)
    done = run(sys.executable, "-c", SOMEBODY_ELSE, str(full.home.folder))
    assert "StoreProblem: " in done.stderr
    assert "read-only" in done.stderr
    assert files(full.home.folder) == before


def fill_up(home: Home, limit: int | None = None) -> tuple[list[str], list[str]]:
    """Add long entries until the disk refuses one; return ids saved and words of refusal."""

    def limited() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    done = subprocess.run(
        [*APPENDING, str(home.folder), "case", "60", "long words " * 300],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=limited,
        check=False,
        timeout=60,
    )
    lines = [line.split(maxsplit=3) for line in done.stdout.splitlines()]
    saved = [words[2] for words in lines if words[0] == "saved"]
    return saved, [words[3] for words in lines if words[0] == "refused"]


def nothing_was_lost(home: Home, saved: list[str]) -> None:
    assert checking.check_log(home) == ([], len(saved) + 1)
    assert [entry.id for entry in Log(home).entries("case")][1:] == saved


@pytest.mark.skipif(os.name != "posix", reason="no file size limits here")
def test_a_full_disk_loses_nothing_and_is_told(home: Home):
    appending.open_case(home, "case")
    saved, refused = fill_up(home, limit=300_000)
    assert len(saved) > 3
    assert refused
    assert all(words.startswith("The disk is full") for words in refused)
    nothing_was_lost(home, saved)
    more, refused = fill_up(home)
    assert (len(more), refused) == (60, [])
    nothing_was_lost(home, saved + more)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with 600 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if not mount or run(mount, "-t", "tmpfs", "-o", "size=600k", "none", str(folder)).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    run("umount", "-l", str(folder))


@as_root
def test_a_full_file_system_loses_nothing_and_goes_on_when_there_is_room(small_disk: Path):
    home = a_home(small_disk / "home")
    appending.open_case(home, "case")
    saved, refused = fill_up(home)
    assert len(saved) > 3
    assert refused
    assert all("The disk is full" in words for words in refused), refused[:2]
    nothing_was_lost(home, saved)
    assert run("mount", "-o", "remount,size=4m", str(small_disk)).returncode == 0
    more, refused = fill_up(home)
    assert (len(more), refused) == (60, [])
    nothing_was_lost(home, saved + more)


@as_root
def test_a_file_system_that_was_made_read_only_can_be_read(small_disk: Path):
    home = a_home(small_disk / "home")
    appending.open_case(home, "case")
    assert run("mount", "-o", "remount,ro", str(small_disk)).returncode == 0
    before = files(home.folder)
    assert [row.name for row in Log(home).cases()] == ["case"]
    with pytest.raises(StoreProblem, match="read-only"):
        Book(home).say("x", case="case")
    assert files(home.folder) == before


@needs_strace
@pytest.mark.parametrize(
    ("call", "error", "step"),
    [
        ("fdatasync", "EIO", 1),
        ("unlink", "EIO", 1),
        ("openat", "EIO", 3),
        ("pwrite64", "EIO", 15),
        ("pwrite64", "ENOSPC", 15),
    ],
)
def test_a_failing_disk_never_gives_a_false_saved(tmp_path: Path, call: str, error: str, step: int):
    home = a_home(tmp_path / "home")
    appending.open_case(home, "case")
    whole = {entry.id for entry in Log(home).entries("case")}
    refusals = 0
    for place in range(1, 200, step):
        done = under_strace(
            home,
            [*APPENDING, str(home.folder), "case", "1"],
            inject=f"{call}:error={error}:when={place}",
        )
        assert done.stderr == "", f"{call} {place}"
        lines = [line.split(maxsplit=3) for line in done.stdout.splitlines()]
        (entry_id,) = (words[2] for words in lines if words[0] == "BEGIN")
        is_there = Log(home).find_saved(entry_id) is not None
        said_saved = any(words[0] == "saved" for words in lines)
        assert is_there or not said_saved, f"{call} {place}"
        whole |= {entry_id} if is_there else set()
        assert {entry.id for entry in Log(home).entries("case")} == whole
        assert checking.check_log(home) == ([], len(whole))
        for words in lines:
            if words[0] == "refused":
                refusals += 1
                assert not (is_there and "Nothing was changed" in words[3]), f"{call} {place}"
        if not any(words[0] == "refused" for words in lines) and place > LAST_CALL.get(call, 10):
            break
    assert refusals


LAST_CALL = {"pwrite64": 60, "openat": 12, "fdatasync": 6, "unlink": 2}


def test_a_writer_that_never_finishes_is_told_and_nothing_is_half_done(
    book: Book, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.05)
    other = sqlite3.connect(book.home.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreProblem, match="Another complaintkit"):
        book.say("x")
    other.execute("ROLLBACK")
    other.close()
    assert book.say("x").entry.seq == 2
