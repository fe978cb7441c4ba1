"""How did a company do over all the cases one had with it, and what does the picture show?"""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import TypeVar

from complaintkit.model.case import Case, Offer, SentLetter
from complaintkit.model.encounter import Direction, Encounter
from complaintkit.model.moment import Precision
from complaintkit.model.score import (
    CaseScore,
    Efficiently,
    Passage,
    PromiseMark,
    Promises,
    Scorecard,
    Share,
    Together,
)
from complaintkit.rules.letter_focus import by_day
from complaintkit.rules.promises import promise_state
from complaintkit.rules.score import added_up, counted_tags

Counts = TypeVar("Counts", Efficiently, Promises)
_Move = Encounter | SentLetter | Offer


def scorecard(company: str, scores: Sequence[CaseScore]) -> Scorecard:
    """Return how a company did, case by case and together."""
    return Scorecard(company=company, cases=tuple(scores), together=_together(scores))


def _together(scores: Sequence[CaseScore]) -> Together:
    results = [score.result for score in scores]
    felt = [score.felt for score in scores]
    return Together(
        cases=len(scores),
        still_open=results.count(""),
        resolved=results.count("resolved"),
        in_part=results.count("part"),
        not_resolved=results.count("not"),
        days_to_reply=_known(score.quickly.days_to_reply for score in scores),
        days_to_written_reply=_known(score.quickly.days_to_written_reply for score in scores),
        days_to_resolution=_known(score.quickly.days_to_resolution for score in scores),
        efficiently=_sum(Efficiently(), [score.efficiently for score in scores]),
        promises=_sum(Promises(), [score.promises for score in scores]),
        contradictions=sum(len(score.contradictions) for score in scores),
        money_lost=added_up(money for score in scores for money in score.money_lost),
        minutes_lost=sum(score.minutes_lost for score in scores),
        got_back=added_up(money for score in scores for money in score.got_back),
        content=tuple(
            (one.before, one.after)
            for one in felt
            if one.before is not None and one.after is not None
        ),
        fair=_share(one.fair for one in felt),
        heard=_share(one.heard for one in felt),
        addressed=_share(one.addressed for one in felt),
        integrity=_known(one.integrity for one in felt),
        honesty=_known(one.honesty for one in felt),
        manner=_known(one.manner for one in felt),
        tags=counted_tags(tag for score in scores for tag in score.tags),
    )


def _known(figures: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(sorted(figure for figure in figures if figure is not None))


def _share(answers: Iterable[bool | None]) -> Share:
    known = [answer for answer in answers if answer is not None]
    return Share(count=sum(known), of=len(known))


def _sum(zero: Counts, counts: Sequence[Counts]) -> Counts:
    names = [field.name for field in fields(zero)]
    return replace(zero, **{name: sum(getattr(one, name) for one in counts) for name in names})


def passages(case: Case, *, today: date) -> tuple[Passage, ...]:
    """Return what passed between the two sides, with the days between, and how it ends.

    Within a day an offer follows the contact in which it came, and the end is last.
    """
    moves: list[_Move] = [*case.encounters, *case.letters, *case.offers]
    found = [_passage(move, case, today=today) for move in sorted(moves, key=by_day)]
    outcome = case.outcome
    end = outcome.closed_on if outcome else today
    kind = "closed" if outcome else "today"
    found.append(Passage(kind=kind, on=end, what=outcome.result if outcome else ""))
    found.sort(key=lambda one: (one.on, one.kind == kind, one.kind == "offer"))
    first, *later = found
    return (
        first,
        *(
            replace(one, days=max(0, (one.on - before.on).days))
            for before, one in zip(found, later, strict=False)
        ),
    )


def _passage(move: _Move, case: Case, *, today: date) -> Passage:
    if isinstance(move, SentLetter):
        return Passage(kind="letter", on=move.sent_on, way="out", medium=move.via, what=move.kind)
    if isinstance(move, Offer):
        return Passage(kind="offer", on=move.on, way="in", what=move.what)
    spoke, precision = move.representative, move.moment.precision
    closed_on = case.outcome.closed_on if case.outcome else None
    return Passage(
        kind="contact",
        on=move.moment.on,
        way="in" if move.direction is Direction.IN else "out",
        medium=move.medium or str(move.channel),
        who=", ".join(filter(None, (spoke.name, spoke.role))) if spoke else "",
        reached=move.reached,
        minutes=move.minutes,
        is_about=precision is Precision.ABOUT,
        is_month=precision is Precision.MONTH,
        promises=tuple(
            PromiseMark(
                state=promise_state(promise, today=today, closed_on=closed_on),
                what=promise.what,
                by=promise.by,
            )
            for promise in move.promises
        ),
    )
