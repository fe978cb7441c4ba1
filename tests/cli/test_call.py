"""Does a call go from the card to the entry without anything being typed twice?"""

import json
import re
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pexpect
import pypdf
import pytest
from asking import done, open_case, typed
from call_cases import DAYS, FLOORS, import_example
from terminal import CTRL_C, PROMPT, dialogue, spawned

from complaintkit.cli import hold
from complaintkit.store.home import Home
from complaintkit.store.journal import Log

NOW = "2026-06-20T10:00:00-04:00"
DIALLED, ANSWERED, SKIP, NOBODY = "", "", "", "x"


@pytest.fixture(name="home")
def the_home(empty_home: Path) -> Path:
    return empty_home


@pytest.fixture(params=DAYS)
def example(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Import one example, on its day."""
    name: str = request.param
    monkeypatch.setenv("COMPLAINTKIT_NOW", DAYS[name])
    import_example(name, tmp_path)
    return name


def test_card_of_an_example_is_as_agreed(example: str, golden: Callable[[str, str], None]):
    answer = typed("call", example)
    assert answer.code == 0
    golden(f"cards/{example}.txt", answer.out)
    assert "complaintkit log" in answer.err
    assert "saved" not in answer.out


def test_floor_is_on_no_card_and_on_no_page(example: str, tmp_path: Path):
    floor = FLOORS[example]
    assert floor in done("show", example)
    shown = done("call", example) + done("call", example, "--json")
    for command in ("call", "next"):
        page = tmp_path / f"{command}.pdf"
        assert typed(command, example, "--print", "-o", str(page)).code in (0, 3)
        shown += pypdf.PdfReader(page).pages[0].extract_text()
    assert floor not in " ".join(shown.split())


def test_page_goes_where_letters_go_or_to_the_standard_output(home: Path):
    open_case()
    done("call", "--print")
    done("next", "--print")
    names = sorted(path.name for path in (home / "documents" / "acme").iterdir())
    assert [re.sub(r"\d{4}-\d\d-\d\d", "DAY", name) for name in names] == [
        "call-DAY.pdf",
        "plan-DAY.pdf",
    ]
    assert done("call", "-o", "-").startswith("%PDF")
    assert done("next", "-o", "-").startswith("%PDF")
    assert typed("call", "--json", "--print").code == 2
    assert typed("next", "--json", "--print").code == 2


def test_plan_ends_in_three_where_something_is_overdue(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)
    open_case()
    done("log", "--said", "yes", "--promised", "a refund", "--at", "2026-05-04", "--by", "friday")
    assert typed("next", "--print").code == 3


def test_plan_shows_no_account_and_no_reference(tmp_path: Path):
    open_case()
    done("company", "--account", "0417-99", "--want", "a refund")
    done("log", "--said", "no", "--ref", "R-7788")
    page = tmp_path / "plan.pdf"
    done("next", "--print", "-o", str(page))
    text = pypdf.PdfReader(page).pages[0].extract_text()
    assert "Ask calmly for a manager" in text or "Give them until" in text
    assert "0417-99" not in text
    assert "R-7788" not in text


def test_a_closed_case_and_an_unknown_one_are_told_at_once():
    open_case()
    assert typed("call", "nocase").code == 1
    done("close", "--outcome", "resolved")
    answer = typed("call", "acme")
    assert answer.code == 2
    assert "reopen" in answer.said


def test_a_whole_call_becomes_one_entry_and_a_confirming_e_mail(home: Path):
    open_case()
    done("profile", "--name", "Odessa Freeman", "--email", "o@example.org")
    shown, code = dialogue(
        home, ["call"],
        DIALLED, ANSWERED,
        "Jane, supervisor", "R-77", "it was a mistake", "a refund of $84.20", "someday", "friday",
        "a letter", SKIP, SKIP,
        "the fee of $15", "it is policy, and she decides",
        "many", "12", "y",
    )  # fmt: skip
    assert code == 0, shown
    assert shown.count("Say this in one breath") == 2  # on the card, and when somebody answers
    assert "The minutes are measured all the same" in " ".join(shown.split())
    assert "Letter 1 (confirm-call) is a draft in acme." in shown
    met = json.loads(done("show", "--json"))["case"]["encounters"]
    assert len(met) == 1
    entry = met[0]
    assert entry["representative"] == {"name": "Jane", "role": "supervisor"}
    assert entry["moment"]["wall"] == "2026-06-20T10:00:00"
    assert (entry["channel"], entry["direction"], entry["reached"]) == ("phone", "out", True)
    assert entry["reference"] == "R-77"
    assert entry["minutes"] == 12
    assert entry["tags"] == ["refused"]
    assert entry["said"] == (
        "it was a mistake. Refused: the fee of $15. "
        "Who decides, and whether it is policy: it is policy, and she decides"
    )
    assert [(one["what"], one["by"]) for one in entry["promises"]] == [
        ("a refund of $84.20", "2026-06-26"),
        ("a letter", None),
    ]
    letter = (home / "documents" / "acme" / "letter-1-confirm-call.txt").read_text("utf-8")
    assert "a refund of $84.20" in letter


def test_without_a_promise_the_next_step_follows(home: Path):
    open_case()
    shown, code = dialogue(
        home, ["call"], DIALLED, ANSWERED, SKIP, SKIP, "they will not", SKIP, SKIP, ""
    )
    assert code == 0, shown
    assert "confirming e-mail" not in shown
    assert "Next: Decide" in shown or "Next: Give them" in shown or "Next: Ask" in shown


def test_a_call_of_which_nothing_is_told_asks_once_more(home: Path):
    open_case()
    shown, code = dialogue(
        home, ["call"], DIALLED, ANSWERED, SKIP, SKIP, SKIP, SKIP, SKIP, "", "they hung up", ""
    )
    assert code == 0, shown
    assert "An answer is needed here." in shown
    assert "said: they hung up" in shown


def test_nobody_reached_is_saved_as_that(home: Path):
    open_case()
    shown, code = dialogue(home, ["call"], DIALLED, NOBODY, "the line was cut", "22")
    assert code == 0, shown
    entry = json.loads(done("show", "--json"))["case"]["encounters"][0]
    assert entry["reached"] is False
    assert entry["minutes"] == 22
    assert entry["said"] == "the line was cut"


def test_not_calling_now_writes_nothing_down(home: Path):
    open_case()
    shown, code = dialogue(home, ["call"], "x")
    assert code == 0
    assert "complaintkit log acme" in shown
    assert json.loads(done("show", "--json"))["case"]["encounters"] == []


def test_somebody_led_by_the_numbers_comes_to_the_card(home: Path):
    open_case()
    done("company", "--want", "a refund")
    shown, code = dialogue(home, [], "1", "y", DIALLED, NOBODY, "", "", "")
    assert code == 0, shown
    assert "Say this in one breath" in shown
    assert "reached: no" in shown


TALK = ("Jane, supervisor", "R-77", "it was a mistake", "a refund of $84.20", "friday", SKIP)


@pytest.mark.parametrize("answered", range(len(TALK) + 1))
def test_ctrl_c_at_any_moment_of_the_talk_gives_back_what_was_typed(home: Path, answered: int):
    open_case()
    shown, code = dialogue(home, ["call"], DIALLED, ANSWERED, *TALK[:answered], CTRL_C)
    assert code == 130
    given_back = shown.split("What you had typed:")[1]
    assert "dialled on 2026-06-20 at 10:00" in given_back
    for text in filter(None, TALK[:answered]):
        assert text in given_back
    kept = next((home / "recovery").iterdir()).read_text("utf-8")
    assert all(text in kept for text in TALK[:answered])


def test_ctrl_c_on_hold_tells_when_it_was_dialled(home: Path):
    open_case()
    shown, code = dialogue(home, ["call"], DIALLED, CTRL_C)
    assert code == 130
    assert "dialled on 2026-06-20 at 10:00" in shown


FAST = """
import runpy, sys, time
real = time.monotonic
time.monotonic = lambda: real() * 600  # ten minutes pass in a second
sys.argv[0] = "complaintkit"
runpy.run_module("complaintkit", run_name="__main__", alter_sys=True)
"""


def test_the_hold_is_counted_on_the_screen_and_kept_if_the_person_agrees(home: Path):
    open_case()
    plain = spawned(home, "call")
    environment = plain.env
    plain.close(force=True)
    child = pexpect.spawn(
        sys.executable, ["-c", FAST, "call"], env=environment, encoding="utf-8", timeout=30
    )
    child.expect(PROMPT)
    child.sendline("")
    child.expect(r"on hold: 0 min")
    child.expect(r"\r\(on hold: ([1-9]\d*) min\) > ")
    child.sendline("")
    for answer in ("Jane", "", "refund agreed", "", ""):
        child.expect(PROMPT)
        child.sendline(answer)
    child.expect(r"Enter for (\d+)")
    measured = int(child.match[1])
    child.sendline("")
    child.expect(r"You were on hold for (\d+) minutes")
    on_hold = int(child.match[1])
    child.sendline("y")
    child.expect(pexpect.EOF)
    assert 0 < on_hold <= measured
    entry = json.loads(done("show", "--json"))["case"]["encounters"][0]
    assert entry["minutes"] == measured
    assert entry["tags"] == [f"on hold {on_hold} minutes"]
    assert entry["said"] == "refund agreed"


def test_what_was_said_is_recorded_when_it_is_saved_not_when_the_run_began(home: Path):
    open_case()
    child = spawned(home, "call", now="")
    for answer in ("", "", "Jane", "R-77", "refund agreed", "", ""):
        child.expect(PROMPT)
        child.sendline(answer)
    child.expect(PROMPT)
    time.sleep(1.1)
    typed_at = datetime.now(UTC).replace(microsecond=0)
    child.sendline("5")
    child.expect(pexpect.EOF)
    log = Log(Home(folder=home))
    entry = list(log.entries(log.cases()[0].case_id))[-1]
    assert datetime.fromisoformat(entry.recorded_at) >= typed_at


def test_minutes_are_rounded_to_the_nearer_whole():
    assert [hold.minutes(seconds) for seconds in (0, 29, 30, 89, 90, 3600)] == [0, 0, 1, 1, 2, 60]
