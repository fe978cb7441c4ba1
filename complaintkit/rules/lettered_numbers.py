"""Which numbers with letters in them are bank accounts or identity numbers?"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from complaintkit.rules.check_digits import (
    IBAN_LENGTH,
    is_dni,
    is_iban,
    is_ni_number,
    is_nir,
    is_pan,
    is_pps,
)
from complaintkit.rules.digit_runs import Found
from complaintkit.rules.number_labels import (
    ends_in,
    is_customer,
    is_reference,
    labels,
    words_before,
)

_NI = ("national insurance", "ni", "nino", "insurance")
_PAN = ("pan", "permanent account")
_CARD = frozenset(("card",))
_GAPS = frozenset(" -\u00a0\u2007\u2009\u202f\u2010\u2011")


class _Led(NamedTuple):
    """A kind whose number is known only from the word before it."""

    kind: str
    hints: tuple[str, ...]  # small letters; one must be in the text for the pattern to be made
    words: str
    number: str
    passes: Callable[[str], bool]


def _has_digits(signs: str) -> bool:
    return sum(map(str.isdecimal, signs)) >= 4  # noqa: PLR2004


# Passports: up to nine signs (ICAO Doc 9303-3). Licences differ by country and state.
_LED = (
    _Led(
        "passport",
        ("passport", "passeport", "pasaporte", "reisepass"),
        "passport|passeport|pasaporte|reisepass(?:nummer)?",
        "[A-Z0-9]{1,3} ?[A-Z0-9]{5,8}",
        lambda signs: 7 <= len(signs) <= 9 and _has_digits(signs),  # noqa: PLR2004
    ),
    _Led(
        "driving-licence",
        ("licen", "hrerschein", "permis", "permiso"),
        "driv(?:ing|ers?|er['’]s|ers['’]) licen[cs]e|f(?:ü|ue)hrerschein(?:nummer)?"
        "|permis de conduire|(?:permiso|licencia) de conducir",
        "[A-Z0-9](?:-?[A-Z0-9]){4,19}",
        _has_digits,
    ),
    _Led(
        "dni",
        ("dni", "nie", "nif"),
        "DNI|NIE|NIF",
        "(?:[XYZxyz][ -]?[0-9]{7}|[0-9]{1,2}[.]?[0-9]{3}[.]?[0-9]{3})[ -]?[A-Za-z]",
        is_dni,
    ),
    _Led(
        "pps-number",
        ("pps", "personal public"),
        "PPSN?|personal public service",
        "[0-9]{7} ?[A-Wa-w][A-IWTXa-iwtx]?",
        is_pps,
    ),
)


def lettered_numbers(text: str) -> Iterator[Found]:
    """Return IBANs, and the identity numbers that hold letters."""
    yield from _ibans(text)
    yield from _ni_numbers(text)
    yield from _pans(text)
    yield from _led_numbers(text)
    if "2A" in text or "2B" in text:
        for match in _corsican().finditer(text):
            if is_nir(compact(match[0])) and not is_reference(words_before(text, match.start())):
                yield Found("nir", *match.span())


def compact(number: str) -> str:
    """Return the letters and digits of a number alone, in capitals."""
    return "".join(filter(str.isalnum, number)).upper()


def _ibans(text: str) -> Iterator[Found]:
    for match in _iban_check().finditer(text):
        start = match.start() - 2
        length = IBAN_LENGTH.get(text[start : start + 2].upper(), 0)
        end = _end_of_signs(text, start, length) if length else 0
        if end and is_iban(compact(text[start:end])):
            yield Found("iban", start, end)


def _end_of_signs(text: str, at: int, signs: int) -> int:
    """Return where just so many letters and digits end, single gaps passed over; 0 if they do not.

    A line may end among them.
    """
    while signs and at < len(text):
        if text[at].isalnum():
            signs -= 1
            at += 1
        elif text[at] in _GAPS and text[at + 1 : at + 2].isalnum():
            at += 1
        elif line_end := _line_end().match(text, at):
            at = line_end.end()
        else:
            return 0
    return 0 if signs or text[at : at + 1].isalnum() else at


def _ni_numbers(text: str) -> Iterator[Found]:
    """Return UK National Insurance numbers; without their label only in capitals and whole."""
    for match in _ni_digits().finditer(text):
        start = match.start() - (2 if text[match.start() - 1].isalpha() else 3)
        number = compact(text[start : match.end()])
        if not is_ni_number(number):
            continue
        words = words_before(text, start)
        is_whole = text[start : start + 2].isupper() and bool(match["ending"])
        if ends_in(labels(words), _NI) or (
            is_whole and not is_reference(words) and not is_customer(words)
        ):
            yield Found("ni-number", start, match.end())


def _pans(text: str) -> Iterator[Found]:
    """Return Indian PANs; without their label only those of a person, in capitals."""
    for match in _pan_digits().finditer(text):
        start, end = match.start() - 5, match.end()
        number, words = text[start:end], words_before(text, start)
        is_called = ends_in(labels(words, _CARD), _PAN)
        is_person = number.isupper() and number[3] == "P"
        if is_pan(number.upper()) and (
            is_called or (is_person and not is_reference(words) and not is_customer(words))
        ):
            yield Found("pan", start, end)


def _led_numbers(text: str) -> Iterator[Found]:
    small = text.casefold()
    for led in _LED:
        if any(hint in small for hint in led.hints):
            for match in _led(led.words, led.number).finditer(text):
                if led.passes(compact(match["number"])):
                    yield Found(led.kind, *match.span("number"))


@cache
def _led(words: str, number: str) -> re.Pattern[str]:
    lead_up = "n|no|nr|nº|num|number|nummer|numéro|número|is|was|ist|est|es"
    between = rf"(?:[\s:#.,=()“”\"º°-]|\b(?i:{lead_up})\b)"
    return re.compile(rf"\b(?i:{words})\b{between}{{0,10}}?(?<!\w)(?P<number>{number})(?![\w•])")


# These begin with their digits and look behind for the letters: letters are everywhere, and a
# pattern that begins with them takes ten times as long.
@cache
def _iban_check() -> re.Pattern[str]:
    return re.compile(
        r"[0-9]{2}(?<=(?<![^\W_])[A-Za-z]{2}..)(?=[ \u00a0\u2007\u2009\u202f-]?[A-Za-z0-9])"
    )


@cache
def _line_end() -> re.Pattern[str]:
    return re.compile(r"[ \t]{0,4}\r?\n[ \t>]{0,8}(?=[A-Za-z0-9])")


@cache
def _ni_digits() -> re.Pattern[str]:
    letters, gap = r"(?<![\w-])[A-Za-z]{2}", r"[ \u00a0-]"
    return re.compile(
        rf"[0-9]{{2}}(?:(?<={letters}..)|(?<={letters}{gap}..))(?:{gap}?[0-9]{{2}}){{2}}"
        rf"(?:{gap}?(?P<ending>[A-D]|(?<!{gap})[a-d]))?(?![\w-])"
    )


@cache
def _pan_digits() -> re.Pattern[str]:
    return re.compile(r"[0-9]{4}(?<=(?<![\w-])[A-Za-z]{5}....)[A-Za-z](?![\w-])")


@cache
def _corsican() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)[12](?:[ .]?[0-9]{2}){2}[ .]?2[AB][ .]?[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{2}(?!\w)"
    )
