"""How is something written down put right? By a further entry; the first one stays."""

from complaintkit.errors import AnswerMissing, WrongUsage
from complaintkit.model.entry import Entry, EntryKind, Recording
from complaintkit.rules.shape import Plain, flatten
from complaintkit.rules.words import clean
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.encounters import Told, encounter_fields
from complaintkit.tasks.placing import day
from complaintkit.tasks.recording import Recorded, amend, entry_at

_TEXT_FIELD = {
    EntryKind.EVENT: "what",
    EntryKind.OFFER: "what",
    EntryKind.COST: "what",
    EntryKind.NOTE: "text",
    EntryKind.EXHIBIT: "title",
}
_DAY_FIELD = {
    EntryKind.EVENT: "on",
    EntryKind.OFFER: "on",
    EntryKind.COST: "on",
    EntryKind.EXHIBIT: "got_on",
}


def correct(
    log: Log,
    case: str | None,
    number: int,
    recording: Recording,
    *,
    told: Told,
    text: str | None,
    on: str | None,
    reason: str,
) -> Recorded:
    """Record what entry #number should have said, with the reason.

    Raises EntryNotFound, AnswerMissing where nothing is to be changed, and WrongUsage
    for entries that are corrected another way.
    """
    row = find_case(log, case)
    entry = entry_at(log, row, number)
    plain = _fields(log, row, entry, recording, told=told, text=text, on=on)
    if not plain:
        raise AnswerMissing(
            f"What should #{number} say instead?",
            fix="Give the right words, such as --said '…', --at '…' or --ref … ",
        )
    fields = {
        **{f"set.{path}": value for path, value in flatten(plain).items()},
        **{f"unset.{n}": path for n, path in enumerate(_replaced(plain, told))},
        "entry": entry.id,
        "reason": clean(reason, "reason"),
    }
    return amend(log, row, fields, recording)


def _fields(
    log: Log,
    row: CaseRow,
    entry: Entry,
    recording: Recording,
    *,
    told: Told,
    text: str | None,
    on: str | None,
) -> Plain:
    if entry.kind is EntryKind.ENCOUNTER:
        if text is not None or on is not None:
            raise WrongUsage(
                f"#{entry.seq} is a contact.", fix="Use --said and --at to correct it."
            )
        at = told.at or (None if not told.by else str(entry.values.get("at") or "now"))
        fields = encounter_fields(log, row, told, recording, at=at)
        return fields if told.at else _without_time(fields)
    if told != Told():
        raise WrongUsage(
            f"#{entry.seq} is no contact but: {entry.kind}.",
            fix="Use --text and --on to correct it.",
        )
    if entry.kind not in _TEXT_FIELD:
        raise WrongUsage(
            f"#{entry.seq} ({entry.kind}) cannot be corrected this way.", fix=_other_way(entry)
        )
    plain: Plain = {}
    if text is not None:
        plain[_TEXT_FIELD[entry.kind]] = clean(text, "text")
    if on is not None:
        if entry.kind not in _DAY_FIELD:
            raise WrongUsage("A note has no day of its own.", fix="Correct its --text.")
        plain[_DAY_FIELD[entry.kind]] = day(on, recording.at.date(), log, row).isoformat()
    return plain


def _without_time(fields: Plain) -> Plain:
    times = ("at", "offset", "zone", "precision", "skipped")
    return {key: value for key, value in fields.items() if key not in times}


def _replaced(plain: Plain, told: Told) -> list[str]:
    """Return the paths that a correction replaces as a whole, not field by field."""
    paths: list[str] = [key for key in ("promised", "tags") if key in plain]
    if told.person:
        paths.append("with")
    if told.at:
        paths += ["at", "offset", "zone", "precision", "skipped"]
    if told.channel and "medium" not in plain:
        paths.append("medium")
    return paths


def _other_way(entry: Entry) -> str:
    if entry.kind is EntryKind.OPEN:
        return "Use `complaintkit company` with what should stand there."
    return f"Take it back with `complaintkit retract {entry.seq}`, then write it down anew."
