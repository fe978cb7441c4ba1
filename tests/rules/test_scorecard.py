"""Are cases added up fairly, and does the picture hold what passed?"""

from dataclasses import replace
from decimal import Decimal

from case_logs import a_case, accepted, call, closed, day, letter, missed, reply

from complaintkit.model.money import Money
from complaintkit.model.score import Share
from complaintkit.model.standing import PromiseState
from complaintkit.rules.score import score_case
from complaintkit.rules.scorecard import passages, scorecard

TODAY = day("03-01")


def card(*cases):
    return scorecard("Brightwell", [score_case(case, today=TODAY) for case in cases]).together


def test_cases_are_added_up_and_days_listed_where_they_are_known():
    got = Money(amount=Decimal("20"), currency="USD")
    settled = replace(closed("02-20"), amount=got, satisfaction_before=1, satisfaction_after=4)
    found = card(
        a_case(call("02-01", by="02-05", tags=("rude",)), outcome=replace(settled, fair=True)),
        a_case(
            missed("02-01"), call("02-04", tags=("rude",)), outcome=replace(settled, fair=False)
        ),
        a_case(missed("02-01")),
        a_case(call("02-01"), outcome=replace(closed("02-20"), result="not")),
    )
    assert (found.cases, found.still_open, found.resolved, found.not_resolved) == (4, 1, 2, 1)
    assert found.days_to_reply == (0, 0, 3)
    assert found.days_to_resolution == (19, 19)
    assert (found.efficiently.tries, found.efficiently.unreached) == (5, 2)
    assert (found.promises.made, found.promises.broken) == (1, 1)
    assert found.got_back == (replace(got, amount=Decimal("40")),)
    assert found.content == ((1, 4), (1, 4))
    assert found.fair == Share(count=1, of=2)
    assert found.heard == Share()
    assert [(one.tag, one.contacts) for one in found.tags] == [("rude", 2)]


def test_the_picture_has_a_line_for_each_passage_and_the_days_between():
    case = a_case(
        call("02-01", by="02-05"), letter("first", "02-08"), reply("02-18"), accepted("02-18")
    )
    found = passages(case, today=TODAY)
    assert [(one.kind, one.way, one.days) for one in found] == [
        ("contact", "out", None),
        ("letter", "out", 7),
        ("contact", "in", 10),
        ("offer", "in", 0),
        ("today", "", 11),
    ]
    assert [mark.state for mark in found[0].promises] == [PromiseState.BROKEN]


def test_what_came_after_the_closing_stands_after_it():
    case = a_case(call("02-01"), letter("thanks", "02-25"), outcome=closed("02-20"))
    assert [one.kind for one in passages(case, today=TODAY)] == ["contact", "closed", "letter"]


def test_a_case_in_which_nothing_passed_has_only_today():
    assert [one.kind for one in passages(a_case(), today=TODAY)] == ["today"]
