"""How much time does a letter say was spent or has passed, and does the log agree?"""

import re
from collections.abc import Iterator
from datetime import date

from complaintkit.model.case import Cost
from complaintkit.model.encounter import Encounter
from complaintkit.model.review import Remark
from complaintkit.rules.check.claims.anchor import Held, Said
from complaintkit.rules.check.claims.numbers import number_like, number_of
from complaintkit.rules.check.claims.record import Known, Record
from complaintkit.rules.check.claims.told import numbered, what_of
from complaintkit.rules.check.claims.words import hedge_of
from complaintkit.rules.letter_focus import SPOKEN
from complaintkit.rules.sentences import plain_date

_HOUR = 60
_ROUGH_STEP = 5
"""Minutes: who writes a multiple of these has rounded, and may be a tenth off."""
_QUARTER = 15
_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_PATIENCE = 0.8
"""A time that is at most a quarter longer than the log's is rounded, not wrong."""


def time_remarks(held: Held) -> Iterator[Remark]:
    """Yield a remark for minutes, weeks and years that the log does not bear out."""
    begins = _first_day(held.record)
    for said in held.statements:
        gates = held.words.gates
        if not said.words.isdisjoint(gates["minutes"]):
            yield from _minutes(held, said)
        if not said.words.isdisjoint(gates["customer"]):
            yield from _as_customer(held, said)
        if begins and not said.words.isdisjoint(gates["waited"]):
            yield from _passed(held, said, begins)


def _minutes(held: Held, said: Said) -> Iterator[Remark]:
    """Yield a remark for time that the dispute is said to have cost, and did not."""
    if not held.words.more["spent"].search(said.text):
        return
    spent = _spent(held.record)
    if not _is_complete(held.record, spent):
        return
    is_all = bool(held.words.more["lost"].search(said.text))
    known = _sums(spent) | ({minutes for _, minutes in spent} if not is_all else set())
    for match in held.words.counting["minutes"].finditer(said.text):
        hours = number_of(match["hours"] or "0")
        minutes = number_of(match["minutes"] or match["only"] or "0")
        if hours is None or minutes is None or not spent:
            continue
        told = _HOUR * hours + minutes
        start, end = said.where.start + match.start(), said.where.start + match.end()
        hedge = hedge_of(held.words, held.letter.text, start, end)
        is_full = bool(hours and minutes)
        is_less = told < max(known, default=0) and not is_all
        if (
            is_less
            or told in known
            or any(_fits(told, one, hedge, is_full=is_full) for one in known)
        ):
            continue
        yield _wrong_minutes(held, start, end, spent)


def _fits(told: int, minutes: int, hedge: str, *, is_full: bool) -> bool:
    """Whether a length of time is one of the log, rounded; hours with minutes are rounded less."""
    if hedge:
        return 0.5 * minutes <= told <= 1.5 * minutes
    step = _QUARTER if is_full else _ROUGH_STEP
    most = _ROUGH_STEP if is_full else max(_ROUGH_STEP, minutes // 10)
    return told % step == 0 and abs(told - minutes) <= most


def _wrong_minutes(held: Held, start: int, end: int, spent: list[tuple[Known, int]]) -> Remark:
    costs = [one for one in spent if isinstance(one[0].source, Cost)] or spent
    total, known = sum(minutes for _, minutes in costs), max(costs, key=lambda one: one[1])[0]
    quote, _ = held.quote(start, end)
    new = _written(total)
    reason = held.words.reasons["spent"].format(
        known=new, entries=numbered([one.seq for one, _ in costs]), said=" ".join(quote.split())
    )
    return held.contradicted(start, end, reason, new, known)


def _written(minutes: int) -> str:
    hours, rest = divmod(minutes, _HOUR)
    parts = [f"{hours} hour{'s' * (hours != 1)}"] if hours else []
    parts += [f"{rest} minute{'s' * (rest != 1)}"] if rest or not hours else []
    return " ".join(parts)


def _spent(record: Record) -> list[tuple[Known, int]]:
    """Return the entries with a length of time, in minutes."""
    return [
        (one, one.source.minutes)
        for one in record.entries
        if isinstance(one.source, (Cost, Encounter)) and one.source.minutes
    ]


def _is_complete(record: Record, spent: list[tuple[Known, int]]) -> bool:
    """Whether costs tell of time, or else every contact in which somebody spoke has its length."""
    if any(isinstance(one.source, Cost) for one, _ in spent):
        return True
    spoke = [met for met in record.case.encounters if met.reached and met.channel in SPOKEN]
    return all(met.minutes for met in spoke)


def _sums(spent: list[tuple[Known, int]]) -> set[int]:
    """Return what the costs, the contacts, and those of one channel or day come to."""
    groups: dict[object, int] = {}
    for one, minutes in spent:
        source = one.source
        keys: list[object] = [type(source), (type(source), one.on)]
        if isinstance(source, Encounter):
            keys += [source.channel, ("reached", source.reached)]
        for key in keys:
            groups[key] = groups.get(key, 0) + minutes
    return {*groups.values(), sum(minutes for _, minutes in spent)}


def _first_day(record: Record) -> date | None:
    days = [one.on for one in record.entries if one.on]
    return min(days, default=None)


def _passed(held: Held, said: Said, begins: date) -> Iterator[Remark]:
    """Yield a remark for a wait longer than all that the log tells of."""
    if not held.words.more["waiting"].search(said.text) or held.words.more["ahead"].search(
        said.text
    ):
        return
    longest = (held.record.today - begins).days
    for match in held.words.counting["waited"].finditer(said.text):
        number = number_of(match["number"])
        unit = _UNITS[match["unit"].casefold().rstrip("s")]
        if number is None or number * unit * _PATIENCE <= longest:
            continue
        if re.search(
            rf"\b{match['number']}\s{match['unit']}", held.record.told.text, re.IGNORECASE
        ):
            continue
        known = next(one for one in held.record.entries if one.on == begins)
        start, end = said.where.start + match.start("number"), said.where.start + match.end("unit")
        fitting = longest // unit
        word = match["unit"].rstrip("s") + "s" * (fitting != 1)
        new = f"{number_like(match['number'], fitting)} {word}"
        reason = held.words.reasons["passed"].format(
            what=what_of(held.words, known),
            known=plain_date(begins),
            entry=known.seq,
            days=longest,
            said=" ".join(said.text[match.start("number") : match.end("unit")].split()),
        )
        if fitting:
            yield held.contradicted(start, end, reason, new, known)


def _as_customer(held: Held, said: Said) -> Iterator[Remark]:
    """Yield a remark where another year is given since when the writer is a customer."""
    since = re.search(r"(?:19|20)\d\d", held.record.case.company.customer_since)
    match = held.words.counting["customer"].search(said.text)
    if not since or not match:
        return
    year, known = int(since[0]), held.record.numbered(1)
    if match["year"]:
        name, told, right = "year", int(match["year"]), year
        is_right = told == year
    else:
        name, told, right = "years", number_of(match["years"]) or 0, held.record.today.year - year
        place = said.where.start + match.start("years")
        rough = hedge_of(held.words, held.letter.text, place, place + len(match["years"]))
        is_right = abs(told - right) <= (1 if not rough else max(3, right // 4))
    if is_right or not told:
        return
    start, end = (said.where.start + place for place in match.span(name))
    new = str(right) if name == "year" else number_like(match[name], right)
    reason = held.words.reasons["customer"].format(known=year, said=match[name])
    yield held.contradicted(start, end, reason, new, known)
