"""What is known beforehand: steps, their sentences, bodies outside the company?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from complaintkit.model.agency import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One standing of a complaint and what to do in it, in words from `data/steps.yaml`.

    `wait_days` is how long to give the company when no date was promised (calendar
    days; 0: nothing to wait for); `letter` is the letter kind of this step, or "".
    `checked` is the day on which the source was last read.
    """

    id: str
    title: str
    standing: str
    why: str
    do: tuple[str, ...]
    do_not: tuple[str, ...]
    record: tuple[str, ...]
    wait_days: int
    wait_source: str
    source: str
    url: str = ""
    checked: date
    command: str
    letter: str = ""
    move_on: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One of the ten points of a good complaint: its name, and what it means."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """One kind of problem that decides what comes first, in the person's own words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """Everything the guide reads: steps by ladder order, sentences, bodies, the ten points.

    `sorting` are the kinds of problem in which something may have to be done at once. `bodies`
    are those of the place where the person lives, `anybody` what is said where none is known.
    """

    steps: tuple[Step, ...]
    sentences: Mapping[str, str]
    bodies: tuple[Agency, ...] = ()
    anybody: tuple[Agency, ...] = ()
    points: Mapping[str, Point] = field(default_factory=dict)
    sorting: tuple[Sorting, ...] = ()

    def step(self, step_id: str) -> Step:
        """Return the step with that id; `KeyError` when the data have none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)
