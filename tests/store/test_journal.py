import pytest
from sample_log import CALL, OPENING, Book, a_full_book, a_home, raw, recording

from complaintkit.errors import StoreProblem
from complaintkit.model.entry import EntryKind, NewEntry
from complaintkit.rules.shape import flatten
from complaintkit.rules.timeline import timeline
from complaintkit.store import checking, search
from complaintkit.store.home import Home
from complaintkit.store.journal import CaseRow, Log


def test_no_log_is_begun_by_reading(home: Home):
    log = Log(home)
    assert (log.cases(), log.entries("case-1"), log.find_saved("x")) == ([], [], None)
    assert checking.check_log(home) == ([], 0)
    assert not home.folder.exists()


def test_a_saved_entry_is_given_back_as_read_from_the_file(book: Book):
    saved = book.add(EntryKind.ENCOUNTER, CALL, entry_id="call")
    assert saved.entry == book.log.find_saved("call") == book.log.entries("case-1")[1]
    assert saved.entry.values == flatten(CALL)
    assert saved.entry.recorded_at == "2026-05-04T07:30:00Z"
    assert (saved.entry.seq, saved.head) == (2, saved.entry.hash)


def test_each_case_counts_its_own_entries(book: Book):
    book.open("kettle", case="case-2")
    book.say("a")
    book.say("b", case="case-2")
    book.say("c")
    assert [entry.seq for entry in book.log.entries("case-1")] == [1, 2, 3]
    assert [entry.seq for entry in book.log.entries("case-2")] == [1, 2]
    assert [(row.name, row.entries) for row in book.log.cases()] == [
        ("card-points", 3),
        ("kettle", 2),
    ]


def test_entries_appended_together_are_all_saved_or_none(book: Book):
    how = recording(7)
    call = NewEntry(id="one", kind=EntryKind.ENCOUNTER, fields=flatten(CALL))
    twin = NewEntry(id="one", kind=EntryKind.NOTE, fields={"text": "the same id"})
    saved = book.log.append("case-1", [call], how)
    assert len(saved) == 1
    other = NewEntry(id="two", kind=EntryKind.NOTE, fields={"text": "before the fault"})
    with pytest.raises(StoreProblem):
        book.log.append("case-1", [other, twin], how)
    assert book.log.find_saved("two") is None
    assert checking.check_log(book.home) == ([], 2)


def test_several_entries_appended_together_form_one_chain(book: Book):
    notes = [NewEntry(id=f"n{n}", kind=EntryKind.NOTE, fields={"text": f"{n}"}) for n in range(5)]
    saved = book.log.append("case-1", notes, recording(8))
    assert [one.entry.seq for one in saved] == [2, 3, 4, 5, 6]
    assert {one.head for one in saved} == {saved[-1].entry.hash}
    assert checking.check_log(book.home) == ([], 6)


def test_a_guard_that_refuses_leaves_everything_as_it_was(book: Book):
    def refuse(row: CaseRow | None) -> None:
        assert row
        raise StoreProblem(f"{row.name} has {row.entries}", fix="Stop.")

    note = NewEntry(id="n", kind=EntryKind.NOTE, fields={"text": "t"})
    before = book.home.database.read_bytes()
    with pytest.raises(StoreProblem, match="card-points has 1"):
        book.log.append("case-1", [note], recording(9), guard=refuse)
    assert book.home.database.read_bytes() == before


def test_two_cases_never_have_the_same_name(book: Book):
    with pytest.raises(StoreProblem):
        book.log.append(
            "case-2",
            [
                NewEntry(
                    id="o", kind=EntryKind.OPEN, fields=flatten({**OPENING, "name": "Card-Points"})
                )
            ],
            recording(3),
        )
    assert len(book.log.cases()) == 1


@pytest.mark.parametrize(
    "words",
    [
        "a\x00b",
        "=1+1",
        "\x1b[31m",
        "\u202e",
        "e\u0301 é",
        " \n\t ",
        "'); DROP TABLE entries;--",
        "🧾" * 9,
    ],
)
def test_text_is_kept_exactly_as_typed(book: Book, words: str):
    saved = book.say(words)
    assert book.log.entries("case-1")[-1].values["said"] == words == saved.entry.values["said"]
    assert checking.check_log(book.home) == ([], 2)


def test_the_same_salts_and_ids_give_the_same_log(home: Home, tmp_path):
    other = a_home(tmp_path / "other" / "home")
    one, two = a_full_book(home).log, (other.folder.parent.mkdir(), a_full_book(other))[1].log
    heads = [row.head for row in one.cases()]
    assert heads == [row.head for row in two.cases()]


def test_no_salt_is_used_twice(full: Book):
    with raw(full.home.database) as connection:
        count, different = connection.execute(
            "SELECT count(salt), count(DISTINCT salt) FROM entry_values"
        ).fetchone()
    assert count == different > 50


def test_words_are_found_as_the_person_typed_them(full: Book):
    def found(text: str, case: str = "") -> set[str]:
        return {excerpt.case_name for excerpt in search.search(full.log, text, case_id=case)}

    assert found("RET-7719") == {"card-points", "kettle"}
    assert found("RET-7719", "case-2") == {"kettle"}
    assert found("ret 77") == {"card-points", "kettle"}
    assert found('"ubers ohr') == {"kettle"}
    assert found("0417-9912") == set()  # erased
    assert found("wrong case") == set()  # retracted
    assert found("NEAR(") == found("said:x") == found("*") == found('"') == set()


def test_words_of_an_exhibit_lead_to_the_entry_it_supports(full: Book):
    (excerpt,) = search.search(full.log, "receipt")
    call, exhibit = full.log.entries("case-1")[1:3]
    assert excerpt.wanted == {call.id, exhibit.id}
    assert {call.id, exhibit.id} <= {entry.id for entry in excerpt.entries}


def test_the_last_lines_of_the_timeline_are_the_same_however_few_are_read(full: Book):
    whole = timeline(full.log.entries("case-1"))
    for last in range(1, len(whole) + 2):
        entries, _ = search.last_entries(full.log, "case-1", last=last)
        assert timeline(entries)[-last:] == whole[-last:], last
