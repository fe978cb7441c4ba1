"""Does a phrase stand in a sentence, and does it count there?

How a phrase is written: the head of `data/replies.yaml`. Matching looks at each word of the
text once for the few phrases that begin like it, so that its time grows with the text alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from complaintkit.rules.phrase_pieces import BEGINS, NEGATIONS, Piece, places, shape
from complaintkit.rules.reply_text import Token

HEDGES = frozenset({"if", "whether", "unless", "until", "till", "before", "once"})
_SUBJECTS = frozenset({"we", "i", "you", "they", "it", "he", "she", "this", "our", "your"})
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, the kind that it speaks for, and how strongly."""

    kind: str
    weight: int
    text: str
    pieces: tuple[Piece, ...]
    counts_after_if: bool = False


def phrase(text: str, *, kind: str, weight: int, counts_after_if: bool = False) -> Phrase:
    """Read a phrase as it is written in the data. Raises ValueError for one that is not whole."""
    pieces = shape(text).pieces
    return Phrase(kind, weight, text, pieces, counts_after_if)


def index(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    """Return the phrases by the first two letters with which they can begin."""
    found: dict[str, list[Phrase]] = {}
    for one in phrases:
        for key in one.pieces[0].initials():
            found.setdefault(key, []).append(one)
    return found


def matches(
    tokens: Sequence[Token], by_beginning: dict[str, list[Phrase]]
) -> Iterator[tuple[Phrase, int, int]]:
    """Give each phrase that stands in the text and counts: first and last word of it."""
    for place, token in enumerate(tokens):
        for one in by_beginning.get(token.word[:BEGINS], ()):
            ends = places(tokens, place, one.pieces)
            if ends is not None and _counts(tokens, place, one):
                yield one, place, ends[-1] - 1


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
