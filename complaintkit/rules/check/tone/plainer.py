"""Which phrases of a text have a plainer wording, and how does the sentence read with it?

A phrase is written `some things/stuff = the goods`: a word, a choice `a/b`, one that may be left
out `a?`, and in brackets what must stand beside it and stays: `(spent) a lot = money`. Without
`=` the wording of its group takes its place; nothing after `=` drops it. A word in capitals is a
class of words. The longest phrase that begins at a word is the one taken.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from complaintkit.rules.check.draft import Draft
from complaintkit.rules.reply_text import Token

_JOINS = ("", ",", "and", ", and", "or")


class _Piece(NamedTuple):
    """One word of a phrase: those that fit, whether it may be left out, and whether it stays."""

    words: frozenset[str]
    is_optional: bool
    stays: bool


class Swap(NamedTuple):
    """A phrase, its plainer wording, and its group."""

    pieces: tuple[_Piece, ...]
    plain: str
    group: str


class Hit(NamedTuple):
    """A phrase that stands in a text: its first and last word, by their numbers."""

    first: int
    last: int
    swap: Swap


class Rewording(NamedTuple):
    """A stretch of a text and what takes its place."""

    start: int
    end: int
    text: str


Phrases = dict[str, list[Swap]]
"""The phrases by the words with which they can begin."""
Classes = Mapping[str, frozenset[str]]
"""Words that one piece of a phrase may be, by the name of the class in capitals."""


def add_phrases(
    phrases: Phrases, lines: str, group: str, plain: str = "", *, classes: Classes | None = None
) -> None:
    """Add phrases, one a line; `plain` is the wording of those without their own."""
    for line in filter(None, map(str.strip, lines.splitlines())):
        told, sign, own = line.partition("=")
        pieces = tuple(_pieces(told.split(), classes or {}))
        swap = Swap(pieces, own.strip() if sign else plain, group)
        for piece in pieces:
            for word in piece.words:
                phrases.setdefault(word, []).append(swap)
            if not piece.is_optional:
                break


def _pieces(told: Sequence[str], classes: Classes) -> Iterator[_Piece]:
    stays = False
    for part in told:
        stays = stays or part.startswith("(")
        bare = part.strip("()")
        words: set[str] = set()
        for way in bare.removesuffix("?").split("/"):
            words |= classes.get(way) or {way}
        yield _Piece(frozenset(words), bare.endswith("?"), stays)
        stays = stays and not part.endswith(")")


def hits(tokens: Sequence[Token], phrases: Phrases) -> Iterator[Hit]:
    """Give each phrase that stands in a text, inside one sentence, none twice."""
    there = {token.word for token in tokens}
    possible = {
        word: [swap for swap in phrases[word] if _is_possible(swap, there)]
        for word in there & phrases.keys()
    }
    at = 0
    while at < len(tokens):
        found = _longest(tokens, at, possible.get(tokens[at].word, ()))
        if found and not _splits_a_word(tokens, found):
            yield found
            at = found.last + 1
        else:
            at += 1


def _is_possible(swap: Swap, there: Set[str]) -> bool:
    """Whether a text has the words that a phrase cannot do without."""
    return not any(piece.words.isdisjoint(there) for piece in swap.pieces if not piece.is_optional)


def _longest(tokens: Sequence[Token], at: int, swaps: Iterable[Swap]) -> Hit | None:
    best: Hit | None = None
    length = 0
    for swap in swaps:
        found = _fits(tokens, at, swap, 0)
        if found and len(found) > length:
            kept = [place for place, stays in found if not stays]
            best, length = Hit(kept[0], kept[-1], swap), len(found)
    return best


def _fits(
    tokens: Sequence[Token], place: int, swap: Swap, at: int
) -> list[tuple[int, bool]] | None:
    """Return each word of a phrase that begins or goes on here, and whether it stays."""
    if at == len(swap.pieces):
        return []
    piece = swap.pieces[at]
    if (
        place < len(tokens)
        and tokens[place].word in piece.words
        and (at == 0 or tokens[place].sentence == tokens[place - 1].sentence)
    ):
        rest = _fits(tokens, place + 1, swap, at + 1)
        if rest is not None:
            return [(place, piece.stays), *rest]
    return _fits(tokens, place, swap, at + 1) if piece.is_optional else None


def classes_from(source: Mapping[str, str]) -> Classes:
    """Read the classes of words as they stand in the data."""
    return {name: frozenset(words.split()) for name, words in source.items()}


def _splits_a_word(tokens: Sequence[Token], hit: Hit) -> bool:
    following = tokens[hit.last + 1 : hit.last + 2]
    return bool(following) and following[0].start == tokens[hit.last].start


def is_quoted(draft: Draft, hit: Hit) -> bool:
    """Whether a phrase stands in quotation marks (found in short time among many)."""
    start, end = draft.tokens[hit.first].start, draft.tokens[hit.last].end
    at = bisect_right(draft.quoted, (start, len(draft.text))) - 1
    return at >= 0 and end <= draft.quoted[at][1]


def reword(draft: Draft, found: Sequence[Hit]) -> Rewording | None:
    """Return the stretch from the first to the last of some phrases of one sentence, reworded.

    A phrase that is dropped takes a word beside it into the stretch, so that no gap is left.
    None where nothing would be left to say.
    """
    tokens, text = draft.tokens, draft.text
    start, end = tokens[found[0].first].start, _end(draft, found[-1])
    out, at, said = "", start, ""
    for hit in found:
        between = text[at : tokens[hit.first].start]
        at = _end(draft, hit)
        if hit.swap.plain and hit.swap.plain == said and between.strip() in _JOINS:
            continue
        out, said = out + between, hit.swap.plain
        plain = _half_before(tokens, hit.first) + hit.swap.plain
        out = out + plain if plain else out.rstrip(" ,\n")
        if plain.split()[-1:] == ["a"] and _is_vowel(text, at):
            out += "n"
    begins = _is_first(tokens, found[0].first)
    if not out or (not found[0].swap.plain and not begins):
        if not begins:
            before = _word_before(tokens, found[0].first)
            out, start = text[before.start : before.end] + out, before.start
        elif (after := _word_after(tokens, found[-1].last)) is not None:
            out, end = out + text[after.start : after.end], after.end
        else:
            return None
    out = out.lstrip(" ,\n")
    return Rewording(start, end, out[0].upper() + out[1:] if begins else out) if out else None


def _end(draft: Draft, hit: Hit) -> int:
    """Return where a phrase ends, with the point of “etc.” inside a sentence if it is dropped."""
    end = draft.tokens[hit.last].end
    after = draft.text[end : end + 3]
    is_inside = after.startswith(".") and after[1:].strip()[:1].islower()
    return end + 1 if is_inside and not hit.swap.plain else end


def _half_before(tokens: Sequence[Token], at: int) -> str:
    """Return the first half of a short form whose second half begins a phrase: “is” of isn't."""
    same = at > 0 and tokens[at - 1].start == tokens[at].start
    return tokens[at - 1].word + " " if same else ""


def _is_first(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].sentence != tokens[at].sentence


def _word_before(tokens: Sequence[Token], at: int) -> Token:
    return tokens[at - 1]


def _word_after(tokens: Sequence[Token], at: int) -> Token | None:
    after = tokens[at + 1 : at + 2]
    return after[0] if after and after[0].sentence == tokens[at].sentence else None


def _is_vowel(text: str, place: int) -> bool:
    return text[place : place + 2].strip().casefold().startswith(tuple("aeio"))


def by_sentence(found: Iterable[Hit], tokens: Sequence[Token]) -> dict[int, list[Hit]]:
    """Return the phrases by the number of their sentence."""
    sorted_: dict[int, list[Hit]] = {}
    for hit in found:
        sorted_.setdefault(tokens[hit.first].sentence, []).append(hit)
    return sorted_
