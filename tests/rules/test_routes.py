"""Does every place lead to the bodies that take its cases? The table is in lines/routes.txt."""

from pathlib import Path

import pytest

from complaintkit.rules.routing import Place, routes
from complaintkit.store.agencies import agencies_in

TABLE = Path(__file__).parent.parent / "lines" / "routes.txt"
LINES = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1].isupper()]


def read(line: str) -> tuple[Place, list[str], list[str]]:
    """Read “US-TX energy owner=private: first second ; never other”."""
    place, _, expected = line.partition(": ")
    where, sector, *known = place.split()
    facts = dict(one.split("=") for one in known)
    first, _, never = expected.partition(" ; never ")
    return (
        Place(
            country=where[:2],
            region=where if "-" in where else "",
            sector=sector,
            company_country=facts.pop("company", ""),
            facts=facts,
        ),
        [one for one in first.split() if one not in ("...", "none")],
        never.split(),
    )


def test_there_are_enough_of_them_and_each_once():
    places = [line.partition(":")[0] for line in LINES]
    assert len(LINES) == len(set(places)) >= 200


@pytest.mark.parametrize("line", LINES)
def test_a_place_leads_to_the_bodies_that_take_its_cases(line):
    place, first, never = read(line)
    found = [route.agency.id for route in routes(agencies_in(place.country), place)]
    assert found[: len(first)] == first
    if line.endswith(": none"):
        assert not found
    assert not set(found) & set(never)


def test_every_body_that_the_table_names_is_there():
    known = {one.id for line in LINES for one in agencies_in(line[:2])}
    named = {name for line in LINES for names in read(line)[1:] for name in names}
    elsewhere = {"at-ecc", "de-ecc", "ie-ecc"} | {one for one in named if one.startswith("us-")}
    assert named - known - elsewhere == set()
