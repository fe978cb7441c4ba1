"""Which days of a case belong into the person's calendar, and which are to be taken out again?"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from complaintkit.model.clock import CalendarDate, Clock, ClockState, Whose
from complaintkit.model.reference import Guide
from complaintkit.model.standing import Standing
from complaintkit.rules import reading as read
from complaintkit.rules.due_list import STEP, Group, calendar_title, group_of
from complaintkit.rules.limit_clocks import without_days
from complaintkit.rules.overlay import current, retracted_ids
from complaintkit.rules.sentences import plain_date

if TYPE_CHECKING:
    from complaintkit.model.case import Case
    from complaintkit.model.entry import Entry

_SHOWN = (Group.RUNS, Group.OVERDUE)


def calendar_dates(
    case: "Case",
    standing: Standing,
    clocks: Iterable[Clock],
    guide: Guide,
    *,
    today: date,
    last: "Entry",
    gone: Iterable[Clock] = (),
) -> tuple[CalendarDate, ...]:
    """Return the days of one case: what runs or is overdue, and what is over.

    What is over is told as far as the log knows its date, so that importing again takes it
    out. Of a closed case, whose `clocks` are those it would have, all is over. `last` is the
    newest entry: its number and time say which of two imports is the newer. `gone` are the
    dates of entries that were taken back.
    """
    known = {clock.id: clock for clock in clocks}
    ended = {clock.id: clock for clock in (*gone, *_ended(case, last)) if clock.id not in known}
    if not case.is_open:
        coming = [one for one in known.values() if (one.last_day or date.min) >= today]
        known, ended = {clock.id: clock for clock in coming}, {}
    dated = [clock for clock in (*known.values(), *ended.values()) if _has_day(clock)]
    return tuple(
        CalendarDate(
            uid=f"{clock.id.replace(':', '-')}.{case.id}@complaintkit",
            on=clock.last_day or date.max,
            title=calendar_title(clock, guide, case=case.name),
            text=_text(clock),
            url=clock.url,
            number=last.seq,
            changed_at=_recorded(last),
            is_over=not case.is_open or group_of(clock, standing) not in _SHOWN,
        )
        for clock in sorted(dated, key=lambda one: (one.last_day or date.max, one.id))
    )


def _has_day(clock: Clock) -> bool:
    return clock.last_day is not None and clock.last_day.year < date.max.year


def _recorded(entry: "Entry") -> datetime:
    return datetime.fromisoformat(entry.recorded_at)


def _text(clock: Clock) -> tuple[str, ...]:
    checked = f" Read {plain_date(clock.checked)}." if clock.checked else ""
    source = f"{clock.law + '. ' if clock.law else ''}{clock.source}"
    told = (
        without_days(clock),
        clock.rule,
        clock.condition,
        *clock.reasons,
        clock.caution,
        clock.command,
        f"Source: {source}.{checked}" if source else "",
    )
    return tuple(line for line in told if line)


def _ended(case: "Case", last: "Entry") -> Iterator[Clock]:
    """Yield what had a date and is no clock any more: done, kept, answered, set aside."""
    for reminder in case.reminders:
        if reminder.done:
            yield _over(f"reminder:{reminder.seq}", reminder.on, entry=reminder.seq)
    for offer in case.offers:
        if offer.expires and offer.answer:
            yield _over(f"offer:{offer.seq}", offer.expires, entry=offer.seq)
    for met in case.encounters:
        for promise in met.promises:
            if promise.kept and promise.until:
                yield _over(f"promise:{met.seq}.{promise.index}", promise.until, entry=met.seq)
    if case.encounters:
        yield _over(STEP, _recorded(last).date())


def taken_back(entries: Iterable["Entry"]) -> Iterator[Clock]:
    """Yield the dates that retracted entries had, so that they are taken out as well."""
    entries = tuple(entries)
    gone = retracted_ids(entries)
    for entry in entries:
        if entry.id in gone:
            yield from _dates_of(entry)


def _dates_of(entry: "Entry") -> Iterator[Clock]:
    plain, kind = current(entry).plain, entry.kind
    if kind == "encounter":
        for place, promise in enumerate(read.rows(plain, "promised"), start=1):
            if by := read.day(promise, "by"):
                yield _over(f"promise:{entry.seq}.{place}", by, entry=entry.seq)
        return
    name, key = _DATED.get(kind, ("", ""))
    on = read.day(plain, key)
    if name and on:
        number = read.text(plain, "number") if name == "letter" else entry.seq
        yield _over(f"{name}:{number}", on, entry=entry.seq)


_DATED = {
    "reminder": ("reminder", "on"),
    "offer": ("offer", "expires"),
    "letter": ("letter", "answer_by"),
}


def _over(clock_id: str, on: date, *, entry: int = 0) -> Clock:
    return Clock(
        id=clock_id,
        whose=Whose.THEIRS,
        state=ClockState.MET,
        title="",
        sentence="",
        last_day=on,
        entry=entry,
    )


def with_days_set_aside(clocks: Iterable[Clock], case: "Case") -> tuple[Clock, ...]:
    """Return the clocks, those set aside with the day that they had before."""
    before = {f"limit:{one.limit}": one.before for one in case.extensions if one.limit}
    return tuple(
        replace(clock, last_day=before.get(clock.id)) if clock.state is ClockState.ASIDE else clock
        for clock in clocks
    )
