"""One flipped bit, in any stored value or anywhere in the file: what does `verify` say?"""

import shutil
import sqlite3
from pathlib import Path
from random import Random

import pytest
from sample_log import Book, a_full_book, a_home, content, raw

from complaintkit.errors import StoreProblem
from complaintkit.model.finding import Finding
from complaintkit.store import checking
from complaintkit.store.home import Home

RECORD = ("entries", "entry_values")
OTHERS = ("settings", "drafts", "case_index", "moments", "links")
SEARCH = ("search_index_content", "search_index_docsize", "search_index_data", "search_index_idx")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A sound log, made once; each test flips bits in a copy."""
    home = a_home(tmp_path_factory.mktemp("sound") / "home")
    a_full_book(home)
    assert checking.check_log(home)[0] == []
    return home


def copied(sound: Home, folder: Path) -> Home:
    shutil.copytree(sound.folder, folder / "home")
    return a_home(folder / "home")


def findings_of(home: Home) -> list[Finding]:
    """Check as `verify` does; a log that cannot be opened at all counts as one finding."""
    try:
        return checking.check_log(home)[0]
    except StoreProblem as problem:
        return [Finding(place="the log", what=problem.problem, meaning=problem.fix)]


def flipped(value: object, chance: Random) -> object:
    """Return the value with one bit flipped."""
    if isinstance(value, int):
        return value ^ (1 << chance.randrange(8))
    raw_bytes = bytearray(value) if isinstance(value, bytes) else bytearray(b"\x00")
    place = chance.randrange(len(raw_bytes))
    raw_bytes[place] ^= 1 << chance.randrange(8)
    return bytes(raw_bytes)


def columns(connection: sqlite3.Connection, table: str) -> list[tuple[str, str, bool]]:
    """Return name, type and whether it belongs to the key, for each column."""
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return [(row[1].decode(), row[2].decode(), bool(row[5])) for row in rows]


def flip_one(
    connection: sqlite3.Connection, table: str, column: str, where: str, key: tuple, chance: Random
) -> bool:
    """Flip one bit of one value through SQL, with the guards away; False where none fits.

    The guards are made again word for word, so that only the value differs.
    """
    (old, kind) = connection.execute(
        f"SELECT {column}, typeof({column}) FROM {table} WHERE {where}", key
    ).fetchone()
    if old is None or old == b"":
        return False
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name.decode()}")
    new = "CAST(? AS TEXT)" if kind == b"text" else "?"
    done = False
    for _ in range(20):  # some flips a CHECK or a UNIQUE refuses: those cannot be stored
        try:
            connection.execute(
                f"UPDATE {table} SET {column} = {new} WHERE {where}", (flipped(old, chance), *key)
            )
        except sqlite3.IntegrityError:
            continue
        done = True
        break
    for _, sql in triggers:
        connection.execute(sql.decode())
    return done


def expected_place(table: str, column: str, row: dict[str, object]) -> tuple[str, ...]:
    """Return words of which one must stand in a finding's place."""
    if table == "entries":
        return (f"#{row['seq']}", f"#{int(str(row['seq'])) + 1}")
    if table == "entry_values":
        names_field = column in ("path", "entry_id")
        return (f"#{row['seq']}" if names_field else f"#{row['seq']}, field {row['path']}",)
    if table == "settings":
        return ("setting",)
    if table == "drafts":
        return ("draft of letter",)
    return ("table search_index" if table.startswith("search_index") else f"table {table}",)


def every_value(home: Home) -> list[tuple[str, str, str, tuple, tuple[str, ...]]]:
    """Return each stored value: table, column, how to find its row, what must be named."""
    found = []
    with raw(home.database) as connection:
        for table in (*RECORD, *OTHERS, *SEARCH):
            shape = columns(connection, table)
            keys = [name for name, _, in_key in shape if in_key]
            where = " AND ".join(f"CAST({name} AS BLOB) = CAST(? AS BLOB)" for name in keys)
            names = ", ".join(name for name, _, _ in shape)
            seqs = dict(connection.execute("SELECT id, seq FROM entries"))
            for values in connection.execute(f"SELECT {names} FROM {table}").fetchall():
                row = {
                    name: value.decode(errors="replace") if isinstance(value, bytes) else value
                    for (name, _, _), value in zip(shape, values, strict=True)
                }
                if table == "entry_values":
                    row["seq"] = seqs[values[0]]
                by_name = dict(zip([name for name, _, _ in shape], values, strict=True))
                key = tuple(by_name[name] for name in keys)
                for name in by_name:
                    named = expected_place(table, name, row)
                    found.append((table, name, where, key, named))
    return found


def test_a_flipped_bit_in_any_stored_value_is_named(sound: Home, tmp_path: Path):
    home = copied(sound, tmp_path)
    whole = home.database.read_bytes()
    before = content(home.database)
    chance = Random(2026)
    done: dict[str, int] = {}
    silent: list[str] = []
    for table, column, where, key, named in every_value(sound):
        if chance.random() > SHARE.get(table, 1):
            continue
        home.database.write_bytes(whole)
        with raw(home.database) as connection:
            if not flip_one(connection, table, column, where, key, chance):
                continue
        if table.startswith("search_index") and content(home.database) == before:
            continue  # a bit of the index that no search ever reads
        done[table] = done.get(table, 0) + 1
        told = [f"{finding.place}: {finding.what}" for finding in findings_of(home)]
        if not any(word in line for word in named for line in told):
            silent.append(f"{table}.{column} {named}: {told}")
    assert silent == [], "\n".join(silent)
    assert {table for table, count in done.items() if count} >= {*RECORD, *OTHERS}
    print(f"\nflipped values: {done}")


SHARE = {
    "entry_values": 0.12,
    "entries": 0.6,
    "moments": 0.5,
    "links": 0.5,
    "search_index_docsize": 0.5,
}
"""Which part of a table's values is tried; the rest is of the same kind."""


def test_no_flipped_bit_in_the_file_goes_unnoticed(
    sound: Home, tmp_path: Path, flips: int, capsys: pytest.CaptureFixture
):
    home = copied(sound, tmp_path)
    whole = home.database.read_bytes()
    before = content(home.database)
    chance = Random(flips)
    told = {"named": 0, "could not be opened": 0, "nothing changed": 0}
    silent: list[str] = []
    for _ in range(flips):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        damaged = bytearray(whole)
        damaged[place] ^= 1 << bit
        home.database.write_bytes(damaged)
        after = content(home.database)
        found = findings_of(home)
        if found:
            told["could not be opened" if found[0].place == "the log" else "named"] += 1
        elif after == before:
            told["nothing changed"] += 1
        else:
            silent.append(f"byte {place}, bit {bit}")
        home.database.with_name("log.db-journal").unlink(missing_ok=True)
    assert silent == []
    with capsys.disabled():
        print(f"\n{flips} flipped bits over the file: {told}, silent: {len(silent)}")


@pytest.mark.parametrize("kept", [0, 1, 100, 4096, 20_000, -4096, -1])
def test_a_file_cut_short_is_noticed(sound: Home, tmp_path: Path, kept: int):
    home = copied(sound, tmp_path)
    home.database.write_bytes(home.database.read_bytes()[:kept])
    assert findings_of(home)


def test_a_flipped_bit_in_a_kept_file_is_named(sound: Home, tmp_path: Path):
    home = copied(sound, tmp_path)
    (kept,) = [path for path in home.exhibits.rglob("*") if path.is_file()]
    kept.chmod(0o600)
    content_before = bytearray(kept.read_bytes())
    content_before[3] ^= 1
    kept.write_bytes(content_before)
    (finding,) = findings_of(home)
    assert finding.place == "card-points #3, file receipt.pdf"
    kept.write_bytes(b"short")
    assert "bytes" in findings_of(home)[0].what
    kept.unlink()
    assert findings_of(home)[0].what == "the file is missing"


def test_a_guard_taken_away_is_named(full: Book):
    with raw(full.home.database) as connection:
        connection.execute("DROP TRIGGER entries_stay")
        connection.execute("CREATE TABLE extra (a)")
    places = [finding.place for finding in findings_of(full.home)]
    assert places == ["“entries_stay” in the database", "“extra” in the database"]


def test_entries_that_change_places_in_the_table_are_noticed(full: Book):
    """`place` is no part of the chain; it is the order of writing over all cases."""
    with raw(full.home.database) as connection:
        connection.execute("DROP TRIGGER entries_stay")
        connection.execute("UPDATE entries SET place = place + 100 WHERE place > 3")
    assert any("place" in finding.what for finding in findings_of(full.home))
