"""Tests of `offer`, `cost` and `party`: what a person writes down besides contacts."""

import json

from asking import done, open_case, typed


def shown() -> dict:
    return json.loads(done("show", "--json"))["case"]


def test_an_offer_is_kept_with_its_sum_and_its_last_day():
    open_case()
    out = done(
        "offer", "a voucher", "--amount", "50", "--currency", "GBP", "--on", "2026-05-20",
        "--expires", "2026-06-10", "--full",
    )  # fmt: skip
    assert "expires: Wed 10 Jun 2026" in out
    (offer,) = shown()["offers"]
    assert offer["amount"] == {"amount": "50", "currency": "GBP"}
    assert offer["expires"] == "2026-06-10"
    assert offer["full_settlement"] is True


def test_the_answer_lies_over_the_offer():
    open_case()
    done("offer", "a voucher")
    done("offer", "2", "--declined")
    assert shown()["offers"][0]["answer"] == "declined"
    done("offer", "#2", "--accepted")
    assert shown()["offers"][0]["answer"] == "accepted"


def test_an_answer_to_what_is_no_offer_names_the_offers():
    open_case()
    done("offer", "a voucher")
    answer = typed("offer", "1", "--declined")
    assert answer.code == 1
    assert "#1 of “acme” is no offer. The offers are: #2." in answer.said
    assert typed("offer", "2").code == 2


def test_a_cost_needs_a_sum_or_a_time():
    open_case()
    assert "Give --amount 12.50, or --minutes 40" in typed("cost", "postage").said
    done("cost", "postage", "--amount", "5.40", "--currency", "USD")
    done("cost", "calls", "--minutes", "40")
    assert [one["what"] for one in shown()["costs"]] == ["postage", "calls"]


def test_a_party_is_added_once_and_added_to():
    open_case()
    out = done("party", "Larkfield Bank", "--role", "card-issuer", "--address", "PO Box 1")
    assert "party: Larkfield Bank, card-issuer, PO Box 1" in out
    done("party", "larkfield bank", "--email", "a@b.example", "--address", "PO Box 2")
    (party,) = shown()["parties"]
    assert party["address"] == ["PO Box 2"]
    assert (party["role"], party["email"]) == ("card-issuer", "a@b.example")
    assert "is in this case already" in typed("party", "Larkfield Bank").said
