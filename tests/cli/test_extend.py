"""Tests of `extend`: a date that was moved, or a limit set aside, with the reason."""

import json
from pathlib import Path

import pytest
from asking import done, open_case, typed
from terminal import dialogue

NOW = "2026-12-01T10:00:00+00:00"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)


@pytest.fixture
def kettle() -> None:
    """A British purchase with a promise in #2 (by 18 December) and a delivery in #3."""
    done(
        "open", "kettle", "--company", "Brightwell", "--problem", "It leaks.", "--country", "GB",
        "--sector", "retail", "--want", "a refund",
    )  # fmt: skip
    done("log", "--said", "agreed", "--with", "Jo", "--promised", "a refund", "--by", "2026-12-18")
    done("event", "it came", "--kind", "delivered", "--on", "2026-11-20")


def clock(clock_id: str) -> dict:
    told = json.loads(typed("due", "--all", "--json").out)
    return next(one for one in told["cases"][0]["clocks"] if one["id"] == clock_id)


def moved() -> list[dict]:
    return json.loads(done("show", "--json"))["case"]["extensions"]


@pytest.mark.usefixtures("kettle")
@pytest.mark.parametrize(
    ("to", "day"),
    [
        ("2 weeks", "2027-01-01"),
        ("in 14 days", "2027-01-01"),
        ("a month", "2027-01-18"),
        ("15 working days", "2027-01-13"),  # without Christmas, Boxing Day (Monday) and New Year
        ("2 weeks from today", "2026-12-15"),
        ("friday", "2026-12-04"),
        ("2027-02-01", "2027-02-01"),
    ],
)
def test_words_that_count_go_on_from_the_old_date(to: str, day: str):
    out = done("extend", "2", "--to", to, "--reason", "Jo asked for it")
    assert "the old date: Fri 18 Dec 2026" in out
    (one,) = moved()
    assert (one["to"], one["before"]) == (day, "2026-12-18")
    assert clock("promise:2.1")["last_day"] == day
    assert "Jo asked for it" in clock("promise:2.1")["reasons"][0]


@pytest.mark.usefixtures("kettle")
def test_a_promise_that_was_moved_is_not_broken_before_its_new_day(
    monkeypatch: pytest.MonkeyPatch,
):
    done("extend", "#2", "--to", "2 weeks", "--reason", "Jo asked for it")
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-12-28T10:00:00+00:00")
    assert typed("next").code == 0
    (line,) = json.loads(done("promises", "--json"))["promises"]
    assert line["state"] == "open"
    assert line["promise"]["by"] == "2026-12-18"
    assert "by Fri 18 Dec 2026, moved to Fri 01 Jan 2027 – open" in " ".join(
        done("promises").split()
    )
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2027-01-02T10:00:00+00:00")
    assert typed("next").code == 3


@pytest.mark.usefixtures("kettle")
def test_of_several_promises_one_must_be_named():
    done(
        "log", "--said", "x", "--promised", "a call", "--by", "2026-12-03",
        "--promised", "a form", "--by", "2026-12-04",
    )  # fmt: skip
    answer = typed("extend", "4", "--to", "a week", "--reason", "x")
    assert answer.code == 2
    assert "Which one? 1: a call; 2: a form." in answer.said
    done("extend", "4", "--which", "2", "--to", "a week", "--reason", "x")
    assert clock("promise:4.2")["last_day"] == "2026-12-11"
    assert clock("promise:4.1")["last_day"] == "2026-12-03"


def test_a_sent_letter_gets_more_time_and_its_words_stay():
    open_case()
    done("profile", "--name", "Ann Lee", "--email", "ann@example.org")
    done("company", "--want", "a refund")
    done("letter", "first")
    done("sent", "1", "--via", "post", "--on", "today")
    text = typed("letter", "1").out
    before = clock("letter:1")["last_day"]
    number = str(clock("letter:1")["entry"])
    done("extend", number, "--to", "2027-01-20", "--reason", "they are moving offices")
    assert clock("letter:1")["last_day"] == "2027-01-20"
    (one,) = moved()
    assert (one["letter"], one["before"]) == (1, before)
    assert typed("letter", "1").out == text
    done("extend", "letter 1", "--to", "a week", "--reason", "once more")
    assert clock("letter:1")["last_day"] == "2027-01-27"


@pytest.mark.usefixtures("kettle")
def test_a_limit_is_moved_by_its_id():
    before = clock("limit:gb-reject-goods")["last_day"]
    done("extend", "gb-reject-goods", "--to", "a week", "--reason", "the shop agreed")
    assert moved()[0]["before"] == before == "2026-12-20"
    assert clock("limit:gb-reject-goods")["last_day"] == "2026-12-27"


@pytest.mark.usefixtures("kettle")
def test_the_command_of_a_limit_without_a_date_works_as_printed():
    one = clock("limit:all-warranty")
    assert one["state"] == "ask"
    command = one["command"].replace("DATE", "2027-06-01").replace("TEXT", "card")
    done(*command.split()[1:])
    one = clock("limit:all-warranty")
    assert (one["state"], one["last_day"]) == ("running", "2027-06-01")


@pytest.mark.usefixtures("kettle")
def test_a_limit_is_set_aside_and_comes_back_with_a_date():
    done("extend", "gb-reject-goods", "--aside", "--reason", "I keep it")
    assert clock("limit:gb-reject-goods")["state"] == "aside"
    assert (
        "It is set aside already"
        in typed("extend", "gb-reject-goods", "--aside", "--reason", "x").said
    )
    done("extend", "gb-reject-goods", "--to", "2026-12-20", "--reason", "I do not")
    assert clock("limit:gb-reject-goods")["state"] == "running"


@pytest.mark.usefixtures("kettle")
@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("gb-reject-good", "--to", "a week"), 2, "Did you mean gb-reject-goods?"),
        (("us-transfer-error", "--to", "a week"), 2, "is no limit of this case"),
        (("9", "--to", "a week"), 1, "has no entry #9"),
        (("1", "--to", "a week"), 1, "#1 of “kettle” holds no date that can be moved."),
        (("2", "--aside"), 2, "Only a limit can be set aside."),
        (("2", "--aside", "--to", "a week"), 2, "Give --aside or --to."),
        (("2", "--to", "2026-12-18"), 2, "Fri 18 Dec 2026 is its date already."),
        (("2", "--to", "03/04"), 0, ""),
        (("2", "--to", "whenever"), 2, "is not a date I can read"),
        (("2",), 2, "Answer it with --to"),
        ((), 2, "Which date is to be moved?"),
    ],
)
def test_what_cannot_be_moved_is_told_with_the_way_out(
    words: tuple[str, ...], code: int, says: str
):
    answer = typed("extend", *words, "--reason", "x")
    assert answer.code == code, answer
    assert says in answer.said
    assert bool(moved()) is (code == 0)


@pytest.mark.usefixtures("kettle")
def test_a_promise_that_is_settled_or_has_no_date_is_not_moved():
    done("log", "--said", "x", "--promised", "a call")
    done("promise", "2", "--broken")
    for number in ("2", "4"):
        answer = typed("extend", number, "--to", "a week", "--reason", "x")
        assert answer.code == 1
        assert "or you noted what became of them" in answer.said
    done("remind", "x", "--on", "friday")
    assert "complaintkit retract 6" in typed("extend", "6", "--to", "a week", "--reason", "x").said


@pytest.mark.usefixtures("kettle")
def test_a_day_that_has_passed_is_kept_with_a_note():
    answer = typed("extend", "2", "--to", "2026-11-25", "--reason", "it was so agreed")
    assert answer.code == 0
    assert "Please note: Wed 25 Nov 2026 has passed already." in answer.said


@pytest.mark.usefixtures("kettle")
def test_the_reason_is_needed():
    answer = typed("extend", "2", "--to", "a week")
    assert answer.code == 2
    assert "--reason" in answer.said
    assert typed("extend", "2", "--to", "a week", "--reason", " ").code == 2


@pytest.mark.usefixtures("kettle")
def test_taking_it_back_brings_the_old_date_back():
    done("extend", "2", "--to", "a week", "--reason", "x")
    done("retract", "4", "--reason", "they did not ask")
    assert clock("promise:2.1")["last_day"] == "2026-12-18"


@pytest.mark.usefixtures("kettle")
def test_at_a_terminal_the_dates_are_offered_by_number(empty_home: Path):
    shown, code = dialogue(empty_home, ["extend"], "1", "whenever", "2 weeks", "Jo asked", now=NOW)
    assert code == 0
    assert "1  Fri 18 Dec 2026: promised “a refund” (#2)" in shown
    assert "It was Fri 18 Dec 2026" in shown
    assert "is not a date I can read" in shown
    assert [one["to"] for one in moved()] == ["2027-01-01"]


@pytest.mark.usefixtures("kettle")
def test_the_timeline_tells_of_moved_dates_reminders_and_steps():
    done("extend", "2", "--to", "2 weeks", "--reason", "Jo asked for it")
    done("extend", "gb-reject-goods", "--aside", "--reason", "I keep it")
    done("remind", "call Jo", "--on", "2026-12-10")
    typed("next", "--take", "ceo", "--reason", "nobody else decides")
    done("remind", "--done", "6")
    told = " ".join(done("timeline").split())
    assert (
        "#4 Tue 01 Dec 2026 · date moved A date promised in #2 is moved to 1 Jan 2027 "
        "(before: 18 Dec 2026). Jo asked for it" in told
    )
    assert "The limit “gb-reject-goods” is set aside. I keep it" in told
    assert "For 10 Dec 2026: call Jo (done)" in told
    assert "own choice Step taken: ceo, instead of " in told
    assert "nobody else decides" in told
