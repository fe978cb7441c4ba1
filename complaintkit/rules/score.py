"""How quickly, efficiently and consistently did the company deal with it, and what did it cost?

The three measures are those of the source article on the stages of service ([SA-stages]);
satisfaction before and after is the recovery of [SA-modes] (facts/letters.md, section 5).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from complaintkit.model.case import Case, Cost, Outcome
from complaintkit.model.encounter import Channel, Direction, Encounter
from complaintkit.model.money import Money
from complaintkit.model.score import (
    CaseScore,
    Efficiently,
    Felt,
    Lost,
    Noted,
    Promises,
    Quickly,
    TagCount,
)
from complaintkit.model.standing import PromiseState
from complaintkit.rules.letter_focus import by_day
from complaintkit.rules.moves import is_ours, is_reply, is_theirs, is_written_by_us, on_day
from complaintkit.rules.moves import moves as moves_of
from complaintkit.rules.promises import ledger

SETTLED = ("resolved", "part")
CONTRADICTING = frozenset({"denies-contact", "contradiction", "contradicts", "contradicted"})
TRANSFERRED = frozenset({"transferred", "transfer", "passed-on", "ping-pong"})
HOLD = "on-hold"
_HELD = re.compile(r"(?:on-)?hold(?:-([0-9]{1,4})-minutes?)?")


def score_case(case: Case, *, today: date) -> CaseScore:
    """Return the scorecard of one case."""
    outcome, costs = case.outcome, tuple(_lost(cost) for cost in case.costs)
    got = (outcome.amount,) if outcome and outcome.amount else ()
    return CaseScore(
        name=case.name,
        company=case.company.name,
        title=case.title,
        result=outcome.result if outcome else "",
        quickly=quickly(case, today=today),
        efficiently=efficiently(case),
        promises=promises_in(case, today=today),
        contradictions=tuple(_contradictions(case.encounters)),
        costs=costs,
        money_lost=added_up(cost.amount for cost in costs),
        minutes_lost=sum(cost.minutes or 0 for cost in costs),
        asked_for=case.resolution.amount,
        got_back=added_up(got),
        moved_by=outcome.moved_by if outcome else "",
        felt=_felt(outcome),
        tags=_tags(case.encounters),
    )


def quickly(case: Case, *, today: date) -> Quickly:
    """Return how long the company took, in calendar days.

    The complaint begins on the first day on which the person turned to the company: by a
    contact of their own, also one that reached nobody, or by a letter that asks for an answer.
    The first reply is the first of these, from there on: a call, a visit or a chat in which
    somebody was reached (answered the same day); a contact that the company began; an offer;
    a final answer noted as an event. The reply in writing counts from the first letter or
    written message, and only what came from the company then counts. The end is the closing,
    and a resolution one with the outcome resolved or part.
    """
    moves = moves_of(case)
    begun = next((place for place, move in enumerate(moves) if is_ours(move)), None)
    written = next((place for place, move in enumerate(moves) if is_written_by_us(move)), None)
    outcome = case.outcome
    settled_on = outcome.closed_on if outcome and outcome.result in SETTLED else None
    if begun is None:
        return Quickly(closed_on=outcome.closed_on if outcome else None)
    start = on_day(moves[begun])
    replied = next((on_day(move) for move in moves[begun:] if is_reply(move)), None)
    sent = None if written is None else on_day(moves[written])
    answered = None
    if written is not None:
        answered = next((on_day(move) for move in moves[written:] if is_theirs(move)), None)
    return Quickly(
        complained_on=start,
        replied_on=replied,
        days_to_reply=_days(start, replied),
        written_on=sent,
        written_reply_on=answered,
        days_to_written_reply=_days(sent, answered),
        closed_on=outcome.closed_on if outcome else None,
        days_to_resolution=_days(start, settled_on),
        days_open=_days(start, outcome.closed_on if outcome else today),
    )


def efficiently(case: Case) -> Efficiently:
    """Return how many contacts, tries, transfers and minutes it took."""
    met = case.encounters
    tries = [one for one in met if one.direction is Direction.OUT]
    calls = [one for one in met if one.channel is Channel.PHONE]
    return Efficiently(
        contacts=len(met),
        tries=len(tries),
        unreached=sum(not one.reached for one in tries),
        letters=len(case.letters),
        transfers=sum(not TRANSFERRED.isdisjoint(tags_of(one)) for one in met),
        holds=sum(HOLD in tags_of(one) for one in met),
        hold_minutes=sum(_held_for(one) for one in met),
        timed=sum(one.minutes is not None for one in met),
        minutes=_minutes(met),
        call_minutes=_minutes(calls),
        lost_call_minutes=_minutes(one for one in calls if not one.reached),
    )


def promises_in(case: Case, *, today: date) -> Promises:
    """Return how many promises were made, and what became of them."""
    closed_on = case.outcome.closed_on if case.outcome else None
    lines = ledger(case.encounters, today=today, closed_on=closed_on)
    states = Counter(line.state for line in lines)
    return Promises(
        made=len(lines),
        kept=states[PromiseState.KEPT],
        broken=states[PromiseState.BROKEN],
        still_open=states[PromiseState.OPEN] + states[PromiseState.UNDATED],
        lapsed=states[PromiseState.LAPSED],
    )


def added_up(amounts: Iterable[Money | None]) -> tuple[Money, ...]:
    """Return the sum in each currency, by its code; currencies are never mixed."""
    sums: dict[str, Money] = {}
    for money in amounts:
        if money is None:
            continue
        before = sums.get(money.currency)
        total = money.amount + before.amount if before else money.amount
        sums[money.currency] = Money(amount=total, currency=money.currency)
    return tuple(sums[code] for code in sorted(sums))


def counted_tags(tags: Iterable[TagCount]) -> tuple[TagCount, ...]:
    """Return the tags with their counts added up, the most frequent first."""
    counts: Counter[str] = Counter()
    for one in tags:
        counts[one.tag] += one.contacts
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(TagCount(tag=tag, contacts=count) for tag, count in ordered)


def tags_of(met: Encounter) -> frozenset[str]:
    """Return the tags of a contact in one spelling: “Denies contact” is “denies-contact”.

    How long a hold was, “on hold 20 minutes”, is no part of the tag.
    """
    spelled = ("-".join(tag.casefold().split()) for tag in met.tags)
    return frozenset(HOLD if _HELD.fullmatch(tag) else tag for tag in spelled if tag)


def _held_for(met: Encounter) -> int:
    """Return the minutes on hold that the tags of a contact name."""
    found = (_HELD.fullmatch("-".join(tag.casefold().split())) for tag in met.tags)
    return sum(int(one[1] or 0) for one in found if one)


def _days(start: date | None, end: date | None) -> int | None:
    """Return the days between; one that a claimed date puts before the start counts none."""
    return None if start is None or end is None else max(0, (end - start).days)


def _minutes(met: Iterable[Encounter]) -> int:
    return sum(one.minutes or 0 for one in met)


def _contradictions(encounters: Iterable[Encounter]) -> Iterator[Noted]:
    """Yield the contacts tagged as contradicting; nothing is guessed from their words."""
    for met in sorted(encounters, key=by_day):
        for tag in sorted(CONTRADICTING & tags_of(met)):
            spoke = met.representative
            who = (spoke.name or spoke.role) if spoke else ""
            yield Noted(seq=met.seq, on=met.moment.on, who=who, tag=tag)
            break


def _lost(cost: Cost) -> Lost:
    return Lost(seq=cost.seq, on=cost.on, what=cost.what, amount=cost.amount, minutes=cost.minutes)


def _felt(outcome: Outcome | None) -> Felt:
    if outcome is None:
        return Felt()
    return Felt(
        before=outcome.satisfaction_before,
        after=outcome.satisfaction_after,
        fair=outcome.fair,
        heard=outcome.heard,
        addressed=outcome.addressed,
        integrity=outcome.integrity,
        honesty=outcome.honesty,
        manner=outcome.manner,
    )


def _tags(encounters: Iterable[Encounter]) -> tuple[TagCount, ...]:
    found = (tag for met in encounters for tag in tags_of(met))
    return counted_tags(TagCount(tag=tag, contacts=1) for tag in found)
