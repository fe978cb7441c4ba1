"""How is a pack written, so that a stranger can check every file with common tools?

BagIt 1.0 (RFC 8493) as a zip: each file is read once, hashed and copied in the same pass.
Same files and same name give the same bytes.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from complaintkit.errors import FileUnusable
from complaintkit.rules.visible import one_line

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"

_CHUNK = 1 << 20
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_READABLE_FILE = 0o100644 << 16
_UNIX = 3
_TEXT = frozenset({".txt", ".json", ".csv", ".yaml", ".md", ".html", ".eml", ".ics", ".xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """A file to put in. `path` lies within data/; `sha256`, where given, is what it must be."""

    path: str
    content: bytes | Path
    sha256: str = ""


def write_bag(
    stream: BinaryIO, *, name: str, bag_info: Mapping[str, str], files: Iterable[PackFile]
) -> tuple[str, ...]:
    """Write a bag as a zip with one folder `name` at its top, and return the paths within it.

    Raises FileUnusable where a file is not the one that was recorded.
    """
    payload: dict[str, str] = {}
    octets = 0
    with zipfile.ZipFile(stream, "w") as archive:
        for file in sorted(files, key=lambda file: file.path):
            path = f"data/{file.path}"
            payload[path], size = _add(archive, f"{name}/{path}", file)
            octets += size
        tags = tag_files(payload, octets, bag_info)
        for path, text in tags.items():
            _add(archive, f"{name}/{path}", PackFile(path=path, content=text.encode()))
    return (*payload, *tags)


def tag_files(
    payload: Mapping[str, str], octets: int, bag_info: Mapping[str, str]
) -> dict[str, str]:
    """Return the files beside data/: what the bag is, and the SHA-256 of everything in it.

    `payload` holds the SHA-256 of each file by its path, `octets` their bytes together.
    """
    oxum = {"Payload-Oxum": f"{octets}.{len(payload)}"}
    tags = {
        "bag-info.txt": _info_lines({**bag_info, **oxum}),
        "bagit.txt": DECLARATION,
        MANIFEST: _manifest_lines(payload),
    }
    sealed = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in tags.items()}
    return {**tags, TAG_MANIFEST: _manifest_lines(sealed)}


def copy_of(file: PackFile, target: BinaryIO) -> tuple[str, int]:
    """Copy a file of a pack to a stream, and return its SHA-256 and how many bytes it has.

    Raises FileUnusable where it is not the one that was recorded.
    """
    hasher, size = hashlib.sha256(), 0
    with _opened(file) as source:
        for chunk in _chunks(source):
            hasher.update(chunk)
            target.write(chunk)
            size += len(chunk)
    if file.sha256 and hasher.hexdigest() != file.sha256:
        raise not_as_recorded(file.path)
    return hasher.hexdigest(), size


def _add(archive: zipfile.ZipFile, path: str, file: PackFile) -> tuple[str, int]:
    member = zipfile.ZipInfo(path, date_time=_LONG_AGO)
    member.create_system = _UNIX
    member.external_attr = _READABLE_FILE
    is_text = PurePosixPath(path).suffix.lower() in _TEXT
    member.compress_type = zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED
    with _opened(file) as source:
        member.file_size = source.seek(0, io.SEEK_END)
    with archive.open(member, "w") as copy:
        return copy_of(file, cast("BinaryIO", copy))


def not_as_recorded(name: str) -> FileUnusable:
    """Return the refusal for a kept copy that is not the file that was attached."""
    return FileUnusable(
        f"The kept copy of {name} is missing or damaged, so the pack would not be whole."
        " Nothing was written.",
        fix="Run `complaintkit verify` to see what differs.",
    )


def _opened(file: PackFile) -> BinaryIO:
    if isinstance(file.content, bytes):
        return io.BytesIO(file.content)
    try:
        return file.content.open("rb")
    except OSError as problem:
        raise not_as_recorded(file.path) from problem


def _chunks(source: BinaryIO) -> Iterator[bytes]:
    while chunk := source.read(_CHUNK):
        yield chunk


def _info_lines(bag_info: Mapping[str, str]) -> str:
    told = {label: one_line(text) for label, text in bag_info.items()}
    return "".join(f"{label}: {text}\n" for label, text in told.items() if text)


def _manifest_lines(digests: Mapping[str, str]) -> str:
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests))
