"""What do the tests of the store record?"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from random import Random

from complaintkit.model.entry import EntryKind, NewEntry, Recording, Saved
from complaintkit.rules.shape import flatten
from complaintkit.store import shelf
from complaintkit.store.home import Home
from complaintkit.store.journal import Log

AT = datetime.fromisoformat("2026-05-04T09:30:00+02:00")
OPENING = {
    "name": "card-points",
    "opened_on": "2026-01-02",
    "company": {"name": "Example Bank", "address": ["1 High Street", "London"]},
    "problem": "24,000 points promised and not credited.",
}
CALL = {
    "at": "2026-03-01T10:00",
    "offset": "+01:00",
    "channel": "phone",
    "direction": "out",
    "reached": "yes",
    "with": {"name": "Jane", "role": "supervisor"},
    "said": "refund agreed",
    "promised": [{"what": "refund of $84.20", "by": "2026-03-08"}, {"what": "call back"}],
    "reference": "RET-7719",
}
FILE = b"%PDF-1.4 receipt"


def a_home(folder: Path) -> Home:
    """Return a home that lies wholly in `folder`."""
    return Home(folder=folder, documents_in=folder.parent / "documents")


def recording(seed: int = 0, *, at: datetime = AT) -> Recording:
    """Return circumstances of recording whose ids and salts are the same every time."""
    chance = Random(seed)
    numbers = count(1)
    return Recording(
        at=at,
        zone="Europe/Berlin",
        clock_is_set=False,
        tool="complaintkit test",
        new_id=lambda: f"id-{seed}-{next(numbers)}",
        salts=lambda number: [chance.randbytes(16) for _ in range(number)],
    )


class Book:
    """A log of one home with short ways to write into it."""

    def __init__(self, home: Home) -> None:
        self.log = Log(home)
        self.home = home
        self._seeds = count(1)

    def add(
        self,
        kind: EntryKind,
        plain: Mapping[str, object],
        *,
        case: str = "case-1",
        entry_id: str = "",
    ) -> Saved:
        """Append one entry."""
        how = recording(next(self._seeds))
        entry = NewEntry(id=entry_id or how.new_id(), kind=kind, fields=flatten(plain))
        (saved,) = self.log.append(case, [entry], how)
        return saved

    def open(self, name: str = "card-points", *, case: str = "case-1") -> Saved:
        """Begin a case."""
        return self.add(EntryKind.OPEN, {**OPENING, "name": name}, case=case)

    def say(self, words: str, *, case: str = "case-1") -> Saved:
        """Append a call in which something was said."""
        return self.add(EntryKind.ENCOUNTER, {**CALL, "said": words}, case=case)

    def erase(self, target: Saved, *paths: str, case: str = "case-1") -> Saved:
        """Name values for erasure, and erase them."""
        plain = {"entry": target.entry.id, "path": list(paths), "why": "private"}
        named = self.add(EntryKind.ERASE, plain, case=case)
        self.log.erase(case, named.entry.id)
        return named


def a_full_book(home: Home) -> Book:
    """Return a log with two cases, every kind of entry, a kept file, a draft and a setting."""
    from complaintkit.store import exhibits

    book = Book(home)
    book.open()
    book.open("kettle", case="case-2")
    call = book.add(EntryKind.ENCOUNTER, CALL)
    source = home.folder.parent / "receipt.pdf"
    source.write_bytes(FILE)
    kept = exhibits.keep(home, source)
    book.add(
        EntryKind.EXHIBIT,
        {
            "number": "1",
            "sha256": kept.sha256,
            "size": str(kept.size),
            "name": kept.name,
            "belongs_to": [call.entry.id],
        },
    )
    book.add(EntryKind.EVENT, {"on": "2026-03-02", "what": "bill came", "kind": "other"})
    book.add(EntryKind.PROMISE, {"entry": call.entry.id, "promise": "1", "kept": "no"})
    book.add(EntryKind.OFFER, {"on": "2026-03-03", "what": "voucher", "answer": "declined"})
    book.add(EntryKind.COST, {"on": "2026-03-03", "what": "postage", "minutes": "40"})
    note = book.add(EntryKind.NOTE, {"text": "account 0417-9912 was read out"})
    book.add(EntryKind.CORRECTION, {"entry": call.entry.id, "set": {"said": "refund refused"}})
    book.add(EntryKind.LETTER, {"number": "1", "kind": "first", "sent_on": "2026-03-04"})
    book.say("übers “Ohr” 🧾", case="case-2")
    wrong = book.say("in the wrong case", case="case-2")
    book.add(EntryKind.RETRACTION, {"entry": wrong.entry.id, "reason": "wrong"}, case="case-2")
    book.erase(note, "text")
    book.add(EntryKind.CLOSE, {"result": "part", "closed_on": "2026-03-05"}, case="case-2")
    book.add(EntryKind.REOPEN, {"reason": "nothing came"}, case="case-2")
    shelf.set_setting(book.log, "profile", '{"name": "Ann"}')
    shelf.keep_draft(
        book.log,
        case_id="case-1",
        kind="manager",
        written_at="2026-05-04T07:30:00Z",
        letter='{"blocks": []}',
        sent=frozenset({1}),
    )
    return book


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file as any other program would, without our settings; text as bytes."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.text_factory = bytes
    try:
        yield connection
    finally:
        connection.close()


def content(path: Path) -> object:
    """Return all that the file says to any program, or the error it gives."""
    try:
        with raw(path) as connection:
            return {
                "schema": connection.execute(
                    "SELECT name, sql FROM sqlite_schema ORDER BY name"
                ).fetchall(),
                **{
                    table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()
                    for table in ("entries", "entry_values", "settings", "drafts", "case_index")
                },
                "moments": connection.execute("SELECT * FROM moments ORDER BY 1, 2, 3").fetchall(),
                "links": connection.execute("SELECT * FROM links ORDER BY 1, 2").fetchall(),
                "words": connection.execute("SELECT rowid, words FROM search_index").fetchall(),
                "found": _found(connection),
            }
    except (sqlite3.Error, UnicodeDecodeError) as problem:  # its messages quote damaged bytes
        return f"unreadable: {type(problem).__name__}"


def _found(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """Every word the index knows, and where: what a search can find."""
    connection.execute(
        "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search_index, instance)"
    )
    return connection.execute("SELECT * FROM temp.words").fetchall()


def files(folder: Path) -> dict[str, tuple[str, int, int]]:
    """Return each file below a folder with its hash, its mode and when it was changed."""
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder",
            path.stat().st_mode & 0o777,
            path.stat().st_mtime_ns,
        )
        for path in [folder, *sorted(folder.rglob("*"))]
    }


def refusal(action: Callable[[], object]) -> str:
    """Return the words of SQLite's refusal, or "" where it allowed the action."""
    try:
        action()
    except sqlite3.Error as problem:
        return str(problem)
    return ""
