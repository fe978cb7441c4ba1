"""How is a contact with the company written down, and how is it put right later?"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from complaintkit.errors import AnswerMissing, WrongUsage
from complaintkit.model.entry import EntryKind, Recording
from complaintkit.rules.shape import Plain
from complaintkit.rules.words import clean
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.placing import due, placed
from complaintkit.tasks.recording import Recorded, must_be_open, record


class Told(NamedTuple):
    """What the person told about one contact, as typed. None: not said."""

    channel: str | None = None
    direction: str | None = None
    person: str | None = None
    role: str | None = None
    reached: bool | None = None
    said: str | None = None
    quote: str | None = None
    promised: Sequence[str] = ()
    by: Sequence[str] = ()
    reference: str | None = None
    at: str | None = None
    minutes: int | None = None
    tags: Sequence[str] = ()


def log_encounter(
    log: Log,
    case: str | None,
    told: Told,
    recording: Recording,
    *,
    files: Sequence[Path] = (),
) -> Recorded:
    """Write down a call, visit or message.

    Raises AnswerMissing where nothing is told, DateUnclear for times that cannot be
    placed, WrongUsage, FileUnusable and StoreProblem; then nothing was saved.
    """
    row = find_case(log, case)
    must_be_open(row)
    if not any((told.said, told.quote, told.promised, told.reference, told.reached is False)):
        raise AnswerMissing(
            "Nothing is told about this contact yet.",
            fix="Say what was said with --said 'refund agreed', or --not-reached.",
        )
    plain = encounter_fields(log, row, told, recording, at=told.at or "now")
    plain.setdefault("channel", "phone")
    plain.setdefault("direction", "out")
    return record(
        log,
        row,
        EntryKind.ENCOUNTER,
        plain,
        recording,
        files=files,
        notes=looks_cut(told),
    )


def check_open(log: Log, case: str | None) -> None:
    """Raise where there is no such case or it is closed, before anything else is asked."""
    must_be_open(find_case(log, case))


def check_moment(log: Log, typed: str, recording: Recording) -> None:
    """Raise DateUnclear for a time that cannot be placed: for asking again at a prompt."""
    placed(typed, recording, log, None)


def check_due(log: Log, typed: str, at: str | None, recording: Recording) -> None:
    """Raise DateUnclear for a due date that cannot be read."""
    _, anchor = placed(at or "now", recording, log, None)
    due(typed, anchor, log, None)


def encounter_fields(
    log: Log, row: CaseRow, told: Told, recording: Recording, *, at: str | None
) -> Plain:
    """Return the fields of what was told; `at` None leaves the time out."""
    when, anchor = placed(at, recording, log, row)
    plain: Plain = {
        **when,
        **_channel(told.channel),
        "direction": _direction(told.direction),
        "reached": None if told.reached is None else "yes" if told.reached else "no",
        "with": _person(told),
        "promised": _promises(log, row, told, anchor),
        "minutes": None if told.minutes is None else str(told.minutes),
        "tags": [clean(tag, "tag") for tag in told.tags],
    }
    for key, text, spoken in (
        ("said", told.said, "text of what was said"),
        ("quote", told.quote, "quotation"),
        ("reference", told.reference, "reference"),
    ):
        plain[key] = None if text is None else clean(text, spoken)
    return {key: value for key, value in plain.items() if value}


def _channel(typed: str | None) -> Plain:
    if not typed:
        return {}
    from complaintkit.rules.channels import read_channel

    channel, medium = read_channel(typed)
    return {"channel": channel, "medium": medium}


def _direction(typed: str | None) -> str | None:
    if typed not in (None, "in", "out"):
        raise WrongUsage(
            f"“{typed}” is no direction.",
            fix="Use --direction out where you got in touch, or in where they did.",
        )
    return typed


def _person(told: Told) -> Plain:
    person: Plain = {}
    name, comma, role = (told.person or "").partition(",")
    if told.role is not None:
        name, role = told.person or "", told.role
    elif not comma:
        role = ""
    if name.strip():
        person["name"] = clean(name.strip(), "name")
    if role.strip():
        person["role"] = clean(role.strip(), "role")
    return person


def _promises(log: Log, row: CaseRow, told: Told, anchor: datetime) -> list[Plain]:
    if len(told.by) > len(told.promised):
        raise WrongUsage(
            f"{_times(len(told.by), '--by')} and {_times(len(told.promised), '--promised')}: "
            "a date stands without its promise.",
            fix="Give --promised 'what' before each --by 'when', in the same order.",
        )
    made: list[Plain] = []
    for place, what in enumerate(told.promised):
        promise: Plain = {"what": clean(what, "promise")}
        if place < len(told.by) and told.by[place].strip():
            promise["by"] = due(told.by[place], anchor, log, row).isoformat()
        made.append(promise)
    return made


def _times(count: int, option: str) -> str:
    return f"{option} stands {'once' if count == 1 else f'{count} times'}"


def looks_cut(told: Told) -> list[str]:
    """Return a note for each text in which the shell seems to have taken a part of an amount."""
    from complaintkit.rules.shell_trap import amount_looks_cut

    texts = [told.said or "", told.quote or "", *told.promised]
    return [
        f"“{text}”: an amount here looks cut. A shell reads $ inside double quotes; use single "
        "quotes, and `complaintkit correct` to put it right."
        for text in texts
        if text and amount_looks_cut(text)
    ]
