"""Which case do the tests of packs export? One with every kind of thing that may not leave."""

from datetime import datetime
from itertools import count
from pathlib import Path
from random import Random

from complaintkit.model.entry import EntryKind, NewEntry, Recording, Saved
from complaintkit.rules.shape import flatten
from complaintkit.store import exhibits
from complaintkit.store.home import Home
from complaintkit.store.journal import Log

NOW = datetime.fromisoformat("2026-11-22T10:00:00+01:00")
TOOL = "complaintkit test"
NOTE, FLOOR, NEW_FLOOR = "lawyer says we would lose", "forty would do", "thirty would do"
NOTE_AGAIN, WHY = "lawyer changed her mind", "the typist misheard our lawyer"
NOTE_FILE = b"the lawyer's bill"
RECEIPT = b"%PDF-1.4 receipt"
PHOTO = bytes.fromhex(  # one grey point
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)
LETTER = b"Dear Sirs\n"
SECRETS = (NOTE, FLOOR, NEW_FLOOR, NOTE_AGAIN, WHY, NOTE_FILE.decode())


class Book:
    """A log in a folder of its own, with short ways to write into it."""

    def __init__(self, folder: Path, *, ids: str = "id") -> None:
        self._ids = ids
        self.folder = folder
        self.home = Home(folder=folder / "home", documents_in=folder / "documents")
        self.log = Log(self.home)
        self._chance = Random(7)
        self._numbers = count(1)

    def recording(self) -> Recording:
        """Return circumstances whose ids and salts are the same in every run."""
        return Recording(
            at=datetime.fromisoformat("2026-05-04T09:30:00+02:00"),
            zone="Europe/Berlin",
            clock_is_set=False,
            tool=TOOL,
            new_id=lambda: f"{self._ids}-{next(self._numbers)}",
            salts=lambda number: [self._chance.randbytes(16) for _ in range(number)],
        )

    def add(self, kind: EntryKind, plain: dict[str, object], case: str = "case-1") -> Saved:
        """Record one entry."""
        recording = self.recording()
        entry = NewEntry(id=recording.new_id(), kind=kind, fields=flatten(plain))
        (saved,) = self.log.append(case, [entry], recording)
        return saved

    def attach(
        self, content: bytes, name: str, number: int, *belongs_to: Saved, case: str = "case-1"
    ) -> Saved:
        """Keep a file and record it as an exhibit."""
        kept = exhibits.keep_bytes(self.home, content, name=name)
        return self.add(
            EntryKind.EXHIBIT,
            {
                "number": str(number),
                "sha256": kept.sha256,
                "name": kept.name,
                "size": str(kept.size),
                "media_type": kept.media_type,
                "belongs_to": [one.entry.id for one in belongs_to],
            },
            case=case,
        )

    def open(self, name: str = "card-points", case: str = "case-1") -> Saved:
        """Open a case with a floor."""
        return self.add(
            EntryKind.OPEN,
            {
                "name": name,
                "opened_on": "2026-01-02",
                "country": "GB",
                "company": {"name": "Example Bank", "address": ["1 High Street", "London"]},
                "problem": "24,000 points promised and not credited.",
                "resolution": {"want": "the points", "floor": FLOOR},
            },
            case=case,
        )


def a_case(folder: Path) -> Book:
    """Return a log with one case that has private parts in every place they can be."""
    book = Book(folder)
    opening = book.open()
    call = book.add(
        EntryKind.ENCOUNTER,
        {
            "at": "2026-03-01T10:00",
            "offset": "+01:00",
            "zone": "Europe/Berlin",
            "channel": "phone",
            "with": {"name": "Jane", "role": "supervisor"},
            "said": "refund agreed",
            "promised": [{"what": "refund of $84.20", "by": "2026-03-08"}],
            "reference": "RET-7719",
        },
    )
    note = book.add(EntryKind.NOTE, {"text": NOTE})
    book.attach(RECEIPT, "receipt.pdf", 1, call)
    book.attach(NOTE_FILE, "lawyer.txt", 2, note)
    book.add(
        EntryKind.CORRECTION, {"entry": note.entry.id, "set": {"text": NOTE_AGAIN}, "reason": WHY}
    )
    book.add(
        EntryKind.CORRECTION,
        {"entry": opening.entry.id, "set": {"resolution": {"floor": NEW_FLOOR}}, "reason": WHY},
    )
    book.add(
        EntryKind.CORRECTION, {"entry": call.entry.id, "set": {"said": "refund agreed in full"}}
    )
    taken_back = book.attach(b"wrong photo", "wrong.png", 3)
    book.add(EntryKind.RETRACTION, {"entry": taken_back.entry.id, "reason": "another case"})
    book.attach(PHOTO, "CON.png", 4)
    letter = exhibits.keep_bytes(book.home, LETTER, name="letter-1.txt")
    book.add(
        EntryKind.LETTER,
        {
            "number": "1",
            "kind": "first",
            "sent_on": "2026-03-02",
            "via": "post",
            "answer_by": "2026-03-16",
            "sha256": letter.sha256,
            "name": letter.name,
            "size": str(letter.size),
        },
    )
    return book
