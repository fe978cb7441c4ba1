"""Which days are no working days where the person lives?

From the package `holidays`, which is loaded only when a limit counts working days.
"""

from collections.abc import Callable
from datetime import date
from functools import cache

from complaintkit.rules.workdays import DaysOff, is_weekend


def days_off(country: str, region: str = "") -> DaysOff:
    """Return the weekends and public holidays of a country and its region.

    `region` is an ISO 3166-2 code such as “US-NY”, or "". A region that the package does not
    know has the days of its country; where the country is not known, `is_known` is False and
    only Saturdays and Sundays are left out.
    """
    return DaysOff(
        is_off=lambda day: _calendar(country.upper(), region.upper())[0](day),  # noqa: PLW0108 - late, because knowing them is dear
        is_known=lambda: _calendar(country.upper(), region.upper())[1],
    )


def subdivisions(country: str) -> dict[str, list[str]]:
    """Return the codes of a country's regions, without the country, and their names there.

    Empty for a country that the package does not know by regions.
    """
    import holidays

    try:
        known = type(holidays.country_holidays(country))
    except NotImplementedError:
        return {}
    return known.get_subdivision_aliases()


@cache
def _calendar(country: str, region: str) -> tuple[Callable[[date], bool], bool]:
    import holidays

    division = region.partition("-")[2]
    try:
        days = holidays.country_holidays(country, subdiv=division or None)
    except NotImplementedError:
        return _calendar(country, "") if division else (is_weekend, False)
    return (lambda day: day.weekday() in days.weekend or day in days), True
