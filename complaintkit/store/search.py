"""Which entries hold these words, and which are the last?"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from complaintkit.model.entry import Entry
from complaintkit.store import codec
from complaintkit.store.journal import Log

_WITH_LINKED = """
entries.id IN (
  WITH RECURSIVE around (id) AS (
    SELECT id FROM entries WHERE id IN ({ids})
    UNION SELECT value FROM entry_values WHERE entry_id IN ({ids})
      AND (path = 'entry' OR path LIKE 'belongs_to.%')
    UNION SELECT links.entry_id FROM links JOIN around ON links.target = around.id
  ) SELECT id FROM around)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Some entries of one case, with those that correct or support them or are their subject.

    `wanted` are the ids of those that were asked for; where that is an exhibit, also the
    entries that it supports, on whose lines it stands.
    """

    case_id: str
    case_name: str
    wanted: frozenset[str]
    entries: Sequence[Entry]


def last_entries(log: Log, case_id: str, *, last: int) -> tuple[list[Entry], int]:
    """Return the entries behind the last lines of the timeline, and how many lines there are.

    `last` 0 means all.
    """
    with log.reading() as connection:
        if connection is None:
            return [], 0
        if not last:
            found = codec.entries_where(connection, "entries.case_id = ?", [case_id])
            return found, 0
        ids = [
            row[0]
            for row in connection.execute(
                "SELECT entries.id FROM moments JOIN entries"
                " ON entries.case_id = moments.case_id AND entries.seq = moments.seq"
                " WHERE moments.case_id = ? ORDER BY moments.sort_key DESC, moments.seq DESC"
                " LIMIT ?",
                (case_id, last + 1),
            )
        ]
        earlier = len(ids) > last
        return _with_linked(connection, ids[:last]), int(earlier)


def search(log: Log, text: str, *, case_id: str = "", limit: int = 50) -> list[Excerpt]:
    """Return entries that hold all the words of `text`, newest first.

    Each word is matched as the person typed it, from its beginning; `RET-7719` is no
    search expression.
    """
    words = " ".join(f'"{word.replace(chr(34), chr(34) * 2)}"*' for word in text.split())
    with log.reading() as connection:
        if connection is None:
            return []
        rows = connection.execute(
            "SELECT entries.case_id, case_index.name, entries.id"
            " FROM search_index JOIN entries ON entries.place = search_index.rowid"
            " JOIN case_index ON case_index.case_id = entries.case_id"
            " WHERE search_index MATCH ? AND (? = '' OR entries.case_id = ?)"
            " ORDER BY search_index.rowid DESC LIMIT ?",
            (words, case_id, case_id, limit),
        ).fetchall()
        by_case: dict[tuple[str, str], list[str]] = {}
        for found_in, name, entry_id in rows:
            by_case.setdefault((found_in, name), []).append(entry_id)
        return [
            Excerpt(
                case_id=found_in,
                case_name=name,
                wanted=frozenset(ids) | _supported(entries, ids),
                entries=entries,
            )
            for (found_in, name), ids in by_case.items()
            for entries in (_with_linked(connection, ids),)
        ]


def _supported(entries: Iterable[Entry], ids: Sequence[str]) -> set[str]:
    return {
        value
        for entry in entries
        if entry.id in ids
        for path, value in entry.values.items()
        if value and path.startswith("belongs_to.")
    }


def _with_linked(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Entry]:
    places = ", ".join("?" for _ in ids)
    return codec.entries_where(connection, _WITH_LINKED.format(ids=places), [*ids, *ids])
