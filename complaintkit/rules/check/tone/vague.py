"""Which words stand where a number, a name or a date belongs?

A sentence that holds one of these passes. Words: `data/tone/manner.yaml`, under `vague`.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from complaintkit.model.review import Remark, Severity
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone.plainer import (
    Hit,
    Phrases,
    add_phrases,
    by_sentence,
    classes_from,
    hits,
    is_quoted,
    reword,
)
from complaintkit.rules.reply_text import Token

KIND = "vague"
MOST = 3
"""Remarks in one text: the weightiest; more would hide them."""
_NEAR = 7
_OTHERS = frozenset({"i", "we", "he", "she", "they", "will"})
_THEY = frozenset({"he", "she", "they"})
_SOME = frozenset({"some", "sometime"})
_THIS = frozenset({"this", "next", "last", "following", "that", "end"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholders:
    """The phrases, what each group of them asks to be written, and what makes a fact."""

    phrases: Phrases
    weights: Mapping[str, int]
    facts: Mapping[str, str]
    alone: frozenset[str]
    asks: frozenset[str]
    asking: frozenset[str]
    reported: frozenset[str]
    remedies: frozenset[str]
    periods: frozenset[str]
    numbers: frozenset[str]
    no_names: frozenset[str]
    severity: Severity
    reason: str


def placeholders(source: Mapping[str, Any]) -> Placeholders:
    """Read the words as they stand in the data, under `vague`."""
    groups = source["vague"]["groups"]
    classes = classes_from(source["vague"]["classes"])
    phrases: Phrases = {}
    for name, group in groups.items():
        plain = group.get("plain", "")
        add_phrases(phrases, group["words"], name, plain, classes=classes)
    lists = ("asking", "reported", "remedies", "periods", "no_names")
    return Placeholders(
        phrases=phrases,
        weights={name: group["weight"] for name, group in groups.items()},
        facts={name: group["what"] for name, group in groups.items()},
        alone=frozenset(name for name, group in groups.items() if group.get("alone")),
        asks=frozenset(name for name, group in groups.items() if group.get("asks")),
        numbers=frozenset(f"{source['vague']['numbers']} {source['vague']['days']}".split()),
        severity=Severity(source["vague"]["severity"]),
        reason=source["vague"]["reason"],
        **{name: frozenset(source["vague"][name].split()) for name in lists},
    )


def vague(draft: Draft, words: Placeholders) -> Iterator[Remark]:
    """Give a remark for each of the (at most three) vaguest sentences, in the text's order."""
    met = (hit for hit in hits(draft.tokens, words.phrases) if words.weights[hit.swap.group])
    found = by_sentence(met, draft.tokens)
    if not found:
        return
    concrete = concrete_sentences(draft, words)
    weighed = []
    for sentence, all_hits in found.items():
        kept = [
            hit
            for hit in all_hits
            if _counts(draft, hit, words) and not (concrete and hit.swap.group in words.alone)
        ]
        if kept and sentence not in concrete:
            weight = sum(words.weights[hit.swap.group] for hit in kept)
            weighed.append((-weight, sentence, kept))
    for _, _, kept in sorted(sorted(weighed)[:MOST], key=lambda one: one[1]):
        remark = _remark(draft, kept, words)
        if remark:
            yield remark


def _remark(draft: Draft, kept: Sequence[Hit], words: Placeholders) -> Remark | None:
    new = reword(draft, kept)
    if new is None:
        return None
    facts = list(dict.fromkeys(words.facts[hit.swap.group] for hit in kept))
    listed = ", and ".join(filter(None, (", ".join(facts[:-1]), facts[-1])))
    return Remark(
        kind=KIND,
        severity=words.severity,
        start=new.start,
        end=new.end,
        quote=draft.text[new.start : new.end],
        reason=words.reason.format(what=listed),
        suggestion=new.text,
    )


def _counts(draft: Draft, hit: Hit, words: Placeholders) -> bool:
    """Whether a phrase is the writer's own, and a vague demand is one, not told of the past."""
    first = draft.tokens[hit.first]
    if is_quoted(draft, hit):
        return False
    if hit.swap.group not in words.asks:
        return True
    before = _words(draft.tokens[max(0, hit.first - _NEAR) : hit.first], first.sentence)
    after = _words(draft.tokens[hit.last + 1 : hit.last + _NEAR], first.sentence)
    if not words.reported.isdisjoint(before) or not words.remedies.isdisjoint(before + after):
        return False
    if before and (before[-1] in _OTHERS or not _THEY.isdisjoint(before)):
        return False
    if not {"i", "we"}.isdisjoint(before) and "you" not in before and before[-1] == "to":
        return False
    if before[-2:] in (["have", "to"], ["got", "to"]):
        return True
    return not before or not words.asking.isdisjoint(before)


def _words(tokens: Sequence[Token], sentence: int) -> list[str]:
    return [token.word for token in tokens if token.sentence == sentence]


def concrete_sentences(draft: Draft, words: Placeholders) -> frozenset[int]:
    """Return the sentences (by number) that hold a number, a name, a day or a quotation.

    What stands on either side of a semicolon is one sentence here.
    """
    found = set()
    last, first = -1, -1
    before: list[str] = []
    for token in draft.tokens:
        if token.sentence != last:
            last, first, before = token.sentence, token.start, []
        if last in found:
            continue
        is_period = token.word in words.periods and not _THIS.isdisjoint(before[-3:])
        is_period = is_period and _SOME.isdisjoint(before[-3:])
        if is_period or _is_fact(draft.text, token, words, is_first=token.start == first):
            found.add(last)
        before.append(token.word)
    starts = [start for start, _ in draft.sentences]
    found |= {bisect_right(starts, start) - 1 for start, _ in draft.quoted}
    for number in range(1, len(starts)):
        if _is_one(draft, number) and not found.isdisjoint((number - 1, number)):
            found |= {number - 1, number}
    return frozenset(found)


def _is_one(draft: Draft, number: int) -> bool:
    """Whether a semicolon alone parts a sentence from the one before it."""
    before = draft.sentences[number - 1][1]
    return ";" in draft.text[max(0, before - 2) : draft.sentences[number][0]]


def _is_fact(text: str, token: Token, words: Placeholders, *, is_first: bool) -> bool:
    if token.word in words.numbers:
        return True
    if any(map(str.isdigit, token.word)):
        return True
    raw = text[token.start : token.end]
    if is_first or token.word in words.no_names or raw.islower() or raw[:2] in ("I", "I'", "I’"):
        return False
    return not raw.isupper() or text != text.upper()
