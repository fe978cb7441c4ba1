"""Whose turn is it: which dates has the company missed, and which does it still have?

A missed date (a `Missed`) puts the next step in the person's hands, until something
newer or higher gives the company another date (a `Given`).
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from complaintkit.model.reference import Guide
from complaintkit.model.summary import LetterOut, Rung, Summary, Unkept
from complaintkit.rules.ladder import ASKING, LETTER_RUNGS, NEEDS_NO_ANSWER, TO_OTHERS
from complaintkit.rules.promises import is_broken
from complaintkit.rules.sentences import plus_days

RUNG_STEPS = {
    Rung.FRONT_LINE: "front-line",
    Rung.MANAGER: "manager",
    Rung.HEAD_OF_SERVICE: "head-of-service",
    Rung.CEO: "ceo",
    Rung.OUTSIDE: "ceo",
}
"""The step whose waiting time holds for a contact or a letter of that rung."""

MISSES_THAT_COUNT = 2
"""Tries that reached nobody and together count as having tried a rung."""


class Missed(NamedTuple):
    """A date that passed: `key` is “promise”, “letter” or “agreed”."""

    key: str
    on: date
    rung: Rung
    promise: Unkept | None = None
    letter: LetterOut | None = None


class Given(NamedTuple):
    """A date the company still has: `key` is “letter”, “promise”, “undated”,
    “holding” or “contact”."""

    key: str
    start: date
    until: date
    rung: Rung
    promise: Unkept | None = None
    letter: LetterOut | None = None

    def excuses(self, missed: Missed) -> bool:
        """Whether this makes an earlier missed date wait: it is newer, or from higher up."""
        if self.rung > missed.rung:
            return True
        # Days we count ourselves give nothing to people below those who missed a date, nor do
        # they begin on the day itself: “I call you back today” was said in that very contact.
        if self.key == "contact":
            return self.start > missed.on and self.rung >= missed.rung
        is_same_contact = bool(
            self.promise and missed.promise and self.promise.seq <= missed.promise.seq
        )
        return self.start > missed.on or (self.start == missed.on and not is_same_contact)


def first_tried_on(summary: Summary, rung: Rung) -> date | None:
    """Return when a rung was first reached, or when the second try reached nobody."""
    tried = summary.rungs[rung - 1]
    if tried.first_on:
        return tried.first_on
    return tried.missed_on if tried.missed >= MISSES_THAT_COUNT else None


def top_rung(summary: Summary) -> Rung:
    """Return the highest rung that was tried, by contact or by letter.

    A `first` letter counts as the written complaint once a manager has been tried before
    it, else as a word with the front line.
    """
    rungs = [rung for rung in list(Rung)[1:5] if first_tried_on(summary, rung)]
    manager_on = first_tried_on(summary, Rung.MANAGER)
    for kind, sent_on in summary.written:
        rung = LETTER_RUNGS.get(kind, Rung.NONE)
        if kind == "first" and manager_on and manager_on <= sent_on:
            rung = Rung.HEAD_OF_SERVICE
        rungs.append(rung)
    return max(rungs, default=Rung.NONE)


def broken(summary: Summary, *, today: date) -> tuple[Unkept, ...]:
    """Return the broken promises that the summary holds, the oldest date first."""
    known = (*summary.promises, *summary.undated)
    found = [promise for promise in known if is_broken(promise, today=today)]
    return tuple(sorted(found, key=_broken_on))


def missed_dates(summary: Summary, guide: Guide, *, today: date) -> tuple[Missed, ...]:
    """Return the dates that have passed and were not met, the latest last."""
    missed = [
        Missed(key="promise", on=_broken_on(promise), rung=promise.rung, promise=promise)
        for promise in broken(summary, today=today)
    ]
    for letter in open_letters(summary):
        on = answer_by(letter, summary, guide)
        if on < today:
            rung = LETTER_RUNGS.get(letter.kind, Rung.NONE)
            missed.append(Missed(key="letter", on=on, rung=rung, letter=letter))
    done_by = agreed_by(summary)
    if done_by and done_by < today and not is_done_since(summary):
        missed.append(Missed(key="agreed", on=done_by, rung=Rung.NONE))
    return tuple(sorted(missed, key=lambda one: one.on))


def given_dates(summary: Summary, guide: Guide, *, today: date) -> tuple[Given, ...]:
    """Return the dates that the company still has, the one to watch first.

    That is the letter's date, or an earlier one promised since the letter; then other
    promised dates; then the days that complaintkit counts itself.
    """
    found = [given for given in _given(summary, guide, today) if given.until >= today]
    sent_on = next((one.start for one in found if one.letter), date.min)
    ranks = {"letter": 0, "promise": 1, "undated": 2, "holding": 2, "contact": 3}

    def to_watch(one: Given) -> tuple[int, date]:
        is_since = one.key == "promise" and one.start >= sent_on
        return 0 if is_since else ranks[one.key], one.until

    return tuple(sorted(found, key=to_watch))


def _given(summary: Summary, guide: Guide, today: date) -> Iterator[Given]:
    for letter in open_letters(summary):
        until = answer_by(letter, summary, guide)
        # A letter beside the matter, such as a request for records, puts nothing off.
        rung = Rung.OUTSIDE if _is_main(letter) else Rung.NONE
        yield Given(key="letter", start=letter.sent_on, until=until, rung=rung, letter=letter)
    for promise in summary.promises:
        if promise.due and promise.due >= today and not promise.broken_on:
            yield Given(
                key="promise",
                start=promise.made_on,
                until=promise.due,
                rung=promise.rung,
                promise=promise,
            )
    yield from _counted(summary, guide)


def _counted(summary: Summary, guide: Guide) -> Iterator[Given]:
    """Give the days that complaintkit counts where nobody named a date.

    They run from the first contact with a rung, so that calling the same people again
    puts nothing off; only a new promise without a date starts them afresh.
    """
    move = summary.last_move
    if move is None or move.way == "letter":
        return
    undated = summary.undated[-1:] if move.promised else ()
    for promise in undated:
        if promise.seq == move.seq and not promise.broken_on:
            until = plus_days(move.on, _wait(guide, move.rung))
            yield Given(key="undated", start=move.on, until=until, rung=move.rung, promise=promise)
    if move.way == "in" and move.reply == "holding" and not undated:
        until = plus_days(move.on, _wait(guide, move.rung))
        yield Given(key="holding", start=move.on, until=until, rung=move.rung)
    if move.way == "in" or move.refused:
        return
    reached = [rung for rung in list(Rung)[1:5] if summary.rungs[rung - 1].first_on]
    if reached:
        first_on = summary.rungs[reached[-1] - 1].first_on or move.on
        until = plus_days(first_on, _wait(guide, reached[-1]))
        yield Given(key="contact", start=first_on, until=until, rung=reached[-1])


def open_letters(summary: Summary) -> tuple[LetterOut, ...]:
    """Return the letters whose answer is waited for: about the matter, and beside it.

    Of each the latest, where it asks for an answer and has had none; one beside the matter (a
    request for records, a cancellation) only while nothing has followed it.
    """
    move = summary.last_move
    asking = [
        letter
        for letter in summary.letters
        if letter.kind not in NEEDS_NO_ANSWER and letter.kind not in TO_OTHERS
    ]
    main = [letter for letter in asking if _is_main(letter)]
    beside = [one for one in asking if not _is_main(one) and move and move.seq == one.seq]
    latest = (max(some, key=lambda one: (one.sent_on, one.seq)) for some in (main, beside) if some)
    return tuple(letter for letter in latest if not is_answered(letter, summary))


def _is_main(letter: LetterOut) -> bool:
    return letter.kind in ASKING or letter.kind in LETTER_RUNGS


def is_answered(letter: LetterOut, summary: Summary) -> bool:
    """Say whether the company was in touch after a letter: on a later day, or later that day."""
    move = summary.last_move
    if summary.last_incoming_on and summary.last_incoming_on > letter.sent_on:
        return True
    return bool(move and move.way == "in" and (move.on, move.seq) > (letter.sent_on, letter.seq))


def answer_by(letter: LetterOut, summary: Summary, guide: Guide) -> date:
    """Return the letter's own date, or the day that the waiting time gives."""
    if letter.answer_by:
        return letter.answer_by
    rung = max(LETTER_RUNGS.get(letter.kind, Rung.NONE), Rung.HEAD_OF_SERVICE)
    days = summary.answer_days or _wait(guide, rung)
    return plus_days(letter.sent_on, days)


def agreed_by(summary: Summary) -> date | None:
    """Return the day by which an accepted offer was to be carried out, where one was named."""
    accepted = [letter for letter in summary.letters if letter.kind == "accept"]
    return accepted[-1].answer_by if accepted else None


def is_done_since(summary: Summary) -> bool:
    """Say whether a promise was kept after the agreement, so that it may have been carried out."""
    return bool(
        summary.kept_on and (summary.agreed_on is None or summary.kept_on >= summary.agreed_on)
    )


def _broken_on(promise: Unkept) -> date:
    return promise.broken_on or promise.due or promise.made_on


def _wait(guide: Guide, rung: Rung) -> int:
    return guide.step(RUNG_STEPS[rung]).wait_days
