"""Which files go with a record, and where does each of them lie?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from complaintkit.model.case import Case, Exhibit, SentLetter
from complaintkit.model.record import SharedFile
from complaintkit.rules.privacy import is_sha256
from complaintkit.rules.slug import safe_file_name, unique_names
from complaintkit.store import exhibits
from complaintkit.store.journal import Log


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The kept files of a case by the SHA-256 that was recorded, and what to know of them."""

    shared: Mapping[str, SharedFile]
    places: Mapping[str, Path]
    warnings: tuple[str, ...] = ()

    def find(self, file: SharedFile) -> Path | None:
        """Return where a file lies, or None where it is not given."""
        return self.places.get(file.recorded)


def found_files(log: Log, case: Case) -> Files:
    """Look for every exhibit and letter of a case.

    A file that is missing or has another size is named in a warning and not given; whether its
    bytes are those recorded is for `verify`, and for the pack, which hashes as it copies.
    """
    shared: dict[str, SharedFile] = {}
    places: dict[str, Path] = {}
    warnings = []
    for sha256, (kept, path) in pack_paths(case).items():
        source = exhibits.path_of(log.home, sha256)
        if source.is_file() and source.stat().st_size == kept.size:
            shared[sha256] = SharedFile(recorded=sha256, path=path, sha256=sha256)
            places[sha256] = source
        else:
            shared[sha256] = SharedFile(recorded=sha256, left_out="it is missing or damaged")
            warnings.append(f"{kept.name} is missing or damaged, so it is not shown.")
    return Files(shared=shared, places=places, warnings=tuple(warnings))


def pack_paths(case: Case) -> dict[str, tuple[Exhibit | SentLetter, str]]:
    """Return by SHA-256 each kept file with its path in a pack; the same file goes in once."""
    found: dict[str, tuple[Exhibit | SentLetter, str]] = {}
    for exhibit in (one for one in case.exhibits if is_sha256(one.sha256)):
        path = f"exhibits/{exhibit.number:02d}-{safe_file_name(exhibit.name)}"
        found.setdefault(exhibit.sha256, (exhibit, path))
    letters = [one for one in case.letters if is_sha256(one.sha256)]
    endings = [PurePosixPath(safe_file_name(one.name)).suffix.lower() for one in letters]
    names = unique_names(
        f"letter-{one.number}{ending}" for one, ending in zip(letters, endings, strict=True)
    )
    for letter, name in zip(letters, names, strict=True):
        found.setdefault(letter.sha256, (letter, f"letters/{name}"))
    return found
