"""How does a case leave the log: as a pack for others, or as the person's own copy?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from complaintkit.errors import StoreProblem, WrongUsage
from complaintkit.model.audience import Audience
from complaintkit.model.entry import Entry
from complaintkit.model.finding import Finding
from complaintkit.rules import privacy
from complaintkit.rules.record import Making, record_of
from complaintkit.rules.redaction import Shared, shared
from complaintkit.rules.replay import replay
from complaintkit.rules.slug import case_slug
from complaintkit.rules.timeline import timeline
from complaintkit.rules.verify import Sealed, check_chain
from complaintkit.store.home import write_whole, writing_whole
from complaintkit.store.journal import CaseRow, Log
from complaintkit.store.reference import sharing_words
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.locking import ENDING, Lock, lock_file
from complaintkit.tasks.verifying import sealed_entries

if TYPE_CHECKING:
    from complaintkit.model.record import Record
    from complaintkit.tasks.packing import Bag
    from complaintkit.tasks.shared_files import Files


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """Where the export lies, what is in it, what was left out or masked, and what to know of it."""

    path: Path
    files: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """One case to export: as stored, and as it may be shared."""

    log: Log
    row: CaseRow
    slug: str
    target: Path | None
    now: datetime
    tool: str
    sealed: Sequence[Sealed]
    shared: Shared
    words: Mapping[str, Any]
    audience: Audience = Audience.COMPANY
    with_score: bool = False
    originals: bool = False
    lock: Lock | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries as their reader sees them."""
        return self.shared.entries

    def place(self, name: str) -> Path:
        """Return where a file of this default name goes."""
        if self.target is None:
            return self.log.home.documents / self.slug / name
        return self.target / name if self.target.is_dir() else self.target


def export_case(
    log: Log,
    name: str | None,
    *,
    kind: str,
    target: Path | None,
    now: datetime,
    tool: str,
    audience: Audience = Audience.COMPANY,
    is_public: bool = False,
    originals: bool = False,
    with_score: bool = False,
    lock: Lock | None = None,
) -> Exported:
    """Write a case out and tell what was left out.

    `kind` is pack, folder, pdf, html, yaml, json or csv.

    `target` is a file, or a folder to put the default name in; None: the person's
    documents. `audience` is for whom it is: only the person's own copy holds what is
    private; a case file always is one. `is_public`: what they get becomes public, so
    front-line people become roles. `originals`: files go out byte for byte as recorded.
    `with_score` adds the scorecard to a pack, only where it is asked for, since the company
    may get the pack; `lock` locks a pack. Raises WrongUsage where another kind should have
    one of these, FileUnusable where a kept file is missing or damaged, StoreProblem where the
    chain does not hold, CannotWrite where the target cannot be written.
    """
    if kind not in _KINDS:
        raise WrongUsage(
            f"There is no export format “{kind}”.", fix=f"Use one of: {', '.join(_KINDS)}."
        )
    if with_score and kind not in ("pack", "folder"):
        raise WrongUsage(
            "The scorecard goes into a pack only.",
            fix="Leave --score out, or use --format pack. `complaintkit score` shows it.",
        )
    if lock and kind != "pack":
        raise WrongUsage("Only a pack can be locked.", fix="Use --format pack with --encrypt.")
    row = find_case(log, name)
    sealed = sealed_entries(log, row.case_id)
    words = sharing_words()
    seen = shared(sealed, audience, words=words, is_public=is_public)
    others = [other.name for other in log.cases() if other.case_id != row.case_id]
    return _KINDS[kind](
        _Job(
            log=log,
            row=row,
            slug=case_slug(row.name, row.case_id, others),
            target=target,
            now=now,
            tool=tool,
            sealed=sealed,
            shared=seen,
            words=words,
            audience=audience,
            originals=originals,
            lock=lock,
            with_score=with_score,
        )
    )


def _json(job: _Job) -> Exported:
    from complaintkit.render.log_tables import log_json

    path = job.place(f"{job.slug}-log.json")
    text = log_json(
        job.shared.sealed,
        case_name=job.row.name,
        exported_at=job.now,
        tool=job.tool,
        masked=job.shared.masked,
    )
    write_whole(path, text.encode())
    return Exported(
        path=path,
        files=(path.name,),
        left_out=_left_out(job),
        removed=job.shared.removed,
        warnings=tuple(_told(finding) for finding in check_chain(job.sealed, name=job.row.name)),
    )


def _csv(job: _Job) -> Exported:
    from complaintkit.render.log_tables import log_csv

    path = job.place(f"{job.slug}-log.csv")
    write_whole(path, log_csv(timeline(job.entries)).encode())
    return Exported(
        path=path,
        files=(path.name,),
        left_out=_left_out(job),
        removed=job.shared.removed,
    )


def _pdf(job: _Job) -> Exported:
    from complaintkit.tasks.bundling import bundle

    files, record = _record(job)
    return _written(job, f"{job.slug}-record.pdf", bundle(record, files.find), files)


def _html(job: _Job) -> Exported:
    from complaintkit.tasks.html_record import html_page

    files, record = _record(job)
    return _written(job, f"{job.slug}-record.html", html_page(record, files.find), files)


def _record(job: _Job) -> "tuple[Files, Record]":
    """Return the files that go with a record, and the record itself."""
    from complaintkit.tasks.shared_files import shared_files

    files = shared_files(
        job.log,
        replay(job.entries),
        job.shared.masks,
        words=job.words,
        originals=job.originals,
    )
    making = Making(
        audience=job.audience,
        made_at=job.now,
        tool=job.tool,
        removed=(*job.shared.removed, *files.removed),
    )
    return files, record_of(job.shared.sealed, job.entries, files.shared, making)


def _written(job: _Job, name: str, content: bytes, files: "Files") -> Exported:
    path = job.place(name)
    write_whole(path, content)
    return Exported(
        path=path,
        files=(path.name,),
        left_out=_left_out(job),
        removed=(*job.shared.removed, *files.removed),
        warnings=files.warnings,
    )


def _left_out(job: _Job) -> tuple[str, ...]:
    return () if job.audience is Audience.ME else privacy.left_out(job.sealed)


def _pack(job: _Job) -> Exported:
    from complaintkit.render.bag import write_bag

    name, made = _bag(job)
    path = job.place(f"{name}.zip")
    if job.lock:
        path = path.with_name(f"{path.name.removesuffix(ENDING)}{ENDING}")
        with TemporaryDirectory(prefix="complaintkit-") as folder:
            plain = Path(folder) / "pack.zip"
            with plain.open("xb") as stream:
                names = write_bag(stream, name=name, bag_info=made.info, files=made.files)
            lock_file(plain, path, job.lock)
    else:
        with writing_whole(path) as beside, beside.open("wb") as stream:
            names = write_bag(stream, name=name, bag_info=made.info, files=made.files)
    return _made(job, made, path, names)


def _folder(job: _Job) -> Exported:
    from complaintkit.tasks.packing import write_folder

    name, made = _bag(job)
    path = job.target or job.log.home.documents / job.slug / name
    if path.is_dir() and any(path.iterdir()) and not (path / "bagit.txt").exists():
        path = path / name
    names = write_folder(path, info=made.info, files=made.files)
    return _made(job, made, path, names)


def _bag(job: _Job) -> "tuple[str, Bag]":
    """Return the name of a pack and what goes into it. Raises StoreProblem, FileUnusable."""
    from complaintkit.tasks.packing import bag_of, own_files

    findings = check_chain(job.sealed, name=job.row.name)
    if findings:
        raise StoreProblem(
            f"The record is not whole, so no pack was made: {_told(findings[0])}",
            fix="Run `complaintkit verify` to see all that differs.",
        )
    kept, record = _record(job)
    lost = own_files(job.log, job.entries) if job.audience is Audience.ME else ()
    made = bag_of(record, job.shared, kept, taken_back=[*lost], with_score=job.with_score)
    return f"{job.slug}-pack-{job.now:%Y-%m-%d}", made


def _made(job: _Job, made: "Bag", path: Path, names: tuple[str, ...]) -> Exported:
    from complaintkit.tasks.packing import taken_back

    lost = privacy.counted(
        len(taken_back(job.entries)), "file you took back", "files you took back"
    )
    is_own = job.audience is Audience.ME
    return Exported(
        path=path,
        files=names,
        left_out=() if is_own else tuple(filter(None, (*_left_out(job), lost))),
        removed=made.removed,
        warnings=made.warnings,
    )


def _yaml(job: _Job) -> Exported:
    from complaintkit.tasks.own_copy import write_case_file

    case = replay(privacy.as_entries(job.sealed))
    path, names = write_case_file(job.log.home, case, slug=job.slug, target=job.target)
    notes = privacy.counted(len(case.notes), "private note", "private notes")
    return Exported(path=path, files=(path.name, *names), left_out=(notes,) if notes else ())


def _told(finding: Finding) -> str:
    return f"{finding.place}: {finding.what}. {finding.meaning}"


_KINDS: dict[str, Callable[[_Job], Exported]] = {
    "pack": _pack,
    "folder": _folder,
    "pdf": _pdf,
    "html": _html,
    "yaml": _yaml,
    "json": _json,
    "csv": _csv,
}
