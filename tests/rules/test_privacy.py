from dataclasses import replace

from complaintkit.rules import chain
from complaintkit.rules.privacy import as_entries, kept_files, left_out, withhold
from complaintkit.rules.verify import Sealed, check_chain

FIRST_AT = "2026-05-04T07:30:00Z"


def a_log(*told: tuple[str, dict[str, str]]) -> list[Sealed]:
    """Return a sealed log of one case: the kind and content of each entry after the opening."""
    entries: list[Sealed] = []
    prev = chain.genesis("case", FIRST_AT)
    opening = ("open", {"name": "points", "problem": "p", "resolution.floor": "forty"})
    for seq, (kind, content) in enumerate((opening, *told), start=1):
        fields = {**content, "entry.kind": kind, "entry.recorded_at": FIRST_AT}
        body, rows = chain.seal(fields, [bytes([seq] * 15 + [n]) for n in range(len(fields))])
        digest = chain.entry_hash(case_id="case", entry_id=f"e{seq}", seq=seq, prev=prev, body=body)
        entries.append(
            Sealed(
                id=f"e{seq}",
                case_id="case",
                seq=seq,
                kind=kind,
                recorded_at=FIRST_AT,
                body=body,
                prev=prev,
                hash=digest,
                values={path: (value, salt) for path, value, salt in rows},
            )
        )
        prev = digest
    return entries


def shown(entries: list[Sealed]) -> list[set[str]]:
    """Return the content paths that each entry still shows."""
    return [{path for path in entry.values if "entry." not in path} for entry in withhold(entries)]


def test_a_log_without_anything_private_is_shared_whole():
    entries = a_log(("event", {"on": "2026-01-01", "what": "bill"}))
    entries[0] = replace(entries[0])
    assert withhold(entries)[1] == entries[1]
    assert left_out(entries) == ("your floor",)


def test_what_is_withheld_leaves_the_chain_whole():
    entries = a_log(
        ("note", {"text": "secret"}),
        ("correction", {"entry": "e1", "set.resolution.floor": "thirty", "set.title": "t"}),
    )
    assert check_chain(withhold(entries), name="points") == []


def test_of_a_note_only_its_place_kind_and_time_are_left():
    note = withhold(a_log(("note", {"text": "secret"})))[1]
    assert (note.kind, note.seq, note.withheld) == ("note", 2, 1)
    assert note.values.keys() == {"entry.kind", "entry.recorded_at"}


def test_whatever_speaks_of_a_note_is_private_too():
    entries = a_log(
        ("note", {"text": "secret"}),
        ("correction", {"entry": "e2", "set.text": "another", "reason": "typing"}),
        ("retraction", {"entry": "e3", "reason": "no"}),
        ("erase", {"entry": "e2", "path.0": "text", "why": "lawyer"}),
        ("exhibit", {"number": "1", "name": "n", "belongs_to.0": "e2"}),
    )
    assert shown(entries)[1:] == [set()] * 5
    assert left_out(entries) == ("1 private note", "1 exhibit of a private note", "your floor")
    assert [entry.seq for entry in as_entries(withhold(entries))] == [1]


def test_an_exhibit_of_a_note_and_a_call_is_shared():
    entries = a_log(
        ("note", {"text": "secret"}),
        ("encounter", {"at": "2026-01-01", "said": "s"}),
        ("exhibit", {"number": "1", "name": "n", "belongs_to.0": "e2", "belongs_to.1": "e3"}),
    )
    assert "name" in shown(entries)[3]


def test_the_floor_is_withheld_wherever_it_can_stand():
    entries = a_log(
        ("correction", {"entry": "e1", "set.resolution.floor": "thirty", "reason": "less"}),
        ("correction", {"entry": "e1", "unset.0": "resolution.floor", "reason": "none"}),
        ("erase", {"entry": "e1", "path.0": "resolution.floor", "why": "gone"}),
        (
            "correction",
            {"entry": "e1", "set.title": "t", "unset.0": "resolution.floor", "reason": "r"},
        ),
    )
    assert shown(entries) == [{"name", "problem"}, set(), set(), set(), {"entry", "set.title"}]


def test_how_the_person_says_it_went_is_withheld_wherever_it_can_stand():
    entries = a_log(
        (
            "close",
            {
                "result": "part",
                "moved_by": "a manager",
                "satisfaction.before": "1",
                "satisfaction.after": "2",
                "signs.fair": "no",
                "signs.heard": "no",
                "signs.addressed": "yes",
                "ratings.integrity": "1",
                "ratings.honesty": "2",
                "ratings.manner": "3",
            },
        ),
        ("correction", {"entry": "e2", "set.ratings.honesty": "1", "reason": "they lied"}),
        ("erase", {"entry": "e2", "path.0": "signs.fair", "why": "gone"}),
    )
    assert shown(entries)[1:] == [{"result", "moved_by"}, set(), set()]
    assert left_out(entries) == ("your floor", "how you say it went")
    assert check_chain(withhold(entries), name="points") == []


def test_an_erased_floor_leaves_no_trace_either():
    entries = a_log(("erase", {"entry": "e1", "path.0": "resolution.floor"}))
    entries[0].values["resolution.floor"] = None
    assert "resolution.floor" not in withhold(entries)[0].values
    assert check_chain(withhold(entries), name="points") == []


def test_files_of_entries_taken_back_or_erased_are_not_among_those_kept():
    digests = ["a" * 64, "b" * 64, "c" * 64]
    entries = a_log(
        ("exhibit", {"number": "1", "sha256": digests[0]}),
        ("exhibit", {"number": "2", "sha256": digests[1]}),
        ("letter", {"number": "1", "sha256": digests[2]}),
        ("retraction", {"entry": "e2", "reason": "r"}),
    )
    entries[3].values["sha256"] = None
    assert kept_files(as_entries(entries)).keys() == {digests[1]}
