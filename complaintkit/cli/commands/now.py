"""How is the next step asked for?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli.today import show_next, show_today


def today(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Show every open case: where it stands, the next step, what runs out."""
    return show_today(as_json=as_json)


def next_(
    case: Annotated[
        str | None, typer.Argument(help="Which case; not needed when one is open.")
    ] = None,
    on_paper: Annotated[bool, typer.Option("--print", help="As a page (PDF) to hang up.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The file of --print; - prints it.", readable=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Show the next step of one case: what, why, by when, and what not to do."""
    if on_paper or output:
        from complaintkit.cli.planning import print_next

        return print_next(case, output=output, as_json=as_json)
    return show_next(case, as_json=as_json)
