"""Is a text English, so that its tone can be looked at?

Counted by small words. What may be another language is never judged.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from complaintkit.rules.check.draft import Draft

ENGLISH = "en"
_FEW = 4
_SHARE = 0.05
_LATIN_SHARE = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """The small words of each language, and those languages in which parts are sought."""

    words: Mapping[str, frozenset[str]]
    with_parts: frozenset[str]


def languages_from(plain: Mapping[str, Any]) -> Languages:
    """Read `data/tone/languages.yaml`."""
    return Languages(
        words={str(name): frozenset(words.split()) for name, words in plain["words"].items()},
        with_parts=frozenset(plain["parts"].split()),
    )


def tongue(draft: Draft, languages: Languages) -> str:
    """Return the code of the language that a text is in, or "" where it does not show.

    A text of few words with none of another language is taken for English when it is written in
    plain letters: “Liars.” One in another script is never English.
    """
    words = [token.word for token in draft.tokens]
    if not words:
        return ENGLISH
    letters = [sign for sign in draft.text if sign.isalpha()]
    if sum(sign < "\u0250" for sign in letters) < _LATIN_SHARE * len(letters):
        return ""
    often = Counter(words)
    counts = {
        name: sum(often[word] for word in often.keys() & known)
        for name, known in languages.words.items()
    }
    best = max(counts, key=lambda name: (counts[name], name == ENGLISH))
    if counts[best] == 0:
        return ENGLISH if len(words) <= _FEW and draft.text.isascii() else ""
    if best == ENGLISH:
        return ENGLISH if counts[ENGLISH] >= _SHARE * len(words) else ""
    return best if counts[best] > 1 or len(words) <= _FEW else ENGLISH
