"""Which part of an address is the street, which the town and which the postcode?

Only where the postcode is plain to see, by the pattern of its country; otherwise the person is
given the whole address, for a wrong part would be worse than none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Patterns of postcodes after Unicode CLDR, postalCodeData.xml (no longer kept there).
_FIVE, _FOUR, _SIX = r"\d{5}", r"\d{4}", r"\d{6}"
_POSTCODES = {
    "US": r"\d{5}(?:-\d{4})?",
    "PR": r"\d{5}(?:-\d{4})?",
    "CA": r"[A-Z]\d[A-Z] ?\d[A-Z]\d",
    "GB": r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}",
    "IE": r"[A-Z]\d[\dW] ?[A-Z\d]{4}",
    "NL": r"\d{4} ?[A-Z]{2}",
    "SE": r"\d{3} ?\d{2}",
    "GR": r"\d{3} ?\d{2}",
    "PL": r"\d{2}-\d{3}",
    "PT": r"\d{4}-\d{3}",
    "BR": r"\d{5}-?\d{3}",
    "IN": r"\d{3} ?\d{3}",
    **dict.fromkeys(("DE", "FR", "ES", "IT", "FI", "EE", "HR", "MX", "MY", "KE"), _FIVE),
    **dict.fromkeys(("AU", "NZ", "ZA", "AT", "BE", "CH", "DK", "NO", "LU", "HU", "PH"), _FOUR),
    **dict.fromkeys(("SG", "NG", "RO"), _SIX),
}
_WITH_STATE = frozenset(("US", "PR", "CA", "AU"))
_STATE = re.compile(r"(?:^|\s)[A-Z]{2,3}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressParts:
    """The parts of an address, as they stand in it; `city` is "" where it is not plain."""

    street: str
    city: str
    postcode: str


def parts_of(address: Iterable[str], country: str) -> AddressParts | None:
    """Return the parts of an address of that country; None where they are not plain to see.

    `country` is ISO 3166-1. The lines may be one, with commas in it.
    """
    pattern = _POSTCODES.get(country)
    pieces = [one.strip() for line in address for one in line.split(",") if one.strip()]
    if not pattern or len(pieces) < 2:  # noqa: PLR2004 - a street and a town
        return None
    for at in range(len(pieces) - 1, 0, -1):
        found = list(re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", pieces[at], re.IGNORECASE))
        if found:
            return _parts(pieces, at, found[-1], country)
    return None


def _parts(pieces: list[str], at: int, found: re.Match[str], country: str) -> AddressParts | None:
    rest = f"{pieces[at][: found.start()]} {pieces[at][found.end() :]}".strip()
    before = pieces[:at]
    if country in _WITH_STATE:
        rest = _STATE.sub("", rest).strip()
        if not rest and _STATE.fullmatch(before[-1]) and len(before) > 1:
            before.pop()
    city = rest or (before.pop() if len(before) > 1 else "")
    if any(sign.isdigit() for sign in city):
        return None
    return AddressParts(street=", ".join(before), city=city, postcode=found.group())
