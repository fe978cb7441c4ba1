"""How does a pack made on another machine come back into a log?

Only the person's own full copy (`export --for me`) is taken in: of any other something is left out,
and a case with holes would be no record. Nothing is merged: a newer copy continues the case, an
older one changes nothing, and one that went another way is kept beside it, as it is.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from complaintkit.errors import FileUnusable, StoreProblem, WrongUsage
from complaintkit.intake.pack import open_pack
from complaintkit.intake.pack_check import Checked, check_pack
from complaintkit.model.entry import EntryKind, NewEntry, Recording
from complaintkit.rules.copies import Compared, Standing, compare
from complaintkit.rules.privacy import is_sha256
from complaintkit.rules.slug import slug
from complaintkit.rules.verify import Sealed
from complaintkit.store import exhibits
from complaintkit.store.home import private_folder, writing_whole
from complaintkit.store.journal import Log
from complaintkit.tasks.verifying import sealed_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What came of a pack: how it stood to the case here, and how many entries were added.

    `parted_after` is the last entry that both copies share, and `kept` where the other copy lies.
    """

    case_name: str
    standing: Standing
    entries: int
    added: int = 0
    parted_after: int = 0
    kept: Path | None = None


def import_pack(log: Log, source: Path, recording: Recording) -> Restored:
    """Take a pack into the log, whole or not at all.

    Raises FileUnusable for a pack that is not whole, is not the person's own copy, or holds what no
    pack holds; WrongUsage where another case has its name. Then nothing was changed.
    """
    checked = check_pack(source)
    _refuse_unless_own(source, checked)
    case_id = checked.sealed[0].case_id
    here = sealed_entries(log, case_id)
    compared = compare(here, checked.sealed)
    if compared.standing is Standing.PARTED:
        return _keep_beside(log, source, checked, compared, recording)
    added: tuple[Sealed, ...] = ()
    if compared.standing in (Standing.NEW, Standing.NEWER):
        added = checked.sealed[compared.shared :]
        if not here:
            _refuse_taken_name(log, checked.case_name)
        _keep_files(log, source, checked, added)
        log.restore(case_id, added)
    return Restored(
        case_name=_name(log, case_id, checked),
        standing=compared.standing,
        entries=len(checked.sealed),
        added=len(added),
    )


def is_pack(source: Path) -> bool:
    """Whether a file or folder looks like a pack, by its name and kind alone."""
    from complaintkit.intake.pack import is_pack_folder

    return source.suffix.lower() == ".zip" or is_pack_folder(source)


def _refuse_unless_own(source: Path, checked: Checked) -> None:
    if checked.findings:
        first = checked.findings[0]
        raise FileUnusable(
            f"{source} is not whole, so nothing was taken in: {first.place}: {first.what}.",
            fix=f"Run `complaintkit verify {source}` to see all of it, and ask for it again.",
        )
    if not checked.sealed:
        raise FileUnusable(f"{source} holds no entry.", fix="Ask for the pack again.")
    if any(entry.withheld for entry in checked.sealed):
        raise FileUnusable(
            f"{source} is a copy for others: private parts are left out, so it cannot become a"
            " case here.",
            fix="Read its record.html, or ask for a pack made with `complaintkit export --for me`.",
        )


def _refuse_taken_name(log: Log, name: str) -> None:
    if any(row.name.casefold() == name.casefold() for row in log.cases()):
        raise WrongUsage(
            f"There is another case called “{name}” here. Nothing was taken in.",
            fix="Import it into a place of its own: `complaintkit --home FOLDER import PACK`.",
        )


def _keep_files(log: Log, source: Path, checked: Checked, added: tuple[Sealed, ...]) -> None:
    """Copy in every file that the new entries name and that is not here yet."""
    wanted = {one for entry in added if is_sha256(one := _value(entry, "sha256"))}
    where = {digest: path for path, digest in checked.digests.items() if path.startswith("data/")}
    with open_pack(source) as pack:
        for sha256 in sorted(wanted):
            if exhibits.path_of(log.home, sha256).is_file():
                continue
            if sha256 not in where:
                raise FileUnusable(
                    f"{source} lacks a file that its log names ({sha256[:12]}…).",
                    fix="Ask for a pack made with `complaintkit export --for me`.",
                )
            with pack.open(where[sha256]) as stream:
                if exhibits.keep_stream(log.home, stream) != sha256:
                    raise StoreProblem(
                        f"{source} changed while it was read. Nothing was taken in.",
                        fix="Copy it to this computer first, then import it.",
                    )


def _keep_beside(
    log: Log, source: Path, checked: Checked, compared: Compared, recording: Recording
) -> Restored:
    """Keep a copy that went another way as it is, and say so in a private note of the case."""
    case_id = checked.sealed[0].case_id
    head = checked.sealed[-1].hash
    name = _name(log, case_id, checked)
    path = log.home.folder / "copies" / f"{slug(name)}-{head[:12]}.zip"
    if not path.exists():
        if not source.is_file():
            raise FileUnusable(
                f"{source} is another copy of “{name}” and went a different way.",
                fix="Import its zip file, so that it can be kept beside the case.",
            )
        private_folder(path.parent)
        with writing_whole(path) as beside:
            shutil.copyfile(source, beside)
        text = (
            f"Another copy of this case parts from it after #{compared.shared}. It has "
            f"{len(checked.sealed)} entries, the last with the hash {head}. "
            f"It is kept as {path.name}."
        )
        note = NewEntry(id=recording.new_id(), kind=EntryKind.NOTE, fields={"text": text})
        log.append(case_id, [note], recording)
    return Restored(
        case_name=name,
        standing=Standing.PARTED,
        entries=len(checked.sealed),
        parted_after=compared.shared,
        kept=path,
    )


def _name(log: Log, case_id: str, checked: Checked) -> str:
    return next((row.name for row in log.cases() if row.case_id == case_id), checked.case_name)


def _value(entry: Sealed, path: str) -> str:
    kept = entry.values.get(path)
    return kept[0] if kept else ""
