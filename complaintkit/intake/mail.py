"""What does a message say of itself: from whom, to whom, when, about what, with which files?"""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path

from complaintkit.errors import FileUnusable
from complaintkit.intake.readable import body_text, head_of

LARGEST = 50 << 20
"""Bytes of one message: what is larger is told and left where it is."""
SMALL_PICTURE = 20 << 10
"""Bytes: a picture within a message that is smaller is taken for a logo, and stays in it."""
_EARLIEST, _LATEST = 1990, 2100
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_MESSAGE_ID = re.compile(r"<[^<>\s]+>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A name, which may be empty, and an address in small letters."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that came with a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message as it was read; `raw` is it byte for byte.

    `sent_at` is None where no date could be read; it has no zone where the message tells none.
    `answers` are the ids of the messages that it answers or follows. `dated_by` is “date”, or
    “received” where only the stamp of a mail server could be read.
    """

    raw: bytes
    message_id: str
    answers: tuple[str, ...]
    sent_at: datetime | None
    dated_by: str
    sender: Address
    recipients: tuple[Address, ...]
    subject: str
    text: str
    attached: tuple[Attached, ...]


def read_mail(raw: bytes) -> Message:
    """Read a message, however odd it is. What cannot be read is left empty; nothing raises."""
    mail = message_from_bytes(raw, policy=policy.default)
    sent_at, dated_by = _when(mail)
    senders = _addresses(mail, "From", "Sender", "Reply-To")
    return Message(
        raw=raw,
        message_id=next(iter(_ids(mail, "Message-ID")), ""),
        answers=tuple(dict.fromkeys((*_ids(mail, "In-Reply-To"), *_ids(mail, "References")))),
        sent_at=sent_at,
        dated_by=dated_by,
        sender=senders[0] if senders else Address(name="", address=""),
        recipients=_addresses(mail, "To", "Cc"),
        subject=plain(head_of(mail, "Subject")),
        text=plain(body_text(mail)),
        attached=tuple(_attached(mail)),
    )


def messages_in(source: Path) -> Iterator[bytes]:
    """Yield the messages of an .eml file or an .mbox, one at a time.

    Raises FileUnusable where a file holds none, or one of more than 50 MB.
    """
    try:
        with source.open("rb") as stream:
            first = stream.read(5)
        if first == b"From ":
            yield from _of_mailbox(source)
            return
        if source.stat().st_size > LARGEST:
            raise _too_large(source)
        raw = source.read_bytes()
    except OSError as problem:
        raise FileUnusable(
            f"{source} cannot be read: {(problem.strerror or 'unknown reason').lower()}.",
            fix="Check the name, or copy it elsewhere.",
        ) from problem
    if not re.search(rb"^(?:From|Date|Subject|Received|Message-ID|To):", raw[:65536], re.I | re.M):
        raise FileUnusable(
            f"{source} is no e-mail: it has no sender, date or subject.",
            fix="Save the message itself from your mail program, as .eml.",
        )
    yield raw


def _of_mailbox(source: Path) -> Iterator[bytes]:
    import mailbox

    with closing(mailbox.mbox(source, create=False)) as box:
        for key in box.iterkeys():
            with closing(box.get_file(key)) as stream:
                raw = stream.read(LARGEST + 1)
            if len(raw) > LARGEST:
                raise _too_large(source)
            yield raw


def _too_large(source: Path) -> FileUnusable:
    return FileUnusable(
        f"{source} holds a message of more than 50 MB.",
        fix="Save what came with it from your mail program, and use `complaintkit attach`.",
    )


def plain(text: str) -> str:
    """Return text without characters that no log can keep; line ends become line feeds."""
    return _NO_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _ids(mail: EmailMessage, name: str) -> list[str]:
    return _MESSAGE_ID.findall(plain(head_of(mail, name)))


def _addresses(mail: EmailMessage, *names: str) -> tuple[Address, ...]:
    found = []
    for name in names:
        for called, address in getaddresses([head_of(mail, name)]):
            if "@" in address:
                found.append(Address(name=plain(called), address=plain(address).casefold()))
    return tuple(found)


def _when(mail: EmailMessage) -> tuple[datetime | None, str]:
    """Return when a message was sent: its own date, else the stamp of the last server."""
    for text, how in (
        (head_of(mail, "Date"), "date"),
        (head_of(mail, "Received").rpartition(";")[2], "received"),
    ):
        try:
            found = parsedate_to_datetime(text.strip())
        except (TypeError, ValueError, IndexError, OverflowError):
            continue
        if _EARLIEST <= found.year <= _LATEST:
            return found, how
    return None, ""


def _attached(mail: EmailMessage) -> Iterator[Attached]:
    body = _body_of(mail)
    for number, part in enumerate(_leaves(mail), start=1):
        if part is body:
            continue
        name = plain(part.get_filename() or "")
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_payload(0)
            content = inner.as_bytes() if isinstance(inner, EmailMessage) else b""
            yield Attached(name=name or f"message-{number}.eml", content=content)
            continue
        if kind in ("text/plain", "text/html") and not name:
            continue
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        is_logo = part.get("Content-ID") and len(content) < SMALL_PICTURE
        if content and not (is_logo and kind.startswith("image/")):
            yield Attached(name=name or f"part-{number}{_ending(kind)}", content=content)


def _leaves(mail: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts of a message that hold no parts; a message within it is one part."""
    if mail.get_content_type() == "message/rfc822" or not mail.is_multipart():
        yield mail
        return
    for part in mail.get_payload():
        if isinstance(part, EmailMessage):
            yield from _leaves(part)


def _body_of(mail: EmailMessage) -> object:
    try:
        return mail.get_body(("plain", "html"))
    except (AttributeError, LookupError, ValueError):
        return None


def _ending(kind: str) -> str:
    import mimetypes

    return mimetypes.guess_extension(kind) or ".bin"
