"""Which days that a letter names are not those of the log?"""

from collections.abc import Iterator
from datetime import date, timedelta

from complaintkit.model.review import Remark
from complaintkit.rules.check.claims_anchor import SURE, Held, Said, nearest, scored
from complaintkit.rules.check.claims_days import Named, written_like
from complaintkit.rules.check.claims_told import contradicted, told, unsupported, what_of
from complaintkit.rules.check.claims_words import hedge_of
from complaintkit.rules.check.record_facts import Known

_ROUGHLY = timedelta(days=10)
_CLOSE = timedelta(days=45)
_LONGEST_CLAUSE = 160


def day_remarks(held: Held) -> Iterator[Remark]:
    """Yield a remark for each day that no entry of the log has, or another than the one meant."""
    for said in held.statements:
        for named in said.days:
            remark = _remark(held, said, named)
            if remark:
                yield remark


def _remark(held: Held, said: Said, named: Named) -> Remark | None:
    record = held.record
    if record.today in named.days or not record.days.isdisjoint(named.days):
        return None
    if _is_passed_over(held, said, named):
        return None
    day = _meant(named, record.today)
    is_until = _is_until(held, said, named)
    if is_until and _is_asked(held, said, named):
        return None
    if day > record.today and not is_until:
        return None
    return _unknown(held, said, named, day, is_until=is_until)


def _unknown(held: Held, said: Said, named: Named, day: date, *, is_until: bool) -> Remark | None:
    """Return the remark on a day of which the log knows nothing; None where it claims nothing."""
    record, words = held.record, held.words
    quote, start = held.quote(named.start, named.end)
    ranked = [
        (points + _closeness(one, day, is_until=is_until), one)
        for points, one in scored(said, record)
    ]
    ranked = [pair for pair in ranked if _possible(pair[1], is_until=is_until)]
    ranked.sort(key=lambda pair: pair[0], reverse=True)
    if ranked and ranked[0][0] >= SURE + 1:
        known = ranked[0][1]
        right = nearest(_possible(known, is_until=is_until), day)
        key = "until" if is_until and right in known.until else "day"
        reason = words.reasons[key].format(
            what=what_of(words, known), known=told(right), entry=known.seq, said=told(day)
        )
        is_whole = len(quote) == named.end - named.start
        new = (
            written_like(held.letter.text, named, right)
            if is_whole
            else words.advice["check"].format(entry=known.seq)
        )
        return contradicted(quote, start, reason, new, known, is_rewording=is_whole)
    if day > record.today or not (said.ties or ranked):
        return None
    return unsupported(
        quote, start, words.reasons["day-none"].format(said=told(day)), words.advice["none"]
    )


def _possible(known: Known, *, is_until: bool) -> tuple[date, ...]:
    """Return the days of an entry that can be meant: what it sets, or its own."""
    if is_until:
        return known.until or tuple(known.told)
    return (known.on, *known.told) if known.on else tuple(known.told)


def _closeness(known: Known, day: date, *, is_until: bool) -> float:
    days = _possible(known, is_until=is_until)
    if not days:
        return 0.0
    one = nearest(days, day)
    same = (one.year == day.year) + (one.month == day.month) + (one.day == day.day)
    return 1.0 * (same == 2) + 0.8 * (abs(one - day) <= _CLOSE) + 0.3 * (abs(one - day).days < 8)  # noqa: PLR2004


def _meant(named: Named, today: date) -> date:
    """Return the day that is meant: without a year the last one up to today."""
    past = [day for day in named.days if day <= today]
    return max(past) if past and not named.has_year else named.days[0]


def _is_until(held: Held, said: Said, named: Named) -> bool:
    before = held.letter.text[max(said.where.start, named.start - 24) : named.start]
    return bool(held.words.until.search(before))


def _is_asked(held: Held, said: Said, named: Named) -> bool:
    """Whether the writer sets the day: “please … by 4 May”, and nobody promised it."""
    before = held.letter.text[max(said.where.start, named.start - _LONGEST_CLAUSE) : named.start]
    promised = [found.end() for found in held.words.promising.finditer(before)]
    asked = [found.end() for found in held.words.asking.finditer(before)]
    if not promised:
        return bool(asked) or min(named.days) > held.record.today
    return bool(asked) and asked[-1] > promised[-1]


def _is_passed_over(held: Held, said: Said, named: Named) -> bool:
    """Whether a day is no claim: the line of the date, a rough day, or one in a law's name."""
    text = held.letter.text
    if said.where.is_head and len(said.text.strip()) - (named.end - named.start) <= 4:  # noqa: PLR2004
        return True
    if held.words.law.search(said.text):
        return True
    if hedge_of(held.words, text, named.start, named.end):
        return any(abs(known - day) <= _ROUGHLY for known in held.record.days for day in named.days)
    return False
