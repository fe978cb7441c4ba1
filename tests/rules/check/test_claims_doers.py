"""Is a day held against an entry only where the sentence tells that entry?"""

import pytest
from test_claims import checked_in


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("washing-machine", "My uncle came to see the leak on 19 February."),
        ("washing-machine", "The electrician came on 24 February and looked at the pump."),
        ("washing-machine", "My old machine was bought on 12 February 2009."),
        ("washing-machine", "You must have had my letter of 4 March by 21 March."),
        ("phone-bill", "The bank told us of the fee on March 14."),
        ("phone-bill", "I went to the bank on April 10, the day after your e-mail."),
        ("phone-bill", "By April 13 I had the bank page."),
        ("cash-machine", "Nobody at the branch has ever called me."),
        ("cash-machine", "You never offered me ₦25,000.00."),
    ],
)
def test_what_others_did_is_not_held_against_an_entry(case: str, text: str):
    assert checked_in(f"example:{case}", text).remarks == ()


@pytest.mark.parametrize(
    ("case", "text", "entry", "new"),
    [
        ("phone-bill", "On 16 March Luis promised a credit of $84.20 by 5 April.", 6, "2 April"),
        ("washing-machine", "The machine came on 12 February.", 3, "14 February"),
        ("washing-machine", "I wrote to you on 14 March.", 13, "4 March"),
        ("cash-machine", "Mr Àlàbí offered me ₦25,000.00.", 10, "₦20,000.00"),
    ],
)
def test_the_entry_that_is_told_gives_the_words(case: str, text: str, entry: int, new: str):
    [remark] = checked_in(f"example:{case}", text).remarks
    assert (remark.entry, remark.suggestion) == (entry, new)


@pytest.mark.parametrize(
    ("case", "text", "entry"),
    [
        ("cash-machine", "I accepted your offer.", 10),
        ("cash-machine", "The tracking number I was promised never came.", 5),
        ("washing-machine", "Your engineer has never come.", 7),
        ("phone-bill", "Nobody at Cedar Hollow has ever answered.", 8),
        ("phone-bill", "You have not kept a single promise.", 7),
    ],
)
def test_a_denial_is_held_against_its_entry_without_new_words(case: str, text: str, entry: int):
    [remark] = checked_in(f"example:{case}", text).remarks
    assert (remark.entry, remark.is_rewording) == (entry, False)
