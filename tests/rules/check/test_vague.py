"""Are words found that stand where a number, a name or a date belongs, and only there?"""

import pytest
from manner_cases import DETECTORS, reworded, tuning

find = DETECTORS["vague"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("I called a few weeks back and it is still off.", "I called and it is still off."),
        ("Recently, my phone stopped charging.", "My phone stopped charging."),
        (
            "I sent the shoes, the bag, etc. and they were bad.",
            "I sent the shoes, the bag and they were not as they should be.",
        ),
        ("The reply isn't good enough.", "The reply is not as it should be."),
        ("Someone from your team told me to wait.", "Your team told me to wait."),
        ("I was told by someone to wait.", "I was told by your staff to wait."),
        ("I got some kind of error.", "I got an error."),
        ("You charged me too much.", "You charged me a sum that I do not agree with."),
        ("Please look into it and do the needful.", "Please tell me what you will do."),
        ("You have to sort this out.", "You have to tell me what you will do."),
        ("There's an issue with my bill.", "I am writing about my bill."),
    ],
)
def test_the_plainer_wording_needs_no_fact_and_leaves_none_to_find(text: str, plain: str):
    assert reworded(text, find(text)) == plain
    assert find(plain) == []


@pytest.mark.parametrize(
    "text",
    [
        "A while ago, on 9 January 2026, you promised a new meter.",
        "I called several times: on 3, 5 and 8 May.",
        "I recently spoke to Adaeze in your shop.",
        "Some time on Monday the lamp fell.",
        "It showed some error, “E-41”.",
        "Please refund some of the fee; £20.00 would be fair.",
        "Could someone from your team call me?",
        "I hope that we can settle this. I hope to hear from you soon.",
        "They promised to look into it and never did.",
        "Please sort this out by the end of the month.",
        "The machine leaks at every wash. The problem is the seal.",
    ],
)
def test_a_sentence_with_a_fact_and_a_usual_phrase_pass(text: str):
    assert [remark.quote for remark in find(text)] == []


def test_a_problem_that_the_text_has_told_is_not_vague():
    assert find("Please fix the problem.")
    assert find("The lid broke on 3 May. Please fix the problem.") == []


def test_three_of_many_are_told_and_they_are_the_weightiest():
    text = "I waited soon. " * 4 + "You owe me loads of money. " + "I paid some charges. " * 2
    quotes = [remark.quote for remark in find(text)]
    assert len(quotes) == 3
    assert "me loads of money" in " ".join(quotes) or "loads of money" in quotes


def test_most_lines_to_tune_on_are_found_and_proper_ones_are_not():
    lines, proper = tuning("vague"), tuning("proper")
    assert sum(bool(find(line)) for line in lines) >= 0.9 * len(lines)
    assert sum(bool(find(line)) for line in proper) <= 0.01 * len(proper)
