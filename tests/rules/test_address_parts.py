"""Tests of rules/address_parts.py: only what is plain to see is taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaintkit.rules.address_parts import AddressParts, parts_of


@pytest.mark.parametrize(
    ("address", "country", "street", "city", "postcode"),
    [
        (("27 Orchard Bend Lane", "Harrow Creek, OH 45000"), "US", "27 Orchard Bend Lane",
         "Harrow Creek", "45000"),
        (("12345 Long Road, Apt 4, Springfield, IL 62701-1234",), "US",
         "12345 Long Road, Apt 4", "Springfield", "62701-1234"),
        (("4 Mill Lane, Leeds LS1 4AB",), "GB", "4 Mill Lane", "Leeds", "LS1 4AB"),
        (("Flat 2", "4 Mill Lane", "Leeds", "ls1 4ab"), "GB", "Flat 2, 4 Mill Lane", "Leeds",
         "ls1 4ab"),
        (("Hauptstraße 5", "80331 München"), "DE", "Hauptstraße 5", "München", "80331"),
        (("10 Rue de la Paix", "75002 Paris", "France"), "FR", "10 Rue de la Paix", "Paris",
         "75002"),
        (("Damrak 1", "1012 LG Amsterdam"), "NL", "Damrak 1", "Amsterdam", "1012 LG"),
        (("8 Kent Street", "Perth WA 6000"), "AU", "8 Kent Street", "Perth", "6000"),
        (("20 Queen St W", "Toronto, ON", "M5H 3R3"), "CA", "20 Queen St W", "Toronto",
         "M5H 3R3"),
        (("5 Bay Rd, Unit B NW", "Calgary AB T2P 1J9"), "CA", "5 Bay Rd, Unit B NW", "Calgary",
         "T2P 1J9"),
        (("1 Rua Augusta", "1100-053 Lisboa"), "PT", "1 Rua Augusta", "Lisboa", "1100-053"),
        (("12 Main Street", "Cork", "T12 X8KP"), "IE", "12 Main Street", "Cork", "T12 X8KP"),
    ],
)  # fmt: skip
def test_an_address_in_the_way_of_its_country(address, country, street, city, postcode):
    found = parts_of(address, country)
    assert found == AddressParts(street=street, city=city, postcode=postcode)


@pytest.mark.parametrize(
    ("address", "country"),
    [
        (("4 Mill Lane, Leeds",), "GB"),  # no postcode
        (("LS1 4AB",), "GB"),  # no street
        (("80331 München",), "DE"),
        (("4 Mill Lane, Leeds LS1 4AB",), "US"),  # the pattern of another country
        (("4 Mill Lane, Leeds LS1 4AB",), ""),
        (("Hauptstraße 5", "München 3. Stock 80331"), "DE"),
        ((), "GB"),
    ],
)
def test_what_is_not_plain_to_see_is_not_taken_apart(address, country):
    assert parts_of(address, country) is None


@given(
    st.lists(st.text(max_size=30), max_size=4),
    st.sampled_from(["US", "GB", "DE", "NL", "CA", "AU", "IE", "SE", "PL", "IN", "XX", ""]),
)
def test_no_part_is_invented_and_none_breaks(lines: list[str], country: str):
    found = parts_of(lines, country)
    if found:
        whole = ", ".join(one.strip() for line in lines for one in line.split(",") if one.strip())
        words = set(whole.replace(",", " ").split())
        for part in (found.street, found.city, found.postcode):
            assert set(part.replace(",", " ").split()) <= words
        assert found.street
        assert found.postcode
