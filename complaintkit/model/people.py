"""Who is involved?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The person who complains, and how to reach them."""

    name: str = ""
    address: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """A named person at the head of a company."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The company complained to. `account` is the person's number there, kept as text."""

    name: str
    address: tuple[str, ...] = ()
    country: str = ""
    region: str = ""
    email: str = ""
    phone: str = ""
    head: Officer | None = None
    account: str = ""
    customer_since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Another body in the dispute: the bank, the card issuer, the maker, an agent."""

    name: str
    role: str = ""
    address: tuple[str, ...] = ()
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behalf:
    """Whom the person speaks for, and by what authority."""

    name: str
    authority: str = ""
