"""Which words are written as if shouted, and how do they read in a calm voice?

Capitals for emphasis and stacked marks, not acronyms, references, names, headings or screen
text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from complaintkit.model.review import Remark, Severity
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone.capitals import (
    UNKNOWN,
    Capitals,
    Word,
    is_a_date,
    is_on_a_screen,
    read_words,
)

KIND = "shouting"
_SCREEN_WORDS = 9
"""A longer run is no screen text, whatever stands before it."""
_MANY_PLAIN = 6
"""So many everyday words in capitals inside a sentence are no name and no form."""
_SENTENCE = 3
"""Everyday words in capitals that make up a whole sentence are speech."""
_SHORT = 40
"""Words: in a longer text one small word in capitals is a slip."""
_MANY = 3
"""So many single marks, or single small words in capitals, are more than a slip."""
_WHOLE = 0.7
"""Share of the words: a text with more of them in capitals is one remark."""
_NEAR = 2
"""Characters between a word and a mark: a quotation mark, a space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A text as its words with their lists, where each begins, and where sentences begin."""

    draft: Draft
    words: Capitals
    read: Sequence[Word]
    places: Sequence[int]
    begins: frozenset[int]


def shouting(draft: Draft, words: Capitals, *, beside: Sequence[Remark] = ()) -> Iterator[Remark]:
    """Give a remark for each run of shouted words, one for a whole text in capitals.

    A run is parted around the findings `beside` it, so that both are told.
    """
    read = read_words(draft, words)
    page = _Page(
        draft=draft,
        words=words,
        read=read,
        places=[word.start for word in read],
        begins=frozenset(start for start, _ in draft.sentences),
    )
    runs = sorted(_runs(page))
    for start, end, why in runs:
        for first, last in _parted(page, start, end, beside):
            yield _remark(page, first, last, why)
    single = []
    for start, end in _marks_outside(page, runs):
        mark = draft.text[start:end]
        if len(mark.replace(" ", "")) > 1 or mark in "‼⁇⁈⁉":
            yield _remark(page, _word_before(page, start), end, "stack")
        elif mark == "!":
            single.append((start, end))
    if len(single) >= _MANY:
        for start, end in single[_MANY - 1 :]:
            yield _remark(page, _word_before(page, start), end, "many", severity=Severity.INFO)


def _parted(
    page: _Page, start: int, end: int, beside: Sequence[Remark]
) -> Iterator[tuple[int, int]]:
    """Give what is left of a stretch around other findings, by whole words."""
    within = [one for one in beside if one.start < end and start < one.end]
    if not within:
        yield start, end
        return
    taken = [(one.start, one.end) for one in within]
    left = [
        word
        for word in page.read[bisect_left(page.places, start) : bisect_left(page.places, end)]
        if not any(first < word.end and word.start < last for first, last in taken)
    ]
    runs: list[list[Word]] = []
    for word in left:
        if runs and not any(runs[-1][-1].end <= first < word.start for first, _ in taken):
            runs[-1].append(word)
        else:
            runs.append([word])
    for run in runs:
        if any(word.list for word in run):
            yield run[0].start, run[-1].end


def _remark(
    page: _Page, start: int, end: int, why: str, *, severity: Severity | None = None
) -> Remark:
    return Remark(
        kind=KIND,
        severity=severity or page.words.severity,
        start=start,
        end=end,
        quote=page.draft.text[start:end],
        reason=page.words.reasons[why],
        suggestion=_calm(page, start, end),
    )


# ---- what is shouted --------------------------------------------------------------------


def _runs(page: _Page) -> Iterator[tuple[int, int, str]]:
    """Give start, end and reason of each stretch that is shouted."""
    whole = _whole(page.read)
    if whole:
        yield (*_with_marks(page, *whole), "all")
        return
    soft = []
    for first, last in _stretches(page):
        run = page.read[first : last + 1]
        if len(run) == 1 and run[0].list == "soft" and not _is_soft_shout(page, run):
            soft.append((run[0].start, run[0].end, "word"))
        elif not _is_loud(page, first, last):
            continue
        elif len(run) > _SCREEN_WORDS or not is_on_a_screen(page.read, first, last, page.words):
            yield (*_with_marks(page, run[0].start, run[-1].end), "run" if last > first else "word")
    if len(soft) >= _MANY:
        yield from soft


def _whole(read: Sequence[Word]) -> tuple[int, int] | None:
    """Return start and end of the capitals where nearly all of the text is in them."""
    told = [word for word in read if word.list not in ("code", "letter")]
    loud = [word for word in told if word.list]
    if len(loud) < _MANY_PLAIN or len(loud) < _WHOLE * len(told):
        return None
    if not any(word.list in ("said", "soft", "stressed") for word in loud):
        return None
    return loud[0].start, loud[-1].end


def _stretches(page: _Page) -> Iterator[tuple[int, int]]:
    """Give first and last word of each run of capitals, names and codes at its edges left off."""
    read, first = page.read, None
    for at in range(len(read) + 1):
        ends = at == len(read) or not read[at].list
        if first is not None and (ends or _is_parted(page.draft.text, read[at - 1], read[at])):
            left, right = first, at - 1
            while left < right and read[left].list in UNKNOWN:
                left += 1
            while right > left and read[right].list in (*UNKNOWN, "joint"):
                right -= 1
            if any(word.list not in (*UNKNOWN, "joint") for word in read[left : right + 1]):
                yield left, right
            first = None
        if first is None and not ends:
            first = at


def _is_parted(text: str, before: Word, after: Word) -> bool:
    return text.count("\n", before.end, after.start) > 1


def _is_loud(page: _Page, first: int, last: int) -> bool:
    """Whether a run inside a sentence is a raised voice."""
    run = page.read[first : last + 1]
    lists = [word.list for word in run]
    if "said" in lists or "stressed" in lists:
        return True
    everyday = sum(name not in (*UNKNOWN, "joint") for name in lists)
    if everyday == 1:
        return (len(run) == 1 or lists[0] == "joint") and _is_loud_alone(page, last)
    if "soft" in lists:
        return True
    return everyday >= _MANY_PLAIN or (everyday >= _SENTENCE and _is_a_sentence(page, run))


def _is_loud_alone(page: _Page, at: int) -> bool:
    """Whether one word is stressed: the BLUE one, it was CONFIRMED, in OCTOBER."""
    word = page.read[at]
    if any(near.list == "unknown" for near in page.read[max(0, at - 1) : at + 2]):
        return False
    before = page.read[at - 1].raw.lower() if at else ""
    if word.list in ("soft", "lone"):
        return True
    if word.list == "plain" and (word.raw.endswith("ED") or before in ("my", "our")):
        return True
    return word.raw.lower() in page.words.days and not is_a_date(page.read, at)


def _is_soft_shout(page: _Page, run: Sequence[Word]) -> bool:
    """Whether a small word stands out: alone as a sentence, or in a short text (not NOT)."""
    is_short = len(page.read) <= _SHORT and run[0].raw != "NOT"
    return is_short or _is_a_sentence(page, run)


def _is_a_sentence(page: _Page, run: Sequence[Word]) -> bool:
    """Whether a run is all of a sentence that ends as one: STOP CHARGING ME."""
    text, end = page.draft.text, run[-1].end
    return run[0].start in page.begins and text[end : end + 1] in (".", "!")


def _with_marks(page: _Page, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the marks that stand right behind it, where they are loud."""
    mark = _marks().match(page.draft.text, end)
    return (start, mark.end()) if mark and mark.group() != "?" else (start, end)


def _marks_outside(page: _Page, runs: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Give start and end of each mark outside the runs and outside quotations."""
    passed = sorted([*((start, end) for start, end, _ in runs), *page.draft.quoted])
    at, until = 0, -1
    for mark in _marks().finditer(page.draft.text):
        while at < len(passed) and passed[at][0] <= mark.start():
            until = max(until, passed[at][1])
            at += 1
        if mark.group() != "?" and mark.end() > until:
            yield mark.span()


def _word_before(page: _Page, place: int) -> int:
    """Return where the word before a mark begins; the mark itself where there is none near."""
    at = bisect_left(page.places, place) - 1
    if at >= 0 and place - page.read[at].end <= _NEAR:
        return page.read[at].start
    return place


# ---- the calm voice ---------------------------------------------------------------------


def _calm(page: _Page, start: int, end: int) -> str:
    """Return a stretch in small letters: names and references as they are, one mark each."""
    text, at = page.draft.text, start
    out = []
    for word in page.read[bisect_left(page.places, start) : bisect_right(page.places, end)]:
        if word.end <= end:
            out += [text[at : word.start], _small(page, word)]
            at = word.end
    out.append(text[at:end])
    following = text[end : end + _NEAR]
    return _marks().sub(lambda mark: _one(mark, following), "".join(out))


def _small(page: _Page, word: Word) -> str:
    if not word.list or word.list in UNKNOWN or word.raw == "I":
        return word.raw
    small = word.raw.lower()
    if small == "may" and is_a_date(page.read, bisect_left(page.places, word.start)):
        return "May"
    is_named = small in page.words.titled or small.startswith(("i'", "i’"))
    return small[0].upper() + small[1:] if is_named or word.start in page.begins else small


def _one(mark: re.Match[str], following: str) -> str:
    """Return one mark for several: a point for an exclamation; a comma inside a sentence."""
    if any(sign in mark.group() for sign in "?？❓⁇⁈⁉"):
        return "?"
    after = mark.string[mark.end() : mark.end() + _NEAR] or following
    if mark.string[: mark.start()].endswith("."):
        return ""
    return "," if after.strip()[:1].islower() else "."


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[!?！？❗❓](?: ?[!?！？❗❓])*|[‼⁇⁈⁉]")
