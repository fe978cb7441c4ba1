"""How are the facts and words that ship with complaintkit read?

They are JSON, compiled out of what people edit (`.ci/compile_data.py`). Tests check them; here
only a missing or damaged file is told plainly.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from complaintkit.errors import StoreProblem

COMPILED = Path(__file__).parent.parent / "data" / "compiled"

Read = TypeVar("Read")

_DAMAGE = (
    *(OSError, ValueError, ArithmeticError),
    *(KeyError, TypeError, AttributeError, StopIteration),
)


def read_compiled(
    source: Path, read: Callable[[Any], Read], *, called: str = "The file “{name}”"
) -> Read:
    """Return what `read` makes of a compiled file; `called` is how a message speaks of it.

    Raises StoreProblem where the file is missing, or holds something else than `read` expects.
    """
    try:
        return read(json.loads(source.read_text(encoding="utf-8")))
    except _DAMAGE as cause:
        raise StoreProblem(
            f"{called.format(name=source.name)} is missing or damaged.",
            fix="Install complaintkit again. Your own records are not touched by that.",
        ) from cause
