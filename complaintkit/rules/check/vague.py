"""Which words stand where a number, a name or a date belongs?

A sentence that holds one of these passes. Words: `data/tone/manner.yaml`, under `vague`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from complaintkit.model.review import Remark, Severity
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.plainer import Hit, Tree, add_phrases, by_sentence, hits, reword
from complaintkit.rules.reply_text import Token

KIND = "vague"
MOST = 3
"""Remarks in one text: the weightiest; more would hide them."""
_NEAR = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholders:
    """The phrases, what each group of them asks to be written, and what makes a fact."""

    tree: Tree
    weights: Mapping[str, int]
    facts: Mapping[str, str]
    alone: frozenset[str]
    asks: frozenset[str]
    asking: frozenset[str]
    reported: frozenset[str]
    numbers: frozenset[str]
    no_names: frozenset[str]
    severity: Severity
    reason: str


def placeholders(source: Mapping[str, Any]) -> Placeholders:
    """Read the words as they stand in the data, under `vague`."""
    groups = source["vague"]["groups"]
    tree: Tree = {}
    for name, group in groups.items():
        add_phrases(tree, group["words"], name, group.get("plain", ""))
    part = {name: frozenset(source["vague"][name].split()) for name in ("asking", "reported")}
    return Placeholders(
        tree=tree,
        weights={name: group["weight"] for name, group in groups.items()},
        facts={name: group["what"] for name, group in groups.items()},
        alone=frozenset(name for name, group in groups.items() if group.get("alone")),
        asks=frozenset(name for name, group in groups.items() if group.get("asks")),
        asking=part["asking"],
        reported=part["reported"],
        numbers=frozenset(f"{source['vague']['numbers']} {source['vague']['days']}".split()),
        no_names=frozenset(source["vague"]["no_names"].split()),
        severity=Severity(source["vague"]["severity"]),
        reason=source["vague"]["reason"],
    )


def vague(draft: Draft, words: Placeholders) -> Iterator[Remark]:
    """Give a remark for each of the (at most three) vaguest sentences, in the text's order."""
    found = by_sentence(hits(draft.tokens, words.tree), draft.tokens)
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
    if draft.is_quoted(first.start, draft.tokens[hit.last].end):
        return False
    if hit.swap.group not in words.asks:
        return True
    before = [
        token.word
        for token in draft.tokens[max(0, hit.first - _NEAR) : hit.first]
        if token.sentence == first.sentence
    ]
    if not words.reported.isdisjoint(before):
        return False
    return not before or not words.asking.isdisjoint(before)


def concrete_sentences(draft: Draft, words: Placeholders) -> frozenset[int]:
    """Return the sentences (by number) that hold a number, a name, a day or a quotation."""
    found = set()
    last = -1
    for token in draft.tokens:
        is_first, last = token.sentence != last, token.sentence
        if last not in found and _is_fact(draft.text, token, words, is_first=is_first):
            found.add(last)
    for start, _ in draft.quoted:
        found |= {
            number for number, (begin, end) in enumerate(draft.sentences) if begin <= start < end
        }
    return frozenset(found)


def _is_fact(text: str, token: Token, words: Placeholders, *, is_first: bool) -> bool:
    if token.word in words.numbers:
        return True
    if any(map(str.isdigit, token.word)):
        return True
    raw = text[token.start : token.end]
    if is_first or token.word in words.no_names or raw.islower() or len(raw) == 1:
        return False
    return not raw.isupper() or text != text.upper()
