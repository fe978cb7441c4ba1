"""How do words give way to others, so that the sentence still reads well?"""

import re
from dataclasses import dataclass
from functools import cache

from complaintkit.model.review import Remark, Severity
from complaintkit.rules.check.draft import Draft

_VOWELS = "aeiou"
_DETERMINERS = frozenset(
    {"a", "an", "the", "my", "our", "your", "his", "her", "their", "this", "that", "every", "one"}
)
"""Words that take the place of “a” before what stands instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What sort of finding it is, whatever the words: its kind, weight, and why it matters."""

    kind: str
    severity: Severity
    why: str


def reworded(draft: Draft, fault: Fault, first: int, last: int, instead: str) -> Remark:
    """Return a remark on the words `first` to `last` (both counted) and what stands instead.

    A short form keeps its first half: “[You're] thieves”. "" drops the words: the one behind (else
    the one before) is quoted with them and stays. A capital at the head is kept, and “a” or “an”
    before the words follows the new one. Figures and people of the quote that would be lost are
    set behind in brackets.
    """
    tokens, text = draft.tokens, draft.text
    if not instead:
        first, last, instead = _with_neighbour(draft, first, last)
    while first and tokens[first - 1].start == tokens[first].start:
        first -= 1
        instead = f"{tokens[first].word} {instead}"
    start, end = tokens[first].start, tokens[last].end
    before = first - 1
    if before >= 0 and tokens[before].word in _DETERMINERS and _adjoin(draft, before, first):
        instead = instead.removeprefix("a ").removeprefix("an ")
    if before >= 0 and tokens[before].word in ("a", "an") and _adjoin(draft, before, first):
        article = "an" if instead[:1].casefold() in _VOWELS else "a"
        if article != tokens[before].word:
            start, instead, first = tokens[before].start, f"{article} {instead}", before
    if _is_head(draft, first):
        instead = instead[:1].upper() + instead[1:]
    lost = _lost(text[start:end], instead)
    if lost:
        instead = f"{instead} ({', '.join(lost)})"
    return Remark(
        kind=fault.kind,
        severity=fault.severity,
        start=start,
        end=end,
        quote=text[start:end],
        reason=fault.why,
        suggestion=instead,
    )


def to_end_of_clause(draft: Draft, last: int, *, most: int = 14) -> int:
    """Return the last word of the clause in which a word stands, up to a joining word.

    The place stays where it is when what follows holds a figure, a quotation or more than
    `most` words, so that no fact goes with the words.
    """
    tokens = draft.tokens
    end = last
    while (
        end + 1 < len(tokens)
        and tokens[end + 1].clause == tokens[last].clause
        and tokens[end + 1].word not in _JOINS
    ):
        end += 1
    rest = draft.text[tokens[last].end : tokens[end].end]
    return last if _holds_fact(rest) or end - last > most else end


def has_fact(draft: Draft, first: int, last: int) -> bool:
    """Whether a figure, a quotation or a name stands behind the first of some words."""
    return _holds_fact(draft.text[draft.tokens[first].end : draft.tokens[last].end])


def _holds_fact(text: str) -> bool:
    has_name = any(word[:1].isupper() and word != "I" for word in text.split())
    return has_name or any(sign.isdigit() or sign in '"“”‘£$€₦₹' for sign in text)


_JOINS = frozenset(
    {"and", "but", "so", "because", "or", "while", "since", "when", "as", "if", "unless", "until"}
)


def _with_neighbour(draft: Draft, first: int, last: int) -> tuple[int, int, str]:
    tokens, text = draft.tokens, draft.text
    if last + 1 < len(tokens) and tokens[last + 1].sentence == tokens[last].sentence:
        after = tokens[last + 1]
        return first, last + 1, text[after.start : after.end]
    if first > 0 and tokens[first - 1].sentence == tokens[first].sentence:
        before = tokens[first - 1]
        return first - 1, last, text[before.start : before.end]
    return first, last, "I am not satisfied"


def _lost(quote: str, instead: str) -> list[str]:
    """Return the figures and the people of a quote that what stands instead would lose.

    A percentage beyond all counting and the “419” of a slur are no facts.
    """
    found = dict.fromkeys(_facts().findall(" ".join(quote.split())))
    return [fact for fact in found if fact not in instead and fact not in _NO_FACTS]


@cache
def _facts() -> re.Pattern[str]:
    return re.compile(
        r"[0-9]{1,2} [A-Z][a-z]{2,8}(?: [0-9]{4})?"
        r"|[#$£€₦₹]?[0-9](?:[\w,./:-]*\w)?(?!\w)(?! ?percent| ?%)"
        r"|\b(?:Mr|Mrs|Ms|Miss|Dr|Mx|Chief|Alhaji)\.? [A-Z]\w+"
    )


_NO_FACTS = frozenset({"419", "420"})


def _adjoin(draft: Draft, one: int, other: int) -> bool:
    between = draft.text[draft.tokens[one].end : draft.tokens[other].start]
    return draft.tokens[one].sentence == draft.tokens[other].sentence and between.isspace()


def _is_head(draft: Draft, first: int) -> bool:
    return first == 0 or draft.tokens[first - 1].sentence != draft.tokens[first].sentence
