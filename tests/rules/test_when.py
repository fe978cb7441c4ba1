# ruff: noqa: DTZ001 - a clock on the wall carries no time zone
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from complaintkit.errors import DateUnclear
from complaintkit.model.moment import Moment, Precision
from complaintkit.rules.local_time import offset_text, read_offset
from complaintkit.rules.when import (
    local_offset,
    read_day,
    read_moment,
    read_moment_from_file,
    spoken,
)

NEW_YORK = "America/New_York"
NOW = datetime(2026, 11, 20, 15, 30, tzinfo=ZoneInfo(NEW_YORK))  # a Friday


def told(text: str, **settings) -> str:
    moment = read_moment(text, now=NOW, **settings)
    assert moment is not None
    return spoken(moment)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now", "Fri 20 Nov 2026, 15:30"),
        ("today 9:30", "Fri 20 Nov 2026, 09:30"),
        ("yesterday", "Thu 19 Nov 2026"),
        ("yesterday 3pm", "Thu 19 Nov 2026, 15:00"),
        ("Yesterday, 15:00", "Thu 19 Nov 2026, 15:00"),
        ("yesterday afternoon at 3", "Thu 19 Nov 2026, 15:00"),
        ("this morning", "about Fri 20 Nov 2026, 09:00"),
        ("last night", "about Thu 19 Nov 2026, 21:00"),
        ("monday", "Mon 16 Nov 2026"),
        ("last friday 14:00", "Fri 13 Nov 2026, 14:00"),
        ("tuesday last week", "Tue 10 Nov 2026"),
        ("2 days ago", "Wed 18 Nov 2026"),
        ("3 weeks ago", "Fri 30 Oct 2026"),
        ("two months ago", "September 2026"),
        ("an hour ago", "about Fri 20 Nov 2026, 14:30"),
        ("about 12 March", "about 12 Mar 2026"),
        ("around yesterday 3pm", "about Thu 19 Nov 2026, 15:00"),
        ("~2026-03", "March 2026"),
        ("March 2026", "March 2026"),
        ("12 March 2026", "Thu 12 Mar 2026"),
        ("March 12th, 2026 at 3.30pm", "Thu 12 Mar 2026, 15:30"),
        ("12 Dec", "Fri 12 Dec 2025"),
        ("29 feb", "Thu 29 Feb 2024"),
        ("the 25th", "Sun 25 Oct 2026"),
        ("13/04", "Mon 13 Apr 2026"),
        ("13/04/2026 9am", "Mon 13 Apr 2026, 09:00"),
        ("2026-03-12T09:30:15", "Thu 12 Mar 2026, 09:30"),
        ("noon", "Fri 20 Nov 2026, 12:00"),
        ("12:30 am", "Fri 20 Nov 2026, 00:30"),
    ],
)
def test_what_people_type_is_understood(text, expected):
    assert told(text) == expected


def test_an_hour_alone_is_the_latest_such_hour():
    assert told("15:00") == "Fri 20 Nov 2026, 15:00"
    assert told("16:00") == "Thu 19 Nov 2026, 16:00"


@pytest.mark.parametrize("text", ["", "banana", "order 12345", "12", "in 2 weeks", "3pm banana"])
def test_other_words_are_left_to_the_caller(text):
    assert read_moment(text, now=NOW) is None


def test_a_day_without_an_hour_has_the_precision_of_a_day_and_no_offset():
    moment = read_moment("yesterday", now=NOW)
    assert moment == Moment(wall=datetime(2026, 11, 19), zone=NEW_YORK, precision=Precision.DAY)


def test_about_a_month_stays_a_month():
    moment = read_moment("about March 2026", now=NOW)
    assert moment is not None
    assert moment.precision is Precision.MONTH


def test_a_date_that_can_be_read_two_ways_is_refused_with_both_readings():
    with pytest.raises(DateUnclear) as refused:
        read_moment("03/04", now=NOW)
    assert "2026-04-03" in refused.value.fix
    assert "2026-03-04" in refused.value.fix


def test_the_order_of_the_country_settles_a_date():
    assert told("03/04/2026", day_first=True) == "Fri 3 Apr 2026"
    assert told("03/04/2026", day_first=False) == "Wed 4 Mar 2026"
    assert told("4/4/2026") == "Sat 4 Apr 2026"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31 February", "no day “31 February”"),
        ("31/02/2026", "no 31 February 2026"),
        ("2026-02-29", "no 29 February 2026"),
        ("2026-13-01", "no day"),
        ("25:00", "on the clock"),
        ("13pm", "on the clock"),
        ("yesterday at 3", "03:00 or 15:00"),
        ("Fri 12 March 2026", "is a Thursday"),
        ("friday", "today or a week ago"),
        ("last week", "does not say which day"),
        ("2026-12-01", "lies in the future"),
        ("tomorrow", "lies in the future"),
        ("2026-11-20 15:36", "lies in the future"),
        ("this evening", "lies in the future"),
        ("2026-03-12 09:00+15:00", "away from UTC"),
        ("0001-01-01", "The year 1"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(text, words):
    with pytest.raises(DateUnclear, match=words):
        read_moment(text, now=NOW)


def test_five_minutes_ahead_are_a_clock_that_differs():
    assert told("15:34") == "Fri 20 Nov 2026, 15:34"


def test_the_future_is_compared_as_instants_not_as_wall_clocks():
    # 21:00 in Berlin is 15:00 in New York.
    assert told("2026-11-20 21:00", zone="Europe/Berlin") == "Fri 20 Nov 2026, 21:00"
    with pytest.raises(DateUnclear):
        read_moment("2026-11-20 21:00", now=NOW, zone=NEW_YORK)


def test_an_hour_that_the_clocks_skipped_is_asked_about():
    with pytest.raises(DateUnclear, match="did not exist") as refused:
        read_moment("2026-03-08 02:30", now=NOW)
    assert refused.value.fix == "Was it 01:30 or 03:30? Give that time."


def test_an_hour_that_came_twice_needs_its_offset():
    with pytest.raises(DateUnclear, match="came twice") as refused:
        read_moment("2026-11-01 01:30", now=NOW)
    assert "2026-11-01T01:30-04:00" in refused.value.fix
    assert "2026-11-01T01:30-05:00" in refused.value.fix


def test_a_typed_offset_settles_the_doubled_hour():
    first = read_moment("2026-11-01T01:30-04:00", now=NOW)
    second = read_moment("2026-11-01T01:30-05:00", now=NOW)
    assert first is not None
    assert second is not None
    assert (first.offset, first.zone) == (timedelta(hours=-4), NEW_YORK)
    assert (second.offset, second.zone) == (timedelta(hours=-5), NEW_YORK)


def test_an_offset_that_the_zone_never_keeps_drops_the_zone():
    moment = read_moment("2026-11-01T01:30+05:30", now=NOW)
    assert moment is not None
    assert (moment.offset, moment.zone) == (timedelta(hours=5, minutes=30), "")


def test_hours_ago_are_counted_through_a_clock_change():
    after = datetime(2026, 11, 1, 3, 0, tzinfo=ZoneInfo(NEW_YORK))
    moment = read_moment("2 hours ago", now=after)
    assert moment is not None
    assert (moment.wall.time(), moment.offset) == (time(1, 0), timedelta(hours=-4 - 1))


def test_without_a_zone_the_offset_of_another_day_is_not_assumed():
    now = datetime(2026, 11, 20, 15, 30, tzinfo=timezone(timedelta(hours=1)))
    today, summer = (read_moment(text, now=now) for text in ("today 9:00", "2026-07-01 9:00"))
    assert today is not None
    assert summer is not None
    assert (today.offset, summer.offset) == (timedelta(hours=1), None)


def test_a_file_keeps_a_skipped_hour_and_marks_it():
    moment = read_moment_from_file("2026-03-29T02:30", zone="Europe/Berlin")
    assert moment == Moment(wall=datetime(2026, 3, 29, 2, 30), zone="Europe/Berlin", skipped=True)


def test_a_file_takes_the_first_of_a_doubled_hour():
    moment = read_moment_from_file("2026-10-25T02:30", zone="Europe/Berlin")
    assert moment.offset == timedelta(hours=2)


def test_a_file_may_name_a_day_a_month_or_an_offset():
    assert read_moment_from_file("2026-03-12", zone="").precision is Precision.DAY
    assert read_moment_from_file("2026-03", zone="").precision is Precision.MONTH
    assert read_moment_from_file("2026-03-12T09:00Z", zone="").offset == timedelta(0)


@pytest.mark.parametrize("text", ["yesterday", "2026-3-1", "2026-02-30", "2026-01-01T24:00", ""])
def test_a_file_must_be_exact(text):
    with pytest.raises(DateUnclear):
        read_moment_from_file(text, zone="")


def test_an_unknown_zone_is_answered_with_the_nearest():
    for near in ("Europe/Berln", "Berlin", "europe/berlin"):
        with pytest.raises(DateUnclear) as refused:
            local_offset(datetime(2026, 1, 1), near)
        assert refused.value.fix == "Did you mean Europe/Berlin?"
    for wrong in ("../../etc/passwd", "Europe", ""):
        with pytest.raises(DateUnclear):
            local_offset(datetime(2026, 1, 1), wrong)


def test_local_offset_tells_skipped_and_doubled_hours():
    assert local_offset(datetime(2026, 3, 29, 2, 30), "Europe/Berlin") == (None, True, False)
    assert local_offset(datetime(2026, 10, 25, 2, 30), "Europe/Berlin") == (
        timedelta(hours=2),
        False,
        True,
    )
    assert local_offset(datetime(2026, 7, 1), "Asia/Kolkata")[0] == timedelta(hours=5.5)


def test_offsets_are_written_as_they_are_read():
    for text in ("+00:00", "-05:00", "+05:30", "-09:30"):
        offset = read_offset(text)
        assert offset is not None
        assert offset_text(offset) == text


def test_a_day_is_read_and_a_month_is_not_enough():
    today = date(2026, 11, 20)
    assert read_day("12 March", today=today) == date(2026, 3, 12)
    assert read_day("yesterday 3pm", today=today) == date(2026, 11, 19)
    assert read_day("banana", today=today) is None
    with pytest.raises(DateUnclear, match="names a month"):
        read_day("March 2026", today=today)
    with pytest.raises(DateUnclear, match="future"):
        read_day("2026-12-01", today=today)


def test_a_day_to_come_looks_forward_where_that_is_allowed():
    today = date(2026, 11, 20)
    assert read_day("12 March", today=today, allow_future=True) == date(2027, 3, 12)
    assert read_day("monday", today=today, allow_future=True) == date(2026, 11, 23)
    assert read_day("yesterday", today=today, allow_future=True) == date(2026, 11, 19)
