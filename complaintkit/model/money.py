"""How much, in which currency?"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An exact amount; `currency` is an ISO 4217 code such as USD."""

    amount: Decimal
    currency: str
