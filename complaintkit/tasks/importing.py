"""How does a case file become a case, whole or not at all?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from complaintkit.errors import CaseFileFaulty, FileUnusable, WrongUsage
from complaintkit.intake.case_file import CaseFile, read_case_file
from complaintkit.model.entry import EntryKind, NewEntry, Recording
from complaintkit.rules.shape import Plain, flatten
from complaintkit.store import exhibits
from complaintkit.store.journal import Log
from complaintkit.tasks.opening import case_name
from complaintkit.tasks.recording import Recorded, exhibit_plain

LARGEST = 32 * 1024 * 1024


@dataclass(slots=True)
class _Gathered:
    """The files that a case file names, each with the entries it belongs to."""

    folder: Path
    kept: dict[str, exhibits.Kept] = field(default_factory=dict)
    belongs_to: dict[str, list[str]] = field(default_factory=dict)
    details: dict[str, Plain] = field(default_factory=dict)

    def mention(self, names: Sequence[str], entry_id: str = "") -> None:
        """Note that files support an entry; their order of mention numbers them."""
        for name in names:
            found = self.belongs_to.setdefault(name, [])
            if entry_id and entry_id not in found:
                found.append(entry_id)


def import_case(
    log: Log, source: Path, recording: Recording, *, name: str | None = None
) -> Recorded:
    """Read a case file with its attachments into a new case, in one transaction.

    Raises CaseFileFaulty with all faults at once, FileUnusable for the file itself, and
    WrongUsage where a case of that name is there. Then nothing was changed.
    """
    file = read_case_file(_content(source), name=source.name, today=recording.at.date())
    called = case_name(name or file.case["name"])
    if any(row.name.casefold() == called.casefold() for row in log.cases()):
        raise WrongUsage(
            f"There is a case called “{called}” already.",
            fix="Import it under another name with --name, or look at the one you have.",
        )
    gathered = _Gathered(folder=source.parent)
    entries = list(_entries(file, called, recording, gathered))
    _keep_all(log, file, gathered, source)
    entries = [_with_file(entry, gathered) for entry in entries]
    entries += _exhibit_entries(log, gathered, recording)
    entries += _closing(file, recording, entries)
    marked = [
        one._replace(fields={**one.fields, "imported_on": recording.at.date().isoformat()})
        for one in entries
    ]
    saved = log.append(recording.new_id(), marked, recording)
    return Recorded(case_name=called, saved=saved, notes=file.warnings)


def _content(source: Path) -> bytes:
    try:
        if source.stat().st_size > LARGEST:
            raise FileUnusable(
                f"{source} is larger than 32 MB.", fix="A case file is text; check the name."
            )
        if not source.is_file():
            raise FileUnusable(
                f"{source} is no file.", fix="Name the case file itself: FOLDER/case.yaml."
            )
        return source.read_bytes()
    except FileNotFoundError as problem:
        raise FileUnusable(
            f"There is no file {source}.", fix="Check the name and the folder you are in."
        ) from problem
    except OSError as problem:
        raise FileUnusable(
            f"{source} cannot be read: {(problem.strerror or 'unknown reason').lower()}.",
            fix="Give yourself the right to read it, or copy it elsewhere.",
        ) from problem


def _entries(
    file: CaseFile, name: str, recording: Recording, gathered: _Gathered
) -> Iterator[NewEntry]:
    """Yield the entries in the order of the log: opening, events, contacts, the rest."""
    today = recording.at.date().isoformat()
    opening = {"opened_on": today, **file.case, "name": name}
    yield NewEntry(id=recording.new_id(), kind=EntryKind.OPEN, fields=_flat(opening))
    for row in file.exhibits:
        gathered.mention([row["file"]])
        gathered.details[row["file"]] = {
            key: text for key, text in row.items() if key in ("title", "from", "got_on")
        }
    groups = (
        (EntryKind.EVENT, file.events),
        (EntryKind.ENCOUNTER, file.encounters),
        (EntryKind.OFFER, file.offers),
        (EntryKind.COST, file.costs),
        (EntryKind.LETTER, file.letters),
        (EntryKind.REMINDER, file.reminders),
        (EntryKind.CHOICE, file.choices),
    )
    for kind, rows in groups:
        for row in rows:
            entry_id = recording.new_id()
            gathered.mention(row.get("exhibits", ()), entry_id)
            if proof := row.get("proof"):
                gathered.mention([proof], entry_id)
            fields = {key: value for key, value in row.items() if key not in ("exhibits", "proof")}
            yield NewEntry(id=entry_id, kind=kind, fields=_flat(fields))


def _flat(plain: Plain) -> dict[str, str]:
    return {path: text for path, text in flatten(plain).items() if path != "imported_on"}


def _keep_all(log: Log, file: CaseFile, gathered: _Gathered, source: Path) -> None:
    """Copy every named file in; all that cannot be read are told at once."""
    faults = []
    letters = [row["file"] for row in file.letters if "file" in row]
    for name in dict.fromkeys([*gathered.belongs_to, *letters]):
        try:
            gathered.kept[name] = exhibits.keep(log.home, gathered.folder / name)
        except FileUnusable as problem:
            faults.append(f"{source.name}: {name}: {problem.problem}")
    if faults:
        raise CaseFileFaulty(
            "Files that the case file names cannot be used.\n" + "\n".join(faults),
            fix="Put them beside the case file, then import it again. Nothing was changed.",
        )


def _with_file(entry: NewEntry, gathered: _Gathered) -> NewEntry:
    """Put the kept copy of a letter into its entry."""
    if entry.kind is not EntryKind.LETTER or "file" not in entry.fields:
        return entry
    fields = dict(entry.fields)
    kept = gathered.kept[fields.pop("file")]
    fields |= {
        "sha256": kept.sha256,
        "name": kept.name,
        "size": str(kept.size),
        "media_type": kept.media_type,
    }
    return entry._replace(fields=fields)


def _exhibit_entries(log: Log, gathered: _Gathered, recording: Recording) -> list[NewEntry]:
    """Return one exhibit for each distinct file, numbered by mention."""
    entries: dict[str, Plain] = {}
    for name, belongs_to in gathered.belongs_to.items():
        kept = gathered.kept[name]
        if kept.sha256 in entries:
            known = entries[kept.sha256]["belongs_to"]
            known += [one for one in belongs_to if one not in known]
            continue
        plain = exhibit_plain(log, kept, len(entries) + 1, list(belongs_to))
        entries[kept.sha256] = {**plain, **gathered.details.get(name, {})}
    return [
        NewEntry(id=recording.new_id(), kind=EntryKind.EXHIBIT, fields=flatten(plain))
        for plain in entries.values()
    ]


def _closing(
    file: CaseFile, recording: Recording, entries: Sequence[NewEntry]
) -> Iterator[NewEntry]:
    """Yield what became of promises, the dates that were moved, and the outcome."""
    met = [entry for entry in entries if entry.kind is EntryKind.ENCOUNTER]
    for row in file.promises:
        plain = {
            "entry": met[int(row["encounter"]) - 1].id,
            **{key: text for key, text in row.items() if key != "encounter"},
        }
        yield NewEntry(id=recording.new_id(), kind=EntryKind.PROMISE, fields=_flat(plain))
    for row in file.extensions:
        plain = {key: text for key, text in row.items() if key != "encounter"}
        if "encounter" in row:
            plain = {"promise": "1", **plain, "entry": met[int(row["encounter"]) - 1].id}
        yield NewEntry(id=recording.new_id(), kind=EntryKind.EXTENSION, fields=_flat(plain))
    if file.outcome:
        closed = {"closed_on": recording.at.date().isoformat(), **file.outcome}
        yield NewEntry(id=recording.new_id(), kind=EntryKind.CLOSE, fields=_flat(closed))
