"""Where are the files, and is each still the one that was copied in?

A file is copied and synced before the entry that mentions it (skipping that lost 1,370
of 2,002 power-cut images, facts/reliability.md). It is named by its SHA-256.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from complaintkit.errors import FileUnusable
from complaintkit.store.home import Home, private_folder, storage_problem, sync_folder

CHUNK = 1 << 20
UNKNOWN = "application/octet-stream"

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
)
_IN_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_BRANDS = (  # the first letters of what a telephone records: ISO base media
    (b"hei", "image/heic"),
    (b"hev", "image/heic"),
    (b"mif1", "image/heic"),
    (b"avif", "image/avif"),
    (b"M4A", "audio/mp4"),
    (b"qt", "video/quicktime"),
    (b"", "video/mp4"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file as copied in. `size` in bytes; `changed` warns that it changed while copied."""

    sha256: str
    name: str
    size: int
    media_type: str
    modified_at: str
    changed: bool = False


def keep(home: Home, source: Path) -> Kept:
    """Copy a file into the log's folder, synced, and return its hash and its own facts.

    Raises FileUnusable for anything but an ordinary readable file; StoreProblem where
    the copy cannot be written.
    """
    with _ordinary_file(source) as (stream, before):
        sha256, size, first = _copy(home, stream)
        after = os.fstat(stream.fileno())
    return Kept(
        sha256=sha256,
        name=source.name,
        size=size,
        media_type=media_type(source.name, first),
        modified_at=datetime.fromtimestamp(before.st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        changed=(before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
        or size != after.st_size,
    )


def keep_bytes(home: Home, content: bytes, *, name: str) -> Kept:
    """Keep bytes of our own (a letter as sent) the same way."""
    import io

    sha256, size, first = _copy(home, io.BytesIO(content))
    return Kept(
        sha256=sha256, name=name, size=size, media_type=media_type(name, first), modified_at=""
    )


def keep_stream(home: Home, stream: BinaryIO) -> str:
    """Keep what a stream gives, synced, and return its SHA-256."""
    return _copy(home, stream)[0]


def path_of(home: Home, sha256: str) -> Path:
    """Return where a kept file lies."""
    return home.exhibits / sha256[:2] / sha256


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def state(home: Home, sha256: str, size: int, *, quick: bool = False) -> str:
    """Return "" where the kept file is whole, else what differs in plain words.

    `quick` looks at its size alone.
    """
    path = path_of(home, sha256)
    if not path.is_file():
        return "the file is missing"
    found = path.stat().st_size
    if found != size:
        return f"the file has {found} bytes, {size} were recorded"
    read = sha256 if quick else digest(path)
    if read != sha256:
        return f"the file's SHA-256 is {read[:12]}…, {sha256[:12]}… was recorded"
    return ""


def media_type(name: str, first: bytes) -> str:
    """Return the kind of a file by its first bytes, else by its name."""
    for signature, kind in _SIGNATURES:
        if first.startswith(signature):
            return kind
    if first[:4] == b"RIFF" and first[8:12] in _IN_RIFF:
        return _IN_RIFF[first[8:12]]
    if first[4:8] == b"ftyp":
        return next(kind for brand, kind in _BRANDS if first[8:].startswith(brand))
    import mimetypes

    if Path(name).suffix.lower() == ".eml":
        return "message/rfc822"
    return mimetypes.guess_type(name)[0] or UNKNOWN


@contextmanager
def _ordinary_file(source: Path) -> Iterator[tuple[BinaryIO, os.stat_result]]:
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
        flags |= getattr(os, name, 0)
    try:
        if source.is_symlink():
            raise FileUnusable(
                f"{source} is a link, not a file.",
                fix=f"Attach the file it points to: {os.path.realpath(source)}",
            )
        descriptor = os.open(source, flags)
    except ValueError as problem:
        raise FileUnusable("That file name cannot be used.", fix="Check the name.") from problem
    except OSError as problem:
        raise _unreadable(problem, source) from problem
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise FileUnusable(
            f"{source} is {_nature(status.st_mode)}, not a file.",
            fix="Attach single files; a folder can be zipped first.",
        )
    with os.fdopen(descriptor, "rb") as stream:
        yield stream, status


def _nature(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a pipe" if stat.S_ISFIFO(mode) else "a device or socket"


def _unreadable(problem: OSError, source: Path) -> FileUnusable:
    if problem.errno == errno.ENOENT:
        return FileUnusable(
            f"There is no file {source}.", fix="Check the name and the folder you are in."
        )
    if problem.errno == errno.EACCES:
        if source.is_dir():
            return FileUnusable(f"{source} is a folder, not a file.", fix="Attach single files.")
        return FileUnusable(
            f"{source} cannot be read: you may not open it.",
            fix="Give yourself the right to read it, or copy it elsewhere first.",
        )
    return FileUnusable(
        f"{source} could not be read: {(problem.strerror or 'unknown reason').lower()}.",
        fix="Check the file, or attach a copy of it.",
    )


def _copy(home: Home, stream: BinaryIO) -> tuple[str, int, bytes]:
    private_folder(home.folder)
    private_folder(home.exhibits)
    beside = home.exhibits / f".{os.getpid()}-{os.urandom(4).hex()}.part"
    hasher, size, first = hashlib.sha256(), 0, b""
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as copy:
            while chunk := stream.read(CHUNK):
                first = first or chunk[:16]
                hasher.update(chunk)
                copy.write(chunk)
                size += len(chunk)
            copy.flush()
            os.fsync(copy.fileno())
        _place(home, beside, hasher.hexdigest())
    except OSError as problem:
        raise storage_problem(problem, home.exhibits) from problem
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return hasher.hexdigest(), size, first


def _place(home: Home, beside: Path, sha256: str) -> None:
    target = path_of(home, sha256)
    if not target.parent.is_dir():
        private_folder(target.parent)
        sync_folder(home.exhibits)
    if not target.exists() or digest(target) != sha256:
        beside.replace(target)
        target.chmod(0o400)
    sync_folder(target.parent)
