"""How is the next step asked for?"""

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
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Show the next step of one case: what, why, by when, and what not to do."""
    return show_next(case, as_json=as_json)
