"""What is kept of a case for speed, so that it need not be folded anew?"""

from dataclasses import replace
from typing import TYPE_CHECKING

from complaintkit.model.summary import Summary
from complaintkit.rules.summary_json import summary_from_json
from complaintkit.store.journal import CaseRow, Log

if TYPE_CHECKING:
    from complaintkit.model.case import Case


def summary_of(log: Log, row: CaseRow, *, all_dates: bool = False) -> Summary:
    """Return the summary that is kept; where an older complaintkit wrote it, fold the case.

    With `all_dates` reminders beyond those that a summary keeps are read from the log.
    """
    summary = summary_from_json(row.summary)
    if summary is None:
        from complaintkit.rules.summary import summarise

        summary = summarise(_folded(log, row), last_seq=row.entries)
    if all_dates and summary.reminders:
        from complaintkit.rules.summary_own import REMINDERS_KEPT, waiting

        if len(summary.reminders) == REMINDERS_KEPT:
            summary = replace(summary, reminders=waiting(_folded(log, row)))
    return summary


def _folded(log: Log, row: CaseRow) -> "Case":
    from complaintkit.rules.replay import replay

    return replay(log.entries(row.case_id))
