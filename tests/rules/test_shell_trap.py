import pytest

from complaintkit.rules.shell_trap import amount_looks_cut


@pytest.mark.parametrize(
    "text",
    ["refund of 4.20", "refund of .20", "refund of , by Friday", "a refund of", "credit of 00",
     "a refund of ,200 was agreed", "refund of 4 by Friday", "they pay for."],
)  # fmt: skip
def test_what_a_shell_leaves_of_an_amount_is_noticed(text):
    assert amount_looks_cut(text)


@pytest.mark.parametrize(
    "text",
    ["refund of $84.20", "refund of $4.20", "refund of 84.20", "paid 4.20 EUR", "refund agreed",
     "call me at 9.30", "the shop opens 9.30am", "ref 00123", "She asked what it is for.",
     "He spoke of, well, nothing", "a rise of 5.5%", "4 of 5 parcels", ""],
)  # fmt: skip
def test_ordinary_sentences_are_left_alone(text):
    assert not amount_looks_cut(text)
