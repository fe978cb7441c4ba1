"""Are insults told apart from reports of others, and does what is put instead keep the facts?"""

import re
from pathlib import Path

import pytest
import yaml

from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.findings import apart
from complaintkit.rules.check.fixing import put_in
from complaintkit.rules.check.tone.accusations import aimed, forms
from complaintkit.rules.check.tone.phrases import TONES, phrases
from complaintkit.rules.check.tone.words import tone_words_from
from complaintkit.store.tone import load_tones

WORDS = load_tones(TONES, tone_words_from)
LINES = Path(__file__).parents[2] / "lines"
ROUNDS = yaml.safe_load((LINES / "rounds-insult.yaml").read_text(encoding="utf-8"))
TUNING = yaml.safe_load((LINES / "tuning.yaml").read_text(encoding="utf-8"))
NUMBER = re.compile(r"\d[\d.,:]*\d|\d")


def remarks(text):
    read = draft(text)
    return apart([*phrases(read, WORDS), *aimed(read, WORDS)])


def insults(text):
    read = draft(text)
    found = (*phrases(read, WORDS), *aimed(read, WORDS))
    return apart([one for one in found if one.kind == "insult"])


def fixed(text):
    for _ in range(4):
        text = put_in(text, insults(text))
    return text


def test_insults_of_all_rounds_are_found():
    lines = [*ROUNDS["insult"], *TUNING["insult"]]
    found = [text for text in lines if insults(text)]
    assert len(found) >= len(lines) * 0.92, [text for text in lines if text not in found]


def test_firm_lines_of_all_rounds_are_left_alone():
    lines = [one["text"] for one in (*ROUNDS["proper"], *TUNING["proper"])]
    wrong = {text: insults(text) for text in lines if insults(text)}
    assert len(wrong) <= 4, wrong


def test_what_is_put_instead_holds_no_insult_and_every_figure():
    for text in (*ROUNDS["insult"], *TUNING["insult"]):
        if "419" in text or "420" in text:
            continue  # words for a swindler
        after = fixed(text)
        assert insults(after) == (), (text, after)
        assert NUMBER.findall(after) == NUMBER.findall(text), (text, after)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("You lied to me about the fee.", "You gave me the wrong facts about the fee."),
        ("You have cheated my mother.", "You have not treated my mother fairly."),
        ("I was lied to by your agent.", "I was given the wrong facts by your agent."),
        ("You tried to trick me.", "You tried to not inform me fairly."),
        ("Your agent is a liar and a cheat.", "Your agent did not deal with this properly."),
        ("You're thieves.", "You did not deal with this properly."),
        (
            "Your agent is a liar who took £40.",
            "Your agent did not deal with this properly and took £40.",
        ),
        ("Your useless agent rang on 4 May.", "Your agent rang on 4 May."),
        ("Send me the £40, you thieves.", "Send me the £40."),
        ("The prat on your helpline hung up.", "The person on your helpline hung up."),
        ("Are you people mad to bill me £9?", "Why did you bill me £9?"),
        ("Have you no shame?", "Could you look at this again?"),
        ("Your f***ing courier came at 9:00.", "Your courier came at 9:00."),
    ],
)
def test_motive_and_abuse_give_way_to_what_was_done(text, after):
    assert fixed(text) == after


@pytest.mark.parametrize(
    "text",
    [
        "Your agent lied.",
        "You said it was sent, but you lied.",
        "Your driver, who never rang the bell, is a liar.",
        "The person who handled my claim is incompetent.",
        "Somebody at your branch stole my ring.",
        "The bank answered on 4 May. They lied.",
        "They lied to us about the terms of the loan.",
        "My card was declined by Brightwell Bank, and they are crooks.",
    ],
)
def test_the_company_is_meant_by_name_pronoun_or_place(text):
    assert insults(text)


@pytest.mark.parametrize(
    "text",
    [
        "A scammer rang me on 4 May. He lied.",
        "A man who pretended to be from your bank came, and he robbed my mother.",
        "The seller on your platform cheated me.",
        "The email, which carries your logo, is a scam.",
        "My former partner is a fraudster.",
        "The person who opened the account was a criminal.",
        "Another passenger was a complete idiot.",
        "Your agent told me that I was a liar.",
        "Your guard called my son a thief.",
        "I was treated like a criminal by your guard.",
        "I do not say that your agent lied.",
        "Mr Savage of your parts desk rang me.",
        "Miss Crook took my details.",
        "There are rats in your bin store.",
        "Your robot vacuum fell down the stairs.",
        "The cables lie across your path.",
        "My son had a bloody nose after your ride.",
        "These charges are fraudulent, and your team has been told.",
        "My card was stolen and used in your shop.",
        "Your staff could not tell me the date.",
    ],
)
def test_others_and_other_senses_are_left_alone(text):
    assert insults(text) == ()


def test_a_verb_is_known_by_its_forms():
    known = dict(forms("rob", "not treat {who} fairly"))
    assert known["robbed"].plain == "did not treat {who} fairly"
    assert known["robbing"].plain == "not treating {who} fairly"
    assert known["rob"].bare == "not treat {who} fairly"
    assert known["robbed"].had == "not treated {who} fairly"
    given = dict(forms("lie/lies/lied/lying", "give/gives/gave/giving/given {who} the wrong facts"))
    assert given["lied"].been == "given the wrong facts"
