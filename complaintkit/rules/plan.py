"""What is the plan of a case, on one page?"""

from collections.abc import Iterator
from datetime import date

from complaintkit.model.plan import Plan, PlanDate, PlanWords
from complaintkit.model.reference import Guide
from complaintkit.model.standing import Standing, StandingState
from complaintkit.model.summary import Summary
from complaintkit.rules.aloud import one_line
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
        dates=tuple(
            sorted(_dates(standing, words, today=today), key=lambda one: one.on or date.max)
        ),
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


def _dates(standing: Standing, words: PlanWords, *, today: date) -> Iterator[PlanDate]:
    """Yield what opens or runs out beside the next step; what has no date comes last."""
    # The clocks of the law and of schemes belong here, each as a row of its own.
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
