"""What is one line of the log, as it was recorded?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class EntryKind(StrEnum):
    """What an entry records."""

    OPEN = "open"
    ENCOUNTER = "encounter"
    EVENT = "event"
    EXHIBIT = "exhibit"
    PROMISE = "promise"
    OFFER = "offer"
    COST = "cost"
    NOTE = "note"
    LETTER = "letter"
    CORRECTION = "correction"
    RETRACTION = "retraction"
    ERASE = "erase"
    CLOSE = "close"
    REOPEN = "reopen"
    REMINDER = "reminder"
    EXTENSION = "extension"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One recorded line: flat text fields by path ("promised.0.what").

    `values` holds only the content paths, not the `entry.*` ones. A value is None
    where it was erased or withheld. `recorded_at` is UTC, ISO 8601, to the second.
    """

    id: str
    case_id: str
    seq: int
    kind: EntryKind
    recorded_at: str
    values: Mapping[str, str | None]
    hash: str = ""


class NewEntry(NamedTuple):
    """Something to be recorded: flat content fields, not yet numbered or sealed."""

    id: str
    kind: EntryKind
    fields: Mapping[str, str]


class Recording(NamedTuple):
    """The circumstances of recording: the tool's clock, and where salts come from.

    `at` is timezone-aware. `clock_is_set` marks entries made under COMPLAINTKIT_NOW.
    `salts` returns that many fresh salts of 16 bytes.
    """

    at: datetime
    zone: str
    clock_is_set: bool
    tool: str
    new_id: Callable[[], str]
    salts: Callable[[int], list[bytes]]

    @property
    def offset(self) -> str:
        """The distance of `at` from UTC, as +01:00."""
        written = self.at.strftime("%z")
        return f"{written[:3]}:{written[3:5]}"


class Saved(NamedTuple):
    """An entry that was read back after the commit. `head` is the case's newest hash."""

    entry: Entry
    head: str
