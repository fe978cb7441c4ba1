"""Where do the marks stand in a picture of what passed between the two sides?

Days become places between 0 and 1. The customer's side lies above the line, the company's below.
A picture only shows lengths of time at a glance: the chronology says the same in words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from complaintkit.model.score import Passage
from complaintkit.model.standing import PromiseState
from complaintkit.render.score_words import day_text

MOST_TICKS = 7
ROOM = 0.17
"""So much of the width the label of an end takes."""
_MONTHS_APART = (1, 2, 3, 6, 12, 24, 60, 120)
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One passage. `lane` is 1 above the line, -1 below it, 0 on it.

    `place` counts outwards from 1, so that no mark covers another.
    `shape` is contact, missed, letter, offer, closed or today; `broken` counts promises of it that
    were not kept.
    """

    x: float
    lane: int
    place: int
    shape: str
    on: date
    broken: int = 0

    @property
    def side(self) -> str:
        """Whose side it is on: out, in, or end for what is on the line."""
        return {1: "out", -1: "in"}.get(self.lane, "end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day to be written under the line."""

    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Marks and ticks; `height` is how many places the fuller lane has."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    height: int

    @property
    def shapes(self) -> tuple[str, ...]:
        """The shapes that a key must explain."""
        return tuple(sorted({mark.shape for mark in self.marks}))

    @property
    def has_broken(self) -> bool:
        """Whether any promise is marked as not kept."""
        return any(mark.broken for mark in self.marks)


def picture(found: Sequence[Passage]) -> Picture | None:
    """Return the picture, or None where there is nothing between two days to draw."""
    if not found or found[0].on == found[-1].on:
        return None
    first, last = min(one.on for one in found), max(one.on for one in found)
    marks = tuple(_marks(found, first, last))
    return Picture(
        marks=marks,
        ticks=tuple(_ticks(first, last)),
        height=max(mark.place for mark in marks),
    )


def _marks(found: Sequence[Passage], first: date, last: date) -> Iterator[Mark]:
    taken: Counter[tuple[int, int]] = Counter()
    span = (last - first).days
    for one in found:
        lane = {"out": 1, "in": -1}.get(one.way, 0)
        x = (one.on - first).days / span
        bucket = (lane, round(x * 60))
        taken[bucket] += 1
        yield Mark(
            x=round(x, 4),
            lane=lane,
            place=taken[bucket],
            shape=one.kind if one.reached or one.kind != "contact" else "missed",
            on=one.on,
            broken=sum(promise.state is PromiseState.BROKEN for promise in one.promises),
        )


def _ticks(first: date, last: date) -> Iterator[Tick]:
    """Yield both ends, and beginnings of months between, far enough apart to be read."""
    yield Tick(x=0.0, label=day_text(first))
    span = (last - first).days
    months = (last.year - first.year) * _MONTHS + last.month - first.month
    apart = next((n for n in _MONTHS_APART if months // n < MOST_TICKS), _MONTHS_APART[-1])
    start = first.year * _MONTHS + first.month
    for index in range(start, start + months):
        month = date(index // _MONTHS, index % _MONTHS + 1, 1)
        x = (month - first).days / span
        if month.month % min(apart, _MONTHS) == 1 % apart and ROOM < x < 1 - ROOM:
            yield Tick(x=round(x, 4), label=f"{month:%b %Y}")
    yield Tick(x=1.0, label=day_text(last))
