"""Which numbers, sums and days stand in words of the log, but are others there?

A letter often says what the log says, in the same words. Where the words around a number are
those of an entry, and the number is another, one of the two is wrong.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from complaintkit.model.review import Remark
from complaintkit.rules.check.claims.anchor import Held, nearest
from complaintkit.rules.check.claims.days import Named, written_like
from complaintkit.rules.check.claims.money import Sum, sum_like
from complaintkit.rules.check.claims.numbers import number_like, number_of, spelled_numbers
from complaintkit.rules.check.claims.record import SHORT
from complaintkit.rules.check.claims.told import what_of
from complaintkit.rules.check.claims.words import STEM

_FARTHEST = 6
"""Words to the left and to the right that are compared."""
_TELLING = 2
"""Telling words that have to be the same."""
_END = "#end"
_GREAT = 1000
_JOINS = frozenset("-/_")
_NO_COUNTS = frozenset(["one", "zero", "hundred", "thousand"])

Fact = Named | Sum


class Place(NamedTuple):
    """A fact in its place, with what it can be."""

    start: int
    end: int
    values: frozenset[object]
    fact: Fact | None

    @property
    def is_great(self) -> bool:
        """Whether it is a number so great that it hardly stands twice beside the same word."""
        return any(isinstance(one, int) and one >= _GREAT for one in self.values)


class Line(NamedTuple):
    """Words one after the other: facts as “#day”, “#sum”, “#number”, and “#end” at every end.

    `places` are the facts by where they stand among the words.
    """

    words: list[str]
    places: dict[int, Place]


def copy_remarks(held: Held) -> Iterator[Remark]:
    """Yield a remark for each fact that stands in words of an entry and differs from it."""
    told = held.record.told
    words = [(found[0].casefold(), *found.span()) for found in _word().finditer(told.text)]
    log = _line(told.text, words, told.facts, told.begins)
    facts: list[Fact] = []
    for said in held.statements:
        facts += [*said.days, *said.sums]
    ends = [one.where.end for one in held.statements]
    words = [one[:3] for one in held.letter.words]
    letter = _line(held.letter.text, words, facts, ends)
    beside = _by_neighbour(log)
    for at, place in letter.places.items():
        spots = list(_spots(held, letter, at, log, beside))
        if any(place.values & log.places[spot].values for _, spot in spots):
            continue
        meant = [one for one in spots if not _is_of_other_day(held, place, log.places[one[1]])]
        if meant:
            yield _wrong(held, place, log.places[max(meant)[1]])


Beside = dict[tuple[str, int, str], list[int]]


def _by_neighbour(line: Line) -> Beside:
    """Return where the facts stand, by their sort and by the word before or after."""
    found: Beside = defaultdict(list)
    for at in line.places:
        for step in (-1, 1):
            found[line.words[at], step, line.words[at + step]].append(at)
    return found


def _spots(
    held: Held, letter: Line, at: int, log: Line, beside: Beside
) -> Iterator[tuple[int, int]]:
    """Yield where facts of the log have the same words around, after how many those are."""
    word = letter.words[at]
    near = (beside.get((word, step, letter.words[at + step]), ()) for step in (-1, 1))
    for spot in {spot for spots in near for spot in spots}:
        same = [far for step in (-1, 1) for far in _same(letter, at, log, spot, step)]
        telling = sum(_is_telling(letter.words[at + far], held) for far in same)
        telling += sum(letter.words[at + far][0] == "#" for far in same)
        is_great = 1 in same and letter.places[at].is_great and log.places[spot].is_great
        if telling >= _TELLING or (telling and is_great):
            yield len(same), spot


def _same(letter: Line, at: int, log: Line, spot: int, step: int) -> Iterator[int]:
    """Yield how far off the words are that are the same in both; facts have to be the same too."""
    for far in range(step, step * (_FARTHEST + 1), step):
        word = letter.words[at + far]
        if word != log.words[spot + far] or word == _END:
            return
        if word[0] == "#" and letter.places[at + far].values.isdisjoint(
            log.places[spot + far].values
        ):
            return
        yield far


def _is_telling(word: str, held: Held) -> bool:
    return len(word) >= SHORT and word[0] != "#" and word[:STEM] not in held.words.common


def _is_of_other_day(held: Held, place: Place, right: Place) -> bool:
    """Whether the sentence is dated, and so tells of another entry that the log need not have."""
    said = held.statement_at(place.start)
    known = held.record.numbered(held.record.told.owner_at(right.start))
    if said is None or known.kind == "open" or not said.owns or place.fact in said.days:
        return False
    return not any(known.is_on(day) for one in said.owns for day in one.days)


def _line(
    text: str,
    words: Sequence[tuple[str, int, int]],
    facts: Iterable[Fact],
    ends: Sequence[int],
) -> Line:
    """Return words, with each fact as one of them, and a mark at every end."""
    waiting = sorted(facts, reverse=True)
    found, places = [_END], dict[int, Place]()
    skip, at = 0, 0
    for word, start, end in words:
        if start < skip:
            continue
        while at < len(ends) and start >= ends[at]:
            at += 1
            found.append(_END)
        if waiting and waiting[-1].start <= start:
            fact = waiting.pop()
            skip = fact.end
            is_day = isinstance(fact, Named)
            values: tuple[object, ...] = fact.days if isinstance(fact, Named) else fact.amounts
            places[len(found)] = Place(fact.start, fact.end, frozenset(values), fact)
            found.append("#day" if is_day else "#sum")
        elif (
            _stands_alone(text, start, end)
            if word[0].isdigit()
            else word in _spelled() and word not in _NO_COUNTS
        ):
            places[len(found)] = number = _number(text, word, start, end)
            skip = number.end
            found.append("#number")
        else:
            found.append(word)
    found.append(_END)
    return Line(found, places)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether figures are a number, and no part of a reference or a telephone number."""
    before, after = text[start - 1 : start], text[end : end + 1]
    is_joined = before in _JOINS or (after in _JOINS and text[end + 1 : end + 2].isalnum())
    return not is_joined and not before.isalnum()


def _number(text: str, word: str, start: int, end: int) -> Place:
    """Return a number with all its figures: “24,000” is two words."""
    whole = _figures().match(text, start) if word[0].isdigit() else None
    if whole and whole.end() > end:
        end, word = whole.end(), whole[0]
        word = re.sub(r"[.,](?=\d{3}(?!\d))", "", word)
    number = number_of(word)
    return Place(start, end, frozenset([word if number is None else number]), None)


def _wrong(held: Held, place: Place, right: Place) -> Remark:
    known = held.record.numbered(held.record.told.owner_at(right.start))
    quote, _ = held.quote(place.start, place.end)
    new = _written(held, place, right)
    what = held.words.names["account"] if known.kind == "open" else what_of(held.words, known)
    reason = held.words.reasons["copy"].format(
        what=what, known=new, entry=known.seq, said=" ".join(quote.split())
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
    if isinstance(number, int):
        return number_like(text[place.start : place.end], number)
    return log[right.start : right.end]


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,]\d+)*")


@cache
def _spelled() -> frozenset[str]:
    return spelled_numbers()


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
