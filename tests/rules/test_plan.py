"""Does the plan say where the case stands, the next step, and what runs out?"""

from dataclasses import replace
from datetime import date

from case_logs import a_case, call
from hypothesis import given
from hypothesis import strategies as st

from complaintkit.model.case import Case
from complaintkit.model.clock import Clock, ClockState, Whose
from complaintkit.model.plan import Plan
from complaintkit.rules.limit_clocks import in_days
from complaintkit.rules.plan import plan
from complaintkit.rules.standing import standing
from complaintkit.rules.summary import summarise
from complaintkit.store.reference import guide_at, load_guide
from complaintkit.store.talk_words import load_plan_words

GUIDE, WORDS = load_guide(), load_plan_words()
TODAY = date(2026, 5, 4)


def plan_of(case: Case, today: date) -> Plan:
    summary = summarise(case, last_seq=99)
    stands = standing(summary, today=today, guide=guide_at(case.country, case.region))
    return plan(summary, stands, today=today, guide=GUIDE, words=WORDS)


def test_while_a_date_runs_it_is_named_once_and_the_next_rung_follows():
    made = plan_of(a_case(call("05-01", promised="a refund", by="05-20")), date(2026, 5, 4))
    assert made.stands == "It is their turn."
    assert "20 May 2026" in made.action
    assert made.due == ""
    assert made.after[-1] == "The step after this: Ask for a manager."


def test_a_date_that_has_passed_is_called_that():
    made = plan_of(a_case(call("05-01", by="05-20")), date(2026, 5, 21))
    assert made.due == "Their date, 20 May 2026, has passed"


def test_what_is_to_be_done_now_is_for_today():
    made = plan_of(a_case(), date(2026, 5, 4))
    assert made.due == "Today, 4 May 2026"
    assert made.do
    assert made.do_not


def test_outside_ways_come_by_day_and_the_unknown_last():
    case = a_case(call("04-20"), country="GB", sector="telecom")
    made = plan_of(case, date(2026, 5, 4))
    days = [one.on or date.max for one in made.dates]
    assert days == sorted(days)
    opening = next(one for one in made.dates if one.on)
    assert opening.when == "from 2 June 2026"
    later = next(one for one in plan_of(case, date(2026, 6, 2)).dates if one.on)
    assert later.when == "now"


def test_clocks_come_by_day_without_days_left_that_would_grow_old():
    def clock(name: str, on: str, state: ClockState, whose: Whose = Whose.YOURS) -> Clock:
        last = date.fromisoformat(on)
        left = (last - TODAY).days
        sentence = f"{name}: by {on} ({in_days(left)})."
        return Clock(
            id=name, whose=whose, state=state, title=name, sentence=sentence, last_day=last,
            days_left=left,
        )  # fmt: skip

    summary = summarise(a_case(call("04-20")), last_seq=99)
    stands = replace(
        standing(summary, today=TODAY, guide=GUIDE),
        clocks=(
            clock("Later", "2026-08-13", ClockState.RUNNING),
            clock("Sooner", "2026-05-05", ClockState.RUNNING),
            clock("Gone", "2026-05-01", ClockState.PASSED),
            clock("A way", "2026-06-01", ClockState.RUNNING, Whose.OPENS),
            clock("Unknown", "2026-06-01", ClockState.ASK),
        ),
    )
    made = plan(summary, stands, today=TODAY, guide=GUIDE, words=WORDS)
    assert made.dates[0].when == "by 5 May 2026"
    assert made.dates[0].what == "Sooner: by 2026-05-05."
    assert made.dates[1].what == "Later: by 2026-08-13."
    assert made.dates[-1].when == "ask"
    assert made.dates[-1].what.startswith("Unknown")
    assert not any(one.what.startswith(("Gone", "A way")) for one in made.dates)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_there_is_a_plan_on_any_day(today: date):
    case = a_case(call("02-01", by="02-09"), call("03-01", role="manager"), country="US")
    made = plan_of(case, today)
    assert made.action
    assert all(one.when and one.what for one in made.dates)
