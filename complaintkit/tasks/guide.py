"""Where does each case stand, and what is the next step?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

from complaintkit.model.limit import Limit
from complaintkit.model.reference import Point, Step
from complaintkit.model.standing import Standing
from complaintkit.model.summary import Summary
from complaintkit.rules.limit_dates import covers
from complaintkit.rules.standing import standing, urgency
from complaintkit.rules.unsent import Unsent, did_it_go_out
from complaintkit.rules.workdays import DaysOff
from complaintkit.store import reference, shelf
from complaintkit.store.days_off import days_off
from complaintkit.store.journal import CaseRow, Log
from complaintkit.store.limits import limits_in
from complaintkit.store.reference import guide_at
from complaintkit.tasks.cases import find_case
from complaintkit.tasks.summaries import summary_of

if TYPE_CHECKING:
    from complaintkit.model.right import Right


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseToday:
    """One case, its standing today, the step it is on, and letters written but not sent.

    `ask_unsent` is the question whether those letters went out, from the day after writing.
    `rights` may help, if the person can say yes to the question of each; for a single case alone.
    """

    summary: Summary
    standing: Standing
    step: Step
    points: Mapping[str, Point]
    unsent: tuple[Unsent, ...] = ()
    ask_unsent: str = ""
    rights: "tuple[Right, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Every open case, the most urgent first: the first ones in full, the others counted.

    `needs_attention`: something is overdue in one of them, shown or not.
    """

    cases: tuple[CaseToday, ...]
    more: int = 0
    needs_attention: bool = False


def today_in(
    log: Log,
    *,
    today: date,
    only_open: bool = True,
    most: int | None = None,
    all_dates: bool = False,
) -> Today:
    """Return every open case, the most urgent first; `most` of them in full, or all.

    With `all_dates` reminders beyond those that a summary keeps are read from the log.
    """
    known = _Known(today=today)
    ranked = []
    for row in log.cases(only_open=only_open):
        summary = summary_of(log, row, all_dates=all_dates)
        limits, off = known.of(summary)
        rank = urgency(
            summary,
            today=today,
            guide=guide_at(summary.country, summary.region),
            limits=limits,
            off=off,
        )
        ranked.append((rank, summary.name, row.case_id, summary))
    ranked.sort(key=itemgetter(0, 1))
    unsent = shelf.unsent_letters(log)
    shown = ranked if most is None or len(ranked) <= most + 1 else ranked[:most]
    cases = tuple(
        known.case_today(summary, unsent.get(case_id, ())) for _, _, case_id, summary in shown
    )
    wants = any(rank.wants_attention for rank, *_ in ranked)
    return Today(cases=cases, more=len(ranked) - len(cases), needs_attention=wants)


def next_step(log: Log, case: str | None, *, today: date, all_dates: bool = False) -> CaseToday:
    """Return the next step of one case; `all_dates` as in `today_in`."""
    row = find_case(log, case)
    unsent = shelf.unsent_letters(log).get(row.case_id, ())
    found = _Known(today=today).case_today(summary_of(log, row, all_dates=all_dates), unsent)
    return replace(found, rights=_rights(found.summary, today) if found.summary.is_open else ())


def _rights(summary: Summary, today: date) -> "tuple[Right, ...]":
    from complaintkit.rules.rights import may_help
    from complaintkit.store.rights import load_rights

    return may_help(summary, load_rights(), today=today)


def as_if_open(log: Log, rows: Iterable[CaseRow], *, today: date) -> Iterator[CaseToday]:
    """Yield where cases stand, with all their dates; a closed one as if it were still open."""
    known = _Known(today=today)
    for row in rows:
        summary = summary_of(log, row, all_dates=True)
        yield known.case_today(replace(summary, is_open=True), ())


class _Known:
    """What is known beforehand on a day, with the limits and days off of each place at hand."""

    def __init__(self, *, today: date) -> None:
        self.today = today
        self.guide = reference.load_guide()
        self._places: dict[tuple[str, str, str], tuple[tuple[Limit, ...], DaysOff]] = {}

    def of(self, summary: Summary) -> tuple[tuple[Limit, ...], DaysOff]:
        """Return the limits that may hold for a case, and the days off where the person lives."""
        place = (summary.country, summary.region, summary.sector)
        if place not in self._places:
            limits = tuple(one for one in limits_in(summary.country) if covers(one, *place))
            self._places[place] = limits, days_off(summary.country, summary.region)
        return self._places[place]

    def case_today(self, summary: Summary, unsent: tuple[Unsent, ...]) -> CaseToday:
        """Return a case with its standing in words."""
        limits, off = self.of(summary)
        guide = guide_at(summary.country, summary.region)
        stands = standing(summary, today=self.today, guide=guide, limits=limits, off=off)
        return CaseToday(
            summary=summary,
            standing=stands,
            step=self.guide.step(stands.step_id),
            points=self.guide.points,
            unsent=unsent,
            ask_unsent=did_it_go_out(unsent, case=summary.name, today=self.today),
        )
