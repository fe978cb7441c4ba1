"""Which references in a letter are nearly those of the log, or of another entry?"""

from collections.abc import Iterator

from complaintkit.model.review import Remark
from complaintkit.rules.check.claims.anchor import Held, Said, score, scored
from complaintkit.rules.check.claims.record import Known, plain_number
from complaintkit.rules.check.claims.references import Number, nearest_number
from complaintkit.rules.check.claims.told import what_of

_STRONG = 5.0


def reference_remarks(held: Held) -> Iterator[Remark]:
    """Yield a remark for each reference that is not quite one of the log."""
    for said in held.statements:
        for number in said.numbers:
            remark = _in_row(held, said, number) or _nearly(held, said, number)
            if remark:
                yield remark


def _nearly(held: Held, said: Said, number: Number) -> Remark | None:
    """Return the remark on a reference that the log does not know, and nearly does."""
    if number.is_known:
        return None
    near = nearest_number(number.plain, held.numbers)
    if not near:
        return None
    best = max(near, key=lambda one: score(said, one.entry, held.record))
    return _wrong(held, number, best.written, best.entry)


def _in_row(held: Held, said: Said, number: Number) -> Remark | None:
    """Return the remark on a reference that is not the one of the contact in the same row."""
    if not said.where.is_row or (number.is_known and not number.entries):
        return None
    if any(one.is_on(day) for one in number.entries for own in said.owns for day in own.days):
        return None
    ranked = scored(said, held.record, without="numbers")
    if not ranked or ranked[0][0] < _STRONG:
        return None
    known = ranked[0][1]
    if known.kind != "contact" or not known.reference:
        return None
    if known in number.entries or any(one.kind == "open" for one in number.entries):
        return None
    if any(one.plain == plain_number(known.reference) for one in said.numbers):
        return None
    return _wrong(held, number, known.reference, known)


def _wrong(held: Held, number: Number, written: str, known: Known) -> Remark:
    quote, _ = held.quote(number.start, number.end)
    reason = held.words.reasons["sum"].format(
        what=what_of(held.words, known), known=written, entry=known.seq, said=quote
    )
    return held.contradicted(number.start, number.end, reason, written, known)
