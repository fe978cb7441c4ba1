"""What hangs on the refrigerator door?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

PlanWords = Mapping[str, str]
"""The words around the plan, from `data/plan.yaml`, by key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDate:
    """Something that opens or runs out: `when` in words, and the day where there is one."""

    when: str
    what: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One case as it stands today, for a page that others in the house may read.

    So no account, no reference and no note is in it. `due` is the day of the next
    step in words, or "".
    """

    case: str
    company: str
    title: str
    made_on: date
    stands: str
    action: str
    due: str
    why: str
    do: tuple[str, ...]
    do_not: tuple[str, ...]
    dates: tuple[PlanDate, ...]
    after: tuple[str, ...]
