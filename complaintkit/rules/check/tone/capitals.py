"""Which words stand in capitals, and is each one speech, or a name, a code or a heading?

Words: `data/tone/shouting.yaml`, whose head says what each list is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from complaintkit.model.review import Severity
from complaintkit.rules.check.draft import Draft

UNKNOWN = ("code", "letter", "unknown")
_LISTS = ("said", "stressed", "soft", "lone", "weak", "plain")
_CUES = ("marked", "screens", "shows", "after", "unshown", "labels")
_HEADING_WORDS = 16
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly")
_SPEECH = ("ing", "able", "ible", "ness", "ful", "ly", "ated", "ized")
_PLAIN = ("tion", "sion", "ment", "ed", "tions", "ments", "ence", "ance", "ive", "ity")
_BEFORE_SPEECH = frozenset(
    ["i", "you", "we", "they", "he", "she", "am", "so", "very", "too", "please", "never", "not"]
)
"""No acronym stands right behind these."""
_LONG = 7
"""Letters: a word in no list that is this long and ends like English is no acronym."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capitals:
    """The list of each word, the words written with one capital, the cues, and the reasons."""

    lists: Mapping[str, str]
    titled: frozenset[str]
    days: frozenset[str]
    cues: Mapping[str, frozenset[str]]
    names: tuple[str, ...]
    severity: Severity
    reasons: Mapping[str, str]


class Word(NamedTuple):
    """A word as written, and its list: "" for small letters, else of the data or UNKNOWN.

    “joint” are I and A: they join the words beside them and prove nothing.
    """

    raw: str
    start: int
    end: int
    list: str
    sentence: int


def capitals(source: Mapping[str, Any]) -> Capitals:
    """Read the words as they stand in the data."""
    lists = dict.fromkeys(f"{source['days']} {source['titled']}".split(), "plain")
    for name in reversed(_LISTS):
        lists.update(dict.fromkeys(source[name].split(), name))
    return Capitals(
        lists=lists,
        titled=frozenset(f"{source['days']} {source['titled']}".split()),
        days=frozenset(source["days"].split()),
        cues={name: frozenset(source[name].split()) for name in _CUES},
        names=tuple(source["names"]),
        severity=Severity(source["severity"]),
        reasons=source["reasons"],
    )


def read_words(draft: Draft, words: Capitals) -> list[Word]:
    """Return each word of a text with its list; headings, quotations and names count as small."""
    passed = sorted([*draft.quoted, *_headings(draft.text, words), *_names(draft.text, words)])
    read: list[Word] = []
    at, until = 0, -1
    for token in draft.tokens:
        if read and read[-1].start == token.start:
            continue
        while at < len(passed) and passed[at][0] <= token.start:
            until = max(until, passed[at][1])
            at += 1
        raw = draft.text[token.start : token.end]
        name = "" if token.end <= until else _list(draft.text, token.start, raw, words)
        if name == "unknown" and read and _is_spoken(draft.text, read, token.start, raw):
            name = "said"
        read.append(Word(raw, token.start, token.end, name, token.sentence))
    return read


def _is_spoken(text: str, read: Sequence[Word], start: int, raw: str) -> bool:
    """Whether a word that can be spoken stands where no name does: “they SMASHED”, “so DAMP”."""
    before = read[-1].raw.lower()
    is_thanks = len(read) > 1 and read[-2].raw.lower() in ("thank", "thanks", "and")
    is_near = start - read[-1].end == 1 and text[read[-1].end] == " "
    can_be_spoken = len(raw) > 2 and bool(_vowel().search(raw))  # noqa: PLR2004
    return is_near and before in _BEFORE_SPEECH and not is_thanks and can_be_spoken


def _list(text: str, start: int, raw: str, words: Capitals) -> str:
    if not raw.isupper():
        return "code" if raw[0].isdigit() else ""
    end = start + len(raw)
    if any(map(str.isdigit, raw)) or set(raw) == {"X"} or _is_code(text, start, end):
        return "code"
    if len(raw) == 1:
        return "joint" if raw in ("I", "A") else "letter"
    small = raw.casefold().replace("’", "'").replace("ʼ", "'")
    if small == "no" and _a_number().match(text, end):
        return "plain"
    return _by_ending(small, words.lists)


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether a word is part of a reference or an address: RET-7719, F-150, a_b, a@b."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in ("@", "_") or after[:1] in ("@", "_"):
        return True
    return (before[-1:] in tuple("-/.#&") and before[:1].isdigit()) or (
        after[:1] in tuple("-/#&") and after[1:].isdigit()
    )


def _by_ending(small: str, lists: Mapping[str, str]) -> str:
    """Return the list of a word or of its stem: DON'T, CALLED, CALLING, WEEKS."""
    bare = small.replace("'", "")
    for word in (small, bare, small.partition("'")[0]):
        if word in lists:
            return lists[word]
    for ending in _ENDINGS:
        stem = bare.removesuffix(ending)
        if stem == bare or len(stem) <= 2:  # noqa: PLR2004 - “as” is no form of “a”
            continue
        doubled = stem[:-1] if stem[-1] == stem[-2] else stem
        for base in (stem, f"{stem}e", stem.removesuffix("i") + "y", doubled):
            if lists.get(base, "weak") not in ("weak", "soft"):
                return lists[base]
    if len(small) < _LONG:
        return "unknown"
    if small.endswith(_SPEECH):
        return "said"
    return "plain" if small.endswith(_PLAIN) else "unknown"


def is_a_date(read: Sequence[Word], at: int) -> bool:
    """Whether a number stands beside a word: “3 MAY”, “OCTOBER 2026”."""
    return any(word.list == "code" for word in read[max(0, at - 1) : at + 2])


def _headings(text: str, words: Capitals) -> Iterator[tuple[int, int]]:
    """Give start and end of each line that is a heading or a subject, and of labels before “:”."""
    start = 0
    for line in text.splitlines(keepends=True):
        told = line.strip()
        if _is_heading(told, words):
            yield start, start + len(line)
        elif (label := _label().match(line)) and _holds_no_speech(label[1], words):
            yield start + label.start(1), start + label.end(1)
        start += len(line)


def _is_heading(told: str, words: Capitals) -> bool:
    if not told or told[-1] in "!?" or not any(map(str.isupper, told)):
        return False
    first = re.search(r"\w+", told)
    label = first.group().casefold() if first and ":" in told else ""
    if label not in words.cues["labels"] and (told[-1] == "." or any(map(str.islower, told))):
        return False
    return len(told.split()) <= _HEADING_WORDS and _holds_no_speech(told, words)


def _holds_no_speech(told: str, words: Capitals) -> bool:
    """Whether no word of a line is speech; “my” and “your” may follow “on”, “of”, “to”."""
    before = ""
    for raw in re.findall(r"[^\W_]+(?:['’][^\W_]+)*", told):
        small = raw.casefold()
        if raw == "I" or (raw.isupper() and _by_ending(small, words.lists) == "said"):
            return False
        is_own = small in ("my", "your", "our") and raw.isupper()
        if is_own and words.lists.get(before) != "weak":
            return False
        before = small
    return True


def _names(text: str, words: Capitals) -> Iterator[tuple[int, int]]:
    small = text.lower()
    if len(small) != len(text):
        return
    for name in words.names:
        at = small.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = small.find(name, at + 1)


def is_on_a_screen(read: Sequence[Word], first: int, last: int, words: Capitals) -> bool:
    """Whether a run of words is what a screen, a stamp or a sign says: “It shows DELIVERED”."""
    cues = words.cues
    number = read[first].sentence
    near = [word for word in read[max(0, first - 7) : last + 4] if word.sentence == number]
    before = [word.raw for word in near if word.end <= read[first].start]
    while before and before[-1].isupper() and len(before[-1]) > 1:  # what the screen begins with
        before.pop()
    before = [word.casefold() for word in before]
    after = [word.raw for word in near if word.start >= read[last].end and not word.list]
    is_shown = (
        bool(before) and before[-1] in cues["shows"] and not cues["screens"].isdisjoint(before)
    )
    if is_shown or before[-1:] in (["called"], ["capitals"]) or after[1:2] == ["what"]:
        return True
    if first == last and (
        read[first].list in ("said", "soft") or read[first].raw.casefold() in cues["unshown"]
    ):
        return False
    if after and after[0] in cues["after"]:
        return True
    if first == last and read[first].list in ("lone", "plain"):
        return not (cues["screens"] | cues["marked"] | cues["after"]).isdisjoint(before + after)
    return bool(before) and before[-1] in cues["marked"]


@cache
def _vowel() -> re.Pattern[str]:
    return re.compile("[AEIOUY]")


@cache
def _a_number() -> re.Pattern[str]:
    return re.compile(r"[.:#]? ?\d")


@cache
def _label() -> re.Pattern[str]:
    """Capitals at the head of a line up to a colon: “IMPORTANT:”, “2. TOTAL DUE:”."""
    return re.compile(r"[^\w\n]{0,4}(?:\d{1,3}[.)] )?([A-Z][A-Z' ./&-]{0,60}):")
