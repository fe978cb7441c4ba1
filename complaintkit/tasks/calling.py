"""How is a call prepared?"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from complaintkit.errors import CannotWrite
from complaintkit.model.call_card import CallCard, CallWords
from complaintkit.model.case import Case
from complaintkit.rules.call_card import call_card
from complaintkit.rules.sentences import quoted
from complaintkit.store.journal import Log
from complaintkit.store.talk_words import load_call_words
from complaintkit.tasks.composing import consumer_of
from complaintkit.tasks.guide import next_step
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.recording import must_be_open
from complaintkit.tasks.sheets import Sheet, no_page, paper_of, put


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The card of a call, its words, and the case behind it."""

    case: Case
    card: CallCard
    words: CallWords


def prepare_call(log: Log, case: str | None, *, today: date) -> Prepared:
    """Return what to have at hand in a call. Raises WrongUsage where the case is closed."""
    loaded = load_case(log, case)
    must_be_open(loaded.row)
    words = load_call_words()
    card = call_card(
        loaded.case,
        next_step(log, loaded.row.name, today=today).standing,
        consumer=consumer_of(log, loaded.case),
        today=today,
        words=words,
    )
    return Prepared(case=loaded.case, card=card, words=words)


def print_call(
    log: Log, case: str | None, *, now: datetime, target: Path | None, to_stdout: bool = False
) -> Sheet:
    """Write the card and a form to fill in by hand, on one page.

    Raises CannotWrite where no page can be made, or the file cannot be placed.
    """
    from complaintkit.render.call_sheet import call_pdf

    prepared, today = prepare_call(log, case, today=now.date()), now.date()
    name = prepared.card.case
    try:
        content = call_pdf(
            prepared.card, prepared.words, today=today, paper=paper_of(prepared.case)
        )
    except CannotWrite as problem:
        raise no_page(problem, f"complaintkit call {quoted(name)}") from problem
    return put(log, name, f"call-{today}.pdf", content, target=target, to_stdout=to_stdout)
