"""Which entries does a message, or a day of a chat, become?"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from complaintkit.intake.chat import MEDIUM, Said
from complaintkit.intake.mail import Attached, Message
from complaintkit.model.entry import EntryKind, NewEntry, Recording
from complaintkit.rules.own_words import own_words
from complaintkit.rules.reply_text import excerpt
from complaintkit.rules.shape import Plain, flatten
from complaintkit.rules.slug import cut, safe_file_name
from complaintkit.store import exhibits
from complaintkit.store.journal import Log
from complaintkit.tasks.recording import exhibit_plain

MOST_TEXT = 200_000
_SUBJECT = 60


@dataclass(slots=True)
class Numbers:
    """Which exhibit number the next new file of a case gets, and which files have one already."""

    log: Log
    recording: Recording
    next_number: int
    known: dict[str, int] = field(default_factory=dict)

    def exhibit(self, content: bytes, name: str, entry_id: str, origin: str) -> NewEntry:
        """Keep a file and return its entry; a file that the case has keeps its number."""
        kept = exhibits.keep_bytes(self.log.home, content, name=safe_file_name(name))
        number = self.known.setdefault(kept.sha256, self.next_number)
        self.next_number += number == self.next_number
        plain = {**exhibit_plain(self.log, kept, number, [entry_id]), "from": origin}
        return NewEntry(id=self.recording.new_id(), kind=EntryKind.EXHIBIT, fields=_flat(plain))


def message_entries(
    message: Message, sent_at: datetime, numbers: Numbers, *, ours: bool
) -> Iterator[NewEntry]:
    """Yield the contact, the message itself as an exhibit, and what came with it."""
    entry_id = numbers.recording.new_id()
    words = own_words(message.text)[:MOST_TEXT]
    told = excerpt(words) if words else ""
    other = message.recipients[0] if ours and message.recipients else message.sender
    plain: Plain = {
        **moment_fields(sent_at),
        "channel": "email",
        "direction": "out" if ours else "in",
        "reached": "yes",
        "with": {"name": other.name or other.address},
        "subject": message.subject,
        ("said" if ours else "quote"): told,
        "text": words,
        "message_id": message.message_id,
    }
    yield NewEntry(id=entry_id, kind=EntryKind.ENCOUNTER, fields=_flat(plain))
    origin = message.sender.name or message.sender.address
    yield numbers.exhibit(message.raw, message_name(message, sent_at), entry_id, origin)
    for one in _once(message.attached):
        yield numbers.exhibit(one.content, one.name, entry_id, origin)


def chat_entries(
    said: Sequence[Said], numbers: Numbers, *, me: str, files: Sequence[Attached], zone: str
) -> Iterator[NewEntry]:
    """Yield one contact for a day of a chat, with the files that came on it."""
    entry_id = numbers.recording.new_id()
    others = dict.fromkeys(one.name for one in said if one.name != me)
    text = "\n".join(one.line for one in said)[:MOST_TEXT]
    theirs = "\n".join(one.text for one in said if one.name != me).strip()
    plain: Plain = {
        "at": f"{said[0].at:%Y-%m-%dT%H:%M}",
        "zone": zone,
        "channel": "chat",
        "medium": MEDIUM,
        "direction": "out" if said[0].name == me else "in",
        "reached": "yes" if others else "no",
        "with": {"name": ", ".join(others)},
        "quote": excerpt(theirs) if theirs else "",
        "text": text,
    }
    yield NewEntry(id=entry_id, kind=EntryKind.ENCOUNTER, fields=_flat(plain))
    for one in _once(files):
        yield numbers.exhibit(one.content, one.name, entry_id, "")


def moment_fields(sent_at: datetime) -> Plain:
    """Return when a message went, by its own clock; one without a zone is in UTC (RFC 5322)."""
    offset = sent_at.utcoffset() or timedelta(0)
    minutes = int(offset.total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    shown = f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
    return {"at": f"{sent_at:%Y-%m-%dT%H:%M}", "offset": shown}


def message_name(message: Message, sent_at: datetime) -> str:
    """Return the file name under which a message is kept: its day and its subject."""
    subject = cut(safe_file_name(message.subject or "message"), _SUBJECT).strip(" .-")
    return f"{sent_at:%Y-%m-%d}-{subject or 'message'}.eml"


def _once(files: Sequence[Attached]) -> Iterator[Attached]:
    seen: set[str] = set()
    for one in files:
        digest = hashlib.sha256(one.content).hexdigest()
        if digest not in seen:
            seen.add(digest)
            yield one


def _flat(plain: Plain) -> dict[str, str]:
    return {path: text for path, text in flatten(plain).items() if text}
