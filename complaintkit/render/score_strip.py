"""How does a case look as a strip of plain text: a line for each contact, and the days between?

Words come first and carry everything; the dots behind a number of days only show its length.
Nothing depends on colour, boxes or signs that a screen reader would spell out.
"""

import textwrap
from collections.abc import Iterator, Sequence

from complaintkit.model.score import CaseScore, Passage, PromiseMark
from complaintkit.render.score_figures import promise_line, wrapped
from complaintkit.render.score_words import Words, counted, day_text
from complaintkit.rules.visible import one_line

GUTTER = 13
_LONGEST_BAR, _SHORTEST_BAR = 40, 10


def strip(found: Sequence[Passage], words: Words, *, width: int, last: int = 0) -> Iterator[str]:
    """Yield the picture of one case; `last` leaves all but so many passages out, 0 none."""
    said = words["picture"]
    shown = found[-last - 1 :] if last else found
    days = [one.days or 0 for one in shown[1:]]
    unit = _unit(days, width)
    yield from wrapped(f"{said['head']} {_scale(unit, words)}", width)
    if len(found) > len(shown):
        rows = counted(len(found) - len(shown), "row", words)
        yield from _filled("", said["left-out"].format(rows=rows), width)
    if len(found) == 1:
        yield from _filled("", said["nothing"], width)
    for place, one in enumerate(shown):
        if place and one.days:
            yield _bar(one.days, unit, words)
        yield from _passage(one, words, width)


def case_strip(scores: Sequence[CaseScore], words: Words, *, width: int) -> Iterator[str]:
    """Yield one block of lines for each case: how many days, how it ended, what was promised."""
    unit = _unit([score.quickly.days_open or 0 for score in scores], width)
    yield from wrapped(f"{words['picture']['head-cases']} {_scale(unit, words)}", width)
    for score in scores:
        title = f" – {score.title}" if score.title else ""
        yield from wrapped(f"{score.name}{title}", width, indent="  ")
        if score.quickly.days_open is not None:
            yield _bar(score.quickly.days_open, unit, words)
        contacts = counted(score.efficiently.contacts, "contact", words)
        result = words["results"].get(score.result, score.result)
        yield from _filled(
            "", f"{result}; {contacts}. {promise_line(score.promises, words)}", width
        )


def _passage(one: Passage, words: Words, width: int) -> Iterator[str]:
    day = f"{one.on:%b %Y}" if one.is_month else day_text(one.on)
    yield from _filled(day, _told(one, words), width)
    for promise in one.promises:
        mark = words["states"][promise.state]
        yield from _filled(mark, _promise(promise, words), width)


def _told(one: Passage, words: Words) -> str:
    said = words["picture"]
    if one.kind == "today":
        return f"{said['today']}, {said['still-open']}"
    if one.kind == "closed":
        return f"{said['closed']}: {words['results'].get(one.what, one.what)}"
    minutes = "" if one.minutes is None else counted(one.minutes, "minute", words)
    parts = [_how(one, words), one.who, *_marks(one, words), minutes]
    return f"{said[one.way]}: {', '.join(part for part in parts if part)}"


def _how(one: Passage, words: Words) -> str:
    said = words["picture"]
    if one.kind == "letter":
        key = "letter" if one.medium else "letter-bare"
        medium = words["channels"].get(one.medium, one.medium)
        return said[key].format(medium=medium, what=one.what)
    if one.kind == "offer":
        return said["offer"].format(what=one.what)
    return words["channels"].get(one.medium, one.medium)


def _marks(one: Passage, words: Words) -> Iterator[str]:
    said = words["picture"]
    if not one.reached:
        yield said["nobody" if one.way == "out" else "missed"]
    if one.is_about:
        yield said["about"]


def _promise(promise: PromiseMark, words: Words) -> str:
    said = words["picture"]
    if promise.by:
        return said["by"].format(what=promise.what, day=day_text(promise.by))
    return said["no-date"].format(what=promise.what)


def _bar(days: int, unit: int, words: Words) -> str:
    dots = "." * -(-days // unit)
    return f"{counted(days, 'day', words):>{GUTTER}}  {dots}".rstrip()


def _unit(days: Sequence[int], width: int) -> int:
    """Return for how many days a dot stands, so that the longest bar fits."""
    room = min(max(width - GUTTER - 2, _SHORTEST_BAR), _LONGEST_BAR)
    return max(1, -(-max(days, default=0) // room))


def _scale(unit: int, words: Words) -> str:
    return words["picture"]["dot" if unit == 1 else "dots"].format(n=unit)


def _filled(gutter: str, text: str, width: int) -> Iterator[str]:
    """Yield text beside the gutter, wrapped; what a person typed is on one line and inert."""
    wrapped = textwrap.wrap(one_line(text), max(width - GUTTER - 2, _SHORTEST_BAR)) or [""]
    for place, line in enumerate(wrapped):
        yield f"{gutter if place == 0 else '':>{GUTTER}}  {line}".rstrip()
