"""How was it paid, where was it bought, what did it cost – as far as the record says?"""

from collections.abc import Iterable
from decimal import Decimal

_WAYS = {  # how something was bought, by words in the place of purchase
    "online": (
        "online",
        "internet",
        "website",
        "web site",
        "app",
        "www.",
        ".com",
        "en ligne",
        "en línea",
        "en linea",
        "página web",
        "sitio web",
    ),
    "phone": ("phone", "telephone", "teléfono", "telefono", "telefónic"),
    "post": ("mail order", "by post", "by mail", "catalogue", "catalog", "por correo", "catálogo"),
    "doorstep": (
        "doorstep",
        "at home",
        "at my door",
        "door to door",
        "en mi casa",
        "en mi domicilio",
        "puerta a puerta",
    ),
}


def paid_so(payment: str, ways: Iterable[str]) -> bool | None:
    """Whether it was paid in one of these ways; None where the record does not say."""
    paid = payment.strip().casefold().replace(" ", "-")
    return any(way in paid for way in ways) if paid else None


def bought_so(where: str, ways: Iterable[str]) -> bool | None:
    """Whether it was bought in one of these ways; None where the record does not say."""
    words = where.casefold()
    if not words:
        return None
    return any(word in words for way in ways for word in _WAYS.get(way, (way,)))


def costs_so(amount: Decimal | None, *, over: Decimal | None, up_to: Decimal | None) -> bool | None:
    """Whether a price is over one figure and up to another; None where it is not known."""
    if amount is None:
        return None
    return (over is None or amount > over) and (up_to is None or amount <= up_to)


SELL_FEW_GOODS = frozenset(
    {
        "entertainment",
        "moving-company",
        "non-profit",
        "personal-services",
        "subscription",
        "telecom",
    }
)
"""Sectors of services: a bill that is too high is about no goods, and has no day of delivery."""


def may_be_goods(sector: str, *, is_bought: bool) -> bool:
    """Whether a case may be about goods; in services only where it shows that one was bought."""
    return is_bought or sector not in SELL_FEW_GOODS
