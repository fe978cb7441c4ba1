"""Which sums of money stand in a text?"""

import re
from collections.abc import Iterator
from functools import cache

from complaintkit.rules.amounts import is_currency
from complaintkit.rules.check.parts.scope import Reading

Span = tuple[int, int]

_SIGN = "[$\u00a3\u00a5\u0e3f\u20a0-\u20cf\ufdfc]"
_NOT_CODES = frozenset(
    ["ALL", "TRY", "TOP", "CUP", "MAD", "PEN", "SOS", "GEL", "MOP", "BAM", "LAK", "ANG", "RON"]
)
"""Codes that are words or names: “ALL 3 OF YOU”, “TRY 2 MORE”."""

_HEAVY = ("weigh", "heav", "lost ", "gained ", "luggage", "baggage")
_OF_WEIGHT = frozenset(["of", "heavier", "lighter", "overweight", "heavy"])
_LEAST_NAIRA = 4  # digits of a sum with “N” before it: “N45000”, but not “N95”
_LOOK = 12  # characters on either side of a number that can make it a sum
_TOLD = 30  # characters before a number in which a word of money can stand


def amounts(read: Reading) -> Iterator[Span]:
    """Yield sums of money in any common notation; not weights, percentages or counts."""
    text = read.text
    for found in _number().finditer(text):
        start, end = found.span()
        before = _before().search(text, max(0, start - _LOOK), start)
        after = _after().match(text, end)
        if before and _is_sign(before, found):
            yield before.start(), end
        elif after and _is_unit(text, start, after):
            yield start, after.end()
        elif _is_told(text, start, found.group()):
            yield start, end
    yield from (found.span() for found in _masked().finditer(text))
    for place in read.places("coin"):
        if place and read.is_in("cardinal", place - 1):
            start, end = read.span(place - 1, place)
            if not _is_weight(text, start, end):
                yield start, end


@cache
def _number() -> re.Pattern[str]:
    """Digits with marks between, and “k”, “million” or “lakh”."""
    return re.compile(
        r"(?<!\d)(?<!\d[.,])\d+(?:[.,'’ \u00a0\u202f]\d{2,3}(?!\d))*(?:[.,]\d{1,2}(?!\d))?"
        r"(?:\s?(?:k|m|mn|million|thousand|hundred|lakhs?|lacs?|crores?|cr)\b)?"
    )


@cache
def _masked() -> re.Pattern[str]:
    return re.compile(rf"{_SIGN}\s?X{{2,}}")


@cache
def _before() -> re.Pattern[str]:
    """A sign, a code or a habit of writing, right before the digits."""
    return re.compile(
        rf"(?:{_SIGN}\s?|(?<!\w)(?:(?i:rs|inr|kshs?)|Re|(?P<n>N)|(?P<r>R)|(?P<code>[A-Z]{{3}}))"
        r"(?:\.|\s)?\s?|(?<![\w&])(?P<hash>\#))$"
    )


@cache
def _after() -> re.Pattern[str]:
    """A sign, a code, a name of money or “/-”, right after the digits."""
    return re.compile(
        rf"\s?{_SIGN}|/[-=](?!\w)|(?P<p>p)\b|\s?(?P<code>[A-Z]{{3}})\b"
        r"|\s?(?i:(?:(?:us|canadian|australian)\s)?(?:dollars?|bucks|pounds?|quid|euros?|naira|kobo"
        r"|rupees?|paise|rands?|cents?|pence|cedis?|shillings?|dirhams?|francs?|pesos?|yen|dólares"
        r"|libras|franken))\b(?!-[a-z])"
    )


def _is_sign(before: re.Match[str], number: re.Match[str]) -> bool:
    """Whether what stands before the digits makes a sum of them."""
    digits = number.group()
    if before["code"]:
        return is_currency(before["code"]) and before["code"] not in _NOT_CODES
    is_grouped = "," in digits or digits[-1].isalpha()
    if before["n"]:
        return is_grouped or len(digits) >= _LEAST_NAIRA
    if before["r"] or before["hash"]:  # “R1,200” and “#5,000”, but not “R450” or “#88213”
        return is_grouped or (bool(before["r"]) and ("." in digits or " " in digits))
    return True


def _is_unit(text: str, start: int, after: re.Match[str]) -> bool:
    """Whether what stands after the digits makes a sum of them."""
    if after["code"]:
        return is_currency(after["code"]) and after["code"] not in _NOT_CODES
    if start and (text[start - 1].isalnum() or text[start - 1] in "#/:-"):
        return False
    if after["p"]:
        return len(text[start : after.start()]) <= 2  # noqa: PLR2004 - “50p”, but not “720p”
    return not _is_weight(text, start, after.end())


def _is_told(text: str, start: int, digits: str) -> bool:
    """Whether cents or a word of Indian counting, near a word of money, make a sum of digits."""
    if digits.endswith(("lakh", "lakhs", "lac", "lacs", "crore", "crores")):
        return not _people().match(text, start + len(digits))
    rest = text[start + len(digits) :][:2]
    if digits[-3:-2] != "." or rest[:1] == "%" or (rest[:1] == "." and rest[1:].isdigit()):
        return False
    return _money_word().search(text, max(0, start - _TOLD), start) is not None


@cache
def _people() -> re.Pattern[str]:
    return re.compile(r"\s(?:of\s)?(?:people|customers|users|km|subscribers)")


@cache
def _money_word() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:charge[ds]?|paid|pay|refund(?:ed)?|fee|bill|price|costs?|total|balance|sum|amount"
        r"|debited|credited|deducted|owe[sd]?)\b(?:\s(?:me|us|of|is|was|for|the|an?|with|by)){0,2}"
        r"[\s:]{1,2}$",
        re.IGNORECASE,
    )


def _is_weight(text: str, start: int, end: int) -> bool:
    """Whether “40 pounds” is a weight."""
    if "pound" not in text[start:end].casefold():
        return False
    before = text[max(0, start - 30) : start].casefold()
    after = text[end : end + 20].casefold().split()
    return any(word in before for word in _HEAVY) or not _OF_WEIGHT.isdisjoint(after[:1])
