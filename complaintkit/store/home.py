"""Where does everything lie, and who may read it?"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from complaintkit.errors import CannotWrite, StoreProblem

APP = "complaintkit"
MARK = "complaintkit-home"


class Home(NamedTuple):
    """The private folder of the log, and the folder for letters and packs.

    `documents_in` None: the person's documents folder, looked up when it is needed.
    """

    folder: Path
    documents_in: Path | None = None

    @property
    def documents(self) -> Path:
        """Where letters and packs go unless the person says otherwise."""
        return self.documents_in or documents_folder()

    @property
    def database(self) -> Path:
        return self.folder / "log.db"

    @property
    def exhibits(self) -> Path:
        return self.folder / "exhibits"

    @property
    def recovery(self) -> Path:
        return self.folder / "recovery"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def templates(self) -> Path:
        return self.folder / "templates"

    @property
    def agencies(self) -> Path:
        """Where the person's own packs of bodies outside the company lie."""
        return self.folder / "agencies"

    @property
    def mark(self) -> Path:
        """A file that says a log was begun here: where it is, the log must be too."""
        return self.folder / MARK


def data_folder() -> Path:
    """Return the folder for data of this person, as platformdirs places it.

    A few lines of our own spare a slow import on Linux (a test holds both equal).
    """
    if sys.platform.startswith("linux"):
        base = os.environ.get("XDG_DATA_HOME", "").strip()
        return (Path(base) if base else Path.home() / ".local" / "share") / APP
    import platformdirs

    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def documents_folder() -> Path:
    """Return the person's documents folder with a folder of ours in it."""
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / APP


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter (0700), missing parents included.

    Raises StoreProblem where that cannot be done.
    """
    try:
        for missing in reversed([one for one in folder.parents if not one.exists()]):
            missing.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as problem:
        raise storage_problem(problem, folder) from problem


def sync_folder(folder: Path) -> None:
    """Make new names in a folder durable, where the system can (not on Windows)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def storage_problem(problem: OSError, path: Path) -> StoreProblem:
    """Return the plain sentence for an operating system's refusal."""
    import errno

    if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StoreProblem(
            f"The disk is full. Nothing was changed in {path}.",
            fix="Free some space, then do it again.",
        )
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreProblem(
            f"{path} cannot be written: it is read-only for you.",
            fix="Give yourself write access to it, or choose another place with "
            "--home or COMPLAINTKIT_HOME.",
        )
    reason = problem.strerror or "the system gave no reason"
    return StoreProblem(
        f"{path} could not be used: {reason.lower()}.",
        fix="Check the folder, or choose another place with --home or COMPLAINTKIT_HOME.",
    )


def write_whole(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write a file beside its target, then move it into place; never half of it.

    Raises CannotWrite with the way out; an existing file stays as it was then.
    """
    with writing_whole(path, mode=mode) as beside:
        beside.write_bytes(content)


def write_new(path: Path, content: bytes) -> None:
    """Write a file of the person's own that must not be there yet, its folders included.

    Raises CannotWrite where there is anything of that name: it stays as it is.
    """
    private_folder(path.parent)
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise CannotWrite(
            f"{path} is there already. Nothing was written.",
            fix="Change that one, or move it away first.",
        ) from None
    except OSError as problem:
        raise storage_problem(problem, path) from problem


@contextmanager
def writing_whole(path: Path, *, mode: int = 0o600) -> Iterator[Path]:
    """Give a file to fill beside `path`; it is moved into place when all went well."""
    beside = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "is a folder", str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode))
        yield beside
        with beside.open("rb+") as finished:
            os.fsync(finished.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as problem:
        reason = (problem.strerror or "the system gave no reason").lower()
        raise CannotWrite(
            f"{path} could not be written: {reason}.",
            fix="Choose another place with -o FILE.",
        ) from problem
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def keep_typed(home: Home, typed: str, *, stamp: str, name: str = "not-saved") -> Path | None:
    """Keep text that could not be saved, and return where; None where no disk takes it."""
    import tempfile

    for folder in (home.recovery, Path(tempfile.gettempdir()) / f"{APP}-recovery-{os.getpid()}"):
        with suppress(StoreProblem, CannotWrite):
            private_folder(folder)
            path = folder / f"{name}-{stamp}.txt"
            write_whole(path, typed.encode("utf-8", "surrogateescape"))
            return path
    return None
