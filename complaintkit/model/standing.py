"""Where does a case stand? Worked out from the log, never stored as an entry."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from complaintkit.model.clock import Clock
from complaintkit.model.encounter import Encounter, Promise
from complaintkit.model.summary import Unkept


class StandingState(StrEnum):
    """Whose turn it is. `overdue`: a date the company gave, or was given, has passed."""

    PREPARE = "prepare"
    ACT = "act"
    WAITING = "waiting"
    OVERDUE = "overdue"
    AGREED = "agreed"
    CLOSED = "closed"


class PromiseState(StrEnum):
    """What became of a promise. `lapsed`: the case was closed before it was due."""

    KEPT = "kept"
    OPEN = "open"
    UNDATED = "undated"
    BROKEN = "broken"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One promise, the encounter in which it was made, and what became of it."""

    encounter: Encounter
    promise: Promise
    state: PromiseState


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideWay:
    """An outside body that covers this case. `open_from` None: ask the body when.

    `settles`: it takes up single cases, rather than giving advice or keeping reports.
    """

    body_id: str
    name: str
    sentence: str
    open_from: date | None = None
    refer_by: date | None = None
    is_open: bool = False
    settles: bool = True
    source: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a case stands today, and the one next step.

    `step_id` names the step in the guide; `headline` is the standing in plain words;
    `command` is what to type. `due` is the day to act by, or the day the company has
    until; `days_left` counts to it and is negative when it has passed. `next_step_id` is
    where the case goes if nothing comes. `letter_kind` is "" where no letter is due. `then` is
    what follows, where a limit of the person's own comes before the step of the ladder.
    `clocks` are the dates that run out: first what ends first, last what cannot be counted.
    """

    step_id: str
    state: StandingState
    headline: str
    why: str
    action: str
    command: str
    due: date | None = None
    days_left: int | None = None
    overdue: bool = False
    letter_kind: str = ""
    then: str = ""
    next_step_id: str = ""
    broken_promises: tuple[Unkept, ...] = ()
    notes: tuple[str, ...] = ()
    outside: tuple[OutsideWay, ...] = ()
    clocks: tuple[Clock, ...] = ()
