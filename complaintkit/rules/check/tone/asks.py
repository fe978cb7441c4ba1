"""Does a text ask for several remedies without saying which comes first?

One remedy with a fallback passes, and so does a sum with its parts. Words:
`data/tone/manner.yaml`, under `asks`. Source of the rule: facts/letters.md, section 3.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from complaintkit.model.review import Remark, Severity
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.reply_text import Token

KIND = "asks"
_SMALL = frozenset({"please", "kindly", "we", "my", "our", "you", "it", "the", "this", "could"})
"""First words that lose their capital inside a sentence; a name keeps it."""
_LISTS = ("before", "after", "asking", "told", "order", "sum", "also")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedies:
    """The remedies by their words, and the words that ask for one, report one or give an order.

    `heads` are the first words of the remedies.
    """

    remedies: Mapping[str, str]
    heads: frozenset[str]
    asking: frozenset[str]
    told: frozenset[str]
    order: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    sum: frozenset[str]
    also: frozenset[str]
    or_else: str
    if_not: str
    severity: Severity
    reason: str


class _Ask(NamedTuple):
    """A remedy asked for: its kind, and the number of its word."""

    remedy: str
    at: int


def remedies(source: Mapping[str, Any]) -> Remedies:
    """Read the words as they stand in the data, under `asks`."""
    part = source["asks"]
    lists = {
        name: frozenset(word.replace("-", " ") for word in part[name].split()) for name in _LISTS
    }
    named = {
        word.replace("-", " "): name
        for name, line in part["remedies"].items()
        for word in line.split()
    }
    return Remedies(
        remedies=named,
        heads=frozenset(words.split()[0] for words in named),
        or_else=part["or_else"],
        if_not=part["if_not"],
        severity=Severity(part["severity"]),
        reason=part["reason"],
        **lists,
    )


def asks(draft: Draft, words: Remedies) -> Iterator[Remark]:
    """Give a remark where a second remedy is asked for beside the first, without an order."""
    before: set[str] = set()
    for sentence, tokens in _sentences(draft.tokens):
        held = [token.word for _, token in tokens]
        if _is_ordered(held, words):
            before.clear()
            continue
        found = _asked(tokens, words)
        found = [one for one in found if not _has_sum(draft, one.at, tokens)] or found[:1]
        if not found or not _is_ask(draft, sentence, held, words):
            continue
        kinds = {one.remedy for one in found}
        if len(kinds) > 1 and not words.sum.intersection(held) and not _is_choice(held, kinds):
            start, end, text = _with_order(draft, found, words)
            if text != draft.text[start:end]:
                yield _remark(draft, words, start, end, text)
        elif before and kinds - before and words.also.intersection(_with_pairs(held)):
            yield _remark(draft, words, *_as_fallback(draft, tokens, words))
        before |= kinds


def _remark(draft: Draft, words: Remedies, start: int, end: int, text: str) -> Remark:
    return Remark(
        kind=KIND,
        severity=words.severity,
        start=start,
        end=end,
        quote=draft.text[start:end],
        reason=words.reason,
        suggestion=text,
    )


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, list[tuple[int, Token]]]]:
    """Give each sentence with its words and their numbers."""
    held: list[tuple[int, Token]] = []
    for at, token in enumerate(tokens):
        if held and token.sentence != held[-1][1].sentence:
            yield held[-1][1].sentence, held
            held = []
        held.append((at, token))
    if held:
        yield held[-1][1].sentence, held


def _asked(tokens: Sequence[tuple[int, Token]], words: Remedies) -> list[_Ask]:
    """Return the remedies of a sentence that are asked for: “a refund”, not “the refund”."""
    found: list[_Ask] = []
    for place, (at, token) in enumerate(tokens):
        if token.word not in words.heads:
            continue
        after = [one.word for _, one in tokens[place + 1 : place + 4]]
        pair = f"{token.word} {after[0]}" if after else ""
        name = words.remedies.get(pair) or words.remedies.get(token.word)
        before = tokens[place - 1][1] if place else token
        listed = bool(found) and token.clause != before.clause
        if (
            name
            and (not place or before.word in words.before or listed)
            and (words.after.isdisjoint(after[: 3 if token.word == "fix" else 1]))
        ):
            found.append(_Ask(name, at))
    return found


def _is_ordered(held: Sequence[str], words: Remedies) -> bool:
    return not words.order.isdisjoint(_with_pairs(held))


def _with_pairs(held: Sequence[str]) -> set[str]:
    return {f"{one} {two}" for one, two in pairwise(held)} | set(held)


def _is_ask(draft: Draft, sentence: int, held: Sequence[str], words: Remedies) -> bool:
    is_order = words.remedies.get(held[0]) is not None
    if not words.told.isdisjoint(held) or (words.asking.isdisjoint(held) and not is_order):
        return False
    start, end = draft.sentences[sentence]
    at = bisect_right(draft.quoted, (start, end)) - 1
    is_quoted = at >= 0 and end <= draft.quoted[at][1]
    return not is_quoted and draft.text[end - 1 : end] != "?"


def _is_choice(held: Sequence[str], kinds: set[str]) -> bool:
    """Whether two remedies are left to the company's choice: “a refund or a repair”."""
    return len(kinds) == 2 and "or" in held  # noqa: PLR2004 - two remedies


def _has_sum(draft: Draft, at: int, tokens: Sequence[tuple[int, Token]]) -> bool:
    """Whether a remedy has a sum of its own right behind it: “compensation of £25.00”."""
    last = tokens[-1][0]
    following = draft.tokens[min(at + 3, last)]
    place = draft.tokens[at].end
    return at < last and bool(_sum().match(draft.text[place : following.end]))


def _with_order(draft: Draft, found: Sequence[_Ask], words: Remedies) -> tuple[int, int, str]:
    """Return the stretch from the first remedy to the last, with an order between them."""
    start, end = draft.tokens[found[0].at].start, draft.tokens[found[-1].at].end
    out, seen, at = "", found[0].remedy, start
    for one in found[1:]:
        place = draft.tokens[one.at].start
        if one.remedy != seen:
            joins = list(_joins().finditer(draft.text, at, place))
            if joins:
                out += draft.text[at : joins[-1].start()] + words.or_else
                at = joins[-1].end()
        seen = one.remedy
    return start, end, out + draft.text[at:end]


def _as_fallback(
    draft: Draft, tokens: Sequence[tuple[int, Token]], words: Remedies
) -> tuple[int, int, str]:
    """Return the beginning of a sentence with “If that is not possible, ” in place of “also”."""
    first, held = tokens[0][1], [token for _, token in tokens]
    at = next((at for at, token in enumerate(held) if token.word in words.also), 1)
    if held[at] is first or first.word == "in":
        following = held[at + 1]
        kept, end = draft.text[following.start : following.end], following.end
    else:
        kept, end = draft.text[first.start : held[at].start].rstrip(), held[at].end
        if first.word in _SMALL:
            kept = kept[0].lower() + kept[1:]
    return first.start, end, words.if_not + kept


@cache
def _sum() -> re.Pattern[str]:
    return re.compile(r"\W{0,3}(?:of|for|in the sum of)?\W{0,3}(?:[$£€₦₹]|[A-Z]{2,3} )?\s?\d")


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(
        r"\s*,?\s+(?:and also|and|as well as|together with|along with|plus|with)\s+|\s*[,/&+]\s*"
    )
