"""How is a call prepared, and written down while it goes on?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import calling


def call(
    case: Annotated[
        str | None, typer.Argument(help="Which case; not needed when one is open.")
    ] = None,
    on_paper: Annotated[
        bool, typer.Option("--print", help="As a page (PDF) with blanks to fill in by hand.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The file of --print; - prints it.", readable=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The card as JSON.")] = False,
) -> None:
    """Show what to say and ask in a call, then write the call down while you talk."""
    calling.call(case, on_paper=on_paper, output=output, as_json=as_json)
