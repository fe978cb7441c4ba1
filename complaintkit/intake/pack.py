"""What lies in a pack from somewhere else, read so that it can do no harm?

Nothing is ever extracted. A zip is refused whole where a name or a size is not what a
pack has (facts/reliability.md, section 4.2: zip-slip, links, bombs).
"""

import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast
from unicodedata import category, normalize

from complaintkit.errors import FileUnusable
from complaintkit.rules.slug import is_reserved, same_key

MOST_MEMBERS = 5_000
MOST_BYTES = 4 << 30
MOST_RATIO = 100
LONGEST_PATH = 1_000
SMALL = 1 << 20
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError)
"""What reading a damaged member may raise."""

_BEGINNING = "bagit.txt"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NOT_IN_NAMES = frozenset('\\:*?"<>|')


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack open for reading. `sizes` holds the bytes of each file by its path in the bag."""

    name: str
    sizes: Mapping[str, int]
    opener: Callable[[str], BinaryIO]

    def open(self, path: str) -> BinaryIO:
        """Open one file. Reading it may raise one of DAMAGE."""
        return self.opener(path)


@contextmanager
def open_pack(path: Path) -> Iterator[Pack]:
    """Open a pack: a zip, or the folder it was unzipped to.

    Raises FileUnusable for anything that is no pack, or that a pack never holds.
    """
    if path.is_dir():
        yield _folder_pack(path)
        return
    with _ordinary_stream(path) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as problem:
            raise FileUnusable(
                f"{path} cannot be opened as a pack: it is no zip file, or it is damaged.",
                fix="Get the file again, or name the pack's folder if it was unzipped.",
            ) from problem
        with archive:
            yield _zip_pack(path, archive)


def is_pack_folder(path: Path) -> bool:
    """Whether a folder is an unzipped pack, or holds one and nothing else that matters."""
    return path.is_dir() and _bag_folder(path) is not None


@contextmanager
def _ordinary_stream(path: Path) -> Iterator[BinaryIO]:
    """Open without waiting on a pipe or a device; a link to an ordinary file will do."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as problem:
        reason = (getattr(problem, "strerror", "") or "the name cannot be used").lower()
        raise FileUnusable(
            f"{path} could not be read: {reason}.", fix="Check the name and the folder."
        ) from problem
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise FileUnusable(f"{path} is no ordinary file.", fix="Name the pack's zip file.")
        yield stream


def _zip_pack(path: Path, archive: zipfile.ZipFile) -> Pack:
    found = archive.infolist()
    _refuse_if(len(found) > MOST_MEMBERS, path, f"it has {len(found):,} files")
    _refuse_if(
        sum(member.file_size for member in found) > MOST_BYTES, path, "it unpacks to over 4 GB"
    )
    for member in found:
        shown = ascii(member.orig_filename[:100])
        _refuse_if(_is_odd_member(member), path, f"{shown} is a link, locked or no ordinary file")
        _refuse_if(_is_bomb(member), path, f"{shown} unpacks to far more than it holds")
    names = [member.orig_filename for member in found]
    _check_names(path, (name.removesuffix("/") for name in names))
    tops = {name.partition("/")[0] for name in names}
    _refuse_if(len(tops) != 1, path, "not everything lies in one folder")
    members = {
        normalize("NFC", member.orig_filename.partition("/")[2]): member
        for member in found
        if not member.is_dir()
    }
    _refuse_if("" in members, path, "it has no folder")
    sizes = {name: member.file_size for name, member in members.items()}

    def opened(name: str) -> BinaryIO:
        return cast("BinaryIO", archive.open(members[name]))

    return Pack(name=tops.pop(), sizes=sizes, opener=opened)


def _is_odd_member(member: zipfile.ZipInfo) -> bool:
    mode = member.external_attr >> 16
    usual = stat.S_IFDIR if member.is_dir() else stat.S_IFREG
    return bool(
        stat.S_IFMT(mode) not in (0, usual)
        or member.flag_bits & 0x1
        or member.compress_type not in _METHODS
        or (member.is_dir() and member.file_size)
    )


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > SMALL and member.file_size > MOST_RATIO * member.compress_size


def _folder_pack(path: Path) -> Pack:
    folder = _bag_folder(path)
    if folder is None:
        raise FileUnusable(
            f"{path} is no pack: it has no {_BEGINNING}.",
            fix="Name a pack's zip file, or the folder it was unzipped to.",
        )
    sizes: dict[str, int] = {}
    real: dict[str, Path] = {}
    names: list[str] = []
    for name, status in _walk(folder, ""):
        is_plain = stat.S_ISREG(status.st_mode)
        _refuse_if(not is_plain, path, f"{name[:100]!a} is a link or no ordinary file")
        names.append(name)
        _refuse_if(len(names) > MOST_MEMBERS, path, f"it has over {MOST_MEMBERS:,} files")
        sizes[normalize("NFC", name)] = status.st_size
        real[normalize("NFC", name)] = folder / name
    _check_names(path, names)
    return Pack(name=folder.name, sizes=sizes, opener=lambda name: real[name].open("rb"))


def _bag_folder(path: Path) -> Path | None:
    """Return the folder that holds bagit.txt: this one, or the only one in it."""
    if (path / _BEGINNING).is_file() or (path / "manifest-sha256.txt").is_file():
        return path
    try:
        inner = [one for one in path.iterdir() if one.is_dir() and not one.is_symlink()]
    except OSError:
        return None
    return inner[0] if len(inner) == 1 and (inner[0] / _BEGINNING).is_file() else None


def _walk(folder: Path, within: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda one: one.name)
    except OSError as problem:
        raise FileUnusable(
            f"{folder} could not be read: {(problem.strerror or 'unknown reason').lower()}.",
            fix="Give yourself the right to read it.",
        ) from problem
    for entry in entries:
        name = f"{within}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, f"{name}/")
        else:
            yield name, entry.stat(follow_symlinks=False)


def _check_names(path: Path, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        shown = ascii(name[:100])
        _refuse_if(not _is_safe(name), path, f"{shown} is no name for a file in it")
        key = same_key(name)
        _refuse_if(key in seen, path, f"{shown} is in it twice, or differs only in capitals")
        seen.add(key)


def _is_safe(name: str) -> bool:
    parts = name.split("/")
    return len(name.encode("utf-8", "replace")) <= LONGEST_PATH and all(
        part not in ("", ".", "..")
        and part == part.rstrip(". ")
        and not _NOT_IN_NAMES & set(part)
        and not is_reserved(part)
        and all(category(one) not in ("Cc", "Cs") for one in part)
        for part in parts
    )


def _refuse_if(refused: bool, path: Path, why: str) -> None:  # noqa: FBT001 - reads as a sentence
    if refused:
        raise FileUnusable(
            f"{path} is not read: {why}. No pack of complaintkit looks like that.",
            fix="Ask whoever sent it to make the pack again.",
        )


def read_whole(pack: Pack, path: str, *, most: int) -> bytes:
    """Return one small file of a pack. Raises one of DAMAGE; ValueError where it is larger."""
    with pack.open(path) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise ValueError(path)
    return content
