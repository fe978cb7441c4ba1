"""Of which entry of the log does a statement speak?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from complaintkit.rules.check.claims_days import Named
from complaintkit.rules.check.claims_money import Sum
from complaintkit.rules.check.claims_people import Mention
from complaintkit.rules.check.claims_references import Number
from complaintkit.rules.check.claims_text import Reading, Statement
from complaintkit.rules.check.claims_words import ClaimsWords
from complaintkit.rules.check.record_facts import Known, Record, plain_number

SURE = 2.0
"""A score from which a statement surely speaks of an entry."""
_DAY, _UNTIL, _NAME, _NUMBER, _SUM, _TIE, _WAY = 5.0, 3.0, 4.0, 5.0, 2.0, 1.0, 1.0
_MOST_FOR_WORDS = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement of the letter with the facts in it. Places are those of the text as read."""

    where: Statement
    text: str
    days: tuple[Named, ...]
    sums: tuple[Sum, ...]
    people: tuple[Mention, ...]
    numbers: tuple[Number, ...]
    stems: frozenset[str]
    ties: frozenset[str]
    channels: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A letter and the log that it is held against."""

    letter: Reading
    quoted: tuple[tuple[int, int], ...]
    statements: tuple[Said, ...]
    record: Record
    words: ClaimsWords

    def quote(self, start: int, end: int) -> tuple[str, int]:
        """Return the words at a place as they stand in the letter, and where."""
        first, last = self.letter.place(start, end)
        return self.letter.text[start : start + last - first], first


def scored(said: Said, record: Record, *, without: str = "") -> list[tuple[float, Known]]:
    """Return the entries that a statement can speak of, the likeliest first.

    `without` leaves one sort of fact out: “days”, “people”, “numbers” or “sums”.
    """
    found = [(score(said, one, record, without=without), one) for one in record.entries]
    return sorted((pair for pair in found if pair[0] > 0), key=lambda pair: pair[0], reverse=True)


def score(said: Said, known: Known, record: Record, *, without: str = "") -> float:
    """Return how much speaks for it that a statement is about an entry."""
    total = _tied(said, known)
    if without != "days":
        named = [day for one in said.days for day in one.days]
        total += _DAY * any(known.is_on(day) for day in named)
        total += _UNTIL * (
            not known.told.isdisjoint(named) or not set(known.until).isdisjoint(named)
        )
    if without != "people":
        total += _NAME * any(known in one.entries for one in said.people)
    if without != "numbers" and known.reference:
        own = plain_number(known.reference)
        total += _NUMBER * any(one.plain == own for one in said.numbers)
    if without != "sums":
        total += _SUM * any(_holds(known.sums, one.amounts) for one in said.sums)
    shared = said.stems & known.stems
    return total + min(_MOST_FOR_WORDS, sum(0.4 + record.rarity[stem] for stem in shared))


def _tied(said: Said, known: Known) -> float:
    total = _TIE * (known.kind in said.ties)
    channel = getattr(known.source, "channel", None)
    return total + _WAY * (channel is not None and channel.value in said.channels)


def _holds(sums: Iterable[Decimal], amounts: Iterable[Decimal]) -> bool:
    return not set(sums).isdisjoint(amounts)


def nearest(days: Iterable[date], day: date) -> date:
    """Return the day most like another: one figure apart, else the fewest days away."""
    return min(days, key=lambda one: (_apart(one, day), abs((one - day).days)))


def _apart(one: date, other: date) -> int:
    return (one.year != other.year) + (one.month != other.month) + (one.day != other.day)
