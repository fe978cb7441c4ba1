"""Who moved: what passed between the two sides, on which day, and what answered it?"""

from datetime import date

from complaintkit.model.case import Case, Event, Offer, SentLetter
from complaintkit.model.encounter import Direction, Encounter
from complaintkit.rules.ladder import NEEDS_NO_ANSWER
from complaintkit.rules.letter_focus import SPOKEN, by_day

FINAL_EVENTS = ("final-response", "deadlock")

Move = Encounter | SentLetter | Offer | Event


def moves(case: Case) -> list[Move]:
    """Return all that passed between the two, in order; a letter comes early in its day."""
    finals = (event for event in case.events if event.kind in FINAL_EVENTS)
    return sorted((*case.encounters, *case.letters, *case.offers, *finals), key=by_day)


def is_ours(move: Move) -> bool:
    """Whether the person turned to the company and awaits an answer."""
    if isinstance(move, SentLetter):
        return move.kind not in NEEDS_NO_ANSWER
    return isinstance(move, Encounter) and move.direction is Direction.OUT


def is_written_by_us(move: Move) -> bool:
    """Whether the person turned to the company in writing."""
    return is_ours(move) and (isinstance(move, SentLetter) or not is_spoken(move))


def is_spoken(move: Move) -> bool:
    """Whether it was a call, a visit or a chat."""
    return isinstance(move, Encounter) and move.channel in SPOKEN


def is_theirs(move: Move) -> bool:
    """Whether it came from the company."""
    if isinstance(move, Encounter):
        return move.direction is Direction.IN and move.reached
    return not isinstance(move, SentLetter)


def is_reply(move: Move) -> bool:
    """Whether it answers: it came from the company, or somebody was reached."""
    was_answered = isinstance(move, Encounter) and move.reached and is_spoken(move)
    return was_answered or is_theirs(move)


def on_day(move: Move) -> date:
    """Return the day of it."""
    if isinstance(move, Encounter):
        return move.moment.on
    return move.sent_on if isinstance(move, SentLetter) else move.on


def since_theirs(case: Case) -> list[Move]:
    """Return all that came after the last move of the company's: nothing has come back to it."""
    all_moves = moves(case)
    theirs = [place for place, move in enumerate(all_moves) if is_theirs(move)]
    return all_moves[theirs[-1] + 1 if theirs else 0 :]


def answered_after(case: Case, move: Move) -> date | None:
    """Return the first day on which anything of the company's came after it, or None.

    Only what the company began counts, an offer or a final answer: being reached by telephone
    answers no letter.
    """
    later = moves(case)
    after = later[later.index(move) + 1 :]
    return next((on_day(one) for one in after if is_theirs(one)), None)
