"""What is the plan of a case, on one page?"""

from collections.abc import Iterator
from datetime import date

from complaintkit.model.clock import ClockState, Whose
from complaintkit.model.plan import Plan, PlanDate, PlanWords
from complaintkit.model.reference import Guide
from complaintkit.model.standing import Standing, StandingState
from complaintkit.model.summary import Summary
from complaintkit.rules.aloud import one_line
from complaintkit.rules.limit_clocks import without_days
from complaintkit.rules.sentences import plain_date


def plan(
    summary: Summary, standing: Standing, *, today: date, guide: Guide, words: PlanWords
) -> Plan:
    """Return where a case stands, the next step, what runs out and what comes after."""
    step = guide.step(standing.step_id)
    after = [step.move_on] if step.move_on else []
    if standing.next_step_id:
        title = guide.step(standing.next_step_id).title
        after.append(words["after_step"].format(title=title))
    return Plan(
        case=summary.name,
        company=one_line(summary.company),
        title=one_line(summary.title),
        made_on=today,
        stands=standing.headline,
        action=standing.action,
        due=_due(standing, words),
        why=standing.why,
        do=step.do,
        do_not=step.do_not,
        dates=_dates(standing, words, today=today),
        after=tuple(after),
    )


def _due(standing: Standing, words: PlanWords) -> str:
    if standing.due is None or standing.state is StandingState.CLOSED:
        return ""
    waits = standing.state in (StandingState.WAITING, StandingState.AGREED)
    is_past = standing.days_left is not None and standing.days_left < 0
    is_today = standing.days_left == 0
    key = "was_due" if is_past else "until" if waits else "today" if is_today else "by"
    due = plain_date(standing.due)
    return "" if due in standing.action and not is_past else words[key].format(due=due)


def _dates(standing: Standing, words: PlanWords, *, today: date) -> tuple[PlanDate, ...]:
    """Return what runs out, by its day; then who may be asked; then what nobody can count."""
    running = sorted(_running(standing, words), key=_by_day)
    beside = sorted(_beside(standing, words, today=today), key=_by_day)
    return (*running, *beside, *_uncounted(standing, words))


def _by_day(one: PlanDate) -> date:
    return one.on or date.max


def _running(standing: Standing, words: PlanWords) -> Iterator[PlanDate]:
    """Yield the clocks still to come, without the days left: a printed page grows old."""
    for clock in standing.clocks:
        if clock.is_running and clock.last_day and clock.whose is not Whose.OPENS:
            when = words["at_latest"].format(on=plain_date(clock.last_day))
            yield PlanDate(when=when, what=without_days(clock), on=clock.last_day)


def _uncounted(standing: Standing, words: PlanWords) -> Iterator[PlanDate]:
    for clock in standing.clocks:
        if clock.whose is Whose.YOURS and clock.state is ClockState.ASK:
            yield PlanDate(when=words["ask"], what=clock.sentence)


def _beside(standing: Standing, words: PlanWords, *, today: date) -> Iterator[PlanDate]:
    """Yield the bodies outside the company, and from when on they may be asked."""
    for way in standing.outside:
        if way.refer_by:
            when, on = words["at_latest"].format(on=plain_date(way.refer_by)), way.refer_by
        elif way.open_from and way.open_from <= today:
            when, on = words["now"], way.open_from
        elif way.open_from:
            when, on = words["from"].format(on=plain_date(way.open_from)), way.open_from
        else:
            when, on = words["ask"], None
        yield PlanDate(when=when, what=way.sentence, on=on)
