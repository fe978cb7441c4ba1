"""Which promises were made, and were they kept?"""

from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.cli.saved import saved
from complaintkit.model.standing import LedgerLine
from complaintkit.tasks import promises as tasks


def promises(
    case: Annotated[
        str | None, typer.Argument(help="Which case; not needed when one is open.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """List every promise: who made it, by when, and what became of it."""
    now = settings.current()
    name, lines = tasks.promises(now.log, case, today=now.clock.now.date())
    if as_json:
        show.as_json("promises", case=name, promises=lines)
        return
    for line in lines:
        show.out(_told(line))
    if not lines:
        show.talk(f"Nothing was promised in {name} so far.")


def _told(line: LedgerLine) -> str:
    met, promise = line.encounter, line.promise
    spoke = met.representative
    who = (spoke.name or spoke.role) if spoke else ""
    by = f", by {promise.by:%a %d %b %Y}" if promise.by else ", without a date"
    moved = f", moved to {promise.moved_to:%a %d %b %Y}" if promise.moved_to else ""
    made = (
        f"#{met.seq}  {met.moment.on:%d %b %Y}{' ' + who if who else ''}: {promise.what}{by}{moved}"
    )
    return show.wrapped(f"{made} – {line.state}", rest="    ")


def promise(
    number: Annotated[
        int, typer.Argument(metavar="N", help="The entry in which it was made: 7 for #7.")
    ],
    kept: Annotated[
        bool | None, typer.Option("--kept/--broken", help="Whether it was kept.")
    ] = None,
    which: Annotated[int | None, typer.Option(help="Which one, where #N holds several.")] = None,
    on: Annotated[str, typer.Option(help="The day.")] = "today",
    case: Annotated[str | None, typer.Option(help="Which case.")] = None,
) -> None:
    """Record that a promise was kept, or was not.

    complaintkit promise 7 --kept
    """
    now = settings.current()
    if kept is None and not now.can_ask:
        ask.ask("Was it kept?", option="--kept or --broken")
    done = kept if kept is not None else ask.yes("Was it kept?", default=True)
    saved(
        tasks.settle_promise(now.log, case, number, now.recording(), kept=done, which=which, on=on)
    )
