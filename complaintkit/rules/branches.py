"""What comes before the ordinary steps, beside them and after them?

Fraud and danger branch off at once; a step that the person chose stands before the one
proposed; an offer on the table is decided on; what was filed with an outside body takes its
course, and after it come a final notice and the court.
"""

from dataclasses import replace

from complaintkit.model.standing import StandingState
from complaintkit.model.summary import EventSeen, OpenOffer
from complaintkit.rules.found import Asked, Found, Said
from complaintkit.rules.ladder import ASKING
from complaintkit.rules.next_rung import NextRung
from complaintkit.rules.outside import open_ways
from complaintkit.rules.sentences import filled, plus_days, who_said
from complaintkit.rules.sorting import FIRST_STEPS, MOVES_ON
from complaintkit.rules.turns import Missed

CHOICES = {
    "front-line": NextRung(step_id="front-line", action="do-front-line"),
    "manager": NextRung(step_id="manager", action="do-manager"),
    "head-of-service": NextRung(
        step_id="head-of-service", action="do-head-of-service", letter="head-of-service"
    ),
    "ceo": NextRung(step_id="ceo", action="do-ceo", letter="ceo"),
    "reminder": NextRung(step_id="reminder", action="do-reminder", letter="reminder"),
    "outside": NextRung(step_id="outside", action="do-outside"),
    "final-notice": NextRung(
        step_id="final-notice", action="do-final-notice", letter="final-notice"
    ),
}
"""The steps that a person may take instead of the one proposed."""

EMERGENCIES = frozenset({*MOVES_ON, "noticed"})
"""The steps that come before everything else, one's own limits included."""

_OFFERING = ("voucher", "part-offer")


def emergency(asked: Asked) -> Found | None:
    """Return what to do within the hour: money is leaving, or somebody may be hurt."""
    summary = asked.summary
    step_id = FIRST_STEPS.get(summary.sorting, "")
    done = {one.kind for one in summary.events}
    # Where the dispute is with the bank itself, a contact with it counts as telling the bank.
    if summary.sector == "bank" and summary.first_complaint_on:
        done.add("bank-told")
    missing = next((kind for kind in MOVES_ON.get(step_id, ()) if kind not in done), "")
    if not missing:
        return None
    command = asked.command_of(f"command-{missing}")
    if summary.sector == "bank" and missing == "bank-told":
        command = filled(asked.guide.step("front-line").command, case=summary.name)
    return Found(
        step_id=step_id,
        state=StandingState.ACT,
        why=asked.say(f"why-{summary.sorting}"),
        action=asked.say(f"do-{step_id}-{missing}"),
        due=asked.today,
        command=command,
    )


def sorting_first(asked: Asked) -> Found | None:
    """Ask what kind of problem it is where the words sound urgent and nothing was done yet."""
    summary = asked.summary
    if not summary.needs_sorting or summary.last_move or summary.events:
        return None
    return Found(
        step_id="noticed",
        state=StandingState.PREPARE,
        why=asked.say("why-noticed"),
        action=asked.say("do-sort"),
        due=asked.today,
    )


def chosen(asked: Asked) -> Found | None:
    """Return the step that the person chose, until something has passed between the sides."""
    choice, move = asked.summary.chosen, asked.summary.last_move
    rung = CHOICES.get(choice.step) if choice else None
    if choice is None or rung is None:
        return None
    if move and (move.on, move.seq) > (choice.on, choice.seq):
        return None
    filed = asked.summary.seen("filed")
    if filed and (filed.last_on, filed.last_seq) > (choice.on, choice.seq):
        return None
    if rung.step_id == "ceo" and asked.summary.head:
        rung = replace(rung, action="do-ceo-named")
    why = asked.say("why-chosen", on=choice.on, reason=choice.reason)
    return replace(asked.on_rung(rung, why, due=asked.today), headline="standing-chosen")


def offered(asked: Asked) -> Found | None:
    """Return the offer to decide on: accept, counter, or decline (S7 in facts/clocks.md)."""
    summary = asked.summary
    offer = next((one for one in reversed(summary.offers) if _stands(one, asked)), None)
    if offer is None:
        return _offered_in_words(asked)
    found = _decide(asked, asked.say("why-offer", on=offer.on, what=offer.what))
    if offer.expires:
        action = asked.say("do-decide-offer-by", due=offer.expires)
        found = replace(found, due=offer.expires, action=action)
    note = asked.say("note-offer-answer", seq=offer.seq)
    return replace(found, notes=(*found.notes, note))


def _offered_in_words(asked: Asked) -> Found | None:
    """An offer that came in a reply and was not written down as an offer of its own."""
    move = asked.summary.last_move
    if move is None or move.way != "in" or move.reply not in _OFFERING:
        return None
    if any(one.on >= move.on for one in asked.summary.offers) or _declined_since(asked):
        return None
    who = who_said(move.who, asked.summary, asked.guide)
    command = asked.command_of("command-offer").replace("DATE", move.on.isoformat(), 1)
    return replace(
        _decide(asked, asked.say(f"why-reply-{move.reply}", on=move.on, who=who)),
        action=asked.say("do-write-offer-down"),
        command=command,
        notes=(),
    )


def _declined_since(asked: Asked) -> bool:
    move, answered = asked.summary.last_move, asked.summary.offer_answered_on
    return bool(move and answered and answered >= move.on)


def _decide(asked: Asked, why: Said) -> Found:
    return Found(
        step_id="offer",
        state=StandingState.ACT,
        why=why,
        action=asked.say("do-decide-offer"),
        due=asked.today,
        command=asked.letter_command("counter-offer"),
        notes=(asked.say("note-offer-accept", command=asked.letter_command("accept")),),
    )


def _stands(offer: OpenOffer, asked: Asked) -> bool:
    """Whether an offer is still open and no letter has answered it."""
    if offer.expires and offer.expires < asked.today:
        return False
    return not any(
        letter.kind in ("counter-offer", "accept")
        and (letter.sent_on, letter.seq) > (offer.on, offer.seq)
        for letter in asked.summary.letters
    )


def outside_course(asked: Asked) -> Found | None:
    """Return where a filing with an outside body stands (S8 and S9 in facts/clocks.md)."""
    filed, decided = asked.summary.seen("filed"), asked.summary.seen("body-decided")
    latest = decided if decided and (not filed or decided.last_on >= filed.last_on) else filed
    if latest is None or _goes_on_inside(asked, latest):
        return None
    if decided and latest is decided:
        return Found(
            step_id="final-notice",
            state=StandingState.ACT,
            why=asked.say("why-decided", on=latest.last_on),
            action=asked.say("do-after-body"),
            due=asked.today,
            letter="final-notice",
            notes=(asked.say("note-other-body"),) if _is_elsewhere_too(filed, decided) else (),
        )
    until = plus_days(latest.last_on, asked.guide.step("outside").wait_days)
    is_over = until < asked.today
    return Found(
        step_id="outside",
        state=StandingState.ACT if is_over else StandingState.WAITING,
        why=asked.say("why-filed", on=latest.last_on),
        action=asked.say("do-ask-body") if is_over else asked.say("do-wait-body", due=until),
        due=max(until, asked.today),
        command=asked.command_of("command-body-decided"),
    )


def _is_elsewhere_too(filed: EventSeen | None, decided: EventSeen) -> bool:
    """Whether it was filed more than once and only one answer came."""
    return bool(
        filed and filed.first_seq != filed.last_seq and decided.first_seq == decided.last_seq
    )


def _goes_on_inside(asked: Asked, latest: EventSeen) -> bool:
    """Whether what passed since then goes on inside the company: a letter, or news from them.

    That they say no, or are looking into it, changes nothing for the outside body; after its
    answer a letter such as the final notice leads on.
    """
    move, since = asked.summary.last_move, (latest.last_on, latest.last_seq)
    if move is None or move.way == "out" or (move.on, move.seq) < since:
        return False
    is_nothing_new = move.refused or (move.reply == "holding" and not move.promised)
    if move.way == "letter" or not is_nothing_new:
        return True
    letters = asked.summary.letters
    return latest.kind == "body-decided" and any(
        (letter.sent_on, letter.seq) > since for letter in letters
    )


def remind_first(asked: Asked, latest: Missed) -> bool:
    """Say whether a short reminder comes before the next rung (S6 in facts/clocks.md).

    After the chief executive's silence, where no outside body is open yet; after an agreement
    that was not carried out; and after a counter-offer. One reminder is enough.
    """
    summary = asked.summary
    if any(one.kind == "reminder" and one.sent_on >= latest.on for one in summary.letters):
        return False
    if latest.key == "agreed":
        return can_remind(asked)
    if latest.letter and latest.letter.kind == "ceo":
        return not open_ways(summary, asked.guide, today=asked.today)
    return latest.letter is not None and latest.letter.kind == "counter-offer"


def can_remind(asked: Asked) -> bool:
    """Say whether a letter about the matter has gone out, which a reminder can be about."""
    return any(letter.kind in ASKING for letter in asked.summary.letters)
