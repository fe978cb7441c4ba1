"""Is overstatement found, and are words that can be checked left alone?"""

from pathlib import Path

import pytest
import yaml

from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.findings import apart
from complaintkit.rules.check.tone.overstatements import overstated
from complaintkit.rules.check.tone.phrases import TONES, phrases
from complaintkit.rules.check.tone.words import tone_words_from
from complaintkit.store.tone import load_tones

WORDS = load_tones(TONES, tone_words_from)
LINES = Path(__file__).parents[2] / "lines"
KIND = "overstated"


def found(text):
    read = draft(text)
    every = (*phrases(read, WORDS), *overstated(read, WORDS))
    return apart(one for one in every if one.kind == KIND)


def reworded(text):
    for _ in range(4):
        for one in reversed(found(text)):
            assert text[one.start : one.end] == one.quote
            assert one.suggestion
            text = text[: one.start] + one.suggestion + text[one.end :]
    return text


def lines(name):
    return yaml.safe_load((LINES / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("You never answer the phone.", "You seldom answer the phone."),
        ("Your lines are never open.", "Your lines are seldom open."),
        ("Your site has never worked for anybody.", "Your site has seldom worked for anybody."),
        ("You always lose the form.", "You often lose the form."),
        ("You will never repay me.", "You may not repay me."),
        ("No one would accept this.", "I have not found anyone who would accept this."),
        ("Nobody ever helps.", "I have not found anyone who helps."),
        ("Nobody has ever come.", "Nobody has to my knowledge come."),
        ("Everyone knows that you are slow.", "Other people may know that you are slow."),
        ("It has not worked for a single minute.", "It has not worked for long."),
        ("I have called you a million times.", "I have called you several times."),
        ("Your staff took nine hundred years.", "Your staff took a long time."),
        ("Your flat is colder than the Arctic.", "Your flat is colder than I expected."),
        ("We were herded like cattle.", "We were herded badly."),
        ("My room was like a prison.", "My room was unsatisfactory."),
        ("My room was as cold as the Arctic.", "My room was very cold."),
        ("My home is a jungle.", "My home is a serious problem."),
        ("You have completely ruined my life.", "You have seriously affected me."),
        ("You are ruining my life.", "You are seriously affecting me."),
        ("My future was destroyed.", "I have been affected."),
        ("It was horribly late.", "It was very late."),
        ("I stayed at the worst hotel in the world.", "I stayed at an unsatisfactory hotel."),
        ("This is the worst airline in the world.", "This is below what I expected."),
        ("It was a catastrophe and an outrage.", "It was a serious problem and a serious problem."),
        ("I waited an eternity.", "I waited a long time."),
    ],
)  # fmt: skip
def test_what_cannot_be_checked_gives_way_to_a_plain_word(text, instead):
    assert reworded(text) == instead


@pytest.mark.parametrize(
    "text",
    [
        "You never sent me the form that you promised on 3 March.",
        "I never pay late, and I have always paid by direct debit.",
        "You always charge me on the 3rd of the month.",
        "Nobody replied to my letters of 2, 9 and 16 May.",
        "Nobody would tell me why the card was blocked.",
        "Everyone in the household had the same symptoms.",
        "The worst of the damage is on the left door.",
        "The largest crack is 14 cm long.",
        "You are the largest bank in the country.",
        "The pipe was hotter than the limit.",
        "The lease costs a million naira.",
        "The house is a hundred years old.",
        "The fire destroyed my fence.",
        "I have called as well as written.",
        "Your advertisement says “the fastest line in the world”.",
        "The recording of Worst Journey in the World is damaged.",
        "This is not the worst hotel in the world.",
        "Your agent said that I had the slowest line on the planet.",
    ],
)
def test_what_can_be_checked_is_left_alone(text):
    assert found(text) == ()


@pytest.mark.parametrize(("name", "least"), [("tuning", 94), ("rounds-overstated", 385)])
def test_most_of_the_lines_that_overstate_are_found(name, least):
    assert sum(bool(found(text)) for text in lines(name)[KIND]) >= least


@pytest.mark.parametrize(("name", "most"), [("tuning", 0), ("rounds-overstated", 2)])
def test_hardly_any_firm_but_proper_line_is_flagged(name, most):
    proper = [row["text"] for row in lines(name)["proper"]]
    assert len([text for text in proper if found(text)]) <= most


def test_what_is_put_instead_leaves_no_finding():
    texts = [*lines("tuning")[KIND], *lines("rounds-overstated")[KIND]]
    assert {text: reworded(text) for text in texts if found(reworded(text))} == {}
