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
    take: Annotated[
        str | None,
        typer.Option(
            help="Take another step: front-line, manager, head-of-service, ceo, reminder, "
            "outside or final-notice."
        ),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help="Why that step suits you better; with --take.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Show the next step of one case: what, why, by when, and what not to do."""
    if take is not None or reason is not None:
        from complaintkit.cli.taking import take_step

        return take_step(
            case, take, reason=reason, on_paper=on_paper or output is not None, as_json=as_json
        )
    if on_paper or output:
        from complaintkit.cli.planning import print_next

        return print_next(case, output=output, as_json=as_json)
    return show_next(case, as_json=as_json)
