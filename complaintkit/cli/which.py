"""Which case is meant, where several could be and somebody can be asked?"""

from complaintkit.cli import ask, settings
from complaintkit.tasks.cases import find_case


def which_case(case: str | None, *, closed: bool = False) -> str | None:
    """Return the case's name, having asked for it where several are open (or closed).

    None leaves it to the task, which knows the only one and refuses where there are more.
    Raises CaseNotFound at once, before anything else is asked.
    """
    now = settings.current()
    if not now.can_ask:
        return case
    if case is None:
        rows = [row for row in now.log.cases() if row.is_open is not closed]
        if len(rows) > 1:
            return rows[ask.choose("Which case is it?", [row.name for row in rows]) - 1].name
    return find_case(now.log, case, closed=closed).name
