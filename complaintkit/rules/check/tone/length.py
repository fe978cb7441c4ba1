"""Is a text longer than a company reads, and where can a long sentence be divided?

The words between greeting and closing are counted, where these are found; not those of tables.
Lines of a list are no sentence. Words: `data/tone/manner.yaml`, under `length`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from complaintkit.model.review import Remark, Severity
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.letter_kinds import MAY_BE_LONG, MOST_WORDS

KIND = "length"
LONGEST_SENTENCE = 45
"""Words; complaintkit's own limit. Plain-language guides ask for 15 to 25 on average."""
_SHOWN = 60
_WRAPPED = 50
"""Characters: a shorter line was ended by its writer, not by the width of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthWords:
    """What is said of a long text and of a long sentence; where greeting and closing begin."""

    severity: Severity
    reason: str
    advice: str
    sentence: Mapping[str, str]
    joins: frozenset[str]
    greetings: frozenset[str]
    closings: frozenset[str]


def length_words(source: Mapping[str, Any]) -> LengthWords:
    """Read the words as they stand in the data, under `length`."""
    part = source["length"]
    lists = {name: frozenset(part[name].split()) for name in ("joins", "greetings", "closings")}
    return LengthWords(
        severity=Severity(part["severity"]),
        reason=part["reason"],
        advice=part["advice"],
        sentence=part["sentence"],
        **lists,
    )


def length(draft: Draft, words: LengthWords, *, kind: str = "") -> Iterator[Remark]:
    """Give a remark for a text of more than MOST_WORDS words, and for each endless sentence."""
    text = draft.text
    start, end = body(text, words)
    count = 0 if kind in MAY_BE_LONG else _count(text[start:end])
    if count > MOST_WORDS:
        first, last, longest = _longest_paragraph(text, start, end)
        yield Remark(
            kind=KIND,
            severity=words.severity,
            start=first,
            end=last,
            quote=text[first:last],
            reason=words.reason.format(words=count, most=MOST_WORDS),
            suggestion=words.advice.format(words=longest),
            is_rewording=False,
        )
    for number in range(len(draft.sentences)):
        yield from _long_sentence(draft, number, words)


def body(text: str, words: LengthWords) -> tuple[int, int]:
    """Return where the body starts and ends: after a greeting, before a closing, if there."""
    start, end, place, is_open = 0, len(text), 0, True
    for line in text.splitlines(keepends=True):
        told = re.findall(r"\w+", line[:80].casefold())
        place += len(line)
        if not told:
            continue
        if is_open and told[0] in words.greetings and line.rstrip().endswith((",", ":")):
            start, end, is_open = place, len(text), False
        elif len(told) <= 4 and line.rstrip().endswith(",") and not words.closings.isdisjoint(told):  # noqa: PLR2004
            end = place - len(line)
            break
    return start, max(start, end)


def _count(text: str) -> int:
    """Count the words of prose: what holds a letter or a digit, tables left out."""
    lines = (line for line in text.splitlines() if not _row().search(line))
    return sum(1 for line in lines for word in line.split() if _is_word(word))


def _is_word(told: str) -> bool:
    return told[0].isalnum() or any(map(str.isalnum, told))


def _longest_paragraph(text: str, start: int, end: int) -> tuple[int, int, int]:
    """Return where the longest paragraph begins, the end of its first words, and its words."""
    longest = (-1, start, "")
    place = start
    for part in _blank().split(text[start:end]):
        found = text.find(part, place) if part else place
        longest = max(longest, (_count(part), -found, part))
        place = found + len(part)
    count, first, part = longest[0], -longest[1], longest[2]
    first += len(part) - len(part.lstrip())
    return first, first + _opening(part.strip()), count


def _opening(text: str) -> int:
    """Return the length of the first words of a text, at most _SHOWN characters of them."""
    line = text.split("\n", 1)[0]
    if len(line) <= _SHOWN:
        return len(line)
    return line.rfind(" ", 0, _SHOWN) if " " in line[:_SHOWN] else _SHOWN


def _long_sentence(draft: Draft, number: int, words: LengthWords) -> Iterator[Remark]:
    begin, finish = draft.sentences[number]
    if len(draft.text[begin:finish].split()) <= LONGEST_SENTENCE:
        return
    for start, end in _pieces(draft.text, begin, finish):
        count = _count(_aside().sub("", draft.text[start:end]))
        if count <= LONGEST_SENTENCE:
            continue
        shown = start + _opening(draft.text[start:end])
        where = _where(draft.text[start:end], words)
        yield Remark(
            kind=KIND,
            severity=Severity(words.sentence["severity"]),
            start=start,
            end=shown,
            quote=draft.text[start:shown],
            reason=words.sentence["reason"].format(words=count, most=LONGEST_SENTENCE),
            suggestion=words.sentence["advice" if where else "plain_advice"].format(where=where),
            is_rewording=False,
        )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the parts of a sentence between lines that their writer ended: lists and tables."""
    begins, place = start, start
    for line in text[start:end].splitlines(keepends=True):
        is_cell = bool(_row().search(line))
        if place > begins and (_item().match(line) or is_cell):
            yield begins, place
            begins = place
        place += len(line)
        if is_cell or (len(line.rstrip()) < _WRAPPED and place < end):
            begins = place if is_cell else begins
            if not is_cell:
                yield begins, place
                begins = place
    if begins < end:
        yield begins, end


def _where(sentence: str, words: LengthWords) -> str:
    """Return the joining word nearest to the middle with the two words after it; "" for none."""
    told = sentence.split()
    middle = len(told) // 2
    places = [at for at in range(8, len(told) - 5) if told[at].casefold() in words.joins]
    if not places:
        return ""
    at = min(places, key=lambda place: abs(place - middle))
    return " ".join(told[at : at + 3]).rstrip(",.;:")


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"\n[^\S\n]*\n")


@cache
def _aside() -> re.Pattern[str]:
    """What stands in brackets: it is not counted, for a reader can pass over it."""
    return re.compile(r"\([^()]*(?:\)|$)")


@cache
def _row() -> re.Pattern[str]:
    """A row of a table: cells parted by tabs, bars or wide gaps."""
    return re.compile(r"\t|\S ?\||(?<! ) {3,}\S")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[-–•*·]|\(?\w{1,3}[.)])\s")
