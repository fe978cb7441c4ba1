"""How long was somebody on hold?"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

SECONDS, TICK = 60, 1.0
HALF = SECONDS / 2


def minutes(seconds: float) -> int:
    """Return whole minutes, half a minute rounded up."""
    return int((seconds + HALF) // SECONDS)


def wait(
    words: str, *, since: float, read: Callable[[], str] | None = None, tick: float = TICK
) -> str:
    """Show how many minutes have gone by until a line is typed, and return that line.

    `since` is a reading of `time.monotonic`, which no change of the clock moves; `words` has
    {minutes}. Ctrl-D stops as Ctrl-C does.
    """
    with _counting(words, since, tick):
        line = (read or sys.stdin.readline)()
    if not line:
        raise KeyboardInterrupt
    return line.strip()


@contextmanager
def _counting(words: str, since: float, tick: float) -> Iterator[None]:
    """Write the minutes at once, and again on the same line when another has passed."""
    over = Event()

    def count() -> None:
        shown = 0
        while not over.wait(tick):
            gone = int((time.monotonic() - since) // SECONDS)
            if gone != shown:
                shown = gone
                _write(f"\r{words.format(minutes=gone)}")

    _write(words.format(minutes=int((time.monotonic() - since) // SECONDS)))
    counter = Thread(target=count, daemon=True)
    counter.start()
    try:
        yield
    finally:
        over.set()
        counter.join()


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
