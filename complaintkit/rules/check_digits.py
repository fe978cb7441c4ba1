"""Does a number carry the check digits that its kind must have?

Each question takes a number without spaces and hyphens, its letters in capitals. A number that
passes may still never have been given out; one that does not was mistyped or is of another kind.
Each docstring names where the rule is published.
"""

from collections import Counter
from datetime import date

_IBAN_COUNTRIES = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
IBAN_LENGTH = {
    country: length for length, many in _IBAN_COUNTRIES.items() for country in many.split()
}
"""How many signs an IBAN has, by country (IBAN registry of ISO 13616, release 101)."""

# First and last prefix, and how many digits; as the networks publish them.
_CARDS = (
    ("4", "4", (13, 16, 19)),  # Visa; 13 were given out until the 1990s
    ("51", "55", (16,)),  # Mastercard
    ("2221", "2720", (16,)),  # Mastercard since 2017
    ("2200", "2204", (16,)),  # Mir
    ("34", "34", (15,)),  # American Express
    ("37", "37", (15,)),
    ("300", "305", (14,)),  # Diners Club
    ("3095", "3095", (14,)),
    ("36", "36", (14,)),
    ("38", "39", (14,)),
    ("3528", "3589", (16,)),  # JCB
    ("6011", "6011", (16, 19)),  # Discover
    ("644", "649", (16, 19)),
    ("65", "65", (16, 18, 19)),  # Discover, RuPay, Verve
    ("62", "62", (16, 19)),  # UnionPay
    ("508", "508", (16,)),  # RuPay
    ("606985", "608500", (16,)),
    ("8172", "8201", (16,)),
    ("506099", "506198", (16, 18, 19)),  # Verve
    ("507865", "507964", (16, 18, 19)),
    ("5018", "5018", (16, 18, 19)),  # Maestro
    ("5020", "5020", (16, 18, 19)),
    ("5038", "5038", (16, 18, 19)),
    ("5893", "5893", (16, 18, 19)),
    ("6304", "6304", (16, 18, 19)),
    ("6759", "6759", (16, 18, 19)),
    ("6761", "6763", (16, 18, 19)),
)
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_FIRST_TURN = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)
_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_PPS_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV"
_NI_NEVER = frozenset(("BG", "GB", "KN", "NK", "NT", "TN", "ZZ"))
_ITIN_MIDDLE = frozenset((*range(50, 66), *range(70, 89), *range(90, 93), *range(94, 100)))


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of ISO/IEC 7812-1, annex B (Luhn)."""
    odd = sum(map(int, digits[::-2]))
    return (odd + sum(_DOUBLED[int(digit)] for digit in digits[-2::-2])) % 10 == 0


def is_card(digits: str) -> bool:
    """Whether digits have the prefix, the length and the check digit of a payment card.

    IMEIs have a check digit by the same rule, and 15 digits, but none begins with 34 or 37
    (3GPP TS 23.003; the first two digits are those of the body that reported the type).
    """
    return any(
        len(digits) in lengths and first <= digits[: len(first)] <= last
        for first, last, lengths in _CARDS
    ) and luhn(digits)


def is_iban(signs: str) -> bool:
    """Whether signs have their country's length and the remainder 1 by 97 (ISO 13616, ISO 7064)."""
    if len(signs) != IBAN_LENGTH.get(signs[:2]) or not (signs.isascii() and signs.isalnum()):
        return False
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1


def is_ssn(digits: str) -> bool:
    """Whether nine digits can be a US social security number.

    No area 000, 666 or 900 to 999, no group 00, no serial 0000 (Social Security Administration,
    “Social Security Number Randomization”). There is no check digit.
    """
    area, group, serial = digits[:3], digits[3:5], digits[5:]
    return area not in ("000", "666") and area < "900" and group != "00" and serial != "0000"


def is_itin(digits: str) -> bool:
    """Whether nine digits can be a US individual taxpayer number (IRS, Internal Revenue Manual).

    It begins with 9; the fourth and fifth digit are 50-65, 70-88, 90-92 or 94-99.
    """
    return digits[0] == "9" and int(digits[3:5]) in _ITIN_MIDDLE


def is_ni_number(signs: str) -> bool:
    """Whether signs have a prefix and an ending of a UK National Insurance number.

    HMRC, National Insurance Manual NIM39110: no D, F, I, Q, U, V in the prefix, no O second,
    not BG, GB, KN, NK, NT, TN, ZZ; the last letter is A to D, and sometimes left out.
    """
    prefix, ending = signs[:2], signs[8:]
    return (
        not set("DFIQUV") & set(prefix)
        and prefix[1] != "O"
        and prefix not in _NI_NEVER
        and signs[2:8].isdecimal()
        and ending in ("", *"ABCD")
    )


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits pass modulus 11 (NHS Data Model and Dictionary, “NHS NUMBER”)."""
    return _weighted(digits, (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def is_aadhaar(digits: str) -> bool:
    """Whether twelve digits begin with 2 to 9 and pass Verhoeff's scheme (UIDAI numbering)."""
    state, turn = 0, tuple(range(10))
    for digit in map(int, reversed(digits)):
        state = _combined(state, turn[digit])
        turn = tuple(_FIRST_TURN[place] for place in turn)
    return digits[0] > "1" and state == 0


def is_pan(signs: str) -> bool:
    """Whether the fourth letter of an Indian PAN is one of a kind of holder.

    Income Tax Department, “Know your PAN”: five letters, four digits, one letter.
    """
    return signs[3] in "ABCFGHJLPT"


def is_sin(digits: str) -> bool:
    """Whether nine digits pass Luhn, as Canadian social insurance numbers do (ESDC)."""
    return luhn(digits)


def is_tfn(digits: str) -> bool:
    """Whether nine digits pass the weights of an Australian tax file number, modulus 11 (ATO)."""
    return _weighted(digits, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


def is_medicare(digits: str) -> bool:
    """Whether ten or eleven digits are those of an Australian Medicare card.

    The ninth checks the first eight, which begin with 2 to 6 (NEHTA, “Use of Healthcare
    Identifiers in Health Software Systems”); then come the issue and the person's place.
    """
    checked = _weighted(digits, (1, 3, 7, 9, 1, 3, 7, 9)) % 10 == int(digits[8])
    return digits[0] in "23456" and checked


def is_south_african_id(digits: str) -> bool:
    """Whether thirteen digits are a day of birth, a known status and pass Luhn.

    Department of Home Affairs: YYMMDD SSSS C A Z; C is 0, 1 or 2 and A is 8 or 9 today.
    """
    day = _is_day(digits[2:4], digits[4:6])
    return day and digits[10] in "012" and digits[11] in "89" and luhn(digits)


def is_pps(signs: str) -> bool:
    """Whether the letter after seven digits is right for an Irish PPS number, modulus 23.

    Revenue, “PPSN validation”: a second letter counts nine times its place, W not at all; the
    old second letters T and X are not counted.
    """
    second = signs[8:]
    extra = 0 if second in ("", "T", "X", "W") else 9 * (ord(second) - ord("A") + 1)
    return _PPS_LETTERS[(_weighted(signs, (8, 7, 6, 5, 4, 3, 2)) + extra) % 23] == signs[7]


def is_steuer_id(digits: str) -> bool:
    """Whether eleven digits can be a German tax identification number.

    Section 139b AO and ISO 7064 mod 11,10: no leading 0; among the first ten just one digit
    comes twice or three times, and not three times in a row.
    """
    first = digits[:10]
    repeated = [(digit, often) for digit, often in Counter(first).items() if often > 1]
    if digits[0] == "0" or len(repeated) != 1 or repeated[0][1] > 3 or repeated[0][0] * 3 in first:  # noqa: PLR2004
        return False
    product = 10
    for digit in map(int, first):
        product = ((digit + product) % 10 or 10) * 2 % 11
    return (11 - product) % 10 == int(digits[10])


def is_dni(signs: str) -> bool:
    """Whether the letter of a Spanish DNI or NIE is right, modulus 23 (Ministerio del Interior).

    In a NIE the leading X, Y, Z count as 0, 1, 2.
    """
    number = signs[:-1].translate({ord(letter): str(place) for place, letter in enumerate("XYZ")})
    return len(number) == 8 and number.isdecimal() and _DNI_LETTERS[int(number) % 23] == signs[-1]  # noqa: PLR2004


def is_nir(signs: str) -> bool:
    """Whether fifteen signs are a French NIR: sex, month of birth and the key modulus 97 (INSEE).

    2A and 2B, for Corsica, count as 19 and 18. Months beyond 12, used where the month of birth
    is not known, are not taken for one.
    """
    number = signs.replace("2A", "19").replace("2B", "18") if not signs.isdecimal() else signs
    month = "01" <= number[3:5] <= "12"
    return number[0] in "12" and month and (int(number[:13]) + int(number[13:])) % 97 == 0


def is_routing_number(digits: str) -> bool:
    """Whether nine digits pass the weights 3, 7, 1 of a US routing number (ABA, modulus 10)."""
    return digits != "0" * 9 and _weighted(digits, (3, 7, 1) * 3) % 10 == 0


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def _combined(one: int, other: int) -> int:
    """Multiply two elements of the symmetries of a pentagon, as Verhoeff's scheme does."""
    turned = (one - other if one > 4 else one + other) % 5  # noqa: PLR2004 - five turns, five flips
    return turned + 5 * ((one > 4) != (other > 4))  # noqa: PLR2004


def _is_day(month: str, day: str) -> bool:
    try:
        date(2000, int(month), int(day))
    except ValueError:
        return False
    return True
