"""Which sums in a letter are not those of the log?"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from complaintkit.model.case import Case, Cost, Offer
from complaintkit.model.review import Remark
from complaintkit.rules.check.claims.anchor import SURE, Held, Said, scored, special
from complaintkit.rules.check.claims.doers import is_of_others
from complaintkit.rules.check.claims.money import Sum, sum_like
from complaintkit.rules.check.claims.numbers import number_of
from complaintkit.rules.check.claims.offers import offered_instead
from complaintkit.rules.check.claims.people import distance
from complaintkit.rules.check.claims.record import Known, Record, stems_of
from complaintkit.rules.check.claims.told import what_of
from complaintkit.rules.check.claims.words import ClaimsWords, hedge_of

_MOST_PARTS = 10
"""Sums of which totals are made: of more there would be too many."""
_ROUND = Decimal(100)
_FIGURES = 3
"""Figures that a sum needs for one of them to be a slip: $20.00 has one, £429.00 three."""
_MUCH = 5
"""A sum so many times another one is hardly a slip for it."""
_NAMED, _STRONG, _LEAD = 3.5, 5.0, 2.0
"""Scores: a name or a day is there; an entry is certain; and so far ahead of the next."""

Amounts = frozenset[Decimal]


def sum_remarks(held: Held) -> Iterator[Remark]:
    """Yield a remark for each sum that the log does not have, or has of another entry."""
    known = held.record.sums | _worked_out(held.record)
    for said in held.statements:
        for found in said.sums:
            remark = _remark(held, said, found, known)
            if remark:
                yield remark


def _remark(held: Held, said: Said, found: Sum, known: Amounts) -> Remark | None:
    text = held.letter.text
    offered = offered_instead(held, said, found)
    if offered:
        return _wrong(held, found, *offered)
    if not known.isdisjoint(found.amounts):
        return _of_another(held, said, found)
    if _is_passed_over(held, said) or _is_rough(held.words, text, found, known):
        return None
    if _is_total(held, said, found) or _is_multiple(held, said, found):
        return None
    return _unknown(held, said, found)


def _unknown(held: Held, said: Said, found: Sum) -> Remark | None:
    """Return the remark on a sum of which the log knows nothing."""
    points = {one: much for much, one in scored(said, held.record)}
    ranked = [
        (points.get(one, 0.0) + _likeness(one, found, held.record), one)
        for one in held.record.entries
        if _sums_of(one, held.record) and _is_meant(held, said, found, one)
    ]
    alike = [pair for pair in ranked if _is_slip(pair[1], found, held.record)]
    best = max(alike or ranked, key=lambda pair: pair[0], default=None)
    is_own_act = not said.where.is_row and not held.words.own.isdisjoint(said.words)
    if best and not is_own_act:
        return _wrong(held, found, best[1])
    quote, start = held.quote(found.start, found.end)
    if held.is_quoted(start) or is_of_others(held, said) or quote.casefold().startswith("one "):
        return None
    reason = held.words.reasons["sum-none"].format(said=" ".join(quote.split()))
    return held.unsupported(found.start, found.end, reason)


def _is_meant(held: Held, said: Said, found: Sum, known: Known) -> bool:
    """Whether a statement says its sum of an entry: by day, name, reference or its very words."""
    record, points = held.record, special(said, known, held.record, without="sums")
    if _is_slip(known, found, record):
        return True
    if not _is_of(held.words, said, known) or not _is_comparable(known, found, record):
        return False
    is_dated = any(known.is_on(day) for one in said.owns for day in one.days)
    return is_dated or known.kind == "cost" or points >= _NAMED or _is_retold(said, known)


def _is_comparable(known: Known, found: Sum, record: Record) -> bool:
    """Whether a sum is of the size of one of the entry."""
    return any(
        one <= _MUCH * amount and amount <= _MUCH * one
        for one in _sums_of(known, record)
        for amount in found.amounts
    )


def _is_retold(said: Said, known: Known) -> bool:
    """Whether a statement and an entry share most of the telling words of one of the two."""
    shared = len(said.stems & known.stems)
    return shared > 1 and 5 * shared >= 3 * min(len(said.stems), len(known.stems))


def _of_another(held: Held, said: Said, found: Sum) -> Remark | None:
    """Return the remark on a sum of the log that the entry spoken of does not have.

    Only where that entry is certain, where it is what the sum is said of (a promise, an offer,
    a line of a list), and where none of its own sums stands beside.
    """
    record, words = held.record, held.words
    holding = [one for one in record.entries if not one.sums.isdisjoint(found.amounts)]
    if not _is_one_claim(held, said, found, holding):
        return None
    ranked = scored(said, record, without="sums")
    points, best = ranked[0] if ranked else (0.0, record.entries[0])
    own = _sums_of(best, record)
    least = SURE + 1 if best.kind in ("cost", "open") else _STRONG
    if points < least or not own or not own.isdisjoint(found.amounts):
        return None
    own_words = special(said, best, record, without="sums")
    is_rival = any(one > points - _LEAD for one, known in ranked if known in holding) or any(
        special(said, one, record, without="sums") >= own_words for one in holding
    )
    return None if is_rival or not _is_of(words, said, best) else _wrong(held, found, best)


def _is_one_claim(held: Held, said: Said, found: Sum, holding: list[Known]) -> bool:
    """Whether a sum stands alone in a statement that can say it of an entry, and of no day."""
    if len({one.amounts for one in said.sums}) > 1:
        return False
    if any(one.is_on(day) for one in holding for own in said.owns for day in own.days):
        return False
    if hedge_of(held.words, held.letter.text, found.start, found.end):
        return False
    return said.where.is_row or not said.words.isdisjoint(held.words.gates["said-of"])


def _is_of(words: ClaimsWords, said: Said, known: Known) -> bool:
    """Whether a statement says its sum of this entry: an offer, a promise, a cost, the wish."""
    if said.where.is_row:
        return True
    if known.kind == "offer":
        return "offer" in said.ties
    if known.kind == "contact":
        return bool(words.more["promising"].search(said.text))
    if known.kind == "cost":
        is_lost = words.more["spent"].search(said.text) and _is_retold(said, known)
        return bool(is_lost or words.more["lost"].search(said.text))
    return known.kind == "event" or (
        isinstance(known.source, Case) and _is_of_case(words, said, known.source)
    )


def _is_of_case(words: ClaimsWords, said: Said, case: Case) -> bool:
    """Whether a statement asks for what the person wants, or says what was bought."""
    want = stems_of(case.resolution.want, words.common)
    problem = stems_of(case.problem, words.common)
    shared = len(problem & said.stems)
    if shared > 1 and 5 * shared >= 3 * len(said.stems):
        return True
    if words.more["asked"].search(said.text) and case.resolution.amount:
        return 2 * len(want & said.stems) > len(want) > 1
    what = stems_of(case.purchase.what, words.common) if case.purchase else frozenset[str]()
    return (
        bool(words.more["bought"].search(said.text)) and 2 * len(what & said.stems) > len(what) > 1
    )


def _wrong(held: Held, found: Sum, known: Known, sums: Amounts = frozenset()) -> Remark:
    quote, _ = held.quote(found.start, found.end)
    right = min(sums or _sums_of(known, held.record), key=lambda one: _digits_apart(one, found))
    new = sum_like(held.letter.text, found, right)
    reason = held.words.reasons["sum"].format(
        what=_what(held, known, right), known=new, entry=known.seq, said=" ".join(quote.split())
    )
    return held.contradicted(found.start, found.end, reason, new, known)


def _what(held: Held, known: Known, amount: Decimal) -> str:
    """Name what a sum of the log was for; the opening entry has several."""
    if not isinstance(known.source, Case):
        return what_of(held.words, known)
    bought, wish = known.source.purchase, known.source.resolution.amount
    if wish and wish.amount == amount:
        return held.words.names["wish"]
    is_price = bought and bought.price and bought.price.amount == amount
    return held.words.names["open" if is_price else "account"]


def _sums_of(known: Known, record: Record) -> Amounts:
    """Return the sums of an entry, and those that a letter works out of it."""
    sums = known.sums
    if isinstance(known.source, Cost):
        sums = sums | {
            sum((one.amount.amount for one in record.case.costs if one.amount), Decimal(0))
        }
    wish = record.case.resolution.amount
    if isinstance(known.source, Offer) and known.source.amount and wish:
        sums = sums | {wish.amount - known.source.amount.amount}
    return frozenset(one for one in sums if one > 0)


def _likeness(known: Known, found: Sum, record: Record) -> float:
    """Return how like the sum is to one of the entry: a figure changed is a slip."""
    apart = min(_digits_apart(one, found) for one in _sums_of(known, record))
    return {1: 3.0, 2: 1.0}.get(apart, 0.0)


def _is_slip(known: Known, found: Sum, record: Record) -> bool:
    """Whether a sum is one of the entry but for a figure, and has figures enough to show it."""
    return any(
        _digits_apart(one, found) == 1
        and max(_telling(one), *map(_telling, found.amounts)) >= _FIGURES
        for one in _sums_of(known, record)
    )


def _telling(amount: Decimal) -> int:
    """Count the figures of a sum without the noughts at its end: 429.00 has three."""
    return len(_figures(amount).replace(".", "").rstrip("0"))


def _digits_apart(amount: Decimal, found: Sum) -> int:
    return min(distance(_figures(amount), _figures(one)) for one in found.amounts)


def _figures(amount: Decimal) -> str:
    return f"{amount:.2f}"


def _worked_out(record: Record) -> Amounts:
    """Return what a letter works out of the sums of the log.

    That is what some of the costs come to, and of any two sums the sum and the rest.
    """
    costs = [one.amount.amount for one in record.case.costs if one.amount][:_MOST_PARTS]
    found = {sum(some) for size in range(2, len(costs) + 1) for some in combinations(costs, size)}
    known = {one for entry in record.entries for one in entry.sums}
    for one, other in combinations(sorted(known.union(map(Decimal, found))), 2):
        found.update((one + other, other - one))
    found.update(2 * one for one in known)
    return frozenset(map(Decimal, found))


def _is_total(held: Held, said: Said, found: Sum) -> bool:
    """Whether the sum is called a total, and some sums of the log come to it."""
    if not held.words.more["total"].search(said.text):
        return False
    known = sorted(held.record.sums)[:_MOST_PARTS]
    totals = {sum(some) for size in range(2, len(known) + 1) for some in combinations(known, size)}
    return not totals.isdisjoint(found.amounts)


def _is_multiple(held: Held, said: Said, found: Sum) -> bool:
    """Whether the sum is so many times one of the log: “four months at $20”."""
    text = held.letter.text[max(0, said.where.start - 200) : said.where.end]
    counts = held.words.counting["factor"].finditer(text)
    factors = {number for one in counts if (number := number_of(one["number"])) and number > 1}
    return any(one * factor in found.amounts for one in held.record.sums for factor in factors)


def _is_rough(words: ClaimsWords, text: str, found: Sum, known: Iterable[Decimal]) -> bool:
    """Whether a rounded sum, or one with “about” or “over”, fits a sum of the log."""
    known = list(known)
    if not found.is_exact and any(abs(found.amounts[0] - one) < 1 for one in known):
        return True
    hedge = hedge_of(words, text, found.start, found.end)
    least, most = _BOUNDS.get(hedge, (Decimal(1), Decimal(1)))
    if not hedge and not found.is_exact and not found.amounts[0] % _ROUND:
        least, most = Decimal("0.97"), Decimal("1.03")
    return any(least * one <= amount <= most * one for one in known for amount in found.amounts)


_BOUNDS = {
    "about": (Decimal("0.85"), Decimal("1.15")),
    "over": (Decimal("0.6"), Decimal(1)),
    "least": (Decimal("0.5"), Decimal(1)),
    "under": (Decimal(1), Decimal("1.35")),
    "most": (Decimal(1), Decimal(2)),
}


def _is_passed_over(held: Held, said: Said) -> bool:
    return bool(
        held.words.more["law"].search(said.text) or held.words.more["outside"].search(said.text)
    )
