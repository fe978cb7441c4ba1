"""Which turns of phrase make a text read politer or ruder, and where does it read worst?

A hint that ranks, never an error: even one reader agrees with four others only so far. The cues,
their words, their weights and where these come from: `data/tone/politeness.yaml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import exp, log1p
from typing import Any

FEW_WORDS = 8
"""A text with fewer words is very short."""

FEW_ASKED = 3
"""A question with no more words is curt."""

PASSAGE_WORDS, PASSAGE_SENTENCES = 40, 2
"""The least length of a passage: nine in ten of the requests behind the weights are no longer."""

Span = tuple[int, int]
_NOT = "n't"
_WORD, _MARK, _COMMA = 1, 2, 3
_MEASURES = frozenset(("length", "short", "short question", "shouting"))
_WHERE = frozenset(("", "start", "clause", "inside", "close", "exclaimed"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A turn of phrase; a weight above 0 makes a text ruder, below 0 politer (log-odds).

    `does` is said after “it”. `where` and `most`: the head of the data.
    """

    name: str
    does: str
    weight: float
    where: str = ""
    most: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """All cues, and by its first word each phrase: its other words, and the number of its cue."""

    base: float
    openers: frozenset[str]
    cues: tuple[Cue, ...]
    measured: tuple[int, ...]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCue:
    """A cue that a text holds, and its places (start and end). Length alone is never told."""

    cue: Cue
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Politeness:
    """How rude a text reads (0 to 1), and its cues in the order of the data.

    `worst` is the place of the passage that reads worst, `sharpest` of the sentence in it that
    adds most; a text without words has neither.
    """

    rudeness: float
    cues: tuple[FoundCue, ...]
    worst: Span | None
    sharpest: Span | None


@dataclass(slots=True)
class _Sentence:
    """A sentence: its words and where they were found, which follow a comma, what ends it."""

    words: list[str]
    places: list[re.Match[str]]
    after_comma: set[int]
    mark: str = ""
    closed: int = 0

    @property
    def start(self) -> int:
        return self.places[0].start()

    @property
    def end(self) -> int:
        return max(self.closed, self.places[-1].end())


_Places = dict[int, list[Span]]


def cues_from(plain: Mapping[str, Any]) -> Cues:
    """Return the cues of the compiled data. Raises KeyError or ValueError if they are not whole."""
    cues: list[Cue] = []
    phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for side, sign in (("politer", -1), ("ruder", 1)):
        for name, row in plain[side].items():
            if ("words" in row) is (name in _MEASURES) or row.get("where", "") not in _WHERE:
                raise ValueError(f"no cue: {name!r}")
            for words in _phrases(row.get("words", "")):
                phrases.setdefault(words[0], []).append((words[1:], len(cues)))
            cues.append(
                Cue(
                    name=name,
                    does=row["it"],
                    weight=sign * row["weight"],
                    where=row.get("where", ""),
                    most=row.get("most", 1),
                )
            )
    return Cues(
        base=plain["base"],
        openers=frozenset(words[0] for words in _phrases(plain["openers"])),
        cues=tuple(cues),
        measured=tuple(at for at, cue in enumerate(cues) if cue.name in _MEASURES),
        phrases={first: tuple(rest) for first, rest in phrases.items()},
    )


def politeness(text: str, cues: Cues) -> Politeness:
    """Return how rude a text reads, by its worst passage: one rude line is not made good by others.

    A passage is two sentences or more, of some 40 words: so read, requests are ranked as well as by
    all their words, by their worst sentence alone much less well. Words of other languages say
    nothing.
    """
    sentences = tuple(_sentences(text))
    found = tuple(_found(text, one, cues) for one in sentences)
    if not sentences:
        return Politeness(rudeness=_share(cues.base), cues=(), worst=None, sharpest=None)
    score, first, last = max(
        ((_score(sentences[a:b], found[a:b], cues), a, b) for a, b in _passages(sentences)),
        key=lambda one: one[0],
    )
    sharpest = max(range(first, last), key=lambda at: _added(found[at], cues))
    places = _together(found) | _of_the_whole(sentences, cues)
    return Politeness(
        rudeness=_share(score),
        cues=tuple(FoundCue(cue=cues.cues[at], places=tuple(places[at])) for at in sorted(places)),
        worst=(sentences[first].start, sentences[last - 1].end),
        sharpest=(sentences[sharpest].start, sentences[sharpest].end),
    )


def amounts(text: str, cues: Cues) -> tuple[float, ...]:
    """Return how much a whole text holds of each cue, in their order: what the fit works on."""
    sentences = tuple(_sentences(text))
    places = _together(_found(text, one, cues) for one in sentences)
    return tuple(_amount(at, cues, sentences, places) for at in range(len(cues.cues)))


def _phrases(written: str) -> Iterator[tuple[str, ...]]:
    for phrase in filter(None, map(str.strip, written.split(","))):
        yield from product(*(word.split("/") for word in phrase.split()))


@cache
def _tokens() -> re.Pattern[str]:
    """Return what finds words (with “Mr.” and “No. 5”), marks, commas and blank lines."""
    return re.compile(
        r"(no\.(?=\s?\d)|(?:mrs?|ms|dr|st|e\.g|i\.e)\.|\w+(?:'\w+)*)"
        r"|([.?!…]+(?!\w))|([,;:()–—]|\s-\s)|(\n\s*\n)"
    )


@cache
def _shouts() -> re.Pattern[str]:
    return re.compile(r"[?!]{2,}|\b[A-Z]{2,}(?: [A-Z]{3,})+\b")


def _sentences(text: str) -> Iterator[_Sentence]:
    """Give each sentence; a blank line ends one too, and marks without words add to the last."""
    one: _Sentence | None = None
    for found in _tokens().finditer(_small(text)):
        kind = found.lastindex
        if kind == _WORD:
            if one is None or one.mark:
                if one:
                    yield one
                one = _Sentence([], [], set())
            one.words.append(found[0])
            one.places.append(found)
        elif one is None:
            continue
        elif kind == _MARK:
            one.mark += found[0]
            one.closed = found.end()
        elif kind == _COMMA:
            one.after_comma.add(len(one.words))
        else:
            one.mark += "\n"
    if one:
        yield one


def _small(text: str) -> str:
    """Return the text in small letters, each sign where it was."""
    small = text.lower()
    if len(small) != len(text):  # “İ” becomes two
        small = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return small.replace("’", "'")


def _found(text: str, one: _Sentence, cues: Cues) -> _Places:
    """Return the places of each cue in a sentence, by the number of the cue."""
    places: _Places = {}
    words = one.words
    plain = [_NOT if word.endswith(_NOT) else word for word in words]
    opened = next((at for at, word in enumerate(words) if word not in cues.openers), len(words))
    for at, word in enumerate(words):
        phrases = cues.phrases.get(word, ())
        if plain[at] is _NOT:
            phrases += cues.phrases.get(_NOT, ())
        for rest, number in phrases:
            after = at + 1 + len(rest)
            if rest and rest not in (tuple(words[at + 1 : after]), tuple(plain[at + 1 : after])):
                continue
            if _stands(cues.cues[number].where, one, at, after, opened):
                start, end = one.places[at].start(), one.places[after - 1].end()
                spans = places.setdefault(number, [])
                if spans and start < spans[-1][1]:  # “I agree” and “agree that” are one place
                    start, end = spans[-1][0], max(end, spans.pop()[1])
                spans.append((start, end))
    for number in cues.measured:
        if spans := _measured(cues.cues[number].name, text, one):
            places[number] = spans
    return places


def _stands(where: str, one: _Sentence, at: int, after: int, opened: int) -> bool:
    """Whether a phrase from word `at` to before `after` is in the place that its cue is about."""
    match where:
        case "start":
            return at <= opened
        case "clause":
            return at <= opened or at in one.after_comma
        case "inside":
            return at > opened
        case "close":
            return after == len(one.words) and "?" in one.mark
        case "exclaimed":
            return one.mark.rstrip() == "!"
        case _:
            return True


def _measured(name: str, text: str, one: _Sentence) -> list[Span]:
    """Return the places in a sentence of what is found without words."""
    if name == "shouting":
        return [found.span() for found in _shouts().finditer(text, one.start, one.end)]
    if name == "short question" and "?" in one.mark and len(one.words) <= FEW_ASKED:
        return [(one.start, one.end)]
    return []


def _of_the_whole(sentences: Sequence[_Sentence], cues: Cues) -> _Places:
    """Return the place of a text that is very short as a whole."""
    is_short = sum(len(one.words) for one in sentences) < FEW_WORDS
    whole = (sentences[0].start, sentences[-1].end)
    return {at: [whole] for at in cues.measured if is_short and cues.cues[at].name == "short"}


def _together(found: Iterable[_Places]) -> _Places:
    places: _Places = {}
    for one in found:
        for number, spans in one.items():
            places.setdefault(number, []).extend(spans)
    return places


def _amount(number: int, cues: Cues, sentences: Sequence[_Sentence], places: _Places) -> float:
    cue = cues.cues[number]
    if cue.name in ("length", "short"):
        words = sum(len(one.words) for one in sentences)
        return log1p(words) if cue.name == "length" else float(words < FEW_WORDS)
    return float(min(len(places.get(number, ())), cue.most))


def _score(sentences: Sequence[_Sentence], found: Iterable[_Places], cues: Cues) -> float:
    places = _together(found)
    whole = (at for at in cues.measured if at not in places)
    return (
        cues.base
        + _added(places, cues)
        + sum(cues.cues[at].weight * _amount(at, cues, sentences, {}) for at in whole)
    )


def _added(places: _Places, cues: Cues) -> float:
    """Return what the cues at these places add, each as often as it counts."""
    return sum(
        cues.cues[at].weight * min(len(spans), cues.cues[at].most) for at, spans in places.items()
    )


def _share(score: float) -> float:
    return 1 / (1 + exp(-score))


def _passages(sentences: Sequence[_Sentence]) -> Iterator[tuple[int, int]]:
    """Give the first sentence of each passage and that after it; a short rest joins the one before.

    A text that is too short for a passage is one.
    """
    last = words = 0
    for first, one in enumerate(sentences):
        while last < len(sentences) and (words < PASSAGE_WORDS or last - first < PASSAGE_SENTENCES):
            words += len(sentences[last].words)
            last += 1
        if first and (words < PASSAGE_WORDS or last - first < PASSAGE_SENTENCES):
            return
        yield first, last
        words -= len(one.words)
