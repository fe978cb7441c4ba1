"""What would puzzle or harm in a letter that is about to go out?

A small check of the words alone, each finding one sentence. It never repeats a number that
should not be there.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from complaintkit.rules.letter_kinds import KINDS, MAY_BE_LONG, MOST_WORDS
from complaintkit.rules.sentences import plain_date

NEEDS_NO_ANSWER = frozenset(
    {"confirm-call", *(kind.name for kind in KINDS.values() if not kind.days)}
)


def draft_findings(
    text: str,
    *,
    body: str,
    kind: str,
    answer_by: date | None,
    today: date | None,
    company: str,
    person: str,
) -> list[str]:
    """Return what to look at in a letter before it goes, in the order of weight.

    `text` is the whole letter, `body` what stands between greeting and closing. `company`
    and `person` are the names that should stand in it; "" is not looked for. `today` None
    leaves out whether the date to answer by has passed.
    """
    return [
        *_blanks(text),
        *_names(text, company, person),
        *_dates(kind, answer_by, today),
        *_length(body, kind),
    ]


def _blanks(text: str) -> Iterator[str]:
    found = [match[0] for blank in _blank_patterns() for match in blank.finditer(text)]
    shown = [one if len(one) <= 30 else f"{one[:29]}…" for one in dict.fromkeys(found)]  # noqa: PLR2004
    if shown:
        told = ", ".join(f"“{one}”" for one in shown[:3])
        more = f" and {len(shown) - 3} more" if len(shown) > 3 else ""  # noqa: PLR2004
        yield f"Something in the letter looks like a blank to be filled in: {told}{more}."


@cache
def _blank_patterns() -> tuple[re.Pattern[str], ...]:
    brackets = r"\[(?!sic\])[^\[\]\n]{0,60}\]|\{[^{}\n]{0,60}\}"
    return (
        re.compile(r"_{3,}"),
        re.compile(rf"{brackets}|<[A-Za-z…](?:[A-Za-z …]{{0,38}}[A-Za-z…])?>"),
        re.compile(r"\b(?:XX|DD|MM)[/.-](?:XX|DD|MM)(?:[/.-](?:XX|YY){1,2})?(?![A-Za-z])"),
        re.compile(r"\b(?:TODO|TBD|FIXME)\b|(?i:lorem ipsum)"),
    )


def _names(text: str, company: str, person: str) -> Iterator[str]:
    told = _words(text)
    if company.strip() and not _holds(told, company, first=True):
        yield f"The name of the company, {company}, is not in the letter."
    if person.strip() and not _holds(told, person, first=False):
        yield f"Your name, {person}, is not in the letter."


def _holds(told: str, name: str, *, first: bool) -> bool:
    """Whether a name is there, or its telling part: Calder of Calder & Sons Ltd, a surname."""
    words = [word for word in _words(name).split() if word != "the"]
    if not words:
        return True
    part = words[0 if first else -1]
    return " ".join(words) in told or f" {part} " in f" {told} "


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _dates(kind: str, answer_by: date | None, today: date | None) -> Iterator[str]:
    if answer_by is None:
        if kind not in NEEDS_NO_ANSWER:
            yield (
                "The letter names no date to answer by. With one, the company knows when, and "
                "`complaintkit` can tell you when it has passed."
            )
    elif today and answer_by < today:
        yield f"The date to answer by, {plain_date(answer_by)}, has passed."


def _length(body: str, kind: str) -> Iterator[str]:
    words = sum(1 for word in body.split() if any(map(str.isalnum, word)))
    if words > MOST_WORDS and kind not in MAY_BE_LONG:
        yield (
            f"The letter has {words} words. One of {MOST_WORDS} at most is read more closely: "
            "leave out what the company need not know to decide."
        )
