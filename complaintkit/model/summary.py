"""What does the guide keep of a case, so that it need not read the whole log?

The parts are named tuples: `today` reads a thousand summaries, and these take a third of the
time to build.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import NamedTuple


class Rung(IntEnum):
    """How high in the company a contact went; 0 does not climb, 5 is outside it."""

    NONE = 0
    FRONT_LINE = 1
    MANAGER = 2
    HEAD_OF_SERVICE = 3
    CEO = 4
    OUTSIDE = 5


class Unkept(NamedTuple):
    """A promise not known to be kept. `place` counts from 1 within its contact.

    `broken_on` is set where the person marked it broken.
    """

    seq: int
    place: int
    what: str
    who: str
    made_on: date
    rung: Rung
    due: date | None = None
    broken_on: date | None = None


class RungTried(NamedTuple):
    """How one rung was tried: first and last day reached, and tries that reached nobody."""

    first_on: date | None = None
    last_on: date | None = None
    missed: int = 0
    missed_on: date | None = None


class LetterOut(NamedTuple):
    """A letter that went out, as far as the guide needs it."""

    number: int
    kind: str
    seq: int
    sent_on: date
    answer_by: date | None = None


class Move(NamedTuple):
    """The latest thing that passed between the two sides.

    `way` is "out" (the person got in touch), "in" (the company did) or "letter". `reply` is
    the kind of answer it was (`rules.ladder.REPLIES`), or "".
    """

    way: str
    on: date
    seq: int
    rung: Rung
    who: str = ""
    promised: bool = False
    refused: bool = False
    reply: str = ""


class EventSeen(NamedTuple):
    """The first and the last dated fact of one kind, with their entries' numbers."""

    kind: str
    first_on: date
    first_seq: int
    last_on: date
    last_seq: int


class OpenOffer(NamedTuple):
    """An offer that the person has neither accepted nor declined."""

    seq: int
    on: date
    what: str
    expires: date | None = None
    full_settlement: bool | None = None


class OwnDate(NamedTuple):
    """A day of one's own to be reminded of something."""

    seq: int
    on: date
    text: str


class MovedDate(NamedTuple):
    """A date that was moved. `what` is “letter 2”, “promise 7.1” or “limit us-fcba”.

    `to` None: the limit is set aside, because it does not apply.
    """

    seq: int
    what: str
    to: date | None
    reason: str
    before: date | None = None


class Chosen(NamedTuple):
    """The step that the person chose last, with the reason."""

    seq: int
    on: date
    step: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The part of a case's fold that does not depend on today, bounded in size.

    It is cached in the case index, so that the guide never replays long logs. `entries`
    is the last entry's number. `promises` holds dated promises not known to be kept (the
    ten due first and the ten due last), `undated` the latest five without a date;
    `promise_count` counts them all. `letters` are the last ten; `written` the last sending
    of each letter kind that climbs, `first_sent` the first sending of every kind. `rungs` stand
    for front line to chief executive. `offers` are the last five still open, `reminders` the
    ten that come first, `moved` the dates that were moved, the last for each.
    """

    case_id: str
    name: str
    title: str
    company: str
    opened_on: date
    country: str = ""
    region: str = ""
    sector: str = ""
    head: str = ""
    company_country: str = ""
    is_open: bool = True
    has_resolution: bool = False
    answer_days: int | None = None
    sorting: str = ""
    needs_sorting: bool = False
    bought_on: date | None = None
    payment: str = ""
    where: str = ""
    price: str = ""
    currency: str = ""
    entries: int = 0
    contacts: int = 0
    first_complaint_on: date | None = None
    first_written_on: date | None = None
    last_contact_on: date | None = None
    last_reached_on: date | None = None
    last_incoming_on: date | None = None
    rungs: tuple[RungTried, ...] = (RungTried(),) * 4
    last_move: Move | None = None
    letters: tuple[LetterOut, ...] = ()
    written: tuple[tuple[str, date], ...] = ()
    first_sent: tuple[tuple[str, date], ...] = ()
    events: tuple[EventSeen, ...] = ()
    offers: tuple[OpenOffer, ...] = ()
    reminders: tuple[OwnDate, ...] = ()
    moved: tuple[MovedDate, ...] = ()
    chosen: Chosen | None = None
    offer_answered_on: date | None = None
    promises: tuple[Unkept, ...] = ()
    undated: tuple[Unkept, ...] = ()
    promise_count: int = 0
    kept_on: date | None = None
    kept_what: str = ""
    agreed_on: date | None = None
    agreed_what: str = ""
    final_on: date | None = None
    closed_on: date | None = None
    reopened_on: date | None = None
    result: str = ""

    def seen(self, kind: str) -> EventSeen | None:
        """Return the first and the last dated fact of a kind; None where none is logged."""
        for one in self.events:
            if one.kind == kind:
                return one
        return None
