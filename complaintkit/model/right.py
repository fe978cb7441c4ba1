"""What may a letter claim by law, and when?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """An entitlement that a letter may name, from `data/rights` (what a row means: its README).

    `use` is the kind of letter that it serves. `law_in`, `title`, `clause` and `form` are words
    by language; `form` holds the lines of a statutory form for goods and for a service. No
    `sectors`: companies of every kind but `not_sectors`. `answer_days` or `answer_months` is the
    legal time to answer, 0 where there is none. The
    conditions: how it was paid, what it cost (over, not from), how it was bought, within how
    many days of which event, and `ask`, a question that no record answers. `note` and
    `recipient` are for the person, not for the letter.
    """

    id: str
    use: str
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    law: str
    law_in: Mapping[str, str]
    title: Mapping[str, str]
    clause: Mapping[str, str]
    form: Mapping[str, Mapping[str, tuple[str, ...]]]
    form_optional: tuple[str, ...] = ()
    answer_days: int = 0
    answer_months: int = 0
    payment: tuple[str, ...] = ()
    price_over: Decimal | None = None
    price_up_to: Decimal | None = None
    currency: str = ""
    bought: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    not_sectors: tuple[str, ...] = ()
    within_days: int = 0
    since: str = ""
    ask: str = ""
    recipient: str = ""
    rank: int = 0
    note: str = ""
    source: str
    url: str = ""
    checked: date
