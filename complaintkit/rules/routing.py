"""Which bodies may take a case, in which order, and what decides between them?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from complaintkit.model.agency import Agency, Takes
from complaintkit.rules.sectors import routed_sector

FACTS: dict[str, tuple[str, ...]] = {
    "trader": ("same", "eu", "other"),
    "move": ("interstate", "local"),
    "owner": ("private", "public"),
    "matter": ("safety", "service"),
    "charter": ("national", "state", "federal-credit-union"),
    "landlord": ("social", "private"),
    "service": ("phone", "tv", "internet"),
}
"""What may decide which body it is, and the answers there are."""

EEA = frozenset(
    (
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"),
        *("IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"),
    )
)
"""The countries of the European Union, with Iceland, Liechtenstein and Norway."""

_LANDLORDS = {"social-housing": "social", "letting-agent": "private"}
_BORDER_RANK, _REPORT_RANK, _COURT_RANK = -1, 8, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What decides who may be asked. Codes are ISO 3166-1 and -2; "" where it is not known.

    `facts` are answers to FACTS that the person gave.
    """

    country: str
    region: str = ""
    sector: str = ""
    company_country: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One body that may take the case, and why.

    `depends_on` are facts not yet known, with the answer that this way needs; `only_in` the
    regions that a body of several is for, where the person's own is not known.
    """

    agency: Agency
    takes: Takes
    depends_on: tuple[tuple[str, str], ...] = ()
    only_in: tuple[str, ...] = ()


def routes(agencies: Iterable[Agency], place: Place) -> tuple[Route, ...]:
    """Return the ways that are open to a case, the nearest body first.

    Where the company is known to be abroad, the body for that comes first. Then come bodies of
    the region and the sector, those of the country and the sector, of the region, of the
    country, then bodies that only take reports, and courts. A body that is closed, or of another
    country or region, is never among them. An unknown sector is routed as `general`, which only
    bodies for every sector take.
    """
    known = facts_of(place)
    found = [
        route
        for agency in agencies
        if agency.is_open and _is_here(agency, place)
        for route in _first_way(agency, place, known)
    ]
    return tuple(sorted(found, key=_rank))


def facts_of(place: Place) -> dict[str, str]:
    """Return what is known of FACTS: what the person said, else what the case shows."""
    known = {
        "trader": _trader(place),
        "landlord": _LANDLORDS.get(routed_sector(place.sector), ""),
    }
    return {key: value for key, value in (known | dict(place.facts)).items() if value}


def questions(found: Iterable[Route]) -> tuple[str, ...]:
    """Return the facts that would change the answer, each once."""
    asked = dict.fromkeys(fact for route in found for fact, _ in route.depends_on)
    return tuple(fact for fact in FACTS if fact in asked)


def _trader(place: Place) -> str:
    if not place.company_country:
        return ""
    if place.company_country == place.country:
        return "same"
    return "eu" if place.company_country in EEA else "other"


def _is_here(agency: Agency, place: Place) -> bool:
    """Whether the body is for people of that place; one of a single region needs it known."""
    several = not place.region and len(agency.regions) > 1
    return place.country in agency.countries and (
        not agency.regions or place.region in agency.regions or several
    )


def _first_way(agency: Agency, place: Place, known: Mapping[str, str]) -> Iterable[Route]:
    """Yield the first row of a body that fits: one way for each body is enough."""
    sector = routed_sector(place.sector)
    for takes in agency.takes:
        if takes.sectors and sector not in takes.sectors:
            continue
        if sector in takes.not_sectors:
            continue
        if any(known.get(fact, answer) != answer for fact, answer in takes.when.items()):
            continue
        unknown = tuple((fact, answer) for fact, answer in takes.when.items() if fact not in known)
        only_in = () if place.region else agency.regions
        yield Route(agency=agency, takes=takes, depends_on=unknown, only_in=only_in)
        return


def _rank(route: Route) -> tuple[int, bool]:
    agency = route.agency
    if agency.role == "court":
        rank = _COURT_RANK
    elif "trader" in route.takes.when and not route.depends_on:
        rank = _BORDER_RANK
    elif agency.role in ("report-only", "advice-only"):
        rank = _REPORT_RANK
    elif route.takes.sectors:
        rank = 0 if agency.regions else 1
    else:
        rank = 2 if agency.regions else 3
    return rank, bool(route.depends_on or route.only_in)
