"""Tests of `remind`: a day of one's own, done, listed, and kept private."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from asking import done, open_case, typed
from terminal import dialogue

NOW = "2026-06-20T10:00:00-04:00"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)


def listed(*words: str) -> list[dict]:
    told = json.loads(typed("remind", *words, "--json").out)
    return [one for case in told["cases"] for one in case["reminders"]]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("friday", "Fri 26 Jun 2026"),
        ("today", "Sat 20 Jun 2026"),
        ("in 3 weeks", "Sat 11 Jul 2026"),
        ("2026-12-24", "Thu 24 Dec 2026"),
        ("in 2 working days", "Tue 23 Jun 2026"),
    ],
)
def test_the_day_is_said_as_for_promises_and_shown_back(words: str, day: str):
    open_case()
    out = done("remind", "call Ben", "--on", words)
    assert f"on: {day}" in out
    assert "text: call Ben" in out


def test_a_day_that_has_passed_is_refused_and_nothing_is_saved():
    open_case()
    answer = typed("remind", "call Ben", "--on", "2026-06-19")
    assert answer.code == 2
    assert "Fri 19 Jun 2026 has passed." in answer.said
    assert listed() == []


@pytest.mark.parametrize(
    ("words", "option"), [(("call Ben",), "--on friday"), (("--on", "friday"), "the text")]
)
def test_what_is_missing_is_named_where_nobody_can_be_asked(words: tuple[str, ...], option: str):
    open_case()
    answer = typed("remind", *words)
    assert answer.code == 2
    assert option in answer.said


def test_alone_it_lists_those_that_wait_the_soonest_first(monkeypatch: pytest.MonkeyPatch):
    open_case()
    assert "There is no reminder." in typed("remind").said
    done("remind", "later", "--on", "2026-07-03")
    done("remind", "sooner", "--on", "2026-06-22")
    lines = done("remind").splitlines()
    assert lines == [
        "Mon 22 Jun 2026, in 2 days  acme #3: sooner",
        "Fri 03 Jul 2026, in 13 days  acme #2: later",
    ]
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-06-23T10:00:00-04:00")
    assert typed("remind").code == 3


def test_done_lies_over_the_reminder_and_stays_done():
    open_case()
    done("remind", "call Ben", "--on", "friday")
    assert "the reminder #2" in done("remind", "--done", "2")
    assert [one["done"] for one in listed()] == [True]
    assert done("remind") == ""
    again = typed("remind", "--done", "2")
    assert (again.code, again.out) == (0, "")
    assert "was done already" in again.said


def test_the_command_that_today_prints_marks_it_as_done():
    open_case()
    done("remind", "call Ben", "--on", "today")
    command = next(
        clock["command"]
        for clock in json.loads(done("today", "--json"))["cases"][0]["clocks"]
        if clock["id"] == "reminder:2"
    )
    done(*command.split()[1:])
    assert [one["done"] for one in listed()] == [True]


def test_what_is_no_reminder_is_told_with_those_that_are():
    open_case()
    done("remind", "call Ben", "--on", "friday")
    answer = typed("remind", "--done", "1")
    assert answer.code == 1
    assert "#1 of “acme” is no reminder. These are: #2." in answer.said


@pytest.mark.parametrize(
    "words", [("x", "--done", "2"), ("--done", "2", "--on", "friday"), ("x", "--json")]
)
def test_two_wishes_at_once_are_refused(words: tuple[str, ...]):
    open_case()
    assert typed("remind", *words).code == 2


def test_a_closed_case_takes_no_reminder():
    open_case()
    done("close", "--outcome", "resolved")
    assert "is closed" in typed("remind", "call Ben", "--on", "friday").said


def test_nothing_of_it_is_in_a_pack(tmp_path: Path):
    open_case()
    done("remind", "SECRET-WORD to Ben", "--on", "2026-08-29")
    done("remind", "--done", "2")
    pack = tmp_path / "pack.zip"
    answer = typed("export", "acme", "-o", str(pack))
    assert "1 reminder of your own" in answer.said
    with ZipFile(pack) as opened:
        for name in opened.namelist():
            content = opened.read(name)
            assert b"SECRET-WORD" not in content, name
            assert b"2026-08-29" not in content, name
    done("verify", str(pack))


def test_at_a_terminal_what_is_missing_is_asked(empty_home: Path):
    open_case()
    shown, code = dialogue(empty_home, ["remind", "call Ben"], "yesterday", "friday")
    assert code == 0
    assert "has passed" in shown
    assert "Fri 26 Jun 2026" in shown
    shown, code = dialogue(empty_home, ["remind", "--on", "friday"], "write to the shop")
    assert code == 0
    assert [one["text"] for one in listed()] == ["call Ben", "write to the shop"]
