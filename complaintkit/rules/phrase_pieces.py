"""How is a phrase of the data written, and where does it stand in a text?

Pieces are parted by spaces:

    a/b     either word              word*   any ending: investigat* is investigating …
    word?   may be left out          …       up to four other words, none of them “not”
    <name>  any word of a named list [ … ]   the part that is meant, the rest is only around it
    ^       at the head of a sentence    $   at its end

A phrase never crosses the end of a sentence. Short forms are written out: “can not”.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from complaintkit.rules.reply_text import Token

GAP = 4
"""Words that “…” may stand for."""

NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "without", "unable", "refuse"})
BEGINS = 2
"""Letters by which an index finds the phrases that can begin with a word."""

Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of a phrase: the words that fit, the beginnings that fit; or a gap or an edge."""

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    is_gap: bool = False
    is_optional: bool = False

    def fits(self, word: str) -> bool:
        """Whether a word in small letters is one of this piece."""
        return word in self.words or (bool(self.beginnings) and word.startswith(self.beginnings))

    def initials(self) -> frozenset[str]:
        """Return the first letters of the words that fit."""
        return frozenset(word[:BEGINS] for word in (*self.words, *self.beginnings))


@dataclass(frozen=True, slots=True)
class Shape:
    """A phrase as its pieces; `first` to `last` (pieces, both counted) are what is meant."""

    pieces: tuple[Piece, ...]
    first: int
    last: int
    at_head: bool = False
    at_end: bool = False


def shape(text: str, lists: Lists | None = None) -> Shape:
    """Read a phrase. Raises ValueError for one that is not whole, KeyError for an unknown list."""
    parts = text.split()
    at_head, at_end = parts[:1] == ["^"], parts[-1:] == ["$"]
    parts = parts[at_head : len(parts) - at_end]
    pieces: list[Piece] = []
    first, last = 0, None
    for part in parts:
        if part == "[":
            first = len(pieces)
        elif part == "]":
            last = len(pieces) - 1
        else:
            pieces.append(piece(part, lists or {}))
    if not pieces or pieces[0].is_optional or pieces[0].is_gap or pieces[-1].is_gap:
        raise ValueError(f"a phrase begins and ends with a word: {text!r}")
    return Shape(tuple(pieces), first, len(pieces) - 1 if last is None else last, at_head, at_end)


def piece(part: str, lists: Lists) -> Piece:
    """Read one piece. Raises ValueError for what is no word, KeyError for an unknown list."""
    if part == "…":
        return Piece(is_gap=True)
    optional = part.endswith("?")
    ways: list[str] = []
    for way in part.removesuffix("?").split("/"):
        ways += lists[way[1:-1]] if way.startswith("<") else (way,)
    if not all(way.removesuffix("*").isalnum() and way == way.casefold() for way in ways):
        raise ValueError(f"no word of a phrase: {part!r}")
    return Piece(
        words=frozenset(way for way in ways if not way.endswith("*")),
        beginnings=tuple(way[:-1] for way in ways if way.endswith("*")),
        is_optional=optional,
    )


def places(
    tokens: Sequence[Token], place: int, pieces: tuple[Piece, ...], at: int = 0
) -> tuple[int, ...] | None:
    """Return for each piece from `at` on the place after its word, where the phrase stands.

    A piece that is left out, and a gap, end where the one before them ends. None: it does not.
    """
    if at == len(pieces):
        return ()
    one = pieces[at]
    if one.is_gap:
        return _after_gap(tokens, place, pieces, at)
    if place < len(tokens) and _is_same(tokens, place, at) and one.fits(tokens[place].word):
        rest = places(tokens, place + 1, pieces, at + 1)
        if rest is not None:
            return (place + 1, *rest)
    if not one.is_optional:
        return None
    rest = places(tokens, place, pieces, at + 1)
    return None if rest is None else (place, *rest)


def _after_gap(
    tokens: Sequence[Token], place: int, pieces: tuple[Piece, ...], at: int
) -> tuple[int, ...] | None:
    for further in range(place, min(place + GAP, len(tokens) - 1) + 1):
        rest = places(tokens, further, pieces, at + 1)
        if rest is not None:
            return (further, *rest)
        if not _is_same(tokens, further, at) or tokens[further].word in NEGATIONS:
            return None
    return None


def _is_same(tokens: Sequence[Token], place: int, at: int) -> bool:
    """Whether this word is in the sentence of the one before it, where the phrase has begun."""
    return at == 0 or tokens[place].sentence == tokens[place - 1].sentence
