"""Where does a text claim a breach of law and name no law?

A law named in the sentence or the one before it, a question, and reported speech pass. Words:
`data/tone/manner.yaml`, under `legal`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
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

KIND = "legal"
_NEAR = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The claims with what says the same without the law, and the words that name a law."""

    phrases: Phrases
    named: frozenset[str]
    hedges: frozenset[str]
    severity: Severity
    reason: str


def claims(source: Mapping[str, Any]) -> Claims:
    """Read the words as they stand in the data, under `legal`."""
    part = source["legal"]
    phrases: Phrases = {}
    add_phrases(phrases, part["words"], KIND, classes=classes_from(part["classes"]))
    return Claims(
        phrases=phrases,
        named=frozenset(part["named"].split()),
        hedges=frozenset(part["hedges"].split()),
        severity=Severity(part["severity"]),
        reason=part["reason"],
    )


def legal(draft: Draft, words: Claims) -> Iterator[Remark]:
    """Give a remark for each sentence that claims a breach of law without naming one."""
    for sentence, found in by_sentence(hits(draft.tokens, words.phrases), draft.tokens).items():
        kept = [hit for hit in found if _is_own(draft, hit, words)]
        if not kept or _is_question(draft, sentence) or _names_a_law(draft, sentence, words):
            continue
        new = reword(draft, kept)
        if new:
            yield Remark(
                kind=KIND,
                severity=words.severity,
                start=new.start,
                end=new.end,
                quote=draft.text[new.start : new.end],
                reason=words.reason,
                suggestion=new.text,
            )


def _is_own(draft: Draft, hit: Hit, words: Claims) -> bool:
    """Whether a claim is the writer's, stated as a fact."""
    if is_quoted(draft, hit):
        return False
    sentence = draft.tokens[hit.first].sentence
    before = _same(draft.tokens[max(0, hit.first - _NEAR) : hit.first], sentence)
    return words.hedges.isdisjoint(before)


def _same(tokens: Sequence[Token], sentence: int) -> list[str]:
    return [token.word for token in tokens if token.sentence == sentence]


def _is_question(draft: Draft, sentence: int) -> bool:
    _, end = draft.sentences[sentence]
    return "?" in draft.text[max(0, end - 1) : end + 2].split("\n")[0]


def _names_a_law(draft: Draft, sentence: int, words: Claims) -> bool:
    """Whether this sentence or the one before it names a law."""
    text = draft.text
    first = draft.sentences[max(0, sentence - 1)][0]
    if _initials().search(text, first, draft.sentences[sentence][1]):
        return True
    for token in draft.tokens:
        if token.sentence > sentence:
            return False
        if token.sentence < sentence - 1 or token.word not in words.named:
            continue
        if token.word not in ("act", "acts", "code") or text[token.start].isupper():
            return True
    return False


@cache
def _initials() -> re.Pattern[str]:
    """The short name of a law with points: F.C.R.A. or U.S.C."""
    return re.compile(r"\b(?:[A-Z]\.){3}")
