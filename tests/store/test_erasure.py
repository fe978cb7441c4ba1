import sqlite3

import pytest
from sample_log import Book, raw

from complaintkit.errors import StoreProblem
from complaintkit.model.entry import EntryKind
from complaintkit.store import checking, database
from complaintkit.store.search import search

SECRET = "my secret number is zq4929yx-wv5678ut"  # no part of it looks like a hash


def traces(book: Book, *words: str) -> list[str]:
    """Return which words stand anywhere in any file of the home, in any case of letters."""
    found = []
    for path in book.home.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            found += [
                f"{word} in {path.name}" for word in words if word.lower().encode() in content
            ]
    return found


def test_an_erased_value_stands_nowhere_in_the_file(book: Book):
    for number in range(30):
        book.say(f"filler {number} " * 20)
    call = book.say(SECRET)
    note = book.add(EntryKind.NOTE, {"text": SECRET, "about": "kept words"})
    assert traces(book, "zq4929yx", "secret")
    book.erase(call, "said")
    assert traces(book, "zq4929yx")
    book.erase(note, "text")
    assert traces(book, "zq4929", "9yx", "wv5678", "secret") == []
    assert traces(book, "kept words")


def test_an_erased_value_stands_nowhere_even_where_sqlite_leaves_deleted_bytes(
    book: Book, monkeypatch: pytest.MonkeyPatch
):
    """Debian builds SQLite so that it wipes what it deletes; others do not."""
    connect = database._connect

    def careless(uri: str) -> sqlite3.Connection:
        connection = connect(uri)
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    monkeypatch.setattr(database, "_connect", careless)
    call = book.say(SECRET)
    assert traces(book, "zq4929yx", "wv5678ut", "secret")
    book.erase(call, "said")
    assert traces(book, "zq4929", "9yx", "wv5678", "secret") == []


def test_the_chain_still_holds_after_an_erasure(full: Book):
    assert checking.check_log(full.home)[0] == []
    call = full.log.entries("case-1")[1]
    before = [entry.hash for entry in full.log.entries("case-1")]
    saved = full.add(EntryKind.ERASE, {"entry": call.id, "path": ["said", "with.name"]})
    full.log.erase("case-1", saved.entry.id)
    assert checking.check_log(full.home)[0] == []
    after = full.log.entries("case-1")
    assert [entry.hash for entry in after] == [*before, saved.head]
    assert (after[1].values["said"], after[1].values["with.name"]) == (None, None)


def test_an_erased_value_is_found_by_no_search(book: Book):
    call = book.say(SECRET)
    assert search(book.log, "zq4929yx")
    book.erase(call, "said")
    assert search(book.log, "zq4929yx") == []
    assert search(book.log, "RET-7719")


def test_the_case_index_forgets_an_erased_name_too(book: Book):
    opening = book.log.entries("case-1")[0]
    saved = book.add(EntryKind.ERASE, {"entry": opening.id, "path": ["company.name", "problem"]})
    book.log.erase("case-1", saved.entry.id)
    assert traces(book, "Example Bank", "24,000 points") == []
    assert checking.check_log(book.home)[0] == []


def test_erasing_again_changes_nothing(book: Book):
    call = book.say(SECRET)
    named = book.erase(call, "said")
    book.log.erase("case-1", named.entry.id)
    assert checking.check_log(book.home)[0] == []


def test_erasing_by_an_entry_that_is_no_erasure_is_refused(book: Book):
    call = book.say(SECRET)
    note = book.add(EntryKind.NOTE, {"entry": call.entry.id, "path": ["said"]})
    with pytest.raises(StoreProblem):
        book.log.erase("case-1", note.entry.id)
    assert book.log.entries("case-1")[1].values["said"] == SECRET


def test_a_value_taken_out_behind_our_back_is_named(book: Book):
    book.say(SECRET)
    with raw(book.home.database) as connection:
        connection.execute("DROP TRIGGER entry_values_stay")
        connection.execute("UPDATE entry_values SET value = NULL, salt = NULL WHERE path = 'said'")
    places = {finding.place for finding in checking.check_log(book.home)[0]}
    assert {"card-points #2, field said", "“entry_values_stay” in the database"} <= places
