"""Where do the words of the check come from?

From JSON compiled out of `data/tone/*.yaml` (`.ci/compile_data.py`). Shipped data are checked by
tests, not here.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from complaintkit.store.compiled import COMPILED, read_compiled

Words = TypeVar("Words")


def load_tone(
    name: str, read: Callable[[Mapping[str, Any]], Words], *, folder: Path = COMPILED
) -> Words:
    """Return what `read` makes of one file of the tone data, by its name in `data/tone`.

    Raises StoreProblem when the file is missing or damaged.
    """
    return read_compiled(folder / f"tone-{name}.json", read)


def load_tones(
    names: Sequence[str],
    read: Callable[[Sequence[Mapping[str, Any]]], Words],
    *,
    folder: Path = COMPILED,
) -> Words:
    """Return what `read` makes of several files together; StoreProblem as in `load_tone`."""
    *before, last = names
    plain = [load_tone(name, dict, folder=folder) for name in before]
    return load_tone(last, lambda one: read([*plain, one]), folder=folder)
