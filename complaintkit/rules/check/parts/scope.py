"""Whose wish, and whose words, are these?

Rules of English that each part of a text needs: what somebody else said or wanted is not the
writer's wish; what stands after “if” or “not” has not happened.
"""

from collections.abc import Iterator
from functools import reduce
from operator import or_

from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.parts.phrases import NEGATIONS
from complaintkit.rules.check.parts.words import PartsWords

WRITER = frozenset(["i", "we", "im", "ive"])
_JOINING = frozenset(
    ["and", "but", "so", "therefore", "then", "because", "hence", "yet", "although", "though"]
)
_HELPING = frozenset(["have", "had", "also", "am", "been", "already"])
_CONDITIONS = frozenset(["if", "whether", "when", "whenever", "unless", "in", "case"])
_ASKING = frozenset(["do", "did", "must", "why", "should"])
_UNREAL = frozenset(
    (
        *("will", "would", "should", "could", "might", "may", "shall", "if", "unless", "to"),
        *("must", "can", "please", "kindly", "let"),
    )
)
_NEAR, _FAR = 3, 30


class Reading:
    """A text with the bits of its words: what the parts' rules ask it."""

    __slots__ = (
        *("bits", "classes", "clauses", "draft", "ends", "starts", "text", "there", "tokens"),
        "words",
    )

    def __init__(self, draft: Draft, words: PartsWords) -> None:
        """Look up each word of the text once, and where its sentence and clause begin and end."""
        self.draft, self.words = draft, words
        self.text, self.tokens, self.classes = draft.text, draft.tokens, words.classes
        look_up = words.lexicon.bits_of
        self.bits = [look_up(token.word) for token in self.tokens]
        self.there = reduce(or_, map(look_up, {token.word for token in self.tokens}), 0)
        self.starts: list[int] = []
        self.clauses: list[int] = []
        self.ends: list[int] = []
        sentence = clause = start = opened = -1
        for place, token in enumerate(self.tokens):
            if token.sentence != sentence:
                self.ends += [place] * (place - len(self.ends))
                sentence, start = token.sentence, place
            if token.clause != clause:
                clause, opened = token.clause, place
            self.starts.append(start)
            self.clauses.append(opened)
        self.ends += [len(self.tokens)] * (len(self.tokens) - len(self.ends))

    def phrases(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield first and last word of each phrase of a list of the data."""
        return self.words.phrases[name].matches(self.bits, self.ends, self.there)

    def places(self, name: str) -> list[int]:
        """Return the places of the words of a class."""
        bit = self.classes[name]
        if not self.there & bit:
            return []
        return [place for place, some in enumerate(self.bits) if some & bit]

    def is_in(self, name: str, place: int) -> bool:
        """Whether there is a word at this place, and it is of a class."""
        return 0 <= place < len(self.bits) and bool(self.bits[place] & self.classes[name])

    def has(self, name: str, start: int, end: int) -> bool:
        """Whether a word of a class stands from `start` up to, not with, `end`."""
        bit = self.classes[name]
        return any(some & bit for some in self.bits[start:end])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where in the text these words stand."""
        return self.tokens[first].start, self.tokens[last].end

    def word(self, place: int) -> str:
        """Return the word at this place; "" beyond the text."""
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""

    def clause_start(self, place: int) -> int:
        """Return the first word of the clause (up to a comma, colon or dash) of this word."""
        return self.clauses[place]

    def sentence_start(self, place: int) -> int:
        """Return the first word of the sentence of this word."""
        return self.starts[place]

    def before(self, place: int, count: int) -> list[str]:
        """Return up to so many words before this one in its clause."""
        clause = self.tokens[place].clause
        near = self.tokens[max(0, place - count) : place]
        return [token.word for token in near if token.clause == clause]

    def after(self, place: int, count: int) -> list[str]:
        """Return up to so many words after this one in its clause."""
        clause = self.tokens[place].clause
        return [t.word for t in self.tokens[place + 1 : place + 1 + count] if t.clause == clause]


def is_of_others(read: Reading, place: int) -> bool:
    """Whether somebody else says, or said, what begins here: “they told me to please wait”.

    A verb of saying that stands before it in the clause, with no “and” or “so” between, and
    whose subject is not the writer; one that ends the clause before: “He said: please wait”; and
    one at the end: “…, your invoice says”.
    """
    start = read.clause_start(place)
    for at in range(place - 1, max(start, place - _FAR) - 1, -1):
        if read.tokens[at].word in _JOINING and read.word(at + 1) != "that":
            return False
        if read.is_in("saying", at):
            return not _is_of_writer(read, at)
    return _is_introduced(read, place, start) or _ends_in_saying(read, place)


def _is_introduced(read: Reading, place: int, start: int) -> bool:
    """Whether the clause before ends by saying who speaks: “they told me: …”."""
    last = start - 1
    if last < 0 or read.tokens[last].sentence != read.tokens[place].sentence:
        return False
    between = read.text[read.tokens[last].end : read.tokens[start].start]
    introduces = ":" in between or read.is_in("saying", last) or read.word(last) in ("me", "us")
    return introduces and read.has("saying", max(0, last - 1), last + 1)


def _ends_in_saying(read: Reading, place: int) -> bool:
    """Whether the sentence ends by naming who says it: “…, your invoice says”."""
    last = read.ends[place] - 1
    start = read.clause_start(last)
    if start <= place or last - start > _NEAR:
        return False
    words = [token.word for token in read.tokens[start : last + 1]]
    if words[-2:] == ["was", "told"] or words[-2:] == ["were", "told"]:
        return True
    return WRITER.isdisjoint(words) and not {"says", "said", "states"}.isdisjoint(words)


def _is_of_writer(read: Reading, verb: int) -> bool:
    """Whether the writer is the subject of this verb: “I asked”, “we have requested”."""
    at = verb - 1
    while at >= 0 and read.tokens[at].word in _HELPING:
        at -= 1
    return read.word(at) in WRITER


def is_conditional(read: Reading, place: int) -> bool:
    """Whether “if”, “when” or a question's “do” stands right before: “if I want a refund”."""
    before = read.before(place, 2)
    return not _CONDITIONS.isdisjoint(before) or not _ASKING.isdisjoint(before[-1:])


def is_denied(read: Reading, place: int) -> bool:
    """Whether “not” or the like stands close before this word in its clause."""
    near = read.before(place, _NEAR)
    return any(
        word in NEGATIONS and near[at + 1 : at + 2] != ["only"] for at, word in enumerate(near)
    )


def is_unreal(read: Reading, place: int) -> bool:
    """Whether it did not happen, or not yet: “would have told me”, “if they called”."""
    near = read.before(place, _NEAR)
    is_month = "may" in near and read.word(place - len(near) + near.index("may") - 1).isdigit()
    return not _UNREAL.isdisjoint(word for word in near if not (is_month and word == "may"))
