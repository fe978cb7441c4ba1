"""Which date runs out, whose is it, and why?"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Whose(StrEnum):
    """Who has to act by the date: the person, the company, or nobody (a way that opens)."""

    YOURS = "yours"
    THEIRS = "theirs"
    OPENS = "opens"


class ClockState(StrEnum):
    """How a clock stands today. Due today is still running.

    `missing`: an event or a fact is not logged yet, so that no date can be counted. `ask`: no
    confirmed rule, so that no date is counted. `aside`: the person says it does not apply.
    """

    RUNNING = "running"
    PASSED = "passed"
    MET = "met"
    PAUSED = "paused"
    MISSING = "missing"
    ASK = "ask"
    ASIDE = "aside"


UNCOUNTED = (ClockState.PAUSED, ClockState.MISSING, ClockState.ASK)
"""How a clock stands that has no date yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A date that runs out, with its reason.

    `id` stays the same from day to day (“limit:us-fcba”, “letter:2”, “promise:7.1”).
    `last_day` is the last day on which it is in time, for `opens` the first day of the way;
    `days_left` counts to it and is negative afterwards. `rule` says how it was counted,
    `reasons` what moved or stopped it. `sentence` is the clock in plain words, `command` what
    to type about it, `entry` the number of the entry that it comes from (0: none).
    `is_of_country`: it is a limit of the person's own country. `lacks`: what the clock
    lacks, or its applying: “event”, “payment”, “where” or “price”.
    """

    id: str
    whose: Whose
    state: ClockState
    title: str
    sentence: str
    last_day: date | None = None
    days_left: int | None = None
    rule: str = ""
    act: str = ""
    condition: str = ""
    caution: str = ""
    reasons: tuple[str, ...] = ()
    command: str = ""
    letter: str = ""
    entry: int = 0
    law: str = ""
    source: str = ""
    url: str = ""
    checked: date | None = None
    is_of_country: bool = False
    lacks: str = ""

    @property
    def is_broken_promise(self) -> bool:
        """Whether it is a promise whose date has passed, or that was marked as broken."""
        return self.state is ClockState.PASSED and self.id.startswith("promise:")

    @property
    def is_running(self) -> bool:
        """Whether it has a date that is still to come, or is today."""
        return self.state is ClockState.RUNNING


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDate:
    """A clock as a calendar keeps it.

    `uid` names it for ever; `number` grows with every change of its case, and `changed_at`
    (in UTC) is when that was. `title` holds nothing private, since others may look at a
    calendar. `is_over`: it no longer runs, and is to be taken out.
    """

    uid: str
    on: date
    title: str
    text: tuple[str, ...] = ()
    url: str = ""
    number: int = 0
    changed_at: datetime
    is_over: bool = False
