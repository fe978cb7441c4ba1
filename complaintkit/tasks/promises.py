"""What was promised, and what became of it?"""

from datetime import date

from complaintkit.errors import EntryNotFound, WrongUsage
from complaintkit.model.encounter import Encounter
from complaintkit.model.entry import EntryKind, Recording
from complaintkit.model.standing import LedgerLine
from complaintkit.rules.promises import ledger
from complaintkit.rules.sentences import quoted
from complaintkit.store.journal import Log
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.placing import day
from complaintkit.tasks.recording import Recorded, record


def promises(log: Log, case: str | None, *, today: date) -> tuple[str, tuple[LedgerLine, ...]]:
    """Return the case's name and every promise made in it, with what became of it."""
    loaded = load_case(log, case)
    outcome = loaded.case.outcome
    closed_on = outcome.closed_on if outcome else None
    return loaded.row.name, ledger(loaded.case.encounters, today=today, closed_on=closed_on)


def settle_promise(
    log: Log,
    case: str | None,
    number: int,
    recording: Recording,
    *,
    kept: bool,
    which: int | None,
    on: str,
) -> Recorded:
    """Record that a promise made in entry #number was kept, or was not.

    `which` counts from 1 within the entry; it is needed where several were made there.
    Raises EntryNotFound where #number holds no promise, WrongUsage where it is unclear.
    """
    loaded = load_case(log, case)
    met = next((one for one in loaded.case.encounters if one.seq == number), None)
    if met is None or not met.promises:
        raise EntryNotFound(
            f"In #{number} of “{loaded.row.name}” nothing was promised.",
            fix=f"Run `complaintkit promises {quoted(loaded.row.name)}` to see what was.",
        )
    place = _which(met, which)
    plain = {
        "entry": met.entry_id,
        "promise": str(place),
        "kept": "yes" if kept else "no",
        "on": day(on, recording.at.date(), log, loaded.row).isoformat(),
    }
    return record(log, loaded.row, EntryKind.PROMISE, plain, recording)


def _which(met: Encounter, which: int | None) -> int:
    count = len(met.promises)
    if which is None and count == 1:
        return 1
    if which is None or not 1 <= which <= count:
        listed = "; ".join(f"{one.index}: {one.what}" for one in met.promises)
        raise WrongUsage(
            f"#{met.seq} holds {count} promises. Which one? {listed}.",
            fix="Name it with --which 1.",
        )
    return which
