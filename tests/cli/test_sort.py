"""Tests of `sort` and of `next --take`: what the person decides about the way."""

import json
from pathlib import Path

import pytest
from asking import done, open_case, typed
from terminal import dialogue

from complaintkit.rules.branches import CHOICES
from complaintkit.rules.sorting import FIRST_STEPS, SORTINGS
from complaintkit.store.reference import load_guide

NOW = "2026-06-20T10:00:00-04:00"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)


def step_id() -> str:
    return json.loads(typed("next", "--json").out)["case"]["step"]["id"]


def test_the_words_of_the_data_are_those_of_the_rules():
    assert tuple(one.id for one in load_guide().sorting) == SORTINGS


@pytest.mark.parametrize("kind", FIRST_STEPS)
def test_what_to_do_within_the_hour_is_shown_at_once(kind: str):
    open_case()
    out = done("sort", "acme", kind)
    guide = load_guide()
    assert f"what kind of problem it is: {kind}" in out
    assert guide.step(FIRST_STEPS[kind]).title in out
    assert step_id() == FIRST_STEPS[kind]
    assert json.loads(done("show", "--json"))["case"]["sorting"] == kind


def test_none_of_these_goes_on_calmly():
    done("open", "acme", "--company", "Acme", "--problem", "I think it was a scam.")
    assert step_id() == "noticed"
    done("sort", "none")
    assert step_id() == "prepare"


def test_a_case_called_like_a_kind_is_the_case():
    open_case("danger")
    answer = typed("sort", "danger")
    assert answer.code == 2
    assert "failed, wrong-account, tricked" in answer.said
    done("sort", "danger", "failed")
    assert step_id() == "failed-payment"


def test_another_word_is_answered_with_the_near_one():
    open_case()
    answer = typed("sort", "acme", "triked")
    assert answer.code == 2
    assert "Did you mean tricked?" in answer.said
    assert typed("sort", "acme").code == 2
    assert typed("open", "b", "--company", "A", "--problem", "x", "--sorting", "y").code == 2


def test_it_can_be_said_when_the_case_is_opened():
    done("open", "acme", "--company", "Acme", "--problem", "x", "--sorting", "tricked")
    assert step_id() == "fraud"


def test_at_a_terminal_the_kinds_are_offered_in_plain_words(empty_home: Path):
    open_case()
    shown, code = dialogue(empty_home, ["sort"], "3")
    assert code == 0
    assert "3  Somebody tricked me into paying." in shown
    assert "Call your bank now" in shown


def test_a_newcomer_is_asked_only_where_the_words_sound_urgent(empty_home: Path, tmp_path: Path):
    shown, _ = dialogue(empty_home, [], "Acme", "My card was cloned and 84.20 was taken.", "4")
    assert "What kind of problem is it?" in shown
    assert step_id() == "fraud"
    shown, _ = dialogue(tmp_path / "home", [], "Acme", "They charged me twice.", "n", "", "", "")
    assert "What kind of problem is it?" not in shown


def test_another_step_is_taken_with_its_reason():
    open_case()
    answer = typed("next", "--take", "ceo", "--reason", "they never call back")
    assert answer.code == 0
    assert "step: ceo" in answer.out
    assert "instead of: front-line" in answer.out or "instead of: prepare" in answer.out
    assert "they never call back" in answer.out
    assert step_id() == "ceo"
    (choice,) = json.loads(done("show", "--json"))["case"]["choices"]
    assert (choice["step"], choice["reason"]) == ("ceo", "they never call back")


@pytest.mark.parametrize("step", CHOICES)
def test_every_step_that_may_be_taken_becomes_the_next_one(step: str):
    open_case()
    typed("next", "--take", step, "--reason", "it suits me better")
    assert step_id() == step


def test_the_step_that_is_proposed_anyway_is_not_recorded():
    open_case()
    typed("next", "--take", "ceo", "--reason", "x")
    answer = typed("next", "--take", "ceo", "--reason", "y")
    assert answer.code == 0
    assert "That step is proposed anyway. Nothing was recorded." in answer.said
    assert len(json.loads(done("show", "--json"))["case"]["choices"]) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--take", "boss", "--reason", "x"), "is no step to take"),
        (("--take", "manger", "--reason", "x"), "Did you mean manager?"),
        (("--take", "ceo"), "Answer it with --reason"),
        (("--reason", "x"), "Name that step: --take ceo."),
        (("--take", "ceo", "--reason", "x", "--json"), "Give --take first"),
        (("--take", "ceo", "--reason", "x", "--print"), "Give --take first"),
    ],
)
def test_a_step_that_cannot_be_taken_is_told_with_the_way_out(words: tuple[str, ...], says: str):
    open_case()
    answer = typed("next", *words)
    assert (answer.code, answer.out) == (2, "")
    assert says in answer.said
    assert json.loads(done("show", "--json"))["case"]["choices"] == []


def test_at_a_terminal_the_steps_are_offered_by_title(empty_home: Path):
    open_case()
    shown, code = dialogue(empty_home, ["next", "--take", "boss"], "4", "they never call")
    assert code == 0
    assert load_guide().step("ceo").title + " (ceo)" in shown
    assert step_id() == "ceo"


def test_how_it_was_paid_and_where_are_said_when_opening():
    done(
        "open", "acme", "--company", "Acme", "--problem", "x", "--country", "GB",
        "--price", "70.00", "--paid-by", "credit card", "--where", "online",
    )  # fmt: skip
    bought = json.loads(done("show", "--json"))["case"]["purchase"]
    assert bought["price"] == {"amount": "70.00", "currency": "GBP"}
    assert (bought["payment"], bought["where"]) == ("credit card", "online")
    assert "70.00 GBP, credit card, online" in done("show")
    out = done("company", "acme", "--price", "71.50")
    assert "price: 71.50 GBP" in out


def test_a_word_in_capitals_is_the_same_word():
    done("open", "kettle", "--company", "Acme", "--problem", "It broke.")
    done("sort", "kettle", "Danger")
    done("next", "kettle", "--take", "CEO", "--reason", "why")
    assert '"sorting": "danger"' in done("show", "kettle", "--json")
    assert '"step": "ceo"' in done("show", "kettle", "--json")
