"""With which words does a text show its parts?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from complaintkit.rules.check.parts.phrases import Lexicon, PhraseList


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsWords:
    """What `data/tone/parts.yaml` holds.

    `classes` are the bit of each class of words in the lexicon; `months` and `courtesy` are
    patterns by language; the classes, phrases and most sentences are English.
    """

    lexicon: Lexicon
    classes: Mapping[str, int]
    phrases: Mapping[str, PhraseList]
    months: Mapping[str, str]
    courtesy: Mapping[str, str]
    sentences: Mapping[str, Mapping[str, str]]


def parts_words_from(mapping: Mapping[str, Any]) -> PartsWords:
    """Read the words of the parts. Raises KeyError or ValueError for data that are not whole."""
    lexicon = Lexicon()
    classes = _classes(mapping["classes"])
    return PartsWords(
        lexicon=lexicon,
        classes={name: lexicon.bit(words) for name, words in classes.items()},
        phrases={name: lexicon.phrases(some, classes) for name, some in mapping["phrases"].items()},
        months={
            "en": "|".join(classes["month"]),
            **{language: _pattern(names) for language, names in mapping["months"].items()},
        },
        courtesy={language: _pattern(some) for language, some in mapping["courtesy"].items()},
        sentences=mapping["sentences"],
    )


def _classes(mapping: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the words of each class; `<name>` stands for those of a class before it."""
    read: dict[str, tuple[str, ...]] = {}
    for name, words in mapping.items():
        some: list[str] = []
        for word in words.split():
            some += read[word[1:-1]] if word.startswith("<") else [word]
        read[name] = tuple(some)
    return read


def _pattern(words: str) -> str:
    """Return a pattern of words with spaces between; `_` stands for a space in one."""
    return "|".join(re.escape(word.replace("_", " ")) for word in words.split())


@cache
def whole_word(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds these words, whole and in either case."""
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
