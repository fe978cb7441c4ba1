"""What can be read of a kept file, as plain text?"""

from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart

from complaintkit.intake.html_text import html_text

MOST = 200_000
"""So many characters of a text are shown; the file itself has them all."""
MAIL, TEXT = "message/rfc822", "text/plain"
_HEADS = ("From", "To", "Cc", "Date", "Subject")


def readable(content: bytes, media_type: str) -> str:
    """Return the text of a text file, a web page or an e-mail; "" of anything else."""
    if media_type == MAIL:
        return _shortened(mail_text(content))
    if media_type == "text/html":
        return _shortened(html_text(decoded(content)))
    return _shortened(decoded(content)) if media_type.startswith("text/") else ""


def decoded(content: bytes) -> str:
    """Return text from bytes: UTF-8, UTF-16 with its mark, else Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def mail_text(content: bytes) -> str:
    """Return the heads that a reader looks for, the text, and the names of attached files."""
    mail = message_from_bytes(content, policy=policy.default)
    heads = [f"{name}: {head_of(mail, name)}" for name in _HEADS if head_of(mail, name)]
    names = [f"[{part.get_filename()}]" for part in mail.walk() if part.get_filename()]
    parts = ("\n".join(heads), body_text(mail).strip(), "\n".join(names))
    return "\n\n".join(part for part in parts if part)


def body_text(mail: EmailMessage) -> str:
    """Return the text of a message: the plain one, else what its HTML says, else ""."""
    try:
        body = mail.get_body(("plain", "html"))
    except (AttributeError, LookupError, ValueError):
        body = None
    if body is None:
        return ""
    text = _part_text(body)
    return html_text(text) if body.get_content_type() == "text/html" else text


def _part_text(part: MIMEPart) -> str:
    """Return a part's text, whatever its charset claims to be."""
    try:
        return str(part.get_content())
    except (LookupError, ValueError, AttributeError, KeyError):
        payload = part.get_payload(decode=True)
        return decoded(payload) if isinstance(payload, bytes) else str(payload or "")


def head_of(mail: EmailMessage, name: str) -> str:
    """Return a head on one line, even where it cannot be parsed."""
    try:
        value = mail[name]
    except (ValueError, IndexError, AttributeError, TypeError):
        value = next((text for key, text in mail.raw_items() if key.lower() == name.lower()), "")
    return " ".join(str(value or "").split())


def _shortened(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST]}\n[…]"
