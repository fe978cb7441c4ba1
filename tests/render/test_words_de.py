"""Tests of templates/words/de.yaml: days, lengths, counts and names of things in German."""

from dataclasses import replace

import pytest
from letter_cases import at

from complaintkit.model.moment import Moment, Precision
from complaintkit.render.days_and_sums import on_text, since_text, when_text
from complaintkit.render.environment import words_for
from complaintkit.render.phrases import counted, duration, file_title, is_bought, numbers, times

WORDS = words_for("de")


def moment(text: str, precision: Precision) -> Moment:
    return replace(at(text, "Europe/Berlin", 1), precision=precision)


@pytest.mark.parametrize(
    ("text", "precision", "on", "when"),
    [
        ("2026-01-12T13:00", Precision.EXACT, "am 12. Januar 2026", "12. Jan. 2026, 13:00 Uhr"),
        (
            "2026-01-12T13:00",
            Precision.ABOUT,
            "am 12. Januar 2026",
            "12. Jan. 2026, gegen 13:00 Uhr",
        ),
        ("2026-03-12T00:00", Precision.ABOUT, "um den 12. März 2026", "um den 12. März 2026"),
        ("2026-01-01T00:00", Precision.MONTH, "im Januar 2026", "Jan. 2026"),
        ("2026-01-12T00:00", Precision.DAY, "am 12. Januar 2026", "12. Jan. 2026"),
    ],
)
def test_a_day_is_said_as_exactly_as_it_is_known(
    text: str, precision: Precision, on: str, when: str
):
    day = moment(text, precision)
    assert on_text(day, "de_DE", WORDS).replace("\u00a0", " ") == on
    assert when_text(day, "de_DE", WORDS).replace("\u00a0", " ") == when


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2008", "seit 2008"),
        ("seit 2008", "seit 2008"),
        ("März 2008", "seit März 2008"),
        ("Anfang 2008", "seit Anfang 2008"),
        ("March 2008", "seit März 2008"),
        ("2008-03-01", "seit 1. März 2008"),
        ("Januar", "seit Januar"),
        ("zehn Jahre", "schon zehn Jahre"),
        ("zehn Jahren", "seit zehn Jahren"),
        ("über 20 Jahre", "schon über 20 Jahre"),
    ],
)
def test_how_long_somebody_has_been_a_customer(start: str, said: str):
    assert since_text(start, "de_DE", WORDS).replace("\u00a0", " ") == said


def test_counts_and_lengths_are_said_in_words():
    assert [times(count, WORDS) for count in (1, 2, 3, 14)] == [
        "einmal",
        "zweimal",
        "dreimal",
        "14-mal",
    ]
    assert [counted(count, WORDS) for count in (2, 11, 14)] == ["zwei", "elf", "14"]
    assert [duration(count, WORDS).replace("\u00a0", " ") for count in (1, 59, 60, 125)] == [
        "1 Minute",
        "59 Minuten",
        "1 Stunde",
        "2 Stunden 5 Minuten",
    ]
    assert numbers([1, 2, 3, 4, 7], WORDS).replace("\u00a0", " ") == "1 bis 4 und 7"


def test_files_are_called_in_german():
    assert file_title("rechnung-2026-02.pdf", WORDS) == "Rechnung 2026-02 (PDF)"
    assert file_title("IMG_0412.jpg", WORDS) == "IMG_0412 (Bild)"


def test_a_machine_is_bought_and_a_contract_is_not():
    assert is_bought("Kaffeevollautomat Mokkaria 300", WORDS)
    for what in ("Mobilfunkvertrag", "Zeitungs-Abo", "Internetanschluss", "Fitnessstudio"):
        assert not is_bought(what, WORDS), what
