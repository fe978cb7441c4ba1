"""Where does each case stand, and what is the next step?"""

from dataclasses import dataclass
from datetime import date

from complaintkit.model.reference import Step
from complaintkit.model.standing import Standing
from complaintkit.model.summary import Summary
from complaintkit.rules.standing import standing, urgency
from complaintkit.rules.summary_json import summary_from_json
from complaintkit.rules.unsent import Unsent, did_it_go_out
from complaintkit.store import reference, shelf
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.cases import find_case


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseToday:
    """One case, its standing today, the step it is on, and letters written but not sent.

    `ask_unsent` is the question whether those letters went out, from the day after writing.
    """

    summary: Summary
    standing: Standing
    step: Step
    unsent: tuple[Unsent, ...] = ()
    ask_unsent: str = ""


def today_in(log: Log, *, today: date, only_open: bool = True) -> list[CaseToday]:
    """Return every open case, the most urgent first."""
    guide = reference.load_guide()
    steps = {step.id: step for step in guide.steps}
    unsent = shelf.unsent_letters(log)
    told = []
    for row in log.cases(only_open=only_open):
        summary = _summary(log, row)
        stands = standing(summary, today=today, guide=guide)
        letters = unsent.get(row.case_id, ())
        told.append(
            CaseToday(
                summary=summary,
                standing=stands,
                step=steps[stands.step_id],
                unsent=letters,
                ask_unsent=did_it_go_out(letters, case=summary.name, today=today),
            )
        )
    return sorted(told, key=lambda one: (urgency(one.standing), one.summary.name))


def next_step(log: Log, case: str | None, *, today: date) -> CaseToday:
    """Return the next step of one case."""
    row = find_case(log, case)
    guide = reference.load_guide()
    summary = _summary(log, row)
    stands = standing(summary, today=today, guide=guide)
    step = next(step for step in guide.steps if step.id == stands.step_id)
    unsent = shelf.unsent_letters(log).get(row.case_id, ())
    return CaseToday(
        summary=summary,
        standing=stands,
        step=step,
        unsent=unsent,
        ask_unsent=did_it_go_out(unsent, case=summary.name, today=today),
    )


def _summary(log: Log, row: CaseRow) -> Summary:
    """Return the cached summary; where an older complaintkit wrote it, fold the case."""
    summary = summary_from_json(row.summary)
    if summary is None:
        from complaintkit.rules.replay import replay
        from complaintkit.rules.summary import summarise

        summary = summarise(replay(log.entries(row.case_id)), last_seq=row.entries)
    return summary
