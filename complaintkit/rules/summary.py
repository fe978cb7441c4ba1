"""What of a case must the guide know, so that no long log is ever replayed for it?

The fold is commutative: the same entries in any order give the same summary. So one
appended entry is added in a moment, and the result is what the whole log would give.
Corrections, retractions, promise marks and reopening are no plain appends: after them
`summarise` the replayed case again.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from complaintkit.model.encounter import Channel, Direction, Encounter, Promise, Representative
from complaintkit.model.summary import (
    EventSeen,
    LetterOut,
    Move,
    OpenOffer,
    Rung,
    RungTried,
    Summary,
    Unkept,
)
from complaintkit.rules.ladder import (
    LETTER_RUNGS,
    NEEDS_NO_ANSWER,
    REFUSALS,
    REPLIES,
    TO_OTHERS,
    rung_of,
)
from complaintkit.rules.sorting import needs_sorting
from complaintkit.rules.words import shortened

if TYPE_CHECKING:
    from complaintkit.model.case import (
        Case,
        Cost,
        Event,
        Exhibit,
        Note,
        Offer,
        Outcome,
        SentLetter,
    )

    Appended = Encounter | Event | Exhibit | Offer | Cost | Note | SentLetter | Outcome

LETTERS_KEPT = 10
PROMISES_KEPT_EACH_END = 10
UNDATED_KEPT = 5
OFFERS_KEPT = 5
EVENTS_KEPT = 40
_WRITTEN_CHANNELS = frozenset({Channel.EMAIL, Channel.LETTER, Channel.WEB_FORM})
_ACCEPTED = frozenset({"accepted", "accept", "yes"})
_FINAL_EVENTS = frozenset({"final-response", "deadlock"})


def begin(case: "Case") -> Summary:
    """Return the summary of a case of which only the opening counts."""
    bought = case.purchase
    price = bought.price if bought else None
    return Summary(
        case_id=case.id,
        name=case.name,
        title=shortened(case.title),
        company=shortened(case.company.name),
        opened_on=case.opened_on,
        country=shortened(case.country),
        region=shortened(case.region),
        sector=shortened(case.sector),
        head=shortened(case.company.head.name if case.company.head else ""),
        company_country=shortened(case.company.country).upper(),
        has_resolution=bool(case.resolution.want or case.resolution.amount),
        answer_days=case.resolution.answer_days,
        sorting=shortened(case.sorting),
        reopened_on=case.reopened_on,
        needs_sorting=not case.sorting and needs_sorting(f"{case.title} {case.problem}"),
        bought_on=bought.bought_on if bought else None,
        payment=shortened(bought.payment) if bought else "",
        where=shortened(bought.where) if bought else "",
        price=str(price.amount) if price else "",
        currency=price.currency if price else "",
        entries=1,
    )


def summarise(case: "Case", *, last_seq: int = 0) -> Summary:
    """Return the summary of a whole case.

    `last_seq` is the number of the log's last entry; without it, the highest that the
    case still shows (a correction leaves no line of its own in a case).
    """
    summary = begin(case)
    for entry in _entries(case):
        summary = advance(summary, seq=entry.seq, entry=entry)
    from complaintkit.rules.summary_own import with_own_dates

    summary = with_own_dates(summary, case)
    return replace(summary, entries=max(summary.entries, last_seq))


def _entries(case: "Case") -> "Iterable[Appended]":
    yield from case.events
    yield from case.encounters
    yield from case.exhibits
    yield from case.offers
    yield from case.costs
    yield from case.notes
    yield from case.letters
    if case.outcome:
        yield case.outcome


def advance(summary: Summary, *, seq: int, entry: "Appended") -> Summary:
    """Return the summary after one more plain entry."""
    summary = replace(summary, entries=max(summary.entries, seq))
    if isinstance(entry, Encounter):
        return _with_encounter(summary, entry)
    from complaintkit.model.case import Event, Offer, Outcome, SentLetter

    if isinstance(entry, SentLetter):
        return _with_letter(summary, entry)
    if isinstance(entry, Event):
        return _with_event(summary, entry)
    if isinstance(entry, Offer):
        return _with_offer(summary, entry)
    if isinstance(entry, Outcome):
        closed = replace(summary, is_open=False, closed_on=entry.closed_on)
        return replace(closed, result=shortened(entry.result))
    return summary


def _with_encounter(summary: Summary, met: Encounter) -> Summary:
    on = met.moment.on
    is_ours = met.direction is Direction.OUT
    rung = rung_of(met.representative)
    summary = replace(
        summary,
        contacts=summary.contacts + 1,
        last_contact_on=_latest(summary.last_contact_on, on),
        rungs=_tried(summary.rungs, rung, on, reached=met.reached, is_ours=is_ours),
    )
    for promise in met.promises:
        summary = _with_promise(summary, met, promise, rung)
    if not met.reached:
        return summary
    if is_ours:
        summary = _told(summary, on, in_writing=met.channel in _WRITTEN_CHANNELS)
    else:
        summary = replace(summary, last_incoming_on=_latest(summary.last_incoming_on, on))
    tags = [tag.casefold() for tag in met.tags]
    reply = next((tag for tag in tags if tag in REPLIES), "")
    if reply == "final-refusal":
        summary = replace(summary, final_on=_latest(summary.final_on, on))
        summary = _seen(summary, reply, on, met.seq)
    if reply == "agrees":
        summary = _agreed(summary, on, met.promises[0].what if met.promises else "")
    move = Move(
        way="out" if is_ours else "in",
        on=on,
        seq=met.seq,
        rung=rung,
        who=who_spoke(met.representative),
        promised=any(promise.kept is not True for promise in met.promises),
        refused=not REFUSALS.isdisjoint(tags),
        reply=reply,
    )
    return replace(_moved(summary, move), last_reached_on=_latest(summary.last_reached_on, on))


def _with_event(summary: Summary, event: "Event") -> Summary:
    kind = shortened(event.kind)
    if kind == "other":
        return summary
    summary = _seen(summary, kind, event.on, event.seq)
    if kind in _FINAL_EVENTS:
        return replace(summary, final_on=_latest(summary.final_on, event.on))
    return summary


def _seen(summary: Summary, kind: str, on: date, seq: int) -> Summary:
    """Return the summary with the first and the last day of a kind of event."""
    seen = {one.kind: one for one in summary.events}
    known = seen.get(kind)
    first, last = (on, seq), (on, seq)
    if known:
        first = min(first, (known.first_on, known.first_seq))
        last = max(last, (known.last_on, known.last_seq))
    seen[kind] = EventSeen(
        kind=kind, first_on=first[0], first_seq=first[1], last_on=last[0], last_seq=last[1]
    )
    return replace(summary, events=tuple(seen[kind] for kind in sorted(seen)[:EVENTS_KEPT]))


def _with_offer(summary: Summary, offer: "Offer") -> Summary:
    answer = offer.answer.casefold()
    if answer in _ACCEPTED:
        return _agreed(summary, offer.on, offer.what)
    if answer:
        return replace(summary, offer_answered_on=_latest(summary.offer_answered_on, offer.on))
    still_open = OpenOffer(
        seq=offer.seq,
        on=offer.on,
        what=shortened(offer.what),
        expires=offer.expires,
        full_settlement=offer.full_settlement,
    )
    offers = sorted((*summary.offers, still_open), key=lambda one: (one.on, one.seq))
    return replace(summary, offers=tuple(offers[-OFFERS_KEPT:]))


def _with_letter(summary: Summary, sent: "SentLetter") -> Summary:
    kind = shortened(sent.kind)
    out = LetterOut(
        number=sent.number,
        kind=kind,
        seq=sent.seq,
        sent_on=sent.sent_on,
        answer_by=sent.answer_by,
    )
    letters = sorted((*summary.letters, out), key=lambda one: (one.number, one.seq))
    first_sent = dict(summary.first_sent)
    first_sent[kind] = min(sent.sent_on, first_sent.get(kind, sent.sent_on))
    summary = replace(
        summary,
        letters=tuple(letters[-LETTERS_KEPT:]),
        first_sent=tuple((kind, first_sent[kind]) for kind in sorted(first_sent)[:EVENTS_KEPT]),
    )
    if kind == "accept":
        summary = _agreed(summary, sent.sent_on, "")
    if kind in NEEDS_NO_ANSWER or kind in TO_OTHERS:
        return summary
    rung = LETTER_RUNGS.get(kind, Rung.NONE)
    summary = _moved(
        _told(summary, sent.sent_on, in_writing=True),
        Move(way="letter", on=sent.sent_on, seq=sent.seq, rung=rung),
    )
    if rung is Rung.NONE:
        return summary
    written = dict(summary.written)
    written[kind] = max(sent.sent_on, written.get(kind, sent.sent_on))
    return replace(summary, written=tuple(sorted(written.items())))


def _with_promise(summary: Summary, met: Encounter, promise: Promise, rung: Rung) -> Summary:
    if promise.kept:
        on = promise.kept_on or promise.by or met.moment.on
        kept = max((on, shortened(promise.what)), (summary.kept_on or date.min, summary.kept_what))
        return replace(summary, kept_on=kept[0], kept_what=kept[1])
    unkept = Unkept(
        seq=met.seq,
        place=promise.index,
        what=shortened(promise.what),
        who=who_spoke(met.representative),
        made_on=met.moment.on,
        rung=rung,
        due=promise.by,
        broken_on=promise.kept_on or promise.by or met.moment.on if promise.kept is False else None,
    )
    summary = replace(summary, promise_count=summary.promise_count + 1)
    if unkept.due is None:
        undated = sorted((*summary.undated, unkept), key=lambda one: (one.made_on, *_place(one)))
        return replace(summary, undated=tuple(undated[-UNDATED_KEPT:]))
    dated = sorted((*summary.promises, unkept), key=lambda one: (one.due or date.max, *_place(one)))
    if len(dated) > 2 * PROMISES_KEPT_EACH_END:
        dated = dated[:PROMISES_KEPT_EACH_END] + dated[-PROMISES_KEPT_EACH_END:]
    return replace(summary, promises=tuple(dated))


def _place(promise: Unkept) -> tuple[int, int]:
    return promise.seq, promise.place


def _tried(
    rungs: tuple[RungTried, ...], rung: Rung, on: date, *, reached: bool, is_ours: bool
) -> tuple[RungTried, ...]:
    """Return the rungs with one more contact. A call of theirs that was missed is no try."""
    tried = rungs[rung - 1]
    if reached:
        first = min(on, tried.first_on or on)
        tried = tried._replace(first_on=first, last_on=_latest(tried.last_on, on))
    elif is_ours:
        tried = tried._replace(missed=tried.missed + 1, missed_on=_latest(tried.missed_on, on))
    return (*rungs[: rung - 1], tried, *rungs[rung:])


def _told(summary: Summary, on: date, *, in_writing: bool) -> Summary:
    """Return the summary with the first day on which the company was told."""
    told = replace(summary, first_complaint_on=min(on, summary.first_complaint_on or on))
    if not in_writing:
        return told
    return replace(told, first_written_on=min(on, summary.first_written_on or on))


def _agreed(summary: Summary, on: date, what: str) -> Summary:
    latest = max((on, shortened(what)), (summary.agreed_on or date.min, summary.agreed_what))
    return replace(summary, agreed_on=latest[0], agreed_what=latest[1])


def _moved(summary: Summary, move: Move) -> Summary:
    """Return the summary with the later of two moves: by day, within a day as logged."""
    last = summary.last_move
    if last and (last.on, last.seq) > (move.on, move.seq):
        return summary
    return replace(summary, last_move=move)


def who_spoke(representative: Representative | None) -> str:
    """Return a name, else the role, else nothing: never a made-up one."""
    if representative is None:
        return ""
    if representative.name:
        return shortened(representative.name)
    return f"({shortened(representative.role)})" if representative.role else ""


def _latest(known: date | None, on: date) -> date:
    return max(on, known or on)
