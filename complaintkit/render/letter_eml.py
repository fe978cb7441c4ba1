"""How does a letter become an e-mail that waits in the person's own mail program?

A draft with the letter as text and as HTML. The sender's address stands under the signature,
as is usual in e-mail; the recipient's postal address is left out, and with it the line that says
how a letter goes by post. A header line takes letters, digits and spaces as they are and encodes
everything else, so that no text of a person's can become a header.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

from complaintkit.errors import WrongUsage
from complaintkit.model.letter import Letter, Run
from complaintkit.render.letter_html import letter_html
from complaintkit.render.printable import one_line, printable
from complaintkit.render.text import letter_text, plain

SUBJECT_ROOM = 200  # signs; the whole subject stands in the letter itself
NAME_ROOM = 100
FILE_NAME_ROOM = 120
ENDING_ROOM = 16
SHORT = 60  # signs that fit on a header line
PLAIN = re.compile(r"[A-Za-z0-9' -]*[A-Za-z0-9']")
MEDIA_TYPE = re.compile(r"(application|audio|font|image|model|text|video)/[a-z0-9][a-z0-9.+-]*")
ANY_FILE = "application/octet-stream"
ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?"
)


def letter_eml(
    letter: Letter, *, to: str = "", attachments: Sequence[tuple[str, str, bytes]] = ()
) -> bytes:
    """Return the letter as an unsent e-mail; an attachment is its name, media type and bytes.

    There is no date: the mail program sets it on sending. Raises WrongUsage where `to` is no
    e-mail address.
    """
    letter = printable(letter)
    body = _as_mail(letter)
    message = EmailMessage(policy=SMTP)
    message.set_content(letter_text(body), cte="quoted-printable")
    message.add_alternative(letter_html(body), subtype="html", cte="quoted-printable")
    for name, media_type, content in attachments:
        _attach(message, name, media_type, content)
    _fix_parts(message)
    return _head(letter, to).encode("ascii") + message.as_bytes()


def _head(letter: Letter, to: str) -> str:
    """Return the header lines that tell of this letter.

    They are written here, because EmailMessage adds spaces to long names when it folds them.
    """
    lines = {
        "X-Unsent": "1",
        "From": _author(letter),
        "To": mail_address(to) if to.strip() else "",
        "Subject": _encoded(header_text(plain(letter.subject), SUBJECT_ROOM), "Subject"),
    }
    return "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)


def _encoded(text: str, name: str) -> str:
    """Return text for a header line: plain words as they are, anything else as encoded words."""
    if len(text) <= SHORT and PLAIN.fullmatch(text):
        return text
    return Header(text, "utf-8", header_name=name).encode(linesep="\r\n")


def mail_address(text: str) -> str:
    """Return the e-mail address in ASCII, as every mail server understands it.

    Raises WrongUsage for text that is no e-mail address.
    """
    name, at, domain = text.strip().rpartition("@")
    try:
        address = f"{name}{at}{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        address = ""
    if ADDRESS.fullmatch(address) and ".." not in address:
        return address
    raise WrongUsage(
        f"“{one_line(text.strip())}” is not an e-mail address to which a letter can go.",
        fix="Correct it with `complaintkit company --email …`.",
    )


def header_text(text: str, room: int) -> str:
    """Return text for a header: on one line, and shortened at a word where it is too long."""
    text = " ".join(one_line(text).split())
    if len(text) <= room:
        return text
    words = text[:room].rpartition(" ")[0]
    return f"{words if 2 * len(words) > room else text[: room - 1]}…"


def _author(letter: Letter) -> str:
    """Return name and address of the sender, where the letter names an e-mail address."""
    named = header_text(letter.sender[0].text, NAME_ROOM) if letter.sender else ""
    for run in letter.sender[1:]:
        if "@" in run.text:
            try:
                return f"{_encoded(named, 'From')} <{mail_address(run.text)}>".lstrip()
            except WrongUsage:
                continue
    return ""


def _as_mail(letter: Letter) -> Letter:
    """Move the sender's lines under the signature, and leave out the recipient's and the way."""
    signed = letter.signature.text
    known = [run.text for run in letter.sender if run.text.strip() and run.text not in signed]
    return replace(
        letter,
        sender=(),
        delivery=(),
        recipient=(),
        signature=Run(text="\n".join([signed, *known]), source=letter.signature.source),
    )


def _attach(message: EmailMessage, name: str, media_type: str, content: bytes) -> None:
    """Attach bytes as they are; an e-mail as an attachment would be rewritten, so it is a file."""
    known = media_type.strip().casefold()
    main, _, sub = (known if MEDIA_TYPE.fullmatch(known) else ANY_FILE).partition("/")
    filename = _file_name(re.split(r"[/\\]", name)[-1])
    message.add_attachment(content, maintype=main, subtype=sub, filename=filename)


def _file_name(name: str) -> str:
    """Return a file's name as a mail program can offer it; a long one keeps its ending."""
    name = header_text(name, len(name) + 1_000).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if len(name) > FILE_NAME_ROOM:
        name = f"{(stem or ending)[:FILE_NAME_ROOM]}{dot}{ending[:ENDING_ROOM]}".strip(" .")
    return name or "attachment"


def _fix_parts(message: EmailMessage) -> None:
    """Give the parts boundaries that are the same each time and occur in no encoded text.

    Neither quoted-printable nor base64 can hold “=_”.
    """
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_letter_{number}")
        if number:
            del part["MIME-Version"]  # stands at the head of the message alone
