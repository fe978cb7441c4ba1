"""Which region is meant by a code or a name?"""

import re
import unicodedata

from complaintkit.errors import WrongUsage
from complaintkit.rules.regions import full_code, is_full_code
from complaintkit.rules.words import clean
from complaintkit.store.agencies import regions_in

_ALSO_CALLED = {"GB": {"ni": "NIR", "n ireland": "NIR"}, "US": {"washington dc": "DC"}}
_NATIONS = ("england", "northern ireland", "scotland", "wales")
_FEW = 16


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
    names = _names(country)
    if found := names.get(_plain(wanted)) or names.get(_plain(code.partition("-")[2])):
        return found
    if is_full_code(code) and code.startswith(f"{country}-") and not regions_in(country):
        return code  # no body and no limit hangs on it
    raise WrongUsage(
        f"“{wanted}” is no region of {country} that complaintkit knows.",
        fix=_way_out(wanted, country, names),
    )


def nation_of(country: str | None) -> str:
    """Return the region that was named as a country, such as GB-SCT for Scotland; else ""."""
    return read_region(country, "GB") if country and _plain(country) in _NATIONS else ""


def _names(country: str) -> dict[str, str]:
    """Return the code of each region under each of its names, the code without country too."""
    from complaintkit.store.days_off import subdivisions

    found = {
        _plain(name): f"{country}-{code}"
        for code, names in subdivisions(country).items()
        for name in (code, *names)
    }
    also = {name: f"{country}-{code}" for name, code in _ALSO_CALLED.get(country, {}).items()}
    return found | also


def _plain(text: str) -> str:
    """Return a name without accents, capitals and dots: “Québec” is quebec."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[.,]", "", letters).split())


def _way_out(wanted: str, country: str, names: dict[str, str]) -> str:
    from difflib import get_close_matches

    if near := get_close_matches(_plain(wanted), names, n=1):
        return f"Did you mean {names[near[0]]}? Otherwise leave the region out."
    known = sorted(set(names.values()))
    if not known:
        return f"Give its code (ISO 3166-2), such as {country}-1, or leave it out."
    shown = ", ".join(known) if len(known) <= _FEW else f"{', '.join(known[:3])} …"
    return f"Give its name or its code ({shown}), or leave it out."
