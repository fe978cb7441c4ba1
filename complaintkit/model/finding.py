"""What did a check find?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that differs: where, what, and what that means for the person."""

    place: str
    what: str
    meaning: str
