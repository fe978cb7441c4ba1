"""How much is that, in which currency, as people type it?"""

import re
from decimal import Decimal

from complaintkit.errors import WrongUsage
from complaintkit.model.money import Money
from complaintkit.rules.countries import (
    countries_with,
    currency_of,
    day_first_in,
    uses_decimal_comma,
)
from complaintkit.rules.shell_trap import amount_looks_cut

__all__ = [
    "amount_looks_cut",
    "currency_of",
    "day_first_in",
    "is_currency",
    "read_money",
    "uses_decimal_comma",
]

# ISO 4217, currencies in use.
_CODES = frozenset(  # a table reads better than 150 lines of literals
    """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
    GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
    KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
    NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
    SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND
    VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG""".split()  # noqa: SIM905
)
# One sign, one or several currencies. Where several, the currency given beside it decides.
_DOLLARS = (
    *("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "JMD", "BBD", "BSD", "BZD"),
    *("FJD", "GYD", "TTD", "XCD", "KYD", "LRD", "NAD", "ARS", "CLP", "COP", "MXN"),
)
_SIGNS: dict[str, tuple[str, ...]] = {
    "$": _DOLLARS,
    "dollar": _DOLLARS,
    "us$": ("USD",),
    "ca$": ("CAD",),
    "c$": ("CAD",),
    "au$": ("AUD",),
    "a$": ("AUD",),
    "nz$": ("NZD",),
    "hk$": ("HKD",),
    "s$": ("SGD",),
    "r$": ("BRL",),
    "€": ("EUR",),
    "euro": ("EUR",),
    "£": ("GBP", "EGP", "GIP", "FKP", "SHP"),
    "pound": ("GBP", "EGP", "GIP", "FKP", "SHP"),
    "₦": ("NGN",),
    "naira": ("NGN",),
    "n": ("NGN",),
    "₹": ("INR",),
    "rs": ("INR", "PKR", "LKR", "NPR", "MUR"),
    "rupee": ("INR", "PKR", "LKR", "NPR", "MUR"),
    "ksh": ("KES",),
    "r": ("ZAR",),
    "rand": ("ZAR",),
    "gh₵": ("GHS",),
    "₵": ("GHS",),
    "¥": ("JPY", "CNY"),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "zł": ("PLN",),
    "kč": ("CZK",),
    "ft": ("HUF",),
    "lei": ("RON",),
    "fr": ("CHF",),
    "₺": ("TRY",),
    "₴": ("UAH",),
    "₪": ("ILS",),
    "₱": ("PHP",),
    "₩": ("KRW",),
    "฿": ("THB",),
    "₫": ("VND",),
}
_ASSUMED = {"£": "GBP", "pound": "GBP", "pounds": "GBP"}  # where nothing else is known
_EXAMPLE = "Write it like “84.20 USD” or “€1234.50”."
_MOST_DIGITS = 15
_CENTS = 3  # the Kuwaiti dinar has a thousand fils


def is_currency(code: str) -> bool:
    """Say whether a code in capitals is a currency in use (ISO 4217)."""
    return code in _CODES


def read_money(text: str, *, currency: str = "", decimal_comma: bool | None = None) -> Money:
    """Read an amount; a currency in the text goes before the one given.

    “1.234” and “1,234” can be read two ways: `decimal_comma`, the habit of the person's
    country, decides, and without it WrongUsage names both. WrongUsage also for amounts
    below nothing, with more than three decimals, or in no known currency.
    """
    words = re.sub(r"[\s\u00a0\u2009\u202f]+", " ", text).strip().replace("−", "-")
    words = re.sub(r"(?<=[A-Za-z])\.(?= ?[0-9])", "", words)  # “Rs. 4,999”
    found = re.fullmatch(
        r"([^0-9.,+-]*)([+-]?)([^0-9.,+-]*)([0-9.,' ’]*[0-9])([.,][-–]+)?(.*)", words
    )
    if not found:
        raise WrongUsage(f"“{text}” is not an amount I can read.", fix=_EXAMPLE, typed=text)
    before, minus, between, digits, _, after = (part or "" for part in found.groups())
    if minus == "-" or after.strip().startswith("-") or re.fullmatch(r"\(.*\)", words):
        raise WrongUsage(
            f"“{text}” is below nothing.", fix="Write the amount without a minus.", typed=text
        )
    named = [part for part in ((before + between).strip(), after.strip()) if part]
    code = _currency(named, currency.upper(), text)
    if decimal_comma is None and named and _thousands_mark(code) in digits:
        decimal_comma = _thousands_mark(code) == "."  # “₦24,000” is plain, “€24,000” is not
    return Money(amount=_number(digits.strip(), text, decimal_comma=decimal_comma), currency=code)


def _thousands_mark(currency: str) -> str:
    """Return the mark for thousands where all who use a currency agree on it, else a space."""
    habits = {uses_decimal_comma(country) for country in countries_with(currency)}
    if len(habits) != 1 or None in habits:
        return " "
    return "." if True in habits else ","


def _currency(named: list[str], given: str, text: str) -> str:
    """Decide the currency from what stands before and after the digits, and the one given."""
    if given and not is_currency(given):
        raise WrongUsage(
            f"“{given}” is not a currency code.", fix="Use three letters, such as USD.", typed=text
        )
    if not named:
        if given:
            return given
        raise _no_currency(text)
    readings = [_readings(part) for part in named]
    if not all(readings):
        raise WrongUsage(f"“{text}” is not an amount I can read.", fix=_EXAMPLE, typed=text)
    possible = [code for code in readings[0] if all(code in reading for reading in readings)]
    if len(possible) == 1:
        return possible[0]
    if given in possible:
        return given
    assumed = next((_ASSUMED[part] for part in map(str.casefold, named) if part in _ASSUMED), "")
    if assumed and possible:
        return assumed
    raise _no_currency(text)


def _readings(part: str) -> tuple[str, ...]:
    """Return the currencies that a code, sign or word can stand for."""
    small = part.casefold().rstrip(".")
    if small.upper() in _CODES:
        return (small.upper(),)
    plain = small.removesuffix("s") if small not in _SIGNS else small
    return _SIGNS.get(plain, ())


def _no_currency(text: str) -> WrongUsage:
    return WrongUsage(
        f"“{text}” does not say which currency.",
        fix="Add it with --currency, or write the code beside the amount: “84.20 USD”.",
        typed=text,
    )


def _number(digits: str, text: str, *, decimal_comma: bool | None) -> Decimal:
    """Return the exact amount that digits with points, commas or spaces stand for."""
    plain = re.sub(r"(?<=[0-9])['’ ](?=[0-9]{3}(?![0-9]))", "", digits)
    whole, cents = _split(plain, text, decimal_comma=decimal_comma)
    whole = whole.replace(".", "").replace(",", "")
    if not whole.isdecimal() or (cents and not cents.isdecimal()):
        raise WrongUsage(f"“{text}” is not an amount I can read.", fix=_EXAMPLE, typed=text)
    if len(cents) > _CENTS or len(whole) > _MOST_DIGITS:
        raise WrongUsage(
            f"“{text}” has more digits than an amount of money has.", fix=_EXAMPLE, typed=text
        )
    return Decimal(f"{int(whole)}.{cents}" if cents else str(int(whole)))


def _split(plain: str, text: str, *, decimal_comma: bool | None) -> tuple[str, str]:
    """Part the whole units from the cents, deciding what point and comma mean."""
    marks = [mark for mark in plain if mark in ".,"]
    if not marks:
        return plain, ""
    if len(set(marks)) > 1 and marks.count(marks[-1]) == 1:
        whole, _, cents = plain.rpartition(marks[-1])
        return _grouped(whole, text), cents
    if len(marks) > 1:
        return _grouped(plain, text), ""
    whole, mark, rest = plain.partition(marks[0])
    if not whole:
        raise WrongUsage(
            f"“{text}” begins with its {'point' if mark == '.' else 'comma'}: a part may be lost.",
            fix="Write 0.20, or put the amount in single quotes: '$8.20'.",
            typed=text,
        )
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):  # noqa: PLR2004 - thousands
        return whole, rest
    if decimal_comma is None:
        raise WrongUsage(
            f"“{text}” can be {whole}{rest} or {whole}.{rest}.",
            fix=f"Write {whole}{rest} where thousands are meant; else two decimals, as in "
            f"{whole}.{rest[:2]}.",
            typed=text,
        )
    decimal_mark = "," if decimal_comma else "."
    return (whole, rest) if mark == decimal_mark else (whole + rest, "")


def _grouped(whole: str, text: str) -> str:
    """Check that points or commas part the digits in threes (or, as in India, twos)."""
    if re.fullmatch(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*|[0-9]+", whole):
        return whole
    if re.fullmatch(r"[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}", whole):
        return whole
    raise WrongUsage(f"“{text}” is not an amount I can read.", fix=_EXAMPLE, typed=text)
