"""What should a person look at before a letter goes out?"""

from datetime import date

from complaintkit.model.case import Case
from complaintkit.model.letter import Letter
from complaintkit.rules.draft_check import draft_findings
from complaintkit.rules.sentences import quoted


def look_over(
    letter: Letter, case: Case, *, today: date | None, person: str = "", with_length: bool = True
) -> tuple[str, ...]:
    """Return what the checks find as sentences; none is the usual answer.

    `today` None: whether the date to answer by has passed is told elsewhere.
    """
    from complaintkit.render.editable import editable
    from complaintkit.render.letter_runs import all_runs, body_runs
    from complaintkit.render.text import plain
    from complaintkit.tasks.checked import wording_notes

    whole = "\n".join(run.text for run in (*letter.sender, letter.dated, *letter.recipient))
    small = tuple(
        draft_findings(
            f"{whole}\n{plain(all_runs(letter))}",
            body=plain(body_runs(letter)) if with_length else "",
            kind=letter.kind,
            answer_by=letter.answer_by,
            today=today,
            company=case.company.name,
            person=person,
        )
    )
    wording = tuple(wording_notes(editable(letter), kind=letter.kind, case=case, today=today))
    if not wording:
        return small
    fix = f"`complaintkit check --case {quoted(case.name)} --fix`"
    return (*small, *wording, f"To put other words in, one at a time: {fix}")
