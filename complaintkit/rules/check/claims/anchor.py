"""Of which entry of the log does a statement speak?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from complaintkit.model.review import Remark, Severity
from complaintkit.rules.check.claims.days import Named
from complaintkit.rules.check.claims.money import Sum
from complaintkit.rules.check.claims.people import Mention
from complaintkit.rules.check.claims.record import Known, Record, plain_number
from complaintkit.rules.check.claims.references import Number, Numbers
from complaintkit.rules.check.claims.text import Reading, Statement
from complaintkit.rules.check.claims.words import ClaimsWords

CONTRADICTED, UNSUPPORTED = "contradicted", "unsupported"
SURE, SPECIAL = 2.0, 1.8
"""A score from which a statement surely speaks of an entry; and from what is special to it."""
_DAY, _UNTIL, _NAME, _NUMBER, _SUM, _TIE, _WAY = 5.0, 3.0, 4.0, 5.0, 2.0, 1.0, 1.0
_SAME = 6.0
_MOST_FOR_WORDS, _BEFORE, _NAMELESS = 3.5, 1.0, 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement of the letter with the facts in it. Places are those of the text as read.

    `untils` are those of its days up to which something was to be, `owns` the others; `before`
    is the statement before it in the same paragraph.
    """

    where: Statement
    text: str
    words: frozenset[str]
    days: tuple[Named, ...]
    untils: tuple[Named, ...]
    owns: tuple[Named, ...]
    sums: tuple[Sum, ...]
    people: tuple[Mention, ...]
    numbers: tuple[Number, ...]
    stems: frozenset[str]
    ties: frozenset[str]
    channels: frozenset[str]
    before: "Said | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A letter and the log that it is held against."""

    letter: Reading
    quoted: tuple[tuple[int, int], ...]
    statements: tuple[Said, ...]
    record: Record
    numbers: Numbers
    words: ClaimsWords

    def statement_at(self, place: int) -> Said | None:
        """Return the statement in which a place stands."""
        return next(
            (one for one in self.statements if one.where.start <= place < one.where.end), None
        )

    def times_named(self, day: date) -> int:
        """Return how often the letter names a day: a slip is made once."""
        return sum(day in one.days for said in self.statements for one in said.days)

    def is_quoted(self, place: int) -> bool:
        """Whether a place stands in quotation marks."""
        return any(start <= place < end for start, end in self.quoted)

    def quote(self, start: int, end: int) -> tuple[str, int]:
        """Return the words at a place as they stand in the letter, and where."""
        first, last = self.letter.place(start, end)
        return self.letter.written[first:last], first

    def contradicted(self, start: int, end: int, reason: str, new: str, known: Known) -> Remark:
        """Return the remark that a stretch is not what an entry says, and what to write instead.

        A stretch that a table breaks over its lines cannot be reworded in one place: there the
        suggestion is advice.
        """
        quote, first = self.quote(start, end)
        is_whole = len(quote) == end - start
        return Remark(
            kind=CONTRADICTED,
            severity=Severity.ERROR,
            start=first,
            end=first + len(quote),
            quote=quote,
            reason=reason,
            suggestion=new if is_whole else self.words.advice["check"].format(entry=known.seq),
            is_rewording=is_whole,
            entry=known.seq,
            exhibit=known.exhibits[0] if known.exhibits else None,
        )

    def advised(self, start: int, end: int, reason: str, advice: str, known: Known) -> Remark:
        """Return the remark that a stretch is not what an entry says, with advice what to do."""
        remark = self.contradicted(start, end, reason, advice, known)
        return replace(remark, suggestion=advice, is_rewording=False)

    def unsupported(self, start: int, end: int, reason: str) -> Remark:
        """Return the remark that the log knows nothing of what a stretch says."""
        quote, first = self.quote(start, end)
        return Remark(
            kind=UNSUPPORTED,
            severity=Severity.WARNING,
            start=first,
            end=first + len(quote),
            quote=quote,
            reason=reason,
            suggestion=self.words.advice["none"],
            is_rewording=False,
        )


def scored(said: Said, record: Record, *, without: str = "") -> list[tuple[float, Known]]:
    """Return the entries that a statement can speak of, the likeliest first.

    `without` leaves one sort of fact out: “people”, “numbers”, “sums”, “days”, or of the days
    those of the entries themselves (“own”). What the sentence before surely speaks of is a little
    likelier.
    """
    found = [(score(said, one, record, without=without), one) for one in record.entries]
    if said.before and not said.where.is_row:
        _add_before(found, said.before, record)
    return sorted((pair for pair in found if pair[0] > 0), key=lambda pair: pair[0], reverse=True)


def _add_before(found: list[tuple[float, Known]], before: Said, record: Record) -> None:
    points, at = max((score(before, one, record), -at) for at, (_, one) in enumerate(found))
    if points >= _DAY:
        found[-at] = (found[-at][0] + _BEFORE, found[-at][1])


def score(said: Said, known: Known, record: Record, *, without: str = "") -> float:
    """Return how much speaks for it that a statement is about an entry."""
    total = tied(said, known) + special(said, known, record, without=without)
    if without not in ("own", "days"):
        total += _DAY * any(known.is_on(day) for one in said.owns for day in one.days)
    return total


def special(said: Said, known: Known, record: Record, *, without: str = "") -> float:
    """Return what speaks for an entry besides its own day, the way and the kind of contact."""
    total = 0.0
    if without != "days" and _sets_or_tells(said, known):
        total += _UNTIL
    if without != "people":
        total += _NAME * any(known in one.entries for one in said.people)
        total -= _against(said, known)
    if without != "numbers" and known.reference and said.numbers:
        own = plain_number(known.reference)
        total += _NUMBER * any(one.plain == own for one in said.numbers)
    if without != "sums" and known.sums:
        total += _SUM * any(amount in known.sums for one in said.sums for amount in one.amounts)
    shared = said.stems & known.stems
    return total + min(_MOST_FOR_WORDS, sum(0.4 + record.rarity[stem] for stem in shared))


def _sets_or_tells(said: Said, known: Known) -> bool:
    """Whether an entry set a day up to which a statement says something, or tells one of its."""
    if any(day in known.until for one in said.untils for day in one.days):
        return True
    return any(day in known.told for one in said.days for day in one.days)


def _against(said: Said, known: Known) -> float:
    """Return what speaks against an entry in a row that does not name its person."""
    if not said.where.is_row or not known.name:
        return 0.0
    if not said.people:
        is_small = any(part in said.words for part in known.name.casefold().split())
        return 0.0 if is_small else _NAMELESS
    return 0.0 if any(known in one.entries for one in said.people) else _NAME


def tied(said: Said, known: Known) -> float:
    """Return what speaks for an entry by the kind and the way of contact that words name."""
    total = _TIE * (known.kind in said.ties)
    channel = getattr(known.source, "channel", None)
    return total + _WAY * (channel is not None and channel.value in said.channels)


def is_told_elsewhere(held: Held, said: Said, known: Known) -> bool:
    """Whether another statement of the same sort tells an entry with its day.

    Rows are compared with rows, and sentences with sentences: a table says once more what the
    sentences say. One more contact with the same person is then likelier than a slip, unless
    much else is the same too.
    """
    if known.on is None or known.kind == "open" or special(said, known, held.record) >= _SAME:
        return False
    return any(
        other is not said
        and other.where.is_row == said.where.is_row
        and not other.where.is_head
        and any(known.is_on(day) for one in other.owns for day in one.days)
        and _tells(held, other, known)
        for other in held.statements
    )


def _tells(held: Held, said: Said, known: Known) -> bool:
    """Whether a statement with the day of an entry speaks of that entry."""
    if said.where.is_row:
        return scored(said, held.record)[0][1] is known
    return special(said, known, held.record) >= SPECIAL


def is_another(held: Held, said: Said) -> bool:
    """Whether a sentence can speak of one more contact, which the log need not have."""
    return not said.where.is_row and bool(held.words.more["another"].search(said.text))


def nearest(days: Iterable[date], day: date) -> date:
    """Return the day most like another: one figure apart, else the fewest days away."""
    return min(days, key=lambda one: (_apart(one, day), abs((one - day).days)))


def _apart(one: date, other: date) -> int:
    return (one.year != other.year) + (one.month != other.month) + (one.day != other.day)
