"""How is the SQLite file opened, so that nothing acknowledged is ever lost?

journal_mode=DELETE with synchronous=EXTRA: 0 of 1,115 power-loss images lost an
acknowledged row; FULL and NORMAL did (facts/reliability.md, section 5).
"""

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from complaintkit.errors import StoreProblem
from complaintkit.store import migrations
from complaintkit.store.home import Home, private_folder, storage_problem, sync_folder

WAIT_SECONDS = 10
TRIES = 3


def open_for_writing(
    home: Home, steps: Sequence[Sequence[str]] = migrations.MIGRATIONS
) -> sqlite3.Connection:
    """Open the log, making an empty one only where none was ever begun.

    `steps` are the migrations, oldest first; before one, the log is copied to the backups.
    Raises StoreProblem: missing, newer, damaged, read-only, full or busy.
    """
    path = home.database
    begun = home.mark.exists()  # asked first: another program sets it after making the log
    if not path.exists():
        _begin(home, begun=begun)
    with telling(path):
        if not os.access(path, os.W_OK):
            raise storage_problem(PermissionError(13, "read-only"), path)
        connection = _connect(f"{path.as_uri()}?mode=rw")
        try:
            version = _version(connection, path, newest=len(steps))
            _refuse_if_lost(home, begun=begun, version=version)
            if version < len(steps):
                if version:
                    _back_up(connection, home, version)
                connection.execute("PRAGMA journal_mode = DELETE")
                migrations.migrate(connection, steps)
            _set_mark(home)
        except BaseException:
            connection.close()
            raise
    return connection


def open_for_reading(home: Home) -> sqlite3.Connection | None:
    """Open the log so that reading leaves no trace; None where no log was ever begun.

    After a kill the journal may be hot: then the log is opened for writing once, to
    roll the unfinished change back, and closed again.
    """
    path = home.database
    begun, is_there = _found(home)
    if not is_there:
        if begun:
            raise _lost(home, "is not there")
        return None
    with telling(path):
        if not begun and path.stat().st_size == 0:
            return None
        try:
            connection, version = _open_read_only(path)
        except sqlite3.OperationalError:
            if not path.with_name(f"{path.name}-journal").exists():
                raise
            roll_back_unfinished(path)
            connection, version = _open_read_only(path)
        if version < migrations.VERSION:
            connection.close()
            _refuse_if_lost(home, begun=begun, version=version)
            open_for_writing(home).close()
            connection, _ = _open_read_only(path)
    return connection


def _found(home: Home) -> tuple[bool, bool]:
    """Return whether a log was begun in this home, and whether its file is there."""
    try:
        if home.folder.exists() and not home.folder.is_dir():
            raise NotADirectoryError(20, "it is a file, not a folder")
        return home.mark.exists(), home.database.exists()
    except OSError as problem:
        reason = (problem.strerror or "the system gave no reason").lower()
        raise StoreProblem(
            f"{home.folder} cannot be opened: {reason}.",
            fix="Give yourself the right to open it, or choose another place with --home.",
        ) from problem


def _open_read_only(path: Path) -> tuple[sqlite3.Connection, int]:
    connection = _connect(f"{path.as_uri()}?mode=ro")
    try:
        return connection, _version(connection, path, newest=migrations.VERSION)
    except BaseException:
        connection.close()
        raise


def roll_back_unfinished(path: Path) -> None:
    """Let SQLite roll back a change that a kill left unfinished."""
    writer = _connect(f"{path.as_uri()}?mode=rw")
    try:
        writer.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        writer.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run one all-or-nothing change; waits for other writers, with a jittered retry."""
    for attempt in range(1, TRIES + 1):
        try:
            connection.execute("BEGIN IMMEDIATE")
            break
        except sqlite3.OperationalError as problem:
            if "locked" not in str(problem) or attempt == TRIES:
                raise
            time.sleep(0.05 + os.urandom(1)[0] / 512)  # a jitter of half a second at most
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's refusals into a plain sentence with the way out."""
    try:
        yield
    except OSError as problem:
        raise storage_problem(problem, path) from problem
    except UnicodeDecodeError as problem:  # sqlite3 quotes damaged text in its messages
        raise _damaged(path) from problem
    except sqlite3.Error as problem:
        raise _plainly(problem, path) from problem


def _plainly(problem: sqlite3.Error, path: Path) -> StoreProblem:
    words = str(problem).lower()
    if "locked" in words:
        return StoreProblem(
            "Another complaintkit is writing to the log and has not finished.",
            fix="Wait for it to end, then do it again.",
        )
    if "full" in words:
        return StoreProblem(
            f"The disk is full. Nothing was changed in {path}.",
            fix="Free some space, then do it again.",
        )
    if "disk i/o" in words:  # after COMMIT the change may stand all the same: claim nothing
        return StoreProblem(
            f"The disk is full or gave an error while {path} was in use.",
            fix="Free some space and check the disk; see what was saved before you do it again.",
        )
    if "readonly" in words or "unable to open" in words:
        return storage_problem(PermissionError(13, "read-only"), path)
    if any(sign in words for sign in ("malformed", "not a database", "could not decode")):
        return _damaged(path)
    return StoreProblem(
        f"The log in {path} refused the change: {words}.",
        fix="Run `complaintkit verify`; nothing was saved.",
    )


def _damaged(path: Path) -> StoreProblem:
    return StoreProblem(
        f"The log in {path} is damaged and was left as it is.",
        fix="Run `complaintkit verify` to see what can be read, and keep a copy of the file.",
    )


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=WAIT_SECONDS)
    for setting in (
        "synchronous = EXTRA",
        "fullfsync = ON",
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
    ):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _version(connection: sqlite3.Connection, path: Path, *, newest: int) -> int:
    connection.execute("BEGIN")  # one look: another program may be making the log just now
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    has_tables = _has_tables(connection)
    connection.execute("COMMIT")
    if version > newest:
        raise StoreProblem(
            f"The log in {path} was written by a newer complaintkit (its version is {version}, "
            f"this one knows {newest}).",
            fix="Install the newest complaintkit. Nothing was changed.",
        )
    if application != migrations.APPLICATION_ID and (application or version or has_tables):
        raise StoreProblem(
            f"{path} is not a complaintkit log.",
            fix="Move that file elsewhere, or choose another place with --home.",
        )
    if has_tables != (version > 0):
        raise _damaged(path)
    return version


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None


def _begin(home: Home, *, begun: bool) -> None:
    if begun:
        raise _lost(home, "is not there")
    private_folder(home.folder)
    try:
        os.close(os.open(home.database, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as problem:
        raise storage_problem(problem, home.folder) from problem


def _refuse_if_lost(home: Home, *, begun: bool, version: int) -> None:
    if begun and not version:
        raise _lost(home, "is empty")


def _lost(home: Home, how: str) -> StoreProblem:
    return StoreProblem(
        f"A log was begun in {home.folder}, but {home.database.name} {how}.",
        fix=f"Put the file back from a copy (see {home.backups}). To begin anew, use another "
        "place with --home; nothing is created here in its stead.",
    )


def _set_mark(home: Home) -> None:
    if home.mark.exists():
        return
    descriptor = os.open(home.mark, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, b"complaintkit keeps a log here. Do not delete log.db.\n")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    sync_folder(home.folder)


def _back_up(connection: sqlite3.Connection, home: Home, version: int) -> None:
    """Copy the log before a migration, verified and synced, beside the others."""
    private_folder(home.backups)
    target = home.backups / f"before-version-{version + 1}.db"
    if target.exists():
        return
    beside = target.with_name(f"{target.name}.{os.getpid()}.part")
    beside.unlink(missing_ok=True)
    os.close(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    connection.execute("VACUUM INTO ?", (str(beside),))
    copy = sqlite3.connect(beside)
    try:
        sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        copied: int = copy.execute("PRAGMA user_version").fetchone()[0]
    finally:
        copy.close()
    if copied != version:  # another program has just done all this, and has its own copy
        beside.unlink()
        return
    if not sound:
        raise StoreProblem(
            f"The log in {home.database} is damaged, so it was not brought to the new version.",
            fix="Run `complaintkit verify`, and keep a copy of the file.",
        )
    with beside.open("rb+") as finished:
        os.fsync(finished.fileno())
    beside.replace(target)
    sync_folder(home.backups)
