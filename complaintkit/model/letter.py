"""What is a letter, before it becomes text, a page or a file?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text and where it comes from.

    `source` is "" for the template's fixed words, else the entry ("#4"), exhibit
    ("Exhibit 2"), "profile", "your words" or "calendar" (worked out from the day of
    writing); several are joined by ", ".
    """

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text. A line feed inside a run is a line break."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list, numbered or not."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells under a heading row."""

    head: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


Block = Paragraph | Listing | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter. Every format is a view of this value.

    `body` stands between salutation and closing; `paper` is "a4" or "us-letter";
    `unused` names logged facts that the letter leaves out.
    """

    kind: str
    language: str
    paper: str
    sender: tuple[Run, ...]
    dated: Run
    written_on: date
    recipient: tuple[Run, ...]
    subject: tuple[Run, ...]
    salutation: tuple[Run, ...]
    body: tuple[Block, ...]
    closing: tuple[Run, ...]
    signature: Run
    answer_by: date | None = None
    enclosures_label: str = ""
    enclosures: tuple[tuple[Run, ...], ...] = ()
    copies_label: str = ""
    copies: tuple[tuple[Run, ...], ...] = ()
    unused: tuple[str, ...] = ()
