"""Where else can the person turn, and what is known of each body?"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from complaintkit.errors import FileUnusable, WrongUsage
from complaintkit.model.agency import Agency
from complaintkit.rules.routing import FACTS, Place, Route, facts_of, questions, routes
from complaintkit.rules.sectors import read_sector
from complaintkit.rules.trust import Standing, trust_in
from complaintkit.store import shelf
from complaintkit.store.agencies import agencies_in, agency, countries_with_packs, regions_in
from complaintkit.store.journal import Log
from complaintkit.tasks.profile import load_profile

if TYPE_CHECKING:
    from complaintkit.model.standing import OutsideWay

CHECKED = "agencies-checked"
CHECKABLE = ("page", "form", "phone", "short_code", "email", "post", "first", "last_day", "fee")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One body that may take the case: why, what decides, and from when on.

    `way` is None where no case was asked about.
    """

    route: Route
    way: "OutsideWay | None"
    phone: Standing
    first: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """Every body that may be asked, the nearest first, and what would change the answer.

    `has_pack` is False where nothing is known of the country; `regions` is True where the
    country has bodies of its regions and the region is not known.
    """

    place: Place
    turns: tuple[Turn, ...]
    asks: tuple[str, ...]
    has_pack: bool
    regions: bool
    case: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """All that is known of one body, each fact with how far it may be relied on."""

    agency: Agency
    trust: Mapping[str, Standing]
    own_check: date | None


def turns_for(log: Log, name: str | None, *, facts: Mapping[str, str], today: date) -> Turns:
    """Return where a case may be taken. Raises CaseNotFound, FileUnusable, StoreProblem."""
    from complaintkit.rules.outside import place_of, way_of
    from complaintkit.store.days_off import days_off
    from complaintkit.store.reference import load_guide
    from complaintkit.tasks.cases import find_case
    from complaintkit.tasks.summaries import summary_of

    summary = summary_of(log, find_case(log, name))
    place = replace(place_of(summary), facts=facts)
    guide, off = load_guide(), days_off(summary.country, summary.region)
    known = known_at(log, place)
    ways = {
        route.agency.id: way_of(route.agency, summary, guide, today=today, off=off)
        for route in routes(known, place)
    }
    return _turns(log, place, known, ways, today=today, case=summary.name)


def turns_at(
    log: Log,
    *,
    country: str | None,
    region: str | None,
    sector: str | None,
    facts: Mapping[str, str],
    today: date,
) -> Turns:
    """Return the bodies of a place; country and region of the profile where none is named.

    Raises WrongUsage where no country is known, FileUnusable and StoreProblem for packs.
    """
    from complaintkit.tasks.countries import read_country
    from complaintkit.tasks.regions import region_said

    profile = load_profile(log)
    code = read_country(country) if country else profile.country
    if not code:
        raise WrongUsage(
            "It is not known in which country you live.",
            fix="Add --country, such as --country US, or run `complaintkit profile --country US`.",
        )
    place = Place(
        country=code,
        region=region_said(region, country, code) or profile.region_in(code),
        sector=read_sector(sector or ""),
        facts=facts,
    )
    return _turns(log, place, known_at(log, place), {}, today=today)


def read_facts(typed: list[str]) -> dict[str, str]:
    """Read answers such as “move=interstate”. Raises WrongUsage naming those there are."""
    found = {}
    for one in typed:
        key, sign, value = one.partition("=")
        key, value = key.strip().casefold(), value.strip().casefold()
        if not sign or value not in FACTS.get(key, ()):
            listed = "; ".join(f"{name}={'|'.join(values)}" for name, values in FACTS.items())
            raise WrongUsage(f"“{one}” is no fact that decides.", fix=f"There are: {listed}.")
        found[key] = value
    return found


def body(log: Log, agency_id: str, *, today: date) -> Body:
    """Return all that is known of a body, by its id or one of its names.

    Raises WrongUsage where there is none, FileUnusable and StoreProblem for packs.
    """
    found = named(log, agency_id)
    own_check = checks(log).get(found.id)
    return Body(
        agency=found,
        trust={fact: trust_in(found, fact, today=today, own_check=own_check) for fact in CHECKABLE},
        own_check=own_check,
    )


def checks(log: Log) -> dict[str, date]:
    """Return when the person last looked at a body's own page, by the body's id."""
    kept = shelf.setting(log, CHECKED)
    return {key: date.fromisoformat(day) for key, day in json.loads(kept or "{}").items()}


def record_check(log: Log, agency_id: str, *, on: date) -> Agency:
    """Keep that the person looked at the body's own page on a day."""
    found = named(log, agency_id)
    days = {key: day.isoformat() for key, day in checks(log).items()} | {found.id: on.isoformat()}
    shelf.set_setting(log, CHECKED, json.dumps(days, sort_keys=True))
    return found


def _turns(
    log: Log,
    place: Place,
    known: tuple[Agency, ...],
    ways: "Mapping[str, OutsideWay]",
    *,
    today: date,
    case: str = "",
) -> Turns:
    own = checks(log)
    found = routes(known, place)
    return Turns(
        place=replace(place, facts=facts_of(place)),
        turns=tuple(
            Turn(
                route=route,
                way=ways.get(route.agency.id),
                phone=_trust(route.agency, "phone", own, today),
                first=_trust(route.agency, "first", own, today),
            )
            for route in found
        ),
        asks=questions(found),
        has_pack=bool(known) or place.country in countries_with_packs(),
        regions=not place.region
        and bool(regions_in(place.country) or any(one.regions for one in known)),
        case=case,
    )


def _trust(agency: Agency, fact: str, own: Mapping[str, date], today: date) -> Standing:
    return trust_in(agency, fact, today=today, own_check=own.get(agency.id))


def known_at(log: Log, place: Place) -> tuple[Agency, ...]:
    """Return the bodies of a country and region, those of the person's own packs first."""
    own = [one for one in own_agencies(log.home.agencies) if place.country in one.countries]
    replaced = {one.id for one in own}
    shipped = agencies_in(place.country, place.region) if place.country else ()
    return (*own, *(one for one in shipped if one.id not in replaced))


def own_agencies(folder: Path) -> tuple[Agency, ...]:
    """Return the bodies of the person's own packs.

    Raises CaseFileFaulty with every fault and its line, FileUnusable for a file nobody can read.
    """
    if not folder.is_dir():
        return ()
    from complaintkit.intake.agency_file import read_agency_file

    found = []
    for file in sorted(folder.glob("*.yaml")):
        try:
            source = file.read_bytes()
        except OSError as cause:
            raise FileUnusable(
                f"{file} cannot be read.", fix="Look at its permissions, or move it away."
            ) from cause
        rows = read_agency_file(source, name=str(file))
        found += [agency(row, own_pack=str(file)) for row in rows]
    return tuple(found)


def named(log: Log, typed: str) -> Agency:
    """Return a body by its id or one of its names; WrongUsage where there is none."""
    wanted = " ".join(typed.split()).casefold()
    own, country = own_agencies(log.home.agencies), wanted.partition("-")[0]
    for one in (*own, *agencies_in(country)):
        if one.id == wanted:
            return one
    everybody = _everybody(log)
    for one in everybody:
        if wanted in (name.casefold() for name in (one.id, one.name, one.called, *one.aliases)):
            return one
    from difflib import get_close_matches

    near = get_close_matches(wanted, [one.id for one in everybody], n=3)
    meant = f"Did you mean {' or '.join(near)}? " if near else ""
    raise WrongUsage(
        f"There is no body “{typed}”.",
        fix=f"{meant}`complaintkit agencies` lists those for your case, with their names.",
    )


def _everybody(log: Log) -> list[Agency]:
    """Return every body that is known, each once; reading all packs takes a moment."""
    shipped = (one for code in (*countries_with_packs(), "EU") for one in agencies_in(code))
    every = (*own_agencies(log.home.agencies), *shipped)
    return list({one.id: one for one in every}.values())


def words() -> dict[str, Any]:
    """Return the words about bodies outside; StoreProblem where their file is damaged."""
    from complaintkit.store.reference import turning_words

    return turning_words()
