"""Is overstatement found, and are words that can be checked left alone?"""

from pathlib import Path

import pytest
import yaml

from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.findings import apart
from complaintkit.rules.check.overstatements import overstated
from complaintkit.rules.check.tone import TONES, phrases
from complaintkit.rules.check.tone_words import tone_words_from
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
        ("You never answer the phone.", "You often do not answer the phone."),
        ("Your app never works.", "Your app often does not work."),
        ("Your lines are never open.", "Your lines are often not open."),
        ("You always lose the form.", "You often lose the form."),
        ("You will never repay me.", "You may not repay me."),
        (
            "No one would accept such a bill.",
            "I have not found anyone who would accept such a bill.",
        ),
        ("Nobody ever helps.", "I have not found anyone who helps."),
        ("Everyone knows that you are slow.", "Other people may know that you are slow."),
        ("I have called you a million times.", "I have called you several times."),
        ("We were treated worse than cattle on bus 9.", "We were treated badly on bus 9."),
        ("You have ruined my life.", "You have seriously affected me."),
        ("It was horribly late.", "It was very late."),
        ("Your engineer stayed at the worst hotel in the world.",
         "Your engineer stayed at an unsatisfactory hotel."),
        ("This is the worst airline in the world.", "This is below what I expected."),
        ("Your flat is colder than the Arctic.", "Your flat is not as it should be."),
        ("My room was as cold as the Arctic.", "My room was very cold."),
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


@pytest.mark.parametrize(("name", "least"), [("tuning", 96), ("rounds-overstated", 150)])
def test_most_of_the_lines_that_overstate_are_found(name, least):
    assert sum(bool(found(text)) for text in lines(name)[KIND]) >= least


@pytest.mark.parametrize("name", ["tuning", "rounds-overstated"])
def test_no_firm_but_proper_line_is_flagged(name):
    proper = [row["text"] for row in lines(name)["proper"]]
    assert {text: found(text) for text in proper if found(text)} == {}


def test_what_is_put_instead_leaves_no_finding():
    texts = [*lines("tuning")[KIND], *lines("rounds-overstated")[KIND]]
    assert {text: reworded(text) for text in texts if found(reworded(text))} == {}
