"""How do an entry's text fields become values?

The plain form has the key names of the case file (DESIGN.md), every leaf a text.
Texts that cannot be read as a date or number become None: what was recorded stays,
and `verify` reports altered fields.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from complaintkit.model.encounter import Channel, Direction, Encounter, Promise, Representative
from complaintkit.model.moment import Moment, Precision

if TYPE_CHECKING:
    from complaintkit.model.money import Money

Fields = Mapping[str, Any]


def text(fields: Fields, key: str) -> str:
    """Return a text leaf, or "" where there is none."""
    value = fields.get(key)
    return value if isinstance(value, str) else ""


def texts(fields: Fields, key: str) -> tuple[str, ...]:
    """Return the text leaves of a list, or ()."""
    value = fields.get(key)
    return tuple(part for part in value if isinstance(part, str)) if isinstance(value, list) else ()


def inner(fields: Fields, key: str) -> Fields:
    """Return a nested mapping, or {}."""
    value = fields.get(key)
    return value if isinstance(value, dict) else {}


def rows(fields: Fields, key: str) -> Sequence[Fields]:
    """Return a list of nested mappings, or ()."""
    value = fields.get(key)
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else ()


def day(fields: Fields, key: str) -> date | None:
    """Return an ISO date, or None."""
    try:
        return date.fromisoformat(text(fields, key)[:10])
    except ValueError:
        return None


def whole(fields: Fields, key: str) -> int | None:
    """Return a whole number, or None."""
    try:
        return int(text(fields, key))
    except ValueError:
        return None


def yes_no(fields: Fields, key: str) -> bool | None:
    """Return True for yes, False for no, else None."""
    return {"yes": True, "no": False}.get(text(fields, key))


def money(fields: Fields, key: str) -> "Money | None":
    """Return an amount with its currency, or None."""
    from decimal import Decimal, InvalidOperation

    from complaintkit.model.money import Money

    found = inner(fields, key)
    try:
        amount = Decimal(text(found, "amount"))
    except InvalidOperation:
        return None
    return Money(amount=amount, currency=text(found, "currency"))


def moment(fields: Fields, *, recorded_at: str = "1970-01-01") -> Moment:
    """Return when an encounter happened: `at`, `offset`, `zone`, `precision`, `skipped`.

    Where `at` cannot be read (it was altered or erased), the day of recording stands in.
    """
    at = text(fields, "at")
    try:
        wall = datetime.fromisoformat(f"{at}-01" if len(at) == len("2026-01") else at)
    except ValueError:
        at = recorded_at[:10]
        wall = datetime.fromisoformat(at)
    stated = text(fields, "precision")
    precision = Precision(stated) if stated in list(Precision) else _precision(at)
    return Moment(
        wall=wall.replace(tzinfo=None),
        offset=offset(text(fields, "offset")),
        zone=text(fields, "zone"),
        precision=precision,
        skipped=yes_no(fields, "skipped") is True,
    )


def _precision(at: str) -> Precision:
    if "T" in at:
        return Precision.EXACT
    return Precision.MONTH if len(at) == len("2026-01") else Precision.DAY


def offset(written: str) -> timedelta | None:
    """Return a distance from UTC such as +05:30, or None where none can be read."""
    sign, hours, colon, minutes = written[:1], written[1:3], written[3:4], written[4:]
    digits = hours + minutes
    if sign not in ("+", "-") or colon != ":" or not (digits.isascii() and digits.isdecimal()):
        return None
    size = timedelta(hours=int(hours), minutes=int(minutes))
    if len(digits) != len("0530") or size >= timedelta(days=1):
        return None
    return -size if sign == "-" else size


def encounter(
    fields: Fields,
    *,
    seq: int,
    entry_id: str,
    recorded_at: str,
    exhibits: tuple[int, ...] = (),
) -> Encounter:
    """Return one contact as recorded."""
    channel = text(fields, "channel")
    return Encounter(
        seq=seq,
        entry_id=entry_id,
        moment=moment(fields, recorded_at=recorded_at),
        channel=Channel(channel) if channel in list(Channel) else Channel.PHONE,
        medium=text(fields, "medium"),
        direction=Direction.IN if text(fields, "direction") == "in" else Direction.OUT,
        reached=yes_no(fields, "reached") is not False,
        representative=representative(inner(fields, "with")),
        said=text(fields, "said"),
        quote=text(fields, "quote"),
        subject=text(fields, "subject"),
        text=text(fields, "text"),
        message_id=text(fields, "message_id"),
        promises=tuple(
            Promise(what=text(row, "what"), index=place, by=day(row, "by"))
            for place, row in enumerate(rows(fields, "promised"), start=1)
        ),
        reference=text(fields, "reference"),
        minutes=whole(fields, "minutes"),
        tags=texts(fields, "tags"),
        exhibits=exhibits,
    )


def representative(fields: Fields) -> Representative | None:
    """Return who spoke for the company; None where neither name nor role is known."""
    name, role = text(fields, "name"), text(fields, "role")
    return Representative(name=name, role=role) if name or role else None
