"""Which references does a letter give, and are they those of the log?"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from complaintkit.rules.check.claims_entries import OPENING
from complaintkit.rules.check.claims_people import distance
from complaintkit.rules.check.record_facts import Known, Record, plain_number

_LEAST, _LONG, _PHONE = 3, 6, 9


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
    """The references of the log by their plain form, and every other number that stands in it."""

    kept: dict[str, tuple[Kept, ...]]
    others: frozenset[str]


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
    person, held = case.consumer, [case.company.phone, *case.company.address]
    if person:
        held += [person.phone, *person.address]
    held += [line for party in case.parties for line in party.address]
    held += [text for one in record.entries for text in one.texts]
    held += [text for exhibit in case.exhibits for text in (exhibit.title, exhibit.name)]
    others = {plain_number(found[0]) for found in _token().finditer("\n".join(held))}
    others.update(plain_number(text) for text in held[:12] if any(map(str.isdigit, text)))
    return Numbers(kept, frozenset(others))


def numbers_in(text: str, numbers: Numbers, taken: Iterable[tuple[int, int]]) -> list[Number]:
    """Return what looks like a reference in a text; `taken` are the places of days and sums."""
    held = sorted(taken)
    found = []
    for match in _token().finditer(text):
        start, end = match.span()
        plain = plain_number(match[0])
        if len(plain) < _LEAST or _overlaps(start, end, held):
            continue
        kept = numbers.kept.get(plain, ())
        is_masked = text[start - 1 : start] == "…" and any(
            one.endswith(plain) for one in numbers.kept
        )
        is_known = bool(kept) or plain in numbers.others or is_masked
        named = _named().search(text, max(0, start - 40), start)
        is_cell = text[start - 2 : start] == "| " and text[end : end + 1] in ("", "\n")
        is_named = is_cell or (named is not None and named.end() == start)
        entries = tuple(one.entry for one in kept)
        if is_known or is_named or _looks_like_one(text, match, plain):
            found.append(Number(start, end, plain, is_named, is_known, entries))
    return found


def nearest_number(plain: str, numbers: Numbers, *, most: int = 2) -> Kept | None:
    """Return the reference of the log that differs by a sign or two; None where none does."""
    near = [
        (apart, one)
        for other, kept in numbers.kept.items()
        if abs(len(other) - len(plain)) <= 1
        and 0 < (apart := distance(plain, other)) <= (most if len(other) >= _LONG else 1)
        for one in kept[-1:]
    ]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _overlaps(start: int, end: int, held: list[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in held)


def _looks_like_one(text: str, match: re.Match[str], plain: str) -> bool:
    """Whether a number is a reference by its looks: letters and digits, or very long."""
    if _phone().search(text, max(0, match.start() - 24), match.start()):
        return False
    has_letters = any(map(str.isalpha, plain)) and any(map(str.isdigit, plain))
    return (has_letters and len(plain) > _LEAST + 1) or (plain.isdigit() and len(plain) >= _LONG)


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,:/…@-])…?\d+(?: \d+)+(?![\w:.,]*\d)"
        r"|(?<![\w.,:/@-])(?=[^\W_]*[-/_\w]*\d)[^\W_]+(?:[-/_][^\W_]+)*(?![:@]|[.,]\d)"
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:ref(?:erence)?|ticket|case|complaint|claim|order|account|acct|invoice|booking|policy|"
        r"tracking|docket|serial|trace|terminal|no|number|nos|id)\b\.?"
        r"(?:\s*(?:no\b\.?|number|reference|ref\b\.?|id|code|is|was|being|:|#|–|-))*\s*[#“\"(|:]?\s*$",
        re.IGNORECASE,
    )


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:call(?:s|ed)?|phone|telephone|tel|mobile|whatsapp|ring|text)\b[\w\s.:]{0,12}$",
        re.IGNORECASE,
    )
