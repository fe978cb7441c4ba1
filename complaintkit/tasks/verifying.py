"""Is the record still what was recorded: the live log, one case, or a pack?"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from complaintkit.errors import CaseNotFound, StoreProblem
from complaintkit.model.finding import Finding
from complaintkit.rules.receipt import Receipt, held_against
from complaintkit.rules.verify import Sealed, check_chain
from complaintkit.store import checking
from complaintkit.store.journal import Log
from complaintkit.tasks.cases import find_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was checked (`what`, in words), how many entries it has, and what differs."""

    what: str
    entries: int
    findings: tuple[Finding, ...]
    head: str = ""


def verify(
    log: Log, target: str | None, *, receipts: Sequence[Receipt] = (), quick: bool = False
) -> Verified:
    """Check the whole log, or a pack (a path that exists), or a case by its name.

    `receipts` are held against what is checked. `quick` looks only whether kept files are there
    with their size, and does not read them; a pack is always read whole. Raises FileUnusable for
    a path that is no pack, CaseNotFound, StoreProblem.
    """
    if target is None:
        findings, entries = checking.check_log(log.home, quick=quick)
        held = held_against(receipts, _all_cases(log)) if receipts else ()
        return Verified(what="the whole log", entries=entries, findings=(*findings, *held))
    if _means_path(log, target):
        return _verify_pack(Path(target), receipts)
    return _verify_case(log, target, receipts, quick=quick)


def _all_cases(log: Log) -> dict[str, Sequence[Sealed]]:
    return {row.name: sealed_entries(log, row.case_id) for row in log.cases()}


def rebuild(log: Log) -> None:
    """Make the search and case tables anew from the entries."""
    log.rebuild()


def sealed_entries(log: Log, case_id: str) -> list[Sealed]:
    """Return one case's entries with their salts, as stored. Raises StoreProblem."""
    try:
        return checking.sealed_case(log.home, case_id)
    except (TypeError, ValueError) as problem:
        raise StoreProblem(
            f"The log cannot be read to its end: {problem}.",
            fix="Run `complaintkit verify` to see what differs.",
        ) from problem


def _means_path(log: Log, target: str) -> bool:
    """A path with a separator, or a file, or an unzipped pack; a case's own name goes first."""
    from complaintkit.intake.pack import is_pack_folder

    path = Path(target)
    has_separator = any(mark in target for mark in (os.sep, os.altsep or os.sep))
    if has_separator or path.suffix.lower() == ".zip" or is_pack_folder(path):
        return path.exists() or has_separator
    if not path.exists():
        return False
    try:
        find_case(log, target)
    except CaseNotFound:
        return True
    return False


def _verify_pack(path: Path, receipts: Sequence[Receipt]) -> Verified:
    from complaintkit.intake.pack_check import check_pack

    checked = check_pack(path)
    return Verified(
        what=f"the pack {path}",
        entries=checked.entries,
        findings=(*checked.findings, *held_against(receipts, {checked.case_name: checked.sealed})),
        head=checked.head,
    )


def _verify_case(log: Log, name: str, receipts: Sequence[Receipt], *, quick: bool) -> Verified:
    row = find_case(log, name)
    entries = sealed_entries(log, row.case_id)
    findings = check_chain(entries, name=row.name)
    findings += checking.check_files(log.home, entries, case=row.name, quick=quick)
    findings += held_against(receipts, {row.name: entries})
    return Verified(
        what=f"the case “{row.name}”",
        entries=len(entries),
        findings=tuple(findings),
        head=entries[-1].hash if entries else "",
    )
