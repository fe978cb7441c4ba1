"""An older log becomes a newer one: whole or not at all, with a copy made before."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sample_log import Book, content, raw
from system_calls import needs_strace, stopped_at, under_strace

from complaintkit.errors import StoreProblem
from complaintkit.store import database, migrations

SECOND = (
    "CREATE TABLE extra (number INTEGER PRIMARY KEY, words TEXT) STRICT",
    "INSERT INTO extra (words) SELECT value FROM entry_values WHERE value IS NOT NULL",
    "ALTER TABLE drafts ADD COLUMN language TEXT NOT NULL DEFAULT 'en'",
    "CREATE INDEX extra_words ON extra (words)",
    "DROP TABLE moments",
)
STEPS = (*migrations.MIGRATIONS, SECOND)
MIGRATING = f"""
import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from test_migrations import STEPS
from complaintkit.store import database
from complaintkit.store.home import Home
database.open_for_writing(Home(folder=Path(sys.argv[1])), STEPS).close()
"""


def record(path: Path) -> list[object]:
    """Return the two tables that no migration may touch."""
    with raw(path) as connection:
        return [
            connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            for table in ("entries", "entry_values")
        ]


def version_of(path: Path) -> tuple[int, bool, bool]:
    """Return the version, and whether the first and the last of its changes are there."""
    with raw(path) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    return version, b"extra" in names, b"moments" not in names


def test_the_newest_version_is_made_step_by_step():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrations.migrate(connection)
    migrations.migrate(connection)
    assert migrations.schema(connection) == migrations.expected_schema()
    assert connection.execute("PRAGMA user_version").fetchone()[0] == migrations.VERSION
    connection.close()


def test_a_migration_keeps_the_record_and_a_copy_of_the_log_before(full: Book):
    before, whole = record(full.home.database), content(full.home.database)
    database.open_for_writing(full.home, STEPS).close()
    assert version_of(full.home.database) == (2, True, True)
    assert record(full.home.database) == before
    (copy,) = full.home.backups.iterdir()
    assert copy.name == "before-version-2.db"
    assert content(copy) == whole
    assert version_of(copy) == (1, False, False)
    assert copy.stat().st_mode & 0o077 == 0


def test_a_migration_that_fails_changes_nothing(full: Book):
    whole = content(full.home.database)
    for broken in range(len(SECOND)):
        faulty = (*SECOND[:broken], "CREATE TABLE entries (a)", *SECOND[broken:])
        with pytest.raises(StoreProblem):
            database.open_for_writing(full.home, (*migrations.MIGRATIONS, faulty))
        assert content(full.home.database) == whole
    database.open_for_writing(full.home, STEPS).close()
    assert version_of(full.home.database) == (2, True, True)


def test_an_older_program_leaves_a_newer_log_alone(full: Book):
    database.open_for_writing(full.home, STEPS).close()
    before = full.home.database.read_bytes()
    with pytest.raises(StoreProblem, match="newer complaintkit"):
        full.log.cases()
    with pytest.raises(StoreProblem, match="newer complaintkit"):
        full.say("x")
    assert full.home.database.read_bytes() == before


@needs_strace
@pytest.mark.parametrize(("call", "step"), [("pwrite64", 11), ("fdatasync", 2), ("unlink", 1)])
def test_a_kill_leaves_the_old_version_or_the_new_one(full: Book, call: str, step: int):
    before = record(full.home.database)
    old = full.home.database.read_bytes()
    seen = set()
    for place in range(1, 500, step):
        full.home.database.write_bytes(old)
        full.home.database.with_name("log.db-journal").unlink(missing_ok=True)
        done = under_strace(
            full.home,
            [sys.executable, "-c", MIGRATING, str(full.home.folder)],
            inject=f"{call}:signal=KILL:when={place}",
        )
        database.roll_back_unfinished(full.home.database)
        found = version_of(full.home.database)
        assert found in ((1, False, False), (2, True, True)), f"{call} {place}"
        assert record(full.home.database) == before
        assert (full.home.backups / "before-version-2.db").exists()
        seen.add(found[0])
        if not stopped_at(done):
            assert done.returncode == 0, done.stderr
            break
    assert 1 in seen
    assert 2 in seen


def test_several_programs_that_find_an_old_log_at_once_migrate_it_once(full: Book):
    words = [sys.executable, "-c", MIGRATING, str(full.home.folder)]
    running = [subprocess.Popen(words) for _ in range(4)]
    assert [process.wait(timeout=60) for process in running] == [0] * 4
    assert version_of(full.home.database) == (2, True, True)
