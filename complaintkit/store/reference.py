"""Where does the guide's reference data come from?

From JSON compiled out of `data/steps.yaml` (`.ci/compile_data.py`), because a YAML
reader would cost every start of `today`. Shipped data are checked by tests, not here.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from complaintkit.errors import StoreProblem
from complaintkit.model.reference import Guide, Point, Sorting, Step
from complaintkit.store.agencies import agencies_in, agency
from complaintkit.store.compiled import COMPILED, read_compiled

STEPS = COMPILED / "steps.json"
HELP = COMPILED.parent / "help"
DEMO = HELP.parent / "demo.txt"


@cache
def load_guide(source: Path = STEPS) -> Guide:
    """Return the guide; `StoreProblem` when its file is missing or damaged."""
    return read_compiled(source, _guide, called="The guide's file “{name}”")


@cache
def guide_at(country: str, region: str) -> Guide:
    """Return the guide with the bodies outside the company where the person lives.

    Codes are ISO 3166-1 and -2. Raises StoreProblem as `load_guide`.
    """
    return replace(load_guide(), bodies=agencies_in(country.upper(), region.upper()))


def _guide(plain: Mapping[str, Any]) -> Guide:
    return Guide(
        steps=tuple(_step(row) for row in plain["steps"]),
        sentences=plain["sentences"],
        anybody=(agency(plain["anybody"]),),
        points={key: Point(**row) for key, row in plain["points"].items()},
        sorting=tuple(Sorting(**row) for row in plain["sorting"]),
    )


def load_steps(source: Path = STEPS) -> tuple[Step, ...]:
    """Return the steps in the order of the ladder; `StoreProblem` as `load_guide`."""
    return load_guide(source).steps


def _step(row: Mapping[str, Any]) -> Step:
    lists = {key: tuple(row.get(key, ())) for key in ("do", "do_not", "record", "points")}
    return Step(**{**row, **lists, "checked": date.fromisoformat(row["checked"])})


def help_topics() -> list[str]:
    """Return the names of the help texts."""
    return sorted(path.stem for path in HELP.glob("*.txt"))


def help_text(topic: str) -> str:
    """Return one help text."""
    return (HELP / f"{topic}.txt").read_text(encoding="utf-8")


def demo_text() -> str:
    """Return the story that the demonstration plays."""
    return DEMO.read_text(encoding="utf-8")


def examples_folder() -> Path:
    """Return the folder of worked cases: in the installed package, else in the checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "examples", package.parent / "examples"):
        if (folder / "phone-bill" / "case.yaml").is_file():
            return folder
    raise StoreProblem("The example cases are missing.", fix="Install complaintkit again.")


def score_words() -> dict[str, dict[str, str]]:
    """Return the words of the scorecard; `StoreProblem` when their file is missing or damaged."""
    return read_compiled(COMPILED / "score.json", dict)


def record_words() -> dict[str, Any]:
    """Return the words of the record; `StoreProblem` when their file is missing or damaged."""
    return read_compiled(COMPILED / "record.json", dict)


def turning_words() -> dict[str, Any]:
    """Return the words about bodies outside; `StoreProblem` when their file is damaged."""
    return read_compiled(COMPILED / "turning.json", dict)


def sharing_words() -> dict[str, Any]:
    """Return what is written in the place of what does not leave, and how each kind is called.

    `StoreProblem` when a file of them is missing or damaged.
    """
    words = read_compiled(COMPILED / "sharing.json", dict)
    kinds = read_compiled(COMPILED / "tone-sensitive.json", dict)["kinds"]
    return {**words, **{f"called.{kind}": row["called"] for kind, row in kinds.items()}}
