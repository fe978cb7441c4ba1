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

    `body` stands between salutation and closing; `paper` is "a4" or "us-letter"; `layout`
    says where the blocks stand (LAYOUTS); `delivery` is the line above the recipient that
    says how the letter goes ("By registered post"). `unused` names logged facts that the
    letter leaves out; `is_edited`: the person changed its words.
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
    layout: str = ""
    delivery: tuple[Run, ...] = ()
    is_edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedBody:
    """A body outside the company that a letter may name, because it was looked up lately.

    `called` is the name in an English sentence, `name` the one in its own language.
    `from_day` is the day from which it takes the case without a final answer of the company;
    None where it takes it already, or only with that answer.
    """

    body_id: str
    called: str
    name: str
    from_day: date | None = None


# Block letters as in the US; sender at the right as in the UK; DIN 5008 with the address
# field of form A (27 mm from the top) or B (45 mm), for window envelopes.
LAYOUTS = ("us", "uk", "din-a", "din-b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person chose for one letter; everything else comes from the record.

    `language` and `layout` "" follow the country. `opening` is "plain" or "measured" (the
    opening of the source article: "dismayed"). `entry` is the number of the contact or offer
    that the letter is about (None: the last), `party` the name of a party in the case to whom
    it goes, `via` the delivery line. `part_payment`: whether part of the sum would be taken as
    part only. `basis` is a term, advert or policy in the person's own words; `right` the id of
    a right from `data/rights`, or “none”; `copies` names who else gets the letter.
    """

    language: str = ""
    layout: str = ""
    opening: str = "plain"
    answer_days: int | None = None
    entry: int | None = None
    party: str = ""
    via: str = ""
    part_payment: bool = True
    basis: str = ""
    right: str = ""
    copies: tuple[str, ...] = ()
