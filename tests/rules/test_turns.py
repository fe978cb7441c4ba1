"""Whose turn is it the day after a promise was broken?"""

from dataclasses import replace
from datetime import date

from case_logs import a_case, call, day, manager

from complaintkit.model.case import Case
from complaintkit.model.encounter import Promise
from complaintkit.model.standing import Standing
from complaintkit.rules.standing import standing
from complaintkit.rules.summary import summarise
from complaintkit.store.reference import load_guide

GUIDE = load_guide()


def on(case: Case, today: str) -> Standing:
    return standing(summarise(case), today=day(today), guide=GUIDE)


def test_a_call_back_promised_for_the_same_day_is_missed_on_the_next():
    case = a_case(call("01-02", promised="a call back", by="01-02"))
    assert on(case, "01-02").state == "waiting"
    found = on(case, "01-03")
    assert (found.state, found.step_id, found.due) == ("overdue", "manager", day("01-02"))


def test_what_else_was_promised_in_the_same_call_puts_nothing_off():
    later = Promise(what="a refund", index=2, by=day("01-20"))
    undated = Promise(what="a letter", index=2)
    said = call("01-02", promised="a call back", by="01-02")
    for other in (later, undated):
        case = a_case(replace(said, promises=(*said.promises, other)))
        assert on(case, "01-03").state == "overdue"


def test_a_promise_made_later_that_day_is_a_new_date():
    case = a_case(
        call("01-02", promised="a call back", by="01-02"),
        call("01-02", promised="a refund", by="01-20"),
    )
    assert (on(case, "01-03").state, on(case, "01-03").due) == ("waiting", date(2026, 1, 20))


def test_somebody_higher_up_asked_on_that_day_has_days_of_their_own():
    case = a_case(call("01-02", promised="a call back", by="01-02"), manager("01-02"))
    assert (on(case, "01-03").state, on(case, "01-03").due) == ("waiting", date(2026, 1, 9))
