"""How is something written down so that it stays?"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from complaintkit.errors import EntryNotFound, StoreProblem, WrongUsage
from complaintkit.model.entry import Entry, EntryKind, NewEntry, Recording, Saved
from complaintkit.rules.sentences import quoted
from complaintkit.rules.shape import Plain, flatten
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.cases import find_case

if TYPE_CHECKING:
    from complaintkit.store.exhibits import Kept


class Recorded(NamedTuple):
    """What was saved, as read back, and what the person should look at."""

    case_name: str
    saved: tuple[Saved, ...]
    notes: tuple[str, ...] = ()

    @property
    def main(self) -> Saved:
        """The entry that the person meant; files attached to it follow."""
        return self.saved[0]


def record(
    log: Log,
    row: CaseRow,
    kind: EntryKind,
    plain: Plain,
    recording: Recording,
    *,
    files: Sequence[Path] = (),
    notes: Sequence[str] = (),
    guard: Callable[[CaseRow | None], None] | None = None,
) -> Recorded:
    """Copy the files in, then record the entry and its exhibits in one transaction."""
    entry_id = recording.new_id()
    exhibits, told = keep_files(log, row, files, recording, belongs_to=entry_id)
    main = NewEntry(id=entry_id, kind=kind, fields=flatten(plain))
    if exhibits:
        guard = unmoved(row)
    saved = log.append(row.case_id, (main, *exhibits), recording, guard=guard)
    return Recorded(case_name=row.name, saved=saved, notes=(*notes, *told))


def amend(
    log: Log,
    row: CaseRow,
    fields: Mapping[str, str],
    recording: Recording,
    *,
    notes: Sequence[str] = (),
) -> Recorded:
    """Record a correction: flat fields that lie over the entry named in `entry`."""
    correction = NewEntry(id=recording.new_id(), kind=EntryKind.CORRECTION, fields=fields)
    saved = log.append(row.case_id, (correction,), recording)
    return Recorded(case_name=row.name, saved=saved, notes=tuple(notes))


def unmoved(seen: CaseRow) -> Callable[[CaseRow | None], None]:
    """Return a guard that refuses where other files took the same exhibit numbers meanwhile."""

    def guard(row: CaseRow | None) -> None:
        if row is None or row.exhibits != seen.exhibits:
            raise StoreProblem(
                "Another complaintkit added files to this case in the same moment.",
                fix="Do it again; nothing was saved.",
            )

    return guard


def keep_files(
    log: Log,
    row: CaseRow,
    files: Sequence[Path],
    recording: Recording,
    *,
    belongs_to: str = "",
    details: Mapping[str, str] | None = None,
) -> tuple[list[NewEntry], list[str]]:
    """Copy files in and return their exhibit entries; a file already kept keeps its number.

    Record them under `unmoved(row)`: the numbers follow on those that `row` shows.
    """
    if not files:
        return [], []
    from complaintkit.store import exhibits

    known, next_number = _known_exhibits(log, row), row.exhibits + 1
    entries: list[NewEntry] = []
    told: list[str] = []
    for path in files:
        kept = exhibits.keep(log.home, path)
        number = known.setdefault(kept.sha256, next_number)
        if number == next_number:
            next_number += 1
        else:
            told.append(f"{path.name} is the same file as exhibit {number}; it keeps that number.")
        if kept.changed:
            told.append(f"{path.name} changed while it was copied. Check exhibit {number}.")
        owners = [belongs_to] if belongs_to else []
        plain = {**exhibit_plain(log, kept, number, owners), **(details or {})}
        fields = {path: text for path, text in flatten(plain).items() if text}
        entries.append(NewEntry(id=recording.new_id(), kind=EntryKind.EXHIBIT, fields=fields))
    return entries, told


def exhibit_plain(log: Log, kept: "Kept", number: int, belongs_to: list[str]) -> Plain:
    """Return what the entry of an exhibit says of its kept file; what is not known is left out."""
    plain: Plain = {
        "number": str(number),
        "sha256": kept.sha256,
        "name": kept.name.encode("utf-8", "backslashreplace").decode(),
        "size": str(kept.size),
        "media_type": kept.media_type,
        "modified_at": kept.modified_at,
        "taken_at": _photo_time(log, kept),
        "belongs_to": belongs_to,
    }
    return {key: value for key, value in plain.items() if value != ""}


def _photo_time(log: Log, kept: "Kept") -> str:
    """Return when a kept photograph was taken, as its camera tells; "" for any other file."""
    from complaintkit.intake.photo import PHOTOS, taken_at
    from complaintkit.store.exhibits import path_of

    return taken_at(path_of(log.home, kept.sha256)) if kept.media_type in PHOTOS else ""


def _known_exhibits(log: Log, row: CaseRow) -> dict[str, int]:
    """Return the exhibit numbers of this case by the hash of the file."""
    return {
        entry.values.get("sha256") or "": int(entry.values.get("number") or 0)
        for entry in (log.entries(row.case_id) if row.exhibits else ())
        if entry.kind is EntryKind.EXHIBIT
    }


def must_be_open(row: CaseRow | None) -> None:
    """Refuse to write into a closed case by accident."""
    if row is not None and not row.is_open:
        raise WrongUsage(
            f"The case “{row.name}” is closed.",
            fix=f"Run `complaintkit reopen {quoted(row.name)}` first, or open a new case.",
        )


def attach(
    log: Log,
    case: str | None,
    files: Sequence[Path],
    recording: Recording,
    *,
    to: int | None,
    details: Mapping[str, str],
) -> Recorded:
    """Keep files as exhibits of the case, or of its entry number `to`."""
    row = find_case(log, case)
    must_be_open(row)
    belongs_to = entry_numbered(log, row, to) if to is not None else ""
    entries, told = keep_files(log, row, files, recording, belongs_to=belongs_to, details=details)
    saved = log.append(row.case_id, entries, recording, guard=unmoved(row))
    return Recorded(case_name=row.name, saved=saved, notes=tuple(told))


def note(log: Log, case: str | None, text: str, recording: Recording) -> Recorded:
    """Keep a private note; it is never exported."""
    from complaintkit.rules.words import clean

    row = find_case(log, case)
    return record(log, row, EntryKind.NOTE, {"text": clean(text, "note")}, recording)


def retract(
    log: Log, case: str | None, number: int, recording: Recording, *, reason: str
) -> Recorded:
    """Take an entry back. It stays in the log, and drops out of letters and timelines."""
    from complaintkit.rules.words import clean

    row = find_case(log, case)
    if number == 1:
        raise WrongUsage(
            "#1 opened the case, so it cannot be taken back.",
            fix="Use `complaintkit company` to change what it says, or `complaintkit close`.",
        )
    plain: Plain = {"entry": entry_numbered(log, row, number), "reason": clean(reason, "reason")}
    return record(log, row, EntryKind.RETRACTION, plain, recording)


def check_number(log: Log, case: str | None, number: int) -> None:
    """Raise EntryNotFound where the case has no such entry, before anything else is asked."""
    entry_at(log, find_case(log, case), number)


def entry_numbered(log: Log, row: CaseRow, number: int) -> str:
    """Return the id of entry #number. Raises EntryNotFound."""
    return entry_at(log, row, number).id


def entry_at(log: Log, row: CaseRow, number: int) -> Entry:
    """Return entry #number of a case. Raises EntryNotFound."""
    for entry in log.entries(row.case_id):
        if entry.seq == number:
            return entry
    raise EntryNotFound(
        f"“{row.name}” has no entry #{number}; the last is #{row.entries}.",
        fix=f"Run `complaintkit timeline {quoted(row.name)}` to see the numbers.",
    )
