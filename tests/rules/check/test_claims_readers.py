"""Tests of the readers behind rules/check/claims/held.py: days, sums, numbers, rows of tables."""

from datetime import date
from decimal import Decimal

import pytest

from complaintkit.rules.check.claims.days import days_in, likely, written_like
from complaintkit.rules.check.claims.money import amounts_of, sum_like, sums_in
from complaintkit.rules.check.claims.numbers import number_like, number_of, spelled
from complaintkit.rules.check.claims.people import distance, is_near
from complaintkit.rules.check.claims.text import reading
from complaintkit.rules.check.draft import draft

TODAY = date(2026, 5, 18)


def days(text: str, *, day_first: bool | None = None) -> list[tuple[str, tuple[date, ...]]]:
    found = days_in(text, today=TODAY, day_first=day_first)
    return [(text[one.start : one.end], likely(one, TODAY)) for one in found]


@pytest.mark.parametrize(
    "text",
    ["14 April 2026", "14th of April 2026", "April 14, 2026", "Apr. 14, 2026", "2026-04-14"],
)
def test_days_are_read_however_they_are_written(text):
    assert days(f"I rang on {text}.") == [(text, (date(2026, 4, 14),))]


def test_the_weekday_belongs_to_the_day():
    assert days("On Tuesday, 14 April 2026 I rang.")[0][0] == "Tuesday, 14 April 2026"


def test_figures_have_two_readings_unless_the_country_has_a_habit():
    third, fourth = date(2026, 4, 3), date(2026, 3, 4)
    assert days("03/04/2026") == [("03/04/2026", (third, fourth))]
    assert days("03/04/2026", day_first=True) == [("03/04/2026", (third,))]
    assert days("03/04/2026", day_first=False) == [("03/04/2026", (fourth,))]
    assert days("25/12/25", day_first=False) == [("25/12/25", (date(2025, 12, 25),))]


def test_without_a_year_the_day_closest_to_today_is_meant():
    assert days("9 March and 1 October") == [
        ("9 March", (date(2026, 3, 9),)),
        ("1 October", (date(2025, 10, 1),)),
    ]
    assert days("1 June") == [("1 June", (date(2026, 6, 1),))]


def test_what_only_looks_like_a_day_is_none():
    for text in ("you may 2 or 3 times", "31 February 2026", "5.30 p.m.", "March 2026", "12/2026"):
        assert days(text) == []
    assert days("1. Note of 14 February\n  2. A photo") == [("14 February", (date(2026, 2, 14),))]
    assert [text for text, _ in days("4. May 4, 2026: my letter")] == ["May 4, 2026"]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("17 April", "1 May"),
        ("APRIL 17", "MAY 1"),
        ("17th April", "1st May"),
        ("Fri 17 Apr 2026", "Fri 1 May 2026"),
        ("2026-04-17", "2026-05-01"),
        ("17.04.26", "01.05.26"),
    ],
)
def test_a_day_is_written_like_another(text, new):
    [named] = days_in(text, today=TODAY, day_first=True)
    assert written_like(text, named, date(2026, 5, 1)) == new


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("$84.20", "84.20"),
        ("US$80", "80"),
        ("£1,429.00", "1429.00"),
        ("₦45,000", "45000"),
        ("N45,000", "45000"),
        ("N20k", "20000"),
        ("45,000 naira", "45000"),
        ("Rs. 4,999/-", "4999"),
        ("₹1,20,000", "120000"),
        ("1.2 lakh rupees", "120000"),
        ("84.20 USD", "84.20"),
        ("EUR 1.949,25", "1949.25"),
        ("1.949,25 €", "1949.25"),
        ("50p", "0.50"),
        ("20 dollars", "20"),
        ("forty-five thousand naira", "45000"),
        ("four hundred and twenty-nine pounds", "429"),
    ],
)
def test_sums_are_read_however_they_are_written(text, amount):
    [found] = sums_in(f"It was {text}, I think.")
    assert Decimal(amount) in found.amounts


def test_what_only_looks_like_a_sum_is_none():
    text = "ALL 11 of them, 24,000 points, 18.402 m³, 5 p.m., no. 429, OH 45000, 8.5 %, 2026"
    assert sums_in(text) == []


def test_a_point_before_three_figures_has_two_readings():
    assert amounts_of("1.234") == (Decimal(1234), Decimal("1.234"))


@pytest.mark.parametrize(
    ("text", "amount", "new"),
    [
        ("$84.20", "1099.5", "$1,099.50"),
        ("₦45,000", "54000", "₦54,000"),
        ("£1429", "1492", "£1492"),
        ("€1.949,25", "968.15", "€968,15"),
        ("₹1,20,000", "210000", "₹2,10,000"),
        ("£429", "492.50", "£492.50"),
        ("twenty dollars", "25", "25 dollars"),
    ],
)
def test_a_sum_is_written_like_another(text, amount, new):
    [found] = sums_in(text)
    assert sum_like(text, found, Decimal(amount)) == new


def test_numbers_are_read_and_written_as_words():
    words = ("twice", "seven", "forty-five thousand", "two hundred and five", "1,250", "fish")
    assert [number_of(one) for one in words] == [2, 7, 45_000, 205, 1250, None]
    assert [spelled(one) for one in (0, 3, 10, 11)] == ["no", "three", "ten", "11"]
    assert (number_like("Five", 4), number_like("5", 4)) == ("Four", "4")
    assert (number_like("twice", 1), number_like("twice", 3)) == ("once", "three times")


def test_names_a_letter_apart_are_near_and_others_are_not():
    assert [distance("ruiz", other) for other in ("ruiz", "ruis", "riuz", "jane")] == [0, 1, 1, 4]
    assert is_near("ruis", "ruiz")
    assert is_near("nwossu", "nwosu")
    assert not is_near("jo", "jim")
    assert not is_near("jane", "devon")


def test_the_cells_of_a_row_are_read_as_one_line_and_found_again():
    text = (
        "Contacts so far:\n\n"
        "Date          Contact            What was said\n"
        "------------  -----------------  --------------------\n"
        "Jan 12, 2026  Telephone, Mrs     Credit agreed. It\n"
        "              Ruiz (Retention)   comes in February.\n"
        "\n"
        "Apr 14, 2026  Telephone, Devon   No note on file.\n"
        "\n"
        "No reference was given to me.\n"
    )
    read = reading(draft(text))
    rows = [read.text[one.start : one.end] for one in read.statements if one.is_row]
    assert rows == [
        "Jan 12, 2026 | Telephone, Mrs Ruiz (Retention) | Credit agreed. It comes in February.",
        "Apr 14, 2026 | Telephone, Devon | No note on file.",
    ]
    at = read.text.rindex("comes in")
    first, last = read.place(at, at + len("comes in"))
    assert text[first:last] == "comes in"
    said = [read.text[one.start : one.end].strip() for one in read.statements if not one.is_row]
    assert said[-1] == "No reference was given to me."


def test_items_of_a_list_and_rows_with_bars_are_statements_of_their_own():
    text = (
        "Dates:\n\n"
        "- 12 March 2026: annual bill received,\n"
        "  €2,917.40\n"
        "- 29 March 2026: reading\n\n"
        "| 14 Apr 2026 | Devon | No note. |\n"
    )
    found = [text[one.start : one.end] for one in reading(draft(text)).statements if one.is_row]
    assert found == [
        "12 March 2026: annual bill received,\n  €2,917.40",
        "29 March 2026: reading",
        "14 Apr 2026 | Devon | No note. |",
    ]
