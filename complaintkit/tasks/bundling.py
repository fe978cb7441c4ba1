"""How do the record, the letters and the exhibits of a case become one bundle?"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from complaintkit.errors import FileUnusable
from complaintkit.intake.pdf_file import pages_in
from complaintkit.intake.readable import readable
from complaintkit.model.record import Record, SharedFile
from complaintkit.render.bundle_pdf import TEMPLATES, Leaf, bundle_pdf, can_be_set, is_printable
from complaintkit.render.environment import templates_folder
from complaintkit.render.record_told import PaperTold
from complaintkit.render.score_words import Words
from complaintkit.tasks.record_page import Find, page_of

FORMATS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
}
PDF = "application/pdf"


def bundle(record: Record, find: Find) -> bytes:
    """Return the bundle of a case as PDF.

    `find` returns a shared file, as a path or its bytes, or None where it is not given. A file
    that cannot be shown gets a page that says why. Raises CannotWrite where typst is not at hand,
    or no font has a script of the log.
    """
    page = page_of(record)
    with _folder() as folder:
        leaves = {
            one.key: _leaves(one, find, folder / "files" / one.key, page.headings)
            for one in (*page.letters, *page.exhibits)
        }
        try:
            return bundle_pdf(page, leaves, folder)
        except RuntimeError:  # typst could not set some file: it is found, and told instead
            checked = {
                key: _settable(found, folder, page.headings) for key, found in leaves.items()
            }
            if checked == leaves:
                raise
            return bundle_pdf(page, checked, folder)


@contextmanager
def _folder() -> Iterator[Path]:
    """Give a private folder with the templates, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="complaintkit-") as name:
        folder = Path(name)
        (folder / "files").mkdir()
        for template in TEMPLATES:
            shutil.copyfile(templates_folder() / "typst" / template, folder / template)
        yield folder


def _leaves(one: PaperTold, find: Find, path: Path, words: Words) -> Sequence[Leaf]:
    """Return the pages that show a file, put at `path`, or one that says why it is not shown."""
    found = None if one.file.left_out else find(one.file)
    said = words["exhibits"]
    if found is None:
        why = one.file.left_out or words["letters"]["no-copy"]
        return (Leaf(kind="note", text=said["left-out"].format(why=why)),)
    _place(found, path)
    if one.file.media_type == PDF:
        try:
            count = pages_in(path)
        except FileUnusable as problem:
            why = said["unreadable"].format(why=problem.problem)
            return (Leaf(kind="note", text=why + " " + _elsewhere(one.file, words)),)
        pages = range(1, count + 1)
        return tuple(Leaf(kind="pdf", path=path.name, format="pdf", page=page) for page in pages)
    if form := FORMATS.get(one.file.media_type):
        return (Leaf(kind="picture", path=path.name, format=form),)
    text = readable(path.read_bytes(), one.file.media_type)
    if text.strip() and is_printable(text):
        return (Leaf(kind="text", text=text),)
    why = said["no-font"] if text.strip() else said["other-kind"]
    return (Leaf(kind="note", text=why + " " + _elsewhere(one.file, words)),)


def _elsewhere(file: SharedFile, words: Words) -> str:
    return words["exhibits"]["elsewhere"].format(path=file.path)


def _place(found: Path | bytes, path: Path) -> None:
    """Put a file where typst finds it; a link where the system lets us."""
    if isinstance(found, bytes):
        path.write_bytes(found)
        return
    try:
        path.symlink_to(found.resolve())
    except OSError:
        shutil.copyfile(found, path)


def _settable(leaves: Sequence[Leaf], folder: Path, words: Words) -> Sequence[Leaf]:
    """Return the pages with a note in the place of each that typst cannot set."""
    said = words["exhibits"]
    note = Leaf(kind="note", text=said["unreadable"].format(why=said["damaged"]))
    return tuple(leaf if can_be_set(leaf, folder) else note for leaf in leaves)
