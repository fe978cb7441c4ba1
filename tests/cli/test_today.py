"""Does `today` fit one screen over all cases, and still say when something is overdue?"""

import json

import pytest
from asking import done, typed

from complaintkit.cli.today import MOST_IN_FULL


@pytest.fixture(autouse=True)
def a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-05-04T10:00:00+01:00")


def open_urgent(count: int) -> None:
    for number in range(count):
        done(
            "open", f"urgent-{number:02}", "--company", "Bank", "--problem", "I was tricked.",
            "--sorting", "tricked", "--want", "my money",
        )  # fmt: skip


def test_with_many_cases_the_most_urgent_are_shown_and_the_rest_counted():
    open_urgent(MOST_IN_FULL + 3)
    answer = typed("today")
    assert answer.code == 0
    assert answer.out.count("  Next: ") == MOST_IN_FULL
    assert "3 more cases are open, less urgent: `complaintkit cases`" in answer.out
    assert len(json.loads(typed("today", "--json").out)["cases"]) == MOST_IN_FULL + 3


def test_one_more_than_fits_is_shown_rather_than_counted():
    open_urgent(MOST_IN_FULL + 1)
    assert typed("today").out.count("  Next: ") == MOST_IN_FULL + 1


def test_what_is_overdue_wants_attention_though_more_urgent_cases_hide_it():
    open_urgent(MOST_IN_FULL + 1)
    done("open", "late", "--company", "Acme", "--problem", "Charged twice.", "--want", "a refund")
    done("log", "late", "--said", "agreed", "--at", "2026-05-01", "--promised", "a refund",
         "--by", "2026-05-02")  # fmt: skip
    answer = typed("today")
    assert "late: Acme" not in answer.out
    assert answer.code == 3


def test_a_broken_promise_comes_up_by_itself():
    done("open", "late", "--company", "Acme", "--problem", "Charged twice.", "--want", "a refund")
    done("log", "late", "--with", "Jo", "--said", "agreed", "--at", "2026-05-01", "--promised",
         "a refund", "--by", "2026-05-02")  # fmt: skip
    shown = " ".join(typed("today").out.split())
    assert "Not kept: Jo promised “a refund” by 2 May 2026 (2 days ago)." in shown


def test_the_word_yours_and_theirs_are_never_blaming_or_loud():
    open_urgent(2)
    assert "!" not in typed("today").out


def test_a_telephone_bill_raises_no_question_about_goods_or_a_card_that_may_not_be():
    done(
        "open", "bill", "--company", "Acme Telecom", "--problem", "Charged twice for May.",
        "--want", "a refund of 40 pounds", "--country", "GB", "--sector", "telecom",
    )  # fmt: skip
    done("log", "--said", "they would look into it", "--at", "2026-05-01 10:00")
    shown = typed("today").out
    assert "faulty goods" not in shown
    assert "credit card company" not in shown
    done("company", "--bought", "a telephone", "--price", "£140")
    assert "Reject faulty goods" in typed("today").out
