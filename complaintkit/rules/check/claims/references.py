"""Which references does a letter give, and which does the log know?"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from complaintkit.rules.check.claims.entries import OPENING
from complaintkit.rules.check.claims.people import distance
from complaintkit.rules.check.claims.record import Known, Record, plain_number

_LEAST, _LONG = 3, 6
_JOINS = frozenset("-/_…")
_NOT_AFTER = frozenset(".,:@")


class Number(NamedTuple):
    """A reference as a letter gives it; `plain` without its marks, `is_named` by a word before.

    `entries` are those that gave it; `is_known`: it stands anywhere in the log.
    """

    start: int
    end: int
    plain: str
    is_named: bool
    is_known: bool
    entries: tuple[Known, ...]


class Kept(NamedTuple):
    """A reference of the log: as written there, and the entry that it came with."""

    written: str
    entry: Known


class Numbers(NamedTuple):
    """The references of the log by their plain form, and every other number that stands in it.

    `labels` are the names of particulars: “serial number”.
    """

    kept: dict[str, tuple[Kept, ...]]
    others: frozenset[str]
    labels: tuple[str, ...]


def numbers_of(record: Record) -> Numbers:
    """Return every reference that the log knows, and the numbers that are none."""
    case = record.case
    kept: dict[str, tuple[Kept, ...]] = {}
    opening = record.numbered(OPENING)
    given = [(one.reference, one) for one in record.entries if one.reference]
    given.append((case.company.account, opening))
    given += [(value, opening) for _, value in case.particulars]
    given += [(case.purchase.reference, opening)] if case.purchase else []
    for written, entry in given:
        plain = plain_number(written)
        if any(map(str.isdigit, plain)) and len(plain) >= _LEAST:
            kept[plain] = (*kept.get(plain, ()), Kept(written.strip(), entry))
    held = [case.company.phone, *case.company.address]
    if case.consumer:
        held += [case.consumer.phone, *case.consumer.address]
    held += [line for party in case.parties for line in party.address]
    held += [text for exhibit in case.exhibits for text in (exhibit.title, exhibit.name)]
    others = {plain_number(text) for text in held if any(map(str.isdigit, text))}
    text = "\n".join((record.told.text, *held))
    others.update(plain_number(text[start:end]) for start, end in _tokens(text))
    labels = tuple(name.replace("_", " ").casefold() for name, _ in case.particulars)
    return Numbers(kept, frozenset(others), labels)


def numbers_in(text: str, numbers: Numbers, taken: Iterable[tuple[int, int]]) -> list[Number]:
    """Return what looks like a reference in a text; `taken` are the places of days and sums."""
    held = sorted(taken)
    found = []
    for start, end in _tokens(text):
        plain = plain_number(text[start:end])
        if len(plain) < _LEAST or any(first < end and start < last for first, last in held):
            continue
        kept = numbers.kept.get(plain, ())
        is_masked = text[start] == "…" and any(one.endswith(plain) for one in numbers.kept)
        is_known = bool(kept) or plain in numbers.others or is_masked
        is_named = not is_known and _is_named(text, start, end, numbers)
        if is_known or is_named or _looks_like_one(text, start, plain):
            entries = tuple(one.entry for one in kept)
            found.append(Number(start, end, plain, is_named, is_known, entries))
    return found


def nearest_number(plain: str, numbers: Numbers, *, most: int = 2) -> tuple[Kept, ...]:
    """Return the references of the log that differ by a sign or two, the closest."""
    near = [
        (apart, kept)
        for other, kept in numbers.kept.items()
        if abs(len(other) - len(plain)) <= 1
        and 0 < (apart := distance(plain, other)) <= (most if len(other) >= _LONG else 1)
    ]
    return min(near, key=lambda pair: pair[0])[1] if near else ()


def _tokens(text: str) -> Iterable[tuple[int, int]]:
    """Yield from where to where words with figures stand; of figures with spaces, the group."""
    last = 0
    for digits in _digits().finditer(text):
        start, end = digits.span()
        if start < last:
            continue
        while start > last and (text[start - 1].isalnum() or text[start - 1] in _JOINS):
            start -= 1
        while end < len(text) and (
            text[end].isalnum() or (text[end] in _JOINS and text[end + 1 : end + 2].isalnum())
        ):
            end += 1
        last = end
        is_part = text[start - 1 : start] in _NOT_AFTER if start else False
        if not is_part and not _goes_on().match(text, end):
            yield start, end


def _is_named(text: str, start: int, end: int, numbers: Numbers) -> bool:
    """Whether a word before says what the number is, or it fills a cell of a table."""
    if text[start - 2 : start] == "| " and text[end : end + 1] in ("", "\n"):
        return True
    before = text[max(0, start - 40) : start]
    if _label().search(before):
        return True
    return bool(numbers.labels) and before.casefold().rstrip(" :#").endswith(numbers.labels)


def _looks_like_one(text: str, start: int, plain: str) -> bool:
    """Whether a number is a reference by its looks: letters and digits, or very long."""
    if _phone().search(text, max(0, start - 24), start):
        return False
    if plain.isdigit():
        return len(plain) >= _LONG
    return len(plain) > _LEAST + 1


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[ ]\d+)*")


@cache
def _goes_on() -> re.Pattern[str]:
    """What makes of a number an address, a time, or a number with a point."""
    return re.compile(r"[:@]|[.,]\d")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:ref(?:erence)?|ticket|case|complaint|claim|order|account|acct|invoice|booking|policy|"
        r"tracking|docket|serial|trace|terminal|no|number|nos|id)\b\.?"
        r"(?:\s*(?:no\b\.?|number|reference|ref\b\.?|id|code|is|was|being|:|#|–|-))*"
        r"\s*[#“\"(|:]?\s*$",
        re.IGNORECASE,
    )


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:call(?:s|ed)?|phone|telephone|tel|mobile|whatsapp|ring|text)\b[\w\s.:]{0,12}$",
        re.IGNORECASE,
    )
