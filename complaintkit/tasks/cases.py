"""Which case is meant?"""

from complaintkit.errors import AnswerMissing, CaseNotFound
from complaintkit.store.journal import CaseRow, Log


def find_case(log: Log, name: str | None, *, closed: bool = False) -> CaseRow:
    """Return the case with that name, else the only open one, else the only one.

    `closed` looks for the only closed one instead. Raises CaseNotFound with the near
    names, and AnswerMissing where there are several.
    """
    rows = log.cases()
    if name:
        return _named(rows, name)
    candidates = [row for row in rows if row.is_open is not closed] or rows
    if len(candidates) == 1:
        return candidates[0]
    if not rows:
        raise CaseNotFound(
            "There is no case yet.", fix="Run `complaintkit open` to begin one, or `complaintkit`."
        )
    from complaintkit.rules.sentences import quoted

    names = ", ".join(row.name for row in candidates)
    raise AnswerMissing(
        f"Which case is meant? There are several: {names}.",
        fix=f"Name it: `complaintkit next {quoted(candidates[0].name)}`, and so with log, show, "
        "timeline, company, export, close. Elsewhere: --case NAME.",
    )


def _named(rows: list[CaseRow], name: str) -> CaseRow:
    wanted = name.strip().casefold()
    for row in rows:
        if row.name.casefold() == wanted:
            return row
    starts = [row for row in rows if row.name.casefold().startswith(wanted)]
    if wanted and len(starts) == 1:
        return starts[0]
    from difflib import get_close_matches

    near = get_close_matches(wanted, [row.name.casefold() for row in rows], n=1)
    meant = next(
        (f"Did you mean “{row.name}”? " for row in rows if row.name.casefold() in near), ""
    )
    raise CaseNotFound(
        f"There is no case called “{name}”.", fix=f"{meant}Run `complaintkit cases` to see yours."
    )
