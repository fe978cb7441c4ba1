"""Which facts go into a letter, to whom, and by when should the company answer?

Words are chosen in `templates/`; here are only the decisions. Which block belongs in
which kind follows the kind × block matrix in facts/letters.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from complaintkit.model.case import Case, Event, Exhibit, Offer, SentLetter
from complaintkit.model.encounter import Encounter, Promise
from complaintkit.model.letter import Choices, NamedBody
from complaintkit.model.money import Money
from complaintkit.model.people import Contact
from complaintkit.rules.letter_effect import Effect, effect_of
from complaintkit.rules.letter_focus import Focus, focus_of
from complaintkit.rules.letter_kinds import LetterKind, letter_kind, refuse_if_missing
from complaintkit.rules.letter_rows import (
    chronology,
    contacts,
    missed,
    owes_reference,
    raises,
    references_of,
    shortened,
    unpointed,
    unshown,
    weight_of,
)
from complaintkit.rules.letter_to import HEAD, Addressee, addressee_of
from complaintkit.rules.letter_told import (
    is_event_told,
    is_repeated,
    is_wholly_told,
    untold_details,
)
from complaintkit.rules.rights import Named, right_for
from complaintkit.rules.sentences import plus_months

if TYPE_CHECKING:
    from complaintkit.model.right import Right

ROWS = 8  # more contacts or events than this stand in the enclosed record

# A head of company reads at most six contacts and four further dates.
ROWS_FOR_HEAD, EVENTS_FOR_HEAD = 6, 4

PLAIN = Choices()


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
    choices: Choices
    written_on: date
    answer_by: date | None
    addressee: Addressee
    focus: Focus
    right: Named
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
    chronology: tuple[Event | Encounter | SentLetter, ...]
    details: tuple[tuple[str, str], ...]
    told: tuple[int, ...]
    told_exhibits: tuple[int, ...]
    body: NamedBody | None = None


def plan_letter(
    kind: str | LetterKind,
    case: Case,
    *,
    consumer: Contact,
    today: date,
    choices: Choices = PLAIN,
    rights: "Iterable[Right]" = (),
    body: NamedBody | None = None,
) -> LetterPlan:
    """Choose what a letter of this kind says about the case; `body` is one that it may name.

    Raises WrongUsage for a kind that does not exist or a choice that is not there, and
    FactMissing, naming every missing fact at once, where the log cannot carry such a letter.
    """
    letter = kind if isinstance(kind, LetterKind) else letter_kind(kind)
    focus = focus_of(letter, case, choices)
    addressee = addressee_of(letter, case, focus, choices)
    refuse_if_missing(letter, facts_there(case, consumer, focus, addressee))
    if addressee is None:
        raise ValueError(letter.name)  # a kind that goes to a party requires one
    price = _price(case, focus)
    right = right_for(letter, case, rights, choices, price=price, today=today)
    for_head = letter.audience == HEAD and letter.one_page
    made = contacts(case)
    rows = shortened(made, ROWS_FOR_HEAD if for_head else ROWS, weight=weight_of)
    told = [event for event in case.events if _drops_out(event, case, made, for_head=for_head)]
    events = [event for event in case.events if event not in told]
    dates = shortened(
        sorted(events, key=lambda event: (event.on, event.seq)),
        EVENTS_FOR_HEAD if for_head else ROWS,
        weight=lambda event: int(bool(event.amount or event.exhibits)),
    )
    references = references_of(made)
    effect = effect_of(case)
    return LetterPlan(
        kind=letter,
        choices=choices,
        written_on=today,
        answer_by=answer_by(letter, case, choices, right.right, today=today),
        addressee=addressee,
        focus=focus,
        right=right,
        contacts=tuple(rows),
        contact_count=len(made),
        raised=tuple(row for row in made if raises(row)),
        tried=any(missed(row) for row in made),
        references=references,
        more_references=unshown(references, rows),
        no_reference=not references and any(owes_reference(row) for row in made),
        events=tuple(dates),
        events_left_out=len(events) - len(dates),
        broken=_broken(case, today),
        offers=tuple(sorted(case.offers, key=lambda offer: (offer.on, offer.seq))),
        effect=effect,
        exhibits=enclosures(case) if letter.encloses else (),
        chronology=chronology(case),
        details=untold_details(case),
        told=(*(event.seq for event in case.events if is_wholly_told(event, case)), *effect.told),
        told_exhibits=unpointed(told, [*dates, *rows]),
        body=body,
    )


def _price(case: Case, focus: Focus) -> Money | None:
    """Return what was paid: the payment that the letter is about, else the purchase."""
    if focus.charge:
        return focus.charge.amount
    return case.purchase.price if case.purchase else None


def missing_facts(
    letter: LetterKind, case: Case, consumer: Contact, choices: Choices = PLAIN
) -> list[str]:
    """Return the names of required facts that are not there, in the order of a letter."""
    focus = focus_of(letter, case, choices)
    there = facts_there(case, consumer, focus, addressee_of(letter, case, focus, choices))
    return [fact for fact in letter.requires if fact not in there]


def facts_there(
    case: Case, consumer: Contact, focus: Focus, addressee: Addressee | None
) -> frozenset[str]:
    """Return the names of the facts that a letter may require and that are known."""
    bought = case.purchase
    there = {
        "name": consumer.name.strip(),
        "reach": any(consumer.address) or consumer.email.strip() or consumer.phone.strip(),
        "company": case.company.name.strip(),
        "problem": case.problem.strip(),
        "want": case.resolution.want.strip(),
        "contact": case.encounters or case.letters,
        "letter": focus.letter,
        "offer": focus.offer,
        "terms": focus.offer and focus.offer.full_settlement is not None,
        "party": addressee,
        "charge": focus.charge,
        "person": focus.person,
        "bought": bought and bought.what.strip(),
        "call": focus.call,
    }
    return frozenset(name for name, found in there.items() if found)


def answer_by(
    letter: LetterKind, case: Case, choices: Choices, right: "Right | None", *, today: date
) -> date | None:
    """Return the day to answer by: as chosen, as a right gives, as the person usually allows.

    None for a kind that asks for no date. A month ends on the same day of the next one, or on
    its last day.
    """
    if not letter.days:
        return None
    if choices.answer_days:
        return today + timedelta(days=choices.answer_days)
    if right and right.answer_months:
        return plus_months(today, right.answer_months)
    own = case.resolution.answer_days if letter.asks else None
    return today + timedelta(days=(right and right.answer_days) or own or letter.days)


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
        or (promise.kept is None and promise.until is not None and promise.until < today)
    )
    return tuple(made)


def enclosures(case: Case) -> tuple[Exhibit, ...]:
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
