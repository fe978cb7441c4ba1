"""Does one more entry give what the whole log would give?"""

from dataclasses import replace
from datetime import date, datetime

from case_logs import a_case, accepted, call, closed, day, event, letter, manager, missed, reply
from hypothesis import given, settings
from hypothesis import strategies as st

from complaintkit.model.case import Cost, Event, Note, Offer, SentLetter
from complaintkit.model.encounter import Channel, Direction, Encounter, Promise, Representative
from complaintkit.model.moment import Moment
from complaintkit.rules.summary import advance, begin, summarise
from complaintkit.rules.summary_json import summary_from_json, summary_to_json

near = st.dates(date(2026, 1, 1), date(2026, 1, 20))
words = st.sampled_from(["", "a refund", "to call back", "x" * 500, "two\nlines"])
people = st.none() | st.builds(
    Representative,
    name=st.sampled_from(["", "Jo", "Ms Ruiz"]),
    role=st.sampled_from(["", "agent", "supervisor", "head of service", "CEO"]),
)
promises = st.builds(
    Promise,
    what=words,
    index=st.integers(1, 3),
    by=st.none() | near,
    kept=st.none() | st.booleans(),
    kept_on=st.none() | near,
)
entries = st.one_of(
    st.builds(
        Encounter,
        seq=st.just(0),
        entry_id=st.just(""),
        moment=near.map(lambda on: Moment(wall=datetime.combine(on, datetime.min.time()))),
        channel=st.sampled_from(Channel),
        direction=st.sampled_from(Direction),
        reached=st.booleans(),
        representative=people,
        promises=st.lists(promises, max_size=3).map(tuple),
        tags=st.sampled_from([(), ("refused",)]),
    ),
    st.builds(
        SentLetter,
        seq=st.just(0),
        entry_id=st.just(""),
        number=st.integers(1, 15),
        kind=st.sampled_from(["first", "manager", "ceo", "accept", "thanks", "my own"]),
        sent_on=near,
        via=st.just("post"),
        answer_by=st.none() | near,
        sha256=st.just(""),
        name=st.just(""),
        size=st.just(0),
    ),
    st.builds(
        Event,
        seq=st.just(0),
        entry_id=st.just(""),
        on=near,
        what=words,
        kind=st.sampled_from(["other", "deadlock", "final-response"]),
    ),
    st.builds(
        Offer,
        seq=st.just(0),
        entry_id=st.just(""),
        on=near,
        what=words,
        answer=st.sampled_from(["", "accepted", "declined"]),
    ),
    st.builds(Cost, seq=st.just(0), entry_id=st.just(""), on=near, what=words),
    st.builds(Note, seq=st.just(0), entry_id=st.just(""), text=words),
)
logs = st.lists(entries, max_size=40).map(
    lambda lines: [replace(line, seq=seq) for seq, line in enumerate(lines, start=2)]
)


def as_case(lines):
    def of(kind):
        return tuple(line for line in lines if isinstance(line, kind))

    return a_case(
        encounters=of(Encounter),
        letters=of(SentLetter),
        events=of(Event),
        offers=of(Offer),
        costs=of(Cost),
        notes=of(Note),
    )


@settings(max_examples=200, deadline=None)
@given(lines=logs, data=st.data())
def test_entry_by_entry_in_any_order_equals_the_whole_case(lines, data):
    summary = begin(as_case([]))
    for entry in data.draw(st.permutations(lines)):
        summary = advance(summary, seq=entry.seq, entry=entry)
    assert summary == summarise(as_case(lines))


@settings(max_examples=100, deadline=None)
@given(lines=logs)
def test_summary_survives_its_journey_through_json(lines):
    summary = summarise(as_case(lines))
    assert summary_from_json(summary_to_json(summary)) == summary


def test_summary_stays_small_however_long_the_log_grows():
    lines = [
        call("01-02", promised=f"{number} " + "x" * 500, by="01-05", name="n" * 300)
        for number in range(1000)
    ] + [letter("my own " + "k" * 300, "01-02", "01-05") for _ in range(50)]
    text = summary_to_json(summarise(a_case(*lines, title="t" * 5000)))
    assert len(text) < 24_000


def test_promises_due_first_and_last_are_kept_and_all_are_counted():
    lines = [call("01-02", by=f"02-{number:02}") for number in range(1, 26)]
    summary = summarise(a_case(*lines))
    due = [promise.due.day for promise in summary.promises]
    assert due == [*range(1, 11), *range(16, 26)]
    assert summary.promise_count == 25


def test_all_kinds_of_line_survive_json():
    case = a_case(
        call("01-02", by="01-05"),
        call("01-03", promised="to call back"),
        manager("01-04"),
        missed("01-05", role="CEO"),
        reply("01-06", by="01-09", kept=True, kept_on="01-08"),
        letter("ceo", "01-07", "01-21"),
        event("01-08", "deadlock"),
        accepted("01-09"),
        closed("01-10"),
    )
    summary = summarise(case)
    assert summary_from_json(summary_to_json(summary)) == summary


def test_counts_and_last_days_are_those_of_the_log():
    case = a_case(call("01-02"), missed("01-09"), reply("01-05"), letter("first", "01-06", "01-20"))
    summary = summarise(case)
    assert summary.entries == 5
    assert summary.contacts == 3
    assert summary.last_contact_on == day("01-09")
    assert summary.last_reached_on == summary.last_incoming_on == day("01-05")
    assert summary.first_complaint_on == day("01-02")
    assert summary.first_written_on == day("01-06")


def test_last_number_may_be_that_of_a_correction():
    assert summarise(a_case(call("01-02")), last_seq=9).entries == 9


def test_private_floor_and_problem_are_not_cached():
    case = a_case()
    case = replace(case, resolution=replace(case.resolution, floor="the floor"))
    text = summary_to_json(summarise(case))
    assert "the floor" not in text
    assert "leaks" not in text


def test_damaged_or_older_summary_is_none():
    whole = summary_to_json(summarise(a_case(call("01-02"))))
    for text in ("", "{", "[]", "null", "{}", whole[:-20], whole.replace("[7,", "[6,", 1)):
        assert summary_from_json(text) is None
    assert summary_from_json(whole.replace(",true", "", 1)) is None
