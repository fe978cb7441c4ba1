"""How does an entry look as rows?"""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC

from complaintkit.model.entry import Entry, EntryKind, NewEntry, Recording

META = "entry."

_COLUMNS = """
SELECT entries.id, entries.case_id, entries.seq, entries.kind, entries.recorded_at, entries.hash,
  entry_values.path, entry_values.value
FROM entries LEFT JOIN entry_values ON entry_values.entry_id = entries.id
"""


def stamp(recording: Recording) -> str:
    """Return the tool's clock in UTC, ISO 8601 to the second."""
    return recording.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def all_fields(new: NewEntry, recording: Recording) -> dict[str, str]:
    """Return the content fields with the entry's own: kind, times, place, tool."""
    own = {
        "kind": str(new.kind),
        "recorded_at": stamp(recording),
        "offset": recording.offset,
        "zone": recording.zone,
        "tool": recording.tool,
        "clock": "set" if recording.clock_is_set else "",
    }
    return {**new.fields, **{META + name: text for name, text in own.items() if text}}


def entries_where(
    connection: sqlite3.Connection, condition: str, values: Iterable[object]
) -> list[Entry]:
    """Return entries with their content values, in the order of case and `seq`."""
    rows = connection.execute(
        f"{_COLUMNS} WHERE {condition} ORDER BY entries.case_id, entries.seq, path",
        tuple(values),
    )
    return list(_grouped(rows))


def _grouped(rows: Iterable[tuple[str, ...]]) -> Iterator[Entry]:
    from itertools import groupby

    for (entry_id, case_id, seq, kind, recorded_at, digest), group in groupby(
        rows, key=lambda row: row[:6]
    ):
        yield Entry(
            id=entry_id,
            case_id=case_id,
            seq=int(seq),
            kind=EntryKind(kind),
            recorded_at=recorded_at,
            hash=digest,
            values={
                path: value
                for *_, path, value in group
                if path is not None and not path.startswith(META)
            },
        )
