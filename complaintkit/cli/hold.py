"""How long was somebody on hold?"""

import sys
import time

from complaintkit.cli import show

SECONDS, TICK = 60, 1.0


def minutes(seconds: float) -> int:
    """Return whole minutes, half a minute rounded up."""
    return int((seconds + SECONDS / 2) // SECONDS)


def wait(words: str, *, since: float) -> str:
    """Show how many minutes have gone by until a line is typed, and return that line.

    `since` is a reading of `time.monotonic`, which no change of the clock moves; `words` has
    {minutes}. Ctrl-D stops as Ctrl-C does.
    """
    shown = -1
    while True:
        gone = int((time.monotonic() - since) // SECONDS)
        if gone != shown:
            show.prompt(words.format(minutes=gone), over=shown >= 0)
            shown = gone
        if _something_is_typed():
            return line()


def line() -> str:
    """Read a line that was typed; Ctrl-D stops as Ctrl-C does."""
    typed = sys.stdin.readline()
    if not typed:
        raise KeyboardInterrupt
    return typed.strip()


def _something_is_typed() -> bool:
    """Wait a moment for something to be typed. A terminal gives whole lines; Windows, keys."""
    if sys.platform == "win32":
        import msvcrt

        until = time.monotonic() + TICK
        while time.monotonic() < until:
            if msvcrt.kbhit():
                return True
            time.sleep(TICK / 20)
        return False
    from select import select

    return bool(select([sys.stdin], [], [], TICK)[0])
