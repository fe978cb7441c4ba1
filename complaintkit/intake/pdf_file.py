"""How many pages has a PDF from somewhere else, and can they be shown?"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from complaintkit.errors import FileUnusable

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 5_000


def pages_in(path: Path) -> int:
    """Return the number of pages.

    Raises FileUnusable, saying why in its problem, for a PDF that is locked, damaged, empty or
    has more than 5,000 pages.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise _unusable("it is locked with a password")
        if reader.is_encrypted:
            raise _unusable("it is encrypted")
        count = _told_count(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError,
            IndexError, NotImplementedError) as problem:  # fmt: skip
        raise _unusable("it is damaged") from problem
    if not count:
        raise _unusable("it has no page")
    if count > MOST_PAGES:
        raise _unusable(f"it has {count} pages")
    return count


def _told_count(reader: "PdfReader") -> int:
    """Return the count that the file tells; where that is none, the pages are gone through."""
    pages: Any = reader.root_object["/Pages"].get_object()
    told = pages.get("/Count")
    return told if isinstance(told, int) and told >= 0 else reader.get_num_pages()


def _unusable(why: str) -> FileUnusable:
    return FileUnusable(why, fix="Open it in a program of your own.")
