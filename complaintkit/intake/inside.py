"""What text lies inside a document, for looking through it?"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from complaintkit.intake.readable import MAIL, decoded, mail_text, readable

PDF = "application/pdf"
MOST = 50 << 20
"""Bytes: what is larger is not looked into."""
_MARK = re.compile(r"<[^>]*>")
_OFFICE = (
    *("word/", "xl/sharedStrings", "xl/worksheets/", "ppt/slides/", "docProps/"),
    *("content.xml", "meta.xml"),
)


def text_inside(source: Path | bytes, media_type: str) -> str | None:
    """Return the text of a PDF, an office document, a text or an e-mail, with what is attached.

    None where a file cannot be looked into; "" of a picture, a recording and the like.
    """
    content = source if isinstance(source, bytes) else None
    if media_type == PDF:
        return _pdf_text(io.BytesIO(source) if isinstance(source, bytes) else source)
    if media_type.startswith(("image/", "audio/", "video/")):
        return ""
    if content is None:
        path = Path(str(source))
        if path.stat().st_size > MOST:
            return None
        content = path.read_bytes()
    if media_type == MAIL:
        return _mail_inside(content)
    if content.startswith(b"PK\x03\x04"):
        return _office_text(content)
    return readable(content, media_type) if media_type.startswith("text/") else _plain(content)


def _plain(content: bytes) -> str | None:
    """Return what is text though its kind does not say so; None of other bytes."""
    return None if b"\x00" in content[:4096] else decoded(content)


def _pdf_text(source: Path | BinaryIO) -> str | None:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(source)
        if reader.is_encrypted:
            return None
        told = [str(value) for value in (reader.metadata or {}).values()]
        fields = [str(value) for value in (reader.get_form_text_fields() or {}).values() if value]
        notes = [
            str(note.get_object().get("/Contents", ""))
            for page in reader.pages
            for note in page.get("/Annots", ()) or ()
        ]
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError,
            IndexError, NotImplementedError):  # fmt: skip
        return None
    return "\n".join((*told, *fields, *notes, *pages))


def _office_text(content: bytes) -> str | None:
    """Return the words of a Word, Excel or OpenDocument file; None of any other zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [one for one in archive.infolist() if one.filename.startswith(_OFFICE)]
            if not members or sum(one.file_size for one in members) > MOST:
                return None
            parts = [archive.read(one).decode("utf-8", errors="replace") for one in members]
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return None
    from html import unescape

    texts = (part.replace("</w:p>", "\n").replace("</text:p>", "\n") for part in parts)
    return "\n".join(unescape(_MARK.sub("", text)) for text in texts)


def attached(content: bytes) -> Iterator[tuple[str, bytes, str]]:
    """Yield kind, bytes and name of each part of a message that holds no parts itself."""
    from email import message_from_bytes, policy

    for part in message_from_bytes(content, policy=policy.default).walk():
        payload = None if part.is_multipart() else part.get_payload(decode=True)
        if isinstance(payload, bytes):
            kind = PDF if payload.startswith(b"%PDF-") else part.get_content_type()
            yield kind, payload, part.get_filename() or ""


def _mail_inside(content: bytes) -> str | None:
    found = [mail_text(content)]
    for kind, payload, name in attached(content):
        text = text_inside(payload, kind)
        if text is None:
            return None
        found += [text, name]
    raw_heads = content.partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
    return "\n".join((*found, decoded(raw_heads)))
