"""How are foreign files taken in?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import settings, show
from complaintkit.cli.saved import quoted
from complaintkit.errors import WrongUsage
from complaintkit.rules.copies import Standing
from complaintkit.tasks.importing import import_case
from complaintkit.tasks.pack_importing import Restored, import_pack, is_pack


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Case files (YAML, attachments beside), or your own packs.", readable=False
        ),
    ],
    name: Annotated[str | None, typer.Option(help="Another name for the case.")] = None,
) -> None:
    """Read a case file into a new case, or take in your own pack from another machine."""
    now = settings.current()
    if name and len(files) > 1:
        raise WrongUsage("One name cannot serve several cases.", fix="Import them one by one.")
    for file in files:
        if is_pack(file):
            _restore(file)
            continue
        imported = import_case(now.log, file, now.recording(), name=name)
        last = imported.saved[-1]
        show.out(f"saved #1 to #{last.entry.seq} {last.head[:6]} in {imported.case_name}")
        show.notes(imported.notes)
        show.next_line(f"`complaintkit next {quoted(imported.case_name)}`")


def _restore(file: Path) -> None:
    now = settings.current()
    found = import_pack(now.log, file, now.recording())
    show.out(show.wrapped(_TOLD[found.standing](found), rest="  "))
    if found.standing is Standing.PARTED:
        show.talk(show.wrapped(_TO_DO_IF_PARTED, rest="  "))
        show.next_line(f"`complaintkit verify {quoted(str(found.kept))}`")
    elif found.added:
        show.next_line(f"`complaintkit next {quoted(found.case_name)}`")


_TO_DO_IF_PARTED = (
    "Both copies are kept as they are, and nothing was merged. Decide which one goes on; write "
    "down in it what only the other has, with `log --at` and `attach`."
)


def _told_new(found: Restored) -> str:
    return f"{found.case_name}: taken in, {found.added} entries, as they were recorded."


def _told_newer(found: Restored) -> str:
    return f"{found.case_name}: goes on with {found.added} entries from the other copy."


def _told_same(found: Restored) -> str:
    return f"{found.case_name}: the same {found.entries} entries are here already."


def _told_older(found: Restored) -> str:
    return f"{found.case_name}: an older copy; all its {found.entries} entries are here already."


def _told_parted(found: Restored) -> str:
    return (
        f"{found.case_name}: another copy that went a different way after #{found.parted_after}."
        f" It is kept as {found.kept}."
    )


_TOLD = {
    Standing.NEW: _told_new,
    Standing.NEWER: _told_newer,
    Standing.SAME: _told_same,
    Standing.OLDER: _told_older,
    Standing.PARTED: _told_parted,
}
