"""Raw sqlite3, as any other program would use it, on a file that complaintkit wrote."""

import pytest
from sample_log import Book, content, raw, refusal

from complaintkit.model.entry import EntryKind

ENTRY = "(place, id, case_id, seq, kind, recorded_at, fields, body, prev, hash)"
HEAD = "(SELECT hash FROM entries WHERE case_id = 'case-1' ORDER BY seq DESC LIMIT 1)"
LAST = "(SELECT max(seq) FROM entries WHERE case_id = 'case-1')"
VALUE = "(entry_id, path, value, salt)"
ADD = f"INSERT INTO entry_values {VALUE} VALUES"
ERASE = "UPDATE entry_values SET value = NULL, salt = NULL"
FIRST_ID = "(SELECT id FROM entries WHERE case_id = 'case-1' AND seq = 1)"
LAST_ID = "(SELECT id FROM entries WHERE case_id = 'case-1' ORDER BY seq DESC LIMIT 1)"


def new_row(
    *, place: str = "NULL", entry_id: str = "'x'", seq: str = f"{LAST} + 1", prev: str = HEAD
):
    return f"SELECT {place}, {entry_id}, 'case-1', {seq}, 'note', 'now', 1, '{{}}', {prev}, 'h'"


CHANGES = {
    "update an entry": "UPDATE entries SET body = 'x'",
    "update nothing but the place": "UPDATE entries SET place = place + 100",
    "update to the same": "UPDATE entries SET seq = seq",
    "update or ignore": "UPDATE OR IGNORE entries SET kind = 'note'",
    "update or replace": "UPDATE OR REPLACE entries SET seq = 1 WHERE seq = 2",
    "delete all entries": "DELETE FROM entries",
    "delete the last entry": f"DELETE FROM entries WHERE id = {LAST_ID}",
    "replace an entry by id": f"REPLACE INTO entries {ENTRY} {new_row(entry_id=FIRST_ID)}",
    "replace an entry by seq": f"INSERT OR REPLACE INTO entries {ENTRY} {new_row(seq='1')}",
    "replace an entry by place": f"INSERT OR REPLACE INTO entries {ENTRY} {new_row(place='1')}",
    "replace the first of a case": f"REPLACE INTO entries {ENTRY} {new_row(seq='1', prev='NULL')}",
    "upsert": (
        f"INSERT INTO entries {ENTRY} {new_row(entry_id=FIRST_ID)} WHERE true"
        " ON CONFLICT (id) DO UPDATE SET body = 'x'"
    ),
    "skip a seq": f"INSERT INTO entries {ENTRY} {new_row(seq=f'{LAST} + 2')}",
    "repeat a seq": f"INSERT INTO entries {ENTRY} {new_row(seq=LAST)}",
    "seq zero": f"INSERT INTO entries {ENTRY} {new_row(seq='0')}",
    "begin a case at two": (
        f"INSERT INTO entries {ENTRY} VALUES (9, 'x', 'new', 2, 'open', 'now', 1, '{{}}', 'p', 'h')"
    ),
    "a wrong prev": f"INSERT INTO entries {ENTRY} {new_row(prev=chr(39) + '0' * 64 + chr(39))}",
    "no prev": f"INSERT INTO entries {ENTRY} {new_row(prev='NULL')}",
    "insert or ignore a wrong prev": f"INSERT OR IGNORE INTO entries {ENTRY} {new_row(prev='0')}",
    "change a value": "UPDATE entry_values SET value = 'x' WHERE path = 'said'",
    "change a salt": "UPDATE entry_values SET salt = x'00' WHERE path = 'said'",
    "change a path": "UPDATE entry_values SET path = 'x' WHERE path = 'said'",
    "no path": "UPDATE OR REPLACE entry_values SET path = NULL WHERE path = 'said'",
    "move a value": f"UPDATE entry_values SET entry_id = {FIRST_ID} WHERE path = 'said'",
    "erase without an erasure": f"{ERASE} WHERE path = 'said'",
    "erase the value alone": "UPDATE entry_values SET value = NULL WHERE path = 'reference'",
    "erase and move": (f"{ERASE}, entry_id = {FIRST_ID} WHERE path = 'reference'"),
    "erase the kind": f"{ERASE} WHERE path = 'entry.kind'",
    "delete a value": "DELETE FROM entry_values WHERE path = 'said'",
    "replace a value": f"REPLACE INTO entry_values {VALUE} VALUES ({FIRST_ID}, 'name', 'x', x'00')",
    "add a value to an old entry": f"{ADD} ({FIRST_ID}, 'z', 'x', x'00')",
    "add a value to the last entry": f"{ADD} ({LAST_ID}, 'z', 'x', x'00')",
    "add a value to no entry": f"{ADD} ('nobody', 'z', 'x', x'00')",
    "fill an erased value": (
        "UPDATE entry_values SET value = 'x', salt = x'00' WHERE value IS NULL AND path = 'text'"
    ),
    "fill an erased value by replacing it": (
        f"REPLACE INTO entry_values {VALUE}"
        " SELECT entry_id, path, 'x', x'00' FROM entry_values WHERE value IS NULL"
    ),
}


@pytest.fixture
def guarded(book: Book) -> Book:
    """A case with a call, an erased note and, last, a note."""
    book.say("refund agreed")
    book.erase(book.add(EntryKind.NOTE, {"text": "account 0417"}), "text")
    book.add(EntryKind.NOTE, {"text": "last"})
    return book


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("change", CHANGES)
def test_the_file_refuses_to(guarded: Book, change: str, recursive: str):
    before = content(guarded.home.database)
    with raw(guarded.home.database) as connection:
        connection.execute(f"PRAGMA recursive_triggers = {recursive}")
        assert refusal(lambda: connection.execute(CHANGES[change])), "it was allowed"
    assert content(guarded.home.database) == before


@pytest.mark.parametrize("path", ["entry.kind", "entry.recorded_at", "entry"])
def test_an_erasure_cannot_name_what_holds_the_record_together(guarded: Book, path: str):
    target = guarded.add(EntryKind.CORRECTION, {"entry": "whatever", "set": {"said": "x"}})
    guarded.add(EntryKind.ERASE, {"entry": target.entry.id, "path": [path]})
    with raw(guarded.home.database) as connection:
        words = refusal(
            lambda: connection.execute(
                f"{ERASE} WHERE entry_id = ? AND path = ?",
                (target.entry.id, path),
            )
        )
    assert words == "values are never changed"


def test_an_erasure_cannot_be_erased(guarded: Book):
    note = guarded.add(EntryKind.NOTE, {"text": "secret"})
    erasing = guarded.erase(note, "text")
    guarded.add(EntryKind.ERASE, {"entry": erasing.entry.id, "path": ["path.0"]})
    with raw(guarded.home.database) as connection:
        words = refusal(
            lambda: connection.execute(
                f"{ERASE} WHERE entry_id = ? AND path = 'path.0'",
                (erasing.entry.id,),
            )
        )
    assert words == "values are never changed"


def test_an_erasure_in_another_case_names_nothing(guarded: Book):
    guarded.open("kettle", case="case-2")
    target = guarded.say("secret")
    guarded.add(EntryKind.ERASE, {"entry": target.entry.id, "path": ["said"]}, case="case-2")
    with raw(guarded.home.database) as connection:
        words = refusal(
            lambda: connection.execute(
                f"{ERASE} WHERE entry_id = ? AND path = 'said'",
                (target.entry.id,),
            )
        )
    assert words == "values are never changed"


def test_an_entry_that_lacks_a_value_gets_none_once_another_follows(guarded: Book):
    lacking = new_row().replace("'now', 1", "'now', 3")
    with raw(guarded.home.database) as connection:
        connection.execute(f"INSERT INTO entries {ENTRY} {lacking}")
        connection.execute(f"{ADD} ('x', 'a', 'x', x'00')")
        connection.execute(f"INSERT INTO entries {ENTRY} {new_row(entry_id=TICK + 'y' + TICK)}")
        words = refusal(lambda: connection.execute(f"{ADD} ('x', 'b', 'x', x'00')"))
    assert words == "a later entry follows"


TICK = "'"


def test_an_entry_that_follows_is_let_in(guarded: Book):
    """The guards are no lock: the refusals above are not refusals of everything."""
    with raw(guarded.home.database) as connection:
        assert refusal(lambda: connection.execute(f"INSERT INTO entries {ENTRY} {new_row()}")) == ""
