"""Tests of rules/routing.py: which body comes first, and which never comes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaintkit.model.agency import Agency, Takes
from complaintkit.rules.routing import FACTS, Place, questions, routes
from complaintkit.rules.sectors import SECTORS
from complaintkit.store.agencies import agencies_in, countries_with_packs


def body(name: str, *takes: Takes, regions=(), role="mediates", status="open") -> Agency:
    return Agency(
        id=name, name=name, called=name, role=role, line="", countries=("US",), regions=regions,
        takes=takes or (Takes(why="All."),), status=status,
        since=None if status == "open" else date(2020, 1, 1),
    )  # fmt: skip


def ids(agencies, place: Place) -> list[str]:
    return [route.agency.id for route in routes(agencies, place)]


def test_nearest_first_reports_and_courts_last():
    bodies = [
        body("court", role="court"),
        body("reports", role="report-only"),
        body("country"),
        body("region", regions=("US-OH",)),
        body("country-sector", Takes(why="", sectors=("telecom",))),
        body("region-sector", Takes(why="", sectors=("telecom",)), regions=("US-OH",)),
    ]
    assert ids(bodies, Place(country="US", region="US-OH", sector="telecom")) == [
        *("region-sector", "country-sector", "region", "country", "reports", "court"),
    ]


def test_closed_and_foreign_bodies_never_come():
    bodies = [body("closed", status="closed"), body("ohio", regions=("US-OH",))]
    assert ids(bodies, Place(country="US", region="US-TX")) == []
    assert ids(bodies, Place(country="GB")) == []
    assert ids(bodies, Place(country="US")) == []


def test_a_body_of_several_regions_comes_with_a_condition_while_the_region_is_not_known():
    bodies = [body("two", regions=("US-OH", "US-TX")), body("one", regions=("US-OH",))]
    assert [r.only_in for r in routes(bodies, Place(country="US"))] == [("US-OH", "US-TX")]
    (here,) = routes(bodies, Place(country="US", region="US-TX"))
    assert (here.agency.id, here.only_in) == ("two", ())
    assert ids(bodies, Place(country="US", region="US-NY")) == []


def test_a_fact_decides_and_is_asked_only_while_it_is_unknown():
    bodies = [
        body("safety", Takes(why="", sectors=("airline",), when={"matter": "safety"})),
        body("service", Takes(why="", sectors=("airline",), when={"matter": "service"})),
    ]
    place = Place(country="US", sector="airline")
    assert questions(routes(bodies, place)) == ("matter",)
    known = Place(country="US", sector="airline", facts={"matter": "safety"})
    assert ids(bodies, known) == ["safety"]
    assert questions(routes(bodies, known)) == ()
    assert questions(routes(bodies, Place(country="US", sector="bank"))) == ()


def test_where_the_company_is_follows_from_the_case():
    abroad = body("abroad", Takes(why="", when={"trader": "eu"}))
    for company, expected in (("FR", ["abroad"]), ("US", []), ("JP", []), ("", ["abroad"])):
        assert ids([abroad], Place(country="US", company_country=company)) == expected


def test_a_sector_may_be_left_out_and_an_unknown_one_is_general():
    bodies = [body("shops", Takes(why="", not_sectors=("bank",)))]
    assert ids(bodies, Place(country="US", sector="bank")) == []
    assert ids(bodies, Place(country="US", sector="dragon-riding")) == ["shops"]


PLACES = st.builds(
    Place,
    country=st.sampled_from([*countries_with_packs(), "JP", ""]),
    region=st.sampled_from(["", "US-OH", "GB-SCT", "GB-NIR", "XX-YY"]),
    sector=st.sampled_from([*SECTORS, "", "anything"]),
    company_country=st.sampled_from(["", "US", "GB", "DE", "FR", "JP"]),
    facts=st.fixed_dictionaries(
        {}, optional={fact: st.sampled_from(answers) for fact, answers in FACTS.items()}
    ),
)


@given(place=PLACES)
def test_whatever_is_asked_no_other_country_no_closed_body_no_one_twice(place: Place):
    found = routes(agencies_in(place.country, place.region), place)
    names = [route.agency.id for route in found]
    assert len(set(names)) == len(names)
    for route in found:
        assert place.country in route.agency.countries
        assert route.agency.is_open
        if not place.region:
            assert route.only_in == route.agency.regions
        elif route.agency.regions:
            assert place.region in route.agency.regions
        for fact, answer in route.depends_on:
            assert fact not in place.facts
            assert answer in FACTS[fact]


@given(place=PLACES)
def test_what_the_region_leaves_out_is_only_bodies_of_other_regions(place: Place):
    every = routes(agencies_in(place.country), place)
    here = routes(agencies_in(place.country, place.region), place)
    assert [route.agency.id for route in every] == [route.agency.id for route in here]


@pytest.mark.parametrize("country", countries_with_packs())
def test_every_way_leads_to_a_body_that_says_why(country: str):
    for sector in SECTORS:
        for route in routes(agencies_in(country, ""), Place(country=country, sector=sector)):
            assert route.takes.why
