"""What may stand for a value in a compiled template, and which filters are Jinja's own?

Each does here what its namesake does in Jinja, as far as our templates ask for it.
"""

import operator
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from complaintkit.render.trace import Fact

Thing = Any  # whatever a template meets: a fact, text, count, list, dictionary, or nothing

COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda one, all_: one in all_,
    "notin": lambda one, all_: one not in all_,
}


class NotGiven(Exception):
    """A shipped template uses a fact that it was not given: the template is at fault."""


class Nothing:
    """What a condition without “else” yields: it prints as nothing and holds nothing."""

    def __init__(self, name: str = "") -> None:
        self._named = name

    def __getitem__(self, *_: object) -> NoReturn:
        raise NotGiven(self._named)

    def __getattr__(self, attribute: str) -> Thing:
        if attribute[:2] == "__":
            raise AttributeError(attribute)
        self[attribute]

    __call__ = __lt__ = __le__ = __gt__ = __ge__ = __getitem__

    def __str__(self) -> str:
        return ""

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


class Missing(Nothing):
    """A name or a part that is not there: one may ask whether it is defined, no more."""

    __str__ = __bool__ = __len__ = __iter__ = __eq__ = __hash__ = Nothing.__getitem__
    __contains__ = Nothing.__getitem__


class Joiner:
    """Yields nothing at first, then each time the sign that stands between parts."""

    def __init__(self, sign: str = ", ") -> None:
        self.sign, self.used = sign, False

    def __call__(self) -> str:
        if self.used:
            return self.sign
        self.used = True
        return ""


class Loop:
    """Where a loop stands."""

    def __init__(self, length: int) -> None:
        self.length, self.index0 = length, -1

    index = property(lambda self: self.index0 + 1)
    first = property(lambda self: self.index0 == 0)
    last = property(lambda self: self.index0 + 1 == self.length)


def _end(name: str, at: int) -> Callable[[Any], Any]:
    def end(values: Thing) -> Thing:
        found = list(values)
        return found[at] if found else Missing(name)

    return end


def _default(value: Thing, instead: Thing = "", boolean: Thing = False) -> Thing:  # noqa: FBT002 – as in Jinja
    return instead if isinstance(value, Nothing) or (boolean and not value) else value


# Those of Jinja's own that a letter has use for; all others are in render/phrases.py.
FILTERS: dict[str, Callable[..., Any]] = {
    "join": lambda values, d="": str(d).join(map(str, values)),
    "length": len,
    "first": _end("first", 0),
    "last": _end("last", -1),
    "default": _default,
}
TESTS: dict[str, Callable[..., bool]] = {
    "defined": lambda value: not isinstance(value, Nothing),
    "undefined": lambda value: isinstance(value, Nothing),
    "none": lambda value: value is None,
}
GLOBALS = {"joiner": Joiner}


def printable(value: Thing) -> str:
    """Return a text, fact or count as it prints; a list, a None or a yes/no never is."""
    if isinstance(value, (str, Fact, Nothing)) or type(value) is int:
        return str(value)
    raise TypeError(f"a letter cannot print a {type(value).__name__}")


def part(value: Thing, name: str) -> Thing:
    """Return `value.name` as Jinja finds it: the attribute, else the key."""
    if type(value) is dict:  # the compiler refuses the names of a dictionary's own methods
        return value[name] if name in value else Missing(name)
    try:
        return getattr(value, name)
    except AttributeError:
        return item(value, name)


def item(value: Thing, key: Thing) -> Thing:
    """Return `value[key]`, or what one may only ask about."""
    try:
        return value[key]
    except (TypeError, LookupError):
        return Missing(str(key))
