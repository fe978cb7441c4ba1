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
_BETWEEN = frozenset({"have", "has", "had", "also", "then", "even", "just", "never", "not", "did"})
_DISCLAIMED = frozenset({"say", "saying", "call", "calling", "accuse", "accusing", "suggest",
                         "suggesting", "think", "claim", "claiming", "imply", "implying",
                         "believe", "mean"})  # fmt: skip
_NEAR = 3


def is_meant(draft: Draft, first: int, last: int) -> bool:
    """Whether the words `first` to `last` are the writer's own and nothing takes them back."""
    tokens = draft.tokens
    if draft.is_quoted(tokens[first].start, tokens[last].end):
        return False
    return not (is_denied(draft, first) or is_reported(draft, first))


def is_denied(draft: Draft, first: int) -> bool:
    """Whether “not” stands close before, or the writer says that they do not say so."""
    tokens = draft.tokens
    at = first - 1
    while at >= 0 and tokens[at].clause == tokens[first].clause:
        word = tokens[at].word
        if word in NEGATIONS and word != "refuse":
            following = {token.word for token in tokens[at + 1 : at + 3]}
            if first - at <= _NEAR and "only" not in following:
                return True
            if not _DISCLAIMED.isdisjoint(following):
                return True
        at -= 1
    return False


def is_reported(draft: Draft, first: int) -> bool:
    """Whether somebody else than the writer is said, in the same clause, to have said it."""
    tokens = draft.tokens
    at = first - 1
    while at >= 0 and tokens[at].clause == tokens[first].clause:
        if tokens[at].word in _SAID and not _is_so_called(draft, at):
            by = at - 1
            while by >= 0 and tokens[by].word in _BETWEEN:
                by -= 1
            same = by >= 0 and tokens[by].clause == tokens[at].clause
            return same and tokens[by].word not in _FIRST
        at -= 1
    return False


def _is_so_called(draft: Draft, at: int) -> bool:
    return at > 0 and draft.tokens[at].word == "called" and draft.tokens[at - 1].word == "so"
