"""What is one line of the timeline?"""

from dataclasses import dataclass
from datetime import date

from complaintkit.model.entry import EntryKind
from complaintkit.model.moment import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """One entry as it stands now, told in a line or two.

    `way` is "out", "in" or ""; `days_later` is how many days after it happened it was
    written down (calendar days, 0 for the same day); `private` lines are never exported.
    `imported_on` is set where the entry came in with a case file.
    """

    seq: int
    entry_id: str
    kind: EntryKind
    moment: Moment
    way: str
    who: str
    what: tuple[str, ...]
    reference: str = ""
    exhibits: tuple[int, ...] = ()
    corrected_by: tuple[int, ...] = ()
    days_later: int = 0
    private: bool = False
    imported_on: date | None = None
