"""Does each kind of letter hold the blocks that facts/letters.md, section 1a, requires?"""

import re
from collections.abc import Callable

import pytest
from letter_cases import CASES, ON_THE_TABLE

from complaintkit.model.letter import Choices, Letter
from complaintkit.render.letter import compose
from complaintkit.render.letter_runs import body_runs
from complaintkit.render.text import letter_text, plain
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.store.rights import load_rights

RIGHTS = load_rights()

# Required (R) blocks by kind, as in the matrix; “head-of-service” is a manager's letter, and
# `confirm-call`, `credit-report` and `debt` follow their rows in section 1b.
MATRIX = {
    "first": "B1 B2 B3 B5 B6 B7 B8 B9 B13 B14 B15 B17 B18 B19 B20 B22",
    "manager": "B1 B2 B3 B5 B6 B7 B8 B9 B10 B13 B14 B15 B16 B17 B18 B19 B20 B22",
    "head-of-service": "B1 B2 B3 B5 B6 B7 B8 B9 B10 B13 B14 B15 B16 B17 B18 B19 B20 B22",
    "ceo": "B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B13 B14 B15 B16 B17 B18 B19 B20",
    "reminder": "B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B13 B14 B15 B16 B18 B19 B20 B22",
    "counter-offer": "B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B13 B14 B15 B18 B19 B20",
    "accept": "B1 B2 B3 B4 B5 B6 B7 B8 B10 B13 B14 B15 B16 B18 B19 B20",
    "final-notice": "B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B12 B13 B14 B15 B16 B17 B18 B19 B20 "
    "B23 B24",
    "agency": "B1 B2 B3 B4 B5 B6 B7 B9 B10 B11 B13 B14 B17 B18 B19 B20 B22 B25",
    "card-dispute": "B1 B2 B3 B4 B5 B6 B7 B9 B10 B12 B13 B14 B17 B18 B19 B20 B22",
    "thanks": "B1 B2 B3 B6 B8 B18 B19 B20",
    "records": "B1 B2 B3 B4 B5 B6 B8 B12 B13 B15 B18 B19 B20 B22 B24",
    "cancel": "B1 B2 B3 B4 B5 B6 B7 B8 B12 B13 B15 B18 B19 B20 B22",
    "confirm-call": "B1 B2 B3 B5 B6 B8 B10 B15 B18 B19 B20",
    "credit-report": "B1 B2 B3 B4 B5 B6 B9 B12 B13 B15 B17 B18 B19 B20 B22",
    "debt": "B1 B2 B3 B4 B5 B6 B9 B10 B12 B15 B17 B18 B19 B20 B22",
}
LEFT_OUT = {  # blocks marked “·” that a careless template might hold
    "first": "B16 B23 B24 B25",
    "reminder": "B24 B25",
    "accept": "B23 B24 B25",
    "card-dispute": "B16 B23 B25",
    "thanks": "B13 B15 B16 B23 B24 B25",
    "records": "B23 B25",
    "cancel": "B23 B24 B25",
}
SUBJECT = {
    "reminder": "Reminder",
    "counter-offer": "Your offer",
    "accept": "I accept your offer",
    "final-notice": "efore c",
    "card-dispute": "Billing error notice",
    "records": "Request",
    "cancel": "ancel",
    "confirm-call": "Our call",
    "credit-report": "credit report",
    "debt": "debt",
}
ASKS = {
    "records": "copies",
    "cancel": "confirm the cancellation",
    "card-dispute": "refund the",
    "accept": "I accept it: a credit",
}
# The right that a person would choose who answers its question with yes.
CHOSEN = {
    "card-dispute": "us-billing-error",
    "credit-report": "us-credit-report",
    "debt": "us-debt-validation",
    "records": "us-ca-request-to-know",
    "cancel": "us-cooling-off",
    "final-notice": "gb-pre-action",
}


def _letter(kind: str) -> Letter:
    case, today = CASES["on-the-table"]
    choices = Choices(right=CHOSEN.get(kind, ""), entry=2 if kind == "thanks" else None)
    assert case.consumer
    return compose(kind, case, consumer=case.consumer, today=today, rights=RIGHTS, choices=choices)


def _text(letter: Letter) -> str:
    return " ".join(letter_text(letter).split())


def _body(letter: Letter) -> str:
    return " ".join(plain(body_runs(letter)).split())


def _from(letter: Letter, *sources: str) -> bool:
    found = {one for run in body_runs(letter) for one in run.source.split(", ")}
    return not found.isdisjoint(sources)


def _says(*words: str) -> Callable[[Letter], bool]:
    return lambda letter: any(word in _body(letter) for word in words)


CONTACTS = ("#2", "#3", "#11")
HOLDS: dict[str, Callable[[Letter], bool]] = {
    "B1": lambda one: (
        [run.text for run in one.sender][:2] == ["Odessa Freeman", "310 Larkspur Lane"]
    ),
    "B2": lambda one: one.dated.text == "May 26, 2026",
    "B3": lambda one: len(one.recipient) > 2,
    "B4": lambda one: plain(one.delivery) == "By post",
    "B5": lambda one: SUBJECT.get(one.kind, "omplaint") in plain(one.subject),
    "B6": lambda one: len(_body(one).split(". ")[0].split()) > 3,
    "B7": lambda one: "telephone line" in _text(one) or "L-4410" in _text(one),
    "B8": _says("customer since 2008"),
    "B9": lambda one: _from(one, "your words") or "four bills" in plain(one.subject),
    "B10": lambda one: _from(one, *CONTACTS),
    "B11": _says("So far this has cost me 59 minutes"),
    "B12": lambda one: _from(one, *(f"right {right.id}" for right in RIGHTS)),
    "B13": lambda one: ASKS.get(one.kind, "a credit of $80.00 and the monthly") in _body(one),
    "B14": _says("$80.00", "$40.00", "$20.00"),
    "B15": lambda one: _from(one, "calendar"),
    "B16": _says("independent body", "take it further", "in court"),
    "B17": lambda one: len(one.enclosures) == 4,
    "B18": _says("Thank you", "to thank"),
    "B19": lambda one: "of@example.org" in [run.text for run in one.sender],
    "B20": lambda one: one.signature.text == "Odessa Freeman",
    "B22": _says("with a reference", "give me a reference", "give me your case number"),
    "B23": _says("mediation"),
    "B24": _says("copies of the documents", "notes, recordings"),
    "B25": _says("true to the best of my knowledge"),
}


@pytest.mark.parametrize(
    ("kind", "block"), [(kind, block) for kind in MATRIX for block in MATRIX[kind].split()]
)
def test_the_letter_holds_the_required_block(kind: str, block: str):
    letter = _letter(kind)
    assert HOLDS[block](letter), letter_text(letter)


@pytest.mark.parametrize(
    ("kind", "block"), [(kind, block) for kind in LEFT_OUT for block in LEFT_OUT[kind].split()]
)
def test_the_letter_leaves_out_a_block_that_is_not_its_own(kind: str, block: str):
    letter = _letter(kind)
    assert not HOLDS[block](letter), letter_text(letter)


def test_every_kind_stands_in_the_matrix():
    assert set(MATRIX) == set(KINDS)


def test_a_reminder_has_three_short_paragraphs_and_a_new_date():
    letter = _letter("reminder")
    assert len(letter.body) == 3
    assert len(_body(letter).split()) < 130
    assert letter.answer_by
    assert letter.answer_by > ON_THE_TABLE.letters[0].answer_by


def test_a_card_dispute_goes_to_the_card_company_and_speaks_of_the_company():
    text = _text(_letter("card-dispute"))
    assert "Larkfield Bank PO Box 1 Macon" in text
    assert "Your call" not in text
    assert not re.search(r"\byour reference\b", text)


def test_a_complaint_to_a_body_masks_the_account_number():
    text = _text(_letter("agency"))
    assert "0047-118820" not in text
    assert "…8820" in text


@pytest.mark.parametrize(
    ("kept", "said"), [(True, "as part payment only"), (False, "would not take it as payment")]
)
def test_a_counter_offer_says_whether_part_payment_is_accepted(kept: bool, said: str):
    case, today = CASES["on-the-table"]
    assert case.consumer
    found = compose(
        "counter-offer",
        case,
        consumer=case.consumer,
        today=today,
        choices=Choices(part_payment=kept),
    )
    assert said in _body(found)
    assert "your offer leaves $40.00 unpaid." in _body(found)


@pytest.mark.parametrize("kind", ["first", "manager", "head-of-service", "ceo"])
def test_the_measured_opening_is_dismayed_and_the_plain_one_is_not(kind: str):
    case, today = CASES["on-the-table"]
    assert case.consumer
    said = {
        opening: _body(
            compose(
                kind, case, consumer=case.consumer, today=today, choices=Choices(opening=opening)
            )
        )
        for opening in ("plain", "measured")
    }
    assert said["measured"].startswith("I am dismayed that I have to write to you about")
    assert "dismayed" not in said["plain"]
