"""Which sums does an English text name, and how is another sum written in the same way?"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from complaintkit.rules.check.claims_numbers import number_of, number_words

_SIGNS = r"[$£€₦₹¥₱₵₩฿₫₪₴₺]"
_CODES = (
    "USD|EUR|GBP|NGN|INR|CAD|AUD|NZD|ZAR|KES|GHS|PHP|SGD|HKD|CHF|JPY|CNY|MXN|BRL|AED|PLN|SEK|NOK|DKK"
    "|PKR|LKR|UGX|TZS"
)
_NAMES = (
    "dollars?|bucks|pounds?|quid|euros?|naira|rupees?|rand|shillings?|pesos?|francs?|cedis?|yen"
    "|US dollars?|pounds? sterling"
)
_SMALL = "cents?|pence|p"
_TIMES = {
    "k": 1000, "thousand": 1000, "m": 1_000_000, "million": 1_000_000,
    "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "crores": 10_000_000,
}  # fmt: skip
_CENTS = 2
_THOUSAND = 3


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
    return [found for match in _pattern().finditer(text) if (found := _sum(match))]


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
    return (grouped, decimal) if len(rest) == _THOUSAND else (decimal,)


def sum_like(text: str, found: Sum, amount: Decimal) -> str:
    """Write an amount in the way in which another sum stands in a text."""
    whole = text[found.start : found.end]
    start, end = found.number
    if start == end:
        return f"{_plain(amount)} {whole.split()[-1]}"
    digits = text[start:end]
    new = _digits_like(digits, amount)
    return whole[: start - found.start] + new + whole[end - found.start :]


def _digits_like(digits: str, amount: Decimal) -> str:
    marks = [mark for mark in digits if mark in ".,"]
    decimal_mark = marks[-1] if marks and len(digits.rpartition(marks[-1])[2]) <= _CENTS else ""
    is_comma = decimal_mark == "," or (not decimal_mark and marks[:1] == ["."])
    has_cents = bool(decimal_mark) or amount != amount.to_integral_value()
    cents = f"{amount:.2f}".rpartition(".")[2]
    units = int(amount)
    is_plain = not marks and len(digits) > _THOUSAND
    groups = str(units) if is_plain else f"{units:,}"
    if re.search(r"\d,\d\d,\d{3}", digits):
        groups = _indian(units)
    if is_comma:
        groups = groups.replace(",", ".")
    return f"{groups}{',' if is_comma else '.'}{cents}" if has_cents else groups


def _indian(units: int) -> str:
    text = str(units)
    head, tail = text[:-3], text[-3:]
    pairs = re.sub(r"(?<=\d)(?=(?:\d\d)+$)", ",", head)
    return f"{pairs},{tail}" if head else tail


def _plain(amount: Decimal) -> str:
    return str(int(amount)) if amount == amount.to_integral_value() else f"{amount:.2f}"


def _sum(match: re.Match[str]) -> Sum | None:
    at = match.lastgroup
    held = match.groupdict()
    if held["words"]:
        number = number_of(held["words"])
        if number is None:
            return None
        return Sum(match.start(), match.end(), (Decimal(number),), (0, 0), is_exact=False)
    name = "n1" if held["n1"] else "n2"
    digits = held[name]
    if not re.fullmatch(r"\d{1,15}(?:[.,'’\s]\d{1,15})*", digits) or at is None:
        return None
    times = _TIMES.get((held["k1"] or held["k2"] or "").casefold(), 1)
    small = Decimal("0.01") if held["small"] else Decimal(1)
    amounts = tuple(amount * times * small for amount in amounts_of(digits))
    is_exact = bool(re.search(r"[.,]\d\d$", digits))
    return Sum(match.start(), match.end(), amounts, match.span(name), is_exact=is_exact)


def is_round(amount: Decimal, known: Iterable[Decimal]) -> bool:
    """Whether a sum written without cents is one of these without its cents, or rounded."""
    return any(
        amount in (one.to_integral_value(), Decimal(int(one)), Decimal(int(one)) + 1)
        for one in known
    )


@cache
def _pattern() -> re.Pattern[str]:
    number = r"\d(?:[\d.,'’\u00a0\u202f]|[ ](?=\d{3}(?!\d)))*(?<=\d)"
    times = r"(?:\s?(?P<k#>k|m|million|thousand|lakhs?|crores?)\b)?"
    before = (
        rf"(?:\b(?:US|CA|AU?|NZ|HK|S|C|R|GH))?{_SIGNS}\s?|\b(?:{_CODES})\s?|\bRs\.?\s?|\bKSh\.?\s?"
    )
    before += r"|\bN\s?(?=\d{1,3},\d{3}|\d{3})|\bR\s?(?=\d{1,3}[ ,]\d{3}|\d+\.\d\d\b)"
    after = rf"\s?(?:{_SIGNS}|(?:{_CODES})\b|(?:(?i:{_NAMES}))\b|(?P<small>(?:{_SMALL})\b))"
    return re.compile(
        rf"(?:{before})(?P<n1>{number}){times.replace('#', '1')}(?:/[-–=])?"
        rf"|(?<![\w.,/-])(?P<n2>{number}){times.replace('#', '2')}{after}"
        rf"|\b(?P<words>(?i:{number_words()}))\s(?i:{_NAMES})\b"
    )
