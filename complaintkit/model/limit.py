"""Which legal or scheme clocks may run in a dispute?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A time limit by law or by the rules of a scheme, from `data/limits` (its README says more).

    `whose` is “yours” (the person loses something after it) or “theirs” (the company must have
    acted). It runs `length` times `unit` (days, working-days, weeks, months, years) from the
    `of` (“first” or “last”) event among `since`, the day of the event not counted. `must_be`
    says what counts on the last day: “sent”, “received” or “done”. `status` “ask” never gives a
    date: the person is told to ask `ask`. `pauses` are the kinds of event that stop and restart
    it, with `least_left` days at the least afterwards. `met_by` are the letter kinds and event
    kinds that end it.
    """

    id: str
    whose: str
    title: str
    act: str
    countries: tuple[str, ...]
    regions: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    not_sectors: tuple[str, ...] = ()
    payment: tuple[str, ...] = ()
    bought: tuple[str, ...] = ()
    price_over: Decimal | None = None
    price_up_to: Decimal | None = None
    currency: str = ""
    condition: str = ""
    since: tuple[str, ...]
    of: str = "first"
    length: int = 0
    unit: str = "days"
    must_be: str = "done"
    pauses: tuple[str, str] | None = None
    least_left: int = 0
    met_by: tuple[str, ...] = ()
    status: str = "ask"
    ask: str = ""
    letter: str = ""
    caution: str = ""
    law: str
    source: str
    url: str = ""
    checked: date
