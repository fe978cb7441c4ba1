"""Where does the case stand today, and what is to be done: decided, not yet in words?

The thirteen states of facts/clocks.md, section 1: noticed, prepare, front line, manager,
written complaint, chief executive, reminder, offer, outside body, final notice, agreed,
performed, and fraud; between them waiting and an answer to decide on, and at the end closed.
Nothing is stored: log and date decide.
"""

from dataclasses import replace
from datetime import date
from functools import partial

from complaintkit.model.reference import Guide
from complaintkit.model.standing import StandingState
from complaintkit.model.summary import Rung, Summary
from complaintkit.rules import branches, turns
from complaintkit.rules.found import Asked, Found, Said
from complaintkit.rules.next_rung import next_rung
from complaintkit.rules.reasons import why_given, why_ladder, why_missed
from complaintkit.rules.sentences import filled, plus_days, who_said
from complaintkit.rules.turns import Given, Missed


def decide(summary: Summary, guide: Guide, *, today: date) -> Found:
    """Return the first standing that fits, in the order of what matters most."""
    asked = Asked(summary, guide, today)
    if not summary.is_open:
        return _closed(asked)
    if first := branches.emergency(asked) or branches.chosen(asked):
        return first
    given = turns.given_dates(summary, guide, today=today)
    missed = turns.missed_dates(summary, guide, today=today)
    return (
        branches.sorting_first(asked)
        or _performed(asked, given, missed)
        or _agreed(asked, missed)
        or branches.outside_course(asked)
        or branches.offered(asked)
        or _final(asked, given)
        or _waiting(asked, given, missed)
        or _overdue(asked, missed)
        or _answered(asked)
        or _ladder(asked)
    )


def _closed(asked: Asked) -> Found:
    summary = asked.summary
    return Found(
        step_id="closed",
        state=StandingState.CLOSED,
        why=asked.say("why-closed", on=summary.closed_on or summary.opened_on),
        action=asked.say("do-reopen"),
    )


def _performed(asked: Asked, given: tuple[Given, ...], missed: tuple[Missed, ...]) -> Found | None:
    """They did what they promised, after everything else that happened: is that all?"""
    summary, move = asked.summary, asked.summary.last_move
    if summary.kept_on is None or (move and move.on > summary.kept_on):
        return None
    if _is_reopened_since(summary, summary.kept_on):
        return None
    if missed or any(one.key in ("promise", "undated") for one in given):
        return None
    return Found(
        step_id="performed",
        state=StandingState.ACT,
        why=asked.say("why-kept", what=summary.kept_what, on=summary.kept_on),
        action=asked.say("do-close-if-settled"),
        due=asked.today,
        shows_rung=True,
    )


def _agreed(asked: Asked, missed: tuple[Missed, ...]) -> Found | None:
    """An offer was accepted, and nothing of it is late."""
    summary, guide, today = asked.summary, asked.guide, asked.today
    on = summary.agreed_on
    if on is None or any(one.on >= on for one in missed) or _is_reopened_since(summary, on):
        return None
    if summary.final_on and summary.final_on > on:
        return None
    coming = [one.due for one in summary.promises if one.due and one.due >= today]
    named = min([*coming, *filter(None, [turns.agreed_by(summary)])], default=None)
    due = named or plus_days(on, guide.step("agreed").wait_days)
    key = "why-agreed-what" if summary.agreed_what else "why-agreed"
    in_writing = any(letter.kind == "accept" and letter.sent_on >= on for letter in summary.letters)
    command = asked.letter_command("accept")
    return Found(
        step_id="agreed",
        state=StandingState.AGREED,
        why=asked.say(key, on=on, what=summary.agreed_what),
        action=asked.say("do-wait-agreed" if due >= today else "do-check-agreed", due=due),
        due=max(due, today),
        notes=() if in_writing else (asked.say("note-agree-in-writing", command=command),),
    )


def _is_reopened_since(summary: Summary, on: date) -> bool:
    """Whether the case was opened again after that: then it did not end there."""
    return summary.reopened_on is not None and summary.reopened_on >= on


def _final(asked: Asked, given: tuple[Given, ...]) -> Found | None:
    """The company said its last word: the ladder inside it ends (S8 in clocks.md)."""
    on, move = asked.summary.final_on, asked.summary.last_move
    if on is None or (move and move.way == "in" and move.on > on):
        return None
    if any(one.start > on for one in given):
        return None
    extra: tuple[Said, ...] = (asked.say("note-final-limit"),)
    if turns.top_rung(asked.summary) < Rung.CEO:
        extra += (asked.say("note-ceo-still-open"),)
    rung = next_rung(asked.summary)
    found = Found(
        step_id="outside",
        state=StandingState.ACT,
        why=asked.say("why-final", on=on),
        action=asked.say("do-outside"),
        due=asked.today,
        notes=extra,
    )
    return asked.on_rung(rung, found.why, due=asked.today) if _is_past_outside(asked) else found


def _is_past_outside(asked: Asked) -> bool:
    """Whether the outside body was asked after the final answer already."""
    written, on = dict(asked.summary.written), asked.summary.final_on or date.max
    return any(written.get(kind, date.min) >= on for kind in ("agency", "final-notice"))


def _waiting(asked: Asked, given: tuple[Given, ...], missed: tuple[Missed, ...]) -> Found | None:
    """The company has a date that nothing missed before takes away."""
    holding = [one for one in given if all(one.excuses(gone) for gone in missed)]
    if not holding:
        return None
    watched = holding[0]
    action_key = "do-wait-answer" if watched.key in ("letter", "contact") else "do-wait"
    if watched.until == asked.today:
        action_key = "do-wait-today"
    return Found(
        step_id="waiting",
        state=StandingState.WAITING,
        why=partial(why_given, watched, asked.summary, asked.guide),
        action=asked.say(action_key, due=watched.until),
        due=watched.until,
        shows_rung=True,
        notes=(asked.say("note-no-need-to-wait"),),
    )


def _overdue(asked: Asked, missed: tuple[Missed, ...]) -> Found | None:
    """A date has passed and was not met: take the next rung, with the date in hand."""
    if not missed:
        return None
    summary, latest, move = asked.summary, missed[-1], asked.summary.last_move
    # An answer that came after the missed date is decided on first.
    if move and move.way == "in" and move.on > latest.on:
        return None

    def why() -> str:
        words = why_missed(latest, summary, asked.guide)
        if move and move.way == "out" and move.on > latest.on:
            key = "why-refused" if move.refused else "why-since"
            who = who_said(move.who, summary, asked.guide)
            words = f"{words} {asked.say(key, on=move.on, who=who)()}"
        return words

    is_reminder = branches.remind_first(asked, latest)
    rung = branches.CHOICES["reminder"] if is_reminder else next_rung(summary)
    due = min(latest.on, asked.today)
    found = asked.on_rung(rung, why, due=due, state=StandingState.OVERDUE)
    if latest.letter:
        return found
    command = filled(asked.guide.step("performed").command, case=summary.name)
    if latest.promise and not latest.promise.broken_on:
        made = latest.promise
        note = asked.say("note-promise-kept", seq=made.seq, place=made.place, command=command)
    else:
        note = asked.say("note-happened-after-all", command=command)
    return replace(found, notes=(*found.notes, note))


def _answered(asked: Asked) -> Found | None:
    """The company spoke last, and promised nothing that is still running."""
    summary, move = asked.summary, asked.summary.last_move
    if move is None or move.way != "in":
        return None
    who = who_said(move.who, summary, asked.guide)
    if move.refused:
        key = f"why-reply-{move.reply}" if move.reply in _REFUSED_SO else "why-refused"
        why = asked.say(key, on=move.on, who=who)
        return asked.on_rung(next_rung(summary), why, due=asked.today)
    if move.reply == "holding":
        why = asked.say("why-reply-holding-over", on=move.on, who=who)
        is_written = branches.can_remind(asked)
        rung = branches.CHOICES["reminder"] if is_written else next_rung(summary)
        return asked.on_rung(rung, why, due=asked.today)
    found = Found(
        step_id="answered",
        state=StandingState.ACT,
        why=asked.say("why-answered", on=move.on, who=who),
        action=asked.say("do-decide"),
        due=asked.today,
        shows_rung=True,
    )
    return _by_kind(found, move.reply, asked)


_REFUSED_SO = ("policy", "ask-the-maker", "transferred")


def _by_kind(found: Found, reply: str, asked: Asked) -> Found:
    """Say what an answer of that kind calls for."""
    if reply == "asks-for-id":
        return replace(
            found,
            action=asked.say("do-answer-request"),
            command=filled(asked.guide.step("front-line").command, case=asked.summary.name),
        )
    if reply == "denies-contact":
        return replace(
            found,
            action=asked.say("do-denied"),
            letter="records",
            notes=(asked.say("note-denied"),),
        )
    return found


def _ladder(asked: Asked) -> Found:
    """Nothing is running: it is the person's turn on the ladder."""
    rung = next_rung(asked.summary)
    is_new = rung.action in ("do-prepare", "do-front-line")
    reopened, move = asked.summary.reopened_on, asked.summary.last_move
    why: Said = partial(why_ladder, asked.summary, asked.guide)
    if reopened and (move is None or move.on <= reopened):
        why = asked.say("why-reopened", on=reopened)
    return asked.on_rung(
        rung,
        why,
        due=asked.today,
        state=StandingState.PREPARE if is_new else StandingState.ACT,
    )
