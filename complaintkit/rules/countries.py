"""What are the habits of a country: its currency, its decimal sign, the order of its dates?"""

# ISO 3166 code: (ISO 4217 currency, decimal comma, day before month; None: both are usual).
# Source: Unicode CLDR (currency in use, number and short-date patterns of the main locale).
_HABITS: dict[str, tuple[str, bool | None, bool | None]] = {
    "AE": ("AED", False, True),
    "AR": ("ARS", True, True),
    "AT": ("EUR", True, True),
    "AU": ("AUD", False, True),
    "BE": ("EUR", True, True),
    "BG": ("EUR", True, True),
    "BR": ("BRL", True, True),
    "CA": ("CAD", None, None),
    "CH": ("CHF", False, True),
    "CL": ("CLP", True, True),
    "CO": ("COP", True, True),
    "CY": ("EUR", True, True),
    "CZ": ("CZK", True, True),
    "DE": ("EUR", True, True),
    "DK": ("DKK", True, True),
    "EE": ("EUR", True, True),
    "ES": ("EUR", True, True),
    "FI": ("EUR", True, True),
    "FR": ("EUR", True, True),
    "GB": ("GBP", False, True),
    "GH": ("GHS", False, True),
    "GR": ("EUR", True, True),
    "HK": ("HKD", False, True),
    "HR": ("EUR", True, True),
    "HU": ("HUF", True, None),
    "IE": ("EUR", False, True),
    "IL": ("ILS", False, True),
    "IN": ("INR", False, True),
    "IS": ("ISK", True, True),
    "IT": ("EUR", True, True),
    "JP": ("JPY", False, None),
    "KE": ("KES", False, True),
    "LT": ("EUR", True, None),
    "LU": ("EUR", True, True),
    "LV": ("EUR", True, True),
    "MT": ("EUR", False, True),
    "MX": ("MXN", False, True),
    "MY": ("MYR", False, True),
    "NG": ("NGN", False, True),
    "NL": ("EUR", True, True),
    "NO": ("NOK", True, True),
    "NZ": ("NZD", False, True),
    "PH": ("PHP", False, False),
    "PL": ("PLN", True, True),
    "PT": ("EUR", True, True),
    "RO": ("RON", True, True),
    "SE": ("SEK", True, None),
    "SG": ("SGD", False, True),
    "SI": ("EUR", True, True),
    "SK": ("EUR", True, True),
    "TR": ("TRY", True, True),
    "UA": ("UAH", True, True),
    "UG": ("UGX", False, True),
    "US": ("USD", False, False),
    "ZA": ("ZAR", None, None),
}
_OTHER_CODES = {"UK": "GB", "EL": "GR"}  # in daily use, though ISO 3166 has the other


def country_code(text: str) -> str:
    """Return the ISO code in capitals; “UK” is GB. Any other text only in capitals."""
    code = text.strip().upper()
    return _OTHER_CODES.get(code, code)


def currency_of(country: str) -> str:
    """Return the ISO 4217 code of a country's currency; "" where it is not known."""
    return _habits(country)[0]


def countries_with(currency: str) -> tuple[str, ...]:
    """Return the countries of this table that use a currency."""
    return tuple(code for code, habits in _HABITS.items() if habits[0] == currency)


def uses_decimal_comma(country: str) -> bool | None:
    """Say whether 1,5 is one and a half there; None where unknown or both are usual."""
    return _habits(country)[1]


def day_first_in(country: str) -> bool | None:
    """Say whether 03/04 is 3 April there; None where unknown or both are usual."""
    return _habits(country)[2]


def _habits(country: str) -> tuple[str, bool | None, bool | None]:
    return _HABITS.get(country_code(country), ("", None, None))
