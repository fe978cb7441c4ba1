"""Tests of templates/words/fr.yaml: days, sums, counts and people as French writes them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from letter_cases_fr import LAVE_VAISSELLE

from complaintkit.model.encounter import Representative
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.render.days_and_sums import (
    date_text,
    money_text,
    on_text,
    short_date,
    since_text,
    when_text,
)
from complaintkit.render.environment import words_for
from complaintkit.render.people import briefly, who
from complaintkit.render.phrases import duration, file_title, joined, numbers, times

WORDS = words_for("fr")


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2008", "depuis 2008"),
        ("March 2008", "depuis mars 2008"),
        ("mars 2008", "depuis mars 2008"),
        ("2008-03-01", "depuis le 1er mars 2008"),
        ("3 mars 2008", "depuis le 3 mars 2008"),
        ("dix ans", "depuis dix ans"),
        ("10 ans", "depuis 10 ans"),
        ("janvier", "depuis janvier"),
    ],
)
def test_a_beginning_and_a_length_of_time_read_right(start: str, said: str):
    assert since_text(start, "fr_FR", WORDS) == said


def test_days_and_hours_are_written_as_french_does():
    wall = datetime.fromisoformat("2026-01-12T13:05")
    assert date_text(date(2026, 1, 1), "fr_FR", WORDS) == "1er janvier 2026"
    assert short_date(date(2026, 2, 1), "fr_CA", WORDS) == "1er févr. 2026"
    assert date_text(date(2026, 1, 11), "fr_FR", WORDS) == "11 janvier 2026"
    assert on_text(date(2026, 1, 12), "fr_BE", WORDS) == "le 12 janvier 2026"
    month = Moment(wall=datetime.fromisoformat("2026-01-01"), precision=Precision.MONTH)
    assert on_text(month, "fr_CH", WORDS) == "en janvier 2026"
    assert when_text(Moment(wall=wall), "fr_FR", WORDS) == "12 janv. 2026, 13:05"
    about = Moment(wall=wall, precision=Precision.ABOUT)
    assert when_text(about, "fr_CA", WORDS).replace("\u00a0", " ") == "12 janv. 2026, vers 13 h 05"


def test_counts_durations_sums_and_titles_read_right():
    found = [times(count, WORDS) for count in (1, 2, 3, 14)]
    assert found == ["une fois", "deux fois", "trois fois", "14\u00a0fois"]
    assert duration(1, WORDS) == "1\u00a0minute"
    assert duration(125, WORDS) == "2\u00a0heures 5\u00a0minutes"
    assert numbers([1, 2, 3, 4, 7], WORDS) == "1\u00a0à\u00a04 et 7"
    assert joined(["a", "b", "c"], WORDS) == "a, b et c"
    assert file_title("facture-2026-02.pdf", WORDS) == "Facture 2026-02 (PDF)"
    euros = Money(amount=Decimal("2917.40"), currency="EUR")
    assert money_text(euros, "fr_FR") == "2\u00a0917,40\u00a0€"


def test_people_without_a_name_are_called_without_a_gender():
    assert who("", "agent", WORDS) == "une personne dont j’ignore le nom (agent)"
    assert who("", "", WORDS) == "une personne dont j’ignore le nom"
    call = LAVE_VAISSELLE.encounters[3]
    unnamed = replace(call, representative=Representative(role=""))
    assert briefly(call, "Téléphone", WORDS) == "Téléphone, conseiller (sans nom indiqué)"
    assert briefly(unnamed, "Téléphone", WORDS) == "Téléphone, sans nom indiqué"


def test_french_has_every_word_that_english_has():
    """All keys but `notes`, which the screen alone shows, in English, and the countries' styles."""
    english = {
        key: value
        for key, value in words_for("en").items()
        if key not in ("notes", "styles", "attachment")
    }
    assert lacking(english, WORDS) == []
    assert lacking(words_for("en")["styles"]["default"], WORDS["styles"]["default"]) == []


def lacking(whole: Mapping[str, Any], part: Mapping[str, Any], path: str = "") -> list[str]:
    """Return the paths of the keys that `part` lacks."""
    found = [f"{path}{key}" for key in whole if key not in part]
    for key, value in whole.items():
        if isinstance(value, Mapping) and key in part:
            found += lacking(value, part[key], f"{path}{key}.")
    return found
