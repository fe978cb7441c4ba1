"""Which region is meant by a code or a name?"""

import re
from collections.abc import Mapping, Sequence

from complaintkit.errors import WrongUsage
from complaintkit.rules.regions import full_code, is_full_code
from complaintkit.rules.words import clean, plain_word
from complaintkit.store.agencies import regions_in

_ALSO_CALLED = {
    "GB": {"ni": "GB-NIR", "n ireland": "GB-NIR"},
    "US": {"washington dc": "US-DC"},
}
_NATIONS = {
    "england": "GB-ENG",
    "northern ireland": "GB-NIR",
    "pr": "US-PR",
    "puerto rico": "US-PR",
    "scotland": "GB-SCT",
    "wales": "GB-WLS",
}
_FEW = 4


def read_region(typed: str, country: str) -> str:
    """Return the ISO 3166-2 code of a region given by its code or its name there.

    “Texas”, “tx” and “US-TX” are US-TX in the US. Raises WrongUsage for a name that is not
    known, and where the country is not known.
    """
    wanted = clean(typed, "region")
    code = full_code(wanted, country)
    if not country and is_full_code(code):
        country = code[:2]
    if not country:
        raise WrongUsage(
            f"In which country is “{wanted}”?",
            fix="Add --country, such as --country US, or give the code, such as US-TX.",
        )
    if code in regions_in(country):
        return code
    regions = _known(country)
    if code in regions:
        return code
    names = {_plain(name): one for one, every in regions.items() for name in (one[3:], *every)}
    names |= _ALSO_CALLED.get(country, {})
    if found := names.get(_plain(wanted)):
        return found
    if is_full_code(code) and code.startswith(f"{country}-") and not regions_in(country):
        return code  # no body and no limit hangs on it
    raise WrongUsage(
        f"“{wanted}” is no region of {country} that complaintkit knows.",
        fix=_way_out(wanted, country, names, regions),
    )


def decides(country: str) -> bool:
    """Whether it depends on the region which bodies take a case."""
    return bool(regions_in(country))


def region_said(region: str | None, country: str | None, code: str) -> str:
    """Return the region that was named, by itself or as the country; "" where neither was.

    `country` is what was typed for it, `code` the country that is meant. Raises as `read_region`.
    """
    return read_region(region, code) if region else nation_of(country)


def nation_of(country: str | None) -> str:
    """Return the region that was named as a country, such as GB-SCT for Scotland; else ""."""
    return _NATIONS.get(_plain(country or ""), "")


def _known(country: str) -> dict[str, list[str]]:
    """Return the names of each region there, under its code; cities that are no regions not."""
    from complaintkit.store.days_off import subdivisions

    every = {f"{country}-{code}": names for code, names in subdivisions(country).items()}
    return {code: names for code, names in every.items() if is_full_code(code)}


def _plain(text: str) -> str:
    """Return a name without accents, capitals and dots: “Québec” is quebec."""
    return " ".join(re.sub(r"[.,]", "", plain_word(text)).split())


def _way_out(
    wanted: str, country: str, names: Mapping[str, str], regions: Mapping[str, Sequence[str]]
) -> str:
    from difflib import get_close_matches

    long_names = [name for name in names if len(name) > len("ACT")]
    if near := get_close_matches(_plain(wanted), long_names, n=1):
        return f"Did you mean {names[near[0]]}? Otherwise leave the region out."
    if not regions:
        return f"Give its code (ISO 3166-2), such as {country}-1, or leave it out."
    shown = [f"{every[0]} {code}" for code, every in regions.items() if every][:_FEW]
    more = " …" if len(regions) > len(shown) else ""
    return f"Give the name it has there, or its code ({', '.join(shown)}{more}), or leave it out."
