# ruff: noqa: DTZ001 - a clock on the wall carries no time zone
from datetime import date, datetime

import pytest

from complaintkit.errors import DateUnclear
from complaintkit.rules.when import read_due

WEDNESDAY = datetime(2026, 11, 18, 15, 30)


def day(month: int, number: int, year: int = 2026) -> date:
    return date(year, month, number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("friday", day(11, 20)),
        ("by Friday", day(11, 20)),
        ("next friday", day(11, 27)),
        ("next monday", day(11, 23)),
        ("monday next week", day(11, 23)),
        ("wednesday", day(11, 25)),
        ("today", day(11, 18)),
        ("by 5pm", day(11, 18)),
        ("tomorrow", day(11, 19)),
        ("tomorrow 3pm", day(11, 19)),
        ("within 48 hours", day(11, 20)),
        ("in 9 hours", day(11, 19)),
        ("in 2 weeks", day(12, 2)),
        ("a fortnight", day(12, 2)),
        ("in a week's time", day(11, 25)),
        ("within 10 working days", day(12, 2)),
        ("3 to 5 business days", day(11, 25)),
        ("3–5 business days", day(11, 25)),
        ("within a month", day(12, 18)),
        ("end of the week", day(11, 20)),
        ("end of next week", day(11, 27)),
        ("by the end of the month", day(11, 30)),
        ("end of march", day(3, 31, 2027)),
        ("2026-12-01", day(12, 1)),
        ("12 March", day(3, 12, 2027)),
        ("13/04", day(4, 13, 2027)),
        ("the 25th", day(11, 25)),
    ],
)
def test_a_promise_is_dated_from_the_encounter_on(text, expected):
    assert read_due(text, anchor=WEDNESDAY) == expected


def test_a_weekday_is_never_the_day_of_the_encounter():
    friday = datetime(2026, 11, 20, 9)
    assert read_due("friday", anchor=friday) == day(11, 27)


def test_the_end_of_the_week_said_on_a_saturday_is_the_friday_after():
    saturday = datetime(2026, 11, 21, 9)
    assert read_due("end of the week", anchor=saturday) == day(11, 27)
    assert read_due("end of next week", anchor=saturday) == day(11, 27)


def test_a_month_from_the_31st_ends_on_the_shorter_months_last_day():
    assert read_due("in a month", anchor=datetime(2026, 1, 31)) == day(2, 28)


def test_the_countrys_order_settles_numbers():
    assert read_due("03/12", anchor=WEDNESDAY, day_first=True) == day(12, 3)
    assert read_due("03/12", anchor=WEDNESDAY, day_first=False) == day(3, 12, 2027)
    with pytest.raises(DateUnclear, match="two ways"):
        read_due("03/12", anchor=WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-11-17", "lies before the contact"),
        ("yesterday", "lies before the contact"),
        ("March 2027", "names a month"),
        ("next week", "does not say which day"),
        ("31 February", "in the calendar"),
    ],
)
def test_a_day_that_cannot_be_due_is_refused(text, words):
    with pytest.raises(DateUnclear, match=words):
        read_due(text, anchor=WEDNESDAY)


@pytest.mark.parametrize("text", ["", "banana", "when they can", "within 99999 days", "5"])
def test_other_words_have_no_due_day(text):
    assert read_due(text, anchor=WEDNESDAY) is None
