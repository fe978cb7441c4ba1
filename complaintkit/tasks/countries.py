"""Which country is meant by a code or a name?"""

from complaintkit.errors import WrongUsage
from complaintkit.rules.countries import country_code
from complaintkit.store.agencies import countries_with_packs

_ALSO_CALLED = {
    "usa": "US",
    "america": "US",
    "britain": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "puerto rico": "US",
    "holland": "NL",
}
_PART_OF = {"PR": "US"}  # where the bodies are those of the larger country and of a region
_NO_COUNTRIES = ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO")


def read_country(typed: str) -> str:
    """Return the two-letter code (ISO 3166) of a country given by its code or English name.

    Raises WrongUsage, with the near name where there is one.
    """
    code = country_code(typed)
    code = _PART_OF.get(code, code)
    if code in countries_with_packs():
        return code
    from babel import Locale

    names: dict[str, str] = {
        code: name
        for code, name in Locale("en").territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES  # noqa: PLR2004
    }
    if code in names:
        return code
    by_name = {name.casefold(): code for code, name in names.items()} | _ALSO_CALLED
    wanted = " ".join(typed.split()).casefold()
    if wanted in by_name:
        return by_name[wanted]
    from difflib import get_close_matches

    near = get_close_matches(wanted, by_name, n=1)
    meant = f"Did you mean {by_name[near[0]]}? " if near else ""
    raise WrongUsage(
        f"“{typed}” is no country that complaintkit knows.",
        fix=f"{meant}Give its two letters, such as US, GB or NG, or its English name.",
    )
