"""Where does a printed page go, and on which paper?"""

from dataclasses import dataclass
from pathlib import Path

from complaintkit.errors import CannotWrite
from complaintkit.model.case import Case
from complaintkit.rules.slug import slug
from complaintkit.store.home import write_whole
from complaintkit.store.journal import Log


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page as PDF, and where it lies; no path where it goes to the standard output."""

    case_name: str
    content: bytes
    path: Path | None


def paper_of(case: Case) -> str:
    """Return the paper of the person's country, as for letters."""
    from complaintkit.render.letter import paper_of as paper_in

    return paper_in(case.country or case.company.country)


def put(
    log: Log, case_name: str, name: str, content: bytes, *, target: Path | None, to_stdout: bool
) -> Sheet:
    """Write a page into the case's folder, or where the person wants it.

    Raises CannotWrite where the file cannot be placed.
    """
    path = None
    if not to_stdout:
        path = log.home.documents / slug(case_name) / name
        if target is not None:
            path = target / name if target.is_dir() else target
        write_whole(path, content)
    return Sheet(case_name=case_name, content=content, path=path)


def no_page(problem: CannotWrite, command: str) -> CannotWrite:
    """Return why no page was made, with the way out that holds for a page."""
    return CannotWrite(
        problem.problem, fix=f"`{command}` shows the same on the screen, to copy by hand."
    )
