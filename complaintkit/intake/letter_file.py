"""What does a letter in a file say?"""

from email import policy
from email.parser import BytesParser
from pathlib import Path

from complaintkit.errors import FileUnusable
from complaintkit.intake import readable

MOST_BYTES = 4_000_000
"""A letter is short: what is larger is something else."""

_TEXTS = (".txt", ".text", ".md", "")
_WAY_OUT = "Save it as plain text (.txt), or paste it: `complaintkit check -`."


def letter_in(path: Path) -> str:
    """Return the words of a letter: a text file, a .docx or an e-mail (.eml).

    Raises FileUnusable for a file that is missing, too large, of another kind, or damaged.
    """
    if not path.is_file():
        raise FileUnusable(
            f"There is no file “{path}”.",
            fix="Look at its name, or paste it: `complaintkit check -`.",
        )
    if path.stat().st_size > MOST_BYTES:
        raise FileUnusable(f"“{path.name}” is too large for a letter.", fix=_WAY_OUT)
    ending = path.suffix.casefold()
    if ending == ".docx":
        return _docx(path)
    if ending == ".eml":
        return _mail(path)
    if ending not in _TEXTS:
        raise FileUnusable(f"The words of “{path.name}” cannot be read here.", fix=_WAY_OUT)
    return decoded(path.read_bytes(), path.name)


def decoded(content: bytes, name: str) -> str:
    """Return bytes as text: UTF-8 or UTF-16 by its mark, else Windows-1252.

    Raises FileUnusable for what is no text.
    """
    text = readable.decoded(content)
    if "\0" in text:
        raise FileUnusable(f"“{name}” is no text.", fix=_WAY_OUT)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _docx(path: Path) -> str:
    from docx import Document

    try:
        document = Document(str(path))
        return "\n\n".join(paragraph.text for paragraph in document.paragraphs)
    except Exception as cause:
        raise FileUnusable(f"“{path.name}” is damaged, or no .docx.", fix=_WAY_OUT) from cause


def _mail(path: Path) -> str:
    with path.open("rb") as file:
        message = BytesParser(policy=policy.default).parse(file)
    try:
        body = message.get_body(("plain",))
        text = body.get_content() if body else None
    except (KeyError, LookupError, ValueError, AttributeError):
        text = None
    if not isinstance(text, str):
        raise FileUnusable(f"“{path.name}” holds no plain text.", fix=_WAY_OUT)
    subject = str(message["subject"] or "").strip()
    return f"{subject}\n\n{text}" if subject else text
