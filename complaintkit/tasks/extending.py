"""How is a date moved: that of a letter, of a promise, or of a limit?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from complaintkit.errors import AnswerMissing, EntryNotFound, WrongUsage
from complaintkit.model.clock import Clock, ClockState
from complaintkit.model.entry import EntryKind, Recording
from complaintkit.rules.day_words import spoken_day
from complaintkit.rules.due_list import in_few_words, kind_of
from complaintkit.rules.replay import replay
from complaintkit.rules.shape import Plain
from complaintkit.rules.words import clean
from complaintkit.store import reference
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.guide import next_step
from complaintkit.tasks.placing import any_day
from complaintkit.tasks.recording import Recorded, entry_at, must_be_open, record

_MOVABLE = ("letter", "promise", "limit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Movable:
    """A date that can be moved: what it is in few words, and what to type for it."""

    clock: Clock
    words: str
    name: str

    @property
    def is_limit(self) -> bool:
        """Whether it is a limit, which can also be set aside."""
        return kind_of(self.clock) == "limit"


def movable(log: Log, case: str | None, *, today: date) -> tuple[Movable, ...]:
    """Return the dates of an open case that can be moved, those that run first."""
    row = find_case(log, case)
    must_be_open(row)
    stands = next_step(log, row.name, today=today)
    settled = {(one.seq, one.place) for one in stands.summary.promises if one.broken_on}
    broken = {f"promise:{seq}.{place}" for seq, place in settled}
    guide = reference.load_guide()
    return tuple(
        Movable(clock=clock, words=in_few_words(clock, guide), name=_name(clock))
        for clock in stands.standing.clocks
        if kind_of(clock) in _MOVABLE and clock.id not in broken
    )


def _name(clock: Clock) -> str:
    kind, _, rest = clock.id.partition(":")
    return rest if kind == "limit" else str(clock.entry)


def find_movable(
    log: Log, case: str | None, what: str, *, today: date, which: int | None = None
) -> Movable:
    """Return the date that is meant: the number of an entry, or the id of a limit.

    `which` counts from 1 within the entry and is needed where several were promised there.
    Raises EntryNotFound and WrongUsage, saying what can be moved.
    """
    dates = movable(log, case, today=today)
    typed = what.strip().casefold()
    letter = re.fullmatch(r"letter[ :#-]*([0-9]+)", typed)
    by_id = {one.clock.id: one for one in dates}
    found = by_id.get(f"letter:{letter[1]}" if letter else typed) or by_id.get(f"limit:{typed}")
    if found:
        return found
    number = re.fullmatch(r"#?([0-9]{1,9})(?:\.([0-9]{1,4}))?", typed)
    if number is None:
        raise _no_such(dates, what)
    row = find_case(log, case)
    return _of_entry(log, row, dates, int(number[1]), which or int(number[2] or 0) or None)


def _of_entry(
    log: Log, row: CaseRow, dates: Iterable[Movable], number: int, which: int | None
) -> Movable:
    found = [one for one in dates if one.clock.entry == number and not one.is_limit]
    if which is not None and found and kind_of(found[0].clock) == "promise":
        found = [one for one in found if one.clock.id == f"promise:{number}.{which}"]
    if len(found) == 1:
        return found[0]
    if found:
        listed = "; ".join(f"{_place(one)}: {one.clock.title}" for one in found)
        raise WrongUsage(
            f"#{number} holds {len(found)} promises with a date. Which one? {listed}.",
            fix=f"Name it with --which {_place(found[0])}.",
        )
    entry = entry_at(log, row, number)
    raise EntryNotFound(
        f"#{number} of “{row.name}” holds no date that can be moved.",
        fix=_why_not(entry.kind, log, row, number),
    )


def _place(one: Movable) -> str:
    return one.clock.id.rpartition(".")[2]


def _why_not(kind: EntryKind, log: Log, row: CaseRow, number: int) -> str:
    met = replay(log.entries(row.case_id)).encounters
    if any(one.seq == number and one.promises for one in met):
        return (
            "Its promises have no date, or you noted what became of them; `complaintkit promises` "
            "shows them. A new date that they give you is a new promise: `complaintkit log`."
        )
    if kind in (EntryKind.REMINDER, EntryKind.OFFER):
        return f"Take it back with `complaintkit retract {number}`, and write it down anew."
    return "`complaintkit due` shows the dates; those of promises, letters and limits can be moved."


def _no_such(dates: Iterable[Movable], what: str) -> WrongUsage:
    from difflib import get_close_matches

    names = [one.name for one in dates if one.is_limit]
    near = get_close_matches(what.strip().casefold(), names, n=1)
    meant = f"Did you mean {near[0]}? " if near else ""
    listed = f"The limits here are: {', '.join(names)}. " if names else ""
    return WrongUsage(
        f"“{what}” is no limit of this case and no number of an entry.",
        fix=f"{meant}{listed}A promise or a letter is named by the number of its entry: 7.",
    )


def day_for(log: Log, case: str | None, one: Movable, to: str, recording: Recording) -> date:
    """Return the new date; “2 weeks” counts from the old one. Raises DateUnclear."""
    row = find_case(log, case)
    return any_day(to, recording.at.date(), log, row, counted_from=one.clock.last_day)


def extend(
    log: Log,
    case: str | None,
    one: Movable,
    recording: Recording,
    *,
    to: str | None,
    reason: str,
) -> Recorded:
    """Move a date, or with `to` None set a limit aside, keeping the old date and the reason.

    The letter or the contact itself is never changed. Raises AnswerMissing for a promise or a
    letter that would be set aside, and WrongUsage where nothing would change.
    """
    row = find_case(log, case)
    must_be_open(row)
    if to is None and not one.is_limit:
        raise AnswerMissing(
            "Only a limit can be set aside.", fix="Give the new date: --to '2 weeks'."
        )
    new = day_for(log, case, one, to, recording) if to is not None else None
    old = one.clock.last_day
    _must_change(one, new)
    today = recording.at.date()
    plain: Plain = {
        "on": today.isoformat(),
        **_what(log, row, one),
        "to": new.isoformat() if new else "",
        "before": old.isoformat() if old else "",
        "reason": clean(reason, "reason"),
    }
    kept = {key: value for key, value in plain.items() if value}
    notes = [f"{spoken_day(new)} has passed already."] if new and new < today else []
    return record(log, row, EntryKind.EXTENSION, kept, recording, notes=notes)


def _must_change(one: Movable, new: date | None) -> None:
    is_aside = one.clock.state is ClockState.ASIDE
    if (new is None and is_aside) or (new is not None and new == one.clock.last_day):
        raise WrongUsage(
            f"It is set aside already: {one.words}."
            if new is None
            else f"{spoken_day(new)} is its date already.",
            fix="There is nothing to do." if new is None else "Give another date with --to.",
        )


def _what(log: Log, row: CaseRow, one: Movable) -> Plain:
    kind, _, rest = one.clock.id.partition(":")
    if kind == "letter":
        return {"letter": rest}
    if kind == "limit":
        return {"limit": rest}
    number, _, place = rest.partition(".")
    return {"entry": entry_at(log, row, int(number)).id, "promise": place}
