"""What does a stranger need to see of a case, to understand and trust it?"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from complaintkit.model.audience import Audience
from complaintkit.model.case import Case, Exhibit, SentLetter
from complaintkit.model.entry import EntryKind
from complaintkit.model.score import CaseScore, Passage
from complaintkit.model.timeline import TimelineLine


class GapKind(StrEnum):
    """What a record lacks that a reader may ask about."""

    NO_REPLY = "no-reply"
    NO_PROOF = "no-proof"
    NO_COPY = "no-copy"
    LATE = "late"
    NO_NAME = "no-name"
    NO_REFERENCE = "no-reference"
    SPOKEN_PROMISE = "spoken-promise"
    NO_RECEIPT = "no-receipt"
    ABOUT = "about"
    IMPORTED = "imported"
    CLOCK_SET = "clock-set"
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that the record does not show.

    `seq` is the entry it is about, `letter` the number of a sent letter (0: none). `days` counts
    what the kind counts: days without a reply, or from the event to writing it down.
    """

    kind: GapKind
    seq: int
    on: date
    letter: int = 0
    days: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A correction, a retraction or an erasure: what was done to entry `target`, and why.

    `kind` is correction, retraction or erase; `fields` are the paths that were changed.
    """

    seq: int
    kind: EntryKind
    target: int
    on: date
    fields: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFile:
    """What became of a kept file on its way to others.

    `path` is where it lies in the pack, "" where it is not there. `sha256` and `media_type` are
    those of the copy; where it is not byte for byte what was recorded, `changed` says why in a
    few words. Where the file is not given, `left_out` says why; `is_missing`: it should be there
    and is not.
    """

    recorded: str
    path: str = ""
    sha256: str = ""
    media_type: str = ""
    changed: str = ""
    left_out: str = ""
    is_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordExhibit:
    """An exhibit with what became of its file, and the entries that it supports."""

    exhibit: Exhibit
    file: SharedFile
    supports: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLetter:
    """A sent letter with its file; `answered_on` is the first day on which anything came back."""

    letter: SentLetter
    file: SharedFile
    answered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that the bundle and the HTML record show, as the audience may see it.

    `lines` are the chronology, oldest first; `turns` the numbers of its few weightiest entries.
    `gaps` is empty where the audience is not to see them. `head` is the hash of the last entry,
    `recorded` when the first and the last entry were written down (UTC, ISO 8601).
    """

    case: Case
    audience: Audience
    made_at: datetime
    tool: str
    entries: int
    head: str
    recorded: tuple[str, str]
    score: CaseScore
    passages: tuple[Passage, ...]
    lines: tuple[TimelineLine, ...]
    turns: tuple[int, ...]
    letters: tuple[RecordLetter, ...]
    exhibits: tuple[RecordExhibit, ...]
    changes: tuple[Change, ...] = ()
    gaps: tuple[Gap, ...] = ()
    removed: tuple[str, ...] = ()
    is_shortened: bool = False
