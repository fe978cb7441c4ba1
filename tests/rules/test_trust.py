from dataclasses import replace
from datetime import date, timedelta

import pytest

from complaintkit.model.agency import Agency, Source
from complaintkit.rules.trust import Trust, trust_in

TODAY = date(2026, 11, 26)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def source(by: str = "own", host: str = "body.example", **days: date) -> Source:
    return Source(url=f"https://{host}/", by=by, facts=("phone",), checked=TODAY, **days)


def trust(*sources: Source, own_check: date | None = None) -> Trust:
    agency = Agency(
        id="xx-a", name="A", called="the A", role="mediates", line="", countries=("XX",),
        sources=sources,
    )  # fmt: skip
    return trust_in(agency, "phone", today=TODAY, own_check=own_check).trust


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ((), "red"),
        ((source(),), "red"),
        ((source(live=ago(179)),), "green"),
        ((source(live=ago(180)),), "red"),
        ((source(live=ago(-1)),), "red"),
        ((source(dated=ago(364)),), "amber"),
        ((source(dated=ago(365)),), "red"),
        ((source(), source("copy", "firm.example", dated=ago(729))), "amber"),
        ((source(), source("copy", "firm.example", dated=ago(730))), "red"),
        ((source(), source("copy", "firm.example")), "red"),
        ((source(), source("copy", "www.body.example", dated=ago(9))), "red"),
        ((source("copy", dated=ago(9)),), "red"),
        ((source("press", live=ago(9)),), "red"),
        ((source("law", dated=ago(9)),), "amber"),
    ],
)
def test_colour_of_a_fact(sources: tuple[Source, ...], expected: str):
    assert trust(*sources) == expected


def test_ones_own_look_at_the_page_counts_for_half_a_year():
    assert trust(source(), own_check=ago(179)) == Trust.GREEN
    assert trust(source(), own_check=ago(180)) == Trust.RED


def test_a_source_of_another_fact_says_nothing():
    other = replace(source(live=ago(1)), facts=("page",))
    assert trust(other) == Trust.RED
