"""Which digits in a text stand together as one number, and what is said right before them?"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from complaintkit.rules.number_labels import words_before

_SIGNS_OF_MONEY = frozenset("$£€¥₦₹₱¢")
_LABELS = frozenset(("a/c", "account", "acct", "bvn", "cvv", "nhs", "nin", "otp", "pin", "ssn"))
_GLUE = frozenset("-\u2011/=#")


class Found(NamedTuple):
    """A kind of number and its place in the text."""

    kind: str
    start: int
    end: int


class Run(NamedTuple):
    """Groups of digits with single spaces, hyphens or dots between, such as 4111 1111.

    `lengths` counts the digits of each group. `words` are those right before it. `is_glued`
    tells of a part of something longer, such as the digits of TM-0051883.
    """

    groups: tuple[str, ...]
    starts: tuple[int, ...]
    lengths: tuple[int, ...]
    words: list[str]
    is_glued: bool

    def end(self, last: int) -> int:
        """Return where the group with this index ends in the text."""
        return self.starts[last] + self.lengths[last]

    def joined(self, first: int, after: int) -> str:
        """Return the digits of some groups."""
        return "".join(self.groups[first:after])

    def through(self, first: int, digits: int) -> int:
        """Return the index after the group in which just so many digits are full; 0 for none."""
        at = first
        while digits > 0 and at < len(self.lengths):
            digits -= self.lengths[at]
            at += 1
        return at if digits == 0 else 0


def digit_runs(text: str, *, shortest: int) -> Iterator[Run]:
    """Return the runs that take up so many signs, save what follows + or a currency sign."""
    for match in _run().finditer(text):
        start, end = match.span()
        if end - start < shortest or _is_marked(text, start):
            continue
        groups = [(found.start(), found[0]) for found in _group().finditer(text, start, end)]
        if _is_word(text[start - 1 : start]) and not _is_label(words_before(text, start)):
            groups = groups[1:]
        if _is_word(text[end : end + 1]):
            groups = groups[:-1]
        if not groups:
            continue
        first, last = groups[0][0], groups[-1][0] + len(groups[-1][1])
        yield Run(
            groups=tuple(group for _, group in groups),
            starts=tuple(at for at, _ in groups),
            lengths=tuple(len(group) for _, group in groups),
            words=words_before(text, first),
            is_glued=_is_glued(text, first, last),
        )


def _is_marked(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start].rstrip("\u00a0 (")[-1:]
    return before == "+" or before in _SIGNS_OF_MONEY


def _is_glued(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (
        before[-1:] == "#"
        or _is_word(before[-1:])
        or (before[-1:] in _GLUE and _is_word(before[:-1]))
        or (after[:1] in _GLUE and _is_word(after[1:]))
    )


def _is_label(words: list[str]) -> bool:
    """Whether the word that digits are glued to is a label, as in PIN1234."""
    return bool(words) and words[-1].casefold() in _LABELS


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@cache
def _run() -> re.Pattern[str]:
    space, hyphen = "[ \u00a0\u2007\u2009\u202f]", "[-\u2010-\u2013]"
    return re.compile(rf"[0-9]+(?:(?:{space}{{1,2}}|{space}?{hyphen}{space}?|\.)[0-9]+)*")


@cache
def _group() -> re.Pattern[str]:
    return re.compile("[0-9]+")
