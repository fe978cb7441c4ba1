"""Which sentences and figures does the record show, before anybody lays them out?"""

from dataclasses import dataclass
from datetime import date

from complaintkit.model.record import SharedFile
from complaintkit.model.score import Passage
from complaintkit.render.score_words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A label with its lines."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the chronology. `way` is out, in or "". `notes` say what is special about it."""

    seq: int
    when: str
    way: str
    who: str
    what: tuple[str, ...]
    notes: tuple[str, ...] = ()
    exhibits: tuple[int, ...] = ()
    letter: int = 0

    @property
    def brief(self) -> str:
        """What happened, in one line."""
        *lines, last = self.what or ("",)
        return (
            "".join(f"{one} " if one.endswith((".", "”")) else f"{one}; " for one in lines) + last
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTold:
    """A sent letter or an exhibit: what is known of it, and its file.

    `key` is “letter-2” or “exhibit-3”, `label` what it is called, `title` what it shows (none for a
    letter). `name` is the file's own; `supports` are entries.
    """

    key: str
    label: str
    items: tuple[Item, ...]
    file: SharedFile
    name: str
    title: str = ""
    supports: tuple[int, ...] = ()

    @property
    def heading(self) -> str:
        """What stands above it."""
        return f"{self.label}: {self.title}" if self.title else self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The record in words. Empty parts are left out by who lays it out.

    `summary` and `turns` belong on the first page. `picture` is what passed between the two
    sides, for a drawing of it. `headings` are the small words of the page.
    """

    language: str
    paper: str
    made_on: date
    title: str
    subtitle: str
    purpose: str
    made: str
    summary: tuple[Item, ...]
    turns: tuple[Row, ...]
    figures: tuple[Item, ...]
    picture: tuple[Passage, ...]
    rows: tuple[Row, ...]
    letters: tuple[PaperTold, ...]
    exhibits: tuple[PaperTold, ...]
    changes: tuple[str, ...]
    gaps: tuple[str, ...]
    removed: tuple[str, ...]
    integrity: tuple[Item, ...]
    how_to_check: tuple[str, ...]
    proves: tuple[str, ...]
    proves_not: tuple[str, ...]
    headings: Words
