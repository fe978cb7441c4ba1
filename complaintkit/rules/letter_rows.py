"""Which contacts and dated facts stand in a letter, and which references do they bring?"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from complaintkit.model.case import Case, Event, SentLetter
from complaintkit.model.encounter import Direction, Encounter
from complaintkit.rules.letter_focus import SPOKEN, by_day
from complaintkit.rules.letter_kinds import KINDS

TO_OTHERS = {"thanks"} | {name for name, kind in KINDS.items() if kind.parties and name != "debt"}
NOT_RAISING = ("records", "cancel", "confirm-call", "accept", "thanks")

Row = TypeVar("Row")


def contacts(case: Case) -> list[Encounter | SentLetter]:
    """Return every contact and every sent letter, oldest first."""
    return sorted((*case.encounters, *letters_to_company(case)), key=by_day)


def letters_to_company(case: Case) -> list[SentLetter]:
    """Return the sent letters that went to the company itself, thanks left out."""
    return [sent for sent in case.letters if sent.kind not in TO_OTHERS]


def missed(row: Encounter | SentLetter) -> bool:
    return isinstance(row, Encounter) and not row.reached


def shortened(rows: Sequence[Row], limit: int, *, weight: Callable[[Row], int]) -> list[Row]:
    """Keep the first, the last and the weightiest rows (of equals the latest), in their order.

    First and last among those that weigh anything: a line that was engaged begins no story.
    """
    if len(rows) <= limit:
        return list(rows)
    weighty = [at for at, row in enumerate(rows) if weight(row)] or range(len(rows))
    ends = (weighty[0], weighty[-1])
    latest = sorted(range(len(rows)), key=lambda at: (at in ends, weight(rows[at]), at))
    return [rows[at] for at in sorted(latest[-limit:])]


def weight_of(row: Encounter | SentLetter) -> int:
    """A promise or a letter tells most, then a named person, then a reference."""
    if isinstance(row, SentLetter) or row.promises:
        return 4
    if row.representative and row.representative.name.strip():
        return 3
    return 2 if row.reference.strip() else int(raises(row))


def raises(row: Encounter | SentLetter) -> bool:
    """Whether the person put the matter to somebody: what the company began does not count."""
    if isinstance(row, SentLetter):
        return row.kind not in NOT_RAISING
    return row.reached and row.direction is Direction.OUT


def references_of(rows: Iterable[Encounter | SentLetter]) -> tuple[Encounter, ...]:
    """Return the contacts that brought a reference, each reference once."""
    found: dict[str, Encounter] = {}
    for row in rows:
        if isinstance(row, Encounter) and row.reference.strip():
            found.setdefault(row.reference.strip(), row)
    return tuple(found.values())


def unshown(
    references: Iterable[Encounter], rows: Iterable[Encounter | SentLetter]
) -> tuple[Encounter, ...]:
    shown = {row.reference.strip() for row in rows if isinstance(row, Encounter)}
    return tuple(call for call in references if call.reference.strip() not in shown)


def owes_reference(row: Encounter | SentLetter) -> bool:
    """A person spoken to could have given a reference; a message sent out could not."""
    return isinstance(row, Encounter) and row.reached and row.channel in SPOKEN


def unpointed(
    told: Iterable[Event], shown: Iterable[Event | Encounter | SentLetter]
) -> tuple[int, ...]:
    """Return the exhibits of events without a line of their own to which no line points."""
    pointed: set[int] = set()
    for row in shown:
        pointed.update([row.proof or 0] if isinstance(row, SentLetter) else row.exhibits)
    numbers = {number for event in told for number in event.exhibits}
    return tuple(sorted(numbers - pointed))


def chronology(case: Case) -> tuple[Event | Encounter | SentLetter, ...]:
    """Return every dated fact and every contact in one order, oldest first."""
    return tuple(sorted((*case.events, *case.encounters, *case.letters), key=by_day))
