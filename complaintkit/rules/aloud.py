"""How is a fact of the record said aloud, in few words?"""

import re
from datetime import date

from complaintkit.model.encounter import Representative
from complaintkit.model.moment import Moment, Precision
from complaintkit.rules.countries import day_first_in
from complaintkit.rules.letter_told import MONTHS

SIGNS_A_WORD = 14  # a longer word counts as several: nobody says it in one breath
_END = re.compile(r"(?<=[.?!])\s+(?=\W*[^\W_a-z])")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nr|Inc|Ltd|Co|Corp|approx|vs)|\b[A-Za-z](?:\.[A-Za-z])*)\.$"
)
_NAMED = "|".join(rf"{month[:3]}(?:{month[3:]})?\.?" for month in MONTHS)
_A_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_NAMED})\b|\b(?:{_NAMED})\s+\d"
    r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
    re.IGNORECASE,
)
_DETERMINED = frozenset(
    "a an the my our your their his her this these that those to some all full one two".split()  # noqa: SIM905
)


def one_line(text: str) -> str:
    """Return the text on one line."""
    return " ".join(text.split())


def unstopped(text: str) -> str:
    """Return the text on one line, without the full stop at its end."""
    line = one_line(text)
    return line if line.endswith(("..", "…")) else line.removesuffix(".")


def first_sentence(text: str) -> str:
    """Return the first sentence, without its full stop; “Mr. Bell” does not end one."""
    found = ""
    for part in _END.split(one_line(text)):
        found = f"{found} {part}".strip()
        if not _SHORTENED.search(found):
            break
    return unstopped(found)


def in_words(text: str, most: int) -> str:
    """Return at most so many words; what is left out shows as “…”."""
    line, left, kept = one_line(text), most, 0
    for word in re.finditer(r"\S+", line):
        left -= _weight(word.group())
        if left < 0:
            break
        kept = word.end()
    if kept == len(line):
        return line
    if not kept:
        kept = min(len(line), most * SIGNS_A_WORD)
    return f"{line[:kept].rstrip(' ,;:–-(“')}…"


def count_words(text: str) -> int:
    """Return how many words it takes to say the text."""
    return sum(map(_weight, text.split()))


def _weight(word: str) -> int:
    return max(1, -(-len(word) // SIGNS_A_WORD))


def day(on: date, *, country: str, today: date | None = None) -> str:
    """Return “15 April 2026”, in the United States “April 15, 2026”; no year where it is this."""
    month = MONTHS[on.month - 1].capitalize()
    month_first = day_first_in(country) is False
    named = f"{month} {on.day}" if month_first else f"{on.day} {month}"
    if today and on.year == today.year:
        return named
    return f"{named}, {on.year}" if month_first else f"{named} {on.year}"


def when(moment: Moment, *, country: str, today: date | None = None) -> tuple[str, str]:
    """Return how surely the day is known (day, day-about or month), and its name."""
    if moment.precision is Precision.MONTH:
        year = "" if today and moment.on.year == today.year else f" {moment.on.year}"
        return "month", f"{MONTHS[moment.on.month - 1].capitalize()}{year}"
    key = "day-about" if moment.precision is Precision.ABOUT and not moment.has_time else "day"
    return key, day(moment.on, country=country, today=today)


def person(representative: Representative | None) -> str:
    """Return “Jane, supervisor”, “the billing agent”, or "" where nobody is named."""
    if representative is None:
        return ""
    name, role = one_line(representative.name), one_line(representative.role)
    if name and role:
        return f"{name}, {role}"
    if name or not role:
        return name
    return role if role.split()[0].casefold() in _DETERMINED else f"the {role}"


def fits_after_like(wish: str) -> bool:
    """Whether “I would like” can stand before a wish: “a refund”, “to cancel”, “£40 back”."""
    first = wish.split(maxsplit=1)[0].casefold() if wish.split() else ""
    return first in _DETERMINED or any(map(str.isdigit, first))


def is_a_time(start: str) -> bool:
    """Whether “since” goes before it (“2008”, “March 2008”) and not “for” (“ten years”)."""
    return bool(re.search(r"\b(?:1[89]|20)\d\d\b", start)) or start.casefold() in MONTHS


def names_a_day(text: str) -> bool:
    """Whether a text holds a date, as near as a few patterns can tell."""
    return _A_DAY.search(text) is not None
