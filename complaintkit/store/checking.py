"""Is the log what was recorded? Every table, every field, every kept file."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from complaintkit.model.finding import Finding
from complaintkit.rules.verify import Sealed, check_chain
from complaintkit.store import database, derived, exhibits, migrations, shelf
from complaintkit.store.home import Home

_SELECT_ENTRIES = """
SELECT id, case_id, seq, kind, recorded_at, body, prev, hash, fields FROM entries
WHERE ?1 IS NULL OR case_id = ?1
ORDER BY case_id, seq
"""


def check_log(home: Home, *, quick: bool = False) -> tuple[list[Finding], int]:
    """Return what differs in the whole log, and how many entries were read.

    `quick`: kept files are not read again, only their size is looked at.

    Raises StoreProblem where the log cannot be opened at all.
    """
    connection = database.open_for_reading(home)
    if connection is None:
        return [], 0
    connection.text_factory = _text
    findings: list[Finding] = []
    count = 0
    with closing(connection):
        try:
            connection.execute("BEGIN")  # all that follows reads one state
            findings += _check_database(connection)
            cases = sealed_cases(connection)
            for sealed in cases.values():
                findings += check_chain(sealed, name=_name(sealed))
                findings += check_files(home, sealed, case=_name(sealed), quick=quick)
                count += len(sealed)
            findings += _check_seals(connection)
            if not findings:
                findings += _check_derived(connection)
        except (sqlite3.Error, TypeError, ValueError, AttributeError) as problem:
            findings.append(_unreadable(str(problem)))
    return findings, count


def _text(raw: bytes) -> str:
    """Return stored text; bytes that are none are shown so that they equal no real text."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return f"{raw.decode(errors='replace')}\x00{raw.hex()}"


def sealed_case(home: Home, case_id: str) -> list[Sealed]:
    """Return one case's entries with their salts, for a pack."""
    connection = database.open_for_reading(home)
    if connection is None:
        return []
    with closing(connection), database.telling(home.database):
        connection.execute("BEGIN")
        return sealed_cases(connection, case_id).get(case_id, [])


def sealed_cases(
    connection: sqlite3.Connection, case_id: str | None = None
) -> dict[str, list[Sealed]]:
    """Return entries as stored, by case, in the order of `seq`: of one case, or of all."""
    values: dict[str, dict[str, tuple[str, bytes] | None]] = {}
    for entry_id, path, value, salt in connection.execute(
        "SELECT entry_id, path, value, salt FROM entry_values"
        " WHERE ?1 IS NULL OR entry_id IN (SELECT id FROM entries WHERE case_id = ?1)"
        " ORDER BY entry_id, path",
        (case_id,),
    ):
        kept = None if value is None else (str(value), bytes(salt or b""))
        values.setdefault(entry_id, {})[str(path)] = kept
    cases: dict[str, list[Sealed]] = {}
    for row in connection.execute(_SELECT_ENTRIES, (case_id,)):
        entry_id, found_in, seq, kind, recorded_at, body, prev, digest, _ = row
        cases.setdefault(found_in, []).append(
            Sealed(
                id=entry_id,
                case_id=found_in,
                seq=seq,
                kind=kind,
                recorded_at=recorded_at,
                body=body,
                prev=prev,
                hash=digest,
                values=values.pop(entry_id, {}),
            )
        )
    return cases


def _name(sealed: Iterable[Sealed]) -> str:
    first = next(iter(sealed))
    kept = first.values.get("name")
    return kept[0] if kept else f"case {first.case_id[:8]}"


def _unreadable(why: str) -> Finding:
    return Finding(
        place="the log",
        what=f"it cannot be read to its end: {why}",
        meaning="The file is damaged. Keep a copy of it as it is, and go back to a backup.",
    )


def _check_database(connection: sqlite3.Connection) -> Iterator[Finding]:
    damage = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    for line in damage if damage != ["ok"] else ():
        yield Finding(place="the database file", what=line, meaning="The file is damaged.")
    for entry_id, path in connection.execute(
        "SELECT entry_id, path FROM entry_values WHERE entry_id NOT IN (SELECT id FROM entries)"
    ):
        yield Finding(
            place=f"field {path} of entry {entry_id}",
            what="the value stands without its entry",
            meaning="An entry was taken out, or the file was damaged.",
        )
    yield from _check_places(connection)
    expected, found = migrations.expected_schema(), migrations.schema(connection)
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) != found.get(name):
            how = "is missing" if name not in found else "is not the one complaintkit made"
            yield Finding(
                place=f"“{name}” in the database",
                what=f"this table or guard {how}",
                meaning="Somebody changed the database with another program.",
            )
    for place, fields, count in connection.execute(
        "SELECT case_id || ' #' || seq, fields,"
        " (SELECT count(*) FROM entry_values WHERE entry_id = entries.id) AS found"
        " FROM entries WHERE fields <> found"
    ):
        yield Finding(
            place=f"case {place}",
            what=f"{count} fields stand where {fields} were recorded",
            meaning="A field was taken out or put in.",
        )


def _check_places(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Entries stand in the file in the order in which they came, without a gap."""
    expected = 0
    for place, case_id, seq in connection.execute(
        "SELECT place, case_id, seq FROM entries ORDER BY place"
    ):
        expected += 1
        if place != expected:
            yield Finding(
                place=f"case {case_id} #{seq}",
                what=f"it stands in place {place} of the table, {expected} was expected",
                meaning="An entry was taken out or moved, or the file was damaged.",
            )
            expected = place


def check_files(
    home: Home, sealed: Iterable[Sealed], *, case: str, quick: bool = False
) -> Iterator[Finding]:
    """Tell which kept files of these entries are missing or are not the recorded ones."""
    for entry in sealed:
        sha256, size, name = (entry.values.get(path) for path in ("sha256", "size", "name"))
        if not sha256 or not size or not size[0].isdecimal():
            continue
        wrong = exhibits.state(home, sha256[0], int(size[0]), quick=quick)
        if wrong:
            yield Finding(
                place=f"{case} #{entry.seq}, file {name[0] if name else sha256[0][:12]}",
                what=wrong,
                meaning="The kept copy is not the file that was attached.",
            )


def _check_seals(connection: sqlite3.Connection) -> Iterator[Finding]:
    for key, value, sealed in connection.execute("SELECT key, value, seal FROM settings"):
        if shelf.seal(key, value) != sealed:
            yield Finding(
                place=f"setting “{key}”",
                what="its value is not the one that was set",
                meaning="It was changed by another program, or the file was damaged.",
            )
    for *row, sealed in connection.execute(
        "SELECT case_id, number, kind, written_at, letter, seal FROM drafts"
    ):
        if shelf.seal(*row) != sealed:
            yield Finding(
                place=f"draft of letter {row[1]}",
                what="it is not as it was written",
                meaning="Write the letter again with `complaintkit letter`.",
            )


def _check_derived(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Compare the derived tables with ones made anew, in a copy in memory.

    Only after the entries were found whole.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        copy.text_factory = _text
        connection.backup(copy)
        connection.execute("ROLLBACK")  # writers need not wait for the rest
        differing = {"search_index"} if _search_is_damaged(copy) else set()
        before = _derived_rows(copy)
        derived.rebuild_all(copy)
        after = _derived_rows(copy)
    differing |= {table for table in before if before[table] != after[table]}
    for table in sorted(differing):
        yield Finding(
            place=f"table {table}",
            what="it is not what the entries add up to",
            meaning="The record itself is whole. `complaintkit verify --rebuild` makes it anew.",
        )


def _search_is_damaged(copy: sqlite3.Connection) -> bool:
    """Whether the index and the words differ: SQLite's own check leaves this one out."""
    try:
        copy.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
    except sqlite3.Error:
        return True
    return False


def _derived_rows(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {
        "case_index": connection.execute("SELECT * FROM case_index ORDER BY case_id").fetchall(),
        "moments": connection.execute("SELECT * FROM moments").fetchall(),
        "links": connection.execute("SELECT * FROM links").fetchall(),
        "search_index": [
            *connection.execute("SELECT id, c0 FROM search_index_content ORDER BY id"),
            _digest_of_words(connection),
        ],
    }


def _digest_of_words(connection: sqlite3.Connection) -> tuple[str]:
    """Return a digest of every word of the index with its places, "" where it cannot be read.

    SQLite's own check only adds hashes up, and four changed words can cancel each other out.
    """
    hasher = hashlib.sha256()
    try:
        connection.execute("DROP TABLE IF EXISTS temp.words_of_index")
        connection.execute(
            "CREATE VIRTUAL TABLE temp.words_of_index USING fts5vocab(main, search_index, instance)"
        )
        for row in connection.execute("SELECT term, doc, col, offset FROM temp.words_of_index"):
            hasher.update(repr(row).encode("utf-8", "surrogatepass"))
    except sqlite3.Error:
        return ("",)
    return (hasher.hexdigest(),)
