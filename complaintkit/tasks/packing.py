"""Which files make up the evidence pack of a case?"""

from collections.abc import Iterator, Sequence

from complaintkit.errors import ComplaintkitError
from complaintkit.model.record import Record
from complaintkit.render import bag
from complaintkit.render.log_tables import log_csv, log_json
from complaintkit.render.pack_text import read_me, verifier
from complaintkit.rules.privacy import is_sha256
from complaintkit.rules.redaction import Shared
from complaintkit.rules.timeline import timeline
from complaintkit.tasks.bundling import bundle
from complaintkit.tasks.html_record import html_page
from complaintkit.tasks.scoring import picture_of
from complaintkit.tasks.shared_files import Files


def pack_files(
    record: Record,
    shared: Shared,
    kept: Files,
    *,
    taken_back: Sequence[bag.PackFile] = (),
    with_score: bool = False,
) -> tuple[list[bag.PackFile], tuple[str, ...]]:
    """Return the files of a pack and what the person should know of it.

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
    return [*files, bag.PackFile(path="READ-ME-FIRST.txt", content=page.encode())], tuple(warnings)


def bag_info(record: Record) -> dict[str, str]:
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
