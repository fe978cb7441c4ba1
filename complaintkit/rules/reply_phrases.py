"""Does a phrase stand in a sentence, and does it count there?

How a phrase is written: the head of `data/replies.yaml`. Matching looks at each word of the
text once for the few phrases that begin like it, so that its time grows with the text alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from complaintkit.rules.reply_text import Token

GAP = 4
"""Words that “…” may stand for."""

NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "without", "unable", "refuse"})
HEDGES = frozenset({"if", "whether", "unless", "until", "till", "before", "once"})
_SUBJECTS = frozenset({"we", "i", "you", "they", "it", "he", "she", "this", "our", "your"})
_NEAR = 4
_BEGINS = 2


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word of a phrase: the words that fit, the beginnings that fit; or a gap."""

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    is_gap: bool = False
    is_optional: bool = False

    def fits(self, word: str) -> bool:
        return word in self.words or word.startswith(self.beginnings or ("\0",))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, the kind that it speaks for, and how strongly."""

    kind: str
    weight: int
    text: str
    pieces: tuple[_Piece, ...]
    counts_after_if: bool = False


def phrase(text: str, *, kind: str, weight: int, counts_after_if: bool = False) -> Phrase:
    """Read a phrase as it is written in the data. Raises ValueError for one that is not whole."""
    pieces = tuple(_piece(part) for part in text.split())
    if not pieces or any(edge.is_gap or edge.is_optional for edge in (pieces[0], pieces[-1])):
        raise ValueError(f"a phrase begins and ends with a word: {text!r}")
    return Phrase(kind, weight, text, pieces, counts_after_if)


def index(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    """Return the phrases by the first two letters with which they can begin."""
    found: dict[str, list[Phrase]] = {}
    for one in phrases:
        first = one.pieces[0]
        for key in {word[:_BEGINS] for word in (*first.words, *first.beginnings)}:
            found.setdefault(key, []).append(one)
    return found


def matches(
    tokens: Sequence[Token], by_beginning: dict[str, list[Phrase]]
) -> Iterator[tuple[Phrase, int, int]]:
    """Give each phrase that stands in the text and counts: first and last word of it."""
    for place, token in enumerate(tokens):
        for one in by_beginning.get(token.word[:_BEGINS], ()):
            last = _ends_at(tokens, place, one.pieces, 0)
            if last is not None and _counts(tokens, place, one):
                yield one, place, last


def _piece(part: str) -> _Piece:
    if part == "…":
        return _Piece(is_gap=True)
    optional = part.endswith("?")
    ways = part.removesuffix("?").split("/")
    if not all(way.removesuffix("*").isalnum() and way == way.casefold() for way in ways):
        raise ValueError(f"no word of a phrase: {part!r}")
    return _Piece(
        words=frozenset(way for way in ways if not way.endswith("*")),
        beginnings=tuple(way[:-1] for way in ways if way.endswith("*")),
        is_optional=optional,
    )


def _ends_at(
    tokens: Sequence[Token], place: int, pieces: tuple[_Piece, ...], at: int
) -> int | None:
    """Return the last word of the phrase that begins (or goes on) here; None: it does not."""
    if at == len(pieces):
        return place - 1
    piece = pieces[at]
    if piece.is_gap:
        return _after_gap(tokens, place, pieces, at)
    if place < len(tokens) and _is_same(tokens, place, at) and piece.fits(tokens[place].word):
        found = _ends_at(tokens, place + 1, pieces, at + 1)
        if found is not None:
            return found
    return _ends_at(tokens, place, pieces, at + 1) if piece.is_optional else None


def _after_gap(
    tokens: Sequence[Token], place: int, pieces: tuple[_Piece, ...], at: int
) -> int | None:
    for further in range(place, min(place + GAP, len(tokens) - 1) + 1):
        found = _ends_at(tokens, further, pieces, at + 1)
        if found is not None:
            return found
        if not _is_same(tokens, further, at) or tokens[further].word in NEGATIONS:
            return None
    return None


def _is_same(tokens: Sequence[Token], place: int, at: int) -> bool:
    """Whether this word is in the sentence of the one before it, where the phrase has begun."""
    return at == 0 or tokens[place].sentence == tokens[place - 1].sentence


def _counts(tokens: Sequence[Token], place: int, one: Phrase) -> bool:
    """Whether nothing before the phrase, in its clause, takes it back."""
    clause = tokens[place].clause
    start = place
    while start > 0 and place - start < 2 * _NEAR and tokens[start - 1].clause == clause:
        start -= 1
    before = [token.word for token in tokens[start:place]]
    if not one.counts_after_if and not HEDGES.isdisjoint(before):
        return False
    if before and tokens[place].word in _SUBJECTS and before[-1] not in ("that", *NEGATIONS):
        return True
    near = before[-_NEAR:]
    return not any(
        word in NEGATIONS and not (word == "not" and near[at + 1 : at + 2] == ["only"])
        for at, word in enumerate(near)
    )
