"""How is a value removed for good, and what stays?

Only the commitment stays in the chain, and an entry that says what was erased, when and why. Copies
made earlier (packs, letters, backups) still hold it, and the person is told so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from complaintkit.errors import AnswerMissing, WrongUsage
from complaintkit.model.entry import Entry, EntryKind, NewEntry, Recording, Saved
from complaintkit.rules.privacy import is_sha256
from complaintkit.rules.shape import flatten
from complaintkit.rules.words import clean
from complaintkit.store import exhibits
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.recording import entry_at, unmoved

FILE = ("sha256", "name", "title", "size")
"""The fields of an exhibit or a letter that speak of its file."""
_NEVER = ("entry", "number", "belongs_to.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasable:
    """A field of an entry whose value can be erased."""

    path: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was erased, and what else holds the same: `beside` are commands to go on with."""

    case_name: str
    saved: Saved
    paths: tuple[str, ...]
    beside: tuple[str, ...] = ()
    file_is_gone: bool = False
    file_stays: bool = False


def erasable(log: Log, case: str | None, number: int) -> tuple[Erasable, ...]:
    """Return the fields of entry #number whose values can be erased. Raises EntryNotFound."""
    return tuple(_fields(entry_at(log, find_case(log, case), number)))


def erase(
    log: Log,
    case: str | None,
    number: int,
    paths: Sequence[str],
    recording: Recording,
    *,
    why: str,
    with_file: bool = False,
) -> Erased:
    """Remove values of entry #number for good; `with_file` its kept file too.

    Raises EntryNotFound, WrongUsage for a field that is not there or is never erased, AnswerMissing
    where nothing is named. A case that is closed can still have something erased.
    """
    row = find_case(log, case)
    entry = entry_at(log, row, number)
    wanted = _wanted(entry, paths, with_file=with_file)
    fields = flatten({"entry": entry.id, "path": list(wanted), "why": clean(why, "reason")})
    new = NewEntry(id=recording.new_id(), kind=EntryKind.ERASE, fields=fields)
    sha256 = entry.values.get("sha256") or ""
    (saved,) = log.append(row.case_id, [new], recording, guard=unmoved(row))
    log.erase(row.case_id, new.id)
    stays = with_file and _is_named_elsewhere(log, sha256, entry)
    gone = with_file and not stays and _remove(exhibits.path_of(log.home, sha256))
    return Erased(
        case_name=row.name,
        saved=saved,
        paths=wanted,
        beside=tuple(_beside(log, row, entry, wanted)),
        file_is_gone=gone,
        file_stays=stays,
    )


def finish_erasures(log: Log) -> int:
    """Carry out erasures that were written down and then broken off, and return how many."""
    done = 0
    for row in log.cases():
        by_id = {entry.id: entry for entry in log.entries(row.case_id)}
        for entry in by_id.values():
            target = by_id.get(entry.values.get("entry") or "")
            if entry.kind is not EntryKind.ERASE or target is None:
                continue
            named = [text for path, text in entry.values.items() if path.startswith("path.")]
            if any(target.values.get(path or "") is not None for path in named):
                log.erase(row.case_id, entry.id)
                done += 1
    return done


def _fields(entry: Entry) -> Iterator[Erasable]:
    for path, value in entry.values.items():
        is_fixed = path.startswith(_NEVER) or (
            entry.kind is EntryKind.ERASE and path.startswith("path.")
        )
        if value is not None and not is_fixed:
            yield Erasable(path=path, value=value)


def _wanted(entry: Entry, paths: Sequence[str], *, with_file: bool) -> tuple[str, ...]:
    known = [one.path for one in _fields(entry)]
    if with_file and not is_sha256(entry.values.get("sha256") or ""):
        raise WrongUsage(f"#{entry.seq} keeps no file.", fix="Leave --file out.")
    asked = [*paths, *(path for path in FILE if with_file and path in known)]
    if not asked:
        raise AnswerMissing(
            f"Which fields of #{entry.seq} should be erased?",
            fix=f"Name one or more of: {', '.join(known)}.",
        )
    found: list[str] = []
    for path in asked:
        under = [one for one in known if one == path or one.startswith(f"{path}.")]
        if not under:
            raise WrongUsage(
                f"#{entry.seq} has no field “{path}” that can be erased.",
                fix=f"It has: {', '.join(known)}.",
            )
        found += under
    return tuple(dict.fromkeys(found))


def _beside(log: Log, row: CaseRow, entry: Entry, paths: Sequence[str]) -> Iterator[str]:
    """Yield entries that set the same fields again: a correction holds the newer words."""
    for other in log.entries(row.case_id):
        if other.kind is EntryKind.CORRECTION and other.values.get("entry") == entry.id:
            same = [path for path in paths if other.values.get(f"set.{path}") is not None]
            if same:
                yield f"{other.seq} {' '.join(f'set.{path}' for path in same)}"


def _is_named_elsewhere(log: Log, sha256: str, entry: Entry) -> bool:
    return any(
        one.values.get("sha256") == sha256 and one.id != entry.id
        for row in log.cases()
        for one in log.entries(row.case_id)
    )


def _remove(path: Path) -> bool:
    try:
        path.chmod(0o600)
        path.unlink()
    except FileNotFoundError:
        return False
    return True
