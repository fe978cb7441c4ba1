"""Which “never”, “nobody” and “always” of a letter does the log contradict?

Judged only where a sentence means the whole dispute: one with a day, a name, or words such as
“after” or “until” may speak of a part of it, and is passed over.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from complaintkit.model.case import SentLetter
from complaintkit.model.encounter import Channel, Direction, Encounter
from complaintkit.model.review import Remark
from complaintkit.rules.check.claims.anchor import Held, Said
from complaintkit.rules.check.claims.numbers import times
from complaintkit.rules.check.claims.record import Known
from complaintkit.rules.check.claims.told import numbered, what_of
from complaintkit.rules.sentences import plain_date
from complaintkit.rules.words import plain_word

_DELIVERED = ("delivered", "installed")
_ANSWERS = (
    Channel.EMAIL,
    Channel.LETTER,
    Channel.CHAT,
    Channel.PHONE,
    Channel.VISIT,
    Channel.SOCIAL,
)
_UNITS = {"day": 1, "daily": 1, "morning": 1, "week": 7, "weekly": 7, "month": 30, "monthly": 30}
_LEAST_UNITS = 3
_SHARE = 0.6


def never_remarks(held: Held) -> Iterator[Remark]:
    """Yield a remark for each sweeping sentence that an entry contradicts."""
    for said in held.statements:
        if said.where.is_row or said.where.is_head:
            continue
        remark = _never(held, said) or _often(held, said)
        if remark:
            yield remark


def _never(held: Held, said: Said) -> Remark | None:
    if said.words.isdisjoint(held.words.gates["never"]) or _is_partly(held, said):
        return None
    for name, found in held.words.never.items():
        if said.words.isdisjoint(held.words.gates[name]):
            continue
        match = found.search(said.text)
        if not match:
            continue
        known = _FINDERS[name](held, said)
        start, end = said.where.start + match.start(), said.where.start + match.end()
        if known is None or held.is_quoted(start) or _is_of_part(held, match[0]):
            continue
        reason = held.words.reasons[_REASONS.get(name, name)].format(
            what=what_of(held.words, known),
            known=plain_date(known.on or held.record.today),
            entry=known.seq,
            reference=known.reference,
        )
        return held.advised(start, end, reason, held.words.advice["leave"], known)
    return None


def _is_of_part(held: Held, text: str) -> bool:
    """Whether “nobody” is said of a branch or a department, and not of the company."""
    found = held.words.more["placed"].search(text)
    if not found:
        return False
    company = {plain_word(word) for word in held.record.case.company.name.split()}
    company.update(("the", "your", "company", "you"))
    return not company.issuperset(plain_word(word) for word in found["place"].split())


def _is_partly(held: Held, said: Said) -> bool:
    """Whether a sentence can mean a part of the dispute."""
    return bool(said.days or said.people or held.words.more["partly"].search(said.text))


def _incoming(held: Held, *channels: Channel) -> list[Encounter]:
    """Return what came from the company by these ways after the person first was in touch."""
    case = held.record.case
    begun = [met.moment.on for met in case.encounters if met.direction is Direction.OUT]
    begun += [sent.sent_on for sent in case.letters]
    first = min(begun, default=held.record.today)
    return [
        met
        for met in case.encounters
        if met.direction is Direction.IN
        and met.reached
        and met.channel in channels
        and met.moment.on >= first
    ]


def _called_back(held: Held, said: Said) -> Known | None:
    """Return a call of the company, unless a call was promised after it and may be meant."""
    calls = _incoming(held, Channel.PHONE)
    if not calls:
        return None
    last = calls[-1].moment.on
    promised = [
        met
        for met in held.record.case.encounters
        for promise in met.promises
        if "call" in promise.what.casefold() and not promise.kept and met.moment.on >= last
    ]
    return None if promised else held.record.numbered(calls[-1].seq)


def _answered(held: Held, said: Said) -> Known | None:
    """Return an answer of the company that came after all that was sent to it."""
    answers = _incoming(held, *_ANSWERS)
    if not answers:
        return None
    case = held.record.case
    is_sweeping = bool(held.words.more["sweeping"].search(said.text))
    sent = [one.sent_on for one in case.letters]
    sent += [met.moment.on for met in case.encounters if met.direction is Direction.OUT]
    last = answers[-1]
    if not is_sweeping and last.moment.on <= max(sent, default=date.min):
        return None
    written = [one for one in answers if one.channel is not Channel.VISIT]
    return held.record.numbered(written[-1].seq) if written else None


def _reached(held: Held, said: Said) -> Known | None:
    """Return a call of the person that reached somebody."""
    calls = [
        met
        for met in held.record.case.encounters
        if met.channel is Channel.PHONE and met.direction is Direction.OUT and met.reached
    ]
    return held.record.numbered(calls[-1].seq) if calls else None


def _referred(held: Held, said: Said) -> Known | None:
    """Return a contact that brought a reference."""
    return next((one for one in held.record.of_kind("contact") if one.reference), None)


def _e_mailed(held: Held, said: Said) -> Known | None:
    """Return an e-mail of the company."""
    mails = _incoming(held, Channel.EMAIL)
    return held.record.numbered(mails[-1].seq) if mails else None


def _came(held: Held, said: Said) -> Known | None:
    """Return a visit of somebody whom the statement names by the role."""
    visits = _incoming(held, Channel.VISIT)
    came = [one for one in held.record.entries if one.source in visits and one.role]
    return next((one for one in came if one.role.casefold() in said.text.casefold()), None)


def _delivered(held: Held, said: Said) -> Known | None:
    """Return the delivery, where nothing else can be what did not come."""
    events = [event for event in held.record.case.events if event.kind in _DELIVERED]
    return held.record.numbered(events[-1].seq) if len(events) == 1 else None


def _kept(held: Held, said: Said) -> Known | None:
    return _with_promise(held, is_kept=True)


def _broken(held: Held, said: Said) -> Known | None:
    return _with_promise(held, is_kept=False)


def _with_promise(held: Held, *, is_kept: bool) -> Known | None:
    for met in held.record.case.encounters:
        if any(promise.kept is is_kept for promise in met.promises):
            return held.record.numbered(met.seq)
    return None


_FINDERS = {
    "no-call": _called_back,
    "no-answer": _answered,
    "no-reach": _reached,
    "no-reference": _referred,
    "no-delivery": _delivered,
    "no-email": _e_mailed,
    "no-engineer": _came,
    "none-kept": _kept,
    "all-kept": _broken,
}
_REASONS = {
    **dict.fromkeys(("no-call", "no-answer", "no-delivery", "no-email", "no-engineer"), "there"),
    "none-kept": "kept",
    "all-kept": "broken",
}


def _often(held: Held, said: Said) -> Remark | None:
    """Return the remark on “every day”, where the log has far fewer contacts."""
    if said.words.isdisjoint(held.words.gates["every"]):
        return None
    match = held.words.counting["every"].search(said.text)
    if not match or held.words.more["partly"].search(said.text.replace(match["every"], "")):
        return None
    unit = next(days for word, days in _UNITS.items() if word in match["every"].casefold())
    rows = _contacts(held, said)
    if not rows:
        return None
    days = sorted({_day(row) for row in rows})
    span = (held.record.today - days[0]).days
    if span // unit < _LEAST_UNITS or len(days) >= _SHARE * (span // unit):
        return None
    known = held.record.numbered(rows[-1].seq)
    start, end = (said.where.start + place for place in match.span("every"))
    reason = held.words.reasons["every"].format(
        number=len(rows),
        entries=numbered([row.seq for row in rows]),
        since=plain_date(days[0]),
        said=" ".join(match["every"].split()),
    )
    return held.contradicted(start, end, reason, times(len(rows)), known)


def _contacts(held: Held, said: Said) -> Sequence[Encounter | SentLetter]:
    """Return what the person did, by the way that the sentence names."""
    case = held.record.case
    rows: list[Encounter | SentLetter] = [
        met for met in case.encounters if met.direction is Direction.OUT
    ]
    if "phone" in said.channels:
        rows = [row for row in rows if isinstance(row, Encounter) and row.channel is Channel.PHONE]
    else:
        rows += case.letters
    since = [day for one in said.days for day in one.days if day <= held.record.today]
    if since:
        rows = [row for row in rows if _day(row) >= max(since) - timedelta(days=1)]
    return sorted(rows, key=lambda row: (_day(row), row.seq))


def _day(row: Encounter | SentLetter) -> date:
    return row.sent_on if isinstance(row, SentLetter) else row.moment.on
