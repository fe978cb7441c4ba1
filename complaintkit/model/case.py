"""What is a dispute with one company, as the log stands now?"""

from dataclasses import dataclass
from datetime import date

from complaintkit.model.encounter import Encounter
from complaintkit.model.money import Money
from complaintkit.model.people import Behalf, Company, Contact, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """What was bought, and how."""

    what: str = ""
    reference: str = ""
    bought_on: date | None = None
    price: Money | None = None
    payment: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What the person wants and would accept. The floor is private and never exported."""

    want: str = ""
    amount: Money | None = None
    fallback: str = ""
    floor: str = ""
    answer_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated fact that is no encounter. `kind` may start a clock ("delivered")."""

    seq: int
    entry_id: str
    on: date
    what: str
    kind: str = "other"
    amount: Money | None = None
    exhibits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A copied-in file with a number that stays, and a hash.

    `belongs_to` holds the ids of the entries it supports; empty: the case as a whole.
    `size` is in bytes; `modified_at` is the file's own time, as text; `taken_at` is when a
    photograph was taken, as its camera tells.
    """

    seq: int
    entry_id: str
    number: int
    sha256: str
    name: str
    size: int
    media_type: str = ""
    modified_at: str = ""
    taken_at: str = ""
    title: str = ""
    origin: str = ""
    got_on: date | None = None
    belongs_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something the company offered; `full_settlement`: it would end the dispute."""

    seq: int
    entry_id: str
    on: date
    what: str
    amount: Money | None = None
    expires: date | None = None
    full_settlement: bool | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Money and time lost by the dispute."""

    seq: int
    entry_id: str
    on: date
    what: str
    amount: Money | None = None
    minutes: int | None = None
    exhibits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A private note: never exported."""

    seq: int
    entry_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLetter:
    """A letter as it went out. It never changes.

    `sha256` names the stored copy, `name` its file name; `proof` is an exhibit number,
    `tracking` what the post or courier calls it by.
    """

    seq: int
    entry_id: str
    number: int
    kind: str
    sent_on: date
    via: str
    answer_by: date | None
    sha256: str
    name: str
    size: int
    proof: int | None = None
    tracking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How the case ended: resolved, part or not; 1 to 5 for satisfaction and ratings.

    `fair`, `heard` and `addressed` are the three signs of service: whether the person was
    treated fairly and listened to, and whether what they raised was dealt with.
    """

    seq: int
    closed_on: date
    result: str
    amount: Money | None = None
    moved_by: str = ""
    satisfaction_before: int | None = None
    satisfaction_after: int | None = None
    fair: bool | None = None
    heard: bool | None = None
    addressed: bool | None = None
    integrity: int | None = None
    honesty: int | None = None
    manner: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A day of one's own to be reminded of something. It is private, like a note."""

    seq: int
    entry_id: str
    on: date
    text: str
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A date moved to another, with the reason; the old one stays in `before`.

    One of these is named: `letter` (a sent letter's number), `entry` with `promise` (which
    promise of which encounter) or `limit` (the id of a limit). `to` None: the limit is set aside.
    """

    seq: int
    entry_id: str
    on: date
    reason: str
    to: date | None = None
    before: date | None = None
    letter: int | None = None
    entry: str = ""
    promise: int = 0
    limit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Another step than the one proposed, taken by the person, with the reason."""

    seq: int
    entry_id: str
    on: date
    step: str
    reason: str
    instead_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One dispute with one company: the fold of its entries.

    `sorting` is what kind of problem it is where something must be done at once
    (`rules.sorting`), or "". `reopened_on` is the day on which it was opened again last.
    """

    id: str
    name: str
    opened_on: date
    company: Company
    problem: str
    title: str = ""
    sector: str = ""
    country: str = ""
    region: str = ""
    sorting: str = ""
    on_behalf_of: Behalf | None = None
    needs: str = ""
    consumer: Contact | None = None
    parties: tuple[Party, ...] = ()
    purchase: Purchase | None = None
    particulars: tuple[tuple[str, str], ...] = ()
    resolution: Resolution = Resolution()
    events: tuple[Event, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    offers: tuple[Offer, ...] = ()
    costs: tuple[Cost, ...] = ()
    notes: tuple[Note, ...] = ()
    letters: tuple[SentLetter, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    extensions: tuple[Extension, ...] = ()
    choices: tuple[Choice, ...] = ()
    outcome: Outcome | None = None
    imported_on: date | None = None
    reopened_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the dispute goes on."""
        return self.outcome is None
