"""Is sarcasm found, and are real thanks, real questions and our own letters left alone?"""

from pathlib import Path

import pytest
import yaml

from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.findings import apart
from complaintkit.rules.check.tone.phrases import TONES, phrases
from complaintkit.rules.check.tone.sarcasms import sarcastic
from complaintkit.rules.check.tone.words import tone_words_from
from complaintkit.store.tone import load_tones

WORDS = load_tones(TONES, tone_words_from)
TESTS = Path(__file__).parents[2]
LINES = TESTS / "lines"
KIND = "sarcasm"


def found(text):
    read = draft(text)
    return apart(
        one for one in (*phrases(read, WORDS), *sarcastic(read, WORDS)) if one.kind == KIND
    )


def reworded(text):
    for _ in range(4):
        for one in reversed(found(text)):
            assert text[one.start : one.end] == one.quote
            assert one.suggestion
            text = text[: one.start] + one.suggestion + text[one.end :]
    return text


def lines(name):
    return yaml.safe_load((LINES / f"{name}.yaml").read_text(encoding="utf-8"))


def test_no_english_letter_of_our_own_is_flagged():
    letters = [
        path
        for folder in ("letters", "letters-examples")
        for path in (TESTS / "golden" / folder).iterdir()
        if path.suffix in (".txt", ".md")
    ]
    assert letters
    flagged = {path.name: found(path.read_text(encoding="utf-8")) for path in letters}
    assert {name: told for name, told in flagged.items() if told} == {}


@pytest.mark.parametrize(
    ("name", "least"), [("tuning", 101), ("tuning-2", 120), ("rounds-sarcasm", 455)]
)
def test_most_of_the_lines_that_mock_are_found(name, least):
    assert sum(bool(found(text)) for text in lines(name)[KIND]) >= least


@pytest.mark.parametrize(("name", "most"), [("tuning", 0), ("tuning-2", 0), ("rounds-sarcasm", 6)])
def test_firm_but_proper_lines_are_left_alone(name, most):
    proper = [row["text"] for row in lines(name)["proper"]]
    flagged = {text: found(text) for text in proper if found(text)}
    assert len(flagged) <= most, flagged


@pytest.mark.parametrize("name", ["tuning", "tuning-2", "rounds-sarcasm"])
def test_what_is_put_instead_leaves_no_finding(name):
    left = {text: reworded(text) for text in lines(name)[KIND] if found(reworded(text))}
    assert left == {}


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Thank you so very much for the dead rat.", "My complaint is about the dead rat."),
        ("Kudos to your depot for losing my bag twice.", "Your depot lost my bag twice."),
        ("What a bargain, £60 for a burnt cake.", "£60 for a burnt cake."),
        ("Congratulations on being late again.", "You were late again."),
        ("Very kind of the ward to wake me at 2 a.m.", "The ward woke me at 2 a.m."),
        ("Thanks to you I know your hold music.", "As a result I know your hold music."),
    ],
)
def test_the_plain_fact_is_put_in_place_of_mockery(text, instead):
    assert reworded(text) == instead


@pytest.mark.parametrize(
    "text",
    [
        "Thank you in advance for cancelling the wrong charge of $39.",
        "Thank you for taking the time to look at a claim that was lost for weeks.",
        "I would be most grateful for a copy of the recording of the wrong bill.",
        "Thanks for the photos of the broken part.",
        "Thanks for letting me know that the parcel is lost.",
        "What a good idea the text alerts are; mine stopped on 3 May.",
        "Good customer service matters to me, and I waited nine hours.",
        "It is kind of you to offer a voucher, which I decline.",
        "We were delighted to be told that the claim is accepted, and we wait for the £900.",
        "Thank you for your work when the street was flooded and cold.",
        "I suppose the payments crossed in the post.",
        "Clearly, the June figure was misread.",
        "Because of this I lost a day, and I must have missed your call.",
        "Of course, I will return the router.",
    ],
)
def test_real_thanks_and_plain_words_are_left_alone(text):
    assert found(text) == ()
