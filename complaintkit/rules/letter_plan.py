"""Which facts go into a letter, to whom, and by when should the company answer?

Words are chosen in `templates/`; here are only the decisions. Which block belongs in
which kind follows the kind × block matrix in facts/letters.md.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from complaintkit.model.case import Case, Event, Exhibit, Offer, SentLetter
from complaintkit.model.encounter import Channel, Direction, Encounter, Promise
from complaintkit.model.letter import Choices
from complaintkit.model.people import Contact, Officer
from complaintkit.rules.letter_effect import Effect, effect_of
from complaintkit.rules.letter_kinds import LetterKind, letter_kind, refuse_if_missing
from complaintkit.rules.letter_told import (
    is_event_told,
    is_repeated,
    is_wholly_told,
    untold_details,
)

ANSWER_DAYS = 14  # usual in advice letters: at least two weeks (EU form, Citizens Advice, Which?)
ROWS = 8  # more contacts or events than this stand in the enclosed record
SPOKEN = (Channel.PHONE, Channel.CHAT, Channel.VISIT)  # somebody answers at once

# A head of company reads at most six contacts and four further dates.
ROWS_FOR_HEAD, EVENTS_FOR_HEAD = 6, 4

PLAIN = Choices()

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenPromise:
    """A promise that was not kept, and the contact in which it was made.

    `told` says that the person's own account of the problem holds the same words.
    """

    encounter: Encounter
    promise: Promise
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPlan:
    """The facts of one letter, chosen and in order.

    `contacts` are the rows to print, of `contact_count`; `references` those of all of
    them, `more_references` those that no row shows. `raised` are the contacts in which the
    person put the matter to somebody; `tried`: an attempt reached nobody.
    `told` are entries that need no words of their own, because those of the person or of
    the purchase tell them; `told_exhibits` prove what is told so.
    """

    kind: LetterKind
    written_on: date
    answer_by: date
    head: Officer | None
    contacts: tuple[Encounter | SentLetter, ...]
    contact_count: int
    raised: tuple[Encounter | SentLetter, ...]
    tried: bool
    references: tuple[Encounter, ...]
    more_references: tuple[Encounter, ...]
    no_reference: bool
    events: tuple[Event, ...]
    events_left_out: int
    broken: tuple[BrokenPromise, ...]
    offers: tuple[Offer, ...]
    effect: Effect
    exhibits: tuple[Exhibit, ...]
    details: tuple[tuple[str, str], ...]
    told: tuple[int, ...]
    told_exhibits: tuple[int, ...]


def plan_letter(
    kind: str | LetterKind,
    case: Case,
    *,
    consumer: Contact,
    today: date,
    choices: Choices = PLAIN,
) -> LetterPlan:
    """Choose what a letter of this kind says about the case.

    Raises WrongUsage for a kind that does not exist and FactMissing, naming every
    missing fact at once, where the log cannot carry such a letter.
    """
    letter = kind if isinstance(kind, LetterKind) else letter_kind(kind)
    refuse_if_missing(letter, case, consumer)
    days = choices.answer_days or case.resolution.answer_days or ANSWER_DAYS
    for_head = letter.audience == "head"
    made = contacts(case)
    rows = _shortened(made, ROWS_FOR_HEAD if for_head else ROWS, weight=_weight)
    told = [event for event in case.events if _drops_out(event, case, made, for_head=for_head)]
    events = [event for event in case.events if event not in told]
    dates = _shortened(
        sorted(events, key=lambda event: (event.on, event.seq)),
        EVENTS_FOR_HEAD if for_head else ROWS,
        weight=lambda event: int(bool(event.amount or event.exhibits)),
    )
    references = _references(made)
    effect = effect_of(case)
    return LetterPlan(
        kind=letter,
        written_on=today,
        answer_by=today + timedelta(days=days),
        head=case.company.head if for_head else None,
        contacts=tuple(rows),
        contact_count=len(made),
        raised=tuple(row for row in made if _raises(row)),
        tried=any(_missed(row) for row in made),
        references=references,
        more_references=_unshown(references, rows),
        no_reference=not references and any(_owes_reference(row) for row in made),
        events=tuple(dates),
        events_left_out=len(events) - len(dates),
        broken=_broken(case, today),
        offers=tuple(sorted(case.offers, key=lambda offer: (offer.on, offer.seq))),
        effect=effect,
        exhibits=_enclosures(case),
        details=untold_details(case),
        told=(*(event.seq for event in case.events if is_wholly_told(event, case)), *effect.told),
        told_exhibits=_unpointed(told, [*dates, *rows]),
    )


def contacts(case: Case) -> list[Encounter | SentLetter]:
    """Return every contact and every sent letter, oldest first."""

    def when(row: Encounter | SentLetter) -> tuple[str, int]:
        if isinstance(row, Encounter):
            return row.moment.sort_key, row.seq
        return f"{row.sent_on:%Y-%m-%d}", row.seq

    return sorted((*case.encounters, *case.letters), key=when)


def _missed(row: Encounter | SentLetter) -> bool:
    return isinstance(row, Encounter) and not row.reached


def _shortened(rows: Sequence[Row], limit: int, *, weight: Callable[[Row], int]) -> list[Row]:
    """Keep the first, the last and the weightiest rows (of equals the latest), in their order.

    First and last among those that weigh anything: a line that was engaged begins no story.
    """
    if len(rows) <= limit:
        return list(rows)
    weighty = [at for at, row in enumerate(rows) if weight(row)] or range(len(rows))
    ends = (weighty[0], weighty[-1])
    latest = sorted(range(len(rows)), key=lambda at: (at in ends, weight(rows[at]), at))
    return [rows[at] for at in sorted(latest[-limit:])]


def _weight(row: Encounter | SentLetter) -> int:
    """A promise or a letter tells most, then a named person, then a reference."""
    if isinstance(row, SentLetter) or row.promises:
        return 4
    if row.representative and row.representative.name.strip():
        return 3
    return 2 if row.reference.strip() else int(_raises(row))


def _raises(row: Encounter | SentLetter) -> bool:
    """Whether the person put the matter to somebody: what the company began does not count."""
    return isinstance(row, SentLetter) or (row.reached and row.direction is Direction.OUT)


def _references(rows: Iterable[Encounter | SentLetter]) -> tuple[Encounter, ...]:
    """Return the contacts that brought a reference, each reference once."""
    found: dict[str, Encounter] = {}
    for row in rows:
        if isinstance(row, Encounter) and row.reference.strip():
            found.setdefault(row.reference.strip(), row)
    return tuple(found.values())


def _unshown(
    references: Iterable[Encounter], rows: Iterable[Encounter | SentLetter]
) -> tuple[Encounter, ...]:
    shown = {row.reference.strip() for row in rows if isinstance(row, Encounter)}
    return tuple(call for call in references if call.reference.strip() not in shown)


def _owes_reference(row: Encounter | SentLetter) -> bool:
    """A person spoken to could have given a reference; a message sent out could not."""
    return isinstance(row, Encounter) and row.reached and row.channel in SPOKEN


def _broken(case: Case, today: date) -> tuple[BrokenPromise, ...]:
    """Return promises that were not kept, in the order made.

    One due today is not yet broken: the company has until midnight.
    """
    made = (
        BrokenPromise(
            encounter=encounter, promise=promise, told=is_repeated(promise.what, case.problem)
        )
        for encounter in sorted(case.encounters, key=lambda made: (made.moment.sort_key, made.seq))
        for promise in encounter.promises
        if promise.kept is False
        or (promise.kept is None and promise.by is not None and promise.by < today)
    )
    return tuple(made)


def _enclosures(case: Case) -> tuple[Exhibit, ...]:
    """Return the exhibits to enclose: all but those that belong to private notes alone."""
    private = {note.entry_id for note in case.notes}
    chosen = (
        exhibit
        for exhibit in case.exhibits
        if not exhibit.belongs_to or not private.issuperset(exhibit.belongs_to)
    )
    return tuple(sorted(chosen, key=lambda exhibit: exhibit.number))


def _drops_out(
    event: Event, case: Case, made: Sequence[Encounter | SentLetter], *, for_head: bool
) -> bool:
    """Whether the problem tells the event. The head of a company is spared the exact days of
    how it began; what happened after the first contact is told, unless the problem does.
    """
    if not made:
        return is_event_told(event, case)
    first = made[0].sent_on if isinstance(made[0], SentLetter) else made[0].moment.on
    return is_event_told(event, case, loosely=for_head and event.on <= first)


def _unpointed(
    told: Iterable[Event], shown: Iterable[Event | Encounter | SentLetter]
) -> tuple[int, ...]:
    """Return the exhibits of events without a line of their own to which no line points."""
    pointed: set[int] = set()
    for row in shown:
        pointed.update([row.proof or 0] if isinstance(row, SentLetter) else row.exhibits)
    numbers = {number for event in told for number in event.exhibits}
    return tuple(sorted(numbers - pointed))
