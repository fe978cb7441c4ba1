"""Are claims of law found that name no law?"""

import pytest
from manner_cases import DETECTORS, reworded

find = DETECTORS["legal"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Charging me twice is illegal.", "Charging me twice is not acceptable to me."),
        ("I know my rights and I will wait.", "I ask you to look at this again and I will wait."),
        ("By law you must repair it by 4 May.", "I ask you to repair it by 4 May."),
        ("I am legally entitled to a refund of £40.", "I ask for a refund of £40."),
        ("You illegally deducted ₦4,000.", "You deducted ₦4,000."),
        ("My consumer rights have been violated.", "I do not accept what was done."),
        ("That is not legal.", "That is not acceptable to me."),
    ],
)
def test_the_rewording_drops_the_claim_and_keeps_the_facts(text: str, plain: str):
    assert reworded(text, find(text)) == plain
    assert find(plain) == []


@pytest.mark.parametrize(
    "text",
    [
        "This is unlawful under section 20 of the Consumer Rights Act 2015.",
        "Article 15 of the GDPR gives me a copy. To refuse it is unlawful.",
        "This is against F.C.R.A. rules and is a violation of my rights.",
        "Is this fee lawful? Is it against the law?",
        "I would like to know whether this is against the law.",
        "Your agent said that recording was illegal.",
        "The notice says “filming is against the law”.",
        "My other rights are not affected by this. I reserve my rights.",
        "My son studies law.",
    ],
)
def test_a_named_law_a_question_and_reported_speech_pass(text: str):
    assert [remark.quote for remark in find(text)] == []


def test_a_law_named_three_sentences_ago_does_not_carry():
    text = "Section 75 is on page 3. I called. I wrote. {} This is illegal."
    assert find(text.format("I waited."))
