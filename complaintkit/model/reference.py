"""What is known beforehand: steps, their sentences, bodies outside the company?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


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
class OutsideBody:
    """A body beside the ladder that may be asked, and what it wants to see first.

    No `countries` or no `sectors` means all of them.
    `counts_from` is "complaint" (the company was told in any way), "written" (it was
    told in writing), "contact" (it was contacted at all: no wait) or "nothing".
    `wait_days` are calendar days; `wait_days_before` held for complaints made before
    `wait_since`. `is_verified` is False where no wait may be computed: the person asks.
    `refer_months` is the time the person has after the company's final answer. `cross_border`: only
    where the company is in another country than the person.
    """

    id: str
    name: str
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    line: str
    counts_from: str
    wait_days: int
    opens_early: bool
    is_verified: bool
    source: str
    checked: date
    url: str = ""
    wait_since: date | None = None
    wait_days_before: int = 0
    refer_months: int = 0
    cross_border: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """One kind of problem that decides what comes first, in the person's own words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """Everything the guide reads: steps by ladder order, sentences, bodies, the ten points.

    `sorting` are the kinds of problem in which something may have to be done at once.
    """

    steps: tuple[Step, ...]
    sentences: Mapping[str, str]
    bodies: tuple[OutsideBody, ...] = ()
    points: Mapping[str, Point] = field(default_factory=dict)
    sorting: tuple[Sorting, ...] = ()

    def step(self, step_id: str) -> Step:
        """Return the step with that id; `KeyError` when the data have none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)
