"""When did an entry's matter happen, and does it have a line of its own?"""

from datetime import date, datetime

from complaintkit.model.entry import EntryKind
from complaintkit.model.moment import Moment, Precision
from complaintkit.rules import reading as read
from complaintkit.rules.overlay import Current

_DAY_FIELDS = {
    EntryKind.OPEN: "opened_on",
    EntryKind.EVENT: "on",
    EntryKind.OFFER: "on",
    EntryKind.COST: "on",
    EntryKind.PROMISE: "on",
    EntryKind.LETTER: "sent_on",
    EntryKind.EXHIBIT: "got_on",
    EntryKind.CLOSE: "closed_on",
    EntryKind.EXTENSION: "on",
    EntryKind.CHOICE: "on",
}


def moment_of(line: Current) -> Moment:
    """Return when the thing happened; where the log does not say, the day of recording."""
    if line.entry.kind is EntryKind.ENCOUNTER:
        return read.moment(line.plain, recorded_at=line.entry.recorded_at)
    stated = read.day(line.plain, _DAY_FIELDS.get(line.entry.kind, ""))
    day = stated or date.fromisoformat(line.entry.recorded_at[:10])
    return Moment(wall=datetime(day.year, day.month, day.day), precision=Precision.DAY)  # noqa: DTZ001


def shows(line: Current) -> bool:
    """Whether an entry has a line of its own: exhibits of an entry stand on that entry's line."""
    if line.entry.kind is EntryKind.EXHIBIT:
        return not read.texts(line.plain, "belongs_to")
    return True
