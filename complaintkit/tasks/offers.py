"""How are offers of the company, and what the dispute costs, written down?"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from complaintkit.errors import AnswerMissing, EntryNotFound
from complaintkit.model.entry import EntryKind, Recording
from complaintkit.rules.shape import Plain
from complaintkit.rules.words import clean
from complaintkit.store.journal import Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.events import money_of
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.placing import coming_day, day
from complaintkit.tasks.recording import Recorded, amend, must_be_open, record

DECLINED, ACCEPTED = "declined", "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An offer as a person tells it. `full_settlement`: it would end the dispute."""

    what: str
    on: str = "today"
    amount: str | None = None
    currency: str | None = None
    expires: str | None = None
    full_settlement: bool | None = None
    answer: str = ""


def add_offer(log: Log, case: str | None, offered: Offered, recording: Recording) -> Recorded:
    """Record what the company offered, on which day, and until when it stands."""
    row = find_case(log, case)
    must_be_open(row)
    made_on = day(offered.on, recording.at.date(), log, row)
    plain: Plain = {"what": clean(offered.what, "offer"), "on": made_on.isoformat()}
    if offered.amount is not None:
        plain["amount"] = money_of(log, row, offered.amount, offered.currency)
    if offered.expires is not None:
        plain["expires"] = coming_day(offered.expires, made_on, log, row).isoformat()
    if offered.full_settlement is not None:
        plain["full_settlement"] = "yes" if offered.full_settlement else "no"
    if offered.answer:
        plain["answer"] = offered.answer
    return record(log, row, EntryKind.OFFER, plain, recording)


def answer_offer(
    log: Log,
    case: str | None,
    number: int,
    recording: Recording,
    *,
    answer: str = "",
    full_settlement: bool | None = None,
) -> Recorded:
    """Record the answer to the offer in entry #number, or its terms, over that entry.

    Raises EntryNotFound where #number is no offer.
    """
    loaded = load_case(log, case)
    offer = next((one for one in loaded.case.offers if one.seq == number), None)
    if offer is None:
        numbers = ", ".join(f"#{one.seq}" for one in loaded.case.offers)
        raise EntryNotFound(
            f"#{number} of “{loaded.row.name}” is no offer.",
            fix=f"The offers are: {numbers}." if numbers else "Write one down first.",
        )
    fields = {"entry": offer.entry_id}
    if answer:
        fields |= {"set.answer": answer, "reason": f"the offer was {answer}"}
    if full_settlement is not None:
        fields["set.full_settlement"] = "yes" if full_settlement else "no"
    return amend(log, loaded.row, fields, recording)


def add_cost(
    log: Log,
    case: str | None,
    text: str,
    recording: Recording,
    *,
    on: str,
    amount: str | None = None,
    currency: str | None = None,
    minutes: int | None = None,
    files: Sequence[Path] = (),
) -> Recorded:
    """Record money or time lost by the dispute. Raises AnswerMissing where neither is given."""
    row = find_case(log, case)
    must_be_open(row)
    if amount is None and minutes is None:
        raise AnswerMissing(
            "How much did it cost?", fix="Give --amount 12.50, or --minutes 40, or both."
        )
    plain: Plain = {
        "what": clean(text, "cost"),
        "on": day(on, recording.at.date(), log, row).isoformat(),
    }
    if amount is not None:
        plain["amount"] = money_of(log, row, amount, currency)
    if minutes is not None:
        plain["minutes"] = str(minutes)
    return record(log, row, EntryKind.COST, plain, recording, files=files)
