"""How do tests run the real command, in a process of its own and a home of its own?"""

import os
import subprocess
import sys
from pathlib import Path


def environment(home: Path, *, now: str = "") -> dict[str, str]:
    """Return the environment of a person whose whole world lies in `home`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("COMPLAINTKIT_", "PYTHON", "COV"))
    }
    kept |= {"COMPLAINTKIT_HOME": str(home), "COMPLAINTKIT_NO_INPUT": "1", "HOME": str(home.parent)}
    return kept | ({"COMPLAINTKIT_NOW": now} if now else {})


def complaintkit(
    home: Path, *words: str, now: str = "", python: str = sys.executable, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `python -m complaintkit` with these words and return what came of it."""
    return subprocess.run(
        [python, "-m", "complaintkit", *words],
        env=environment(home, now=now),
        cwd=cwd or home.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


def done(result: subprocess.CompletedProcess[str]) -> str:
    """Return what a command printed, having asserted that it was done."""
    assert result.returncode == 0, f"{result.args[2:]}: {result.stdout}\n{result.stderr}"
    return result.stdout
