"""In which words does a letter claim something?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

STEM = 5  # letters by which “debited” and “debit” are one word
HEDGES = ("least", "most", "over", "under", "about")
COUNTED = ("called", "wrote", "visited", "chatted", "spoke", "touch")

# Whether such a word is a number is asked later: a list of all numbers makes patterns slow.
_NUMBER = r"\d{1,3}|[a-z]+(?:-[a-z]+)?"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern, made when it is first asked for: few letters need many of them."""

    source: str

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Find the phrase anywhere in a stretch of a text."""
        return _compiled(self.source).search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Find the phrase at a place of a text."""
        return _compiled(self.source).match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Find the phrase where it is the whole text."""
        return _compiled(self.source).fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find the phrase wherever it stands."""
        return _compiled(self.source).finditer(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsWords:
    """The words of `data/tone/claims.yaml`, as patterns and as sentences to fill in.

    `ties` and `channels` lead from a word to the kinds of entry, or the ways of contact, that a
    sentence with it can be about. `gates` are words without which a check need not look.
    """

    ties: Mapping[str, frozenset[str]]
    own: frozenset[str]
    channels: Mapping[str, frozenset[str]]
    gates: Mapping[str, frozenset[str]]
    hedge: Phrase
    until: Phrase
    more: Mapping[str, Phrase]
    counting: Mapping[str, Phrase]
    never: Mapping[str, Phrase]
    framed: Mapping[str, Phrase]
    beside: Mapping[str, Phrase]
    names_in: Phrase
    met: Phrase
    spoke: Phrase
    titles: frozenset[str]
    common: frozenset[str]
    no_names: frozenset[str]
    reasons: Mapping[str, str]
    advice: Mapping[str, str]
    names: Mapping[str, str]


def claims_words_from(plain: Mapping[str, Any]) -> ClaimsWords:
    """Return the words out of what was read from the data.

    Raises KeyError or TypeError where something is missing.
    """
    short = {**plain["short"], "NUMBER": _NUMBER}
    full = {
        name: {key: _full(held, short) for key, held in plain[name].items()}
        for name in ("more", "never", "framed", "beside", "counting", "people", "hedges")
    }
    return ClaimsWords(
        ties=_by_word(plain["ties"]),
        own=frozenset(plain["own"].split()),
        channels=_by_word(plain["channels"]),
        gates={name: frozenset(held.split()) for name, held in plain["gates"].items()},
        hedge=_before("|".join(f"(?P<{kind}>{full['hedges'][kind]})" for kind in HEDGES)),
        until=_before(full["hedges"]["until"]),
        more={name: _anywhere(held) for name, held in full["more"].items()},
        counting=_counting(full["counting"]),
        never={name: _anywhere(held) for name, held in full["never"].items()},
        framed={name: _before(held) for name, held in full["framed"].items()},
        beside={name: Phrase(f"(?i){held}") for name, held in full["beside"].items()},
        names_in=_names_in(plain["titles"].split()),
        met=_met(full["people"]),
        spoke=_spoke(full["people"]),
        titles=frozenset(plain["titles"].casefold().split()),
        common=frozenset(word[:STEM] for word in plain["common"].split()),
        no_names=frozenset(f"{plain['no_names']} {plain['common']}".split()),
        reasons=dict(plain["reasons"]),
        advice=dict(plain["advice"]),
        names=dict(plain["names"]),
    )


@lru_cache(maxsize=256)
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _by_word(plain: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for kind, words in plain.items():
        for word in words.split():
            found[word] = found.get(word, frozenset()) | {kind}
    return found


def _full(held: str, short: Mapping[str, str]) -> str:
    """Write out the names in capitals, and let words stand on two lines of a letter."""
    for _ in range(2):
        held = re.sub(r"[A-Z]{3,}", lambda found: short.get(found[0], found[0]), held)
    return held.replace(" ?", r"\s*").replace(" ", r"\s+")


def _anywhere(held: str) -> Phrase:
    return Phrase(rf"(?i)\b(?:{held})(?!\w)")


def _before(held: str) -> Phrase:
    """Return a pattern for words that end where a number begins."""
    return Phrase(rf"(?i)\b(?:{held})[\s-]+(?:(?:the|a|end of|total of)\s+)*$")


def _counting(held: Mapping[str, str]) -> dict[str, Phrase]:
    """Return the patterns for numbers: “I have called you five times”, “five calls”."""
    number = rf"(?P<number>once|twice|thrice|{_NUMBER})"
    times = rf"(?P<count>(?={number}\b)(?:once|twice|thrice|(?:{_NUMBER})\s+(?:{held['times']}))\b)"
    verbs = "|".join(rf"(?P<{way}>{held[way]})" for way in COUNTED)
    nouns = "|".join(rf"(?P<{way}>{held[f'{way}-nouns']})" for way in COUNTED[:4])
    who = rf"\b(?P<who>I|we|you)\b(?:['’](?:ve|d))?(?:\s+(?:{held['between']}))*\s+"
    found = {
        "verbs": rf"{who}(?:{verbs})\b[^.;!?|]{{0,90}}?\s+{times}",
        "turned": rf"\b{times}\s+(?:now\s+|already\s+|that\s+)*{who}(?:{verbs})\b",
        "nouns": rf"\b(?:{held['made']})\s+(?:(?:{held['rough']})\s+)?"
        rf"(?P<count>{number}\s+(?:(?:{held['kinds']})\s+)*(?:{nouns}))\b",
        "people": rf"\b(?:{held['with']})\b[^.;!?]{{0,30}}?\b{number}\s+(?:{held['people']})\b",
        **{
            name: rf"\b(?:{held[name]})\b"
            for name in ("minutes", "waited", "customer", "every", "factor", "term")
        },
    }
    return {name: Phrase(f"(?i){source}") for name, source in found.items()}


def _names_in(titles: list[str]) -> Phrase:
    """Return a pattern for words with a capital, side by side, with a title or without."""
    cap = r"[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+)*"
    title = rf"(?:(?P<title>{'|'.join(titles)})\b\.?\s+)?"
    return Phrase(rf"\b(?=[^\W\d_a-z]){title}(?P<name>{cap}(?:(?: ?\n *| ){cap}){{0,3}})\b")


def _met(held: Mapping[str, str]) -> Phrase:
    """Return a pattern for what stands before the name of a person."""
    unnamed = r"(?:(?:a|an|your|the)\s+(?:[a-z]+\s+){1,3}(?:called|named)?\s*)?"
    return Phrase(
        rf"\b(?:{held['met']})\s+{unnamed}$|\b(?:{held['called']})\s+$|\b(?i:{held['way']}),\s+$"
    )


def _spoke(held: Mapping[str, str]) -> Phrase:
    """Return a pattern for what stands after the name of a person: “in billing promised”."""
    place = r",?\s+(?:from|of|in|at)\s+(?:your\s+|the\s+)?[\w\s]{3,25}?,?"
    return Phrase(
        rf"(?:{place}|\s+\([^()]{{2,40}}\))?"
        rf"\s+(?:(?:then|also|again|later|kindly|has|had)\s+)?(?:{held['spoke']})\b"
    )


def hedge_of(words: ClaimsWords, text: str, start: int, end: int) -> str:
    """Return how roughly a number is put: “about”, “least”, “over”, “under”, “most” or ""."""
    found = words.hedge.search(text[max(0, start - 32) : start])
    if found:
        return next(kind for kind in HEDGES if found[kind])
    return "about" if words.more["rough-after"].match(text, end) else ""
