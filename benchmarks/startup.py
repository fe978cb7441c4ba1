"""How long does a command take to start, next to a bare interpreter?

    python benchmarks/startup.py [--rounds N]
    python benchmarks/startup.py --imports log

CPU time of child processes (user and system, from wait4), each command measured in the same
round as `python -I -c pass`, so that a busy machine slows both. Prints ratios and gates
nothing: what may not be imported is a test (tests/test_imports.py).
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from statistics import median

BARE = [sys.executable, "-I", "-c", "pass"]
LOG = (
    "log --with 'Jane, supervisor' --said 'refund agreed' --promised 'refund of $84.20' "
    "--by friday --ref 00123"
)
COMMANDS = {
    "help": "--help",
    "log": LOG,
    "today": "today",
    "timeline": "timeline",
    "agencies": "agencies",
}
BOUNDS = {"log": 8.5, "timeline": 8.5, "agencies": 10}
OPEN = (
    "open phone-bill --company 'Cedar Hollow Telephone Company' --sector telecom --country US "
    "--problem 'The March bill was collected twice.' --want 'the second payment back'"
)


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which everything lies in `home` and nobody is asked.

    Compiled modules are kept there, as an installation keeps them: reading the sources anew
    each time would count for more than a command does.
    """
    kept = {
        name: text
        for name, text in os.environ.items()
        if not name.startswith("COMPLAINTKIT_") and name != "PYTHONDONTWRITEBYTECODE"
    }
    return kept | {
        "COMPLAINTKIT_HOME": str(home),
        "COMPLAINTKIT_NO_INPUT": "1",
        "PYTHONPYCACHEPREFIX": str(home.parent / "modules"),
    }


def cpu_seconds(command: Sequence[str], home: Path) -> float:
    """Run a command with its output in a pipe; return its CPU time, or say why it failed."""
    with tempfile.TemporaryFile() as talk:
        child = subprocess.Popen(
            command,
            env=environment(home),
            cwd=home.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=talk,
        )
        assert child.stdout is not None
        with child.stdout as printed:
            printed.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 3):
            talk.seek(0)
            words = shlex.join(command[1:])
            raise RuntimeError(f"{words}: exit {child.returncode}\n{talk.read().decode()}")
    return used.ru_utime + used.ru_stime


def starts() -> dict[str, list[str]]:
    """Return the ways to start complaintkit here: as a module, and by the installed script."""
    script = Path(sys.executable).parent / "complaintkit"
    ways = {"-m": [sys.executable, "-m", "complaintkit"]}
    return ways | ({"script": [str(script)]} if script.is_file() else {})


def prepare(home: Path) -> None:
    """Open one case and write down ten calls."""
    start = starts()["-m"]
    for words in (OPEN, *([LOG] * 10)):
        cpu_seconds([*start, *shlex.split(words)], home)


def measure(rounds: int, home: Path) -> dict[tuple[str, str], list[float]]:
    """Return the CPU ratios of each command and start, one per round."""
    ratios: dict[tuple[str, str], list[float]] = {}
    failed: set[str] = set()
    for _ in range(rounds):
        bare = cpu_seconds(BARE, home)
        for (name, words), (way, start) in product(COMMANDS.items(), starts().items()):
            if name in failed:
                continue
            try:
                used = cpu_seconds([*start, *shlex.split(words)], home)
            except RuntimeError as failure:
                print(f"Could not be measured: {failure}")
                failed.add(name)
            else:
                ratios.setdefault((name, way), []).append(used / bare)
    return ratios


def show(ratios: dict[tuple[str, str], list[float]], rounds: int) -> None:
    """Print the table of ratios."""
    print(f"CPU time as a multiple of a bare `python -I -c pass`, {rounds} interleaved rounds")
    print(f"{'command':<10} {'start':<7} {'median':>7} {'min':>6} {'max':>6}  bound")
    for (name, way), all_rounds in ratios.items():
        bound = BOUNDS.get(name)
        verdict = "" if bound is None else f"{bound}x"
        if bound is not None and median(all_rounds) > bound:
            verdict += "  over the bound"
        low, middle, high = min(all_rounds), median(all_rounds), max(all_rounds)
        print(f"{name:<10} {way:<7} {middle:>6.2f}x {low:>6.2f} {high:>6.2f}  {verdict}".rstrip())


def imports(name: str, home: Path) -> None:
    """Print what a command imports, the dearest first, in microseconds of its own."""
    words = shlex.split(COMMANDS.get(name, name))
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "complaintkit", *words],
        env=environment(home),
        cwd=home.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    rows = [
        line.removeprefix("import time:").split("|")
        for line in result.stderr.splitlines()
        if line.startswith("import time:") and "self [us]" not in line
    ]
    print(f"{'own us':>8} {'with its own imports':>21}  module ({len(rows)} in all)")
    for own, total, module in sorted(rows, key=lambda row: -int(row[0])):
        print(f"{int(own):>8} {int(total):>21}  {module.strip()}")


def main() -> None:
    """Measure, or list imports, in a throw-away home."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--imports", metavar="CMD", help=f"{', '.join(COMMANDS)}, or a whole line")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        try:
            prepare(home)
            if asked.imports:
                imports(asked.imports, home)
            else:
                show(measure(asked.rounds, home), asked.rounds)
        except RuntimeError as failure:
            print(f"Could not be measured: {failure}")


if __name__ == "__main__":
    main()
