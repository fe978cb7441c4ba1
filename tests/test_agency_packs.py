"""Are the shipped packs of bodies in order: codes, numbers, addresses, sources, plain words?"""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import phonenumbers
import pycountry
import pytest

from complaintkit.intake.agency_file import read_agency_file
from complaintkit.store.agencies import agency
from complaintkit.store.reference import turning_words

FOLDER = Path(__file__).parent.parent / "complaintkit" / "data" / "agencies"
FILES = sorted(FOLDER.glob("*.yaml"))
ROWS = [row for file in FILES for row in read_agency_file(file.read_bytes(), name=file.name)]
AGENCIES = [agency(row) for row in ROWS]
BY_ID = {one.id: one for one in AGENCIES}
SHORT_CODES = {"155255", "1915", "622"}
WORDS = turning_words()


def of(one) -> str:
    return one.id


def test_no_id_stands_twice():
    assert [name for name, count in Counter(of(one) for one in AGENCIES).items() if count > 1] == []


@pytest.mark.parametrize("one", AGENCIES, ids=of)
def test_codes_are_those_of_the_standards(one):
    assert one.countries
    for country in one.countries:
        assert pycountry.countries.get(alpha_2=country), country
    for region in one.regions:
        assert pycountry.subdivisions.get(code=region), region
        assert region.partition("-")[0] in one.countries
    own = one.id.partition("-")[0].upper()
    assert own == "EU" or own in one.countries


@pytest.mark.parametrize("one", [one for one in AGENCIES if one.phone], ids=of)
def test_telephone_numbers_can_be_dialled(one):
    number = phonenumbers.parse(one.phone)
    assert phonenumbers.is_valid_number(number), one.phone
    regions = phonenumbers.region_codes_for_country_code(number.country_code)
    assert set(regions) & {*one.countries, "001"}


@pytest.mark.parametrize("one", [one for one in AGENCIES if one.short_code], ids=of)
def test_short_numbers_are_known_ones(one):
    assert one.short_code in SHORT_CODES


@pytest.mark.parametrize("one", AGENCIES, ids=of)
def test_words_are_calm_and_plain(one):
    said = [one.line, one.excludes, one.member, one.fee, one.answers, one.public, one.phone_note]
    said += [takes.why for takes in one.takes]
    for text in filter(None, said):
        assert "!" not in text
        assert text.endswith((".", "?")), text
        for sentence in re.split(r"(?<=[.?;:])\s", text):
            assert len(sentence.split()) < 30, sentence
    assert one.role in WORDS["roles"]


@pytest.mark.parametrize("one", AGENCIES, ids=of)
def test_sources_are_pages_with_a_day(one):
    assert one.sources
    for source in one.sources:
        assert urlsplit(source.url).netloc
        assert source.facts
        assert source.dated is None or source.dated <= source.checked


@pytest.mark.parametrize("one", [one for one in AGENCIES if not one.is_open], ids=of)
def test_a_closed_body_says_since_when_and_what_instead(one):
    assert one.since
    assert not one.replaced_by or BY_ID[one.replaced_by].is_open


def test_no_two_open_bodies_share_a_short_name_in_one_country_and_sector():
    seen: dict[tuple[str, str, str], str] = {}
    for one in AGENCIES:
        if not one.is_open:
            continue
        sectors = {sector for takes in one.takes for sector in takes.sectors or ("*",)}
        for name in (one.name, *one.aliases):
            for country in one.countries:
                for sector in sectors:
                    key = (name.casefold(), country, sector)
                    assert seen.setdefault(key, one.id) == one.id
