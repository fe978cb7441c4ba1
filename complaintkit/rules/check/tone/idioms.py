"""Which idioms of contempt and starred swear words stand in a text?

“I was not born yesterday”; “your f***ing courier”.
"""

import re
from collections.abc import Iterator
from functools import cache

from complaintkit.model.review import Remark
from complaintkit.rules.check.tone.rewording import has_fact, reworded
from complaintkit.rules.check.tone.scene import Scene
from complaintkit.rules.check.tone.speech import is_said_by_others

Idiom = tuple[tuple[tuple[str, ...], ...], ...]
"""The parts of an idiom, of words that follow one another, of which each may be one of several."""

MOST_BETWEEN = 4
"""Other words between the parts of an idiom."""


def idioms(scene: Scene) -> Iterator[Remark]:
    """Give a remark for each idiom of contempt.

    How one is written: “born_yesterday”; “bled+dry” with up to four words between; “sod/piss_off”
    with either word. The clause gives way where it holds no fact, else the words alone.
    """
    draft = scene.draft
    by_first: dict[str, list[Idiom]] = {}
    there = {token.word for token in draft.tokens}
    for written in scene.words.lists["idiom"]:
        if there.isdisjoint(written.partition("+")[0].partition("_")[0].split("/")):
            continue
        idiom = tuple(
            tuple(tuple(word.split("/")) for word in part.split("_")) for part in written.split("+")
        )
        if any(there.isdisjoint(ways) for part in idiom for ways in part):
            continue
        for first in idiom[0][0]:
            by_first.setdefault(first, []).append(idiom)
    for at, token in enumerate(draft.tokens):
        for idiom in by_first.get(token.word, ()):
            last = _stands(scene, idiom, at)
            if last is None or _is_before_people(scene, last):
                continue
            if not (
                scene.has_capital(at)
                or scene.has_capital(last)
                or is_said_by_others(draft, at, last)
            ):
                yield _idiom(scene, at, last)


def _is_before_people(scene: Scene, last: int) -> bool:
    """Whether an idiom only tells what somebody is like: “your two-faced manager called”."""
    lists, after = scene.words.lists, scene.word(last + 1, last)
    is_like = scene.draft.tokens[last].word.endswith(("ed", "ing"))
    return is_like and (after in lists["people"] or after in lists["org"])


def _stands(scene: Scene, idiom: Idiom, at: int) -> int | None:
    """Return the last word of an idiom that begins at a place."""
    place = at
    for number, part in enumerate(idiom):
        starts = range(place, place + (MOST_BETWEEN + 1 if number else 1))
        found = next((start for start in starts if _is_there(scene, part, start, at)), None)
        if found is None:
            return None
        place = found + len(part)
    return place - 1


def _is_there(scene: Scene, part: tuple[tuple[str, ...], ...], start: int, at: int) -> bool:
    return all(scene.clause_word(start + step, at) in ways for step, ways in enumerate(part))


def _idiom(scene: Scene, at: int, last: int) -> Remark:
    """Return what stands instead: of the clause, else of its beginning, else of the idiom."""
    draft, aims, fault = scene.draft, scene.words.aims, scene.words.faults["contempt"]
    first, end = at, last
    while scene.clause_word(first - 1, at):
        first -= 1
    while scene.clause_word(end + 1, at):
        end += 1
    is_asked = draft.text[draft.tokens[end].end :].lstrip()[:1] == "?"
    if not has_fact(draft, first, end):
        return reworded(draft, fault, first, end, aims["ask" if is_asked else "alone"])
    if not has_fact(draft, first, last):
        return reworded(draft, fault, first, last, aims["alone"])
    return reworded(draft, fault, at, last, aims["like"])


def starred(scene: Scene) -> Iterator[Remark]:
    """Give a remark for each swear word with stars: “f***ing”, “sh*t”."""
    draft, words = scene.draft, scene.words
    if "*" not in draft.text:
        return
    for found in _pattern().finditer(draft.text):
        inside = [
            place
            for place, token in enumerate(draft.tokens)
            if found.start() <= token.start < found.end()
        ]
        if inside and not is_said_by_others(draft, inside[0], inside[-1]):
            yield reworded(draft, words.faults["contempt"], inside[0], inside[-1], "")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:f|sh?|b|bull?sh|cr?|p|a|w|tw?|d|mother?f)\*(?:\*+[a-z]*|[a-z]+)", re.I)
