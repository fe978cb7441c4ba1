"""How is the record looked at: in order, or by its words?"""

from typing import Annotated

import typer

from complaintkit.cli.record import SHOWN, find, show_timeline


def timeline(
    case: Annotated[
        str | None, typer.Argument(help="Which case; not needed when one is open.")
    ] = None,
    last: Annotated[
        int, typer.Option(min=0, help="How many of the last lines; 0 for all.")
    ] = SHOWN,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show what happened, in the order in which it happened."""
    show_timeline(case, last=last, as_json=as_json)


def search(
    text: Annotated[list[str], typer.Argument(help="Words, names or numbers.")],
    case: Annotated[str | None, typer.Option(help="Only in this case.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Find entries by their words, in all cases."""
    return find(text, case=case, as_json=as_json)
