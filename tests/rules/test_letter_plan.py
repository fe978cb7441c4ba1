"""Tests of rules/letter_plan.py: which facts go into a letter."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from complaintkit.errors import FactMissing, WrongUsage
from complaintkit.model.case import Case, Event, Exhibit, Note, Resolution, SentLetter
from complaintkit.model.encounter import Channel, Direction, Encounter, Promise, Representative
from complaintkit.model.letter import Choices
from complaintkit.model.moment import Moment
from complaintkit.model.money import Money
from complaintkit.model.people import Company, Contact, Officer
from complaintkit.rules.letter_plan import ROWS, ROWS_FOR_HEAD, plan_letter

TODAY = date(2026, 3, 1)
ANN = Contact(name="Ann Bell", email="ann@example.org")


def call(seq: int, day: int = 1, **kept: object) -> Encounter:
    wall = datetime(2026, 2, day, 10, 0)  # noqa: DTZ001 – a wall time
    return Encounter(seq=seq, entry_id=f"e{seq}", moment=Moment(wall=wall), **kept)


def case(**kept: object) -> Case:
    values = {
        "id": "c",
        "name": "kettle",
        "opened_on": TODAY,
        "company": Company(name="Acme"),
        "problem": "The kettle leaks.",
        "resolution": Resolution(want="a refund"),
        **kept,
    }
    return Case(**values)


def sent(seq: int, day: date) -> SentLetter:
    return SentLetter(
        seq=seq,
        entry_id=f"l{seq}",
        number=1,
        kind="first",
        sent_on=day,
        via="post",
        answer_by=None,
        sha256="",
        name="",
        size=0,
    )


def promise(**kept: object) -> Promise:
    return Promise(**{"what": "a refund of $5", "index": 1, **kept})


def broken(*promises: Promise, problem: str = "It leaks.") -> list[bool]:
    found = plan_letter(
        "first",
        case(encounters=(call(2, promises=promises),), problem=problem),
        consumer=ANN,
        today=TODAY,
    )
    return [one.told for one in found.broken]


def test_the_answer_is_asked_for_in_the_days_given_then_those_of_the_case_then_fourteen():
    wish = Resolution(want="a refund", answer_days=21)
    assert plan_letter("first", case(), consumer=ANN, today=TODAY).answer_by == date(2026, 3, 15)
    stated = case(resolution=wish)
    assert plan_letter("first", stated, consumer=ANN, today=TODAY).answer_by == date(2026, 3, 22)
    asked = plan_letter("first", stated, consumer=ANN, today=TODAY, choices=Choices(answer_days=7))
    assert asked.answer_by == date(2026, 3, 8)


def test_everything_that_is_missing_is_named_in_one_sentence_with_its_command():
    empty = case(resolution=Resolution(), problem=" ")
    with pytest.raises(FactMissing) as caught:
        plan_letter("manager", empty, consumer=Contact(), today=TODAY)
    for words in ("your name", "one way to reach you", "the problem", "want", "one contact"):
        assert words in caught.value.problem
    assert "complaintkit profile" in caught.value.fix
    assert "complaintkit log" in caught.value.fix
    assert caught.value.problem.count(".") == 1


@pytest.mark.parametrize(
    "reach", [{"email": "a@example.org"}, {"phone": "1"}, {"address": ("1 Road",)}]
)
def test_one_way_to_reach_the_person_is_enough(reach: dict[str, object]):
    plan_letter("first", case(), consumer=Contact(name="Ann", **reach), today=TODAY)


def test_a_letter_to_the_head_needs_no_earlier_contact_but_one_to_a_manager_does():
    plan_letter("ceo", case(), consumer=ANN, today=TODAY)
    with pytest.raises(FactMissing):
        plan_letter("manager", case(), consumer=ANN, today=TODAY)


def test_an_unknown_kind_is_refused_and_the_kinds_are_named():
    with pytest.raises(WrongUsage) as caught:
        plan_letter("../../etc/passwd", case(), consumer=ANN, today=TODAY)
    assert "first, manager, head-of-service, ceo, reminder" in caught.value.fix


def test_only_a_letter_to_the_head_names_the_head():
    company = Company(name="Acme", head=Officer(name="Kim Lee"))
    known = case(company=company, encounters=(call(2),))
    plans = {
        kind: plan_letter(kind, known, consumer=ANN, today=TODAY).addressee.person
        for kind in ("first", "manager", "ceo")
    }
    assert plans == {"first": None, "manager": None, "ceo": Officer(name="Kim Lee")}


def test_a_promise_due_today_is_not_yet_broken():
    assert broken(promise(by=TODAY)) == []
    assert broken(promise(by=date(2026, 2, 28))) == [False]


def test_a_promise_without_a_date_is_not_called_broken_unless_the_person_says_so():
    assert broken(promise()) == []
    assert broken(promise(kept=False)) == [False]


def test_a_kept_promise_is_never_called_broken():
    assert broken(promise(by=date(2026, 2, 1), kept=True)) == []


def test_a_promise_that_the_problem_tells_of_is_marked_so():
    assert broken(promise(kept=False), problem="I was promised a  refund of $5.") == [True]


def test_contacts_and_sent_letters_stand_in_order_of_date():
    both = case(encounters=(call(2, 20), call(4, 3)), letters=(sent(3, date(2026, 2, 10)),))
    plan = plan_letter("first", both, consumer=ANN, today=TODAY)
    assert [row.seq for row in plan.contacts] == [4, 3, 2]


def test_of_many_contacts_the_first_the_last_and_those_with_promises_stay():
    calls = [call(seq, seq) for seq in range(2, 22)]
    calls[5] = replace(calls[5], promises=(promise(),))
    calls[9] = replace(calls[9], reference="R1")
    calls[18] = replace(calls[18], reached=False)
    for kind, limit in (("ceo", ROWS_FOR_HEAD), ("first", ROWS)):
        plan = plan_letter(kind, case(encounters=tuple(calls)), consumer=ANN, today=TODAY)
        kept = [row.seq for row in plan.contacts]
        assert len(kept) == limit
        assert kept == sorted(kept)
        assert {2, 21, calls[5].seq, calls[9].seq} <= set(kept)
        assert calls[18].seq not in kept
        assert plan.contact_count == 20


def test_a_named_person_stays_before_a_nameless_message_and_references_are_never_lost():
    named = Representative(name="Mr Bell")
    calls = [
        call(2, 1, direction=Direction.IN, channel=Channel.SMS),
        call(3, 2, reference="R1", direction=Direction.IN, channel=Channel.EMAIL),
        *(call(seq, seq, representative=named, reference="R2") for seq in range(4, 10)),
    ]
    plan = plan_letter("ceo", case(encounters=tuple(calls)), consumer=ANN, today=TODAY)
    assert [row.seq for row in plan.contacts] == [3, 5, 6, 7, 8, 9]
    busy = [*calls[1:2], *calls]
    busy[0] = call(1, 1, representative=named)
    plan = plan_letter("ceo", case(encounters=tuple(busy)), consumer=ANN, today=TODAY)
    assert [one.reference for one in plan.more_references] == ["R1"]


def test_what_the_company_began_and_calls_that_reached_nobody_are_no_raising_of_the_matter():
    calls = (call(2), call(3, direction=Direction.IN), call(4, reached=False))
    plan = plan_letter(
        "ceo", case(encounters=calls, letters=(sent(5, TODAY),)), consumer=ANN, today=TODAY
    )
    assert [row.seq for row in plan.raised] == [2, 5]
    assert plan.tried


def test_an_event_that_the_problem_tells_drops_out_and_its_copies_stay_pointed_to():
    fee = Money(amount=Decimal("15.00"), currency="USD")
    events = (
        Event(seq=3, entry_id="a", on=date(2026, 1, 9), what="kettle leaked", exhibits=(1,)),
        Event(seq=4, entry_id="b", on=date(2026, 1, 9), what="neighbour helped", exhibits=(2,)),
        Event(seq=5, entry_id="c", on=date(2026, 1, 8), what="fee taken", amount=fee),
        Event(seq=6, entry_id="d", on=date(2026, 2, 27), what="fee taken again", amount=fee),
    )
    told = case(
        events=events,
        encounters=(call(2, exhibits=(7,)),),
        problem="On 9 January the kettle leaked. A fee of $15.00 was taken.",
    )
    first = plan_letter("first", told, consumer=ANN, today=TODAY)
    assert [event.seq for event in first.events] == [5, 4, 6]
    assert (first.told_exhibits, first.told) == ((1,), (3,))
    head = plan_letter("ceo", told, consumer=ANN, today=TODAY)
    assert [event.seq for event in head.events] == [4, 6]  # after the first contact: never spared


def test_a_reference_is_missed_only_of_people_who_could_have_given_one():
    spoken = case(encounters=(call(2),))
    written = case(encounters=(call(2, channel=Channel.EMAIL), call(3, reached=False)))
    assert plan_letter("first", spoken, consumer=ANN, today=TODAY).no_reference
    assert not plan_letter("first", written, consumer=ANN, today=TODAY).no_reference


def test_exhibits_of_private_notes_are_not_enclosed():
    def exhibit(number: int, *owners: str) -> Exhibit:
        return Exhibit(
            seq=number,
            entry_id=f"x{number}",
            number=number,
            sha256="",
            name="f",
            size=1,
            belongs_to=owners,
        )

    private = case(
        notes=(Note(seq=9, entry_id="n", text="private"),),
        exhibits=(exhibit(3, "n"), exhibit(2, "n", "e2"), exhibit(1)),
    )
    plan = plan_letter("first", private, consumer=ANN, today=TODAY)
    assert [one.number for one in plan.exhibits] == [1, 2]


def test_particulars_that_the_persons_words_hold_are_not_repeated():
    told = case(
        particulars=(("points", "24,000"), ("flight", "XY 12")),
        problem="24,000 points; flight XY 123.",
    )
    plan = plan_letter("first", told, consumer=ANN, today=TODAY)
    assert plan.details == (("flight", "XY 12"),)


def test_events_stand_in_order_of_date():
    events = (
        Event(seq=2, entry_id="a", on=date(2026, 2, 2), what="late"),
        Event(seq=3, entry_id="b", on=date(2026, 1, 1), what="early"),
    )
    plan = plan_letter("first", case(events=events), consumer=ANN, today=TODAY)
    assert [event.seq for event in plan.events] == [3, 2]
