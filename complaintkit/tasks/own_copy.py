"""How does a person write a case out as a file that they can read, edit and import again?"""

import hashlib
from pathlib import Path

from complaintkit.errors import CannotWrite
from complaintkit.model.case import Case, Exhibit, SentLetter
from complaintkit.rules import privacy
from complaintkit.rules.slug import unique_names
from complaintkit.store import exhibits
from complaintkit.store.home import Home, write_whole, writing_whole

CASE_FILE = "case.yaml"
_ENDINGS = (".yaml", ".yml")


def write_case_file(
    home: Home, case: Case, *, slug: str, target: Path | None
) -> tuple[Path, tuple[str, ...]]:
    """Write the case file with the kept files beside it, and return its path and their names.

    `target` is a file called .yaml or .yml, or a folder; None: the person's documents. Raises
    CannotWrite where another file is in the way, FileUnusable where a kept one is damaged.
    """
    from complaintkit.render.case_file import case_file_yaml

    path = _place(home, slug, target)
    names = _names_beside(case, path.name)
    _refuse_foreign(path.parent, names)
    for sha256, name in names.items():
        if not (path.parent / name).exists():
            _copy(exhibits.path_of(home, sha256), sha256, path.parent / name)
    write_whole(path, case_file_yaml(case, file_names=names).encode())
    return path, tuple(names.values())


def _place(home: Home, slug: str, target: Path | None) -> Path:
    """Return where the case file goes: any target not called .yaml or .yml is a folder."""
    default = f"{slug}/{CASE_FILE}"
    if target is None:
        return home.documents / slug / default
    is_file = target.suffix.lower() in _ENDINGS and not target.is_dir()
    return target if is_file else target / default


def _names_beside(case: Case, case_file: str) -> dict[str, str]:
    """Return by SHA-256 the name of each kept file beside the case file, stable over imports."""
    found: dict[str, str] = {}
    files: tuple[Exhibit | SentLetter, ...] = (*case.exhibits, *case.letters)
    for kept in files:
        if privacy.is_sha256(kept.sha256):
            found.setdefault(kept.sha256, kept.name)
    return dict(zip(found, unique_names(found.values(), taken=[case_file]), strict=True))


def _refuse_foreign(folder: Path, names: dict[str, str]) -> None:
    for sha256, name in names.items():
        path = folder / name
        if not path.exists() and not path.is_symlink():
            continue
        if not path.is_file() or exhibits.digest(path) != sha256:
            raise CannotWrite(
                f"{path} is there already and is another file. Nothing was written.",
                fix="Choose an empty folder with -o FOLDER, or move that file away.",
            )


def _copy(source: Path, sha256: str, target: Path) -> None:
    from complaintkit.render.bag import not_as_recorded

    hasher = hashlib.sha256()
    with writing_whole(target) as beside:
        if not source.is_file():
            raise not_as_recorded(target.name)
        with source.open("rb") as kept, beside.open("wb") as copy:
            while chunk := kept.read(exhibits.CHUNK):
                hasher.update(chunk)
                copy.write(chunk)
        if hasher.hexdigest() != sha256:
            raise not_as_recorded(target.name)
