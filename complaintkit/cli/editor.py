"""How does a text get into the person's own editor and back, without being lost?"""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from complaintkit.cli import ask, settings
from complaintkit.errors import AnswerMissing, FileUnusable, WrongUsage

STOPPED = (130, -signal.SIGINT)
WHAT = "Your letter:"


def edit_text(text: str, *, name: str) -> str:
    """Let the person edit a text in a file of this name, and return it as it was saved.

    What was changed is held at once, so that whatever fails from here on gives it back.
    The file lies in a folder for this person alone, which is taken away afterwards. Raises
    FileUnusable where the editor ends with an error.
    """
    command = _command()
    folder = Path(tempfile.mkdtemp(prefix="complaintkit-"))
    try:
        path = folder / name
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        code = _run([*command, str(path)])
        back = _back(path)
        if back != text:
            ask.hold(WHAT, back)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if code in STOPPED:
        raise KeyboardInterrupt
    if code:
        raise FileUnusable(
            f"The editor ended with an error (code {code}), so the letter stays as it was.",
            fix="Edit it again: `complaintkit edit`. EDITOR names the editor to use.",
        )
    return back


def _command() -> list[str]:
    """Return the editor: VISUAL, then EDITOR, then what this system has."""
    for name in ("VISUAL", "EDITOR"):
        chosen = os.environ.get(name, "").strip()
        if chosen:
            return shlex.split(chosen, posix=os.name == "posix")
    if not settings.current().can_ask:
        raise AnswerMissing(
            "A letter is edited at a terminal.",
            fix="Set EDITOR to a program that changes a file by itself; or change the letter's "
            "file, and record it with `complaintkit sent … --as FILE`.",
        )
    if sys.platform == "darwin":
        return ["open", "-W", "-n", "-t"]  # waits until that window's program is quit
    if os.name == "nt":
        return ["notepad"]
    found = next((name for name in ("nano", "vi") if shutil.which(name)), None)
    if not found:
        raise WrongUsage("There is no editor here.", fix="Set EDITOR to the one that you use.")
    return [found]


def _run(command: list[str]) -> int:
    try:
        with _editor_is_in_charge():
            return subprocess.run(command, check=False).returncode  # noqa: S603 - the person's own
    except OSError as problem:
        raise WrongUsage(
            f"The editor “{command[0]}” could not be started: "
            f"{(problem.strerror or 'no reason was given').lower()}.",
            fix="Set EDITOR to the one that you use.",
        ) from problem


@contextmanager
def _editor_is_in_charge() -> Iterator[None]:
    """Leave Ctrl-C to the editor. A handler of ours, unlike ignoring, is not inherited by it."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _back(path: Path) -> str:
    with suppress(FileNotFoundError):
        return path.read_bytes().decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    raise FileUnusable(
        "The editor left no file behind.",
        fix="Edit it again: `complaintkit edit`, and save under the name that is shown.",
    )
