"""How do two copies of one case stand to each other?"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from complaintkit.rules.verify import Sealed


class Standing(StrEnum):
    """How a copy that comes in stands to the one that is here."""

    NEW = "new"
    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    PARTED = "parted"


class Compared(NamedTuple):
    """How two copies stand, and how many entries at their beginning they share."""

    standing: Standing
    shared: int


def compare(here: Sequence[Sealed], there: Sequence[Sealed]) -> Compared:
    """Compare the case as it is here with a copy of it. Both chains hold; `here` may be empty.

    The hashes alone decide. A value that one copy erased does not part them: the chain is the same.
    """
    pairs = zip(here, there, strict=False)
    shared = next(
        (place for place, (one, other) in enumerate(pairs) if one.hash != other.hash),
        min(len(here), len(there)),
    )
    if not here:
        return Compared(Standing.NEW, 0)
    if shared == len(here) == len(there):
        return Compared(Standing.SAME, shared)
    if shared == len(here):
        return Compared(Standing.NEWER, shared)
    if shared == len(there):
        return Compared(Standing.OLDER, shared)
    return Compared(Standing.PARTED, shared)
