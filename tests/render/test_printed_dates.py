from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from complaintkit.render.printed_dates import dates_in, with_dates

MAY_15 = date(2026, 5, 15)
FORMS = [
    "15 May 2026", "May 15, 2026", "15. May 2026", "15th of May 2026", "May 15th 2026",
    "2026-05-15", "15.5.2026", "15.05.2026", "15 may 2026", "15\u00a0May\u00a02026",
    "Friday 15 May 2026", "Friday, May 15, 2026",
]  # fmt: skip


def days(text: str, **more: date) -> list[date]:
    return [found.day for found in dates_in(text, "en", **more)]


@pytest.mark.parametrize("form", FORMS)
def test_a_date_is_read_as_people_write_it(form: str):
    assert days(f"Please answer by {form}, or I go on.") == [MAY_15]


@pytest.mark.parametrize("text", ["05/15/2026", "15/05/2026", "31 June 2026", "May 2026", "2026"])
def test_what_is_no_date_or_has_two_readings_is_not_read(text: str):
    assert days(f"by {text}.") == []


def test_a_day_without_a_year_is_the_next_one_and_not_a_far_one():
    assert days("by 3 January", near=date(2026, 12, 20)) == [date(2027, 1, 3)]
    assert days("charged on 3 May", near=date(2026, 5, 18)) == []
    assert days("by 3 January") == []


def test_it_is_known_whether_the_date_is_asked_for():
    asked = [one.is_asked for one in dates_in("On 1 May 2026 I wrote; by 15 May 2026.", "en")]
    assert asked == [False, True]


@pytest.mark.parametrize(
    ("form", "moved"),
    [
        ("15 May 2026", "2 June 2026"), ("May 15, 2026", "June 2, 2026"),
        ("May 15th 2026", "June 2nd 2026"), ("2026-05-15", "2026-06-02"),
        ("Friday, 15 May 2026", "Tuesday, 2 June 2026"),
        ("friday 15 May 2026", "Tuesday 2 June 2026"),
        ("15.05.2026", "2.06.2026"), ("15 may 2026", "2 June 2026"),
    ],
)  # fmt: skip
def test_another_day_is_written_in_the_same_way(form: str, moved: str):
    found = with_dates(f"by {form}.", "en", {MAY_15: date(2026, 6, 2)})
    assert found == f"by {moved}."


def test_other_days_stay():
    text = "On 1 May 2026 I asked for 15 May 2026 and 16 May 2026."
    assert with_dates(text, "en", {MAY_15: date(2027, 1, 1)}) == text.replace(
        "15 May 2026", "1 January 2027"
    )


@given(
    first=st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    days_on=st.integers(0, 4000),
    locale=st.sampled_from(["en_US", "en_GB", "en_IE", "en_AU", "de_DE"]),
)
def test_every_day_in_a_letters_own_words_is_moved_to_every_other(
    first: date, days_on: int, locale: str
):
    other = first + timedelta(days=days_on)
    text, wanted = (format_date(day, "long", locale=locale) for day in (first, other))
    language = locale[:2]
    assert [one.day for one in dates_in(text, language)] == [first]
    assert with_dates(text, language, {first: other}) == wanted
