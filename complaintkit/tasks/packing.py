"""Which files make up the evidence pack of a case?"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import PurePosixPath

from complaintkit.errors import ComplaintkitError
from complaintkit.model.case import Case, Exhibit, SentLetter
from complaintkit.model.entry import Entry
from complaintkit.model.timeline import TimelineLine
from complaintkit.render import bag
from complaintkit.render.log_tables import log_csv, log_json
from complaintkit.render.pack_text import read_me
from complaintkit.rules.privacy import is_sha256
from complaintkit.rules.replay import replay
from complaintkit.rules.slug import safe_file_name, unique_names
from complaintkit.rules.timeline import amended, timeline
from complaintkit.rules.verify import Sealed
from complaintkit.rules.when import spoken
from complaintkit.store import exhibits
from complaintkit.store.journal import Log
from complaintkit.tasks.scoring import picture_of
from complaintkit.tasks.sheets import paper_of


def pack_files(
    log: Log,
    shared: Sequence[Sealed],
    entries: Sequence[Entry],
    *,
    name: str,
    now: datetime,
    tool: str,
    with_score: bool = False,
) -> tuple[list[bag.PackFile], tuple[str, ...]]:
    """Return the files of a pack and what the person should know of it.

    `shared` and `entries` are what may leave; the scorecard is worked out from these alone.
    Raises FileUnusable where a kept file is missing or has another size; its bytes are
    checked while they are copied.
    """
    case = replay(entries)
    lines = timeline(entries)
    written = log_json(shared, case_name=name, exported_at=now, tool=tool)
    files = [
        bag.PackFile(path="log.json", content=written.encode()),
        bag.PackFile(path="log.csv", content=log_csv(lines).encode()),
        *_kept(log, case),
    ]
    if with_score:
        page = picture_of(case, today=now.date())
        files.append(bag.PackFile(path="score.txt", content=page.encode()))
    warnings = []
    try:
        files.append(bag.PackFile(path="timeline.pdf", content=_timeline(case, lines, now.date())))
    except ComplaintkitError as problem:
        warnings.append(f"The timeline is not in it as PDF. {problem.problem}")
    warnings += [
        f"Letter {letter.number} has no kept copy, so it is only in the log."
        for letter in case.letters
        if not is_sha256(letter.sha256)
    ]
    page = read_me(
        case,
        entries=len(shared),
        head=shared[-1].hash,
        exported_at=now,
        tool=tool,
        paths=[f"data/{file.path}" for file in files],
        is_shortened=any(entry.withheld for entry in shared),
    )
    return [*files, bag.PackFile(path="READ-ME-FIRST.txt", content=page.encode())], tuple(warnings)


def bag_info(case: Case, *, now: datetime, tool: str) -> dict[str, str]:
    """Return what bag-info.txt says; `case` is the shared view."""
    return {
        "Bag-Software-Agent": tool,
        "Bagging-Date": f"{now:%Y-%m-%d}",
        "External-Description": f"Record of a complaint: {case.title or case.name}",
        "External-Identifier": case.id,
    }


def _kept(log: Log, case: Case) -> Iterator[bag.PackFile]:
    shown = [one for one in case.exhibits if is_sha256(one.sha256)]
    for exhibit in shown:
        name = f"exhibits/{exhibit.number:02d}-{safe_file_name(exhibit.name)}"
        yield _kept_file(log, exhibit, name)
    letters = [one for one in case.letters if is_sha256(one.sha256)]
    endings = [PurePosixPath(safe_file_name(letter.name)).suffix.lower() for letter in letters]
    names = unique_names(
        f"letter-{letter.number}{ending}" for letter, ending in zip(letters, endings, strict=True)
    )
    for letter, name in zip(letters, names, strict=True):
        yield _kept_file(log, letter, f"letters/{name}")


def _kept_file(log: Log, kept: Exhibit | SentLetter, path: str) -> bag.PackFile:
    source = exhibits.path_of(log.home, kept.sha256)
    if not source.is_file() or source.stat().st_size != kept.size:
        raise bag.not_as_recorded(path)
    return bag.PackFile(path=path, content=source, sha256=kept.sha256)


def _timeline(case: Case, lines: Sequence[TimelineLine], today: date) -> bytes:
    from complaintkit.render.timeline_pdf import TimelineRow, timeline_pdf

    rows = [
        TimelineRow(
            number=f"#{line.seq}",
            when=spoken(line.moment),
            what="\n".join((*line.what, *_besides(line))),
            mark=line.way,
            who=line.who,
            exhibits=line.exhibits,
        )
        for line in lines
        if not line.private
    ]
    return timeline_pdf(case, rows, today=today, paper=paper_of(case))


def _besides(line: TimelineLine) -> tuple[str, ...]:
    """Return the reference given, and what later entries did to this one."""
    reference = f"Reference {line.reference}" if line.reference else ""
    changed = amended(line)
    return tuple(part for part in (reference, f"({changed})" if changed else "") if part)
