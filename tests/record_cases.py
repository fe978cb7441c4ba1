"""Which records do the tests of the bundle and of the HTML record lay out?"""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from complaintkit.model.audience import Audience
from complaintkit.model.entry import Recording
from complaintkit.model.record import Record, SharedFile
from complaintkit.render.record_told import Told
from complaintkit.render.record_words import told
from complaintkit.rules import privacy
from complaintkit.rules.record import Making, record_of
from complaintkit.rules.replay import replay
from complaintkit.store import exhibits
from complaintkit.store.home import Home
from complaintkit.store.journal import Log
from complaintkit.store.reference import record_words
from complaintkit.tasks.importing import import_case
from complaintkit.tasks.verifying import sealed_entries

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
TOOL = "complaintkit test"
EXAMPLES = ("cash-machine", "phone-bill", "washing-machine")


def imported(folder: Path, source: Path) -> Log:
    """Take a case file into a log of its own, with the same ids and salts in every run."""
    numbers = count(1)
    log = Log(Home(folder=folder / "home", documents_in=folder / "documents"))
    recording = Recording(
        at=NOW,
        zone="UTC",
        clock_is_set=False,
        tool=TOOL,
        new_id=lambda: f"id-{next(numbers):04d}",
        salts=lambda size: [bytes(16)] * size,
    )
    import_case(log, source, recording)
    return log


def record_in(log: Log, audience: Audience = Audience.COURT) -> Record:
    """Return the record of the only case in a log; every kept file is given as it is."""
    (row,) = log.cases()
    sealed = privacy.withhold(sealed_entries(log, row.case_id))
    entries = privacy.as_entries(sealed)
    case = replay(entries)
    kept = (*case.exhibits, *case.letters)
    files = {
        one.sha256: SharedFile(
            recorded=one.sha256,
            path=one.name,
            sha256=one.sha256,
            media_type=exhibits.media_type(one.name, file_of(log, one.sha256).read_bytes()[:16]),
        )
        for one in kept
        if one.sha256
    }
    return record_of(sealed, entries, files, Making(audience=audience, made_at=NOW, tool=TOOL))


def told_in(log: Log, audience: Audience = Audience.COURT, *, paper: str = "a4") -> Told:
    """Return that record in words."""
    return told(record_in(log, audience), record_words(), paper=paper)


def file_of(log: Log, sha256: str) -> Path:
    """Return where a kept file lies."""
    return exhibits.path_of(log.home, sha256)
