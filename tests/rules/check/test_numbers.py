"""Are numbers that should not leave found and masked, and is the company's own left alone?"""

import pytest

from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.numbers import number_words_from, sensitive
from complaintkit.store.tone import load_tone

WORDS = load_tone("sensitive", number_words_from)


def found(text: str, own: str = "0047-118820") -> list[tuple[str, str]]:
    remarks = list(sensitive(draft(text), WORDS, own=own))
    for one in remarks:
        assert text[one.start : one.end] == one.quote
        assert one.reason.startswith("This seems to be ")
    return [(one.quote, one.suggestion) for one in remarks]


@pytest.mark.parametrize(
    "number",
    ["4111 1111 1111 1111", "4111-1111-1111-1111", "4111111111111111",
     "5555555555554444", "4111\u00a01111\u00a01111\u00a01111"],
)  # fmt: skip
def test_a_whole_card_number_is_masked_to_its_last_four(number: str):
    assert found(f"I paid with my card {number}.") == [(number, f"•••• {number[-4:]}")]


@pytest.mark.parametrize(
    "number",
    ["4111 1111 1111 1112", "1234 5678 9012 3456", "ending in 1111", "0047-118820",
     "DE89 3704 0044 0532 0130 01", "9400 1000 0000 0000 0000 00", "1 800 555 0101"],
)  # fmt: skip
def test_another_long_number_is_left_alone(number: str):
    assert found(f"number {number}") == []


@pytest.mark.parametrize(
    ("words", "secret"),
    [("my PIN is 1234", "1234"), ("PIN: 1234", "1234"), ("password: hunter2", "hunter2"),
     ("CVV 123", "123"), ("OTP 482913", "482913")],
)  # fmt: skip
def test_a_secret_is_masked_wholly(words: str, secret: str):
    assert found(words) == [(secret, "••••")]


def test_an_account_number_is_told_only_where_it_is_not_the_companys_own():
    text = "My account number is 0047-118820."
    assert found(text) == []
    assert found(text, own="") == []
    assert [quote for quote, _ in found(text, own="0099-118820")] == ["0047-118820"]


@pytest.mark.parametrize(
    "words", ["they asked for my PIN twice", "I reset my password on 3 May", "PIN code 560001",
              "my password is not accepted", "phone 123-456-7890"]
)  # fmt: skip
def test_speaking_of_a_secret_is_no_secret(words: str):
    assert found(words) == []
