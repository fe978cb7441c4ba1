"""Where does the case stand today, and what is the one next step?

The thirteen states of facts/clocks.md, section 1, in their first form: prepare, front
line, manager, written complaint, chief executive, outside body; between them waiting and
an answer to decide on; at the end agreed and closed. Nothing is stored: log and date decide.
"""

from dataclasses import replace
from datetime import date

from complaintkit.model.reference import Guide
from complaintkit.model.standing import Standing, StandingState
from complaintkit.model.summary import Rung, Summary
from complaintkit.rules import turns
from complaintkit.rules.next_rung import NextRung, next_rung
from complaintkit.rules.outside import outside_ways
from complaintkit.rules.reasons import (
    letter_command,
    notes,
    say,
    why_given,
    why_ladder,
    why_missed,
)
from complaintkit.rules.sentences import filled, plus_days, who_said
from complaintkit.rules.turns import Given, Missed


def standing(summary: Summary, *, today: date, guide: Guide) -> Standing:
    """Return the standing of a case. Any summary has one; due today is not late."""
    found = _outcome(summary, guide, today=today)
    return replace(
        found,
        days_left=(found.due - today).days if found.due else None,
        broken_promises=turns.broken(summary, today=today) if summary.is_open else (),
        notes=(*found.notes, *notes(found, summary, guide, today=today)),
        outside=outside_ways(summary, guide, today=today),
    )


def urgency(standing: Standing) -> tuple[int, int]:
    """Return a key that sorts the most urgent standing first.

    What is overdue comes first, the longest first; then one's own turn; then what was
    agreed; then what runs out soonest; closed cases last.
    """
    groups = {
        StandingState.OVERDUE: 0,
        StandingState.ACT: 1,
        StandingState.PREPARE: 1,
        StandingState.AGREED: 2,
        StandingState.WAITING: 3,
        StandingState.CLOSED: 4,
    }
    due = standing.due or date.max
    return groups[standing.state], due.toordinal()


def _outcome(summary: Summary, guide: Guide, *, today: date) -> Standing:
    """Return the first standing that fits, in the order of what matters most."""
    if not summary.is_open:
        why = say(summary, guide, "why-closed", on=summary.closed_on or summary.opened_on)
        return _standing(
            summary, guide, "closed", StandingState.CLOSED, (why, say(summary, guide, "do-reopen"))
        )
    given = turns.given_dates(summary, guide, today=today)
    missed = turns.missed_dates(summary, guide, today=today)
    return (
        _kept(summary, guide, given, missed, today=today)
        or _agreed(summary, guide, missed, today=today)
        or _final(summary, guide, given, today=today)
        or _waiting(summary, guide, given, missed, today=today)
        or _overdue(summary, guide, missed, today=today)
        or _answered(summary, guide, today=today)
        or _ladder(summary, guide, today=today)
    )


def _kept(
    summary: Summary,
    guide: Guide,
    given: tuple[Given, ...],
    missed: tuple[Missed, ...],
    *,
    today: date,
) -> Standing | None:
    """They did what they promised, after everything else that happened: is that all?"""
    move = summary.last_move
    if summary.kept_on is None or (move and move.on > summary.kept_on):
        return None
    if missed or any(one.key in ("promise", "undated") for one in given):
        return None
    why = say(summary, guide, "why-kept", what=summary.kept_what, on=summary.kept_on)
    action = say(summary, guide, "do-close-if-settled")
    return _standing(
        summary, guide, "answered", StandingState.ACT, (why, action), due=today, rung=True
    )


def _agreed(
    summary: Summary, guide: Guide, missed: tuple[Missed, ...], *, today: date
) -> Standing | None:
    """An offer was accepted, and nothing of it is late."""
    on = summary.agreed_on
    if on is None or any(one.on >= on for one in missed):
        return None
    if summary.final_on and summary.final_on > on:
        return None
    coming = [one.due for one in summary.promises if one.due and one.due >= today]
    named = min([*coming, *filter(None, [turns.agreed_by(summary)])], default=None)
    due = named or plus_days(on, guide.step("agreed").wait_days)
    if summary.agreed_what:
        why = say(summary, guide, "why-agreed-what", on=on, what=summary.agreed_what)
    else:
        why = say(summary, guide, "why-agreed", on=on)
    key = "do-wait-agreed" if due >= today else "do-check-agreed"
    action = say(summary, guide, key, due=due)
    return _standing(
        summary, guide, "agreed", StandingState.AGREED, (why, action), due=max(due, today)
    )


def _final(
    summary: Summary, guide: Guide, given: tuple[Given, ...], *, today: date
) -> Standing | None:
    """The company said its last word: the ladder inside it ends (S8 in clocks.md)."""
    on, move = summary.final_on, summary.last_move
    if on is None or (move and move.way == "in" and move.on > on):
        return None
    if any(one.start > on for one in given):
        return None
    why = say(summary, guide, "why-final", on=on)
    action = say(summary, guide, "do-outside")
    extra: tuple[str, ...] = (say(summary, guide, "note-final-limit"),)
    if turns.top_rung(summary) < Rung.CEO:
        extra += (say(summary, guide, "note-ceo-still-open"),)
    found = _standing(summary, guide, "outside", StandingState.ACT, (why, action), due=today)
    return replace(found, notes=extra)


def _waiting(
    summary: Summary,
    guide: Guide,
    given: tuple[Given, ...],
    missed: tuple[Missed, ...],
    *,
    today: date,
) -> Standing | None:
    """The company has a date that nothing missed before takes away."""
    holding = [one for one in given if all(one.excuses(gone) for gone in missed)]
    if not holding:
        return None
    watched = holding[0]
    action_key = "do-wait-answer" if watched.key in ("letter", "contact") else "do-wait"
    if watched.until == today:
        action_key = "do-wait-today"
    why = why_given(watched, summary, guide)
    action = say(summary, guide, action_key, due=watched.until)
    found = _standing(
        summary,
        guide,
        "waiting",
        StandingState.WAITING,
        (why, action),
        due=watched.until,
        rung=True,
    )
    return replace(found, notes=(say(summary, guide, "note-no-need-to-wait"),))


def _overdue(
    summary: Summary, guide: Guide, missed: tuple[Missed, ...], *, today: date
) -> Standing | None:
    """A date has passed and was not met: take the next rung, with the date in hand."""
    if not missed:
        return None
    latest = missed[-1]
    move = summary.last_move
    # An answer that came after the missed date is decided on first.
    if move and move.way == "in" and move.on > latest.on:
        return None
    why = why_missed(latest, summary, guide)
    if move and move.way == "out" and move.on > latest.on:
        why = f"{why} {say(summary, guide, 'why-since', on=move.on)}"
    due = min(latest.on, today)
    found = _on_rung(summary, guide, next_rung(summary), StandingState.OVERDUE, why, due=due)
    if latest.letter:
        return found
    command = filled(guide.step("answered").command, case=summary.name)
    if latest.promise and not latest.promise.broken_on:
        note = say(summary, guide, "note-promise-kept", seq=latest.promise.seq, command=command)
    else:
        note = say(summary, guide, "note-happened-after-all", command=command)
    return replace(found, notes=(*found.notes, note))


def _answered(summary: Summary, guide: Guide, *, today: date) -> Standing | None:
    """The company spoke last, and promised nothing that is still running."""
    move = summary.last_move
    if move is None or move.way != "in":
        return None
    who = who_said(move.who, summary, guide)
    if move.refused:
        why = say(summary, guide, "why-refused", on=move.on, who=who)
        return _on_rung(summary, guide, next_rung(summary), StandingState.ACT, why, due=today)
    why = say(summary, guide, "why-answered", on=move.on, who=who)
    action = say(summary, guide, "do-decide")
    return _standing(
        summary, guide, "answered", StandingState.ACT, (why, action), due=today, rung=True
    )


def _ladder(summary: Summary, guide: Guide, *, today: date) -> Standing:
    """Nothing is running: it is the person's turn on the ladder."""
    rung = next_rung(summary)
    state = StandingState.PREPARE if rung.action in ("do-prepare", "do-front-line") else None
    why = why_ladder(summary, guide)
    return _on_rung(summary, guide, rung, state or StandingState.ACT, why, due=today)


def _on_rung(
    summary: Summary,
    guide: Guide,
    rung: NextRung,
    state: StandingState,
    why: str,
    *,
    due: date,
) -> Standing:
    """Return the standing of somebody who is to take that rung now."""
    action = say(summary, guide, rung.action, head=summary.head)
    found = _standing(
        summary, guide, rung.step_id, state, (why, action), due=due, letter=rung.letter
    )
    extra: tuple[str, ...] = ()
    if rung.letter:
        extra = (say(summary, guide, "note-sent"),)
    elif rung.step_id == "manager":
        command = letter_command(summary, guide, "manager")
        extra = (say(summary, guide, "note-write-instead", command=command),)
    return replace(found, notes=extra, overdue=state is StandingState.OVERDUE)


def _standing(
    summary: Summary,
    guide: Guide,
    step_id: str,
    state: StandingState,
    words: tuple[str, str],
    *,
    due: date | None = None,
    letter: str = "",
    rung: bool = False,
) -> Standing:
    """Return a standing in the words of its step; `rung`: name the rung that follows."""
    step = guide.step(step_id)
    command = filled(step.command, case=summary.name, letter=letter)
    if letter:
        command = letter_command(summary, guide, letter)
    return Standing(
        step_id=step_id,
        state=state,
        headline=step.standing,
        why=words[0],
        action=words[1],
        command=command,
        due=due,
        letter_kind=letter,
        next_step_id=next_rung(summary).step_id if rung else "",
    )
