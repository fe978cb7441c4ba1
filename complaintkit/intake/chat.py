"""What stands in a chat that WhatsApp exported, day by day?

Android writes `12/03/2026, 14:05 - Name: text`, iOS `[12.03.26, 14:05:33] Name: text`. Which
number is the day is worked out from the whole file, or has to be told.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import groupby
from pathlib import Path

from complaintkit.errors import FileUnusable
from complaintkit.intake.readable import decoded

LARGEST = 32 << 20
MEDIUM = "WhatsApp"
_HEAD = re.compile(
    r"^[\u200e\u200f\ufeff]*\[?(?P<a>\d{1,4})[./-](?P<b>\d{1,2})[./-](?P<c>\d{2,4}),? +"
    r"(?P<h>\d{1,2})[:.](?P<m>\d{2})(?:[:.](?P<s>\d{2}))?[\s\u202f]*"
    r"(?P<half>[AaPp]\.?[\s\u202f]?[Mm]\.?)?\]?(?: -)? ",
)
_NAMED = re.compile(r"(?P<name>[^:\n]{1,80}?): (?P<text>.*)", re.DOTALL)
_FILE = re.compile(
    r"[\u200e\u200f]*(?:<attached: (?P<ios>[^<>\n]+)>"
    r"|(?P<android>\S[^\n]*?) \(file attached\))"
)
_CENTURY = 2000
_MOST_YEARS_OF_TWO = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message of a chat, with the names of files that came with it."""

    at: datetime
    name: str
    text: str
    files: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The message as a line of a record."""
        return f"{self.at:%H:%M} {self.name}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat as it was read: its messages in order, and the media that came along."""

    said: tuple[Said, ...]
    source: bytes
    source_name: str
    media: dict[str, bytes] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """Who wrote, in the order in which they did."""
        return tuple(dict.fromkeys(one.name for one in self.said))

    def days(self) -> Iterator[tuple[date, tuple[Said, ...]]]:
        """Yield each day with what was said on it."""
        for day, group in groupby(self.said, key=lambda one: one.at.date()):
            yield day, tuple(group)


class DayUnclear(FileUnusable):
    """Which number of a date is the day cannot be told from the file."""


def looks_like_chat(source: Path) -> bool:
    """Whether a text file, or a zip with one in it, begins like an exported chat."""
    try:
        if zipfile.is_zipfile(source):
            with zipfile.ZipFile(source) as archive:
                return _chat_in(archive) is not None
        with source.open("rb") as stream:
            first = decoded(stream.read(4096))
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        return False
    return any(_HEAD.match(line) for line in first.splitlines()[:3])


def read_chat(source: Path, *, day_first: bool | None = None) -> Chat:
    """Read an exported chat: the text, or the zip with its media.

    Raises FileUnusable for what is none, DayUnclear where dates have two readings and `day_first`
    was not told.
    """
    if zipfile.is_zipfile(source):
        content, name, media = _unzipped(source)
    else:
        content, name, media = _bounded(source), source.name, {}
    lines = decoded(content).replace("\r\n", "\n").split("\n")
    rows = [*_rows(lines)]
    if not rows:
        raise FileUnusable(
            f"{source} is no chat as WhatsApp exports it.",
            fix="In the chat choose “Export chat”, and name that .txt or .zip file.",
        )
    order = _order([found for found, _ in rows], day_first=day_first, source=source)
    said = tuple(one for found, text in rows if (one := _said(found, text, order)) is not None)
    if not said:
        raise FileUnusable(f"Nobody says anything in {source}.", fix="Export the chat again.")
    return Chat(said=said, source=content, source_name=name, media=media)


def _bounded(source: Path) -> bytes:
    if source.stat().st_size > LARGEST:
        raise FileUnusable(f"{source} is larger than 32 MB.", fix="Export the chat without media.")
    return source.read_bytes()


def _chat_in(archive: zipfile.ZipFile) -> zipfile.ZipInfo | None:
    found = [one for one in archive.infolist() if re.fullmatch(r"[^/\\]*\.txt", one.filename)]
    return next((one for one in found if "chat" in one.filename.casefold()), None)


def _unzipped(source: Path) -> tuple[bytes, str, dict[str, bytes]]:
    """Read the text and the media of a zip into memory, bounded; nothing is extracted."""
    with zipfile.ZipFile(source) as archive:
        found = _chat_in(archive)
        members = [one for one in archive.infolist() if not one.is_dir()]
        if found is None or sum(one.file_size for one in members) > 16 * LARGEST:
            raise FileUnusable(
                f"{source} holds no chat, or more than 512 MB.",
                fix="Export the chat without media, and attach the pictures that matter.",
            )
        if found.file_size > LARGEST:
            raise FileUnusable(f"{source} holds a chat of more than 32 MB.", fix="Export less.")
        media = {
            one.filename: archive.read(one)
            for one in members
            if one is not found and "/" not in one.filename and "\\" not in one.filename
        }
        return archive.read(found), found.filename, media


def _rows(lines: Sequence[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the head of each message with its text; lines without a head belong to the last."""
    head: re.Match[str] | None = None
    text: list[str] = []
    for line in lines:
        found = _HEAD.match(line)
        if found is None:
            text.append(line)
            continue
        if head is not None:
            yield head, "\n".join(text)
        head, text = found, [line[found.end() :]]
    if head is not None:
        yield head, "\n".join(text)


def _order(found: Sequence[re.Match[str]], *, day_first: bool | None, source: Path) -> str:
    """Return the order of year, month and day in the dates: dmy, mdy or ymd."""
    if len(found[0]["a"]) == 4:  # noqa: PLR2004 – a year
        return "ymd"
    fits = [order for order in ("dmy", "mdy") if _is_possible(found, order)]
    if day_first is not None:
        wanted = "dmy" if day_first else "mdy"
        return wanted if wanted in fits or not fits else fits[0]
    rising = [order for order in fits if _is_rising(found, order)]
    if len(fits) == 1 or len(rising) == 1:
        return (rising or fits)[0]
    raise DayUnclear(
        f"In {source} the dates can be read as day/month or as month/day.",
        fix="Say which with --day-first or --month-first.",
    )


def _is_possible(found: Sequence[re.Match[str]], order: str) -> bool:
    return all(_moment(one, order) is not None for one in found)


def _is_rising(found: Sequence[re.Match[str]], order: str) -> bool:
    days = [at.date() for one in found if (at := _moment(one, order)) is not None]
    return days == sorted(days)


def _moment(found: re.Match[str], order: str) -> datetime | None:
    parts = dict(zip(order, (int(found["a"]), int(found["b"]), int(found["c"])), strict=True))
    year = parts["y"] + (_CENTURY if parts["y"] < _MOST_YEARS_OF_TWO else 0)
    hour = int(found["h"])
    if half := (found["half"] or "").casefold()[:1]:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        clock = time(hour, int(found["m"]), int(found["s"] or 0))
        return datetime.combine(date(year, parts["m"], parts["d"]), clock)
    except ValueError:
        return None


def _said(found: re.Match[str], text: str, order: str) -> Said | None:
    """Return a message; None for what the program itself notes, which has no name."""
    at, named = _moment(found, order), _NAMED.fullmatch(text.strip())
    if at is None or named is None:
        return None
    files = tuple((one["ios"] or one["android"]).strip() for one in _FILE.finditer(named["text"]))
    name = named["name"].strip("\u200e\u200f\u202a\u202c ~")
    return Said(at=at, name=name, text=named["text"].strip("\u200e\u200f "), files=files)
