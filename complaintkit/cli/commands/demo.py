"""How does it all go? One case, played from the first call to the pack."""

import os
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import settings, show
from complaintkit.tasks.keeping import demo_story, throw_away_folder

ATTENTION = 3


def demo(
    folder: Annotated[
        Path | None, typer.Option(help="Where to play it; a throw-away folder if left out.")
    ] = None,
) -> int:
    """Play one case in a throw-away place: calls, letters, pack. Your own log is not touched."""
    place = throw_away_folder(folder)
    show.talk(f"This is a demonstration in {place}. Your own log is not touched.\n")
    with _elsewhere(place):
        for mark, text in demo_story(place):
            sys.stdout.flush()
            code = _PLAY[mark](text)
            if code and not (mark == "?" and code == ATTENTION):
                show.talk("The demonstration stopped here.")
                return code
    show.talk(f"\nThe end. Everything lies in {place}:")
    for path in sorted(path for path in place.rglob("*.*") if path.suffix in (".pdf", ".zip")):
        show.out(str(path))
    show.talk("You may open these files, and delete the folder afterwards.")
    show.next_line("`complaintkit` begins a case of your own")
    return 0


def _say(text: str) -> int:
    show.talk(text)
    return 0


def _set_clock(text: str) -> int:
    os.environ["COMPLAINTKIT_NOW"] = text
    show.talk(f"\n-- {text[:10]} --")
    return 0


def _run(text: str) -> int:
    from complaintkit.cli.app import app

    show.talk(f"$ complaintkit {text}")
    code = typer.main.get_command(app).main(shlex.split(text), standalone_mode=False)
    sys.stdout.flush()
    show.talk()
    return int(code or 0)


_PLAY: dict[str, Callable[[str], int]] = {":": _say, "@": _set_clock, "$": _run, "?": _run}


@contextmanager
def _elsewhere(place: Path) -> Iterator[None]:
    """Let commands work in another home, and put everything back afterwards."""
    names = (settings.HOME, settings.NO_INPUT, "COMPLAINTKIT_NOW")
    before = {name: os.environ.get(name) for name in names}
    chosen = settings.current()
    os.environ |= {settings.HOME: str(place / "home"), settings.NO_INPUT: "1"}
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        settings.choose(chosen)
