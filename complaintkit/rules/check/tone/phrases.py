"""Which phrases of the data stand in a text?"""

from collections.abc import Iterable, Iterator

from complaintkit.model.review import Remark
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone.menaces import menaces, taking
from complaintkit.rules.check.tone.rewording import reworded, to_end_of_clause
from complaintkit.rules.check.tone.speech import is_meant
from complaintkit.rules.check.tone.threats import doer
from complaintkit.rules.check.tone.words import ToneWords, Wording
from complaintkit.rules.phrase_pieces import BEGINS, places

TONES = ("en", "en-threat", "en-sarcasm", "en-overstated")
"""The files of `data/tone` in which the detectors of tone lie."""

_JOINING = frozenset({"if", "unless", "until", "and", "or", "when", "because", "before", "but"})
_PARTING = frozenset({"and", "or", "but", "so", "then", "because", "that"})
_GOING_ON = frozenset({"sure", "it", "certain"})
_TURNING = frozenset({"that", "which", "who", "when", "if", "as", "because", "while", "since"})


def phrases(draft: Draft, words: ToneWords) -> Iterator[Remark]:
    """Give a remark for each phrase that stands in the text and is meant."""
    for place, wording, found in standing(draft, words.wordings):
        if _is_taken_back(draft, wording, *found):
            continue
        if wording.by:
            threatened = _threatened(draft, words, wording, place, found[1])
            if threatened:
                yield threatened
        elif is_meant(draft, *found):
            yield _remark(draft, words, wording, place, *found)
    yield from menaces(draft, words)


def standing(
    draft: Draft, wordings: Iterable[Wording]
) -> Iterator[tuple[int, Wording, tuple[int, int]]]:
    """Give each phrase that stands in the text: where, and the first and last word meant by it."""
    by_word, by_beginning = _possible(draft, wordings)
    for place, token in enumerate(draft.tokens):
        word = token.word
        if word not in by_word and word[:BEGINS] not in by_beginning:
            continue
        for wording in (*by_word.get(word, ()), *by_beginning.get(word[:BEGINS], ())):
            found = _standing(draft, wording, place)
            if found:
                yield place, wording, found


def _possible(
    draft: Draft, wordings: Iterable[Wording]
) -> tuple[dict[str, list[Wording]], dict[str, list[Wording]]]:
    """Return the few phrases whose words the text holds, by their first word or its beginning."""
    there = {token.word for token in draft.tokens}
    by_word: dict[str, list[Wording]] = {}
    by_beginning: dict[str, list[Wording]] = {}
    for wording in wordings:
        needs = wording.needs
        if needs and there.isdisjoint(needs[0]):  # the rarest words: most phrases end here
            continue
        if any(there.isdisjoint(needed) for needed in needs[1:]):
            continue
        first = wording.shape.pieces[0]
        for word in first.words & there:
            by_word.setdefault(word, []).append(wording)
        for beginning in {beginning[:BEGINS] for beginning in first.beginnings}:
            by_beginning.setdefault(beginning, []).append(wording)
    return by_word, by_beginning


def _threatened(
    draft: Draft, words: ToneWords, wording: Wording, place: int, last: int
) -> Remark | None:
    """Return a remark on a phrase that is a threat of somebody; with them, unless “I” or “we”."""
    found = doer(draft, words, wording, place)
    if not found:
        return None
    if wording.to_end:
        last = to_end_of_clause(draft, last)
    instead = wording.instead.replace("{take}", taking(draft, found.first))
    if found.is_whole:
        return reworded(draft, wording.fault, found.first, last, wording.whole)
    return reworded(draft, wording.fault, found.first, last, instead)


def _standing(draft: Draft, wording: Wording, place: int) -> tuple[int, int] | None:
    """Return the first and the last word of what is meant by a phrase that stands here."""
    tokens, shape = draft.tokens, wording.shape
    if shape.at_head and place > 0 and tokens[place - 1].clause == tokens[place].clause:
        return None
    ends = places(tokens, place, shape.pieces)
    if ends is None or (wording.by and _turns(draft, wording, place, ends)):
        return None
    past = ends[-1]
    is_inside = past < len(tokens) and tokens[past].clause == tokens[past - 1].clause
    if shape.at_end and is_inside and not (wording.by and tokens[past].word in _JOINING):
        return None
    first = ends[shape.first - 1] if shape.first else place
    last = ends[shape.last] - 1
    return (first, last) if first <= last else None


def _turns(draft: Draft, wording: Wording, place: int, ends: tuple[int, ...]) -> bool:
    """Whether a gap holds “that”, “when” and the like: what follows is told of another thing.

    The “that” of “make sure that” and “see to it that” only goes on.
    """
    begins, tokens = (place, *ends), draft.tokens
    gaps = [at for at, piece in enumerate(wording.shape.pieces) if piece.is_gap]
    return any(
        tokens[at].word in _TURNING and tokens[at - 1].word not in _GOING_ON
        for gap in gaps
        for at in range(begins[gap], ends[gap])
    )


def _remark(
    draft: Draft, words: ToneWords, wording: Wording, place: int, first: int, last: int
) -> Remark:
    instead = wording.instead
    if "{past}" in instead:
        verb = next(
            token.word for token in draft.tokens[place : last + 1] if token.word in words.past
        )
        instead = instead.replace("{past}", words.past[verb])
    if wording.to_end:
        last = to_end_of_clause(draft, last)
    if wording.from_start and instead:
        first = _start_of_clause(draft, first)
    return reworded(draft, wording.fault, first, last, instead)


def _start_of_clause(draft: Draft, first: int) -> int:
    """Return the first word of the clause in which a word stands, behind a joining word."""
    tokens = draft.tokens
    while (
        first > 0
        and tokens[first - 1].clause == tokens[first].clause
        and tokens[first - 1].word not in _PARTING
    ):
        first -= 1
    while draft.text[tokens[first].start - 1 : tokens[first].start] in (",", ".", ":"):
        first += 1  # the rest of a figure such as 45,000
    return first


def _is_taken_back(draft: Draft, wording: Wording, first: int, last: int) -> bool:
    if wording.spares_names and draft.is_name(first):
        return True
    return bool(wording.unless) and any(
        token.word in wording.unless for token in draft.words_of(draft.tokens[first].sentence)
    )
