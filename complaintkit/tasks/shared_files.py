"""Which files go with a copy of the record, and what had to be changed in them first?"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from complaintkit.intake.inside import attached, text_inside
from complaintkit.intake.readable import MAIL, TEXT, decoded, mail_text
from complaintkit.model.case import Case, Exhibit, SentLetter
from complaintkit.model.record import SharedFile
from complaintkit.render.photo_copy import without_camera_data
from complaintkit.rules.privacy import is_sha256
from complaintkit.rules.redaction import Masks
from complaintkit.rules.slug import safe_file_name, unique_names
from complaintkit.store import exhibits
from complaintkit.store.journal import Log

CLEANABLE = ("image/jpeg", "image/png", "image/webp")
_WITH_PLACE = re.compile(r"image/(?:hei[cf]|avif|tiff)|video/")
_EDITABLE = re.compile(r"text/|application/(?:json|xml)$|message/rfc822$")

Words = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The files of a case as they go out, by the SHA-256 that was recorded.

    `places` holds where the bytes are, or the bytes themselves where the copy was changed.
    """

    shared: Mapping[str, SharedFile]
    places: Mapping[str, Path | bytes]
    warnings: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def find(self, file: SharedFile) -> Path | bytes | None:
        """Return where a file is, or its bytes, or None where it is not given."""
        return self.places.get(file.recorded)


@dataclass(slots=True)
class _Making:
    masks: Masks
    words: Words
    shared: dict[str, SharedFile] = field(default_factory=dict)
    places: dict[str, Path | bytes] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


def shared_files(
    log: Log, case: Case, masks: Masks, *, words: Words, originals: bool = False
) -> Files:
    """Return every kept file of a case as it may be shared.

    Pictures lose the camera's data; texts and e-mails have numbers masked; what holds such a number
    and cannot be masked is left out, each time with a sentence. `originals`: every file goes out
    byte for byte as recorded. A file that is missing or has another size is named in a warning.
    `words` are those of `data/sharing.yaml`.
    """
    making = _Making(masks=masks, words=words)
    for sha256, (kept, path) in _pack_paths(case).items():
        source = exhibits.path_of(log.home, sha256)
        if not source.is_file() or source.stat().st_size != kept.size:
            making.shared[sha256] = SharedFile(
                recorded=sha256, left_out="it is missing or damaged", is_missing=True
            )
            making.warnings.append(f"{kept.name} is missing or damaged, so it is not in it.")
        elif originals or masks.is_off:
            _give(making, sha256, path, source, _media_type(kept, source))
        else:
            _share(making, kept, sha256, path, source)
    return Files(
        shared=making.shared,
        places=making.places,
        warnings=tuple(making.warnings),
        removed=tuple(making.removed),
    )


def _share(
    making: _Making, kept: Exhibit | SentLetter, sha256: str, path: str, source: Path
) -> None:
    """Give a file as it is, as a changed copy, or leave it out."""
    kind, said = _media_type(kept, source), making.words["files"]
    if kind in CLEANABLE:
        cleaned = without_camera_data(source.read_bytes())
        if cleaned is None:
            _leave_out(making, kept, sha256, said["place"])
        else:
            _give_copy(making, sha256, path, source, _Copy(cleaned, kind, said["photo"]))
        return
    if _WITH_PLACE.match(kind):
        _leave_out(making, kept, sha256, said["place"])
        return
    text = text_inside(source, kind)
    if text is None:
        if making.masks.people:
            _leave_out(making, kept, sha256, said["hidden-name"])
            return
        making.warnings.append(f"{kept.name} goes as it is; what is in it was not looked into.")
        _give(making, sha256, path, source, kind)
    elif making.masks.apply(text).text == text and not _has_camera_data(source, kind):
        _give(making, sha256, path, source, kind)
    elif _EDITABLE.match(kind):
        _give_masked(making, kept, sha256, path, source)
    else:
        _leave_out(making, kept, sha256, said["hidden-number"])


def _has_camera_data(source: Path, kind: str) -> bool:
    """Whether a picture that came with a message says where it was taken."""
    if kind != MAIL:
        return False
    pictures = [part for kind, part, _ in attached(source.read_bytes()) if kind in CLEANABLE]
    return any(without_camera_data(part) != part for part in pictures)


class _Copy(NamedTuple):
    """A changed copy: its bytes, their kind, and why it differs from what was recorded."""

    content: bytes
    media_type: str
    why: str


def _give(making: _Making, sha256: str, path: str, source: Path, kind: str) -> None:
    making.shared[sha256] = SharedFile(recorded=sha256, path=path, sha256=sha256, media_type=kind)
    making.places[sha256] = source


def _give_copy(making: _Making, sha256: str, path: str, source: Path, copy: _Copy) -> None:
    digest = hashlib.sha256(copy.content).hexdigest()
    if digest == sha256:
        _give(making, sha256, path, source, copy.media_type)
        return
    making.shared[sha256] = SharedFile(
        recorded=sha256, path=path, sha256=digest, media_type=copy.media_type, changed=copy.why
    )
    making.places[sha256] = copy.content


def _give_masked(
    making: _Making, kept: Exhibit | SentLetter, sha256: str, path: str, source: Path
) -> None:
    """Give a text with its numbers masked; a message as plain text, without what came with it."""
    said, kind = making.words["files"], _media_type(kept, source)
    content = source.read_bytes()
    why = said["names" if making.masks.people else "numbers"]
    text = decoded(content)
    if kind == MAIL:
        text, path, kind, why = mail_text(content), f"{path}.txt", TEXT, said["as-text"]
    masked = making.masks.apply(text).text.encode()
    _give_copy(making, sha256, path, source, _Copy(masked, kind, why))
    making.removed.append(f"{kept.name}: {why}")


def _leave_out(making: _Making, kept: Exhibit | SentLetter, sha256: str, why: str) -> None:
    making.shared[sha256] = SharedFile(recorded=sha256, left_out=why)
    told = making.words["files"]["left-out"].format(why=why)
    making.removed.append(f"{kept.name}: {told}")


def _media_type(kept: Exhibit | SentLetter, source: Path) -> str:
    """Return the kind of a kept file; a letter whose kind nothing tells is text."""
    if isinstance(kept, Exhibit) and kept.media_type:
        return kept.media_type
    with source.open("rb") as stream:
        kind = exhibits.media_type(kept.name, stream.read(16))
    is_untold = kind == exhibits.UNKNOWN and isinstance(kept, SentLetter)
    return TEXT if is_untold else kind


def _pack_paths(case: Case) -> dict[str, tuple[Exhibit | SentLetter, str]]:
    """Return by SHA-256 each kept file with its path in a pack; the same file goes in once."""
    found: dict[str, tuple[Exhibit | SentLetter, str]] = {}
    for exhibit in (one for one in case.exhibits if is_sha256(one.sha256)):
        path = f"exhibits/{exhibit.number:02d}-{safe_file_name(exhibit.name)}"
        found.setdefault(exhibit.sha256, (exhibit, path))
    for letter, name in _letter_names([one for one in case.letters if is_sha256(one.sha256)]):
        found.setdefault(letter.sha256, (letter, f"letters/{name}"))
    return found


def _letter_names(letters: Sequence[SentLetter]) -> Iterator[tuple[SentLetter, str]]:
    endings = [PurePosixPath(safe_file_name(one.name)).suffix.lower() for one in letters]
    names = unique_names(
        f"letter-{one.number}{ending}" for one, ending in zip(letters, endings, strict=True)
    )
    return zip(letters, names, strict=True)
