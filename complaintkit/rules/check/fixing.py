"""What does a text read like with other words put in?"""

import re
from collections.abc import Callable, Iterable
from difflib import unified_diff
from functools import cache

from complaintkit.model.review import Remark, Review

_NAME_WORDS = 6
MOST_ROUNDS = 6
"""A rewording may show a weaker finding that lay under it; a few rounds bring out all."""


def put_in(text: str, remarks: Iterable[Remark]) -> str:
    """Return a text with the rewordings of some remarks put in; they must not overlap."""
    for remark in sorted(remarks, key=lambda one: one.start, reverse=True):
        text = text[: remark.start] + remark.suggestion + text[remark.end :]
    return text


def fixed(text: str, look: Callable[[str], Review]) -> str:
    """Return a text with every rewording put in, and every sentence added that the case fills.

    It ends when none is left or nothing changes.
    """
    for _ in range(MOST_ROUNDS):
        found = look(text)
        after = put_in(text, (one for one in found.remarks if one.is_rewording))
        if after == text:
            for one in found.missing:
                after = added(after, one.sentence) if one.is_filled else after
        if after == text:
            break
        text = after
    return text


def added(text: str, sentence: str) -> str:
    """Return a text with one more paragraph, before the close of the letter where it has one.

    A last paragraph of short lines without a full stop is taken for a name and an address.
    """
    closes = [found.start() for found in _close().finditer(text)]
    if closes:
        at = closes[-1]
        return f"{text[:at].rstrip()}\n\n{sentence}\n\n{text[at:]}"
    before, _, last = text.rstrip().rpartition("\n\n")
    if before and all(map(_is_short, last.splitlines())):
        return f"{before.rstrip()}\n\n{sentence}\n\n{last}\n"
    return f"{text.rstrip()}\n\n{sentence}\n"


def _is_short(line: str) -> bool:
    return len(line.split()) <= _NAME_WORDS and not line.rstrip().endswith((".", "?", "!"))


@cache
def _close() -> re.Pattern[str]:
    return re.compile(
        r"^[ \t]*(?:yours\b|sincerely\b|faithfully\b|respectfully\b|(?:with )?(?:kind|best|warm)"
        r"(?:est)? (?:regards|wishes)|regards\b)[^\n]{0,40}$",
        re.IGNORECASE | re.MULTILINE,
    )


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
