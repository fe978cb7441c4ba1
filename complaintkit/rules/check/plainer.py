"""Which phrases of a text have a plainer wording, and how does the sentence read with it?

A phrase is written `some things/stuff = the goods`: a word, a choice `a/b`, one that may be left
out `a?`, and in brackets what must stand beside it and stays: `(spent) a lot = money`. Without
`=` the wording of its group takes its place; nothing after `=` drops it. The longest phrase that
begins at a word is the one taken.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from complaintkit.rules.check.draft import Draft
from complaintkit.rules.reply_text import Token

_END = ""


class Swap(NamedTuple):
    """A phrase's plainer wording, its group, and how many words before and after it stay."""

    plain: str
    group: str
    before: int
    after: int


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


Tree = dict[str, Any]
"""The phrases by their words: each level holds the next words, and a Swap under ""."""


def add_phrases(tree: Tree, lines: str, group: str, plain: str = "") -> None:
    """Add phrases, one a line, to a tree; `plain` is the wording of those without their own."""
    for line in filter(None, map(str.strip, lines.splitlines())):
        told, sign, own = line.partition("=")
        wording = own.strip() if sign else plain
        for way in _ways(told.split()):
            before = sum(word.startswith("<") for word in way)
            after = sum(word.startswith(">") for word in way)
            level = tree
            for word in way:
                level = level.setdefault(word.lstrip("<>"), {})
            level[_END] = Swap(wording, group, before, after)


def _ways(pieces: Sequence[str]) -> list[list[str]]:
    """Return each way to say a phrase; words that stay bear `<` (before it) or `>` (after it)."""
    ways: list[list[str]] = [[]]
    mark, seen = "", False
    for piece in pieces:
        if piece.startswith("("):
            mark = ">" if seen else "<"
        seen = seen or not mark
        bare = piece.strip("()")
        choices = [mark + word for word in bare.removesuffix("?").split("/")]
        kept = ways if bare.endswith("?") else []
        ways = [*kept, *([*way, choice] for way in ways for choice in choices)]
        if piece.endswith(")"):
            mark = ""
    return ways


def hits(tokens: Sequence[Token], tree: Tree) -> Iterator[Hit]:
    """Give each phrase of the tree that stands in a text, inside one sentence, none twice."""
    at = 0
    while at < len(tokens):
        found = _longest(tokens, at, tree)
        if found and not _splits_a_word(tokens, found):
            yield found
            at = found.last + 1
        else:
            at += 1


def _longest(tokens: Sequence[Token], at: int, tree: Tree) -> Hit | None:
    level: Tree | None = tree.get(tokens[at].word)
    place, found = at, None
    while level is not None:
        if _END in level:
            swap: Swap = level[_END]
            found = Hit(at + swap.before, place - swap.after, swap)
        place += 1
        if place == len(tokens) or tokens[place].sentence != tokens[at].sentence:
            break
        level = level.get(tokens[place].word)
    return found


def _splits_a_word(tokens: Sequence[Token], hit: Hit) -> bool:
    following = tokens[hit.last + 1 : hit.last + 2]
    return bool(following) and following[0].start == tokens[hit.last].start


def reword(draft: Draft, found: Sequence[Hit]) -> Rewording | None:
    """Return the stretch from the first to the last of some phrases of one sentence, reworded.

    A phrase that is dropped takes a word beside it into the stretch, so that no gap is left.
    None where nothing would be left to say.
    """
    tokens, text = draft.tokens, draft.text
    start, end = tokens[found[0].first].start, tokens[found[-1].last].end
    out, at = "", start
    for hit in found:
        out += text[at : tokens[hit.first].start]
        plain = _half_before(tokens, hit.first) + hit.swap.plain
        out = out + plain if plain else out.rstrip(" ,\n")
        at = tokens[hit.last].end
        if plain.endswith((" a", "a")) and plain.split()[-1] == "a" and _is_vowel(text, at):
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
