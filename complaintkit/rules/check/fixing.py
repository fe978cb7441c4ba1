"""What does a text read like with other words put in?"""

from collections.abc import Callable, Iterable
from difflib import unified_diff

from complaintkit.model.review import Remark, Review

MOST_ROUNDS = 6
"""A rewording may show a weaker finding that lay under it; a few rounds bring out all."""


def put_in(text: str, remarks: Iterable[Remark]) -> str:
    """Return a text with the rewordings of some remarks put in; they must not overlap."""
    for remark in sorted(remarks, key=lambda one: one.start, reverse=True):
        text = text[: remark.start] + remark.suggestion + text[remark.end :]
    return text


def fixed(text: str, look: Callable[[str], Review]) -> str:
    """Return a text with every rewording put in, until none is left or nothing changes."""
    for _ in range(MOST_ROUNDS):
        remarks = [one for one in look(text).remarks if one.is_rewording]
        after = put_in(text, remarks)
        if after == text:
            break
        text = after
    return text


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of whole lines around some words, to be shown before and after."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return first, len(text) if last < 0 else last


def difference(before: str, after: str, *, name: str) -> str:
    """Return a unified diff, as `patch` reads it; "" where nothing changes."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in unified_diff(
            before.splitlines(keepends=True), after.splitlines(keepends=True), name, name
        )
    )
