"""How do the facts of a letter reach the process that runs a person's own template?

As JSON: plain groups, lists, texts, numbers, and facts as places in a book. Nothing that
could be called, and no object of ours, is handed over.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.render.trace import Book, Fact, fact_at, key_of

_FACT, _LIST = "fact", "list"


def packed(value: object) -> Any:  # noqa: ANN401 – whatever JSON can hold
    """Return facts as JSON can hold them. Raises TypeError for what no template may see."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, Fact):
        return [_FACT, key_of(value)]
    if isinstance(value, dict):
        return {name: packed(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_LIST, *(packed(one) for one in value)]
    raise TypeError(type(value).__name__)


def unpacked(value: Any, book: Book) -> Any:  # noqa: ANN401
    """Return the facts again, as facts of this book."""
    if isinstance(value, dict):
        return {name: unpacked(one, book) for name, one in value.items()}
    if isinstance(value, list):
        kind, *rest = value
        return fact_at(book, rest[0]) if kind == _FACT else [unpacked(one, book) for one in rest]
    return value


def packed_book(book: Book) -> dict[str, Any]:
    """Return a book as JSON can hold it."""
    return {
        "texts": book.texts,
        "sources": book.sources,
        "values": [_packed_value(value) for value in book.values],
    }


def unpacked_book(packed: dict[str, Any]) -> Book:
    """Return the book again."""
    book = Book()
    book.texts = packed["texts"]
    book.sources = packed["sources"]
    book.values = [_value(value) for value in packed["values"]]
    return book


def _packed_value(value: object) -> list[Any] | None:
    if value is None:
        return None
    if isinstance(value, Moment):
        return ["moment", value.wall.isoformat(), value.precision.value, value.skipped]
    if isinstance(value, Money):
        return ["money", str(value.amount), value.currency]
    if isinstance(value, date):
        return ["day", value.isoformat()]
    raise TypeError(type(value).__name__)


def _value(packed: list[Any] | None) -> object:
    if packed is None:
        return None
    kind, *rest = packed
    if kind == "moment":
        wall, precision, skipped = rest
        return Moment(
            wall=datetime.fromisoformat(wall), precision=Precision(precision), skipped=skipped
        )
    if kind == "money":
        return Money(amount=Decimal(rest[0]), currency=rest[1])
    return date.fromisoformat(rest[0])
