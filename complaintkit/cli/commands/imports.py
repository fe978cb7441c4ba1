"""How are foreign files taken in?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import settings, show
from complaintkit.cli.saved import quoted
from complaintkit.errors import WrongUsage
from complaintkit.tasks.importing import import_case


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(help="Case files (YAML); attachments lie beside.", readable=False),
    ],
    name: Annotated[str | None, typer.Option(help="Another name for the case.")] = None,
) -> None:
    """Read a case file with its attachments into a new case."""
    now = settings.current()
    if name and len(files) > 1:
        raise WrongUsage("One name cannot serve several cases.", fix="Import them one by one.")
    for file in files:
        imported = import_case(now.log, file, now.recording(), name=name)
        last = imported.saved[-1]
        show.out(f"saved #1 to #{last.entry.seq} {last.head[:6]} in {imported.case_name}")
        show.notes(imported.notes)
        show.next_line(f"`complaintkit next {quoted(imported.case_name)}`")
