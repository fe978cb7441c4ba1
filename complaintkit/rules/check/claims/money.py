"""Which sums does an English text name, and how is another sum written in the same way?"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from complaintkit.rules.amounts import is_currency
from complaintkit.rules.check.claims.numbers import number_of, number_words

_SIGNS = frozenset("$£€₦₹¥₱₵₩฿₫₪₴₺")
_NAMES = (
    "dollars?|bucks|pounds?|quid|euros?|naira|rupees?|rand|shillings?|pesos?|francs?|cedis?|yen"
)
_NAMED = ("dollar", "buck", "pound", "quid", "euro", "naira", "rupee", "shilling", "peso", "cedi")
_SMALL = r"cents?|pence|p(?![.\s]?m\b)"
_TIMES = {
    "k": 1000, "thousand": 1000, "m": 1_000_000, "million": 1_000_000,
    "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "crores": 10_000_000,
}  # fmt: skip
_WORDS = ("ALL", "BOB", "CUP", "GEL", "MAD", "MOP", "PEN", "RON", "SOS", "TOP", "TRY")
"""Codes of currencies that are English words, in capitals."""
_CENTS = 2
_GROUP = 3
_MOST_DIGITS = 15


class Sum(NamedTuple):
    """A sum as it stands in a text, and what it can be: “1.234” can be read two ways.

    `number` is where its digits stand; (0, 0) where it is written in words. `is_exact`: it is
    written with its cents.
    """

    start: int
    end: int
    amounts: tuple[Decimal, ...]
    number: tuple[int, int]
    is_exact: bool


def sums_in(text: str) -> list[Sum]:
    """Return the sums of money that a text names, in their order."""
    found = [one for digits in _digits().finditer(text) if (one := _sum(text, digits))]
    small = text.casefold()
    if any(name in small for name in _NAMED):
        found += [one for match in _in_words().finditer(text) if (one := _spelled(match))]
        found.sort()
    return found


def amounts_of(digits: str) -> tuple[Decimal, ...]:
    """Return what digits with points, commas or spaces can stand for."""
    plain = re.sub(r"[\s'’\u00a0\u202f]", "", digits)
    marks = [mark for mark in plain if mark in ".,"]
    if not marks:
        return (Decimal(plain),)
    whole, _, rest = plain.rpartition(marks[-1])
    grouped = Decimal(re.sub(r"[.,]", "", plain))
    decimal = Decimal(f"{re.sub(r'[.,]', '', whole) or '0'}.{rest}")
    if len(set(marks)) > 1:
        return (decimal,)
    if len(marks) > 1:
        return (grouped,)
    return (grouped, decimal) if len(rest) == _GROUP else (decimal,)


def sum_like(text: str, found: Sum, amount: Decimal) -> str:
    """Write an amount in the way in which another sum stands in a text."""
    whole = text[found.start : found.end]
    start, end = found.number
    if start == end:
        is_whole = amount == amount.to_integral_value()
        return f"{int(amount) if is_whole else f'{amount:.2f}'} {whole.split()[-1]}"
    new = _digits_like(text[start:end], amount)
    return whole[: start - found.start] + new + whole[end - found.start :]


def _digits_like(digits: str, amount: Decimal) -> str:
    marks = [mark for mark in digits if mark in ".,"]
    has_cents = bool(marks) and len(digits.rpartition(marks[-1])[2]) <= _CENTS
    is_comma = marks[-1:] == [","] if has_cents else marks[:1] == ["."]
    units, cents = int(amount), f"{amount:.2f}"[-_CENTS:]
    groups = str(units) if not marks and len(digits) > _GROUP else f"{units:,}"
    if re.search(r"\d,\d\d,\d{3}", digits):
        groups = _indian(units)
    if is_comma:
        groups = groups.replace(",", ".")
    if not has_cents and amount == units:
        return groups
    return f"{groups}{',' if is_comma else '.'}{cents}"


def _indian(units: int) -> str:
    head, tail = str(units)[:-3], str(units)[-3:]
    pairs = re.sub(r"(?<=\d)(?=(?:\d\d)+$)", ",", head)
    return f"{pairs},{tail}" if head else tail


def _sum(text: str, digits: re.Match[str]) -> Sum | None:
    """Return the sum of which these are the digits; None where nothing says that it is money."""
    start, end = digits.span()
    if len(digits[0]) > 2 * _MOST_DIGITS:
        return None
    begin = _begin(text, start)
    after = _after().match(text, end)
    times = _TIMES.get((after["times"] or "").casefold(), 1) if after else 1
    named = after and (after["name"] or after["small"])
    if begin is None and (not named or text[start - 1 : start] in _JOINED):
        return None
    small = Decimal("0.01") if after and after["small"] and begin is None else Decimal(1)
    amounts = tuple(amount * times * small for amount in amounts_of(digits[0]))
    stop = after.end() if after and (named or times > 1) and begin is None else end
    if after and begin is not None and times > 1:
        stop = after.end("times")
    is_exact = len(digits[0]) > _GROUP and digits[0][-_GROUP] in ".,"
    return Sum(start if begin is None else begin, stop, amounts, (start, end), is_exact)


def _begin(text: str, start: int) -> int | None:
    """Return where the sign or the code before the digits begins; None where there is none."""
    at = start - 1 if text[start - 1 : start] in (" ", "\u00a0") else start
    if text[at - 1 : at] in _SIGNS:
        letters = _letters().search(text, max(0, at - 3), at - 1)
        return letters.start() if letters else at - 1
    found = _code().search(text, max(0, at - 4), start)
    if found is None or found.end() != start:
        return None
    code = found["code"]
    is_money = found["mark"] or (code not in _WORDS and is_currency(code))
    if found["one"]:  # “N45,000” and “R1 200”: a letter alone, where the digits look like money
        is_money = bool(
            re.match(r"\d{1,3}[, ]\d{3}|\d+\.\d\d\b|\d{3}|\d+k\b", text[start : start + 8])
        )
    return found.start() if is_money else None


def _spelled(match: re.Match[str]) -> Sum | None:
    number = number_of(match["words"])
    if number is None:
        return None
    return Sum(match.start(), match.end(), (Decimal(number),), (0, 0), is_exact=False)


_JOINED = frozenset(".,/-")


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d(?:[\d.,'’\u00a0\u202f]|[ ](?=\d{3}(?!\d)))*(?<=\d)")


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"\b(?:US|CA|AU?|NZ|HK|S|C|R|GH)$")


@cache
def _code() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?P<code>[A-Z]{3})|\b(?P<mark>Rs\.?|KSh)|\b(?P<one>[NR]))[ \u00a0]?$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"(?i:\s?(?P<times>k|m|million|thousand|lakhs?|crores?)\b)?(?:/[-–=])?"
        rf"(?:[ \u00a0]?(?:(?P<name>[$£€₦₹]|(?i:(?:US\s)?(?:{_NAMES}))\b|(?:USD|EUR|GBP|NGN|INR|CAD"
        rf"|AUD|NZD|ZAR|KES|GHS|CHF)\b)|(?P<small>(?:{_SMALL})\b)))?"
    )


@cache
def _in_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<words>(?i:{number_words()}))\s(?i:{_NAMES})\b")
