"""How do tests sit at a terminal, as a person does?"""

import fcntl
import os
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

import pexpect

PROMPT = r"> (?:\x1b\[\?2004h)?$"
NOW = "2026-06-20T10:00:00-04:00"
CTRL_C, CTRL_D = "\x03", "\x04"


def spawned(home: Path, *words: str, wide: int = 80, now: str = NOW) -> pexpect.spawn:
    """Start `complaintkit` at a terminal."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("COMPLAINTKIT")}
    kept.pop("COLUMNS", None)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "complaintkit", *words],
        env=kept | {"COMPLAINTKIT_HOME": str(home), "COMPLAINTKIT_NOW": now, "TERM": "xterm"},
        encoding="utf-8",
        timeout=30,
        dimensions=(60, wide),
        cwd=str(Path(__file__).parents[2]),
    )
    child.delaybeforesend = None
    child.delayafterclose = child.delayafterterminate = 0.01
    child.ptyproc.delayafterclose = child.ptyproc.delayafterterminate = 0.01
    return child


def dialogue(
    home: Path, words: Sequence[str], *answers: str, wide: int = 80, now: str = NOW
) -> tuple[str, int]:
    """Answer one prompt after the other; return what stood on the screen, and the exit code."""
    child = spawned(home, *words, wide=wide, now=now)
    shown = ""
    for answer in answers:
        child.expect(PROMPT)
        shown += child.before + child.after
        if answer in (CTRL_C, CTRL_D):
            child.send(answer)
        elif answer.endswith(CTRL_C):
            child.send(answer[:-1])
            child.expect_exact(answer[:-1])
            shown += child.before + child.after
            child.send(CTRL_C)
        else:
            child.sendline(answer)
    _until_end(child, again=CTRL_C if answers and answers[-1].endswith(CTRL_C) else "")
    shown += child.before
    child.close()
    assert child.exitstatus is not None, shown
    return shown.replace("\r", ""), child.exitstatus


def _until_end(child: pexpect.spawn, *, again: str) -> None:
    """Wait for the end. Press Ctrl-C again, as a person would, where the first one was not felt.

    CPython's readline misses a signal that comes between its prompt and its waiting for a key;
    on a busy machine that moment is long enough to be hit.
    """
    ends = [pexpect.EOF, pexpect.TIMEOUT]
    while child.expect(ends, timeout=10 if again else 30):
        assert again, child.before
        child.send(again)


def until_read(child: pexpect.spawn) -> None:
    """Wait until the program has read all that was typed: Ctrl-C throws away what it has not."""
    for _ in range(600):
        try:
            terminal = os.open(f"/proc/{child.pid}/fd/0", os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
        except OSError:  # no such place on this system
            break
        waiting = struct.unpack("i", fcntl.ioctl(terminal, termios.FIONREAD, b"    "))[0]
        os.close(terminal)
        if not waiting:
            break
        time.sleep(0.05)
    time.sleep(0.2)  # for the program to keep what it has read
