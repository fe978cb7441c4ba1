"""Where does the case stand today, and what is the one next step, in words?"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from complaintkit.model.clock import Clock, ClockState, Whose
from complaintkit.model.limit import Limit
from complaintkit.model.reference import Guide
from complaintkit.model.standing import OutsideWay, Standing, StandingState
from complaintkit.model.summary import Summary
from complaintkit.rules import turns
from complaintkit.rules.branches import EMERGENCIES
from complaintkit.rules.company_clocks import company_clocks, opening_clocks
from complaintkit.rules.deciding import decide
from complaintkit.rules.found import Asked, Found
from complaintkit.rules.limit_clocks import from_today, limit_clocks
from complaintkit.rules.limit_dates import can_start, count, lacking, state_of
from complaintkit.rules.next_rung import next_rung
from complaintkit.rules.outside import outside_ways
from complaintkit.rules.reasons import letter_command, notes
from complaintkit.rules.sentences import filled
from complaintkit.rules.workdays import WEEKENDS, DaysOff

OWN_LIMIT_DAYS = 14
"""A limit of the person's own that ends within so many days comes before any other step
(facts/clocks.md, 1a: “a statutory clock has under 14 days left”; complaintkit's own policy)."""

_GROUPS = {
    StandingState.OVERDUE: 2,
    StandingState.ACT: 3,
    StandingState.PREPARE: 3,
    StandingState.AGREED: 4,
    StandingState.WAITING: 5,
    StandingState.CLOSED: 6,
}


class Urgency(NamedTuple):
    """How urgent a case is: group and day to sort by, and whether something is overdue."""

    group: int
    day: int
    wants_attention: bool


def standing(
    summary: Summary,
    *,
    today: date,
    guide: Guide,
    limits: Iterable[Limit] = (),
    off: DaysOff = WEEKENDS,
) -> Standing:
    """Return the standing of a case. Any summary has one; due today is not late."""
    found = decide(summary, guide, today=today)
    ways = outside_ways(summary, guide, today=today, off=off)
    clocks = _clocks(summary, guide, limits, ways, today=today, off=off)
    said = _in_words(found, summary, guide)
    more = notes(said, summary, guide, today=today)
    said = replace(
        said,
        days_left=(said.due - today).days if said.due else None,
        broken_promises=turns.broken(summary, today=today) if summary.is_open else (),
        notes=(*said.notes, *more),
        outside=ways,
        clocks=clocks,
    )
    return _own_limit_first(said, summary, guide, today=today)


def urgency(
    summary: Summary,
    *,
    today: date,
    guide: Guide,
    limits: Iterable[Limit] = (),
    off: DaysOff = WEEKENDS,
) -> Urgency:
    """Return a key that sorts the most urgent case first, without putting anything into words.

    What must be done within the hour comes first; then one's own limits and reminders that
    run out; then what is overdue, the longest first; then one's own turn; then what was
    agreed; then what the company still has time for; closed cases last.
    """
    found = decide(summary, guide, today=today)
    reminder = summary.reminders[0].on if summary.is_open and summary.reminders else date.max
    wants = found.is_overdue or reminder < today
    if found.step_id in EMERGENCIES:
        return Urgency(0, today.toordinal(), wants)
    if summary.is_open:
        own = _nearest_own(summary, limits, today=today, off=off)
        if own is not None and (own - today).days < OWN_LIMIT_DAYS:
            return Urgency(1, own.toordinal(), wants)
        if reminder <= today:
            return Urgency(1, reminder.toordinal(), wants)
    return Urgency(_GROUPS[found.state], (found.due or date.max).toordinal(), wants)


def _nearest_own(
    summary: Summary, limits: Iterable[Limit], *, today: date, off: DaysOff
) -> date | None:
    """Return the last day of the person's own limit that ends first and still runs."""
    ends = []
    for limit in limits:
        if limit.whose != "yours" or not can_start(limit, summary):
            continue
        if lacking(limit, summary) != "":
            continue
        counted = count(limit, summary, off=off)
        if state_of(limit, counted, "", summary, today=today) is ClockState.RUNNING:
            ends.append(counted.last_day or date.max)
    return min(ends, default=None)


def is_attention(standing: Standing) -> bool:
    """Say whether something is overdue: a date of the company's, or a reminder of one's own."""
    return standing.overdue or any(
        clock.state is ClockState.PASSED and clock.id.startswith("reminder:")
        for clock in standing.clocks
    )


def _clocks(
    summary: Summary,
    guide: Guide,
    limits: Iterable[Limit],
    ways: tuple[OutsideWay, ...],
    *,
    today: date,
    off: DaysOff,
) -> tuple[Clock, ...]:
    """Return all clocks of an open case, what runs out first first, what has no date last."""
    if not summary.is_open:
        return ()
    found = (
        *limit_clocks(summary, limits, guide, today=today, off=off),
        *company_clocks(summary, guide, today=today),
        *opening_clocks(ways, guide, today=today),
    )
    return tuple(sorted(found, key=_order))


def _order(clock: Clock) -> tuple[bool, int, str]:
    """Dated clocks by their day; those without a date stay in the order of the data."""
    name = clock.id if clock.last_day else ""
    return not clock.is_running, (clock.last_day or date.max).toordinal(), name


def _own_limit_first(said: Standing, summary: Summary, guide: Guide, *, today: date) -> Standing:
    """Put a limit of the person's own that is about to end before the step of the ladder."""
    near = next(
        (
            clock
            for clock in said.clocks
            if clock.whose is Whose.YOURS
            and clock.id.startswith("limit:")
            and clock.is_running
            and (clock.last_day or date.max) < date.max
            and (clock.days_left or 0) < OWN_LIMIT_DAYS
        ),
        None,
    )
    if near is None or said.step_id in EMERGENCIES:
        return said
    asked = Asked(summary, guide, today)
    left = from_today(near.days_left or 0)
    condition = f" {near.condition}" if near.condition else ""
    action = asked.say("do-own-limit", act=near.act, on=near.last_day, left=left)()
    then = asked.say("note-own-limit-then", action=said.action, command=said.command)()
    aside = guide.sentences["command-aside"].replace("{limit}", near.id.removeprefix("limit:"))
    return replace(
        said,
        headline=guide.sentences["standing-own-limit"],
        then=then,
        state=said.state if said.overdue else StandingState.ACT,
        action=action + condition,
        command=near.command or filled(guide.sentences["command-due"], case=summary.name),
        letter_kind=near.letter,
        due=near.last_day,
        days_left=near.days_left,
        notes=(
            asked.say("note-own-limit-aside", command=filled(aside, case=summary.name))(),
            *said.notes,
        ),
    )


def _in_words(found: Found, summary: Summary, guide: Guide) -> Standing:
    """Return the standing in the words of its step."""
    step = guide.step(found.step_id)
    command = found.command or filled(step.command, case=summary.name, letter=found.letter)
    if found.letter and not found.command:
        command = letter_command(summary, guide, found.letter)
    return Standing(
        step_id=found.step_id,
        state=found.state,
        headline=guide.sentences[found.headline] if found.headline else step.standing,
        why=found.why(),
        action=found.action(),
        command=command,
        due=found.due,
        overdue=found.is_overdue,
        letter_kind=found.letter,
        next_step_id=next_rung(summary).step_id if found.shows_rung else "",
        notes=tuple(note() for note in found.notes),
    )
