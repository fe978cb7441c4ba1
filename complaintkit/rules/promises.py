"""Which promises were kept, and which were not?"""

from collections.abc import Iterable
from datetime import date, timedelta

from complaintkit.model.encounter import Encounter, Promise
from complaintkit.model.standing import LedgerLine, PromiseState
from complaintkit.model.summary import Unkept

ASK_AFTER_DAYS = 14
"""Days after which an undated promise prompts a question (complaintkit's own default)."""


def promise_state(promise: Promise, *, today: date, closed_on: date | None = None) -> PromiseState:
    """Return what became of a promise.

    A promise due today is not yet broken: the company has until midnight. What the
    person marked counts first. One that was not due when the case was closed has lapsed.
    """
    if promise.kept is not None:
        return PromiseState.KEPT if promise.kept else PromiseState.BROKEN
    until = promise.until
    if closed_on and (until is None or until >= closed_on):
        return PromiseState.LAPSED
    if until is None:
        return PromiseState.UNDATED
    return PromiseState.BROKEN if until < today else PromiseState.OPEN


def ledger(
    encounters: Iterable[Encounter], *, today: date, closed_on: date | None = None
) -> tuple[LedgerLine, ...]:
    """Return every promise with what became of it, in the order in which they were made."""
    in_order = sorted(encounters, key=lambda met: (met.moment.sort_key, met.seq))
    return tuple(
        LedgerLine(
            encounter=met,
            promise=promise,
            state=promise_state(promise, today=today, closed_on=closed_on),
        )
        for met in in_order
        for promise in met.promises
    )


def broken_promises(encounters: Iterable[Encounter], *, today: date) -> tuple[LedgerLine, ...]:
    """Return the promises that were broken, in the order in which they were made."""
    return tuple(
        line for line in ledger(encounters, today=today) if line.state is PromiseState.BROKEN
    )


def open_promises(encounters: Iterable[Encounter], *, today: date) -> tuple[LedgerLine, ...]:
    """Return the promises still to be kept, soonest first, those without a date last."""
    still_open = (PromiseState.OPEN, PromiseState.UNDATED)
    lines = [line for line in ledger(encounters, today=today) if line.state in still_open]
    return tuple(sorted(lines, key=lambda line: line.promise.until or date.max))


def is_broken(promise: Unkept, *, today: date) -> bool:
    """Say whether a promise of a summary is broken today."""
    if promise.broken_on:
        return True
    return promise.due is not None and promise.due < today


def to_ask_about(promises: Iterable[Unkept], *, today: date) -> tuple[Unkept, ...]:
    """Return undated promises made so long ago that the person should ask for a date."""
    return tuple(
        promise
        for promise in promises
        if promise.due is None
        and not promise.broken_on
        and today - promise.made_on >= timedelta(days=ASK_AFTER_DAYS)
    )
