"""Tests of rules/check/parts/missing.py: what a text should have and has not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from complaintkit.model.case import Case, Purchase, Resolution
from complaintkit.model.encounter import Encounter
from complaintkit.model.money import Money
from complaintkit.model.people import Company, Contact
from complaintkit.model.review import Missing, Part
from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.parts.found import found_parts
from complaintkit.rules.check.parts.missing import missing_parts
from complaintkit.rules.check.parts.words import PartsWords, parts_words_from
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.store.tone import load_tone
from tests.rules.case_logs import a_case, call

TODAY = date(2026, 5, 14)
BARE = "The kettle leaks."
WHOLE = (
    "I have been a customer since 2008. On 12 January 2026 Ms Ruiz in Retention agreed a credit of "
    "$20.00 a month (reference RET-7719). I would be grateful if you could credit $80.00. I should "
    "be glad to hear from you by 1 June 2026. Thank you for your help."
)


@pytest.fixture(scope="module")
def words() -> PartsWords:
    return load_tone("parts", parts_words_from)


def missing(text: str, words: PartsWords, **told: object) -> dict[Part, Missing]:
    one = draft(text)
    found = found_parts(one, words, language=str(told.get("language", "en")))
    return {lack.part: lack for lack in missing_parts(one, found, words, **told)}  # type: ignore[arg-type]


def test_a_complete_letter_misses_nothing(words: PartsWords):
    assert missing(WHOLE, words, case=a_case(call("01-12")), today=TODAY) == {}


def test_a_text_whose_writer_was_given_no_reference_lacks_one(words: PartsWords):
    text = (
        "I clicked the button, I have the screenshot, and three people told me to wait. I would "
        "like the points."
    )
    lacks = missing(text, words, case=a_case(call("01-12"), call("04-13")), today=TODAY)
    assert Part.CONTACT not in lacks
    assert Part.RESOLUTION not in lacks
    assert lacks[Part.REFERENCE].sentence == "No reference number was given to me."


def test_an_outburst_misses_what_a_company_needs_to_act(words: PartsWords):
    lacks = missing("This is the worst company.", words)
    assert list(lacks) == [
        Part.DATE,
        Part.REFERENCE,
        Part.RESOLUTION,
        Part.DEADLINE,
        Part.COURTESY,
    ]
    assert not any(one.is_filled for part, one in lacks.items() if part is not Part.COURTESY)
    assert all("[" in one.sentence for part, one in lacks.items() if part is not Part.COURTESY)


def test_a_sum_is_missing_only_where_money_is_spoken_of(words: PartsWords):
    assert Part.AMOUNT not in missing(BARE, words)
    assert Part.AMOUNT in missing("The bill is too high.", words)


def test_an_earlier_contact_is_missing_where_the_log_has_one_or_the_kind_needs_one(
    words: PartsWords,
):
    assert Part.CONTACT not in missing(BARE, words)
    assert Part.CONTACT not in missing(BARE, words, case=a_case())
    assert Part.CONTACT in missing(BARE, words, case=a_case(call("03-01")))
    assert Part.CONTACT in missing(BARE, words, kind="final-notice")


def test_a_way_to_reach_the_writer_is_missing_in_a_whole_letter_only(words: PartsWords):
    assert Part.REACH not in missing(BARE, words)
    assert Part.REACH in missing(f"Dear Ms Ruiz,\n\n{BARE}\n\nYours sincerely,\nAda", words)


def test_a_reference_is_not_missing_where_the_text_says_that_none_was_given(words: PartsWords):
    for said in (
        "No reference was given to me.",
        "I was never given a case number.",
        "Nobody gave me a reference number.",
        "Your agent refused to give me a ticket number.",
        "I was not given any reference.",
        "I rang without a case number.",
        "I have no reference number.",
        "They would not give me any ticket number.",
    ):
        assert Part.REFERENCE not in missing(said, words), said
    for other in ("No order came.", "You never answered.", "Without reference to the facts."):
        assert Part.REFERENCE in missing(other, words), other


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("", {"date", "reference", "resolution", "deadline", "courtesy"}),
        ("first", {"date", "reference", "resolution", "deadline", "courtesy"}),
        ("manager", {"date", "reference", "contact", "resolution", "deadline", "courtesy"}),
        ("reminder", {"date", "reference", "contact", "resolution", "deadline", "courtesy"}),
        ("agency", {"date", "reference", "contact", "resolution", "courtesy"}),
        ("card-dispute", {"date", "reference", "contact", "resolution", "courtesy"}),
        ("thanks", {"date", "courtesy"}),
        ("records", {"resolution", "deadline", "courtesy"}),
        ("cancel", {"date", "resolution", "deadline", "courtesy"}),
        ("confirm-call", {"date", "contact", "deadline", "courtesy"}),
        ("debt", {"date", "reference", "resolution", "deadline", "courtesy"}),
    ],
)
def test_each_kind_of_letter_asks_for_its_own_parts(kind: str, asked: set[str], words: PartsWords):
    assert {part.value for part in missing(BARE, words, kind=kind)} == asked


def full_case() -> Case:
    return replace(
        a_case(call("01-12"), call("04-13"), call("04-28")),
        company=Company(name="Harbor & Finch", account="0417-22"),
        purchase=Purchase(reference="88213", bought_on=date(2026, 1, 9)),
        consumer=Contact(name="Ada", phone="0803 555 0199", email="ada@example.org"),
        resolution=Resolution(
            want="24,000 points credited.", amount=Money(amount=Decimal(80), currency="USD")
        ),
    )


def test_the_sentences_are_filled_from_the_log(words: PartsWords):
    text = "Dear Ms Ruiz,\n\nThe refund never came.\n\nYours\nAda"
    lacks = missing(text, words, case=full_case(), kind="ceo", today=TODAY, answer_days=14)
    assert {part.value: one.sentence for part, one in lacks.items()} == {
        "date": "I bought this on 9 January 2026.",
        "amount": "The amount is $80.00.",
        "reference": "The reference is 88213.",
        "contact": "I was in contact with you about this on 12 January 2026, 13 April 2026 and "
        "28 April 2026.",
        "resolution": "I would like the following: 24,000 points credited.",
        "deadline": "I should be glad to have your answer by 28 May 2026.",
        "reach": "You can reach me at 0803 555 0199.",
        "courtesy": "Thank you for your help.",
    }
    assert all(one.is_filled for one in lacks.values())


def test_a_case_in_which_no_reference_was_given_says_so(words: PartsWords):
    lack = missing(BARE, words, case=a_case(call("03-01")))[Part.REFERENCE]
    assert (lack.sentence, lack.is_filled) == ("No reference number was given to me.", True)


def test_the_last_reference_and_the_account_stand_in_for_an_order_number(words: PartsWords):
    met: list[Encounter] = [replace(call(f"03-0{n}"), reference=f"R-{n}") for n in (1, 2)]
    lack = missing(BARE, words, case=a_case(*met, call("03-05")))[Part.REFERENCE]
    assert lack.sentence == "The reference number I was given is R-2."
    known = replace(a_case(call("03-01")), company=Company(name="B", account="0042"))
    lack = missing(BARE, words, case=known)[Part.REFERENCE]
    assert lack.sentence == "My account number is 0042."


def test_a_contact_that_reached_nobody_is_told_as_an_attempt(words: PartsWords):
    lack = missing(BARE, words, case=a_case(call("03-01", reached=False)))[Part.CONTACT]
    assert lack.sentence == "I tried to contact you about this on 1 March 2026."


def test_the_days_to_answer_are_the_kinds_own_then_the_persons_then_the_usual(words: PartsWords):
    own = a_case(call("03-01"), resolution=Resolution(answer_days=21))
    told = {
        kind: missing(BARE, words, case=case, kind=kind, today=TODAY)[Part.DEADLINE].sentence
        for kind, case in (("first", own), ("reminder", own), ("", a_case()))
    }
    assert told["first"].endswith("4 June 2026.")
    assert told["reminder"].endswith("21 May 2026.")
    assert told[""].endswith("28 May 2026.")


def test_facts_are_put_in_as_they_are(words: PartsWords):
    odd = r"a {day} and \1 %s [x] “{want}”"
    case = a_case(resolution=Resolution(want=odd))
    lack = missing(BARE, words, case=case)[Part.RESOLUTION]
    assert lack.sentence == f"I would like the following: {odd}."


def test_each_sentence_added_makes_its_part_found(words: PartsWords):
    text = "Dear Ms Ruiz,\n\nThe refund never came.\n\nYours\nAda"
    for case in (None, full_case()):
        lacks = missing(text, words, case=case, kind="ceo", today=TODAY)
        filled = [one for one in lacks.values() if one.is_filled]
        added = "\n".join([text, *(one.sentence for one in filled)])
        left = missing(added, words, case=case, kind="ceo", today=TODAY)
        assert not {one.part for one in filled} & set(left)
    assert len(filled) == 8


def test_in_other_languages_only_what_their_words_show_can_be_missing(words: PartsWords):
    letter = "Sehr geehrte Damen und Herren,\n\nder Kessel ist defekt, die Rechnung falsch."
    for language in ("de", "fr", "es"):
        lacks = missing(letter, words, language=language, case=full_case(), today=TODAY)
        assert list(lacks) == [Part.DATE, Part.REACH, Part.COURTESY]
    assert lacks[Part.REACH].sentence == "Pueden contactarme en: 0803 555 0199."
    assert not lacks[Part.DATE].is_filled


def test_in_a_language_that_is_not_known_nothing_is_claimed(words: PartsWords):
    assert missing("Czajnik przecieka.", words, language="pl", case=full_case()) == {}


@pytest.mark.parametrize("kind", ["records", "cancel"])
def test_a_request_for_records_needs_a_number_only_where_the_log_has_one(
    kind: str, words: PartsWords
):
    assert Part.REFERENCE not in missing(BARE, words, kind=kind, case=a_case(call("03-01")))
    assert Part.REFERENCE in missing(BARE, words, kind=kind, case=full_case())


def test_every_kind_of_letter_is_known(words: PartsWords):
    for kind in KINDS:
        assert Part.COURTESY in missing(BARE, words, kind=kind), kind


@pytest.mark.parametrize(
    ("country", "day"), [("US", "May 28, 2026"), ("GB", "28 May 2026"), ("", "28 May 2026")]
)
def test_a_day_to_add_is_written_as_the_country_writes_it(words, country: str, day: str):
    case = replace(a_case(call("01-12")), country=country)
    lacks = missing("You charged me twice.", words, case=case, today=TODAY)
    assert lacks[Part.DEADLINE].sentence == f"I should be glad to have your answer by {day}."
