"""Which numbers, sums and days stand in words of the log, but are others there?

A letter often says what the log says, in the same words. Where three or four words around a
number are those of an entry, and the number is another, one of the two is wrong.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from complaintkit.model.review import Remark
from complaintkit.rules.check.claims_anchor import Held, nearest
from complaintkit.rules.check.claims_days import Named, written_like
from complaintkit.rules.check.claims_money import Sum, sum_like
from complaintkit.rules.check.claims_numbers import is_number_word, number_like, number_of
from complaintkit.rules.check.claims_told import what_of
from complaintkit.rules.check.claims_words import STEM
from complaintkit.rules.check.record_facts import SHORT

_SHAPES = (
    (6, 0),
    (4, 0),
    (3, 0),
    (3, 1),
    (2, 1),
    (2, 2),
    (3, 3),
    (1, 2),
    (1, 3),
    (0, 2),
    (0, 3),
    (0, 4),
    (0, 6),
)
"""How many words before and after a number are compared, the most first."""
_TELLING = 2

Fact = Named | Sum


class Place(NamedTuple):
    """A word, or a fact in its place: “#day”, “#sum”, “#number” with what it can be."""

    word: str
    start: int
    end: int
    values: frozenset[object]
    fact: Fact | None


Key = tuple[str, int, tuple[str, ...]]


def copy_remarks(held: Held) -> Iterator[Remark]:
    """Yield a remark for each fact that stands in words of an entry and differs from it."""
    told = held.record.told
    log: dict[Key, list[tuple[int, Place]]] = {}
    places = _places(told.text, told.facts, told.begins)
    for at, place in enumerate(places):
        if place.values:
            for key in _keys(places, at, held):
                log.setdefault(key, []).append((told.owner_at(place.start), place))
    facts: list[Fact] = []
    for said in held.statements:
        facts += [*said.days, *said.sums]
    letter = _places(held.letter.text, facts, [one.where.end for one in held.statements])
    for at, place in enumerate(letter):
        hits = (
            [hit for key in _keys(letter, at, held) for hit in log.get(key, ())]
            if place.values
            else []
        )
        if any(place.values & other.values for _, other in hits):
            continue
        hits = [hit for hit in hits if not _is_of_other_day(held, place, hit[0])]
        if hits:
            yield _wrong(held, place, hits)


def _is_of_other_day(held: Held, place: Place, seq: int) -> bool:
    """Whether the sentence is dated, and so tells of another entry that the log need not have."""
    said = held.statement_at(place.start)
    known = held.record.numbered(seq)
    if said is None or known.kind == "open" or not said.owns:
        return False
    return place.fact not in said.days and not any(
        known.is_on(day) for one in said.owns for day in one.days
    )


def _places(text: str, facts: Iterable[Fact], ends: Sequence[int]) -> list[Place]:
    """Return the words of a text, its facts as one word each, and a mark at every end."""
    by_start = {one.start: one for one in facts}
    found: list[Place] = []
    skip, at = 0, 0
    for match in _word().finditer(text):
        start = match.start()
        while at < len(ends) and start >= ends[at]:
            at += 1
            found.append(_END)
        if start < skip:
            continue
        fact = by_start.get(start)
        if fact is None:
            found.append(_word_place(match))
            continue
        skip = fact.end
        is_day = isinstance(fact, Named)
        values = frozenset[object](fact.days if isinstance(fact, Named) else fact.amounts)
        found.append(Place("#day" if is_day else "#sum", start, fact.end, values, fact))
    return found


def _word_place(match: re.Match[str]) -> Place:
    word = match[0].casefold()
    values = frozenset[object]()
    if word[0].isdigit() or (is_number_word(word) and word not in _NO_COUNTS):
        number = number_of(re.sub(r"[.](?=\d{3}\b)", ",", word))
        values = frozenset[object]([word if number is None else number])
        word = "#number"
    return Place(word, match.start(), match.end(), values, None)


def _keys(places: Sequence[Place], at: int, held: Held) -> Iterator[Key]:
    """Yield the words around a place, in all shapes that tell enough."""
    common = held.words.common
    for before, after in _SHAPES:
        if at < before or at + after >= len(places):
            continue
        around = (*places[at - before : at], *places[at + 1 : at + 1 + after])
        words = tuple(one.word for one in around)
        if _END.word in words[1:-1]:
            continue
        telling = [
            word
            for word in words
            if len(word) >= SHORT and word[0] != "#" and word[:STEM] not in common
        ]
        if len(telling) >= _TELLING:
            yield places[at].word, before, words


def _wrong(held: Held, place: Place, hits: Sequence[tuple[int, Place]]) -> Remark:
    seq = Counter(owner for owner, _ in hits).most_common(1)[0][0]
    right = next(other for owner, other in hits if owner == seq)
    known = held.record.numbered(seq)
    quote, _ = held.quote(place.start, place.end)
    new = _written(held, place, right)
    reason = held.words.reasons["copy"].format(
        what=what_of(held.words, known), known=new, entry=seq, said=" ".join(quote.split())
    )
    return held.contradicted(place.start, place.end, reason, new, known)


def _written(held: Held, place: Place, right: Place) -> str:
    """Write the fact of the log as the one of the letter is written."""
    text, log = held.letter.text, held.record.told.text
    if isinstance(place.fact, Named) and isinstance(right.fact, Named):
        return written_like(text, place.fact, nearest(right.fact.days, place.fact.days[0]))
    if isinstance(place.fact, Sum) and isinstance(right.fact, Sum):
        return sum_like(text, place.fact, right.fact.amounts[0])
    [number] = right.values
    return (
        number_like(text[place.start : place.end], number)
        if isinstance(number, int)
        else log[right.start : right.end]
    )


_END = Place("#end", 0, 0, frozenset(), None)
_NO_COUNTS = ("one", "zero", "hundred", "thousand", "a")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['’ʼ][^\W_]+)*|[$£€₦₹]")
