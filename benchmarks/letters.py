"""How long does a letter take, in a fresh process and in a warm one?

    python benchmarks/letters.py [--rounds N]

Fresh: CPU time (user and system, from wait4), in the same round as `python -I -c pass`, so that
a busy machine slows both. Warm: milliseconds of CPU a letter, each different from all before.
Prints and gates nothing: what may not be imported is a test (tests/test_imports.py).
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from statistics import median
from time import process_time

from startup import BARE, cpu_seconds, prepare, starts

ROOT = Path(__file__).resolve().parent.parent
CASES_IN = ROOT / "tests" / "render"
sys.path[:0] = [str(ROOT), str(CASES_IN)]

from letter_cases import CASES  # noqa: E402 – found on the path just set

from complaintkit.errors import FactMissing, WrongUsage  # noqa: E402
from complaintkit.model.letter import Letter  # noqa: E402
from complaintkit.model.people import Contact  # noqa: E402
from complaintkit.render.letter import compose  # noqa: E402
from complaintkit.render.pdf import letter_pdf  # noqa: E402
from complaintkit.render.text import letter_text  # noqa: E402
from complaintkit.rules.letter_kinds import KINDS  # noqa: E402

CALL = f"""
import sys
sys.path[:0] = [{str(ROOT)!r}, {str(CASES_IN)!r}]
from letter_cases import CASES
from complaintkit.render.letter import compose
from complaintkit.render.{{module}} import {{function}}
case, today = CASES["card-points"]
{{function}}(compose("ceo", case, consumer=case.consumer, today=today))
"""
FRESH = {
    "PDF, by a call": [sys.executable, "-c", CALL.format(module="pdf", function="letter_pdf")],
    "text, by a call": [sys.executable, "-c", CALL.format(module="text", function="letter_text")],
    "PDF, by the command": [*starts()["-m"], "letter", "ceo", "--format", "pdf", "-o", "-"],
    "text, by the command": [*starts()["-m"], "letter", "ceo", "-o", "-"],
}
BOUNDS = {"PDF, by a call": 12, "PDF, by the command": 12, "text": 1, "PDF": 20}
MAKERS: dict[str, Callable[[Letter], object]] = {"text": letter_text, "PDF": letter_pdf}


def fresh(rounds: int, home: Path) -> dict[str, list[float]]:
    """Return the CPU ratios of each way to a first letter, one per round."""
    prepare(home)
    cpu_seconds([*starts()["-m"], "profile", "--name", "Ann Lee", "--email", "a@example.org"], home)
    ways = {}
    for name, command in FRESH.items():
        try:
            cpu_seconds(command, home)  # now all modules are compiled
        except RuntimeError as failure:
            print(f"{name} could not be measured: {failure}")
        else:
            ways[name] = command
    ratios: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        bare = cpu_seconds(BARE, home)
        for name, command in ways.items():
            ratios[name].append(cpu_seconds(command, home) / bare)
    return ratios


def warm(rounds: int) -> dict[tuple[str, str], list[float]]:
    """Return the milliseconds of each kind and format, one per round and case that allows it."""
    taken: dict[tuple[str, str], list[float]] = {}
    for number in range(rounds + 1):
        for kind, form, milliseconds in _letters(number):
            if number:  # the first letters read words and templates
                taken.setdefault((kind, form), []).append(milliseconds)
    return taken


def _letters(number: int) -> Iterator[tuple[str, str, float]]:
    """Write each kind about each case in each format, with words of this round's own."""
    for (form, made), (case, today), kind in product(MAKERS.items(), CASES.values(), KINDS):
        own = replace(case, problem=f"{case.problem} This is reminder {number} of {form}.")
        consumer = case.consumer or Contact()
        start = process_time()
        try:
            made(compose(kind, own, consumer=consumer, today=today))
        except (FactMissing, WrongUsage):
            continue  # a case cannot carry every kind
        yield kind, form, 1000 * (process_time() - start)


def show(name: str, found: list[float], unit: str, bound: float | None) -> None:
    """Print one row."""
    verdict = "" if bound is None else f"{bound}{unit}"
    if bound is not None and median(found) > bound:
        verdict += "  over the bound"
    low, middle, high = min(found), median(found), max(found)
    print(f"{name:<24} {middle:>7.2f}{unit} {low:>7.2f} {high:>7.2f}  {verdict}".rstrip())


def main() -> None:
    """Measure in a throw-away home."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        ratios = fresh(rounds, Path(folder) / "home")
    print(f"CPU time as a multiple of a bare `python -I -c pass`, {rounds} interleaved rounds")
    print(f"{'a first letter':<24} {'median':>8} {'min':>7} {'max':>7}  bound")
    for name, found in ratios.items():
        show(name, found, "x", BOUNDS.get(name))
    taken = warm(rounds)
    print(f"\nCPU milliseconds a letter in a warm process, {rounds} rounds over {len(CASES)} cases")
    print(f"{'kind and format':<24} {'median':>9} {'min':>7} {'max':>7}  bound")
    for form in MAKERS:
        for kind in KINDS:
            if (kind, form) in taken:
                show(f"{kind} {form}", taken[kind, form], "ms", BOUNDS[form])
        every = [one for (_, made), found in taken.items() if made == form for one in found]
        show(f"all {form}", every, "ms", BOUNDS[form])


if __name__ == "__main__":
    main()
