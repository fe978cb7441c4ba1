"""What does a YAML file say, with every scalar as the text it was typed as?

YAML guesses types (0123456 becomes 42798, “no” becomes false) and knows anchors, tags and
last-wins keys. Here the events of the parser are read one by one: nothing is guessed, and
nothing in a file can make the reader recurse, run or run on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from complaintkit.errors import CaseFileFaulty

if TYPE_CHECKING:
    from yaml import Event

MOST_BYTES = 32 * 1024 * 1024
DEEPEST = 20
MOST_NODES = 3_000_000
_MOST_FAULTS = 50
_FIX = "Correct the file with a text editor, then try again."


@dataclass(slots=True)
class Lines:
    """The line (from 1) on which each value of a file stands; a tree like the values' own."""

    line: int
    below: dict[Any, "Lines | int"] = field(default_factory=dict)

    def of(self, path: tuple[Any, ...]) -> int:
        """Return the line of a path such as ("case", "company", "name"); of the nearest
        part above it where the path is not in the file.
        """
        here: Lines | int = self
        for step in path:
            below = here.below.get(step) if isinstance(here, Lines) else None
            if below is None:
                break
            here = below
        return here.line if isinstance(here, Lines) else here


@dataclass(slots=True)
class _Open:
    """A mapping or a list whose end has not come yet. `key` waits for its value."""

    value: dict[str, Any] | list[Any]
    lines: Lines
    key: str | None = None


def load_text(source: bytes, name: str) -> tuple[object, Lines]:
    """Read a YAML file as nested dict, list and str, with the line of each value.

    Raises CaseFileFaulty, with file and line, for text that is no YAML or no UTF-8, for
    anchors, aliases, tags and keys given twice, and beyond 32 MB or 20 levels.
    """
    text = _decoded(source, name)
    reading = _Reading(name=name)
    for event in _events(text, name):
        reading.take(event)
    return reading.result()


def _decoded(source: bytes, name: str) -> str:
    if len(source) > MOST_BYTES:
        raise CaseFileFaulty(
            f"{name} is larger than {MOST_BYTES // 1024 // 1024} MB.",
            fix="Leave attachments as files beside it; the case file holds text only.",
        )
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = source.count(b"\n", 0, fault.start) + 1
        raise CaseFileFaulty(
            f"{name}, line {line}: this is not text in UTF-8.",
            fix="Save the file as UTF-8 in your editor, then try again.",
        ) from None


def _events(text: str, name: str) -> Iterator["Event"]:
    """Yield the parser's events; its complaints become ours, with the line."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = f", line {mark.line + 1}" if mark else ""
        raise CaseFileFaulty(f"{name}{line}: {_plain(fault.problem or '')}", fix=_FIX) from None
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        position = getattr(fault, "position", None)
        line = f", line {text.count(chr(10), 0, position) + 1}" if isinstance(position, int) else ""
        raise CaseFileFaulty(
            f"{name}{line}: it holds characters that YAML does not allow.", fix=_FIX
        ) from None


_PLAIN = {
    "mapping values are not allowed": "a text holds “: ”, or the line is indented too far. "
    "Put such a text in quotes.",
    "cannot start any token": "a value begins with a character that YAML keeps for itself (a tab, "
    "@, % or `). Indent with spaces, and put such a text in quotes.",
    "could not find expected ':'": "a “:” is missing after a key, or a quote is not closed.",
    "unexpected end of stream": "a quote is not closed.",
    "did not find expected ',' or": "a “,” or the closing bracket of a list or group is missing.",
    "exceeded maximum nesting depth": "it has more than 20 levels.",
    "did not find expected key": "the line does not fit the group above it; check its indentation.",
}


def _plain(problem: str) -> str:
    """Put the parser's commonest complaints into plain words."""
    known = (plain for complaint, plain in _PLAIN.items() if complaint in problem)
    return next(known, f"the layout cannot be read ({problem}).")


class _Reading:
    """Builds the values from events, without recursion, and gathers the faults."""

    def __init__(self, *, name: str) -> None:
        self._name = name
        self._top = _Open(value=[], lines=Lines(line=1))
        self._open = [self._top]
        self._faults: list[str] = []
        self._nodes = 0

    def take(self, event: "Event") -> None:
        """Take one event of the parser."""
        import yaml

        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.NodeEvent):
            self._check_node(event, line)
        if isinstance(event, yaml.ScalarEvent):
            self._add(event.value, event.value, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin({}, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin([], line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._add("", "", line)

    def result(self) -> tuple[object, Lines]:
        """Return what was read, or raise all the faults found."""
        documents = self._top.value
        if not self._faults and len(documents) != 1:
            problem = "is empty" if not documents else "holds more than one document (“---”)"
            raise CaseFileFaulty(f"{self._name} {problem}.", fix=_FIX)
        if self._faults:
            raise CaseFileFaulty("\n".join(self._faults), fix=_FIX)
        lines = self._top.lines.below.get(0, 1)
        assert isinstance(documents, list)  # noqa: S101 - the top is made as a list above
        return documents[0], lines if isinstance(lines, Lines) else Lines(line=lines)

    def _check_node(self, event: "Event", line: int) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise CaseFileFaulty(
                f"{self._name}, line {line}: there are more than {MOST_NODES} values.", fix=_FIX
            )
        anchor = getattr(event, "anchor", None)
        tag = getattr(event, "tag", None)
        if anchor is not None:
            sentence = f"“&{anchor}” or “*{anchor}” refers to another place."
            self._fault(line, f"{sentence} Write the text itself, or put it in quotes.")
        if tag is not None:
            self._fault(line, f"“{tag}” is a YAML tag. Leave it out, or put the text in quotes.")

    def _begin(self, value: dict[str, Any] | list[Any], line: int) -> None:
        if len(self._open) > DEEPEST:
            raise CaseFileFaulty(
                f"{self._name}, line {line}: it is nested more than {DEEPEST} levels deep.",
                fix=_FIX,
            )
        lines = Lines(line=line)
        self._add(value, None, line, lines)
        self._open.append(_Open(value=value, lines=lines))

    def _add(self, value: object, text: str | None, line: int, lines: Lines | None = None) -> None:
        """Put a value where it belongs: in a list, or as a key or the value of one."""
        into = self._open[-1]
        if isinstance(into.value, list):
            into.lines.below[len(into.value)] = lines or line
            into.value.append(value)
        elif into.key is None:
            if text is None:
                self._fault(line, "a list or a group stands where a key should be.")
            into.key = text or ""
            if into.key in into.value:
                self._fault(line, f"“{_short(into.key)}” is given twice in the same group.")
            into.lines.below[into.key] = line
        else:
            into.value[into.key] = value
            key_line = into.lines.below[into.key]
            if lines is not None and isinstance(key_line, int):
                lines.line = key_line
                into.lines.below[into.key] = lines
            into.key = None

    def _fault(self, line: int, sentence: str) -> None:
        if len(self._faults) < _MOST_FAULTS:
            self._faults.append(f"{self._name}, line {line}: {sentence}")


def _short(text: str) -> str:
    """Return text fit for one line of a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:57] + "…"  # noqa: PLR2004 - a line of a message
