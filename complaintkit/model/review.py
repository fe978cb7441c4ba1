"""What does a check say about a text?"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an `info` is a hint, an `error` costs the writer their reader."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Part(StrEnum):
    """What a complete letter holds: facts/letters.md, section 1.

    `contact` is an earlier contact with the company, `name` a person spoken to, `reach` a way to
    reach the writer, `deadline` a date or time that the writer sets for the answer.
    """

    DATE = "date"
    AMOUNT = "amount"
    RESOLUTION = "resolution"
    DEADLINE = "deadline"
    REFERENCE = "reference"
    CONTACT = "contact"
    COURTESY = "courtesy"
    NAME = "name"
    REACH = "reach"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One finding in a text: the words, what is wrong with them, and what to write instead.

    `quote` is `text[start:end]`. `suggestion` is what a person is told to do: with
    `is_rewording` it is the very text that takes the place of the quote, and keeps each date,
    amount, reference and name in it; else advice in one sentence. `entry` is the number (#7) of
    the entry that a claim conflicts with, `exhibit` the number of an exhibit that bears on it.
    """

    kind: str
    severity: Severity
    start: int
    end: int
    quote: str
    reason: str
    suggestion: str
    is_rewording: bool = True
    entry: int | None = None
    exhibit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A part that the text should have and has not, with the sentence to add.

    `is_filled`: the sentence holds facts of the case, and no blank to fill in.
    """

    part: Part
    sentence: str
    is_filled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """A claim that the record bears out: where it stands, the entry and the exhibits."""

    start: int
    end: int
    quote: str
    entry: int
    exhibits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A turn of phrase that may make the text read ruder, or politer: “it thanks the reader”."""

    text: str
    is_ruder: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All that a check says of one text.

    `hints` are a few turns of phrase behind `rudeness`.
    `parts` are those found, `missing` those to add. `rudeness` ranks texts (0 to 1, higher is
    ruder) and is a hint only; None where the language is not known. `language` is “en” where the
    tone was looked at; else tone was not judged, and only parts that need no words were sought.
    """

    remarks: tuple[Remark, ...] = ()
    parts: tuple[Part, ...] = ()
    missing: tuple[Missing, ...] = ()
    supported: tuple[Support, ...] = ()
    rudeness: float | None = None
    hints: tuple[Hint, ...] = ()
    language: str = "en"
