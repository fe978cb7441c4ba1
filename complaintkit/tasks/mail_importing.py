"""How do messages from a mail program, or a chat, become contacts of the right case?"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from complaintkit.errors import AnswerMissing
from complaintkit.intake.chat import Chat, looks_like_chat, read_chat
from complaintkit.intake.mail import Attached, Message, messages_in, read_mail
from complaintkit.model.entry import EntryKind, NewEntry, Recording
from complaintkit.store.journal import Log
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.message_entries import Numbers, chat_entries, message_entries
from complaintkit.tasks.profile import load_profile
from complaintkit.tasks.recording import must_be_open, unmoved
from complaintkit.tasks.threading import Known, case_of, is_ours, known_cases

TO_COME = 0  # the number of a message that is about to be taken in
MORNING = 12  # the hour of a day that the person told, where the message has none


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A contact that was taken in: its case, number, and what it is in one line."""

    case_name: str
    seq: int
    head: str
    line: str
    exhibits: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What came of a file: contacts, what was passed over and why, and what has no case yet."""

    taken: tuple[Taken, ...]
    passed: tuple[str, ...] = ()
    homeless: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Sorted:
    """The messages of a file by the case that they go to."""

    by_case: dict[str, list[tuple[Message, datetime]]] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)
    homeless: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def import_mail(
    log: Log, source: Path, recording: Recording, *, case: str | None = None, on: str | None = None
) -> Import:
    """Take the messages of an .eml or .mbox file into their cases.

    `case` names the case of all of them; else each goes to the one that it answers, that has a
    reference in it, or whose company's address it bears. `on` is the day of a message that tells
    none. A message that is here already is passed over. Each case takes its messages in one
    transaction. Raises FileUnusable, CaseNotFound, AnswerMissing for a single message without a
    day, and StoreProblem.
    """
    meant = find_case(log, case) if case else None
    must_be_open(meant)
    cases = known_cases(log)
    named = next((one for one in cases if meant and one.row.case_id == meant.case_id), None)
    found = _sorted(source, cases, named, on=_told_day(on))
    taken = [
        one
        for known in cases
        if (messages := found.by_case.get(known.row.case_id))
        for one in _take_in(log, known, messages, recording)
    ]
    return Import(
        taken=tuple(taken),
        passed=tuple(found.passed),
        homeless=tuple(found.homeless),
        notes=tuple(found.notes),
    )


def _sorted(
    source: Path, cases: Sequence[Known], named: Known | None, *, on: datetime | None
) -> _Sorted:
    found = _Sorted()
    seen: set[str] = set()
    for raw in messages_in(source):
        message = read_mail(raw)
        digest = hashlib.sha256(raw).hexdigest()
        told = line_of(message)
        twice = _twice(message, digest, cases)
        if twice or digest in seen or (message.message_id and message.message_id in seen):
            found.passed.append(f"{told}: {twice or 'it is in this file twice'}")
            continue
        seen |= {digest, message.message_id} - {""}
        sent_at = message.sent_at or on
        if sent_at is None:
            found.passed.append(f"{told}: no date can be read in it; tell the day with --on")
            continue
        if message.dated_by == "received":
            found.notes.append(f"{told}: its own date cannot be read; a mail server's is taken.")
        known = named or case_of(message, cases)
        if known is None:
            found.homeless.append(told)
            continue
        found.by_case.setdefault(known.row.case_id, []).append((message, sent_at))
        if message.message_id:  # answers later in this file follow it
            known.message_ids[message.message_id] = TO_COME
    return found


def _twice(message: Message, digest: str, cases: Sequence[Known]) -> str:
    """Say where a message is already, or ""."""
    for known in cases:
        seq = known.message_ids.get(message.message_id, 0) or known.files.get(digest, 0)
        if seq:
            return f"it is in {known.row.name} already (#{seq})"
    return ""


def _take_in(
    log: Log, known: Known, messages: list[tuple[Message, datetime]], recording: Recording
) -> list[Taken]:
    numbers = _numbers(log, known, recording)
    entries: list[NewEntry] = []
    lines: dict[str, str] = {}
    for message, sent_at in sorted(messages, key=lambda pair: _instant(pair[1])):
        ours = is_ours(message, known)
        made = [*message_entries(message, sent_at, numbers, ours=ours)]
        way = "→" if ours else "←"
        lines[made[0].id] = f"{way} {sent_at:%d %b %Y %H:%M} {line_of(message)}"
        entries += made
    return _saved(log, known, entries, lines, recording)


def _numbers(log: Log, known: Known, recording: Recording) -> Numbers:
    files = {one.sha256: one.number for one in known.case.exhibits}
    return Numbers(log=log, recording=recording, next_number=known.row.exhibits + 1, known=files)


def _saved(
    log: Log,
    known: Known,
    entries: list[NewEntry],
    lines: dict[str, str],
    recording: Recording,
) -> list[Taken]:
    saved = log.append(known.row.case_id, entries, recording, guard=unmoved(known.row))
    owners = [one.fields.get("belongs_to.0") for one in entries if one.kind is EntryKind.EXHIBIT]
    return [
        Taken(
            case_name=known.row.name,
            seq=one.entry.seq,
            head=one.head,
            line=lines[one.entry.id],
            exhibits=owners.count(one.entry.id),
        )
        for one in saved
        if one.entry.id in lines
    ]


def import_chat(
    log: Log,
    source: Path,
    recording: Recording,
    *,
    case: str | None = None,
    me: str | None = None,
    day_first: bool | None = None,
) -> Import:
    """Take an exported WhatsApp chat into a case: one contact a day, and the chat as an exhibit.

    `me` is the person's name in the chat, `day_first` how its dates are read; both are worked out
    where the chat or the profile tells. Days that are here are passed over; of a day that
    went on since, the rest is taken in. Raises FileUnusable, DayUnclear, AnswerMissing and
    CaseNotFound.
    """
    row = find_case(log, case)
    must_be_open(row)
    chat = read_chat(source, day_first=day_first)
    (known,) = known_cases(log, only=row.case_id)
    own = _own_name(chat, me, [load_profile(log).contact.name, _consumer(known)])
    numbers = _numbers(log, known, recording)
    entries: list[NewEntry] = []
    lines: dict[str, str] = {}
    passed = []
    before = {met.text for met in known.case.encounters if met.text}
    for day, whole in chat.days():
        said = [one for one in whole if not any(one.line in text for text in before)]
        if not said:
            passed.append(f"{day:%d %b %Y}: it is here already")
            continue
        media = [
            Attached(name=name, content=chat.media[name])
            for one in said
            for name in one.files
            if name in chat.media
        ]
        made = [*chat_entries(said, numbers, me=own, files=media, zone=recording.zone)]
        count = "1 message" if len(said) == 1 else f"{len(said)} messages"
        lines[made[0].id] = f"{day:%d %b %Y} {count}"
        entries += made
    if not entries:
        return Import(taken=(), passed=tuple(passed))
    first = entries[0].id
    entries.append(numbers.exhibit(chat.source, chat.source_name, first, ""))
    return Import(taken=tuple(_saved(log, known, entries, lines, recording)), passed=tuple(passed))


def is_chat(source: Path) -> bool:
    """Whether a file begins like an exported chat, or is a zip with one in it."""
    return looks_like_chat(source)


def _own_name(chat: Chat, me: str | None, told: Sequence[str]) -> str:
    """Return the person's name in the chat: the one told, else the one that their own name fits."""
    names = chat.names
    wanted = [me] if me else [one for one in told if one]
    for one in wanted:
        words = one.casefold().split()
        fits = [
            name
            for name in names
            if name.casefold() == one.casefold() or (words and words[0] in name.casefold().split())
        ]
        if len(fits) == 1:
            return fits[0]
    raise AnswerMissing(
        f"Which of these are you in the chat: {', '.join(names[:8])}?",
        fix=f"Say it with --me, such as --me '{names[0]}'.",
    )


def line_of(message: Message) -> str:
    """Return a message in a few words: from whom, and about what."""
    sender = message.sender.name or message.sender.address or "unknown sender"
    return f"{sender}: {message.subject or 'no subject'}"


def _consumer(known: Known) -> str:
    return known.case.consumer.name if known.case.consumer else ""


def _instant(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _told_day(on: str | None) -> datetime | None:
    if on is None:
        return None
    try:
        return datetime.fromisoformat(on).replace(hour=MORNING, tzinfo=UTC)
    except ValueError as problem:
        raise AnswerMissing(
            f"“{on}” is no day that can be read.", fix="Write it as --on 2026-04-09."
        ) from problem
