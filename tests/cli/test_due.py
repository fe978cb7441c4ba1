"""Tests of `due`: every date that runs out, told apart, and the calendar file."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from asking import done, typed
from icalendar import Calendar

NOW = "2026-06-20T10:00:00-04:00"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)


def open_case(name: str = "acme", *options: str) -> None:
    done("open", name, "--company", "Acme", "--problem", "Charged twice.", *options)


def promise(by: str, case: str = "acme", at: str = "now") -> None:
    done(
        "log", case, "--with", "Jane", "--said", "agreed", "--at", at,
        "--promised", "a refund", "--by", by,
    )  # fmt: skip


def listed(*words: str) -> list[dict]:
    told = json.loads(typed("due", *words, "--json").out)
    return [clock | {"case": case["name"]} for case in told["cases"] for clock in case["clocks"]]


def test_the_soonest_comes_first_and_whose_it_is_stands_beside_it():
    open_case()
    promise("2026-07-03")
    done("remind", "call Ben", "--on", "2026-06-29")
    answer = typed("due")
    first, second = [line for line in answer.out.splitlines() if "2026, in" in line]
    assert first == "  Mon 29 Jun 2026, in 9 days  Yours  acme: your reminder #3: call Ben"
    assert second == "  Fri 03 Jul 2026, in 13 days  Theirs  acme: promised “a refund” (#2)"
    assert "Yours: your own last day" in answer.said
    assert answer.code == 0


def test_a_date_of_today_is_not_late():
    open_case()
    promise("today")
    answer = typed("due")
    assert "Sat 20 Jun 2026, today  Theirs" in answer.out
    assert "overdue" not in answer.out
    assert answer.code == 0


def test_what_is_overdue_comes_first_and_asks_for_attention():
    open_case("late")
    promise("2026-06-12", "late", at="2026-06-10")
    open_case("early")
    promise("2026-07-03", "early")
    answer = typed("due")
    assert answer.out.startswith("What is overdue:\n  Fri 12 Jun 2026, 8 days ago  Theirs  late: ")
    assert answer.out.index("late: ") < answer.out.index("What runs out:")
    assert answer.code == 3
    assert typed("due", "--case", "early").code == 0
    assert typed("due", "--json").code == 3


def test_a_reminder_that_has_passed_asks_for_attention(monkeypatch: pytest.MonkeyPatch):
    open_case()
    done("remind", "call Ben", "--on", "tomorrow")
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-06-23T10:00:00-04:00")
    answer = typed("due")
    assert "Sun 21 Jun 2026, 2 days ago  Yours  acme: your reminder #2: call Ben" in answer.out
    assert answer.code == 3
    done("remind", "--done", "2")
    assert typed("due").code == 0


def test_days_that_complaintkit_counts_itself_are_in_the_list():
    open_case()
    done("log", "--with", "Jane", "--said", "we will see")
    (wait,) = [one for one in listed() if one["id"] == "step"]
    assert (wait["whose"], wait["last_day"]) == ("theirs", "2026-06-27")
    assert "an answer, in days that complaintkit counts itself" in " ".join(done("due").split())
    promise("2026-07-03")
    assert [one["last_day"] for one in listed() if one["whose"] == "theirs"] == ["2026-07-03"]


def test_what_has_no_date_yet_names_its_command_and_the_command_works():
    open_case("kettle", "--country", "GB", "--sector", "retail", "--bought-on", "2026-06-10")
    out = done("due")
    assert "No date yet in kettle:" in out
    missing = [one for one in listed() if one["state"] == "missing"]
    assert missing
    for one in missing:
        command = one["command"].replace("DATE", "2026-06-12").split("'")
        words = [
            part for n, text in enumerate(command) for part in ([text] if n % 2 else text.split())
        ]
        assert typed(*words[1:]).code == 0, one["command"]


FACTS = {"payment": ("HOW", "debit-card"), "where": ("PLACE", "online"), "price": ("SUM", "70.00")}


@pytest.mark.parametrize("fact", FACTS)
def test_the_fact_that_a_limit_asks_for_is_taken_as_the_guide_prints_it(fact: str):
    from complaintkit.store.reference import load_guide

    open_case("acme", "--country", "US")
    command = load_guide().sentences[f"command-{fact}"].replace("{case}", "acme")
    blank, answer = FACTS[fact]
    assert command.endswith(f" {blank}")  # an example would be copied, and put a fact in the log
    done(*command.replace(blank, answer).split()[1:])
    case = json.loads(done("show", "--json"))["case"]
    assert case["purchase"][fact]


def test_what_is_over_is_shown_only_when_asked_for():
    open_case("kettle", "--country", "GB", "--sector", "retail")
    done("event", "it came", "--kind", "delivered", "--on", "2026-04-01")
    assert "What is over:" not in done("due")
    assert "`complaintkit due --all`" in typed("due").said
    assert "What is over:" in done("due", "--all")
    assert {one["state"] for one in listed()} & {"passed", "met", "aside"} == set()
    assert "passed" in {one["state"] for one in listed("--all")}


def test_without_any_date_that_is_said():
    open_case()
    done("close", "--outcome", "resolved")
    answer = typed("due")
    assert (answer.code, answer.out) == (0, "")
    assert "No date is running." in answer.said
    refused = typed("due", "--ics", "-")
    assert refused.code == 1
    assert "There is no date yet to put into a calendar." in refused.said


def test_lines_fit_a_screen_save_for_commands():
    open_case("kettle", "--country", "GB", "--sector", "retail", "--bought-on", "2026-06-10")
    promise("2026-07-03", "kettle")
    for line in done("due", "--all").splitlines():
        assert len(line) <= 80 or line.strip("` ").startswith("complaintkit ")


def events(content: str | bytes) -> dict[str, dict]:
    return {
        str(event["uid"]).split(".")[0]: event
        for event in Calendar.from_ical(content).walk("VEVENT")
    }


def test_the_calendar_file_has_a_day_and_two_alarms_for_each_date(tmp_path: Path):
    open_case()
    promise("2026-07-03")
    done("remind", "call Ben about 84.20", "--on", "2026-06-29")
    file = tmp_path / "due.ics"
    assert done("due", "--ics", str(file)).strip() == str(file)
    found = events(file.read_bytes())
    assert found.keys() == {"promise-2", "reminder-3"} | {"step"}
    event = found["promise-2"]
    assert event.decoded("dtstart") == date(2026, 7, 3)
    assert event["transp"] == "TRANSPARENT"
    assert event["status"] == "CONFIRMED"
    rings = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert rings == [timedelta(days=-7, hours=9), timedelta(hours=9)]
    assert found["step"]["status"] == "CANCELLED"
    for one in found.values():
        assert not re.search(r"in [0-9]+ days|days ago", str(one.get("description", "")))
        assert "84.20" not in str(one["summary"])
        assert "Ben" not in str(one["summary"])


def test_the_first_alarm_can_be_moved():
    open_case()
    promise("2026-07-03")
    out = typed("due", "--ics", "-", "--alarm", "2").out
    assert "TRIGGER:-P1DT15H" in out
    assert typed("due", "--ics", "-", "--alarm", "0").out.count("TRIGGER") == 1
    for words, says in (
        (("--ics", "-", "--alarm", "-1"), "An alarm cannot ring -1 days before."),
        (("--ics", "-", "--alarm", "400"), "from 0 to 365"),
        (("--alarm", "2"), "Add --ics complaints.ics."),
        (("--ics", "-", "--json"), "Give one of the two."),
    ):
        answer = typed("due", *words)
        assert (answer.code, answer.out) == (2, "")
        assert says in answer.said


def test_a_second_file_moves_what_was_extended(monkeypatch: pytest.MonkeyPatch):
    open_case()
    promise("2026-07-03")
    first = events(done("due", "--ics", "-"))["promise-2"]
    done("extend", "2", "--to", "2 weeks", "--reason", "Jane asked for it")
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-06-21T10:00:00-04:00")
    second = events(done("due", "--ics", "-"))["promise-2"]
    assert second["uid"] == first["uid"]
    assert second["sequence"] > first["sequence"]
    assert second.decoded("dtstamp") > first.decoded("dtstamp")
    assert second.decoded("dtstart") == date(2026, 7, 17)
    assert "Jane asked for it" in str(second["description"])


def test_the_same_log_and_clock_give_the_same_bytes():
    open_case("kettle", "--country", "GB", "--sector", "retail")
    done("event", "it came", "--kind", "delivered", "--on", "2026-06-01")
    assert done("due", "--ics", "-") == done("due", "--ics", "-")


def test_what_is_over_is_taken_out_again():
    open_case("kettle", "--country", "GB", "--sector", "retail")
    done("event", "it came", "--kind", "delivered", "--on", "2026-06-15")
    promise("2026-07-03", "kettle")
    done("offer", "a voucher", "--expires", "2026-07-10")
    done("remind", "call Ben", "--on", "2026-06-29")
    running = {
        key
        for key, one in events(done("due", "--ics", "-")).items()
        if one["status"] == "CONFIRMED"
    }
    assert {"promise-3", "offer-4", "reminder-5", "limit-gb-reject-goods"} <= running
    done("promise", "3", "--kept")
    done("offer", "4", "--declined")
    done("remind", "--done", "5")
    done("extend", "gb-reject-goods", "--aside", "--reason", "bought privately")
    now = events(done("due", "--ics", "-"))
    for key, day in (
        ("promise-3", date(2026, 7, 3)),
        ("offer-4", date(2026, 7, 10)),
        ("reminder-5", date(2026, 6, 29)),
        ("limit-gb-reject-goods", date(2026, 7, 15)),
    ):
        assert now[key]["status"] == "CANCELLED", key
        assert now[key].decoded("dtstart") == day
        assert not now[key].walk("VALARM")


def test_what_was_taken_back_is_taken_out_again():
    open_case()
    promise("2026-07-03")
    done("offer", "a voucher", "--expires", "2026-07-10")
    done("remind", "call Ben", "--on", "2026-06-29")
    running = {"promise-2", "offer-3", "reminder-4"}
    assert {k for k, one in events(done("due", "--ics", "-")).items()
            if one["status"] == "CONFIRMED"} == running  # fmt: skip
    for number in ("2", "3", "4"):
        done("retract", number, "--reason", "a slip")
    after = events(done("due", "--ics", "-"))
    assert {after[name]["status"] for name in running} == {"CANCELLED"}
    assert after["reminder-4"].decoded("dtstart") == date(2026, 6, 29)


def test_no_reminder_is_left_out_however_many_there_are():
    open_case()
    for day in range(1, 15):
        done("remind", f"do {day}", "--on", f"2026-07-{day:02}")
    for words in ((), ("--case", "acme")):
        assert sum(one["id"].startswith("reminder:") for one in listed(*words)) == 14
    assert len(events(done("due", "--ics", "-"))) == 14


def test_of_a_closed_case_all_dates_to_come_are_taken_out():
    open_case()
    promise("2026-07-03")
    done("close", "--outcome", "resolved")
    found = events(done("due", "--ics", "-"))
    assert found["promise-2"]["status"] == "CANCELLED"


def test_a_place_that_cannot_be_written_is_told_with_the_option(tmp_path: Path):
    open_case()
    promise("2026-07-03")
    answer = typed("due", "--ics", str(tmp_path))
    assert answer.code == 1
    assert "Choose another place with --ics FILE." in answer.said
