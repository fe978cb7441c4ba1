from datetime import date

import pytest

from complaintkit.rules.draft_check import draft_findings

TODAY = date(2026, 5, 4)
BODY = "I ask for a refund of $84.20 (order 4929-1234-5678, ref. 00123). Call 404-555-0101."
LETTER = f"Odessa Freeman\n\nAcme Bank Ltd\n\n{BODY}\n\nYours\n\nOdessa Freeman"


def findings(text: str = LETTER, **more: object) -> list[str]:
    told = {
        "body": BODY, "kind": "first", "answer_by": date(2026, 5, 18), "today": TODAY,
        "company": "Acme Bank", "person": "Odessa Freeman", **more,
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
