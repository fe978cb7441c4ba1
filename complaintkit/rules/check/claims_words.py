"""In which words does a letter claim something?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

STEM = 5  # letters by which “debited” and “debit” are one word

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsWords:
    """The words of `data/tone/claims.yaml`, as patterns and as sentences to fill in."""

    ties: Mapping[str, Pattern]
    channels: Mapping[str, Pattern]
    hedges: Mapping[str, Pattern]
    until: Pattern
    promising: Pattern
    asking: Pattern
    law: Pattern
    reasons: Mapping[str, str]
    advice: Mapping[str, str]
    names: Mapping[str, str]
    more: Mapping[str, Pattern]
    names_in: Pattern
    met: Pattern
    spoke: Pattern
    titles: frozenset[str]
    common: frozenset[str]
    no_names: frozenset[str]


def claims_words_from(plain: Mapping[str, Any]) -> ClaimsWords:
    """Return the words out of what was read from the data.

    Raises KeyError or TypeError where something is missing.
    """
    return ClaimsWords(
        ties={kind: _words(held) for kind, held in plain["ties"].items()},
        channels={kind: _words(held) for kind, held in plain["channels"].items()},
        hedges={
            kind: re.compile(
                rf"\b(?:{plain[kind]})[\s-]+(?:the\s+|a\s+|total of\s+)*$", re.IGNORECASE
            )
            for kind in ("least", "most", "over", "under", "about")
        },
        until=re.compile(rf"\b(?:{plain['until']})\s+(?:the\s+|end of\s+)*$", re.IGNORECASE),
        promising=_words(plain["promising"]),
        asking=_words(plain["asking"]),
        law=_words(plain["law"]),
        reasons=dict(plain["reasons"]),
        advice=dict(plain["advice"]),
        names=dict(plain["names"]),
        more={name: _words(held) for name, held in plain["more"].items()},
        names_in=_names(plain["titles"].split()),
        met=re.compile(
            rf"\b(?:{plain['met']})\s(?:(?:a|an|your|the)\s(?:[a-z]+\s){{1,3}}(?:called|named)?\s?)?$"
            rf"|\b(?:{plain['called']})\s$"
        ),
        spoke=re.compile(
            r"(?:,?\s(?:from|of|in|at)\s(?:your\s|the\s)?[\w\s]{3,25}?,?|\s\([^()]{2,40}\))?"
            rf"\s(?:(?:then|also|again|later|kindly|has|had)\s)?(?:{plain['spoke']})\b"
        ),
        titles=frozenset(plain["titles"].casefold().split()),
        common=frozenset(word[:STEM] for word in plain["common"].split()),
        no_names=frozenset(plain["no_names"].split()),
    )


def _names(titles: list[str]) -> Pattern:
    cap = r"[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+)*"
    return re.compile(
        rf"(?:\b(?P<title>{'|'.join(titles)})\b\.?\s+)?(?P<name>\b{cap}(?:\s{cap}){{0,3}})\b"
    )


def _words(held: str) -> Pattern:
    return re.compile(rf"\b(?:{held})(?!\w)", re.IGNORECASE)


def hedge_of(words: ClaimsWords, text: str, start: int, end: int) -> str:
    """Return how roughly a number is put: “about”, “least”, “over”, “under”, “most” or ""."""
    before = text[max(0, start - 32) : start]
    for kind, pattern in words.hedges.items():
        if pattern.search(before):
            return kind
    after = text[end : end + 14].casefold()
    return (
        "about"
        if re.match(r"\s*(?:or so|or more|-?odd|-?ish|plus|approx|or thereabouts|\+)", after)
        else ""
    )
