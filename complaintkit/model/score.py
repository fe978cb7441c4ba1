"""How did a company deal with a complaint: quickly, efficiently, consistently, and at what cost?

Figures with their counts, worked out from the log and never stored; no index, no percentages.
"""

from dataclasses import dataclass
from datetime import date

from complaintkit.model.money import Money
from complaintkit.model.standing import PromiseState


@dataclass(frozen=True, slots=True, kw_only=True)
class Quickly:
    """How long it took, in calendar days. What each day is: `rules.score.quickly`.

    `days_open` counts to the closing, or to today while the case is open.
    """

    complained_on: date | None = None
    replied_on: date | None = None
    days_to_reply: int | None = None
    written_on: date | None = None
    written_reply_on: date | None = None
    days_to_written_reply: int | None = None
    closed_on: date | None = None
    days_to_resolution: int | None = None
    days_open: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Efficiently:
    """How much work it was. `tries` are contacts that the person began.

    `unreached` counts tries that reached nobody. `minutes` are those noted with contacts
    (`timed` of them have any); `call_minutes` are those on the telephone, and
    `lost_call_minutes` those of calls in which nobody was reached. `transfers` and `holds`
    count contacts with such a tag, and `hold_minutes` is how long those tags say.
    """

    contacts: int = 0
    tries: int = 0
    unreached: int = 0
    letters: int = 0
    transfers: int = 0
    holds: int = 0
    hold_minutes: int = 0
    timed: int = 0
    minutes: int = 0
    call_minutes: int = 0
    lost_call_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """What became of the promises made; `still_open` has those without a date too."""

    made: int = 0
    kept: int = 0
    broken: int = 0
    still_open: int = 0
    lapsed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A contact that the person tagged as contradicting another one."""

    seq: int
    on: date
    who: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """One cost as it was written down."""

    seq: int
    on: date
    what: str
    amount: Money | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """How it was for the person, as answered at closing; None where it was not."""

    before: int | None = None
    after: int | None = None
    fair: bool | None = None
    heard: bool | None = None
    addressed: bool | None = None
    integrity: int | None = None
    honesty: int | None = None
    manner: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TagCount:
    """How many contacts carry a tag."""

    tag: str
    contacts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseScore:
    """The scorecard of one case. `result` is "" while it is open.

    `money_lost` adds the costs up by currency; `minutes_lost` are those noted as costs, which
    may be the same as those of the contacts. `moved_by` is what moved it, as told at closing.
    """

    name: str
    company: str
    title: str
    result: str
    quickly: Quickly
    efficiently: Efficiently
    promises: Promises
    contradictions: tuple[Noted, ...]
    costs: tuple[Lost, ...]
    money_lost: tuple[Money, ...]
    minutes_lost: int
    asked_for: Money | None
    got_back: tuple[Money, ...]
    moved_by: str
    felt: Felt
    tags: tuple[TagCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many."""

    count: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """The figures of several cases added up. Lists of days are sorted, and as long as known.

    `content` holds before and after of each case in which both were answered.
    """

    cases: int
    still_open: int
    resolved: int
    in_part: int
    not_resolved: int
    days_to_reply: tuple[int, ...]
    days_to_written_reply: tuple[int, ...]
    days_to_resolution: tuple[int, ...]
    efficiently: Efficiently
    promises: Promises
    contradictions: int
    money_lost: tuple[Money, ...]
    minutes_lost: int
    got_back: tuple[Money, ...]
    content: tuple[tuple[int, int], ...]
    fair: Share
    heard: Share
    addressed: Share
    integrity: tuple[int, ...]
    honesty: tuple[int, ...]
    manner: tuple[int, ...]
    tags: tuple[TagCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """How one company did, case by case and together."""

    company: str
    cases: tuple[CaseScore, ...]
    together: Together


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMark:
    """One promise in the picture: what became of it, and what it was."""

    state: PromiseState
    what: str
    by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One thing that passed between the two sides, or the end: a line of the picture.

    `kind` is contact, letter, offer, closed or today; `way` is out (the person's), in or "".
    `medium` is how, `who` with whom, `what` the letter's kind, the offer or the outcome.
    `days` counts from the passage before; None for the first. `is_about`, `is_month`: the
    day is not known more exactly.
    """

    kind: str
    on: date
    way: str = ""
    medium: str = ""
    who: str = ""
    what: str = ""
    days: int | None = None
    reached: bool = True
    minutes: int | None = None
    is_about: bool = False
    is_month: bool = False
    promises: tuple[PromiseMark, ...] = ()
