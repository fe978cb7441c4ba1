"""How are dated facts written down?"""

from collections.abc import Sequence
from pathlib import Path

from complaintkit.errors import WrongUsage
from complaintkit.model.entry import EntryKind, Recording
from complaintkit.rules.event_kinds import EVENT_KINDS
from complaintkit.rules.shape import Plain
from complaintkit.rules.words import clean
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.placing import day
from complaintkit.tasks.profile import load_profile
from complaintkit.tasks.recording import Recorded, must_be_open, record


def add_event(
    log: Log,
    case: str | None,
    text: str,
    recording: Recording,
    *,
    on: str,
    kind: str = "other",
    amount: str | None = None,
    currency: str | None = None,
    files: Sequence[Path] = (),
) -> Recorded:
    """Record a dated fact that is no contact: a bill arrived, goods were delivered."""
    row = find_case(log, case)
    must_be_open(row)
    plain: Plain = {
        "what": clean(text, "event"),
        "on": day(on, recording.at.date(), log, row).isoformat(),
        "kind": one_of(kind, tuple(EVENT_KINDS), "kind of event", "--kind"),
    }
    if amount is not None:
        plain["amount"] = money_of(log, row, amount, currency)
    return record(log, row, EntryKind.EVENT, plain, recording, files=files)


def money_of(log: Log, row: CaseRow, amount: str, currency: str | None) -> Plain:
    """Return an amount read as the case's country writes it."""
    from complaintkit.rules.amounts import read_money
    from complaintkit.rules.countries import currency_of, uses_decimal_comma
    from complaintkit.rules.writing import money_fields

    country = country_of(log, row)
    known = (currency or currency_of(country)).upper()
    return money_fields(
        read_money(amount, currency=known, decimal_comma=uses_decimal_comma(country))
    )


def country_of(log: Log, row: CaseRow) -> str:
    """Return where the person lives, as the case says, else the profile."""
    from complaintkit.rules.summary_json import summary_from_json

    summary = summary_from_json(row.summary)
    return (summary.country if summary else "") or load_profile(log).country


def day_in_case(log: Log, case: str | None, on: str, recording: Recording) -> str:
    """Return a day as typed, in ISO form, read as the case's country writes days."""
    return day(on, recording.at.date(), log, find_case(log, case)).isoformat()


def check_day(log: Log, case: str | None, on: str, recording: Recording) -> None:
    """Raise DateUnclear for a day that cannot be read or has not come: for asking again."""
    day_in_case(log, case, on, recording)


def one_of(typed: str, allowed: Sequence[str], what: str, option: str) -> str:
    """Return the word where it is one of those allowed. Raises WrongUsage, naming the nearest."""
    from difflib import get_close_matches

    word = typed.strip().casefold()
    if word in allowed:
        return word
    near = get_close_matches(word, allowed, n=1)
    meant = f"Did you mean {near[0]}? " if near else ""
    raise WrongUsage(
        f"“{typed}” is no {what} that complaintkit knows.",
        fix=f"{meant}Give {option} one of: {', '.join(allowed)}.",
    )
