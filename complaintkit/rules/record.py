"""How does a case become the record that a stranger reads?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from complaintkit.model.audience import Audience
from complaintkit.model.case import Case
from complaintkit.model.entry import Entry, EntryKind
from complaintkit.model.record import Change, Record, RecordExhibit, RecordLetter, SharedFile
from complaintkit.model.timeline import TimelineLine
from complaintkit.rules.gaps import gaps
from complaintkit.rules.letter_rows import shortened
from complaintkit.rules.moves import answered_after
from complaintkit.rules.replay import replay
from complaintkit.rules.score import score_case
from complaintkit.rules.scorecard import passages
from complaintkit.rules.timeline import timeline
from complaintkit.rules.verify import Sealed

MOST_TURNS = 6
"""So many turning points stand on the first page."""

_CHANGES = (EntryKind.CORRECTION, EntryKind.RETRACTION, EntryKind.ERASE)
_NAMED = ("set.", "unset.", "path.")
_WEIGHTS = {EntryKind.LETTER: 5, EntryKind.CLOSE: 5, EntryKind.OFFER: 4, EntryKind.EVENT: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """For whom a record is made, when and by which version, and what was removed for them."""

    audience: Audience
    made_at: datetime
    tool: str
    removed: tuple[str, ...] = ()


def record_of(
    sealed: Sequence[Sealed],
    entries: Sequence[Entry],
    files: Mapping[str, SharedFile],
    making: Making,
) -> Record:
    """Return the record of one case, as `making.audience` may see it.

    `sealed` and `entries` are what may be shared, and not empty; `files` says what became of each
    kept file, by the SHA-256 that was recorded. A file that is not named there is not given.
    """
    case, today = replay(entries), making.made_at.date()
    sees_all = making.audience is Audience.ME
    own = [line for line in timeline(entries) if sees_all or not line.private]
    shown = [line for line in own if line.kind is not EntryKind.PROMISE]
    lines = tuple(sorted(shown, key=lambda line: (line.moment.on, line.kind is EntryKind.CLOSE)))
    return Record(
        case=case,
        audience=making.audience,
        made_at=making.made_at,
        tool=making.tool,
        entries=len(sealed),
        head=sealed[-1].hash,
        recorded=(sealed[0].recorded_at, sealed[-1].recorded_at),
        score=score_case(case, today=today),
        passages=passages(case, today=today),
        lines=lines,
        turns=turning_points(lines, case, today=today),
        letters=_letters(case, files),
        exhibits=_exhibits(case, files, {line.entry_id: line.seq for line in lines}),
        changes=changes(entries),
        gaps=gaps(case, own, sealed, today=today) if making.audience.sees_gaps else (),
        removed=making.removed,
        is_shortened=any(entry.withheld for entry in sealed),
    )


def turning_points(lines: Sequence[TimelineLine], case: Case, *, today: date) -> tuple[int, ...]:
    """Return the numbers of the weightiest entries, oldest first: six at most.

    Letters, the closing and contacts that brought a promise weigh most, then offers. The first and
    the last thing that happened are always among them. The opening is the summary itself.
    """
    promising = {met.seq for met in case.encounters if met.promises}
    reached = {met.seq for met in case.encounters if met.reached}
    told = [line for line in lines if line.kind is not EntryKind.OPEN]

    def weight(line: TimelineLine) -> int:
        if line.seq in promising:
            return 5
        return _WEIGHTS.get(line.kind, 2 if line.seq in reached else 0)

    return tuple(line.seq for line in shortened(told, MOST_TURNS, weight=weight))


def changes(entries: Iterable[Entry]) -> tuple[Change, ...]:
    """Return what was corrected, taken back or erased, in the order in which that was done."""
    by_id = {entry.id: entry for entry in entries}
    return tuple(
        Change(
            seq=entry.seq,
            kind=entry.kind,
            target=by_id[target].seq,
            on=date.fromisoformat(entry.recorded_at[:10]),
            fields=_fields(entry),
            reason=entry.values.get("reason") or entry.values.get("why") or "",
        )
        for entry in by_id.values()
        if entry.kind in _CHANGES and (target := entry.values.get("entry") or "") in by_id
    )


def _fields(entry: Entry) -> tuple[str, ...]:
    found = []
    for path, value in entry.values.items():
        if path.startswith("set."):
            found.append(path.removeprefix("set."))
        elif path.startswith(_NAMED) and value:
            found.append(value)
    return tuple(dict.fromkeys(found))


def _letters(case: Case, files: Mapping[str, SharedFile]) -> tuple[RecordLetter, ...]:
    return tuple(
        RecordLetter(
            letter=letter,
            file=_file(letter.sha256, files),
            answered_on=answered_after(case, letter),
        )
        for letter in case.letters
    )


def _exhibits(
    case: Case, files: Mapping[str, SharedFile], seqs: Mapping[str, int]
) -> tuple[RecordExhibit, ...]:
    return tuple(
        RecordExhibit(
            exhibit=exhibit,
            file=_file(exhibit.sha256, files),
            supports=tuple(sorted(seqs[one] for one in exhibit.belongs_to if one in seqs)),
        )
        for exhibit in sorted(case.exhibits, key=lambda one: one.number)
    )


def _file(sha256: str, files: Mapping[str, SharedFile]) -> SharedFile:
    return files.get(sha256) or SharedFile(recorded=sha256, left_out="no copy was kept")
