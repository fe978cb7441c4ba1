"""Whom does a letter name as speaking for the company, and does the log know them?"""

import re
from functools import cache
from typing import NamedTuple

from complaintkit.rules.check.claims.record import Known, Record, name_parts
from complaintkit.rules.check.claims.words import ClaimsWords
from complaintkit.rules.words import plain_word


class Mention(NamedTuple):
    """A person as a letter names them, with the entries in which that person spoke.

    `frame` says how it is known that the person was spoken with: “verb” (“Devon said”), “with”,
    “role” (“Devon (billing)”), else “title” or "". `entries` is empty for one that the log does
    not know.
    """

    start: int
    end: int
    parts: tuple[str, ...]
    frame: str
    entries: tuple[Known, ...]


def people_in(text: str, record: Record, words: ClaimsWords) -> list[Mention]:
    """Return the people of the company whom a text names, known to the log or not."""
    found = []
    for match in words.names_in.finditer(text):
        mention = _mention(text, match, record, words)
        if mention:
            found.append(mention)
    return found


def _mention(text: str, match: re.Match[str], record: Record, words: ClaimsWords) -> Mention | None:
    if not match["title"] and not _is_worth(match["name"], record, words):
        return None
    named = [
        (one[0], match.start("name") + one.start(), match.start("name") + one.end())
        for one in re.finditer(r"\S+", match["name"])
    ]
    while named and plain_word(named[0][0]) in words.no_names:
        named.pop(0)
    while named and plain_word(named[-1][0]) in words.no_names:
        named.pop()
    if all(plain_word(one[0]) in record.others for one in named):
        return None
    parts = _parts(named, words)
    if not parts:
        return None
    has_title = match["title"] is not None and named[0][1] == match.start("name")
    entries = _entries(parts, record, words)
    if entries:
        named = [one for one in named if _is_staff(one[0], record, words)] or named
    elif match["name"].isupper() or all(part in record.words for part in parts):
        return None
    start, end = named[0][1], named[-1][2]
    frame = _frame(text, match.start("title") if has_title else start, end, words)
    frame = frame or "title" * has_title
    if not entries and not frame:
        return None
    start = match.start("title") if has_title else start
    return Mention(start, end, _parts(named, words), frame, entries)


def _is_worth(name: str, record: Record, words: ClaimsWords) -> bool:
    """Whether a word with a capital, or several, can name somebody the log should know."""
    plain = (plain_word(word) for word in name.split())
    return any(word not in record.others and word not in words.no_names for word in plain)


def _parts(named: list[tuple[str, int, int]], words: ClaimsWords) -> tuple[str, ...]:
    return tuple(part for word, _, _ in named for part in name_parts(word, words.titles))


def _is_staff(word: str, record: Record, words: ClaimsWords) -> bool:
    """Whether a word is part of a known name, or is unknown to the log altogether."""
    parts = name_parts(word, words.titles)
    return any(part in record.staff or part not in record.words for part in parts)


def _entries(parts: tuple[str, ...], record: Record, words: ClaimsWords) -> tuple[Known, ...]:
    """Return the entries of the person who bears all those parts of the name that are known."""
    lists = [record.staff[part] for part in parts if part in record.staff]
    if not lists:
        return ()
    first, *rest = lists
    shared = tuple(one for one in first if all(one in other for other in rest))
    full = tuple(one for one in shared if set(parts) <= set(name_parts(one.name, words.titles)))
    return full or shared


def _frame(text: str, start: int, end: int, words: ClaimsWords) -> str:
    before, after = text[max(0, start - 40) : start], text[end : end + 60]
    if words.met.search(before):
        return "with"
    if words.spoke.match(after):
        return "verb"
    return "role" if _role().match(after) else ""


def is_near(one: str, other: str) -> bool:
    """Whether two words differ by one letter, or by two where they are long."""
    if one == other or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 3:  # noqa: PLR2004
        return False
    return distance(one, other) <= (2 if len(other) > 6 else 1)  # noqa: PLR2004


def distance(one: str, other: str) -> int:
    """Return by how many letters two words differ; two swapped beside each other are one."""
    rows = [list(range(len(other) + 1))]
    for at, letter in enumerate(one, start=1):
        row = [at]
        for place, sign in enumerate(other, start=1):
            cost = min(rows[-1][place] + 1, row[-1] + 1, rows[-1][place - 1] + (letter != sign))
            is_swap = at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == sign
            row.append(min(cost, rows[-2][place - 2] + 1) if is_swap else cost)
        rows.append(row)
    return rows[-1][-1]


@cache
def _role() -> re.Pattern[str]:
    return re.compile(r"\s\((?!no name)[^()\d]{2,40}\)")
