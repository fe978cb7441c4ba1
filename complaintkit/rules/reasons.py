"""How is a standing explained: why it is so, and what else to know?"""

from collections.abc import Iterator
from datetime import date

from complaintkit.model.reference import Guide
from complaintkit.model.standing import Standing
from complaintkit.model.summary import Rung, Summary
from complaintkit.rules import turns
from complaintkit.rules.next_rung import next_rung
from complaintkit.rules.promises import to_ask_about
from complaintkit.rules.sentences import (
    company_of,
    filled,
    quoted,
    sentence,
    times,
    who_said,
)
from complaintkit.rules.turns import Given, Missed


def say(summary: Summary, guide: Guide, key: str, **facts: object) -> str:
    """Return a sentence of the guide; the company and the case are always at hand."""
    return sentence(
        guide, key, company=company_of(summary, guide), case=quoted(summary.name), **facts
    )


def letter_command(summary: Summary, guide: Guide, kind: str) -> str:
    """Return the command that makes a letter of that kind for the case."""
    pattern = guide.step("head-of-service").command
    return filled(pattern, case=summary.name, letter=kind)


def why_given(given: Given, summary: Summary, guide: Guide) -> str:
    """Say what the company has a date for."""
    if given.letter:
        letter = given.letter
        key = "why-letter" if letter.answer_by else "why-letter-undated"
        days = (given.until - letter.sent_on).days
        return say(summary, guide, key, on=letter.sent_on, due=given.until, days=days)
    if given.promise:
        promise = given.promise
        key = "why-promised" if promise.due else "why-promised-undated"
        who = who_said(promise.who, summary, guide)
        return say(
            summary, guide, key, on=promise.made_on, who=who, what=promise.what, due=given.until
        )
    if given.key == "holding":
        who = who_said(summary.last_move.who if summary.last_move else "", summary, guide)
        return say(summary, guide, "why-reply-holding", on=given.start, who=who)
    whom = guide.sentences[f"rung-{int(given.rung)}"]
    on = summary.last_move.on if summary.last_move else given.start
    return say(summary, guide, "why-contact", whom=whom, on=on)


def why_missed(missed: Missed, summary: Summary, guide: Guide) -> str:
    """Say which date passed, and what was to happen by then."""
    if missed.letter:
        return say(summary, guide, "why-letter-late", on=missed.letter.sent_on, due=missed.on)
    if not missed.promise:
        return say(summary, guide, "why-agreed-late", due=missed.on)
    promise = missed.promise
    key = "why-promise-marked-broken" if promise.broken_on else "why-promise-broken"
    who = who_said(promise.who, summary, guide)
    return say(summary, guide, key, on=promise.made_on, who=who, what=promise.what, due=missed.on)


def why_ladder(summary: Summary, guide: Guide) -> str:
    """Say why it is the person's turn when no date was missed and nobody answered."""
    move = summary.last_move
    if move and move.refused:
        who = who_said(move.who, summary, guide)
        return say(summary, guide, "why-refused", on=move.on, who=who)
    top = turns.top_rung(summary)
    tried = summary.rungs[top - 1] if Rung.NONE < top <= Rung.CEO else None
    if move and tried and not tried.first_on and tried.missed_on and tried.missed_on >= move.on:
        whom, count = guide.sentences[f"rung-{int(top)}"], times(tried.missed)
        return say(
            summary, guide, "why-rung-not-reached", on=tried.missed_on, whom=whom, times=count
        )
    if move:
        return say(summary, guide, "why-quiet", on=move.on)
    missed = sum(tried.missed for tried in summary.rungs)
    on = max((tried.missed_on for tried in summary.rungs if tried.missed_on), default=None)
    if on is None:
        return say(summary, guide, "why-nothing-yet")
    key = "why-tried-once" if missed == 1 else "why-nobody-reached"
    return say(summary, guide, key, on=on, times=times(missed))


def notes(found: Standing, summary: Summary, guide: Guide, *, today: date) -> tuple[str, ...]:
    """Return what else the person should know, the most useful first."""
    if not summary.is_open:
        return ()
    lines = [*_of_step(found, summary, guide, today=today), *_once_tried(summary, guide)]
    if summary.needs_sorting and found.step_id != "noticed":
        lines.append(say(summary, guide, "note-sort"))
    late = turns.broken(summary, today=today)
    is_settled = found.step_id == "agreed"
    if not is_settled and (len(late) > 1 or (late and not found.overdue)):
        lines.append(say(summary, guide, "note-other-broken", count=len(late)))
    for promise in to_ask_about(summary.undated[-1:], today=today):
        who = who_said(promise.who, summary, guide)
        lines.append(
            say(summary, guide, "note-undated", on=promise.made_on, who=who, what=promise.what)
        )
    if not summary.has_resolution:
        lines.append(say(summary, guide, "note-no-resolution"))
    if not summary.country:
        lines.append(say(summary, guide, "note-no-country"))
    return tuple(lines)


def _of_step(found: Standing, summary: Summary, guide: Guide, *, today: date) -> Iterator[str]:
    """Name what helps with the step, and the other ways that it leaves open."""
    if found.step_id in ("prepare", "front-line", "manager"):
        yield say(summary, guide, "note-call")
    is_to_check = found.step_id == "agreed" and found.due is not None and found.due <= today
    if is_to_check or found.step_id in ("answered", "performed"):
        after = next_rung(summary)
        command = filled(guide.step(after.step_id).command, case=summary.name)
        if after.letter:
            command = letter_command(summary, guide, after.letter)
        key = "note-not-done" if is_to_check else "note-not-settled"
        yield say(summary, guide, key, command=command)
        if not is_to_check and summary.last_move and summary.last_move.way == "in":
            yield say(summary, guide, "note-holding")
    if found.step_id == "outside" and found.state != "waiting":
        yield say(summary, guide, "note-filed")
    if found.overdue and found.letter_kind == "ceo":
        command = letter_command(summary, guide, "reminder")
        yield say(summary, guide, "note-remind-first", command=command)


def _once_tried(summary: Summary, guide: Guide) -> tuple[str, ...]:
    """Name a rung above the reached ones where one try reached nobody."""
    top = turns.top_rung(summary)
    for rung in list(Rung)[top + 1 : 5]:
        tried = summary.rungs[rung - 1]
        if top and tried.missed_on and not tried.first_on:
            whom = guide.sentences[f"rung-{int(rung)}"]
            return (say(summary, guide, "note-tried-once", on=tried.missed_on, rung=whom),)
    return ()
