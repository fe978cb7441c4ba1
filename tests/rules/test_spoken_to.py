"""Tests of rules/spoken_to.py: who is “you” in the person's own words?"""

from datetime import date

import pytest

from complaintkit.model.case import Case, Resolution
from complaintkit.model.people import Company
from complaintkit.rules.spoken_to import speaking_note, spoken_to


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a full refund at your cost", "your"),
        ("Your engineer never came", "Your"),
        ("le remboursement et la reprise à vos frais", "vos"),
        ("que vous repreniez l’appareil", "vous"),
        ("die Abholung auf Ihre Kosten", "Ihre"),
        ("dass Sie das Gerät abholen", "Sie"),
        ("que ustedes recojan el aparato", "ustedes"),
    ],
)
def test_words_to_the_company_are_found(text: str, word: str):
    assert spoken_to(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "a full refund at the company's cost",
        "They said “your refund is on its way” and it was not",
        "On m’a dit : « Vous serez remboursée »",
        "Am Telefon hieß es: „Wir rufen Sie an“",
        "Sie ist seit März undicht. Sie wurde nie abgeholt",
        "youth hostel, votes, Ihringen",
        "",
    ],
)
def test_words_about_the_company_and_quotations_are_not(text: str):
    assert spoken_to(text) == ""


@pytest.mark.parametrize("option", ["problem", "want", "fallback"])
def test_the_command_is_that_of_the_words(option: str):
    told = {"problem": "It leaks.", "want": "a refund", "fallback": "a new one"}
    told[option] = "that you repair it"
    case = Case(
        id="a",
        name="a",
        opened_on=date(2026, 3, 1),
        company=Company(name="Acme"),
        problem=told["problem"],
        resolution=Resolution(want=told["want"], fallback=told["fallback"]),
    )
    assert speaking_note(case).endswith(f"`complaintkit company --{option} '…'`.")
