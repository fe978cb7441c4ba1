"""Are threats told apart from calm next steps, hazards and reports, and put calmly?"""

import json
import re
from pathlib import Path

import pytest
import yaml

from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.findings import apart
from complaintkit.rules.check.fixing import put_in
from complaintkit.rules.check.tone.accusations import aimed
from complaintkit.rules.check.tone.overstatements import overstated
from complaintkit.rules.check.tone.phrases import TONES, phrases
from complaintkit.rules.check.tone.sarcasms import sarcastic
from complaintkit.rules.check.tone.words import tone_words_from
from complaintkit.store.tone import load_tones

WORDS = load_tones(TONES, tone_words_from)
TESTS = Path(__file__).parents[2]
LINES = {
    name: yaml.safe_load((TESTS / "lines" / f"{name}.yaml").read_text(encoding="utf-8"))
    for name in ("rounds-threat", "tuning", "tuning-2")
}
OTHERS = ("rounds-insult", "rounds-overstated", "rounds-sarcasm")
NUMBER = re.compile(r"\d[\d.,:]*\d|\d")


def threats(text):
    read = draft(text)
    tone = (phrases, aimed, overstated, sarcastic)
    every = apart([one for find in tone for one in find(read, WORDS)])
    return tuple(one for one in every if one.kind == "threat")


def fixed(text):
    for _ in range(4):
        text = put_in(text, threats(text))
    return text


@pytest.mark.parametrize(
    ("name", "least"), [("rounds-threat", 385), ("tuning", 103), ("tuning-2", 135)]
)
def test_threats_that_were_found_before_are_found(name, least):
    found = [text for text in LINES[name]["threat"] if threats(text)]
    assert len(found) >= least, [text for text in LINES[name]["threat"] if text not in found]


def test_hardly_any_firm_line_is_taken_for_a_threat():
    others = [
        yaml.safe_load((TESTS / "lines" / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in OTHERS
    ]
    lines = [one["text"] for each in (*LINES.values(), *others) for one in each["proper"]]
    wrong = {text: threats(text) for text in lines if threats(text)}
    assert len(wrong) <= len(lines) // 500, wrong


def test_our_own_letters_hold_no_threat():
    letters = sorted((TESTS / "golden").glob("letters*/*.txt"))
    assert letters
    for letter in letters:
        assert threats(letter.read_text(encoding="utf-8")) == (), letter.name


def test_what_is_put_instead_is_no_threat_and_keeps_every_figure():
    for lines in LINES.values():
        for text in lines["threat"]:
            after = fixed(text)
            assert threats(after) == (), (text, after)
            assert sorted(NUMBER.findall(after)) == sorted(NUMBER.findall(text)), (text, after)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "I will smash your counter unless I am paid.",
            "I will take this further unless I am paid.",
        ),
        ("I'm telling the press about your kitchen.", "I'm taking this further."),
        ("Pay me by 4 May or I burn your van.", "Pay me by 4 May or I will take this further."),
        ("My brothers will break your agent's legs.", "I will take this further."),
        (
            "You will regret this if I lose the £40.",
            "You will hear from me again if I lose the £40.",
        ),
        ("I hope that your shop burns down.", "I am not satisfied."),
        ("I will come to your house, Mr Hollis.", "I will take this further, Mr Hollis."),
        ("Watch your back.", "Please answer me."),
    ],
)
def test_a_threat_gives_way_to_a_calm_sentence(text, after):
    assert fixed(text) == after


@pytest.mark.parametrize(
    "text",
    [
        "The leak will ruin the floor of your shop.",
        "Your collector said that he would break my legs.",
        "Your agent will come to my house and shame me, he wrote.",
        "I will not smash anything; I only ask for the £40.",
        "“You will regret it”, said your guard.",
        "I will take you to court unless I am paid by 4 May.",
        "You will be sorry to hear that the second kettle leaks.",
        "My father will suffer if the heating stays off.",
        "If I lose the flat I will have to beg my family for help.",
        "My mother is better, and I am sorry to trouble you.",
        "May I see the papers?",
        "I hope",
        "May",
        "or I will",
        "",
    ],
)
def test_what_only_sounds_like_a_threat_is_left_alone(text):
    assert threats(text) == ()


def test_verbs_of_harm_are_threats_whoever_of_the_writers_side_does_it():
    verbs = ("ruin", "smash", "kill", "torment", "sabotage")
    doers = ("I will", "We are going to", "My boys will", "I swear I will", "I might just")
    for verb in verbs:
        for doer in doers:
            assert threats(f"{doer} {verb} your shop."), (doer, verb)
        assert threats(f"The storm will {verb} my shop.") == ()


def test_real_narratives_hold_hardly_any():
    folder = TESTS.parent / "examples"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yaml"))]
    assert json.dumps(texts)
    assert [found.quote for text in texts for found in threats(text)] == []
