"""Which number do these English words stand for, and how is another number written like it?"""

import re
from functools import cache

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_ODD = {"a": 1, "an": 1, "single": 1, "no": 0, "both": 2, "dozen": 12, "couple": 2, "pair": 2}
_HUNDRED, _THOUSAND = 100, 1000
_SPELLED = 10
"""Numbers up to this one are written as words in our letters."""


def number_of(text: str) -> int | None:
    """Return the number that digits or words stand for; None where they are no number."""
    plain = text.casefold().replace(",", "").strip()
    if plain.isdecimal():
        return int(plain)
    if plain in _TIMES or plain in _ODD:
        return _TIMES.get(plain, _ODD.get(plain))
    total = current = 0
    for word in re.split(r"[\s-]+", plain):
        if word == "and":
            continue
        value = _values().get(word)
        if value is None:
            return None
        if value == _HUNDRED:
            current = max(current, 1) * _HUNDRED
        elif value == _THOUSAND:
            total, current = total + max(current, 1) * _THOUSAND, 0
        else:
            current += value
    return total + current


def spelled_numbers() -> frozenset[str]:
    """Return the words that stand for a number: “seven”, “twice”, “forty”."""
    return frozenset((*_values(), *_TIMES))


def number_like(text: str, number: int) -> str:
    """Write a number as another one stands in a text: in digits, in words, or as “twice”."""
    plain = text.strip()
    if plain.casefold() in _TIMES:
        return {1: "once", 2: "twice"}.get(number, f"{spelled(number)} times")
    if plain[:1].isdecimal():
        return f"{number:,}" if "," in plain else str(number)
    word = spelled(number)
    return word.capitalize() if plain[:1].isupper() else word


def spelled(number: int) -> str:
    """Write a number up to ten as a word, a greater one in digits."""
    if number == 0:
        return "no"
    return _ONES[number] if number <= _SPELLED else str(number)


def times(number: int) -> str:
    """Return “once”, “twice”, “three times”."""
    return {1: "once", 2: "twice"}.get(number, f"{spelled(number)} times")


def number_words() -> str:
    """Return a pattern for a number in words: “twenty”, “forty-five thousand”."""
    one = "|".join(sorted(_values(), key=len, reverse=True))
    return rf"(?:{one})(?:(?:[\s-]+|\s+and\s+)(?:{one}))*"


@cache
def _values() -> dict[str, int]:
    tens = {word: 10 * place for place, word in enumerate(_TENS, start=2)}
    return {
        **{word: number for number, word in enumerate(_ONES)},
        **tens,
        "hundred": _HUNDRED,
        "thousand": _THOUSAND,
    }
