"""Is the guide right about where a case stands, and does it always answer?"""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from case_logs import (
    MARCUS,
    a_case,
    accepted,
    call,
    closed,
    day,
    event,
    letter,
    manager,
    missed,
    reply,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from complaintkit.model.case import Case, Reminder, Resolution
from complaintkit.model.encounter import Channel, Encounter, Promise, Representative
from complaintkit.model.moment import Moment
from complaintkit.model.people import Company, Officer
from complaintkit.model.standing import Standing, StandingState
from complaintkit.model.summary import (
    Chosen,
    EventSeen,
    LetterOut,
    Move,
    MovedDate,
    OpenOffer,
    OwnDate,
    Rung,
    RungTried,
    Summary,
    Unkept,
)
from complaintkit.rules.event_kinds import EVENT_KINDS
from complaintkit.rules.ladder import REPLIES, rung_of
from complaintkit.rules.standing import standing, urgency
from complaintkit.rules.summary import summarise
from complaintkit.store.limits import load_limits
from complaintkit.store.reference import guide_at, load_guide

GUIDE = load_guide()
LIMITS = load_limits()
LOG = "complaintkit log kettle"
LOG_MANAGER = "complaintkit log kettle --role manager"
LOG_IN = "complaintkit log kettle --direction in"
CLOSE = "complaintkit close kettle --outcome resolved"
PACK = "complaintkit export kettle --format pack"
REOPEN = "complaintkit reopen kettle"
FIRST = "complaintkit letter first --case kettle"
HEAD = "complaintkit letter head-of-service --case kettle"
MANAGER = "complaintkit letter manager --case kettle"
CEO = "complaintkit letter ceo --case kettle"
REMINDER = "complaintkit letter reminder --case kettle"

TODAY = "today"

# (log so far, today) → (step, state, due, command)
ROWS = [
    # Nothing yet, or nobody reached
    ((), "01-01", "front-line", "prepare", TODAY, LOG),
    ((), "06-01", "front-line", "prepare", TODAY, LOG),
    ((event("01-01", "delivered"),), "01-02", "front-line", "prepare", TODAY, LOG),
    ((missed("01-02"),), "01-02", "front-line", "act", TODAY, LOG),
    ((missed("01-02"), missed("01-03")), "01-03", "head-of-service", "act", TODAY, FIRST),
    ((missed("01-02"), missed("01-03"), missed("01-04")), "01-05", "head-of-service", "act", TODAY,
     FIRST),
    ((missed("01-02"), call("01-03")), "01-03", "waiting", "waiting", "01-10", LOG_IN),
    # Front line
    ((call("01-02"),), "01-02", "waiting", "waiting", "01-09", LOG_IN),
    ((call("01-02"),), "01-09", "waiting", "waiting", "01-09", LOG_IN),
    ((call("01-02"),), "01-10", "manager", "act", TODAY, LOG_MANAGER),
    ((call("01-02", by="01-20"),), "01-03", "waiting", "waiting", "01-20", LOG_IN),
    ((call("01-02", by="01-20"),), "01-20", "waiting", "waiting", "01-20", LOG_IN),
    ((call("01-02", by="01-20"),), "01-21", "manager", "overdue", "01-20", LOG_MANAGER),
    ((call("01-02", by="01-03"),), "01-04", "manager", "overdue", "01-03", LOG_MANAGER),
    ((call("01-02", promised="to look into it"),), "01-09", "waiting", "waiting", "01-09", LOG_IN),
    ((call("01-02", promised="to look into it"),), "01-10", "manager", "act", TODAY, LOG_MANAGER),
    ((call("01-02", tags=("refused",)),), "01-02", "manager", "act", TODAY, LOG_MANAGER),
    ((call("01-02", by="01-05", kept=False, kept_on="01-04"),), "01-04", "manager", "overdue",
     "01-04", LOG_MANAGER),
    ((call("01-02", by="01-05", kept=True, kept_on="01-04"),), "01-04", "performed", "act", TODAY,
     CLOSE),
    # Calling the same people again puts nothing off; a new promise does
    ((call("01-02"), call("01-08")), "01-10", "manager", "act", TODAY, LOG_MANAGER),
    ((call("01-02"), call("01-20")), "01-20", "manager", "act", TODAY, LOG_MANAGER),
    ((call("01-02", by="01-05"), call("01-06")), "01-06", "manager", "overdue", "01-05",
     LOG_MANAGER),
    ((call("01-02", by="01-05"), call("01-06", by="01-12")), "01-08", "waiting", "waiting", "01-12",
     LOG_IN),
    ((call("01-02", by="01-05"), call("01-06", by="01-12")), "01-13", "manager", "overdue", "01-12",
     LOG_MANAGER),
    ((call("01-02", by="01-05"), call("01-05", by="01-12")), "01-06", "waiting", "waiting", "01-12",
     LOG_IN),
    ((call("01-02", by="01-05"), call("01-06", promised="to escalate")), "01-13", "waiting",
     "waiting", "01-13", LOG_IN),
    ((call("01-02", by="01-05"), call("01-06", promised="to escalate")), "01-14", "manager",
     "overdue", "01-05", LOG_MANAGER),
    ((call("01-02", by="01-10"), call("01-06", by="01-30")), "01-08", "waiting", "waiting", "01-10",
     LOG_IN),
    ((call("01-02", by="01-20"), call("01-06", promised="to call back")), "01-08", "waiting",
     "waiting", "01-20", LOG_IN),
    ((call("01-02", by="01-05", kept=True, kept_on="01-04"), call("01-06")), "01-06", "waiting",
     "waiting", "01-09", LOG_IN),
    # They answer
    ((call("01-02"), reply("01-05")), "01-05", "answered", "act", TODAY, CLOSE),
    ((call("01-02"), reply("01-05")), "02-05", "answered", "act", TODAY, CLOSE),
    ((call("01-02"), reply("01-05", by="01-15")), "01-10", "waiting", "waiting", "01-15", LOG_IN),
    ((call("01-02"), reply("01-05", by="01-15")), "01-16", "manager", "overdue", "01-15",
     LOG_MANAGER),
    ((call("01-02"), reply("01-05", tags=("refused",))), "01-05", "manager", "act", TODAY,
     LOG_MANAGER),
    ((call("01-02", by="01-04"), reply("01-06")), "01-06", "answered", "act", TODAY, CLOSE),
    # Manager
    ((manager("01-10"),), "01-12", "waiting", "waiting", "01-17", LOG_IN),
    ((call("01-02"), manager("01-10")), "01-17", "waiting", "waiting", "01-17", LOG_IN),
    ((call("01-02"), manager("01-10")), "01-18", "head-of-service", "act", TODAY, HEAD),
    ((call("01-02", by="01-05"), manager("01-10")), "01-12", "waiting", "waiting", "01-17", LOG_IN),
    ((call("01-02", by="01-05"), manager("01-10", by="01-12")), "01-13", "head-of-service",
     "overdue", "01-12", HEAD),
    ((call("01-02", by="01-14"), manager("01-10")), "01-15", "waiting", "waiting", "01-17", LOG_IN),
    ((call("01-02"), manager("01-10", tags=("refused",))), "01-10", "head-of-service", "act", TODAY,
     HEAD),
    ((call("01-02"), manager("01-10"), call("01-18")), "01-18", "head-of-service", "act", TODAY,
     HEAD),
    ((call("01-02"), missed("01-11", role="manager")), "01-11", "manager", "act", TODAY,
     LOG_MANAGER),
    ((call("01-02"), missed("01-11", role="manager"), missed("01-12", role="manager")), "01-12",
     "head-of-service", "act", TODAY, HEAD),
    # Letters
    ((letter("first", "01-02", "01-16"),), "01-16", "waiting", "waiting", "01-16", LOG_IN),
    ((letter("first", "01-02", "01-16"),), "01-17", "manager", "overdue", "01-16", MANAGER),
    ((letter("first", "01-02"),), "01-16", "waiting", "waiting", "01-16", LOG_IN),
    ((letter("first", "01-02"),), "01-17", "manager", "overdue", "01-16", MANAGER),
    ((call("01-02"), letter("first", "01-10", "01-24")), "01-25", "manager", "overdue", "01-24",
     MANAGER),
    ((call("01-02"), manager("01-10"), letter("first", "01-18", "02-01")), "02-01", "waiting",
     "waiting", "02-01", LOG_IN),
    ((call("01-02"), manager("01-10"), letter("first", "01-18", "02-01")), "02-02", "ceo",
     "overdue", "02-01", CEO),
    ((letter("first", "01-02", "01-16"), manager("01-17")), "01-25", "head-of-service", "overdue",
     "01-16", HEAD),
    ((letter("first", "01-02", "01-16"), letter("manager", "01-17", "01-31")), "02-01", "ceo",
     "overdue", "01-31", CEO),
    ((call("01-02"), letter("manager", "01-10", "01-24")), "01-25", "ceo", "overdue", "01-24", CEO),
    ((call("01-02", by="01-30"), letter("manager", "01-10", "01-24")), "01-12", "waiting",
     "waiting", "01-24", LOG_IN),
    ((call("01-02", by="01-12"), letter("manager", "01-10", "01-24")), "01-13", "waiting",
     "waiting", "01-24", LOG_IN),
    ((call("01-02"), letter("manager", "01-10", "01-24"), reply("01-20")), "01-20", "answered",
     "act", TODAY, CLOSE),
    ((call("01-02"), letter("manager", "01-10", "01-24"), reply("01-20")), "01-30", "answered",
     "act", TODAY, CLOSE),
    ((letter("manager", "01-10", "01-24"), reply("01-10")), "01-11", "answered", "act", TODAY,
     CLOSE),
    ((reply("01-10"), letter("manager", "01-10", "01-24")), "01-11", "waiting", "waiting", "01-24",
     LOG_IN),
    ((letter("manager", "01-10", "01-24"), reply("01-20", by="02-10")), "01-30", "waiting",
     "waiting", "02-10", LOG_IN),
    ((letter("manager", "01-10", "01-24"), reply("01-20", by="02-10")), "02-11", "ceo", "overdue",
     "02-10", CEO),
    ((letter("manager", "01-10", "01-24"), call("01-26")), "01-26", "ceo", "overdue", "01-24", CEO),
    ((letter("manager", "01-10", "01-24"), call("01-26", by="01-30")), "01-28", "waiting",
     "waiting", "01-30", LOG_IN),
    ((letter("manager", "01-10", "01-24"), letter("reminder", "01-25", "02-01")), "01-30",
     "waiting", "waiting", "02-01", LOG_IN),
    ((letter("manager", "01-10", "01-24"), letter("reminder", "01-25", "02-01")), "02-02", "ceo",
     "overdue", "02-01", CEO),
    ((letter("manager", "01-10", "01-24"), call("01-15", by="01-20")), "01-16", "waiting",
     "waiting", "01-20", LOG_IN),
    ((letter("manager", "01-10", "01-24"), call("01-15", by="01-20")), "01-21", "waiting",
     "waiting", "01-24", LOG_IN),
    ((call("01-02", by="01-12"), letter("manager", "01-10", "01-24")), "01-11", "waiting",
     "waiting", "01-24", LOG_IN),
    # Head of service and chief executive
    ((call("01-02", role="complaints team"),), "01-10", "waiting", "waiting", "01-16", LOG_IN),
    ((call("01-02", role="complaints team"),), "01-17", "head-of-service", "act", TODAY, HEAD),
    ((letter("ceo", "02-01", "02-15"),), "02-15", "waiting", "waiting", "02-15", LOG_IN),
    ((letter("ceo", "02-01", "02-15"),), "02-16", "reminder", "overdue", "02-15", REMINDER),
    ((letter("ceo", "02-01", "02-15"), letter("reminder", "02-16", "02-23")), "02-24", "outside",
     "overdue", "02-23", PACK),
    ((letter("ceo", "02-01", "02-15"), reply("02-10", role="executive office")), "02-10",
     "answered", "act", TODAY, CLOSE),
    ((call("02-01", role="executive office"),), "02-16", "ceo", "act", TODAY, CEO),
    # A final answer ends the ladder inside the company; outside bodies have their own clock
    ((call("01-02"), event("01-05", "deadlock")), "01-05", "outside", "act", TODAY, PACK),
    ((letter("manager", "01-10", "01-24"), event("01-20", "final-response")), "01-21", "outside",
     "act", TODAY, PACK),
    ((event("01-20", "final-response"), letter("ceo", "01-22", "02-05")), "01-25", "waiting",
     "waiting", "02-05", LOG_IN),
    ((event("01-20", "final-response"), letter("ceo", "01-22", "02-05")), "02-06", "outside", "act",
     TODAY, PACK),
    # Agreed
    ((call("01-02"), accepted("01-05")), "01-05", "agreed", "agreed", "01-19", CLOSE),
    ((call("01-02"), accepted("01-05")), "01-25", "agreed", "agreed", TODAY, CLOSE),
    ((call("01-02"), accepted("01-05"), reply("01-06", by="01-12")), "01-08", "agreed", "agreed",
     "01-12", CLOSE),
    ((call("01-02"), accepted("01-05"), reply("01-06", by="01-12")), "01-13", "manager", "overdue",
     "01-12", LOG_MANAGER),
    ((call("01-02", by="01-03"), accepted("01-05")), "01-06", "agreed", "agreed", "01-19", CLOSE),
    ((manager("01-02"), letter("accept", "01-05", "01-20")), "01-20", "agreed", "agreed", "01-20",
     CLOSE),
    ((manager("01-02"), letter("accept", "01-05", "01-20")), "01-21", "head-of-service",
     "overdue", "01-20", HEAD),
    # Closed
    ((closed("03-01"),), "03-02", "closed", "closed", None, REOPEN),
    ((call("01-02", by="01-05"), closed("03-01")), "03-02", "closed", "closed", None, REOPEN),
]  # fmt: skip


@pytest.mark.parametrize(("log", "today", "step", "state", "due", "command"), ROWS)
def test_log_and_day_give_the_standing(log, today, step, state, due, command):
    found = advice(a_case(*log), today)
    expected_due = None if due is None else day(today if due == TODAY else due)
    assert (found.step_id, found.state, found.due, found.command) == (
        step,
        state,
        expected_due,
        command,
    )
    assert found.overdue == (state == "overdue")
    assert found.days_left == (None if expected_due is None else (expected_due - day(today)).days)
    assert found.why
    assert found.action
    assert "{" not in found.why + found.action + " ".join(found.notes)


def advice(case: Case, today: str) -> Standing:
    return standing(summarise(case), today=day(today), guide=guide_at(case.country, case.region))


def test_due_today_is_not_late_and_is_said_so():
    found = advice(a_case(call("01-02", by="01-20")), "01-20")
    assert (found.overdue, found.days_left) == (False, 0)
    assert found.action == "Give them until the end of today, then check."


def test_broken_promise_is_named_with_person_and_both_dates():
    found = advice(a_case(call("01-02", by="01-20")), "01-21")
    assert found.why == (
        "On 2 January 2026 Jo promised “a refund” by 20 January 2026. "
        "The log does not show that it happened."
    )
    assert [promise.what for promise in found.broken_promises] == ["a refund"]


def test_manager_who_could_not_be_reached_is_named_as_the_reason():
    tries = missed("01-11", role="manager"), missed("01-12", role="manager")
    assert advice(a_case(call("01-02"), *tries), "01-12").why == (
        "You tried a manager twice, last on 12 January 2026, and reached nobody."
    )


def test_call_after_a_broken_promise_is_told_too():
    found = advice(a_case(call("01-02", by="01-05"), call("01-08")), "01-08")
    assert found.why.endswith(
        "You were in touch again on 8 January 2026, and there is no date left to wait for."
    )


def test_wait_told_before_the_complaint_is_the_one_in_force():
    case = a_case(country="GB", sector="telecom")
    assert "8 weeks after" in advice(case, "01-01").outside[0].sentence
    assert "6 weeks after" in advice(case, "05-01").outside[0].sentence


def test_promise_that_was_kept_after_all_has_a_way_out():
    found = advice(a_case(call("01-02", by="01-05")), "01-08")
    kept = "If it was kept after all: `complaintkit promise 2 --kept --which 1 --case kettle`"
    assert f"{kept} – and if that settles it: `{CLOSE}`" in found.notes


def test_person_without_a_name_gets_none():
    found = advice(a_case(call("01-02", name="", role="agent", by="01-20")), "01-21")
    assert "somebody at Brightwell (agent) promised" in found.why


def test_without_a_wish_the_guide_says_prepare_and_asks_for_one():
    found = advice(a_case(resolution=Resolution()), "01-01")
    assert found.step_id == "prepare"
    assert any("what you want" in note for note in found.notes)


def test_chief_executive_is_called_by_name_where_it_is_known():
    case = a_case(letter("manager", "01-10", "01-24"), company=MARCUS)
    assert advice(case, "01-25").action == "Write to Marcus Delgado at Brightwell."


def test_waiting_names_the_step_that_follows():
    found = advice(a_case(call("01-02", by="01-20")), "01-03")
    assert found.next_step_id == "manager"
    assert "you need not wait" in found.notes[0]


def test_answer_comes_with_the_command_for_each_way():
    found = advice(a_case(letter("manager", "01-10", "01-24"), reply("01-20")), "01-20")
    assert found.command == CLOSE
    assert any(CEO in note for note in found.notes)
    assert any("--direction in --promised TEXT --by DATE" in note for note in found.notes)


def test_undated_promise_is_asked_about_after_fourteen_days():
    case = a_case(call("01-02", promised="to look into it"))
    assert not any("Ask them by when" in note for note in advice(case, "01-15").notes)
    assert any("Ask them by when" in note for note in advice(case, "01-16").notes)


def test_case_name_is_quoted_for_the_shell():
    found = advice(a_case(name="Bob's {letter} kettle"), "01-01")
    assert found.command == "complaintkit log 'Bob'\"'\"'s {letter} kettle'"


def test_braces_in_the_log_stay_as_they_are():
    found = advice(a_case(call("01-02", promised="{what} {0}", by="01-20")), "01-21")
    assert "“{what} {0}”" in found.why


@pytest.mark.parametrize(
    ("role", "rung"),
    [
        ("", Rung.FRONT_LINE),
        ("agent", Rung.FRONT_LINE),
        ("billing", Rung.FRONT_LINE),
        ("customer service executive", Rung.FRONT_LINE),
        ("Account Manager", Rung.FRONT_LINE),
        ("supervisor", Rung.MANAGER),
        ("Duty manager", Rung.MANAGER),
        ("team-leader", Rung.MANAGER),
        ("Complaints manager", Rung.HEAD_OF_SERVICE),
        ("Head of Customer Care", Rung.HEAD_OF_SERVICE),
        ("corporate care", Rung.HEAD_OF_SERVICE),
        ("Vice President, Service", Rung.HEAD_OF_SERVICE),
        ("grievance officer", Rung.HEAD_OF_SERVICE),
        ("director", Rung.HEAD_OF_SERVICE),
        ("Managing Director", Rung.CEO),
        ("President", Rung.CEO),
        ("Chief Executive Officer", Rung.CEO),
        ("CEO's office", Rung.CEO),
        ("Executive Office", Rung.CEO),
    ],
)
def test_role_words_say_the_rung(role, rung):
    assert rung_of(Representative(name="Jo", role=role)) is rung


def test_role_behind_a_comma_counts_when_no_role_was_given():
    assert rung_of(Representative(name="Jane, supervisor")) is Rung.MANAGER


# Outside bodies run beside the ladder


@pytest.mark.parametrize(
    ("country", "sector", "log", "today", "body", "opens"),
    [
        ("GB", "bank", (call("01-02"),), "01-03", "gb-fos", "02-28"),
        ("GB", "bank", (call("01-02"), event("01-20", "final-response")), "01-21", "gb-fos",
         "01-20"),
        ("GB", "telecom", (call("04-07"),), "04-08", "gb-communications", "06-03"),
        ("GB", "telecom", (call("04-08"),), "04-08", "gb-communications", "05-21"),
        ("GB", "airline", (call("01-02"),), "01-03", "gb-airline-scheme", None),
        ("GB", "airline", (letter("first", "01-02", "01-16"),), "01-03", "gb-airline-scheme",
         "02-28"),
        ("AU", "bank", (call("01-02"),), "01-03", "au-afca", "02-02"),
        ("US", "bank", (), "01-01", "us-cfpb", "01-01"),
        ("US", "telecom", (call("01-02"),), "01-03", "us-fcc", "01-01"),
        ("CA", "bank", (call("01-02", channel=Channel.EMAIL),), "02-03", "ca-obsi", "02-28"),
        ("FR", "retail", (call("01-02", channel=Channel.EMAIL),), "01-03", "fr-ecc", "01-24"),
        ("JP", "retail", (call("01-02"),), "01-03", "any", None),
    ],
)  # fmt: skip
def test_outside_body_opens_on_its_own_day(country, sector, log, today, body, opens):
    case = a_case(*log, country=country, sector=sector)
    way = advice(case, today).outside[0]
    assert (way.body_id, way.open_from) == (body, day(opens) if opens else None)


def test_body_for_cases_across_a_border_is_not_named_at_home():
    mail = call("01-02", channel=Channel.EMAIL)
    abroad = a_case(mail, country="DE", company=Company(name="X", country="FR"))
    at_home = a_case(mail, country="DE", company=Company(name="X", country="DE"))
    assert advice(abroad, "01-03").outside[0].body_id == "de-ecc"
    assert "de-ecc" not in {way.body_id for way in advice(at_home, "01-03").outside}


def test_unverified_wait_is_never_computed():
    case = a_case(call("01-02"), country="CA", region="CA-MB", sector="retail")
    way = advice(case, "06-01").outside[0]
    assert (way.body_id, way.open_from) == ("ca-mb-cpo", None)
    assert "Ask when they would take your case" in way.sentence


def test_final_response_starts_the_six_months_of_the_ombudsman():
    case = a_case(event("08-31", "final-response"), country="GB", sector="bank")
    way = advice(case, "09-01").outside[0]
    assert way.refer_by == date(2027, 2, 28)
    assert "by 28 February 2027 at the latest" in way.sentence


def test_most_urgent_standing_comes_first():
    logs = {
        "long overdue": (call("01-02", by="01-05"),),
        "overdue": (call("01-02", by="01-20"),),
        "my turn": (call("01-02"),),
        "agreed": (accepted("01-30"),),
        "soon": (letter("first", "01-20", "02-03"),),
        "later": (letter("first", "01-20", "02-20"),),
        "closed": (closed("01-20"),),
    }
    found = {
        name: urgency(summarise(a_case(*log)), today=day("02-01"), guide=GUIDE)
        for name, log in logs.items()
    }
    assert sorted(found, key=lambda name: found[name]) == list(logs)


# No log at all makes the guide fail or go silent

days = st.dates()
maybe_days = st.none() | days
words = st.text(max_size=12)
rungs = st.sampled_from([Rung.FRONT_LINE, Rung.MANAGER, Rung.HEAD_OF_SERVICE, Rung.CEO])
unkept = st.builds(
    Unkept,
    seq=st.integers(1, 50),
    place=st.integers(1, 3),
    what=words,
    who=words,
    made_on=days,
    rung=rungs,
    due=maybe_days,
    broken_on=maybe_days,
)
letters = st.builds(
    LetterOut,
    number=st.integers(1, 20),
    kind=st.sampled_from(
        ["first", "manager", "ceo", "reminder", "accept", "thanks", "records", "agency", "mine"]
    ),
    seq=st.integers(1, 50),
    sent_on=days,
    answer_by=maybe_days,
)
moves = st.builds(
    Move,
    way=st.sampled_from(["out", "in", "letter"]),
    on=days,
    seq=st.integers(1, 50),
    rung=rungs,
    who=words,
    promised=st.booleans(),
    refused=st.booleans(),
    reply=st.sampled_from(["", *REPLIES]),
)
tried = st.builds(
    RungTried,
    first_on=maybe_days,
    last_on=maybe_days,
    missed=st.integers(0, 5),
    missed_on=maybe_days,
)
EVENTS = sorted({*EVENT_KINDS, "final-refusal"} - {"other"})
events_seen = st.builds(
    lambda kind, on, later: EventSeen(kind, on, 3, max(on, later), 4),
    st.sampled_from(EVENTS),
    days,
    days,
)
open_offers = st.builds(OpenOffer, seq=st.integers(1, 50), on=days, what=words, expires=maybe_days)
moved_dates = st.builds(
    MovedDate,
    seq=st.integers(1, 50),
    what=st.sampled_from(["letter 1", "promise 3.1", "limit all-court", "limit gb-reject-goods"]),
    to=maybe_days,
    reason=words,
    before=maybe_days,
)
summaries = st.builds(
    Summary,
    case_id=words,
    name=words,
    title=words,
    company=words,
    opened_on=days,
    country=st.sampled_from(["", "GB", "US", "AU", "DE", "XX"]),
    sector=st.sampled_from(["", "bank", "telecom", "retail"]),
    head=words,
    is_open=st.booleans() | st.just(True),
    has_resolution=st.booleans(),
    answer_days=st.none() | st.integers(0, 10**9),
    first_complaint_on=maybe_days,
    first_written_on=maybe_days,
    last_incoming_on=maybe_days,
    rungs=st.tuples(tried, tried, tried, tried),
    last_move=st.none() | moves,
    letters=st.lists(letters, max_size=4).map(tuple),
    written=st.lists(
        st.tuples(st.sampled_from(["first", "manager", "ceo", "agency", "final-notice"]), days),
        max_size=3,
    ).map(tuple),
    promises=st.lists(unkept.filter(lambda one: one.due), max_size=4).map(tuple),
    undated=st.lists(unkept.map(lambda one: one._replace(due=None)), max_size=3).map(tuple),
    kept_on=maybe_days,
    kept_what=words,
    agreed_on=maybe_days,
    final_on=maybe_days,
    closed_on=maybe_days,
    sorting=st.sampled_from(["", "tricked", "failed", "danger", "none", "?"]),
    needs_sorting=st.booleans(),
    bought_on=maybe_days,
    payment=st.sampled_from(["", "credit card", "debit card", "cash"]),
    where=st.sampled_from(["", "online", "at my door"]),
    price=st.sampled_from(["", "0", "70.00", "9999", "many"]),
    currency=st.sampled_from(["", "USD", "GBP"]),
    events=st.lists(events_seen, max_size=5, unique_by=lambda one: one.kind).map(tuple),
    first_sent=st.lists(
        st.tuples(st.sampled_from(["first", "records", "card-dispute"]), days), max_size=3
    ).map(tuple),
    offers=st.lists(open_offers, max_size=2).map(tuple),
    offer_answered_on=maybe_days,
    reminders=st.lists(
        st.builds(OwnDate, seq=st.integers(1, 50), on=days, text=words), max_size=2
    ).map(tuple),
    moved=st.lists(moved_dates, max_size=3).map(tuple),
    chosen=st.none()
    | st.builds(
        Chosen,
        seq=st.integers(1, 50),
        on=days,
        step=st.sampled_from(["ceo", "manager", "outside", "reminder", "?"]),
        reason=words,
    ),
)


@settings(max_examples=400, deadline=None)
@given(summary=summaries, today=days)
def test_guide_always_answers(summary, today):
    found = standing(summary, today=today, guide=GUIDE, limits=LIMITS)
    assert found.headline
    assert found.why
    assert found.action
    assert found.command.startswith("complaintkit ")
    if found.overdue:
        assert found.due <= today or found.clocks
    if found.state is StandingState.WAITING:
        assert found.due >= today
    for clock in found.clocks:
        assert clock.sentence
        assert (clock.last_day is None) == (clock.days_left is None)
        if clock.is_running:
            assert clock.days_left >= 0
    assert len({clock.id for clock in found.clocks}) >= len(found.clocks) - 10
    urgency(summary, today=today, guide=GUIDE, limits=LIMITS)


# Three cases, replayed day by day: is it sensible read aloud?


def met(at: str, role: str = "", name: str = "", **fields: object) -> Encounter:
    promises = tuple(
        Promise(what=what, index=index, by=date.fromisoformat(by) if by else None)
        for index, (what, by) in enumerate(fields.pop("promised", ()), start=1)
    )
    return Encounter(
        seq=0,
        entry_id="",
        moment=Moment(wall=datetime.fromisoformat(at)),
        representative=Representative(name=name, role=role) if name or role else None,
        promises=promises,
        **fields,
    )


CARD_POINTS = a_case(
    met("2026-01-12T09:00", "agent", promised=[("points credited", "2026-04-12")]),
    met(
        "2026-04-13T12:30",
        "agent",
        "Jo",
        channel=Channel.CHAT,
        promised=[("an e-mail with the result", "2026-04-20")],
    ),
    met("2026-04-28T17:20", "corporate care", reached=False, said="voice mail only"),
    name="card-points",
    company=Company(name="Harbor & Finch Card Services"),
    country="US",
    region="US-NY",
    sector="bank",
    opened_on=date(2026, 5, 4),
    resolution=Resolution(want="24,000 points credited", answer_days=21),
)
GAS_ESTIMATE = a_case(
    met("2026-03-29T02:30", channel=Channel.WEB_FORM, said="reading 18.402 m³ accepted"),
    name="gas-estimate",
    company=Company(name="Stadtwerke Isarbogen AG"),
    country="DE",
    sector="utility",
    opened_on=date(2026, 3, 30),
    resolution=Resolution(want="a corrected bill", answer_days=28),
)
MISSING_CREDIT = a_case(
    met(
        "2026-01-12T13:00",
        "Retention",
        "Ms Ruiz",
        promised=[("a credit of $20.00 a month for twelve months", "2026-02-28")],
    ),
    met("2026-04-14T13:00", "billing", "Devon", promised=[("to escalate the matter", "")]),
    name="missing-credit",
    company=Company(name="Peachline Communications", head=Officer(name="Marcus Delgado")),
    country="US",
    sector="telecom",
    opened_on=date(2026, 5, 18),
    resolution=Resolution(want="a credit of $80.00", answer_days=14),
)


def replayed(case: Case, until: str) -> list[tuple[str, Standing]]:
    """Return the advice of each day on which it changes, the log growing day by day."""
    told: list[tuple[str, Standing]] = []
    today = min(one.moment.on for one in case.encounters) - timedelta(days=1)
    while today <= date.fromisoformat(until):
        so_far = replace(
            case, encounters=tuple(one for one in case.encounters if one.moment.on <= today)
        )
        found = standing(summarise(so_far), today=today, guide=GUIDE)
        if not told or (told[-1][1].why, told[-1][1].action) != (found.why, found.action):
            told.append((today.isoformat(), found))
        today += timedelta(days=1)
    return told


@pytest.mark.parametrize(
    ("case", "until", "expected"),
    [
        (
            CARD_POINTS,
            "2026-05-04",
            [
                ("2026-01-11", "front-line", "prepare"),
                ("2026-01-12", "waiting", "waiting"),
                ("2026-04-12", "waiting", "waiting"),
                ("2026-04-13", "waiting", "waiting"),
                ("2026-04-20", "waiting", "waiting"),
                ("2026-04-21", "manager", "overdue"),
            ],
        ),
        (
            GAS_ESTIMATE,
            "2026-05-04",
            [
                ("2026-03-28", "front-line", "prepare"),
                ("2026-03-29", "waiting", "waiting"),
                ("2026-04-05", "waiting", "waiting"),
                ("2026-04-06", "manager", "act"),
            ],
        ),
        (
            MISSING_CREDIT,
            "2026-05-18",
            [
                ("2026-01-11", "front-line", "prepare"),
                ("2026-01-12", "waiting", "waiting"),
                ("2026-02-28", "waiting", "waiting"),
                ("2026-03-01", "manager", "overdue"),
                ("2026-04-14", "waiting", "waiting"),
                ("2026-04-21", "waiting", "waiting"),
                ("2026-04-22", "manager", "overdue"),
            ],
        ),
    ],
    ids=["card-points", "gas-estimate", "missing-credit"],
)
def test_advice_follows_the_case_day_by_day(case, until, expected):
    told = replayed(case, until)
    assert [(on, found.step_id, found.state) for on, found in told] == expected


def test_one_try_with_corporate_care_is_told_and_does_not_climb():
    found = replayed(CARD_POINTS, "2026-05-04")[-1][1]
    final = standing(summarise(CARD_POINTS), today=date(2026, 5, 4), guide=GUIDE)
    assert found.step_id == final.step_id == "manager"
    assert any("On 28 April 2026 you tried the complaints team" in note for note in final.notes)


def test_a_last_day_of_an_outside_body_that_is_over_is_told_as_over():
    case = a_case(call("01-02"), event("02-28", "final-response"), country="GB", sector="bank")
    by, over = (advice(case, today).outside[0].sentence for today in ("08-28", "08-29"))
    assert by.startswith("Go to the Financial Ombudsman Service by 28 August 2026 at the latest.")
    assert over == (
        "The last day for the Financial Ombudsman Service was 28 August 2026. "
        "Ask them whether they may still take it."
    )


def test_a_reminder_of_today_has_no_last_day():
    waiting = (Reminder(seq=9, entry_id="", on=day("01-05"), text="ask Jo", done=False),)
    (clock,) = (one for one in advice(a_case(reminders=waiting), "01-05").clocks if one.entry)
    assert clock.sentence == "Your own reminder for 5 January 2026 (today): ask Jo"
