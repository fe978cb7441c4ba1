"""How is a program stopped, or refused, at a chosen system call on the log's files?"""

import os
import shutil
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from complaintkit.store.home import Home

CALLS = ("pwrite64", "fdatasync", "unlink", "openat")


@cache
def strace_works() -> bool:
    """Whether strace is there and may trace here."""
    if not shutil.which("strace"):
        return False
    tried = subprocess.run(
        ["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False
    )
    return tried.returncode == 0


needs_strace = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not strace_works(), reason="strace is not at hand"
)


def under_strace(
    home: Home, command: list[str], *, inject: str
) -> subprocess.CompletedProcess[str]:
    """Run a command in which strace stops or refuses one call on the log's own files."""
    database = home.database
    paths = (database, database.with_name("log.db-journal"), home.folder)
    call = inject.split(":", maxsplit=1)[0]
    return subprocess.run(
        [
            "strace",
            "-f",
            "-qq",
            *("-o", os.devnull),
            *("-e", f"trace={call}"),
            *("-e", f"inject={inject}"),
            *(word for path in paths for word in ("-P", str(path))),
            *command,
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )


def stopped_at(result: subprocess.CompletedProcess[str]) -> bool:
    """Whether the command was killed."""
    return result.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
