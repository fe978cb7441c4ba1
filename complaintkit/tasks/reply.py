"""How is the company's answer written down, with its offer or its end?"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from complaintkit.errors import AnswerMissing
from complaintkit.model.entry import EntryKind, NewEntry, Recording
from complaintkit.model.reply import ReplyKind
from complaintkit.rules.letter_focus import SPOKEN
from complaintkit.rules.reply_text import excerpt
from complaintkit.rules.shape import Plain, flatten
from complaintkit.rules.words import clean
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.answers import Answer, Terms, answer_to, propose
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.encounters import Told, encounter_fields, looks_cut
from complaintkit.tasks.events import money_of
from complaintkit.tasks.placing import coming_day, placed
from complaintkit.tasks.recording import Recorded, keep_files, must_be_open, unmoved

_NOTHING = Terms()


def log_answer(
    log: Log,
    case: str | None,
    kind: ReplyKind,
    told: Told,
    recording: Recording,
    *,
    text: str | None = None,
    terms: Terms = _NOTHING,
    files: Sequence[Path] = (),
) -> Answer:
    """Write down an answer of that kind, with its offer or its end, in one transaction.

    `text` are their exact words; of a whole mail the log quotes the sentences that matter, and
    keeps all of it as an exhibit. Raises as `log_encounter` does; then nothing was saved.
    """
    row = find_case(log, case)
    must_be_open(row)
    told = _with_words(told, kind, text)
    plain = encounter_fields(log, row, told, recording, at=told.at or "now")
    plain = {"channel": "email", **plain, "direction": "in"}
    _, when = placed(told.at or "now", recording, log, row)
    met = NewEntry(id=recording.new_id(), kind=EntryKind.ENCOUNTER, fields=flatten(plain))
    further = [
        NewEntry(id=recording.new_id(), kind=entry_kind, fields=flatten(fields))
        for entry_kind, fields in (
            (EntryKind.OFFER, _offer(log, row, kind, terms, when.date())),
            (EntryKind.EVENT, _ending(terms, when.date())),
        )
        if fields
    ]
    with _as_files(text, told.quote, when.date()) as whole:
        exhibits, notes = keep_files(log, row, (*files, *whole), recording, belongs_to=met.id)
    saved = log.append(
        row.case_id,
        (met, *further, *exhibits),
        recording,
        guard=unmoved(row) if exhibits else must_be_open,
    )
    recorded = Recorded(case_name=row.name, saved=saved, notes=(*looks_cut(told), *notes))
    return answer_to(
        log,
        recorded,
        kind,
        is_final=terms.is_final is not None,
        is_spoken=plain["channel"] in SPOKEN,
    )


def check_amount(log: Log, case: str | None, typed: str, currency: str | None) -> None:
    """Raise WrongUsage for an amount that cannot be read: for asking again at a prompt."""
    money_of(log, find_case(log, case), typed, currency)


def _with_words(told: Told, kind: ReplyKind, text: str | None) -> Told:
    """Return what was told with a quotation from the text, and the kind as a tag."""
    if text is not None:
        clean(text, "text of their answer")
        found = (one.sentences for one in propose(text) if one.kind == kind.slug)
        told = told._replace(quote=excerpt(text, next(found, ())))
    if not (told.said or told.quote or told.promised):
        if not kind.said:
            raise AnswerMissing(
                "What did they answer?",
                fix="Give their words with --text '…', or your own with --said '…'.",
            )
        told = told._replace(said=kind.said)
    tags = (kind.slug, *(tag for tag in told.tags if tag != kind.slug))
    return told._replace(tags=tags)


def _offer(log: Log, row: CaseRow, kind: ReplyKind, terms: Terms, on: date) -> Plain:
    if not terms.has_offer:
        return {}
    what = terms.offer or kind.offer or "an offer"
    plain: Plain = {"what": clean(what, "offer"), "on": on.isoformat()}
    if terms.amount is not None:
        plain["amount"] = money_of(log, row, terms.amount, terms.currency)
    if terms.expires is not None:
        plain["expires"] = coming_day(terms.expires, on, log, row).isoformat()
    if terms.full_settlement is not None:
        plain["full_settlement"] = "yes" if terms.full_settlement else "no"
    return plain


def _ending(terms: Terms, on: date) -> Plain:
    if terms.is_final is None:
        return {}
    return {
        "what": "their final response" if terms.is_final else "their deadlock letter",
        "on": on.isoformat(),
        "kind": "final-response" if terms.is_final else "deadlock",
    }


@contextmanager
def _as_files(text: str | None, quote: str | None, on: date) -> Iterator[tuple[Path, ...]]:
    """Give a text that is quoted only in part as a file, so that the whole of it is kept."""
    if text is None or text.strip() == quote:
        yield ()
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"their-answer-{on.isoformat()}.txt"
        path.write_text(text.strip() + "\n", encoding="utf-8", newline="\n")
        yield (path,)
