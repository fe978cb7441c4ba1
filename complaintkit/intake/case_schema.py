"""Which keys does a case file have?

Every leaf is text and stays text; what it may be stands in `case_values`. Loaded only
while a case file is read.
"""

from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field

from complaintkit.intake.case_values import (
    At,
    Country,
    Currency,
    Day,
    Days,
    Decimals,
    EventKind,
    Exactness,
    File,
    Files,
    Grade,
    InOrOut,
    LetterKind,
    Minutes,
    Offset,
    Place,
    Region,
    Sorting,
    Texts,
    Way,
    YesNo,
    Zone,
)


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Amount(_Group):
    """An amount of money."""

    amount: Decimals
    currency: Currency


class Behalf(_Group):
    """Whom the person speaks for."""

    name: str
    authority: str | None = None


class Consumer(_Group):
    """The person."""

    name: str | None = None
    address: Texts | None = None
    email: str | None = None
    phone: str | None = None


class Head(_Group):
    """Who leads the company."""

    name: str
    title: str | None = None


class Company(_Group):
    """The company complained to."""

    name: str
    address: Texts | None = None
    country: Country | None = None
    region: Region | None = None
    email: str | None = None
    phone: str | None = None
    head: Head | None = None
    account: str | None = None
    customer_since: str | None = None


class Party(_Group):
    """Another body in the dispute."""

    name: str
    role: str | None = None
    address: Texts | None = None
    email: str | None = None


class Purchase(_Group):
    """What was bought."""

    what: str | None = None
    reference: str | None = None
    bought_on: Day | None = None
    price: Amount | None = None
    payment: str | None = None
    where: str | None = None


class Resolution(_Group):
    """What the person wants. The floor is private."""

    want: str | None = None
    amount: Amount | None = None
    fallback: str | None = None
    floor: str | None = None
    answer_days: Days | None = None


class CaseKeys(_Group):
    """The dispute itself."""

    name: str
    title: str | None = None
    opened_on: Day | None = None
    imported_on: Day | None = None
    sector: str | None = None
    country: Country | None = None
    region: Region | None = None
    sorting: Sorting | None = None
    on_behalf_of: Behalf | None = None
    needs: str | None = None
    consumer: Consumer | None = None
    company: Company
    parties: list[Party] | None = None
    purchase: Purchase | None = None
    particulars: dict[str, str] | None = None
    problem: str
    resolution: Resolution | None = None


class Event(_Group):
    """A dated fact that is no encounter."""

    on: Day
    kind: EventKind | None = None
    what: str
    amount: Amount | None = None
    exhibits: Files | None = None


class Spokesperson(_Group):
    """Who spoke for the company; either part may be unknown."""

    name: str | None = None
    role: str | None = None


class Promised(_Group):
    """Something promised in an encounter."""

    what: str
    by: Day | None = None


class Encounter(_Group):
    """One contact with the company."""

    at: At
    zone: Zone | None = None
    offset: Offset | None = None
    precision: Exactness | None = None
    skipped: YesNo | None = None
    channel: Way
    medium: str | None = None
    direction: InOrOut | None = None
    reached: YesNo | None = None
    with_: Spokesperson | None = Field(default=None, alias="with")
    said: str | None = None
    quote: str | None = None
    subject: str | None = None
    text: str | None = None
    message_id: str | None = None
    promised: list[Promised] | None = None
    reference: str | None = None
    minutes: Minutes | None = None
    tags: Texts | None = None
    exhibits: Files | None = None


class Exhibit(_Group):
    """A file that lies beside the case file."""

    file: File
    title: str | None = None
    from_: str | None = Field(default=None, alias="from")
    got_on: Day | None = None


class PromiseKept(_Group):
    """What became of a promise: which encounter, which of its promises."""

    encounter: Place
    promise: Place
    kept: YesNo
    on: Day | None = None


class Offer(_Group):
    """Something the company offered."""

    on: Day
    what: str
    amount: Amount | None = None
    expires: Day | None = None
    full_settlement: YesNo | None = None
    answer: str | None = None


class Cost(_Group):
    """Money and time lost."""

    on: Day
    what: str
    amount: Amount | None = None
    minutes: Minutes | None = None
    exhibits: Files | None = None


class SentLetter(_Group):
    """A letter that has gone out."""

    number: Place
    kind: LetterKind
    sent_on: Day
    via: str | None = None
    tracking: str | None = None
    answer_by: Day | None = None
    file: File | None = None
    proof: File | None = None


class Reminder(_Group):
    """A day of one's own to be reminded of something."""

    on: Day
    text: str
    done: YesNo | None = None


class Extension(_Group):
    """A date moved to another: that of a letter, of a promise, or of a limit."""

    on: Day
    letter: Place | None = None
    encounter: Place | None = None
    promise: Place | None = None
    limit: str | None = None
    to: Day | None = None
    before: Day | None = None
    reason: str


class Choice(_Group):
    """Another step than the one proposed."""

    on: Day
    step: str
    instead_of: str | None = None
    reason: str


class Satisfaction(_Group):
    """One to five, before and after."""

    before: Grade | None = None
    after: Grade | None = None


class Signs(_Group):
    """Whether the person was treated fairly and heard, and the matter dealt with."""

    fair: YesNo | None = None
    heard: YesNo | None = None
    addressed: YesNo | None = None


class Ratings(_Group):
    """One to five for how the company's people behaved."""

    integrity: Grade | None = None
    honesty: Grade | None = None
    manner: Grade | None = None


class Outcome(_Group):
    """How the case ended."""

    result: str
    closed_on: Day | None = None
    amount: Amount | None = None
    moved_by: str | None = None
    satisfaction: Satisfaction | None = None
    signs: Signs | None = None
    ratings: Ratings | None = None


class CaseFileKeys(_Group):
    """The whole case file."""

    complaintkit: str
    case: CaseKeys
    events: list[Event] | None = None
    encounters: list[Encounter] | None = None
    exhibits: list[Exhibit] | None = None
    promises: list[PromiseKept] | None = None
    offers: list[Offer] | None = None
    costs: list[Cost] | None = None
    letters: list[SentLetter] | None = None
    reminders: list[Reminder] | None = None
    extensions: list[Extension] | None = None
    choices: list[Choice] | None = None
    outcome: Outcome | None = None


def keys_at(path: tuple[str | int, ...], top: type[BaseModel] = CaseFileKeys) -> tuple[str, ...]:
    """Return the keys that the group at a path of the file may have; `top` is the whole file."""
    group: type[BaseModel] | None = top
    for step in path:
        if isinstance(step, str) and group is not None:
            fields = {field.alias or name: field for name, field in group.model_fields.items()}
            group = _group_in(fields[step].annotation) if step in fields else None
    if group is None:
        return ()
    return tuple(field.alias or name for name, field in group.model_fields.items())


def _group_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation
    """Find the group inside an annotation such as `list[Party] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _group_in(part))), None)
