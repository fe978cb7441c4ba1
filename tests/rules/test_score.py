"""Do the figures say what the log says, and no more?"""

from dataclasses import replace
from decimal import Decimal

import pytest
from case_logs import a_case, accepted, call, closed, day, event, letter, missed, reply

from complaintkit.model.case import Cost, Outcome, Resolution
from complaintkit.model.encounter import Channel, Direction
from complaintkit.model.money import Money
from complaintkit.model.score import Efficiently, Promises, TagCount
from complaintkit.rules.score import added_up, efficiently, promises_in, quickly, score_case

TODAY = day("03-01")


def usd(amount: str) -> Money:
    return Money(amount=Decimal(amount), currency="USD")


def cost(what: str, amount: Money | None = None, minutes: int | None = None) -> Cost:
    return Cost(seq=9, entry_id="c", on=day("02-01"), what=what, amount=amount, minutes=minutes)


def email(on: str, **fields: object):
    return call(on, channel=Channel.EMAIL, **fields)


def ended(on: str, result: str) -> Outcome:
    return replace(closed(on), result=result)


# what happened; days to the first reply, to the reply in writing, to the resolution, open
QUICKLY = {
    "nothing yet": ([], (None, None, None, None)),
    "a call that was answered": ([call("02-01")], (0, None, None, 28)),
    "nobody reached, then somebody": ([missed("02-01"), call("02-05")], (4, None, None, 28)),
    "nobody ever reached": ([missed("02-01"), missed("02-05")], (None, None, None, 28)),
    "an e-mail without an answer": ([email("02-01")], (None, None, None, 28)),
    "an e-mail and its answer": ([email("02-01"), reply("02-09")], (8, 8, None, 28)),
    "an answer on the same day": ([email("02-01"), reply("02-01")], (0, 0, None, 28)),
    "what they sent before does not count": ([reply("01-20"), email("02-01")], (None,) * 3 + (28,)),
    "a call of theirs that was missed is no reply": (
        [email("02-01"), call("02-03", way=Direction.IN, reached=False)],
        (None, None, None, 28),
    ),
    "a letter and a call of theirs": (
        [letter("first", "02-01"), call("02-11", way=Direction.IN)],
        (10, 10, None, 28),
    ),
    "calling again is no answer to a letter": (
        [letter("first", "02-01"), call("02-11")],
        (10, None, None, 28),
    ),
    "an offer is an answer": ([letter("first", "02-01"), accepted("02-15")], (14, 14, None, 28)),
    "so is a final answer": (
        [letter("ceo", "02-01"), event("02-15", "final-response")],
        (14, 14, None, 28),
    ),
    "a delivery is none": ([email("02-01"), event("02-15", "delivered")], (None,) * 3 + (28,)),
    "thanks are no complaint": ([letter("thanks", "02-01")], (None,) * 4),
    "resolved": ([call("02-01"), ended("02-21", "resolved")], (0, None, 20, 20)),
    "resolved in part": ([call("02-01"), ended("02-21", "part")], (0, None, 20, 20)),
    "closed without a resolution": ([call("02-01"), ended("02-21", "not")], (0, None, None, 20)),
    "a closing day before the first call": (
        [call("02-01"), ended("01-21", "resolved")],
        (0, None, 0, 0),
    ),
}


@pytest.mark.parametrize(("lines", "expected"), QUICKLY.values(), ids=QUICKLY)
def test_days_are_counted_from_the_first_complaint(lines, expected):
    found = quickly(a_case(*lines), today=TODAY)
    assert expected == (
        found.days_to_reply,
        found.days_to_written_reply,
        found.days_to_resolution,
        found.days_open,
    )


def test_contacts_tries_transfers_and_minutes_are_counted():
    case = a_case(
        replace(call("02-01", tags=("Transferred",)), minutes=20),
        replace(missed("02-02"), minutes=30),
        replace(
            call("02-03", channel=Channel.VISIT, tags=("On hold 20 minutes", "hold")), minutes=40
        ),
        reply("02-04"),
        call("02-04", way=Direction.IN, reached=False),
        letter("first", "02-05"),
    )
    assert efficiently(case) == Efficiently(
        contacts=5,
        tries=3,
        unreached=1,
        letters=1,
        transfers=1,
        holds=1,
        hold_minutes=20,
        timed=3,
        minutes=90,
        call_minutes=50,
        lost_call_minutes=30,
    )


def test_promises_are_counted_by_what_became_of_them():
    case = a_case(
        call("02-01", by="02-05", kept=True),
        call("02-02", by="02-06"),
        call("02-03", by="04-06"),
        call("02-04", promised="to call back"),
    )
    assert promises_in(case, today=TODAY) == Promises(made=4, kept=1, broken=1, still_open=2)
    case = replace(case, outcome=closed("02-20"))
    assert promises_in(case, today=TODAY) == Promises(made=4, kept=1, broken=1, lapsed=2)


@pytest.mark.parametrize(
    "tag", ["denies-contact", "Contradiction", "contradicts", "denies contact"]
)
def test_only_a_tag_makes_a_contradiction(tag: str):
    case = a_case(call("02-01", by="02-05"), call("02-02", name="Ann", tags=("refused",)))
    assert score_case(case, today=TODAY).contradictions == ()
    case = a_case(call("02-01", by="02-05"), call("02-02", name="Ann", tags=(tag, "rude")))
    (found,) = score_case(case, today=TODAY).contradictions
    assert (found.seq, found.on, found.who) == (3, day("02-02"), "Ann")


def test_money_is_added_up_by_currency_and_never_mixed():
    naira = Money(amount=Decimal("7.10"), currency="NGN")
    assert added_up([usd("5.40"), naira, None, usd("0.10")]) == (naira, usd("5.50"))


def test_minutes_of_costs_are_not_added_to_those_of_contacts():
    case = a_case(
        replace(call("02-01"), minutes=20),
        costs=(cost("calls", minutes=20), cost("postage", usd("5.40"))),
    )
    score = score_case(case, today=TODAY)
    assert (score.efficiently.minutes, score.minutes_lost) == (20, 20)
    assert [one.what for one in score.costs] == ["calls", "postage"]
    assert score.money_lost == (usd("5.40"),)


def test_what_came_back_and_what_moved_it_are_those_of_the_closing():
    outcome = replace(closed("02-20"), amount=usd("84.20"), moved_by="a manager", fair=False)
    case = a_case(call("02-01"), resolution=Resolution(amount=usd("99.20")), outcome=outcome)
    score = score_case(case, today=TODAY)
    assert (score.got_back, score.asked_for) == ((usd("84.20"),), usd("99.20"))
    assert (score.moved_by, score.result) == ("a manager", "resolved")
    assert score.felt.fair is False
    assert score.felt.heard is None


def test_tags_are_counted_as_they_are_the_most_frequent_first():
    case = a_case(
        call("02-01", tags=("rude", "Refused")),
        call("02-02", tags=("refused", "my own words", " ", "on hold 1 minute")),
    )
    assert score_case(case, today=TODAY).tags == (
        TagCount(tag="refused", contacts=2),
        TagCount(tag="my-own-words", contacts=1),
        TagCount(tag="on-hold", contacts=1),
        TagCount(tag="rude", contacts=1),
    )
