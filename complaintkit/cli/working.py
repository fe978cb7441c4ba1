"""What does a person see while something takes longer than a second?"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show a moving bar with the time gone by, after a second, on a terminal alone.

    It goes to stderr and is wiped at the end, so it is never a part of what is printed.
    """
    if not sys.stderr.isatty():
        yield
        return
    shown: list[Progress] = []
    timer = Timer(PATIENCE, _begin, (what, shown))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        for bar in shown:
            bar.stop()


def _begin(what: str, shown: "list[Progress]") -> None:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task(what, total=None)
    bar.start()
    shown.append(bar)
