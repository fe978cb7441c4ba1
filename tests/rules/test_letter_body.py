"""Tests of rules/letter_body.py: a letter names a body only after somebody looked at its page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from case_logs import a_case, call, day

from complaintkit.model.agency import Agency, First, Source, Takes, Wait
from complaintkit.model.letter import NamedBody
from complaintkit.rules.letter_body import body_to_name
from complaintkit.rules.routing import Route
from complaintkit.rules.summary import summarise

TODAY = day("03-10")
TOLD = call("03-02")
OPENS = day("04-28")  # eight weeks, and the day after


def body(name: str = "gb-a", role: str = "decides", **source: date) -> Agency:
    return Agency(
        id=name, name=f"{name} office", called=f"the {name} office", role=role, line="",
        countries=("GB",), first=First(after="complaint", waits=(Wait(length=8, unit="weeks"),)),
        sources=(
            Source(url="https://a.example/", by="own", facts=("first",), checked=TODAY, **source),
        ),
    )  # fmt: skip


def way(agency: Agency, **more: object) -> Route:
    return Route(agency=agency, takes=Takes(why="All."), **more)


def named(*ways: Route, checks: dict[str, date] | None = None, case=None) -> NamedBody | None:
    summary = summarise(case or a_case(TOLD))
    return body_to_name(ways, summary, checks=checks or {}, today=TODAY)


def test_a_body_that_nobody_looked_at_is_not_named():
    assert named(way(body())) is None
    assert named(way(body(dated=TODAY - timedelta(days=9)))) is None  # amber, not confirmed


@pytest.mark.parametrize(("days", "is_named"), [(0, True), (179, True), (180, False), (-1, False)])
def test_the_look_of_the_person_counts_for_180_days(days: int, is_named: bool):
    found = named(way(body()), checks={"gb-a": TODAY - timedelta(days=days)})
    assert found == (
        NamedBody(body_id="gb-a", called="the gb-a office", name="gb-a office", from_day=OPENS)
        if is_named
        else None
    )


def test_a_live_page_counts_as_well():
    found = named(way(body(live=TODAY)))
    assert found
    assert found.body_id == "gb-a"


def test_the_nearest_of_those_looked_at_is_named():
    ways = [way(body("gb-a")), way(body("gb-b")), way(body("gb-c"))]
    found = named(*ways, checks={"gb-c": TODAY, "gb-b": TODAY})
    assert found
    assert found.body_id == "gb-b"


@pytest.mark.parametrize(
    "other",
    [
        way(body(role="report-only")),
        way(body(role="advice-only")),
        way(body(role="court")),
        way(body(), depends_on=(("move", "interstate"),)),
        way(body(), only_in=("GB-SCT",)),
    ],
)
def test_what_settles_no_case_or_may_not_be_for_this_one_is_not_named(other: Route):
    assert named(other, checks={"gb-a": TODAY}) is None


def test_no_day_is_given_where_the_way_is_open_or_needs_the_final_answer():
    checks = {"gb-a": TODAY}
    for first in (First(after="complaint"), First(after="final"), None):
        found = named(way(replace(body(), first=first)), checks=checks)
        assert found
        assert found.from_day is None
    long_ago = a_case(call("01-02"))
    found = named(way(body()), checks=checks, case=long_ago)
    assert found
    assert found.from_day is None
