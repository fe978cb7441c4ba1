"""Are several remedies without an order found, and one with a fallback not?"""

import pytest
from manner_cases import DETECTORS, reworded

find = DETECTORS["asks"]


@pytest.mark.parametrize(
    ("text", "ordered"),
    [
        ("I expect a refund plus compensation.", "I expect a refund, or else compensation."),
        (
            "Kindly refund my money and compensate me.",
            "Kindly refund my money, or else compensate me.",
        ),
        (
            "I want a new one. I want a refund. In addition, I would like a repair.",
            "I want a new one. I want a refund. If that is not possible, I would like a repair.",
        ),
        (
            "I want a refund. Ada also wants a repair. Please also replace it.",
            "I want a refund. If that is not possible, Ada wants a repair. "
            "If that is not possible, please replace it.",
        ),
    ],
)
def test_the_rewording_puts_the_remedies_in_order(text: str, ordered: str):
    assert reworded(text, find(text)) == ordered
    assert find(ordered) == []


@pytest.mark.parametrize(
    "text",
    [
        "I would like a repair or a replacement.",
        "I want a replacement, failing which a refund.",
        "Please cancel the order, refund the fee and confirm it in writing.",
        "The replacement is faulty too, and I would like a refund.",
        "I ask you to refund the price of the repair.",
        "Please fix the date on the contract and refund the late fee.",
        "I claim compensation of €250.00 and a refund of the fare.",
        "I asked for a refund and a replacement in March.",
        "Can you give me a refund and a replacement?",
        "“I want a refund and a replacement.”",
    ],
)
def test_one_remedy_a_choice_and_a_sum_with_its_parts_pass(text: str):
    assert [remark.quote for remark in find(text)] == []
