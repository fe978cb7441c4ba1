"""Where do the words of the call card and of the plan come from?

From JSON compiled out of `data/call.yaml` and `data/plan.yaml` (`.ci/compile_data.py`).
"""

import json
from typing import Any

from complaintkit.errors import StoreProblem
from complaintkit.model.call_card import CallWords
from complaintkit.model.plan import PlanWords
from complaintkit.store.reference import STEPS

LISTS = ("ask", "if_promised", "if_refused", "do_not", "stop")


def load_call_words() -> CallWords:
    """Return the words of the call card; `StoreProblem` when their file is missing or damaged."""
    plain = _read("call.json")
    try:
        lists = {name: tuple(plain[name]) for name in LISTS}
        return CallWords(**{**plain, **lists})
    except (KeyError, TypeError) as cause:
        raise _damaged("call.json") from cause


def load_plan_words() -> PlanWords:
    """Return the words of the plan; `StoreProblem` when their file is missing or damaged."""
    return _read("plan.json")


def _read(name: str) -> dict[str, Any]:
    try:
        plain: dict[str, Any] = json.loads((STEPS.parent / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as cause:
        raise _damaged(name) from cause
    return plain


def _damaged(name: str) -> StoreProblem:
    return StoreProblem(
        f"The file “{name}” of complaintkit is missing or damaged.",
        fix="Install complaintkit again. Your own records are not touched by that.",
    )
