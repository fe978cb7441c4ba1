"""Which claims of a letter does the log bear out, and which exhibits prove them?"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from complaintkit.model.review import Remark, Support
from complaintkit.rules.check.claims.anchor import Held, Said, score
from complaintkit.rules.check.claims.record import Known

Place = tuple[int, int]


def supported(held: Held, remarks: Iterable[Remark]) -> Iterator[Support]:
    """Yield the claims that an entry bears out: in each sentence one for each entry.

    Exhibits to which the sentence points already are not offered again. What a remark doubts is
    not borne out.
    """
    doubted = [(one.start, one.end) for one in remarks]
    for said in held.statements:
        if said.where.is_head:
            continue
        told: set[int] = set()
        for place, entries in _claims(held, said):
            first, last = held.letter.place(*place)
            if any(start < last and first < end for start, end in doubted):
                continue
            known = _meant(held, said, entries)
            if known is None or known.seq in told:
                continue
            told.add(known.seq)
            yield Support(
                start=first,
                end=last,
                quote=held.letter.written[first:last],
                entry=known.seq,
                exhibits=tuple(one for one in known.exhibits if one not in _pointed(said.text)),
            )


def _claims(held: Held, said: Said) -> Iterator[tuple[Place, list[Known]]]:
    """Yield the facts of a sentence with the entries that hold them: days, sums, references."""
    entries = held.record.entries
    for day in said.days:
        found = [one for one in entries if _has_day(one, day.days, is_until=day in said.untils)]
        yield (day.start, day.end), found
    for number in said.numbers:
        yield (number.start, number.end), list(number.entries)
    for found_sum in said.sums:
        holding = [one for one in entries if not one.sums.isdisjoint(found_sum.amounts)]
        yield (found_sum.start, found_sum.end), holding


def _has_day(known: Known, days: tuple[date, ...], *, is_until: bool) -> bool:
    if is_until:
        return not set(known.until).isdisjoint(days)
    return any(map(known.is_on, days))


def _meant(held: Held, said: Said, entries: list[Known]) -> Known | None:
    """Return the entry that a sentence speaks of; None where two are as likely."""
    if len(entries) == 1:
        return entries[0]
    ranked = sorted(
        ((score(said, one, held.record), -one.seq, one) for one in entries), reverse=True
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][2]


def _pointed(text: str) -> set[int]:
    """Return the numbers of the exhibits to which a sentence points."""
    found: set[int] = set()
    for match in _pointer().finditer(text):
        numbers = [int(one) for one in re.findall(r"\d+", match[0])]
        is_range = re.search(r"\d\s*(?:to|–|-)\s*\d", match[0].replace("\u00a0", " "))
        found.update(range(numbers[0], numbers[-1] + 1) if is_range else numbers)
    return found


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:enclosures?|exhibits?|attachments?|annex(?:es)?|appendix)\s*"
        r"\d{1,3}(?:\s*(?:,|and|to|–|-)\s*\d{1,3})*",
        re.IGNORECASE,
    )
