"""Where do the words of the call card and of the plan come from?

From JSON compiled out of `data/call.yaml` and `data/plan.yaml` (`.ci/compile_data.py`).
"""

from collections.abc import Mapping
from typing import Any

from complaintkit.model.call_card import CallWords
from complaintkit.model.plan import PlanWords
from complaintkit.store.compiled import COMPILED, read_compiled

LISTS = ("ask", "if_promised", "if_refused", "do_not", "stop")
_CALLED = "The file “{name}” of complaintkit"


def load_call_words() -> CallWords:
    """Return the words of the call card; `StoreProblem` when their file is missing or damaged."""
    return read_compiled(COMPILED / "call.json", _call_words, called=_CALLED)


def _call_words(plain: Mapping[str, Any]) -> CallWords:
    return CallWords(**{**plain, **{name: tuple(plain[name]) for name in LISTS}})


def load_plan_words() -> PlanWords:
    """Return the words of the plan; `StoreProblem` when their file is missing or damaged."""
    return read_compiled(COMPILED / "plan.json", dict, called=_CALLED)
