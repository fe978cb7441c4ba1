from datetime import date

from complaintkit.model.entry import Entry, EntryKind
from complaintkit.rules.shape import flatten
from complaintkit.rules.timeline import timeline


def entry(seq: int, kind: EntryKind, plain: dict, at: str = "2026-05-04T09:00:00Z") -> Entry:
    return Entry(
        id=f"e{seq}", case_id="c", seq=seq, kind=kind, recorded_at=at, values=flatten(plain)
    )


OPEN = entry(
    1,
    EntryKind.OPEN,
    {"name": "n", "opened_on": "2026-01-02", "company": {"name": "Co"}, "problem": "It broke."},
)


def met(seq: int, at: str, **more: object) -> Entry:
    return entry(seq, EntryKind.ENCOUNTER, {"at": at, "channel": "phone", **more})


def order(*entries: Entry) -> list[int]:
    return [line.seq for line in timeline(entries)]


def test_lines_stand_in_the_order_in_which_things_happened():
    assert order(OPEN, met(2, "2026-03-01T10:00"), met(3, "2026-02-01T10:00")) == [1, 3, 2]


def test_within_a_day_entries_without_an_hour_come_first():
    event = entry(3, EntryKind.EVENT, {"on": "2026-03-01", "what": "bill"})
    assert order(OPEN, met(2, "2026-03-01T08:00"), event) == [1, 3, 2]


def test_within_a_day_the_instant_counts_and_not_the_wall_clock():
    here = met(2, "2026-03-01T10:00", offset="-05:00")
    there = met(3, "2026-03-01T11:00", offset="+01:00")
    assert order(OPEN, here, there) == [1, 3, 2]


def test_equal_moments_stand_as_they_were_logged():
    assert order(OPEN, met(3, "2026-03-01T10:00"), met(2, "2026-03-01T10:00")) == [1, 2, 3]


def test_a_retracted_entry_has_no_line_and_a_corrected_one_says_so():
    fix = entry(3, EntryKind.CORRECTION, {"entry": "e2", "set": {"said": "yes"}})
    gone = entry(4, EntryKind.RETRACTION, {"entry": "e1"})
    lines = timeline([OPEN, met(2, "2026-03-01", said="no"), fix, met(5, "2026-03-02"), gone])
    assert [line.seq for line in lines] == [1, 2, 5]
    assert (lines[1].what, lines[1].corrected_by) == (("yes",), (3,))


def test_a_corrected_time_moves_the_line():
    fix = entry(4, EntryKind.CORRECTION, {"entry": "e3", "set": {"at": "2026-02-01T10:00"}})
    assert order(OPEN, met(2, "2026-03-01T10:00"), met(3, "2026-04-01T10:00"), fix) == [1, 3, 2]


def test_an_exhibit_of_an_entry_stands_on_its_line():
    first = entry(3, EntryKind.EXHIBIT, {"number": "2", "name": "b.pdf", "belongs_to": ["e2"]})
    alone = entry(4, EntryKind.EXHIBIT, {"number": "3", "name": "c.pdf", "got_on": "2026-04-01"})
    lines = timeline([OPEN, met(2, "2026-03-01"), first, alone])
    assert [(line.seq, line.exhibits) for line in lines] == [(1, ()), (2, (2,)), (4, ())]
    assert lines[2].what == ("Exhibit 3: c.pdf",)


def test_a_promise_tells_what_became_of_it():
    call = met(2, "2026-03-01", promised=[{"what": "refund", "by": "2026-03-08"}])
    kept = entry(
        3, EntryKind.PROMISE, {"entry": "e2", "promise": "1", "kept": "no", "on": "2026-03-09"}
    )
    lines = timeline([OPEN, call, kept])
    assert lines[1].what == ("Promised: refund, by 8 Mar 2026 (not kept, 9 Mar 2026)",)
    assert lines[2].what == ("Not kept: refund",)


def test_a_late_entry_says_how_many_days_later_it_was_written_down():
    assert timeline([OPEN, met(2, "2026-05-01T10:00")])[1].days_later == 3
    assert timeline([OPEN, met(2, "2026-05-04T10:00")])[1].days_later == 0
    assert timeline([OPEN, met(2, "2026-05")])[1].days_later == 0


def test_the_day_written_down_is_the_day_where_the_person_was():
    """22:30 UTC on the 3rd is already the 4th in Auckland."""
    call = entry(
        2,
        EntryKind.ENCOUNTER,
        {"at": "2026-05-04T10:00", "offset": "+12:00"},
        at="2026-05-03T22:30:00Z",
    )
    assert timeline([OPEN, call])[1].days_later == 0


def test_a_missed_call_and_their_exact_words_are_told():
    missed = met(2, "2026-03-01", reached="no")
    quoted = met(
        3, "2026-03-02", said="refused", quote="We never refund", **{"with": {"name": "J"}}
    )
    lines = timeline([OPEN, missed, quoted])
    assert lines[1].what == ("Nobody was reached.",)
    assert (lines[2].what, lines[2].who) == (("refused", "“We never refund”"), "phone, J")


def test_notes_are_marked_private():
    note = entry(2, EntryKind.NOTE, {"text": "angry"})
    assert [line.private for line in timeline([OPEN, note])] == [False, True]


def test_every_kind_that_stands_has_words():
    plain = {
        EntryKind.EVENT: {"on": "2026-03-01", "what": "bill", "amount": {"amount": "7.00"}},
        EntryKind.OFFER: {"on": "2026-03-01", "what": "voucher", "full_settlement": "yes"},
        EntryKind.COST: {"on": "2026-03-01", "what": "postage", "minutes": "40"},
        EntryKind.LETTER: {"sent_on": "2026-03-01", "number": "1", "kind": "ceo", "via": "post"},
        EntryKind.CLOSE: {"closed_on": "2026-03-01", "result": "resolved"},
        EntryKind.REOPEN: {"reason": "again"},
    }
    for seq, (kind, fields) in enumerate(plain.items(), start=2):
        (line,) = timeline([entry(seq, kind, fields)])
        assert line.what
        assert all(line.what)
        if kind is not EntryKind.REOPEN:
            assert line.moment.on == date(2026, 3, 1)


def test_an_entry_of_which_everything_was_erased_still_has_its_line():
    bare = Entry(
        id="e2",
        case_id="c",
        seq=2,
        kind=EntryKind.ENCOUNTER,
        recorded_at="2026-05-04T09:00:00Z",
        values={"at": None, "said": None, "offset": None, "zone": None, "precision": None},
    )
    line = timeline([OPEN, bare])[1]
    assert (line.moment.on, line.what) == (date(2026, 5, 4), ("(erased)",))


def test_a_sent_letter_shows_its_tracking_number_where_there_is_one():
    fields = {"number": "1", "kind": "first", "sent_on": "2026-03-02", "via": "post"}
    bare, tracked = (
        timeline([OPEN, entry(2, EntryKind.LETTER, fields | more)])[1].what
        for more in ({}, {"tracking": "RR 1 GB"})
    )
    assert tracked == (bare[0], "Tracking number RR 1 GB.")
    assert len(bare) == 1


def test_how_it_went_is_told_on_the_line_of_the_closing():
    answers = {
        "signs": {"fair": "no", "heard": "yes", "addressed": "no"},
        "ratings": {"integrity": "2", "manner": "4"},
        "satisfaction": {"before": "1", "after": "3"},
    }
    closing = entry(2, EntryKind.CLOSE, {"result": "part", **answers})
    assert timeline([OPEN, closing])[1].what == (
        "Case closed: part.",
        "How it went: treated fairly no, listened to yes, dealt with no.",
        "Rated out of 5: integrity 2, manner 4.",
        "Content, out of 5: 1 at first, 3 at the end.",
    )


def test_the_old_outcome_stays_in_the_timeline_when_a_case_is_opened_again():
    closing = entry(2, EntryKind.CLOSE, {"result": "resolved", "moved_by": "a manager"})
    again = entry(3, EntryKind.REOPEN, {"reason": "the refund never came"})
    assert [line.what for line in timeline([OPEN, closing, again])[1:]] == [
        ("Case closed: resolved.", "What moved it: a manager"),
        ("Case reopened.", "the refund never came"),
    ]


def test_a_moved_date_whose_entry_is_taken_back_is_not_called_a_limit():
    fields = {"on": "2026-06-02", "entry": "e2", "promise": "1", "to": "2026-07-01"}
    gone = entry(4, EntryKind.RETRACTION, {"entry": "e2"})
    call = met(2, "2026-06-01", promised=[{"what": "refund", "by": "2026-06-10"}])
    lines = timeline([OPEN, call, entry(3, EntryKind.EXTENSION, fields), gone])
    assert lines[-1].what == ("A promised date is moved to 1 Jul 2026.",)
