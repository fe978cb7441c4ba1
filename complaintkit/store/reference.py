"""Where does the guide's reference data come from?

From JSON compiled out of `data/steps.yaml` (`.ci/compile_data.py`), because a YAML
reader would cost every start of `today`. Shipped data are checked by tests, not here.
"""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from complaintkit.errors import StoreProblem
from complaintkit.model.reference import Guide, OutsideBody, Right, Step

STEPS = Path(__file__).parent.parent / "data" / "compiled" / "steps.json"
RIGHTS = STEPS.with_name("rights.json")
HELP = Path(__file__).parent.parent / "data" / "help"
DEMO = HELP.parent / "demo.txt"


def load_guide(source: Path = STEPS) -> Guide:
    """Return the guide; `StoreProblem` when its file is missing or damaged."""
    try:
        plain = json.loads(source.read_text(encoding="utf-8"))
        return Guide(
            steps=tuple(_step(row) for row in plain["steps"]),
            sentences=plain["sentences"],
            bodies=tuple(_body(row) for row in plain["outside"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as cause:
        raise StoreProblem(
            f"The guide's file “{source.name}” is missing or damaged.",
            fix="Install complaintkit again. Your own records are not touched by that.",
        ) from cause


def load_steps(source: Path = STEPS) -> tuple[Step, ...]:
    """Return the steps in the order of the ladder; `StoreProblem` as `load_guide`."""
    return load_guide(source).steps


def load_rights(source: Path = RIGHTS) -> tuple[Right, ...]:
    """Return the rights that letters may name; `StoreProblem` as `load_guide`."""
    try:
        return tuple(_right(row) for row in json.loads(source.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as cause:
        raise StoreProblem(
            f"The file of rights “{source.name}” is missing or damaged.",
            fix="Install complaintkit again. Your own records are not touched by that.",
        ) from cause


def _right(row: Mapping[str, Any]) -> Right:
    needs, answer = row.get("needs", {}), row.get("answer", {})
    over, up_to = needs.get("price_over"), needs.get("price_up_to")
    in_months = answer.get("unit") == "months"
    return Right(
        id=row["id"],
        use=row["use"],
        countries=tuple(row["countries"]),
        regions=tuple(row["regions"]),
        law=row["law"],
        law_in=row.get("law_in", {}),
        title=row.get("title", {}),
        clause=row["clause"],
        form=row.get("form_filled", {}),
        form_optional=tuple(row.get("form_optional", ())),
        answer_days=0 if in_months else int(answer.get("length", 0)),
        answer_months=int(answer["length"]) if in_months else 0,
        payment=tuple(needs.get("payment", ())),
        price_over=Decimal(over) if over else None,
        price_up_to=Decimal(up_to) if up_to else None,
        currency=needs.get("currency", ""),
        bought=tuple(needs.get("bought", ())),
        not_sectors=tuple(needs.get("not_sectors", ())),
        within_days=int(needs.get("within_days", 0)),
        since=needs.get("of", ""),
        ask=needs.get("ask", ""),
        recipient=needs.get("recipient", ""),
        rank=int(row.get("rank", 0)),
        note=row.get("note", ""),
        source=row["source"],
        url=row.get("url", ""),
        checked=date.fromisoformat(row["checked"]),
    )


def _step(row: Mapping[str, Any]) -> Step:
    lists = {key: tuple(row.get(key, ())) for key in ("do", "do_not", "record", "points")}
    return Step(**{**row, **lists, "checked": date.fromisoformat(row["checked"])})


def _body(row: Mapping[str, Any]) -> OutsideBody:
    plain = dict(row)
    since = plain.pop("wait_since", None)
    return OutsideBody(
        **{
            **plain,
            "countries": tuple(plain["countries"]),
            "sectors": tuple(plain["sectors"]),
            "checked": date.fromisoformat(plain["checked"]),
        },
        wait_since=date.fromisoformat(since) if since else None,
    )


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
