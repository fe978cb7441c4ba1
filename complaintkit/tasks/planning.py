"""How does the plan of a case come onto paper?"""

from datetime import datetime
from pathlib import Path

from complaintkit.errors import CannotWrite
from complaintkit.rules.plan import plan
from complaintkit.rules.sentences import quoted
from complaintkit.store.journal import Log
from complaintkit.store.reference import load_guide
from complaintkit.store.talk_words import load_plan_words
from complaintkit.tasks.guide import CaseToday
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.sheets import Sheet, no_page, paper_of, put


def print_plan(
    log: Log, found: CaseToday, *, now: datetime, target: Path | None, to_stdout: bool = False
) -> Sheet:
    """Write the plan of a case on one page, to hang up.

    Raises CannotWrite where no page can be made, or the file cannot be placed.
    """
    from complaintkit.render.plan_sheet import plan_pdf

    name, words = found.summary.name, load_plan_words()
    made = plan(found.summary, found.standing, today=now.date(), guide=load_guide(), words=words)
    paper = paper_of(load_case(log, name).case)
    try:
        content = plan_pdf(made, words, paper=paper)
    except CannotWrite as problem:
        raise no_page(problem, f"complaintkit next {quoted(name)}") from problem
    return put(log, name, f"plan-{now.date()}.pdf", content, target=target, to_stdout=to_stdout)
