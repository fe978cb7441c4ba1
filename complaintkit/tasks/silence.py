"""How is it written down that nothing came?"""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from complaintkit.errors import WrongUsage
from complaintkit.model.case import Case
from complaintkit.model.encounter import Channel, Direction
from complaintkit.model.entry import EntryKind, Recording
from complaintkit.model.reply import ReplyKind
from complaintkit.rules.ladder import NEEDS_NO_ANSWER
from complaintkit.rules.letter_rows import letters_to_company
from complaintkit.rules.sentences import plain_date
from complaintkit.store.journal import Log
from complaintkit.tasks.answers import Answer, answer_to
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.placing import day
from complaintkit.tasks.recording import must_be_open, record

_CALLED = {
    Channel.PHONE: "call",
    Channel.EMAIL: "e-mail",
    Channel.VISIT: "visit",
    Channel.CHAT: "chat",
    Channel.SMS: "text message",
    Channel.LETTER: "letter",
}


class _Unanswered(NamedTuple):
    """What waits for an answer: what it is called, its day, and the day it names."""

    name: str
    on: date
    answer_by: date | None = None


def log_silence(
    log: Log, case: str | None, kind: ReplyKind, recording: Recording, *, on: str
) -> Answer:
    """Record as a dated fact that nothing came by that day.

    Raises WrongUsage where nothing was sent that could have been answered.
    """
    loaded = load_case(log, case)
    must_be_open(loaded.row)
    until = day(on, recording.at.date(), log, loaded.row)
    waits = _unanswered(loaded.case, until)
    heard = _heard_since(loaded.case, waits.on, until)
    since = f"; last heard from them on {plain_date(heard)}" if heard else ""
    what = f"no answer by {plain_date(until)} to the {waits.name} of {plain_date(waits.on)}{since}"
    plain = {"what": what, "on": until.isoformat(), "kind": "other"}
    recorded = record(log, loaded.row, EntryKind.EVENT, plain, recording)
    answer = answer_to(log, recorded, kind, is_final=False, is_spoken=False)
    if waits.answer_by is None or until > waits.answer_by:
        return answer
    clock = f"Your letter gives them until the end of {plain_date(waits.answer_by)}."
    return replace(answer, letter="", clock=f"{clock} The reminder can wait until then.")


def _unanswered(case: Case, until: date) -> _Unanswered:
    """Return the latest letter that asks for an answer, else the latest contact of one's own."""
    letters = [
        _Unanswered("letter", one.sent_on, one.answer_by)
        for one in letters_to_company(case)
        if one.kind not in NEEDS_NO_ANSWER and one.sent_on <= until
    ]
    contacts = [
        _Unanswered(_CALLED.get(one.channel, "message"), one.moment.on)
        for one in case.encounters
        if one.direction is Direction.OUT and one.reached and one.moment.on <= until
    ]
    waiting = letters or contacts
    if not waiting:
        raise WrongUsage(
            f"The log of “{case.name}” shows nothing that they could have answered by "
            f"{plain_date(until)}.",
            fix="Write down first what went out: `complaintkit sent 1 --via post`, or "
            "`complaintkit log --channel email --said '…'`.",
        )
    return max(waiting, key=lambda one: one.on)


def _heard_since(case: Case, since: date, until: date) -> date | None:
    days = [
        one.moment.on
        for one in case.encounters
        if one.direction is Direction.IN and one.reached and since <= one.moment.on <= until
    ]
    return max(days, default=None)
