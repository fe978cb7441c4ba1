"""Is a case closed with few questions, and are they asked once?"""

import json
from pathlib import Path

import pytest
import yaml
from asking import done, open_case, typed
from running import complaintkit
from running import done as ran
from terminal import CTRL_C, dialogue

ALL = (
    "--outcome", "part", "--amount", "84.20", "--currency", "USD", "--moved-by", "a manager",
    "--on", "2026-06-01", "--before", "1", "--after", "4", "--not-fair", "--heard",
    "--addressed", "--integrity", "2", "--honesty", "3", "--manner", "5",
)  # fmt: skip
TOLD = {
    "closed_on": "2026-06-01",
    "result": "part",
    "amount": {"amount": "84.20", "currency": "USD"},
    "moved_by": "a manager",
    "satisfaction_before": 1,
    "satisfaction_after": 4,
    "fair": False,
    "heard": True,
    "addressed": True,
    "integrity": 2,
    "honesty": 3,
    "manner": 5,
}


@pytest.fixture(autouse=True)
def the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-06-20T10:00:00-04:00")


def outcome(case: str = "acme") -> dict:
    told = json.loads(done("show", case, "--json"))["case"]["outcome"]
    return {
        key: answer for key, answer in told.items() if key != "seq" and answer not in (None, "")
    }


def a_case_that_moved() -> None:
    """Open a case with a kept promise, a supervisor and a letter."""
    open_case()
    done("profile", "--name", "Odessa Freeman", "--email", "o@example.org")
    done("log", "--with", "Luis, agent", "--said", "no", "--at", "2026-05-04")
    done("log", "--with", "Jane, supervisor", "--said", "yes", "--at", "2026-05-10",
         "--promised", "a refund", "--by", "2026-05-20")  # fmt: skip
    done("promise", "3", "--kept", "--on", "2026-05-19")


def test_every_answer_is_an_option_and_is_kept():
    open_case()
    saved = done("close", *ALL)
    assert "treated fairly: no" in saved
    assert "integrity, out of 5: 2" in saved
    assert outcome() == TOLD
    line = done("timeline")
    assert "Mon 01 Jun 2026 · case closed" in line
    assert "How it went: treated fairly no, listened to yes, dealt with yes." in line


def test_what_was_not_told_leaves_no_trace():
    open_case()
    assert "fair" not in done("close", "--outcome", "not")
    assert outcome() == {"closed_on": "2026-06-20", "result": "not"}


def test_all_of_it_goes_through_a_case_file_and_back(tmp_path: Path):
    open_case()
    done("close", *ALL)
    done("export", "acme", "--format", "yaml", "-o", str(tmp_path / "case.yaml"))
    written = yaml.safe_load((tmp_path / "case.yaml").read_text(encoding="utf-8"))
    assert written["outcome"]["signs"].keys() == {"fair", "heard", "addressed"}
    home, now = tmp_path / "home", "2026-06-20T10:00:00-04:00"
    ran(complaintkit(home, "import", str(tmp_path / "case.yaml"), now=now))
    again = json.loads(ran(complaintkit(home, "show", "acme", "--json", now=now)))
    assert TOLD.items() <= again["case"]["outcome"].items()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--honesty", "6"], "6 is off the scale."),
        (["--manner", "0"], "0 is off the scale."),
        (["--on", "2026-07-01"], "lies in the future"),
        (["--on", "2026-02-30"], "There is no 30 February 2026."),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_and_the_case_stays_open(words: list[str], says: str):
    open_case()
    answer = typed("close", "--outcome", "resolved", *words)
    assert answer.code == 2
    assert says in answer.said
    assert "open" in done("cases")


def test_no_to_the_few_questions_ends_the_dialogue(empty_home: Path):
    a_case_that_moved()
    shown, code = dialogue(empty_home, ["close"], "3", "n")
    assert code == 0
    assert "That they answered does not mean that it is resolved." in shown
    assert shown.count("A few questions about how it went? They stay on this machine.") == 1
    assert "note of thanks" not in shown
    assert outcome() == {"closed_on": "2026-06-20", "result": "not"}


def test_what_moved_it_is_chosen_from_the_log_and_every_question_can_be_skipped(empty_home: Path):
    a_case_that_moved()
    shown, code = dialogue(
        empty_home, ["close"], "1", "", "1", "y", "", "", "", "", "", "", "", "", "n"
    )
    assert code == 0
    assert "1  the talk with Jane, supervisor on 10 May 2026" in shown
    assert "Jane helped. Would you like to write a short note of thanks?" in shown
    assert outcome() == {
        "closed_on": "2026-06-20",
        "result": "resolved",
        "moved_by": "the talk with Jane, supervisor on 10 May 2026",
    }


def test_the_few_questions_are_asked_and_faulty_answers_again(empty_home: Path):
    a_case_that_moved()
    shown, code = dialogue(
        empty_home, ["close"],
        "2", "abc", "84.20 USD", "2", "the newspaper",  # the outcome, the sum, what moved it
        "y", "9", "two", "1", "4",  # how content
        "perhaps", "n", "yes", "Y",  # the three signs
        "2", "3", "5",  # the ratings
        "n",  # no thanks
    )  # fmt: skip
    assert code == 0
    assert "9 is off the scale." in shown
    assert "“two” is no number." in shown
    assert "“perhaps” is neither yes nor no." in shown
    changed = {"closed_on": "2026-06-20", "moved_by": "the newspaper"}
    assert outcome() == TOLD | changed


def test_an_option_is_not_asked_again(empty_home: Path):
    open_case()
    shown, code = dialogue(
        empty_home, ["close", "--fair", "--amount", "20", "--currency", "USD"],
        "2", "", "y", "", "", "", "", "", "", "",
    )  # fmt: skip
    assert code == 0
    assert "Were you treated fairly?" not in shown
    assert outcome()["fair"] is True
    assert outcome()["amount"] == {"amount": "20", "currency": "USD"}


def test_stopping_half_way_gives_the_answers_back_and_leaves_the_case_open(empty_home: Path):
    open_case()
    shown, code = dialogue(empty_home, ["close"], "1", "", "the letter to Ms Stone", CTRL_C)
    assert code == 130
    assert "the letter to Ms Stone" in shown.split("What you had typed:")[1]
    assert "open" in done("cases")


def test_the_thanks_are_written_for_the_closed_case(empty_home: Path):
    a_case_that_moved()
    shown, code = dialogue(empty_home, ["close"], "1", "", "1", "n", "y")
    assert code == 0
    assert "I would like to thank" in " ".join(shown.replace("‹", "").split())
    assert "This case is closed. Read the letter" not in " ".join(shown.split())
    (kept,) = (empty_home / "documents" / "acme").glob("letter-1-thanks.txt")
    assert "Thanks to Jane" in kept.read_text(encoding="utf-8")
    done("sent", "1", "--via", "post", "--on", "today", "--case", "acme")
    assert "closed" in done("cases")


def test_where_nobody_can_be_asked_the_thanks_are_a_line_that_works():
    a_case_that_moved()
    answer = typed("close", "--outcome", "resolved")
    assert "If you would like to thank Jane:" in answer.said
    command = "complaintkit letter thanks --case acme --entry 3"
    assert f"`{command}`" in answer.said
    done(*command.split()[1:])


def test_a_case_opened_again_shows_the_old_outcome_and_goes_on():
    a_case_that_moved()
    done("close", "--outcome", "resolved", "--moved-by", "a manager")
    done("reopen", "acme", "--reason", "the refund never came")
    line = done("timeline")
    assert "Case closed: resolved." in line
    assert "What moved it: a manager" in line
    assert line.index("Case closed") < line.index("the refund never came")
    assert json.loads(done("next", "acme", "--json"))["case"]["state"] == "act"
    assert outcome_is_gone()
    done("close", "--outcome", "part")


def outcome_is_gone() -> bool:
    return json.loads(done("show", "acme", "--json"))["case"]["outcome"] is None


def test_a_day_of_closing_before_the_last_contact_is_pointed_out():
    done("open", "kettle", "--company", "Acme", "--problem", "It broke.")
    done("log", "kettle", "--said", "no", "--at", "yesterday")
    answer = typed("close", "kettle", "--outcome", "not", "--on", "2020-01-01")
    assert answer.code == 0
    assert "Please note: The last contact in the log is of" in answer.said
