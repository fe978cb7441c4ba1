"""What is one contact with the company, and what was promised in it?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from complaintkit.model.moment import Moment


class Channel(StrEnum):
    """By which way the contact went."""

    PHONE = "phone"
    EMAIL = "email"
    LETTER = "letter"
    VISIT = "visit"
    CHAT = "chat"
    WEB_FORM = "web-form"
    SOCIAL = "social"
    SMS = "sms"


class Direction(StrEnum):
    """Who began: `out` the person, `in` the company."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """Someone who spoke for the company; either part may be unknown."""

    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something a representative said the company would do.

    `kept` is None while nothing is known; whether it is broken depends on today
    and is worked out in `rules.promises`. `index` counts from 1 within its encounter.
    `moved_to` is a later day that the person granted; `by` stays what was promised.
    """

    what: str
    index: int
    by: date | None = None
    kept: bool | None = None
    kept_on: date | None = None
    moved_to: date | None = None

    @property
    def until(self) -> date | None:
        """The day that counts: the one it was moved to, else the one promised."""
        return self.moved_to or self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """One call, visit, chat, e-mail or letter; also one that failed to reach anybody.

    `seq` is the entry's number in its case (#7). `medium` is the channel as typed
    where that was another word ("portal"). `exhibits` are exhibit numbers. Of a message that was
    taken in, `text` holds its words without what it quotes, and `message_id` tells it from others.
    """

    seq: int
    entry_id: str
    moment: Moment
    channel: Channel = Channel.PHONE
    medium: str = ""
    direction: Direction = Direction.OUT
    reached: bool = True
    representative: Representative | None = None
    said: str = ""
    quote: str = ""
    subject: str = ""
    text: str = ""
    message_id: str = ""
    promises: tuple[Promise, ...] = ()
    reference: str = ""
    minutes: int | None = None
    tags: tuple[str, ...] = ()
    exhibits: tuple[int, ...] = ()
