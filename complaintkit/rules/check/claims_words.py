"""In which words does a letter claim something?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from complaintkit.rules.check.claims_numbers import number_words

STEM = 5  # letters by which “debited” and “debit” are one word

Pattern = re.Pattern[str]
HEDGES = ("least", "most", "over", "under", "about")
COUNTED = ("called", "wrote", "visited", "chatted", "spoke", "touch")


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
    counting: Mapping[str, Pattern]
    never: Mapping[str, Pattern]
    framed: Mapping[str, Pattern]
    between: Mapping[str, Pattern]
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
    short = {**plain["short"], "NUMBER": rf"\d{{1,3}}|{number_words()}"}

    def words(held: str) -> Pattern:
        return re.compile(rf"\b(?:{_full(held, short)})(?!\w)", re.IGNORECASE)

    def all_words(name: str) -> dict[str, Pattern]:
        return {kind: words(held) for kind, held in plain[name].items()}

    return ClaimsWords(
        ties=all_words("ties"),
        channels=all_words("channels"),
        hedges={kind: _before(plain[kind]) for kind in HEDGES},
        until=_before(plain["until"]),
        promising=words(plain["promising"]),
        asking=words(plain["asking"]),
        law=words(plain["law"]),
        reasons=dict(plain["reasons"]),
        advice=dict(plain["advice"]),
        names=dict(plain["names"]),
        more=all_words("more"),
        never=all_words("never"),
        framed={name: _before(_full(held, short)) for name, held in plain["framed"].items()},
        between={
            name: re.compile(_full(held, short), re.IGNORECASE)
            for name, held in plain["beside"].items()
        },
        counting=_counting(plain["counting"], short),
        names_in=_names(plain["titles"].split()),
        met=_met(plain),
        spoke=_spoke(plain["spoke"]),
        titles=frozenset(plain["titles"].casefold().split()),
        common=frozenset(word[:STEM] for word in plain["common"].split()),
        no_names=frozenset(plain["no_names"].split()),
    )


def _full(held: str, short: Mapping[str, str]) -> str:
    """Write out the names in capitals, and let words stand on two lines of a letter."""
    for _ in range(2):
        held = re.sub(r"[A-Z]{3,}", lambda found: short.get(found[0], found[0]), held)
    return held.replace(" ", r"\s")


def _before(held: str) -> Pattern:
    """Return a pattern for words that end where a number begins."""
    full = held.replace(" ", r"\s")
    return re.compile(rf"\b(?:{full})[\s-]+(?:(?:the|a|end of|total of)\s+)*$", re.IGNORECASE)


def _counting(plain: Mapping[str, str], short: Mapping[str, str]) -> dict[str, Pattern]:
    """Return the patterns for numbers: “I have called you five times”, “five calls”."""
    held = {name: _full(text, short) for name, text in plain.items()}
    any_number = short["NUMBER"]
    number = rf"(?P<number>{any_number}|once|twice|thrice)"
    times = (
        rf"(?P<count>(?={number})(?:once\b|twice\b|thrice\b|(?:{any_number})\s(?:{held['times']})))"
    )
    verbs = "|".join(rf"(?P<{way}>{held[way]})" for way in COUNTED)
    nouns = "|".join(rf"(?P<{way}>{held[f'{way}-nouns']})" for way in COUNTED[:4])
    who = rf"\b(?P<who>I|we|you)\b(?:['’](?:ve|d))?(?:\s(?:{held['between']}))*\s"
    found = {
        "verbs": rf"{who}(?:{verbs})\b[^.;!?|]{{0,90}}?\s{times}",
        "turned": rf"\b{times}\s(?:now\s|already\s|that\s)*{who}(?:{verbs})\b",
        "nouns": rf"\b(?:{held['made']})\s(?:(?:{held['rough']})\s)?"
        rf"(?P<count>{number}\s(?:(?:{held['kinds']})\s)*(?:{nouns}))\b",
        "people": rf"\b(?:{held['with']})\b[^.;!?]{{0,30}}?\b{number}\s(?:{held['people']})\b",
        **{name: rf"\b(?:{held[name]})\b" for name in ("minutes", "waited", "customer", "every")},
    }
    return {name: re.compile(text, re.IGNORECASE) for name, text in found.items()}


def _names(titles: list[str]) -> Pattern:
    """Return a pattern for words with a capital, side by side, with a title or without."""
    cap = r"[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+)*"
    return re.compile(
        rf"(?:\b(?P<title>{'|'.join(titles)})\b\.?\s+)?(?P<name>\b{cap}(?:\s{cap}){{0,3}})\b"
    )


def _met(plain: Mapping[str, str]) -> Pattern:
    """Return a pattern for what stands before the name of a person."""
    met, called, way = (_full(plain[name], {}) for name in ("met", "called", "way"))
    unnamed = r"(?:(?:a|an|your|the)\s(?:[a-z]+\s){1,3}(?:called|named)?\s?)?"
    return re.compile(
        rf"\b(?:{met})\s{unnamed}$|\b(?:{called})\s$|\b(?i:{way}),\s$",
    )


def _spoke(held: str) -> Pattern:
    """Return a pattern for what stands after the name of a person: “in billing promised”."""
    place = r",?\s(?:from|of|in|at)\s(?:your\s|the\s)?[\w\s]{3,25}?,?"
    return re.compile(
        rf"(?:{place}|\s\([^()]{{2,40}}\))?"
        rf"\s(?:(?:then|also|again|later|kindly|has|had)\s)?(?:{_full(held, {})})\b"
    )


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
