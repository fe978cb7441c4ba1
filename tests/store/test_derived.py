from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_log import CALL, Book, a_home, content, raw, recording

from complaintkit.model.entry import EntryKind, NewEntry
from complaintkit.rules.shape import flatten
from complaintkit.store import checking
from complaintkit.store.journal import Log

DAYS = st.dates().map(str)
WORDS = st.text(min_size=1, max_size=12).filter(lambda text: "\x00" not in text)
ENCOUNTER = st.fixed_dictionaries(
    {"at": st.one_of(DAYS, st.sampled_from(["2026-03-01T10:00", "2026-03", "soon"]))},
    optional={
        "said": WORDS,
        "quote": WORDS,
        "channel": st.sampled_from(["phone", "email", "carrier pigeon"]),
        "direction": st.sampled_from(["in", "out"]),
        "reached": st.sampled_from(["yes", "no"]),
        "offset": st.sampled_from(["+01:00", "-05:30"]),
        "with": st.fixed_dictionaries(
            {"role": st.sampled_from(["agent", "manager", "chief executive", "x"])}
        ),
        "promised": st.lists(
            st.fixed_dictionaries({"what": WORDS}, optional={"by": DAYS}), min_size=1, max_size=12
        ),
        "tags": st.lists(st.sampled_from(["refused", "ignored"]), max_size=2),
        "minutes": st.integers(0, 90).map(str),
    },
)
AMOUNT = st.fixed_dictionaries(
    {"amount": st.sampled_from(["70.00", "x"]), "currency": st.just("USD")}
)


@st.composite
def steps(draw: st.DrawFn) -> list[tuple[EntryKind, dict]]:
    """Draw entries of all kinds; targets are places in the log, filled in when it is written."""
    drawn: list[tuple[EntryKind, dict]] = []
    for place in range(draw(st.integers(1, 14))):
        target = st.integers(0, place).map(lambda number: f"id-{number}")
        kinds = {
            EntryKind.ENCOUNTER: ENCOUNTER,
            EntryKind.EVENT: st.fixed_dictionaries(
                {"what": WORDS, "on": DAYS},
                optional={
                    "kind": st.sampled_from(["final-response", "deadlock"]),
                    "amount": AMOUNT,
                },
            ),
            EntryKind.NOTE: st.fixed_dictionaries({"text": WORDS}),
            EntryKind.COST: st.fixed_dictionaries({"what": WORDS}, optional={"amount": AMOUNT}),
            EntryKind.OFFER: st.fixed_dictionaries(
                {"what": WORDS, "on": DAYS}, optional={"answer": st.just("accepted")}
            ),
            EntryKind.EXHIBIT: st.fixed_dictionaries(
                {"number": st.integers(1, 3).map(str), "name": WORDS},
                optional={"belongs_to": st.lists(target, max_size=2)},
            ),
            EntryKind.LETTER: st.fixed_dictionaries(
                {
                    "number": st.integers(1, 15).map(str),
                    "kind": st.sampled_from(["first", "manager", "ceo", "accept", "thanks"]),
                    "sent_on": DAYS,
                }
            ),
            EntryKind.PROMISE: st.fixed_dictionaries(
                {"entry": target, "promise": st.just("1"), "kept": st.sampled_from(["yes", "no"])}
            ),
            EntryKind.CORRECTION: st.fixed_dictionaries(
                {"entry": target},
                optional={
                    "set": st.one_of(ENCOUNTER, st.fixed_dictionaries({"with": WORDS, "a": WORDS})),
                    "unset": st.lists(st.sampled_from(["said", "promised", "with"]), max_size=2),
                },
            ),
            EntryKind.RETRACTION: st.fixed_dictionaries({"entry": target}),
            EntryKind.CLOSE: st.fixed_dictionaries({"result": st.just("part"), "closed_on": DAYS}),
            EntryKind.REOPEN: st.fixed_dictionaries({"reason": WORDS}),
        }
        kind = draw(st.sampled_from(list(kinds)))
        drawn.append((kind, draw(kinds[kind])))
    return drawn


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps(), st.booleans())
def test_tables_moved_forward_step_by_step_equal_tables_made_anew(drawn: list, together: bool):
    with TemporaryDirectory() as folder:
        book = Book(a_home(Path(folder) / "home"))
        book.open()
        opening = book.log.entries("case-1")[0].id
        book.open("kettle", case="case-2")
        new = [
            NewEntry(
                id=f"id-{place}",
                kind=kind,
                fields={
                    path: opening if value == "id-0" else value
                    for path, value in flatten(plain).items()
                },
            )
            for place, (kind, plain) in enumerate(drawn, start=1)
        ]
        append(book, new, together=together)
        assert checking.check_log(book.home) == ([], len(drawn) + 2)
        before = content(book.home.database)
        Log(book.home).rebuild()
        after = content(book.home.database)
        assert before == after


def append(book: Book, new: list[NewEntry], *, together: bool) -> None:
    for number, entries in enumerate([new] if together else [[one] for one in new]):
        book.log.append("case-1", entries, recording(100 + number))


def test_the_order_in_which_fields_are_given_does_not_matter(book: Book):
    fields = flatten(CALL)
    for number, names in enumerate((sorted(fields), sorted(fields, reverse=True))):
        entry = NewEntry(
            id=f"n{number}", kind=EntryKind.ENCOUNTER, fields={name: fields[name] for name in names}
        )
        append(book, [entry], together=True)
    assert checking.check_log(book.home) == ([], 3)


def test_the_number_of_a_retracted_exhibit_is_not_given_again(book: Book):
    saved = book.add(EntryKind.EXHIBIT, {"number": "1", "name": "a.pdf"})
    book.add(EntryKind.RETRACTION, {"entry": saved.entry.id})
    (row,) = book.log.cases()
    assert row.exhibits == 1


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE search_index_data SET id = 11 WHERE id = 10",
        "UPDATE search_index_data SET block = x'00'",
        "UPDATE search_index_config SET v = 5",
        "DELETE FROM search_index_content",
    ],
)
def test_a_search_index_too_damaged_to_open_is_made_anew(full: Book, damage: str):
    before = content(full.home.database)
    with raw(full.home.database) as connection:
        connection.execute(damage)
    (finding,) = checking.check_log(full.home)[0]
    assert finding.place == "table search_index"
    full.log.rebuild()
    assert checking.check_log(full.home)[0] == []
    assert content(full.home.database) == before


def test_damaged_derived_tables_are_made_anew(full: Book):
    before = content(full.home.database)
    with raw(full.home.database) as connection:
        for table in ("case_index", "moments", "links", "search_index_data"):
            connection.execute(
                f"DELETE FROM {table} WHERE rowid % 2"
                if "search" in table
                else f"DELETE FROM {table}"
            )
    assert checking.check_log(full.home)[0]
    full.log.rebuild()
    assert checking.check_log(full.home)[0] == []
    assert content(full.home.database) == before
