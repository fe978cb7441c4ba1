from datetime import UTC, date, datetime

from complaintkit.model.audience import Audience
from complaintkit.model.entry import Entry, EntryKind
from complaintkit.model.record import SharedFile
from complaintkit.rules.record import Making, changes, record_of
from complaintkit.rules.shape import flatten
from complaintkit.rules.verify import Sealed

SHA = "ab" * 32
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def entry(seq: int, kind: EntryKind, plain: dict, at: str = "2026-05-04T09:00:00Z") -> Entry:
    return Entry(
        id=f"e{seq}", case_id="c", seq=seq, kind=kind, recorded_at=at, values=flatten(plain)
    )


OPEN = entry(
    1,
    EntryKind.OPEN,
    {"name": "n", "opened_on": "2026-01-02", "company": {"name": "Co"}, "problem": "It broke."},
)
CALL = entry(2, EntryKind.ENCOUNTER, {"at": "2026-01-03T10:00", "channel": "phone"})
BILL = entry(
    3,
    EntryKind.EXHIBIT,
    {"number": "1", "sha256": SHA, "name": "bill.pdf", "size": "9", "belongs_to": ["e2"]},
)
LETTER = entry(
    4,
    EntryKind.LETTER,
    {"number": "1", "kind": "first", "sent_on": "2026-01-05", "via": "post", "name": "l.txt"},
)
ANSWER = entry(
    5, EntryKind.ENCOUNTER, {"at": "2026-01-09T10:00", "channel": "email", "direction": "in"}
)
LOG = (OPEN, CALL, BILL, LETTER, ANSWER)


def sealed(entries: tuple[Entry, ...]) -> list[Sealed]:
    return [
        Sealed(
            id=one.id,
            case_id="c",
            seq=one.seq,
            kind=one.kind,
            recorded_at=one.recorded_at,
            body="",
            prev="",
            hash=f"h{one.seq}",
            values={path: (value or "", b"") for path, value in one.values.items()},
        )
        for one in entries
    ]


def record(entries: tuple[Entry, ...] = LOG, audience: Audience = Audience.COURT, **files):
    making = Making(audience=audience, made_at=NOW, tool="complaintkit 1")
    return record_of(sealed(entries), entries, files, making)


def test_an_exhibit_says_what_it_supports_and_what_became_of_its_file():
    given = SharedFile(recorded=SHA, path="exhibits/01-bill.pdf", sha256=SHA)
    shown = record(**{SHA: given}).exhibits[0]
    assert (shown.supports, shown.file) == ((2,), given)
    assert record().exhibits[0].file.left_out == "no copy was kept"


def test_a_letter_has_the_day_of_the_first_answer():
    assert record().letters[0].answered_on == date(2026, 1, 9)


def test_only_the_person_an_adviser_and_a_court_see_the_gaps():
    seen = {audience: bool(record(audience=audience).gaps) for audience in Audience}
    assert [name for name, has in seen.items() if has] == ["court", "adviser", "me"]
    assert not Audience.COMPANY.sees_figures


def test_the_head_is_the_hash_of_the_last_entry():
    assert (record().head, record().entries) == ("h5", 5)


def test_what_was_done_about_a_promise_stands_with_the_promise_alone():
    kept = entry(6, EntryKind.PROMISE, {"entry": "e2", "promise": "1", "kept": "no"})
    assert EntryKind.PROMISE not in {line.kind for line in record((*LOG, kept)).lines}


def test_private_lines_are_in_the_persons_own_copy_alone():
    note = entry(6, EntryKind.NOTE, {"text": "psst"})
    seen = {one: "psst" in repr(record((*LOG, note), one).lines) for one in Audience}
    assert [one for one, has in seen.items() if has] == [Audience.ME]


def test_an_exhibit_names_only_entries_that_have_a_row():
    kept = entry(6, EntryKind.PROMISE, {"entry": "e2", "promise": "1", "kept": "no"})
    paper = entry(
        7,
        EntryKind.EXHIBIT,
        {"number": "2", "sha256": SHA, "name": "x.pdf", "size": "9", "belongs_to": ["e6", "e2"]},
    )
    assert record((*LOG, kept, paper)).exhibits[1].supports == (2,)


def test_the_turning_points_are_few_and_hold_the_letters():
    calls = tuple(
        entry(seq, EntryKind.ENCOUNTER, {"at": f"2026-02-{seq:02d}T10:00", "channel": "phone"})
        for seq in range(6, 20)
    )
    turns = record((*LOG, *calls)).turns
    assert len(turns) == 6
    assert {2, 4, 19} <= set(turns)


def test_changes_name_the_entry_the_fields_and_the_reason():
    fix = entry(
        6, EntryKind.CORRECTION, {"entry": "e2", "set": {"said": "x"}, "reason": "misheard"}
    )
    back = entry(7, EntryKind.RETRACTION, {"entry": "e5", "reason": "twice"})
    found = changes((*LOG, fix, back))
    assert [(one.seq, one.target, one.fields, one.reason) for one in found] == [
        (6, 2, ("said",), "misheard"),
        (7, 5, (), "twice"),
    ]
