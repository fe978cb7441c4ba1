"""Does a letter say of the only offer that it was another sum, or that it was accepted?"""

from collections.abc import Iterator
from decimal import Decimal

from complaintkit.model.case import Offer
from complaintkit.model.review import Remark
from complaintkit.rules.check.claims.anchor import Held, Said
from complaintkit.rules.check.claims.money import Sum
from complaintkit.rules.check.claims.record import Known
from complaintkit.rules.check.claims.words import hedge_of
from complaintkit.rules.sentences import plain_date


def accepted_remarks(held: Held, said: Said) -> Iterator[Remark]:
    """Yield a remark where the only offer is said to be accepted, and was declined."""
    offers = held.record.of_kind("offer")
    if "accepted" not in said.words or len(offers) != 1:
        return
    [known] = offers
    match = held.words.more["accepted"].search(said.text)
    if match and isinstance(known.source, Offer) and known.source.answer == "declined":
        start, end = (said.where.start + one for one in match.span())
        reason = held.words.reasons["declined"].format(
            known=plain_date(known.source.on), entry=known.seq
        )
        yield held.advised(start, end, reason, held.words.advice["leave"], known)


def offered_instead(held: Held, said: Said, found: Sum) -> tuple[Known, frozenset[Decimal]] | None:
    """Return the only offer and its sum, where a statement says it of a sum that no entry has.

    A sum that is the rest of two others is no excuse there: what was offered is one sum.
    """
    offers = held.record.of_kind("offer")
    source = offers[0].source if len(offers) == 1 else None
    if not isinstance(source, Offer) or not source.amount or not _is_offered(held, said, found):
        return None
    right = source.amount.amount
    is_rounded = any(abs(right - amount) < 1 for amount in found.amounts)
    is_known = not held.record.sums.isdisjoint(found.amounts)
    return None if is_rounded or is_known else (offers[0], frozenset([right]))


def _is_offered(held: Held, said: Said, found: Sum) -> bool:
    """Whether a sum stands right after “offered me” or “offered us a voucher of”."""
    if "offered" not in said.words or said.where.is_row or held.is_quoted(found.start):
        return False
    if held.words.more["denied"].search(said.text):
        return False
    if hedge_of(held.words, held.letter.text, found.start, found.end):
        return False
    before = held.letter.text[said.where.start : found.start].rstrip()
    matches = [*held.words.more["offered"].finditer(before)]
    return bool(matches) and matches[-1].end() == len(before)
