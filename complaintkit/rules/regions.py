"""Which region of a country is meant: a state, a province, a nation?"""

import re

_FULL = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


def full_code(region: str, country: str) -> str:
    """Return the ISO 3166-2 code: “tx” in the US is US-TX. Any other text only in capitals."""
    code = region.strip().upper()
    if country and re.fullmatch(r"[A-Z0-9]{1,3}", code):
        return f"{country}-{code}"
    return code


def is_full_code(region: str) -> bool:
    """Whether a text has the shape of an ISO 3166-2 code, such as US-TX."""
    return _FULL.fullmatch(region) is not None


def region_of(kept: str, country: str) -> str:
    """Return a region as it was kept, as a full code; "" for one of another country."""
    code = full_code(kept, country)
    return "" if country and is_full_code(code) and code[:2] != country else code
