"""Does the writer say it, and do they mean it?

Words in quotation marks, in what somebody else said, or behind a “not” are not the writer's own.
"""

from complaintkit.rules.check.draft import Draft
from complaintkit.rules.phrase_pieces import NEGATIONS

_SAID = frozenset(
    [
        *("said", "says", "told", "tells", "claimed", "claims", "wrote", "writes", "replied"),
        *("answered", "called", "calls", "calling", "accused", "shouted", "screamed", "yelled"),
        *("insisted", "stated", "described", "labelled", "labeled", "muttered", "implied"),
        *("suggested", "treated", "joked"),
    ]
)
_FIRST = frozenset({"i", "we", "my", "our"})
_FOUND = frozenset({"found", "ruled", "decided", "held", "confirmed"})
_TURNS = frozenset({"but", "because", "so"})
_BETWEEN = frozenset({"have", "has", "had", "also", "then", "even", "just", "never", "not", "did"})
_DISCLAIMED = frozenset({"say", "saying", "call", "calling", "accuse", "accusing", "suggest",
                         "suggesting", "think", "claim", "claiming", "imply", "implying",
                         "believe", "mean"})  # fmt: skip
_NEAR = 3


def is_meant(draft: Draft, first: int, last: int) -> bool:
    """Whether the words `first` to `last` are the writer's own and nothing takes them back."""
    return not (is_denied(draft, first) or is_said_by_others(draft, first, last))


def is_said_by_others(draft: Draft, first: int, last: int) -> bool:
    """Whether words stand in quotation marks, or in what somebody else said."""
    start, end = draft.tokens[first].start, draft.tokens[last].end
    return draft.is_quoted(start, end) or is_reported(draft, first)


def is_denied(draft: Draft, first: int) -> bool:
    """Whether “not” stands close before, or the writer says that they do not say so."""
    tokens = draft.tokens
    at = first - 1
    while at >= 0 and tokens[at].clause == tokens[first].clause:
        word = tokens[at].word
        if word in NEGATIONS and word != "refuse":
            following = {token.word for token in tokens[at + 1 : at + 4]}
            if first - at <= _NEAR and following.isdisjoint({"only", "nothing"}):
                return True
            if not _DISCLAIMED.isdisjoint(following):
                return True
        at -= 1
    return False


def is_reported(draft: Draft, first: int) -> bool:
    """Whether somebody else than the writer is said, in the same clause, to have said it."""
    tokens = draft.tokens
    at = first - 1
    while at >= 0 and tokens[at].clause == tokens[first].clause and tokens[at].word not in _TURNS:
        word = tokens[at].word
        is_found = word in _FOUND and tokens[at + 1].word == "that"
        if (
            (word in _SAID or is_found)
            and not _is_so_called(draft, at)
            and not _is_other(draft, at)
        ):
            by = at - 1
            while by >= 0 and tokens[by].word in _BETWEEN:
                by -= 1
            if by >= 0 and tokens[by].word == "be":
                return False
            same = by >= 0 and tokens[by].clause == tokens[at].clause
            return same and tokens[by].word not in _FIRST
        at -= 1
    return False


def _is_so_called(draft: Draft, at: int) -> bool:
    return at > 0 and draft.tokens[at].word == "called" and draft.tokens[at - 1].word == "so"


def _is_other(draft: Draft, at: int) -> bool:
    """Whether nothing is reported: “he called back”, “your claims team”, “wrote this”."""
    tokens = draft.tokens
    word, before = tokens[at].word, tokens[at - 1].word if at else ""
    one, two = (tokens[place].word if place < len(tokens) else "" for place in (at + 1, at + 2))
    if word.startswith("call"):
        return one not in _CALLED_NAMES or two in _BY_TELEPHONE
    if word in ("wrote", "writes"):
        return one not in ("that", "to", "back", "in", "me", "on")
    if word == "treated":
        return one not in _CALLED_NAMES
    return word == "claims" and before in ("your", "the", "my", "our", "this", "of")


_CALLED_NAMES = frozenset({"me", "us", "him", "her", "them", "my", "our", "it", "your", "the"})
_BY_TELEPHONE = frozenset({"back", "again", "on", "at", "and", "to", "from", "today", "twice"})
