"""Are promises judged fairly, to the day?"""

from case_logs import a_case, call, day

from complaintkit.model.standing import PromiseState
from complaintkit.rules.promises import (
    broken_promises,
    ledger,
    open_promises,
    promise_state,
    to_ask_about,
)
from complaintkit.rules.summary import summarise

FRIDAY = call("01-02", by="01-09")


def state(met, today, closed_on=None):
    return promise_state(
        met.promises[0], today=day(today), closed_on=day(closed_on) if closed_on else None
    )


def test_promise_is_not_broken_on_the_day_it_falls_due():
    assert state(FRIDAY, "01-09") is PromiseState.OPEN
    assert broken_promises([FRIDAY], today=day("01-09")) == ()


def test_promise_is_broken_the_day_after():
    assert state(FRIDAY, "01-10") is PromiseState.BROKEN


def test_what_the_person_marked_counts_first():
    assert state(call("01-02", by="01-09", kept=True), "02-01") is PromiseState.KEPT
    assert state(call("01-02", by="01-09", kept=False), "01-03") is PromiseState.BROKEN


def test_promise_without_a_date_stays_open():
    undated = call("01-02", promised="to look into it")
    assert state(undated, "2030-01-01") is PromiseState.UNDATED
    assert open_promises([undated], today=day("2030-01-01"))[0].encounter == undated


def test_promise_not_due_when_the_case_was_closed_has_lapsed():
    assert state(FRIDAY, "02-01", closed_on="01-05") is PromiseState.LAPSED
    assert state(FRIDAY, "02-01", closed_on="01-10") is PromiseState.BROKEN


def test_ledger_is_in_the_order_in_which_promises_were_made():
    later = call("01-05", by="01-06")
    lines = ledger([later, FRIDAY], today=day("02-01"))
    assert [line.encounter.moment.on for line in lines] == [day("01-02"), day("01-05")]


def test_open_promises_come_soonest_first_and_undated_last():
    undated = call("01-01", promised="to call back")
    soon = call("01-05", by="01-07")
    lines = open_promises([undated, FRIDAY, soon], today=day("01-06"))
    assert [line.promise.by for line in lines] == [day("01-07"), day("01-09"), None]


def test_undated_promise_is_asked_about_from_the_fourteenth_day():
    undated = summarise(a_case(call("01-02", promised="to call back"))).undated
    assert to_ask_about(undated, today=day("01-15")) == ()
    assert to_ask_about(undated, today=day("01-16")) == undated
