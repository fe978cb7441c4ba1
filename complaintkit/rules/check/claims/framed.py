"""Which days of the log does a letter give to the wrong thing?

A day of the log is wrong only where a fixed phrase says what was on it: “your offer of …”,
“bought … on …”, “promised … by …”, “wrote to you … on …”, or a row of a table.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from complaintkit.model.encounter import Encounter
from complaintkit.model.review import Remark
from complaintkit.rules.check.claims.anchor import (
    SURE,
    Held,
    Said,
    is_another,
    is_told_elsewhere,
    nearest,
    scored,
    special,
)
from complaintkit.rules.check.claims.days import Named, written_like
from complaintkit.rules.check.claims.record import Known, Record, is_raised, stems_of
from complaintkit.rules.check.claims.told import what_of
from complaintkit.rules.sentences import plain_date

_ROW_LEAST, _ROW_LEAD = 2.0, 1.5
_FEW_DAYS = 10
_MANY = ("met", "wrote", "last")  # of these there can be more than the log has
_BEGINNING = 12
"""Characters: a row begins with its day, or with “about” and its day."""
_BEFORE = 90
"""Characters before a day in which the phrase that it belongs to may stand."""


def framed_remark(
    held: Held, said: Said, named: Named, day: date, *, is_until: bool
) -> Remark | None:
    """Return the remark on a day that a phrase or a row says of an entry which has another."""
    if is_until:
        return _promised(held, said, named, day)
    if said.where.is_row:
        return _in_row(held, said, named)
    if said.words.isdisjoint(held.words.gates["framed"]):
        return None
    before = held.letter.text[max(said.where.start, named.start - _BEFORE) : named.start]
    found = [
        (match.start(), name)
        for name, frame in held.words.framed.items()
        if (match := frame.search(before))
    ]
    if held.words.more["then-offered"].match(held.letter.text, named.end):
        found.append((len(before), "offer"))
    if not found:
        return _due(held, said, named, day)
    name = max(found)[1]
    is_known = held.record.knows(named.days)
    is_bought = name in ("bought", "delivered")
    if is_bought and held.words.more["replaced"].search(said.text):
        return None
    if is_another(held, said) or (name in _MANY and not is_known and name != "last"):
        return None
    return _framed(held, said, named, day, _meant(held, said, name), name)


def _framed(
    held: Held, said: Said, named: Named, day: date, entries: Sequence[Known], name: str = ""
) -> Remark | None:
    """Return the remark, where none of the entries that a phrase can mean has the day."""
    dated = [one for one in entries if one.on]
    if not dated or any(one.is_on(other) for one in dated for other in named.days):
        return None
    points = {one: score for score, one in scored(said, held.record, without="own")}
    best = max(dated, key=lambda one: (points.get(one, 0.0), -_days_off(one, day)))
    best = dated[0] if name == "last" else best
    if best.is_month or (
        name in _MANY
        and (name == "last" or points.get(best, 0.0) < SURE + 2)
        and _days_off(best, day) > _FEW_DAYS
    ):
        return None
    return other_day(held, named, best, (best.on,) if best.on else (), day)


def _days_off(known: Known, day: date) -> int:
    """Return how many days lie between; a day of another year is the same day misdated."""
    if known.on is None or (known.on.month, known.on.day) == (day.month, day.day):
        return 0
    return abs((known.on - day).days)


def _meant(held: Held, said: Said, name: str) -> tuple[Known, ...]:
    """Return the entries that a phrase can speak of."""
    record = held.record
    if name == "bought":
        case = record.case
        what = stems_of(case.purchase.what, held.words.common) if case.purchase else frozenset()
        is_it = what & said.stems or held.words.more["bought-it"].search(said.text)
        bought = (one for one in record.entries if one.kind == "open" or _is(one, "contract"))
        return tuple(bought) if is_it else ()
    if name == "delivered":
        return tuple(one for one in record.of_kind("event") if _is(one, "delivered", "installed"))
    if name == "wrote":
        sent = record.of_kind("letter")
        out = [
            one
            for one in record.of_kind("contact")
            if getattr(one.source, "direction", "") == "out"
        ]
        return (*sent, *out) if sent else ()
    if name == "last":
        return _latest(record)
    if name == "met":
        return record.of_kind("contact")
    return record.of_kind(name)


def _is(known: Known, *kinds: str) -> bool:
    return getattr(known.source, "kind", "") in kinds and known.kind == "event"


def _due(held: Held, said: Said, named: Named, day: date) -> Remark | None:
    """Return the remark on the day of a promise that the sentence knows by what it set."""
    set_ = {one for until in said.untils for one in until.days}
    if not held.words.more["promising"].search(said.text) or len(said.owns) != 1 or said.people:
        return None
    made = [
        one for one in held.record.of_kind("contact", "offer") if not set_.isdisjoint(one.until)
    ]
    if len(made) != 1 or not held.words.more["then-promised"].match(held.letter.text, named.end):
        return None
    return _framed(held, said, named, day, made)


def _latest(record: Record) -> tuple[Known, ...]:
    """Return the last contact in which the person raised the matter, and what came after it."""
    rows = sorted(
        record.of_kind("letter", "contact"), key=lambda one: (one.on or date.min, one.seq)
    )
    last = max((at for at, one in enumerate(rows) if is_raised(one)), default=0)
    return tuple(rows[last:])


def _promised(held: Held, said: Said, named: Named, day: date) -> Remark | None:
    """Return the remark on the day of a promise, an offer or a letter that set another one."""
    text = held.letter.text[said.where.start : named.start]
    is_before = text.rstrip().casefold().endswith(("before", "before the"))
    if is_before or not held.words.more["promising"].search(text):
        return None
    meant = _setting(held, said, named)
    if not meant or any(one in known.days for known in meant for one in named.days):
        return None
    known = meant[-1]
    if not said.people and _is_of_another(held, said, named, known):
        return None  # then it is the day of the promise that is wrong
    return other_day(held, named, known, _due_days(held, said, known), day)


def _is_of_another(held: Held, said: Said, named: Named, known: Known) -> bool:
    """Whether another entry set the day, in words that are more like those of the sentence."""
    points = special(said, known, held.record, without="days")
    return any(
        special(said, one, held.record, without="days") > points
        for one in held.record.entries
        if one is not known and any(day in one.until for day in named.days)
    )


def _due_days(held: Held, said: Said, known: Known) -> tuple[date, ...]:
    """Return the days that an entry set; of several promises the one told in the same words."""
    promises = known.source.promises if isinstance(known.source, Encounter) else ()
    told = [
        (len(said.stems & stems_of(one.what, held.words.common)), (one.moved_to, one.by))
        for one in promises
        if one.by
    ]
    most = max((shared for shared, _ in told), default=0)
    days = [day for shared, set_ in told if shared == most for day in set_ if day]
    return tuple(days) or known.until


def _setting(held: Held, said: Said, named: Named) -> list[Known]:
    """Return the entries that can have set a day: of the person or the day named last before it."""
    record = held.record
    people = [one for one in said.people if one.end <= named.start and one.entries]
    days = [one for one in said.owns if one.end <= named.start]
    setting = [one for one in record.entries if one.until]
    if not people and not days and said.before:
        if any(day in one.until for one in setting for day in named.days):
            return []  # “you promised” can speak of another contact than the sentence before
        people = [one for one in said.before.people if one.entries]
        days = list(said.before.owns)
    days = days or list(said.owns)
    on_day = [one for one in setting if days and any(map(one.is_on, days[-1].days))]
    if people:
        theirs = [one for one in setting if one in people[-1].entries]
        return [one for one in theirs if one in on_day] or [*theirs, *on_day]
    if on_day:
        return on_day
    offers = [one for one in record.of_kind("offer") if one.until]
    is_offer = held.words.more["open-until"].search(said.text)
    return offers if is_offer and len(offers) == 1 else []


def _in_row(held: Held, said: Said, named: Named) -> Remark | None:
    """Return the remark on the day of a row whose other facts are those of another entry."""
    if any(not one.entries for one in said.people):
        return None  # the unknown name is told of instead
    is_first = named.start - said.where.start <= _BEGINNING
    if not is_first or " - " in said.text or not held.record.knows(named.days):
        return None
    there = [one for one in held.record.entries if any(map(one.is_on, named.days))]
    if any(special(said, one, held.record) >= SURE for one in there):
        return None
    ranked = scored(said, held.record, without="days")
    dated = [(points, one) for points, one in ranked if one.on and one.kind != "open"]
    if not dated or dated[0][0] < _ROW_LEAST:
        return None
    points, best = dated[0]
    most = max((score for score, one in dated if one in there), default=0.0)
    if best in there or most > points - _ROW_LEAD:
        return None
    if is_told_elsewhere(held, said, best):
        return None
    return other_day(held, named, best, (best.on,) if best.on else ())


def other_day(
    held: Held, named: Named, known: Known, days: Iterable[date], day: date | None = None
) -> Remark:
    """Return the remark that an entry has another day than the letter."""
    said = day or named.days[0]
    right = nearest(days, said)
    key = "until" if right in known.until else "day"
    if known.kind == "open" and right != known.on:
        key = "told"
    reason = held.words.reasons[key].format(
        what=what_of(held.words, known),
        known=plain_date(right),
        entry=known.seq,
        said=plain_date(said),
    )
    new = written_like(held.letter.text, named, right)
    return held.contradicted(named.start, named.end, reason, new, known)
