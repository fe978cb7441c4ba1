"""Are working days those of the country and the region where the person lives?"""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from complaintkit.rules.workdays import WEEKENDS, after, plus_working_days
from complaintkit.store.days_off import days_off

PLACES = [
    ("US", "US-NY"),
    ("GB", "GB-SCT"),
    ("DE", "DE-BY"),
    ("FR", ""),
    ("AU", "AU-VIC"),
    ("NZ", ""),
    ("ZA", ""),
    ("CA", "CA-ON"),
    ("NG", ""),
    ("IN", "IN-MH"),
    ("IL", ""),  # Friday and Saturday
    ("IE", ""),
]


@pytest.mark.parametrize(("country", "region"), PLACES)
@given(day=st.dates(date(2024, 1, 1), date(2028, 12, 31)), count=st.integers(1, 40))
@settings(max_examples=30, deadline=None)
def test_working_days_are_those_of_the_holidays_package(country, region, day, count):
    theirs = holidays.country_holidays(country, subdiv=region.partition("-")[2] or None)
    ours = plus_working_days(day, count, off=days_off(country, region))
    assert ours == theirs.get_nth_working_day(day, count)


def test_region_has_holidays_of_its_own():
    on = date(2026, 1, 5)  # the Monday before Epiphany, a holiday in Bavaria
    assert plus_working_days(on, 1, off=days_off("DE", "DE-BY")) == date(2026, 1, 7)
    assert plus_working_days(on, 1, off=days_off("DE", "DE-BE")) == date(2026, 1, 6)


def test_unknown_region_has_the_days_of_its_country():
    off = days_off("US", "US-NOWHERE")
    assert off.is_known()
    assert off.is_off(date(2026, 12, 25))


@pytest.mark.parametrize("country", ["", "XX", "ZZ"])
def test_unknown_country_has_weekends_only_and_says_so(country):
    off = days_off(country)
    assert not off.is_known()
    assert off.is_off(date(2026, 11, 28))
    assert not off.is_off(date(2026, 12, 25))


@given(day=st.dates(), count=st.integers(0, 400))
@settings(deadline=None)
def test_weeks_are_seven_days_and_units_never_go_back(day, count):
    assert after(day, count, "weeks") == after(day, count * 7, "days")
    for unit in ("days", "working-days", "weeks", "months", "years"):
        assert after(day, count, unit) >= day


@given(day=st.dates(date(1, 1, 1), date(9000, 1, 1)), count=st.integers(1, 60))
@settings(deadline=None)
def test_working_day_is_never_a_weekend_and_five_of_them_are_a_week(day, count):
    found = plus_working_days(day, count, off=WEEKENDS)
    assert found.weekday() < 5
    monday = day + timedelta(days=-day.weekday())
    assert plus_working_days(monday, 5 * count, off=WEEKENDS) == monday + timedelta(weeks=count)


def test_month_ends_on_the_same_day_or_the_last_one():
    assert after(date(2028, 1, 31), 1, "months") == date(2028, 2, 29)
    assert after(date(2027, 1, 31), 1, "months") == date(2027, 2, 28)
    assert after(date(2028, 2, 29), 1, "years") == date(2029, 2, 28)


def test_unit_that_nobody_knows_is_an_error():
    with pytest.raises(ValueError, match="fortnights"):
        after(date(2026, 1, 1), 1, "fortnights")
