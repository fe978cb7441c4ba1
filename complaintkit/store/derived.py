"""What is worked out from the entries and kept for speed?

All of it can be made anew. A plain new entry moves it forward by a step; an entry that
changes others (a correction, a retraction …) has its case folded again.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from complaintkit.model.entry import Entry, EntryKind
from complaintkit.model.summary import Summary
from complaintkit.rules import moments, overlay, reading, summary
from complaintkit.rules.shape import flatten
from complaintkit.rules.summary_json import summary_from_json, summary_to_json
from complaintkit.store import codec, migrations

if TYPE_CHECKING:
    from complaintkit.store.journal import CaseRow

_PLAIN = frozenset(
    {EntryKind.ENCOUNTER, EntryKind.EVENT, EntryKind.LETTER, EntryKind.NOTE, EntryKind.COST,
     EntryKind.EXHIBIT}
)  # fmt: skip

_NO_WORDS = frozenset(
    {"entry", "sha256", "size", "modified_at", "media_type", "number", "at", "on", "offset", "zone",
     "precision", "skipped", "channel", "direction", "reached", "minutes", "by", "currency", "kept",
     "imported_on"}
)  # fmt: skip


def follow(
    connection: sqlite3.Connection, case_id: str, added: Sequence[Entry], row: "CaseRow | None"
) -> None:
    """Bring the derived tables up to entries that were just inserted."""
    known = summary_from_json(row.summary) if row else None
    if row is None or known is None or any(entry.kind not in _PLAIN for entry in added):
        rebuild_case(connection, case_id)
        return
    exhibits = row.exhibits
    for entry in added:
        line = overlay.current(entry)
        _index(connection, line)
        if entry.kind is EntryKind.EXHIBIT:
            exhibits = max(exhibits, _last_exhibit((entry,)))
        known = _advanced(known, line)
    connection.execute(
        "UPDATE case_index SET entries = ?, exhibits = ?, head = ?, summary = ? WHERE case_id = ?",
        (added[-1].seq, exhibits, added[-1].hash, summary_to_json(known), case_id),
    )


def _advanced(known: Summary, line: overlay.Current) -> Summary:
    """Return the summary one entry further; only a contact's own class is loaded for it."""
    entry = line.entry
    if entry.kind is EntryKind.ENCOUNTER:
        met = reading.encounter(
            line.plain, seq=entry.seq, entry_id=entry.id, recorded_at=entry.recorded_at
        )
        return summary.advance(known, seq=entry.seq, entry=met)
    from complaintkit.rules.replay import value_of

    value = value_of(line)
    if value is not None:
        known = summary.advance(known, seq=entry.seq, entry=value)
    return replace(known, entries=entry.seq)


def rebuild_all(connection: sqlite3.Connection) -> None:
    """Fold every case again. The search index is made from nothing: it may be damaged."""
    for statement in ("DELETE FROM case_index", "DELETE FROM moments", "DELETE FROM links"):
        connection.execute(statement)
    _drop_search_index(connection)
    connection.execute(migrations.SEARCH_INDEX)
    cases = connection.execute("SELECT DISTINCT case_id FROM entries").fetchall()
    for (case_id,) in cases:
        rebuild_case(connection, case_id)


def _drop_search_index(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("DROP TABLE search_index")
    except sqlite3.Error:  # too damaged for SQLite to open: it is taken out by its parts
        for statement in (
            "PRAGMA writable_schema = ON",
            "DELETE FROM sqlite_schema WHERE name = 'search_index'",
            "PRAGMA writable_schema = RESET",
            *(
                f"DROP TABLE IF EXISTS search_index_{part}"
                for part in ("data", "idx", "content", "docsize", "config")
            ),
        ):
            connection.execute(statement)


def rebuild_case(connection: sqlite3.Connection, case_id: str) -> None:
    """Fold one case again."""
    for statement in (
        "DELETE FROM search_index WHERE rowid IN (SELECT place FROM entries WHERE case_id = ?)",
        "DELETE FROM moments WHERE case_id = ?",
        "DELETE FROM links WHERE entry_id IN (SELECT id FROM entries WHERE case_id = ?)",
        "DELETE FROM case_index WHERE case_id = ?",
    ):
        connection.execute(statement, (case_id,))
    from complaintkit.rules.replay import replay

    entries = codec.entries_where(connection, "entries.case_id = ?", [case_id])
    for entry in entries:
        _link(connection, entry)
    for line in overlay.live(entries):
        _index(connection, line)
    case = replay(entries)
    connection.execute(
        "INSERT INTO case_index"
        " (case_id, name, name_key, is_open, entries, exhibits, head, summary)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            case_id,
            case.name,
            case.name.casefold(),
            int(case.is_open),
            entries[-1].seq,
            _last_exhibit(entries),
            entries[-1].hash,
            summary_to_json(summary.summarise(case, last_seq=entries[-1].seq)),
        ),
    )


def _last_exhibit(entries: Iterable[Entry]) -> int:
    """Return the highest exhibit number ever given: a retracted one is not given again."""
    given = (entry.values.get("number") for entry in entries if entry.kind is EntryKind.EXHIBIT)
    return max((int(number) for number in given if number and number.isdecimal()), default=0)


def _index(connection: sqlite3.Connection, line: overlay.Current) -> None:
    words = " \n".join(_words(line))
    if words:
        connection.execute(
            "INSERT INTO search_index (rowid, words) SELECT place, ? FROM entries WHERE id = ?",
            (words, line.entry.id),
        )
    if moments.shows(line):
        connection.execute(
            "INSERT INTO moments (case_id, sort_key, seq) VALUES (?, ?, ?)",
            (line.entry.case_id, moments.moment_of(line).sort_key, line.entry.seq),
        )
    _link(connection, line.entry)


def _words(line: overlay.Current) -> Iterable[str]:
    for path, text in flatten(line.plain).items():
        names = [name for name in path.split(".") if not name.isdigit()]
        if names[-1] not in _NO_WORDS and names[0] != "belongs_to":
            yield text


def _link(connection: sqlite3.Connection, entry: Entry) -> None:
    for path, value in entry.values.items():
        if value and (path == "entry" or path.startswith("belongs_to.")):
            connection.execute(
                "INSERT OR IGNORE INTO links (target, entry_id) VALUES (?, ?)", (value, entry.id)
            )
