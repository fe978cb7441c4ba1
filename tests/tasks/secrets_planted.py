"""Which secrets are planted in a case, and where could they hide in what is made of it?"""

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from functools import cache
from random import Random

import docx
import pypdf
import typst
from PIL import Image


def secrets(count: int, seed: int = 5) -> list[tuple[str, str]]:
    """Return so many secrets, each with a sentence that holds it."""
    chance = Random(seed)
    made = (_card, _iban, _ssn, _ni, _account, _pin, _password)
    return [made[place % len(made)](chance) for place in range(count)]


def _digits(chance: Random, count: int) -> str:
    return str(chance.randrange(1, 10)) + "".join(
        str(chance.randrange(10)) for _ in range(count - 1)
    )


def _card(chance: Random) -> tuple[str, str]:
    body = "4" + _digits(chance, 14)
    total = sum(
        sum(divmod(int(digit) * (2 if place % 2 == 0 else 1), 10))
        for place, digit in enumerate(body)
    )
    number = body + str(-total % 10)
    spaced = " ".join(number[at : at + 4] for at in range(0, 16, 4))
    return number, f"she read out {chance.choice((number, spaced))} to me"


def _iban(chance: Random) -> tuple[str, str]:
    account = _digits(chance, 18)
    number = int(account + "131400") % 97
    iban = f"DE{98 - number:02d}{account}"
    return iban, f"they wanted it on {iban}, they said"


def _ssn(chance: Random) -> tuple[str, str]:
    number = (
        f"{chance.randrange(100, 665)}-{chance.randrange(10, 99)}-{chance.randrange(1000, 9999)}"
    )
    return number, f"he asked for my social security number {number} twice"


def _ni(chance: Random) -> tuple[str, str]:
    number = f"AB{_digits(chance, 6)}C"
    return number, f"my National Insurance number is {number} and they wrote it down"


def _account(chance: Random) -> tuple[str, str]:
    number = _digits(chance, 8)
    return number, f"the bank account number is {number} at Larkfield"


def _pin(chance: Random) -> tuple[str, str]:
    number = _digits(chance, 6)
    return number, f"he made me say that my PIN is {number}"


def _password(chance: Random) -> tuple[str, str]:
    word = "Zq" + "".join(chance.choice("bcdfgkmpx") for _ in range(8)) + _digits(chance, 3)
    return word, f"my password is {word}"


def text_file(sentences: list[str]) -> bytes:
    return "\n".join(sentences).encode()


def mail(sentences: list[str], *, how: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "care@example.org", "jo@example.org"
    message["Date"], message["Subject"] = "Thu, 09 Apr 2026 11:52:18 -0400", "Your question"
    message.set_content("\n".join(sentences) + "\nä", cte=how)
    return message.as_bytes()


def mail_with(attachment: bytes, name: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "care@example.org", "See the file"
    message.set_content("See the file.")
    message.add_attachment(attachment, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()


def word(sentences: list[str]) -> bytes:
    document = docx.Document()
    for sentence in sentences:
        document.add_paragraph(sentence)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def page(sentences: list[str]) -> bytes:
    source = "\n\n".join(f"#text({_quoted(one)})" for one in sentences)
    made: bytes = typst.compile(source.encode())
    return made


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "'") + '"'


def photo(sentence: str) -> bytes:
    data = Image.Exif()
    data[0x010E] = sentence
    stream = io.BytesIO()
    Image.new("RGB", (30, 20), "teal").save(stream, "JPEG", exif=data)
    return stream.getvalue()


def layers(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """Yield bytes, and whatever is packed in them: zips, PDF streams and texts, base64."""
    yield content
    if depth > 3:
        return
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from layers(archive.read(name), depth + 1)
    if content.startswith(b"%PDF-"):
        yield from _of_pdf(content, depth)
    if b"MIME-Version:" in content[:4096]:
        for part in message_from_bytes(content).walk():
            packed = part.get_payload(decode=True)
            if isinstance(packed, bytes):
                yield from layers(packed, depth + 1)
    for found in re.finditer(rb"[A-Za-z0-9+/\r\n]{40,}={0,2}", content):
        packed = re.sub(rb"\s", b"", found[0])
        try:
            yield from layers(base64.b64decode(packed + b"=" * (-len(packed) % 4)), depth + 1)
        except ValueError:
            continue


def _of_pdf(content: bytes, depth: int) -> Iterator[bytes]:
    for part in re.split(rb"stream\r?\n", content)[1:]:
        try:
            yield zlib.decompressobj().decompress(part)
        except zlib.error:
            continue
    reader = pypdf.PdfReader(io.BytesIO(content))
    yield "\n".join(one.extract_text() for one in reader.pages).encode()
    yield repr(reader.metadata).encode()
    for files in reader.attachments.values():
        for one in files:
            yield from layers(one, depth + 1)


def holds(content: list[bytes], secret: str) -> bool:
    """Whether a secret is in any layer, however it is spaced; a short one as a word of its own."""
    if len(secret) <= SHORT:
        alone = re.compile(rb"(?<![0-9A-Za-z])" + secret.encode() + rb"(?![0-9A-Za-z])")
        return any(alone.search(layer) for layer in content)
    return any(_squeezed(secret.encode()) in _squeezed(layer) for layer in content)


SHORT = 6  # digits that may stand in a hash by chance


@cache
def _squeezed(content: bytes) -> bytes:
    """Return bytes without the spaces and hyphens that part a number."""
    return re.sub(rb"[\s\-\xa0\xc2]|=\r?\n", b"", content)
