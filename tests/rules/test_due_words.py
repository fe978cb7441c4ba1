# ruff: noqa: DTZ001 - a clock on the wall carries no time zone
from datetime import date, datetime

import pytest

from complaintkit.errors import DateUnclear
from complaintkit.rules.due_words import counted_days, speaks_of_working_days
from complaintkit.rules.when import read_due
from complaintkit.rules.workdays import DaysOff, is_weekend

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


CHRISTMAS = DaysOff(
    is_off=lambda on: is_weekend(on) or (on.month, on.day) == (12, 25), is_known=lambda: True
)


def test_working_days_leave_out_the_days_that_are_off():
    before = datetime(2026, 12, 23, 10)
    assert read_due("in 2 working days", anchor=before) == day(12, 25)
    assert read_due("in 2 working days", anchor=before, off=CHRISTMAS) == day(12, 28)
    assert read_due("2 business days 5pm", anchor=before, off=CHRISTMAS) == day(12, 28)
    assert read_due("in 2 days", anchor=before, off=CHRISTMAS) == day(12, 25)


@pytest.mark.parametrize("text", ["5 working days", "within 3 Business Days", "one workday"])
def test_words_of_working_days_are_known(text: str):
    assert speaks_of_working_days(text)


@pytest.mark.parametrize("text", ["friday", "in 2 weeks", "close of business", "3 weekdays"])
def test_other_words_are_not_taken_for_working_days(text: str):
    assert not speaks_of_working_days(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 weeks", day(12, 24)),
        ("in 14 days", day(12, 24)),
        ("another 2 weeks", day(12, 24)),
        ("2 more weeks", day(12, 24)),
        ("a month later", day(1, 10, 2027)),
        ("2 weeks from today", day(12, 2)),
        ("12 working days", day(12, 29)),
        ("friday", None),
        ("tomorrow", None),
        ("2026-12-24", None),
    ],
)
def test_a_date_is_moved_on_from_the_old_one(text: str, expected: date | None):
    since, today = day(12, 10), WEDNESDAY.date()
    assert counted_days(text, since=since, today=today, off=CHRISTMAS) == expected


def test_past_the_end_of_the_calendar_there_is_no_day():
    with pytest.raises(DateUnclear, match="end of the calendar"):
        counted_days("3000 months", since=date(9998, 1, 1), today=WEDNESDAY.date())
