"""How does the record of a case become a web page?"""

from complaintkit.intake.readable import readable
from complaintkit.model.record import Record
from complaintkit.render.record_html import Look, Shown, record_html
from complaintkit.render.record_told import PaperTold
from complaintkit.tasks.record_page import Find, page_of

MOST_BYTES = 25 << 20
"""So many bytes of files go into a page that stands alone; what comes after is named only."""


def html_page(record: Record, find: Find, *, beside: bool = False) -> bytes:
    """Return the record as HTML.

    `find` returns a shared file, as a path or as its bytes, or None where it is not given.
    `beside`: the page lies in the pack next to the files, and leads to them instead of
    holding them.
    """
    return record_html(page_of(record), _looking(find, beside=beside)).encode()


def _looking(find: Find, *, beside: bool) -> Look:
    """Return how to look at files one after the other, within the room that is left."""
    room = MOST_BYTES

    def look(one: PaperTold) -> Shown:
        nonlocal room
        found = None if one.file.left_out else find(one.file)
        if found is None:
            return Shown()
        link = one.file.path if beside else ""
        size = len(found) if isinstance(found, bytes) else found.stat().st_size
        if size > room:
            return Shown(link=link)
        content = found if isinstance(found, bytes) else found.read_bytes()
        text = readable(content, one.file.media_type)
        holds = not beside or one.file.media_type.startswith("image/")
        room -= size if holds else 0
        return Shown(content=content if holds else None, text=text, link=link)

    return look
