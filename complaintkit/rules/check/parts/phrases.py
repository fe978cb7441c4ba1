"""Where in a text does a phrase of the parts' data stand?

How a phrase is written: the head of `data/tone/parts.yaml`. Each word of a text is turned once
into a number whose bits say to which classes and pieces of phrases it belongs; a phrase is then
compared by its bits, so that time grows with the text alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_

GAP = 4
"""Words that “…” may stand for."""

NEGATIONS = frozenset(
    ["not", "no", "never", "nor", "neither", "without", "nobody", "none", "nothing", "hardly"]
)
_SOFT = "<soft>? <soft>? <soft>?"
_KEPT = 20_000  # words whose bits are remembered


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word of a phrase by its bit, or a gap. `is_other`: any word without that bit."""

    bit: int = 0
    is_other: bool = False
    is_gap: bool = False
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class PhraseList:
    """Phrases that say the same, each with the bits that a text must have for it to stand there."""

    phrases: tuple[tuple[tuple[_Piece, ...], int], ...]
    negation: int

    def matches(
        self, bits: Sequence[int], ends: Sequence[int], there: int
    ) -> Iterator[tuple[int, int]]:
        """Yield first and last word of each phrase that stands in the text.

        `bits` are those of each word and `there` of all of them, `ends` the place after the last
        word of its sentence.
        """
        possible = [pieces for pieces, needed in self.phrases if needed & there == needed]
        first = reduce(or_, (pieces[0].bit for pieces in possible), 0)
        for place, some in enumerate(bits) if first else ():
            hit = some & first
            if not hit:
                continue
            for pieces in possible:
                if not pieces[0].bit & hit:
                    continue
                last = self._ends_at(bits, ends[place], place + 1, pieces, 1)
                if last is not None:
                    yield place, last
                    break

    def _ends_at(
        self, bits: Sequence[int], end: int, place: int, pieces: tuple[_Piece, ...], at: int
    ) -> int | None:
        """Return the last word of the phrase that goes on here, or None where it does not."""
        while at < len(pieces):
            piece = pieces[at]
            if place >= end:
                return None
            if piece.is_gap:
                return self._after_gap(bits, end, place, pieces, at)
            if bool(bits[place] & piece.bit) is not piece.is_other:
                if piece.is_optional:
                    found = self._ends_at(bits, end, place + 1, pieces, at + 1)
                    if found is not None:
                        return found
                else:
                    place += 1
            elif not piece.is_optional:
                return None
            at += 1
        return place - 1

    def _after_gap(
        self, bits: Sequence[int], end: int, place: int, pieces: tuple[_Piece, ...], at: int
    ) -> int | None:
        for further in range(place, min(place + GAP + 1, end)):
            found = self._ends_at(bits, end, further, pieces, at + 1)
            if found is not None:
                return found
            if bits[further] & self.negation:
                return None
        return None


class Lexicon:
    """Which word belongs to which classes: hands out a bit for each set of words."""

    def __init__(self) -> None:
        self._bits: dict[tuple[str, ...], int] = {}
        self._words: dict[str, int] = {}
        self._beginnings: dict[str, int] = {}
        self.negation = self.bit(tuple(sorted(NEGATIONS)))
        self.bits_of = lru_cache(maxsize=_KEPT)(self._bits_of)

    def bit(self, words: tuple[str, ...]) -> int:
        """Return the bit of a set of words; `*` ends a word that may go on.

        Raises ValueError for what is no word.
        """
        if words not in self._bits:
            bit = self._bits[words] = 1 << len(self._bits)
            for word in words:
                plain = word.removesuffix("*")
                if not plain.isalnum() or plain != plain.casefold():
                    raise ValueError(f"no word of a phrase: {word!r}")
                where = self._beginnings if word.endswith("*") else self._words
                where[plain] = where.get(plain, 0) | bit
        return self._bits[words]

    def _bits_of(self, word: str) -> int:
        """Return the bits of all sets to which a word belongs."""
        bits = self._words.get(word, 0)
        for length in range(2, len(word) + 1):
            bits |= self._beginnings.get(word[:length], 0)
        return bits

    def phrases(self, texts: Sequence[str], classes: Mapping[str, tuple[str, ...]]) -> PhraseList:
        """Read phrases that say the same. Raises ValueError for one that is not whole."""
        read = [
            (text, tuple(self._piece(one, classes) for one in text.replace("~", _SOFT).split()))
            for text in texts
        ]
        for text, pieces in read:
            edges = (pieces[0], pieces[-1]) if pieces else ()
            if not edges or any(edge.is_gap or edge.is_optional for edge in edges):
                raise ValueError(f"a phrase begins and ends with a word: {text!r}")
        return PhraseList(tuple((pieces, _needed(pieces)) for _, pieces in read), self.negation)

    def _piece(self, part: str, classes: Mapping[str, tuple[str, ...]]) -> _Piece:
        if part == "…":
            return _Piece(is_gap=True)
        ways = part.removesuffix("?")
        words: list[str] = []
        for way in ways.removeprefix("!").split("/"):
            words += classes[way[1:-1]] if way.startswith("<") else [way]
        return _Piece(
            self.bit(tuple(words)), is_other=ways.startswith("!"), is_optional=part.endswith("?")
        )


def _needed(pieces: Sequence[_Piece]) -> int:
    """Return the bits of all words that cannot be left out."""
    sure = (one for one in pieces if not (one.is_gap or one.is_optional or one.is_other))
    return reduce(or_, (one.bit for one in sure), 0)
