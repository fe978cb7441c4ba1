"""What do the bundle and the page of a record both begin with?"""

from collections.abc import Callable
from pathlib import Path

from complaintkit.model.record import Record, SharedFile
from complaintkit.render.record_told import Told
from complaintkit.render.record_words import told
from complaintkit.store.reference import record_words
from complaintkit.tasks.sheets import paper_of

Find = Callable[[SharedFile], Path | bytes | None]
"""Returns a shared file, as a path or as its bytes, or None where it is not given."""


def page_of(record: Record) -> Told:
    """Return a record in words, on the paper of the person's country."""
    return told(record, record_words(), paper=paper_of(record.case))
