from datetime import date

import pytest

from complaintkit.rules.draft_check import draft_findings
from complaintkit.store.reference import sensitive_words

TODAY = date(2026, 5, 4)
BODY = "I ask for a refund of $84.20 (order 4929-1234-5678, ref. 00123). Call 404-555-0101."
LETTER = f"Odessa Freeman\n\nAcme Bank Ltd\n\n{BODY}\n\nYours\n\nOdessa Freeman"


def findings(text: str = LETTER, **more: object) -> list[str]:
    told = {
        "body": BODY, "kind": "first", "answer_by": date(2026, 5, 18), "today": TODAY,
        "company": "Acme Bank", "person": "Odessa Freeman", "account": "0047-118820",
        "words": sensitive_words(), **more,
    }  # fmt: skip
    return draft_findings(text, **told)


def with_words(words: str) -> list[str]:
    return findings(f"{LETTER} {words}")


def test_a_sound_letter_has_none():
    assert findings() == []


@pytest.mark.parametrize(
    "blank",
    ["____", "[…]", "[]", "[name]", "{amount}", "{{ x }}", "XX/XX", "XX/XX/XXXX", "DD/MM/YYYY",
     "dd TODO", "TBD", "<your name>", "Lorem ipsum"],
)  # fmt: skip
def test_a_blank_is_found(blank: str):
    (found,) = with_words(f"on {blank} again")
    assert found.startswith("Something in the letter looks like a blank to be filled in: “")


@pytest.mark.parametrize(
    "words",
    ["he said “it [sic] works”", "__init", "ref. XX-1234", "card XXXX XXXX XXXX 1234", "a < b > c",
     "todo list", "mm 12", "write to <of@example.org>", "A/XX"],
)  # fmt: skip
def test_what_is_no_blank_is_left_alone(words: str):
    assert with_words(words) == []


def test_many_blanks_are_one_finding():
    (found,) = with_words("[a] [b] [c] [d] [a]")
    assert found.endswith("“[a]”, “[b]”, “[c]” and 1 more.")


@pytest.mark.parametrize(
    "number",
    ["4111 1111 1111 1111", "4111-1111-1111-1111", "4111111111111111", "378282246310005",
     "5555555555554444", "4111\u00a01111\u00a01111\u00a01111."],
)  # fmt: skip
def test_a_whole_card_number_is_found_and_not_repeated(number: str):
    (found,) = with_words(f"my card {number}")
    assert "whole card number" in found
    assert "1111" not in found


@pytest.mark.parametrize(
    "number",
    ["4111 1111 1111 1112", "1234 5678 9012 3456", "ending in 1111", "0047-118820",
     "DE89 3704 0044 0532 0130 01", "9400 1000 0000 0000 0000 00", "1 800 555 0101"],
)  # fmt: skip
def test_another_long_number_is_left_alone(number: str):
    assert with_words(f"number {number}") == []


@pytest.mark.parametrize(
    ("words", "called"),
    [("my PIN is 1234", "a PIN"), ("PIN: 1234", "a PIN"), ("password: hunter2", "a password"),
     ("CVV 123", "the security code of a card"), ("OTP 482913", "a one-time code")],
)  # fmt: skip
def test_a_secret_is_found(words: str, called: str):
    assert with_words(words) == [f"The letter seems to hold {called}. Take it out."]


@pytest.mark.parametrize(
    "words", ["they asked for my PIN twice", "I reset my password on 3 May", "PIN code 560001",
              "my password is not accepted"]
)  # fmt: skip
def test_speaking_of_a_secret_is_no_secret(words: str):
    assert with_words(words) == []


def test_a_social_security_number_is_found():
    assert "social security" in with_words("number 123-45-6789")[0]
    assert with_words("phone 123-456-7890") == []


def test_each_kind_is_told_once_and_no_number_is_repeated():
    found = with_words(
        "card 4111 1111 1111 1111, again 5555 5555 5555 4444, IBAN DE89 3704 0044 0532 0130 00"
    )
    assert [one.split(".")[0] for one in found] == [
        "The letter seems to hold a whole card number",
        "The letter seems to hold a whole IBAN",
    ]
    assert not any(sign.isdecimal() for one in found for sign in one)


def test_the_account_that_the_company_keeps_may_stand_in_the_letter():
    assert with_words("account 0047 118820") == []
    (other,) = with_words("account 0047-118821")
    assert "a whole account number" in other
    assert findings(f"{LETTER} account 0047-118821", account="") == []
    assert findings(f"{LETTER} bank account 12345678", account="") != []


def test_names_that_are_gone_are_told():
    assert findings("Dear Sir") == [
        "The name of the company, Acme Bank, is not in the letter.",
        "Your name, Odessa Freeman, is not in the letter.",
    ]
    assert findings("Acme, O. Freeman") == []
    assert findings("x", company="", person="") == []
    assert findings("Calder", company="The Calder & Sons Ltd", person="") == []


def test_the_date_to_answer_by_is_there_and_to_come():
    assert "no date to answer by" in findings(answer_by=None)[0]
    assert findings(answer_by=None, kind="thanks") == []
    assert findings(answer_by=TODAY) == []
    (found,) = findings(answer_by=date(2026, 5, 3))
    assert found == "The date to answer by, 3 May 2026, has passed."


def test_over_four_hundred_words_are_many_save_where_all_must_be_told():
    assert findings(body="word – " * 400) == []
    assert "401 words" in findings(body="word " * 401)[0]
    assert findings(body="word " * 401, kind="agency") == []
