"""What is wrong with a person's own template, and on which line?

Gathered while it is rendered, so that all faults are told at once: what is unknown, or
cannot be printed, prints as nothing here and is noted.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from types import FrameType, TracebackType
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, Undefined, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

from complaintkit.errors import FileUnusable
from complaintkit.render.environment import can_be_printed

MOST_FAULTS = 50
MOST_DETAIL = 200
_COMPILED = "__jinja_template__"
_NO_SUCH = re.compile(r"No (filter|test) named '([^']*)'")
_SOUGHT = {"no-filter": r"\|\s*{}\b", "no-test": r"\bis\s+(?:not\s+)?{}\b"}
_UNUSABLE = (TypeError, AttributeError, ValueError, LookupError, ArithmeticError)

Line = tuple[str, int]
Told = tuple[str, str, int, str]


class TimeUp(BaseException):
    """The template has used up its time. No `except Exception` may catch it."""


class TooLong(Exception):
    """The letter grew beyond what a letter can be."""


class Faults:
    """The faults of one rendering: what kind, in which file, on which line, and the detail."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._found: dict[Told, None] = {}

    def note(self, kind: str, detail: str = "", *, within: BaseException | None = None) -> None:
        """Keep a fault, with the line of the template that runs now or that raised this."""
        name, line = _place_of(within) if within else _current_place()
        if kind in _SOUGHT:
            name, line = self._first(_SOUGHT[kind].format(re.escape(detail))) or (name, line)
        if kind in {"unknown", "nothing"}:
            detail = self._as_written(name, line, detail)
        if len(self._found) < MOST_FAULTS:
            self._found[kind, name, line, detail[:MOST_DETAIL]] = None

    def listed(self) -> list[Told]:
        """Return the faults in the order in which they were met."""
        return list(self._found)

    def _first(self, pattern: str) -> Line | None:
        """Return the first line that holds such words: Jinja does not always tell it."""
        for name, text in self._sources.items():
            if found := re.search(pattern, text):
                return name, text.count("\n", 0, found.start()) + 1
        return None

    def _as_written(self, name: str, line: int, word: str) -> str:
        """Return “purchase.colour” for “colour”, where the line has it so."""
        lines = self._sources.get(name, "").split("\n")
        written = lines[line - 1] if 0 < line <= len(lines) else ""
        found = re.search(rf"(?<![\w.])((?:\w+\.)*{re.escape(word)})(?!\w)", written[:2000])
        return found[1] if found else word


class _Unknown(Undefined):
    """A fact that is not there: each use of it is noted, and it is empty."""

    __slots__ = ()
    faults: Faults

    def _noted(self, *_: object, **__: object) -> "_Unknown":
        if self._undefined_exception is SecurityError:
            self.faults.note("unsafe", str(self._undefined_name))
        else:
            kind = "nothing" if self._undefined_obj is None else "unknown"
            self.faults.note(kind, str(self._undefined_name))
        return self

    def __getattr__(self, name: str) -> "_Unknown":
        if name.startswith("__"):
            raise AttributeError(name)
        return self._noted()

    def __str__(self) -> str:
        self._noted()
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._noted()
        return iter(())

    def __len__(self) -> int:
        self._noted()
        return 0

    def __bool__(self) -> bool:
        self._noted()
        return False

    def __eq__(self, other: object) -> bool:
        self._noted()
        return False

    def __ne__(self, other: object) -> bool:
        self._noted()
        return True

    __hash__ = Undefined.__hash__


for _name in [name for name, one in vars(Undefined).items() if one is Undefined.__add__]:
    setattr(_Unknown, _name, _Unknown._noted)  # noqa: SLF001 – sums, calls, comparisons


def unknown(faults: Faults) -> type[Undefined]:
    """Return the class of what stands for a fact that is not there."""
    return type("Unknown", (_Unknown,), {"__slots__": (), "faults": faults})


def printing(faults: Faults) -> Callable[..., object]:
    """Return what looks at each printed value: a list or a None is noted and left out."""

    @pass_context  # so that constants, too, are looked at while the letter is written
    def look(_: Context, value: object) -> object:
        if can_be_printed(value):
            return value
        faults.note("unprintable", _called(value))
        return ""

    return look


def guarded(name: str, ours: Callable[..., Any], faults: Faults, *, otherwise: Any) -> Any:  # noqa: ANN401
    """Return a filter or test of ours that notes what it cannot be used on."""

    @wraps(ours)
    def careful(*given: Any) -> Any:  # noqa: ANN401
        for one in given:
            if isinstance(one, Undefined):
                str(one)  # notes it
                return otherwise
        try:
            return ours(*given)
        except _UNUSABLE:
            faults.note("misused", name)
            return otherwise

    return careful


def told(fault: BaseException) -> tuple[str, str]:
    """Return the kind of a fault that ended the rendering, and its detail."""
    if isinstance(fault, TemplateNotFound):
        return "no-part", str(fault.name)
    if isinstance(fault, FileUnusable):
        return "layout", fault.problem
    no_such = _NO_SUCH.search(str(fault))
    if no_such:
        return f"no-{no_such[1]}", no_such[2]
    for kind, types in _KINDS.items():
        if isinstance(fault, types):
            return kind, str(fault) if kind == "syntax" else ""
    return "broken", ""


_KINDS: dict[str, tuple[type[BaseException], ...]] = {
    "syntax": (TemplateSyntaxError,),
    "unsafe": (SecurityError,),
    "endless": (RecursionError,),
    "memory": (MemoryError,),
    "time": (TimeUp,),
    "long": (TooLong,),
}


def _place_of(fault: BaseException) -> Line:
    """Return the innermost line of a template in a traceback."""
    if isinstance(fault, TemplateSyntaxError):
        return fault.name or "", fault.lineno
    place: Line = ("", 0)
    at: TracebackType | None = fault.__traceback__
    while at:
        place = _line_of(at.tb_frame, at.tb_lineno) or place
        at = at.tb_next
    return place


def _current_place() -> Line:
    """Return the line of the template that is running now."""
    import sys

    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 – Jinja keeps the line nowhere else
    while frame:
        place = _line_of(frame, frame.f_lineno)
        if place:
            return place
        frame = frame.f_back
    return "", 0


def _line_of(frame: FrameType, line: int | None) -> Line | None:
    template = frame.f_globals.get(_COMPILED)
    if template is None:
        return None
    return template.name or "", template.get_corresponding_lineno(line) if line else 0


def _called(value: object) -> str:
    names = {bool: "a yes or no", list: "a list", dict: "a group of facts", type(None): "“none”"}
    return names.get(type(value), "something that is no text")
