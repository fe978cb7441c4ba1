"""Tests of tasks/regions.py: which region is meant?"""

import pytest

from complaintkit.errors import WrongUsage
from complaintkit.rules.regions import region_of
from complaintkit.store.agencies import countries_with_packs, regions_in
from complaintkit.store.days_off import subdivisions
from complaintkit.tasks.regions import read_region


@pytest.mark.parametrize(
    ("typed", "country", "code"),
    [
        ("TX", "US", "US-TX"),
        ("tx", "US", "US-TX"),
        ("US-TX", "US", "US-TX"),
        ("us-tx", "", "US-TX"),
        ("Texas", "US", "US-TX"),
        ("new  york", "US", "US-NY"),
        ("Washington, D.C.", "US", "US-DC"),
        ("Scotland", "GB", "GB-SCT"),
        ("northern ireland", "GB", "GB-NIR"),
        ("N. Ireland", "GB", "GB-NIR"),
        ("NSW", "AU", "AU-NSW"),
        ("Quebec", "CA", "CA-QC"),
        ("Québec", "CA", "CA-QC"),
        ("Sachsen", "DE", "DE-SN"),
        ("DE-SN", "DE", "DE-SN"),
        ("sn", "DE", "DE-SN"),
        ("Guam", "US", "US-GU"),
        ("13", "JP", "JP-13"),
        ("NG-LA", "NG", "NG-LA"),
    ],
)
def test_a_region_is_found_by_its_code_and_by_its_name(typed: str, country: str, code: str):
    assert read_region(typed, country) == code


@pytest.mark.parametrize(
    ("typed", "country", "said"),
    [
        ("Texes", "US", "Did you mean US-TX?"),
        ("Kent", "GB", "(England GB-ENG, Northern Ireland GB-NIR, Scotland GB-SCT, Wales GB-WLS)"),
        ("GB-KEN", "GB", "(England GB-ENG, "),
        ("US-TX", "GB", "Scotland GB-SCT, "),
        ("US-SN", "DE", "Bayern DE-BY …"),
        ("Lagos", "NG", "Give its code (ISO 3166-2), such as NG-1, or leave it out."),
        ("Bavaria", "DE", "Bayern DE-BY …"),
        ("TX", "", "Add --country"),
    ],
)
def test_what_is_no_region_there_is_refused_with_the_way_out(typed: str, country: str, said: str):
    with pytest.raises(WrongUsage) as problem:
        read_region(typed, country)
    assert said in problem.value.fix


@pytest.mark.parametrize("country", countries_with_packs())
def test_every_region_with_bodies_has_a_name(country: str):
    codes = {region.partition("-")[2] for region in regions_in(country)}
    assert codes <= set(subdivisions(country))
    for code in codes:
        assert subdivisions(country)[code], code
        for name in subdivisions(country)[code]:
            assert read_region(name, country) == f"{country}-{code}"


@pytest.mark.parametrize(
    ("kept", "country", "code"),
    [("TX", "US", "US-TX"), ("US-TX", "US", "US-TX"), ("US-TX", "GB", ""), ("TX", "", "TX"),
     ("", "US", ""), ("TEXAS", "US", "TEXAS")],
)  # fmt: skip
def test_what_was_kept_before_reads_as_a_code(kept: str, country: str, code: str):
    assert region_of(kept, country) == code
