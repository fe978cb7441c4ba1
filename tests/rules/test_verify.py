import json
from dataclasses import replace

import pytest

from complaintkit.rules import chain
from complaintkit.rules.verify import Sealed, check_chain

CASE = "case-1"
AT = "2026-05-04T09:30:00Z"


def sealed(seq: int, prev: str, kind: str = "note", **fields: str) -> Sealed:
    content = {"entry.kind": kind, "entry.recorded_at": AT, **fields}
    salts = [bytes([seq, place] * 8) for place in range(len(content))]
    body, rows = chain.seal(content, salts)
    return Sealed(
        id=f"e{seq}",
        case_id=CASE,
        seq=seq,
        kind=kind,
        recorded_at=AT,
        body=body,
        prev=prev,
        hash=chain.entry_hash(case_id=CASE, entry_id=f"e{seq}", seq=seq, prev=prev, body=body),
        values={path: (value, salt) for path, value, salt in rows},
    )


def a_log(count: int = 4, **last: str) -> list[Sealed]:
    entries: list[Sealed] = []
    prev = chain.genesis(CASE, AT)
    for seq in range(1, count + 1):
        kind = "open" if seq == 1 else "note"
        fields = last if last and seq == count else {"text": f"words {seq}", "on": "2026-05-04"}
        entries.append(sealed(seq, prev, "erase" if "entry" in fields else kind, **fields))
        prev = entries[-1].hash
    return entries


def places(entries: list[Sealed]) -> list[str]:
    return [finding.place for finding in check_chain(entries, name="points")]


def with_value(entry: Sealed, path: str, kept: tuple[str, bytes] | None) -> Sealed:
    return replace(entry, values={**entry.values, path: kept})


def test_an_untouched_chain_has_no_findings():
    assert check_chain(a_log(), name="points") == []
    assert check_chain([], name="points") == []


@pytest.mark.parametrize("path", ["text", "on", "entry.kind", "entry.recorded_at"])
def test_a_changed_value_names_its_entry_and_field(path: str):
    entries = a_log()
    value, salt = entries[2].values[path] or ("", b"")
    entries[2] = with_value(entries[2], path, (value + "x", salt))
    assert f"points #3, field {path}" in places(entries)


def test_a_changed_salt_names_its_field():
    entries = a_log()
    entries[2] = with_value(entries[2], "text", ("words 3", bytes(16)))
    assert places(entries) == ["points #3, field text"]


def test_two_fields_that_changed_places_are_both_named():
    entries = a_log()
    values = entries[1].values
    swapped = {**values, "text": values["on"], "on": values["text"]}
    entries[1] = replace(entries[1], values=swapped)
    assert places(entries) == ["points #2, field on", "points #2, field text"]


@pytest.mark.parametrize("column", ["kind", "recorded_at"])
def test_a_changed_column_names_the_entry(column: str):
    entries = a_log()
    entries[1] = replace(entries[1], **{column: "other"})
    assert places(entries) == [f"points #2, {column}"]


@pytest.mark.parametrize("column", ["id", "case_id", "body", "prev", "hash"])
def test_a_changed_part_of_the_chain_names_the_entry(column: str):
    entries = a_log()
    entries[1] = replace(entries[1], **{column: getattr(entries[1], column) + "0"})
    assert "points #2" in places(entries)


def test_a_missing_entry_is_named_where_it_should_be():
    entries = a_log()
    del entries[1]
    (finding,) = check_chain(entries, name="points")
    assert (finding.place, finding.what) == ("points #3", "#2 should come here")


def test_a_cut_beginning_is_named():
    assert places(a_log()[1:]) == ["points #2"]


def test_two_entries_that_changed_places_are_named():
    entries = a_log()
    first, second = entries[1], entries[2]
    entries[1], entries[2] = replace(second, seq=2), replace(first, seq=3)
    assert {"points #2", "points #3"} <= set(places(entries))


def test_an_entry_written_anew_breaks_the_link_after_it():
    entries = a_log()
    entries[1] = sealed(2, entries[0].hash, text="other words", on="2026-05-04")
    assert places(entries) == ["points #3"]


def test_a_removed_field_is_counted():
    entries = a_log()
    values = {path: kept for path, kept in entries[1].values.items() if path != "text"}
    entries[1] = replace(entries[1], values=values)
    assert places(entries) == ["points #2"]


def test_an_added_field_is_named():
    entries = a_log()
    entries[1] = with_value(entries[1], "more", ("words", bytes(16)))
    assert places(entries) == ["points #2, field more", "points #2"]


def test_a_field_stated_twice_by_another_path_is_named():
    entries = a_log()
    entries[1] = with_value(entries[1], "text.", entries[1].values["text"])
    assert "points #2, field text." in places(entries)


def test_an_erasure_named_by_a_later_entry_is_no_finding():
    entries = a_log(4, entry="e2", **{"path.0": "text"})
    entries[1] = with_value(entries[1], "text", None)
    assert places(entries) == []


def test_a_value_gone_without_an_erasure_is_named():
    entries = a_log(4, entry="e2", **{"path.0": "text"})
    entries[2] = with_value(entries[2], "text", None)
    assert places(entries) == ["points #3, field text"]


def test_an_entry_of_another_kind_erases_nothing():
    entries = a_log(4, entry="e2", **{"path.0": "text"})
    entries[3] = sealed(4, entries[2].hash, "note", entry="e2", **{"path.0": "text"})
    entries[1] = with_value(entries[1], "text", None)
    assert places(entries) == ["points #2, field text"]


def test_kind_and_time_of_recording_are_never_erased():
    entries = a_log(4, entry="e2", **{"path.0": "entry.kind"})
    entries[1] = replace(with_value(entries[1], "entry.kind", None), kind="event")
    assert "points #2, kind" in places(entries)


def test_kind_and_time_of_recording_are_never_withheld():
    entries = a_log()
    values = {path: kept for path, kept in entries[1].values.items() if path != "entry.kind"}
    entries[1] = replace(entries[1], values=values, withheld=1, kind="event")
    assert places(entries) == ["points #2, kind"]


def test_withheld_fields_are_counted():
    entries = a_log()
    values = {path: kept for path, kept in entries[1].values.items() if path != "text"}
    entries[1] = replace(entries[1], values=values, withheld=1)
    assert places(entries) == []
    entries[1] = replace(entries[1], withheld=2)
    assert places(entries) == ["points #2"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "null",
        '"text"',
        '{"commitments":null,"format":1}',
        '{"commitments":[1,"a"],"format":1}',
        '{"format":1}',
        "[" * 100_000,
    ],
)
def test_a_body_that_is_none_is_named_and_stops_nothing(body: str):
    entries = a_log()
    entries[1] = replace(entries[1], body=body)
    assert places(entries) == ["points #2", "points #2"]


def test_a_body_in_another_form_is_named_even_with_a_fitting_hash():
    entries = a_log(2)
    other = json.dumps(json.loads(entries[1].body) | {"more": 1})
    made = chain.entry_hash(case_id=CASE, entry_id="e2", seq=2, prev=entries[0].hash, body=other)
    entries[1] = replace(entries[1], body=other, hash=made)
    assert places(entries) == ["points #2"]


def test_every_fault_is_told_not_only_the_first():
    entries = a_log()
    for place in (1, 3):
        entries[place] = with_value(entries[place], "text", ("other", bytes(16)))
    assert places(entries) == ["points #2, field text", "points #4, field text"]
