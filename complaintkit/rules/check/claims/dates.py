"""Which days that a letter names are not those of the log?"""

from collections.abc import Iterator
from datetime import date, timedelta

from complaintkit.model.review import Remark
from complaintkit.rules.check.claims.anchor import (
    SPECIAL,
    SURE,
    Held,
    Said,
    is_another,
    is_told_elsewhere,
    nearest,
    special,
    tied,
)
from complaintkit.rules.check.claims.days import Named
from complaintkit.rules.check.claims.doers import can_tell, is_of_others, only_delivery
from complaintkit.rules.check.claims.framed import framed_remark, other_day
from complaintkit.rules.check.claims.record import Known, is_raised
from complaintkit.rules.check.claims.words import hedge_of
from complaintkit.rules.sentences import plain_date

_ROUGHLY = timedelta(days=10)
_CLOSE = 45
"""Days: further apart, two days are hardly mistaken for each other."""
_ONE_DIFFERS = 2  # of year, month and day, two are the same
_NEAR_DAYS = 10
_MOST_DAYS = 2  # more of them in one statement are a list
_BARE = 4  # characters beside a day that stands alone
_HAD_BY = 40
"""Characters before a day in which it can be said that something must have come by it."""
_CLAUSE = 160
"""Characters before a day in which it is said who set it."""


def day_remarks(held: Held) -> Iterator[Remark]:
    """Yield a remark for each day that no entry of the log has, or another than the one meant."""
    for said in held.statements:
        for named in said.days:
            remark = _remark(held, said, named)
            if remark:
                yield remark


def _remark(held: Held, said: Said, named: Named) -> Remark | None:
    record = held.record
    if record.today in named.days or _is_passed_over(held, said, named):
        return None
    if not said.where.is_row and is_of_others(held, said):
        return None
    is_until = named in said.untils
    before = held.letter.text[max(said.where.start, named.start - _HAD_BY) : named.start]
    if is_until and held.words.more["had-by"].search(before):
        return None
    if is_until and _is_asked(held, said, named):
        return None
    day = _meant(named, record.today)
    remark = framed_remark(held, said, named, day, is_until=is_until)
    if remark or record.knows(named.days):
        return remark
    if day > record.today and not is_until:
        return None
    return _unknown(held, said, named, day, is_until=is_until)


def _unknown(held: Held, said: Said, named: Named, day: date, *, is_until: bool) -> Remark | None:
    """Return the remark on a day of which the log knows nothing; None where it claims nothing."""
    beside = {other for one in said.days if one is not named for other in one.days}
    best = _first_or_last(held, said, named, day)
    best = best or only_delivery(held, said, named)
    best = None if best and best.on in beside else best
    most = SURE + 1 if best else 0.0
    able = [
        one
        for one in held.record.entries
        if said.where.is_row or is_until or can_tell(held, said, named, one)
    ]
    for known in able if best is None else ():
        days = _possible(known, is_until=is_until) - beside
        total = _likely(held, said, known, day, days, is_until=is_until) if days else 0.0
        if total > most:
            best, most = known, total
    is_more = best is not None and best.kind == "contact" and is_another(held, said)
    if not said.where.is_row and (
        _is_own_doing(held, said) or _is_unset(held, said, is_until=is_until)
    ):
        return None
    is_slip = held.times_named(day) == 1 or (best is not None and _is_year_wrong(best, day))
    if best and is_slip and not is_more and most >= SURE + (0 if said.where.is_row else 0.5):
        days = _possible(best, is_until=is_until) - beside
        is_own = not is_until and best.kind != "open" and best.on in days
        return other_day(held, named, best, (best.on,) if is_own and best.on else days, day)
    if max(*named.days, day) > held.record.today or not said.ties or held.is_quoted(named.start):
        return None
    reason = held.words.reasons["day-none"].format(said=plain_date(day))
    return held.unsupported(named.start, named.end, reason)


def _is_unset(held: Held, said: Said, *, is_until: bool) -> bool:
    """Whether a sentence with “by” and a day says of nobody that they set it."""
    return is_until and not held.words.more["promising"].search(said.text)


def _is_own_doing(held: Held, said: Said) -> bool:
    """Whether a statement tells of what no log of contacts holds, or lists days, or denies them."""
    return len(said.days) > _MOST_DAYS or "not" in said.words or is_of_others(held, said)


def _likely(
    held: Held, said: Said, known: Known, day: date, days: frozenset[date], *, is_until: bool
) -> float:
    """Return how likely it is that a day is that of an entry, with a slip; 0 where it is not."""
    plain = special(said, known, held.record)
    is_year_wrong = _is_year_wrong(known, day)
    if (is_until and plain < SURE) or (known.is_month and not is_until):
        return 0.0
    if not is_year_wrong and is_told_elsewhere(held, said, known):
        return 0.0
    if plain < SPECIAL and not is_year_wrong and not _is_close(known, day):
        return 0.0
    if not is_until and not _is_slip(days, day):
        return 0.0
    plain -= 1.0 * (known.kind == "open")  # it tells of much, and in passing
    return plain + _closeness(days, day) + tied(said, known)


def _is_slip(days: frozenset[date], day: date) -> bool:
    """Whether a day is one of these but for its year, its month or its day, or close to one."""
    one = nearest(days, day)
    same = (one.year == day.year) + (one.month == day.month) + (one.day == day.day)
    return same == _ONE_DIFFERS or abs((one - day).days) <= _CLOSE


def _is_close(known: Known, day: date) -> bool:
    """Whether a day is the entry's own but for a few days."""
    if known.on is None or known.kind == "open":
        return False
    is_month_wrong = (known.on.year, known.on.day) == (day.year, day.day)
    return is_month_wrong or abs((known.on - day).days) <= _NEAR_DAYS


def _is_year_wrong(known: Known, day: date) -> bool:
    """Whether a day is the entry's own but for the year."""
    return known.on is not None and (known.on.month, known.on.day) == (day.month, day.day)


def _possible(known: Known, *, is_until: bool) -> frozenset[date]:
    """Return the days of an entry that can be meant: what it sets, or its own."""
    if is_until:
        return frozenset(known.until)
    return known.told.union((known.on,) if known.on else ())


def _closeness(days: frozenset[date], day: date) -> float:
    one = nearest(days, day)
    same = (one.year == day.year) + (one.month == day.month) + (one.day == day.day)
    near = max(0.0, 1 - abs((one - day).days) / _CLOSE)
    is_year_wrong = (one.month, one.day) == (day.month, day.day)
    return (2.0 if is_year_wrong else 1.0 * (same == _ONE_DIFFERS)) + near


def _first_or_last(held: Held, said: Said, named: Named, day: date) -> Known | None:
    """Return the first contact where a day stands after “since”, the last after “last”."""
    before = held.letter.text[max(said.where.start, named.start - 60) : named.start]
    rows = sorted(
        filter(is_raised, held.record.of_kind("contact", "letter")),
        key=lambda one: (one.on or date.min, one.seq),
    )
    if not rows or not held.words.more["in-touch"].search(said.text):
        return None
    known = rows[0] if held.words.more["since"].search(before[-8:]) else None
    if known is None and held.words.more["last"].search(before):
        known = rows[-1]
    if known is None or not _is_slip(_possible(known, is_until=False), day):
        return None
    return known


def _meant(named: Named, today: date) -> date:
    """Return the day that is meant: without a year the last one up to today."""
    past = [day for day in named.days if day <= today]
    return max(past) if past and not named.has_year else named.days[0]


def _is_asked(held: Held, said: Said, named: Named) -> bool:
    """Whether the writer sets the day: “please … by 4 May”, and nobody promised it."""
    before = held.letter.text[max(said.where.start, named.start - _CLAUSE) : named.start]
    promised = [found.end() for found in held.words.more["promising"].finditer(before)]
    asked = [found.end() for found in held.words.more["asking"].finditer(before)]
    if not promised:
        return bool(asked) or min(named.days) > held.record.today
    return bool(asked) and asked[-1] > promised[-1]


def _is_passed_over(held: Held, said: Said, named: Named) -> bool:
    """Whether a day is no claim: the line of the date, a rough day, or one in a law's name."""
    text = held.letter.text
    rest = len(said.text.strip()) - (named.end - named.start)
    if rest <= _BARE and not said.where.is_row:
        return True
    if held.words.more["law"].search(said.text):
        return True
    if hedge_of(held.words, text, named.start, named.end):
        return any(abs(known - day) <= _ROUGHLY for known in held.record.days for day in named.days)
    return False
