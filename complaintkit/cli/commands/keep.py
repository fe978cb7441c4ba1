"""Where does everything lie, and what else can be learnt?"""

from typing import Annotated

import typer

from complaintkit.cli import settings, shapes, show
from complaintkit.cli.catalogue import GROUPS
from complaintkit.tasks import keeping


def paths(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show where everything lies."""
    places = keeping.all_paths(settings.current().log)
    if as_json:
        show.as_json("paths", paths=shapes.places(places))
        return
    for name, path in places.items():
        show.out(f"{name}: {path}")


def help_(
    topic: Annotated[str, typer.Argument(help="all, or a topic.")] = "all",
) -> None:
    """Show all commands, or help on a topic."""
    if topic != "all":
        show.out(keeping.help_text(topic).rstrip())
        return
    for group, listed in GROUPS.items():
        show.out(group)
        for one in listed:
            show.out(f"  {one.name:<10}{one.line}")
    show.out()
    show.out(f"Topics: {', '.join(keeping.help_topics())}. See `complaintkit help TOPIC`.")
