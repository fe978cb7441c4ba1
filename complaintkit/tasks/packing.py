"""Which files make up the evidence pack of a case?"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from complaintkit.errors import CannotWrite, ComplaintkitError
from complaintkit.model.entry import Entry
from complaintkit.model.record import Record
from complaintkit.render import bag
from complaintkit.render.log_tables import log_csv, log_json
from complaintkit.render.pack_text import read_me, verifier
from complaintkit.rules.privacy import is_sha256, kept_files
from complaintkit.rules.redaction import Shared
from complaintkit.rules.timeline import timeline
from complaintkit.store.exhibits import path_of
from complaintkit.store.home import private_folder, storage_problem
from complaintkit.store.journal import Log
from complaintkit.tasks.bundling import bundle
from complaintkit.tasks.html_record import html_page
from complaintkit.tasks.scoring import picture_of
from complaintkit.tasks.shared_files import Files


@dataclass(frozen=True, slots=True, kw_only=True)
class Bag:
    """What goes into a pack, what its bag-info says, and what the person should know of it."""

    files: tuple[bag.PackFile, ...]
    info: Mapping[str, str]
    removed: tuple[str, ...]
    warnings: tuple[str, ...]


def bag_of(
    record: Record,
    shared: Shared,
    kept: Files,
    *,
    taken_back: Sequence[bag.PackFile] = (),
    with_score: bool = False,
) -> Bag:
    """Return what makes up the pack of a case.

    `taken_back` are files whose entries were taken back, for the person's own copy. Raises
    FileUnusable where a kept file is missing or has another size; the bytes of those that go out
    as recorded are checked while they are copied.
    """
    case = record.case
    _refuse_missing(record)
    files = [
        bag.PackFile(path="log.json", content=_log(record, shared, kept).encode()),
        bag.PackFile(path="verify.py", content=verifier()),
        bag.PackFile(path="log.csv", content=log_csv(timeline(shared.entries)).encode()),
        bag.PackFile(path="record.html", content=html_page(record, kept.find, beside=True)),
        *_kept(kept),
        *taken_back,
    ]
    if with_score:
        page = picture_of(case, today=record.made_at.date())
        files.append(bag.PackFile(path="score.txt", content=page.encode()))
    warnings = []
    try:
        files.append(bag.PackFile(path="record.pdf", content=bundle(record, kept.find)))
    except ComplaintkitError as problem:
        warnings.append(f"The record is not in it as PDF. {problem.problem}")
    warnings += [
        f"Letter {letter.number} has no kept copy, so it is only in the log."
        for letter in case.letters
        if not is_sha256(letter.sha256)
    ]
    page = read_me(record, paths=[f"data/{file.path}" for file in files])
    files.append(bag.PackFile(path="READ-ME-FIRST.txt", content=page.encode()))
    return Bag(
        files=tuple(files),
        info=_info(record),
        removed=record.removed,
        warnings=(*kept.warnings, *warnings),
    )


def taken_back(entries: Sequence[Entry]) -> list[str]:
    """Return the hashes of files whose entries were taken back: they stand in the log alone."""
    recorded = {entry.values.get("sha256") or "" for entry in entries}
    lost = recorded - kept_files(entries).keys()
    return sorted(one for one in lost if is_sha256(one))


def own_files(log: Log, entries: Sequence[Entry]) -> Iterator[bag.PackFile]:
    """Yield the files that were taken back: without them the person's own copy is not whole."""
    for sha256 in taken_back(entries):
        place = path_of(log.home, sha256)
        if place.is_file():
            yield bag.PackFile(path=f"taken-back/{sha256}", content=place, sha256=sha256)


def write_folder(
    path: Path, *, info: Mapping[str, str], files: Iterable[bag.PackFile]
) -> tuple[str, ...]:
    """Write a pack as a folder, whole or not at all, and return the paths within it.

    A folder that holds an earlier pack is replaced; any other that is there stays. Raises
    CannotWrite, FileUnusable.
    """
    beside = path.with_name(f".{path.name[:60]}.{os.getpid()}.part")
    ordered = sorted(files, key=lambda one: one.path)
    try:
        with ThreadPoolExecutor() as several:  # hashing and writing leave Python's lock alone
            copied = [*several.map(lambda one: _copy_into(beside / "data", one), ordered)]
        payload = {
            f"data/{one.path}": digest for one, (digest, _) in zip(ordered, copied, strict=True)
        }
        octets = sum(size for _, size in copied)
        tags = bag.tag_files(payload, octets, info)
        for name, text in tags.items():
            (beside / name).write_text(text, encoding="utf-8", newline="\n")
        _put_in_place(beside, path)
    except OSError as problem:
        raise storage_problem(problem, path) from problem
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return (*payload, *tags)


def _copy_into(folder: Path, file: bag.PackFile) -> tuple[str, int]:
    target = folder / file.path
    private_folder(target.parent)
    with open(os.open(target, _NEW, 0o600), "wb") as copy:  # noqa: PTH123 - with its mode
        return bag.copy_of(file, copy)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _put_in_place(beside: Path, path: Path) -> None:
    """Move a finished folder to its name; an earlier pack there goes only then."""
    if not path.exists():
        beside.rename(path)
        return
    if not path.is_dir() or (any(path.iterdir()) and not (path / "bagit.txt").is_file()):
        raise CannotWrite(
            f"{path} is there already and is no pack. Nothing was written.",
            fix="Choose another folder with -o FOLDER.",
        )
    former = path.with_name(f".{path.name[:60]}.{os.getpid()}.former")
    path.rename(former)
    beside.rename(path)
    shutil.rmtree(former, ignore_errors=True)


def _info(record: Record) -> dict[str, str]:
    """Return what bag-info.txt says."""
    case = record.case
    return {
        "Bag-Software-Agent": record.tool,
        "Bagging-Date": f"{record.made_at:%Y-%m-%d}",
        "External-Description": f"Record of a complaint: {case.title or case.name}",
        "External-Identifier": case.id,
    }


def _log(record: Record, shared: Shared, kept: Files) -> str:
    return log_json(
        shared.sealed,
        case_name=record.case.name,
        exported_at=record.made_at,
        tool=record.tool,
        masked=shared.masked,
        files=tuple(kept.shared.values()),
    )


def _refuse_missing(record: Record) -> None:
    """A pack is whole or not made: a file that is not as recorded stops it."""
    for exhibit in record.exhibits:
        if exhibit.file.is_missing:
            raise bag.not_as_recorded(exhibit.exhibit.name)
    for letter in record.letters:
        if letter.file.is_missing:
            raise bag.not_as_recorded(letter.letter.name)


def _kept(kept: Files) -> Iterator[bag.PackFile]:
    """Yield every file that goes out; one that is as recorded must have the recorded hash."""
    for file in kept.shared.values():
        content = kept.find(file)
        if content is not None:
            yield bag.PackFile(path=file.path, content=content, sha256=file.sha256)
