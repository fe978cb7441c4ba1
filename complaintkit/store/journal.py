"""What has been recorded, and how is a new entry added for good?"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import NamedTuple

from complaintkit.errors import StoreProblem
from complaintkit.model.entry import Entry, EntryKind, NewEntry, Recording, Saved
from complaintkit.rules import chain
from complaintkit.rules.verify import Sealed
from complaintkit.store import codec, database
from complaintkit.store.home import Home


class CaseRow(NamedTuple):
    """One line of the case index. `summary` is the cached part of the fold, as JSON."""

    case_id: str
    name: str
    is_open: bool
    entries: int
    exhibits: int
    head: str
    summary: str


class Log:
    """The log of one home: two append-only tables, and what is derived from them."""

    def __init__(self, home: Home) -> None:
        self.home = home

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """Open for reading; None where no log was ever begun."""
        connection = database.open_for_reading(self.home)
        if connection is None:
            yield None
            return
        with closing(connection), database.telling(self.home.database):
            yield connection

    def cases(self, *, only_open: bool = False) -> list[CaseRow]:
        """Return the cases in the order of their names."""
        with self.reading() as connection:
            if connection is None:
                return []
            return case_rows(connection, only_open=only_open)

    def entries(self, case_id: str) -> list[Entry]:
        """Return a case's entries in the order of `seq`."""
        with self.reading() as connection:
            if connection is None:
                return []
            return codec.entries_where(connection, "entries.case_id = ?", [case_id])

    def append(
        self,
        case_id: str,
        new: Sequence[NewEntry],
        recording: Recording,
        *,
        guard: Callable[[CaseRow | None], None] | None = None,
    ) -> tuple[Saved, ...]:
        """Record entries in one transaction, and return them as read back after the commit.

        `guard` sees the case as it stands inside the transaction and may refuse by raising.
        Raises StoreProblem; then nothing was changed.
        """
        connection = database.open_for_writing(self.home)
        with closing(connection), database.telling(self.home.database):
            with database.transaction(connection):
                row = case_row(connection, case_id)
                if guard:
                    guard(row)
                added = _insert(connection, case_id, new, recording, row)
                from complaintkit.store import derived

                derived.follow(connection, case_id, added, row)
            return self._read_back(connection, case_id, added)

    def restore(self, case_id: str, sealed: Sequence[Sealed]) -> None:
        """Take in entries that another log recorded, as they are, hashes and salts included.

        They follow the last entry that is here, or begin the case. What they say is not checked:
        the caller has checked their chain. Raises StoreProblem; then nothing was changed.
        """
        from complaintkit.store import derived

        connection = database.open_for_writing(self.home)
        with closing(connection), database.telling(self.home.database):
            with database.transaction(connection):
                for entry in sealed:
                    _put(connection, case_id, entry)
                derived.rebuild_case(connection, case_id)
            row = case_row(connection, case_id)
            if row is None or row.head != sealed[-1].hash:
                raise StoreProblem(
                    "The entries could not be read back after saving.",
                    fix="Run `complaintkit verify` before you go on.",
                )

    def _read_back(
        self, connection: sqlite3.Connection, case_id: str, added: Sequence[Entry]
    ) -> tuple[Saved, ...]:
        places = ", ".join("?" for _ in added)
        found = {
            entry.id: entry
            for entry in codec.entries_where(
                connection, f"entries.id IN ({places})", [entry.id for entry in added]
            )
        }
        row = case_row(connection, case_id)
        if row is None or any(found.get(entry.id) != entry for entry in added):
            raise StoreProblem(
                "The entry could not be read back after saving.",
                fix="Run `complaintkit verify` before you go on, and write the entry down again.",
            )
        return tuple(Saved(entry=found[entry.id], head=row.head) for entry in added)

    def find_saved(self, entry_id: str) -> Entry | None:
        """Return the entry with this id: tells truly whether a failed save was saved."""
        with self.reading() as connection:
            if connection is None:
                return None
            found = codec.entries_where(connection, "entries.id = ?", [entry_id])
        return found[0] if found else None

    def erase(self, case_id: str, entry_id: str) -> None:
        """Drop the values that an erase entry names, for good, and compact the file.

        The commitments stay, so the chain still holds.
        """
        connection = database.open_for_writing(self.home)
        with closing(connection), database.telling(self.home.database):
            with database.transaction(connection):
                erasing = codec.entries_where(connection, "entries.id = ?", [entry_id])[0]
                for path, named in erasing.values.items():
                    if path.startswith("path."):
                        connection.execute(
                            "UPDATE entry_values SET value = NULL, salt = NULL"
                            " WHERE entry_id = ? AND path = ? AND value IS NOT NULL",
                            (erasing.values["entry"], named),
                        )
                from complaintkit.store import derived

                derived.rebuild_case(connection, case_id)
            connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
            connection.execute("VACUUM")

    def rebuild(self) -> None:
        """Make all derived tables anew from the entries."""
        connection = database.open_for_writing(self.home)
        telling = database.telling(self.home.database)
        with closing(connection), telling, database.transaction(connection):
            from complaintkit.store import derived

            derived.rebuild_all(connection)


def _put(connection: sqlite3.Connection, case_id: str, entry: Sealed) -> None:
    connection.execute(
        "INSERT INTO entries (id, case_id, seq, kind, recorded_at, fields, body, prev, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(entry.id, case_id, entry.seq, entry.kind, entry.recorded_at, len(entry.values)),
            *(entry.body, entry.prev, entry.hash),
        ),
    )
    connection.executemany(
        "INSERT INTO entry_values (entry_id, path, value, salt) VALUES (?, ?, ?, ?)",
        [(entry.id, path, *(kept or (None, None))) for path, kept in sorted(entry.values.items())],
    )


def case_rows(connection: sqlite3.Connection, *, only_open: bool = False) -> list[CaseRow]:
    """Return the lines of the case index in the order of their names."""
    found = connection.execute(
        "SELECT case_id, name, is_open, entries, exhibits, head, summary FROM case_index"
        " WHERE is_open >= ? ORDER BY name_key",
        (int(only_open),),
    )
    return [_case_row(row) for row in found]


def case_row(connection: sqlite3.Connection, case_id: str) -> CaseRow | None:
    """Return one line of the case index."""
    found = connection.execute(
        "SELECT case_id, name, is_open, entries, exhibits, head, summary FROM case_index"
        " WHERE case_id = ?",
        (case_id,),
    ).fetchone()
    return _case_row(found) if found else None


def _case_row(row: tuple[str, str, int, int, int, str, str]) -> CaseRow:
    case_id, name, is_open, entries, exhibits, head, summary = row
    return CaseRow(
        case_id=case_id,
        name=name,
        is_open=bool(is_open),
        entries=entries,
        exhibits=exhibits,
        head=head,
        summary=summary,
    )


def _insert(
    connection: sqlite3.Connection,
    case_id: str,
    new: Iterable[NewEntry],
    recording: Recording,
    row: CaseRow | None,
) -> list[Entry]:
    recorded_at = codec.stamp(recording)
    seq = row.entries if row else 0
    prev = row.head if row else chain.genesis(case_id, recorded_at)
    added = []
    for one in new:
        seq += 1
        fields = codec.all_fields(one, recording)
        body, rows = chain.seal(fields, recording.salts(len(fields)))
        digest = chain.entry_hash(case_id=case_id, entry_id=one.id, seq=seq, prev=prev, body=body)
        connection.execute(
            "INSERT INTO entries (id, case_id, seq, kind, recorded_at, fields, body, prev, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (one.id, case_id, seq, str(one.kind), recorded_at, len(rows), body, prev, digest),
        )
        connection.executemany(
            "INSERT INTO entry_values (entry_id, path, value, salt) VALUES (?, ?, ?, ?)",
            [(one.id, path, value, salt) for path, value, salt in rows],
        )
        prev = digest
        added.append(
            Entry(
                id=one.id,
                case_id=case_id,
                seq=seq,
                kind=EntryKind(one.kind),
                recorded_at=recorded_at,
                values=dict(sorted(one.fields.items())),  # in the order of reading back
                hash=digest,
            )
        )
    return added
