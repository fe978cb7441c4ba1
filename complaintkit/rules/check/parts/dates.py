"""Which dates stand in a text?"""

import re
from collections.abc import Iterator
from functools import cache

from complaintkit.rules.check.draft import Draft

Span = tuple[int, int]

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NTH = rf"{_DAY}(?:\s?(?:st|nd|rd|th|er|º)\b|\.(?!\d))?"
_YEAR = r"(?:19|20)\d\d"
_BEFORE_A_DAY = frozenset(
    (
        *("on", "since", "by", "from", "dated", "before", "after", "until", "till", "between"),
        *("date", "due", "of", "am", "vom", "bis", "seit", "le", "du", "au", "el", "del", "desde"),
    )
)
_WORDS_TOO = frozenset(["may", "march", "mar", "mars", "mai"])
_SHORT_YEAR = 2
_LOOK = 16  # characters before a month in which its day can stand
_LAST_MONTH, _LAST_DAY = 12, 31


def dates(draft: Draft, months: str) -> list[Span]:
    """Return the dates of a text, in their order; `months` are names with `|` between."""
    return sorted({*_in_digits(draft.text), *_in_words(draft, months)})


@cache
def _digits() -> re.Pattern[str]:
    """Digits with separators, and the masks of the CFPB; no part of a longer run of numbers."""
    return re.compile(
        r"(?<![\d/.])(?P<full>(?:XX|\d{1,2})/(?:XX|\d{1,2})/(?:XXXX|XX|(?:19|20)\d\d))(?![\d/])"
        r"|(?<![\w./$€£₹₦-])(?:"
        r"(?P<iso>(?:19|20)\d\d)(?P<i1>[-/.])(?P<im>\d{1,2})(?P=i1)(?P<id>\d{1,2})"
        r"|(?P<a>\d{1,2})(?P<s>[-/.])\s?(?P<b>\d{1,2})(?P=s)\s?(?P<y>(?:19|20)?\d\d)"
        r"|(?P<c>\d{1,2})(?P<t>[/.])(?P<d>\d{1,2})(?P<dot>\.(?!\d))?"
        r")(?![\w/-]|[.,:]\d|\s?%)"
    )


def _in_digits(text: str) -> Iterator[Span]:
    """Yield dates in digits: “12/03/2026”, “2026-03-12”, “12.3.26”, “on 3/14”, “XX/XX/2018”."""
    for found in _digits().finditer(text):
        follows = _follows_calendar_word(text, found.start())
        if found["full"]:
            one, other, _ = found["full"].split("/")
            fits = "X" in one + other or _is_day(one, other)
        elif found["iso"]:
            fits = _is_day(found["im"], found["id"])
        elif found["y"]:
            is_version = found["s"] == "." and len(found["y"]) == _SHORT_YEAR and not follows
            fits = _is_day(found["a"], found["b"]) and not is_version
        else:
            fits = follows and _is_day(found["c"], found["d"])
            fits = fits and (found["t"] == "/" or found["dot"] is not None)
        if fits:
            yield found.span()


def _is_day(one: str, other: str) -> bool:
    """Whether one number can be a month and the other a day, in either order."""
    low, high = sorted((int(one), int(other)))
    return 1 <= low <= _LAST_MONTH and high <= _LAST_DAY


def _follows_calendar_word(text: str, place: int) -> bool:
    before = text[max(0, place - 12) : place].casefold().replace(":", " ").split()
    return bool(before) and before[-1] in _BEFORE_A_DAY


@cache
def _named(months: str) -> re.Pattern[str]:
    """A month with its day, or with its year."""
    name = rf"(?:{months})\b\.?"
    year = rf"(?:{_YEAR}|['’]?\d\d)(?!\d|[:.,]\d|\s?%|\s?[ap]\.?m\b)"
    return re.compile(
        rf"(?<![\w.,/$€£-])(?:{_NTH}\s?(?:[-–/&]|to|and)\s?)?{_NTH}[\s-]{{0,2}}(?:(?:of|de)\s)?{name}"
        rf"(?:,?[\s/-]{{0,2}}(?:del?\s|of\s)?(?P<y1>{year}))?"
        rf"|\b{name}[\s-]{{0,2}}(?:the\s)?{_NTH}(?!\d|[:.,]\d|\s?[ap]\.?m\b|\s?%)"
        rf"(?:,?\s{{0,2}}(?P<y2>{_YEAR})(?!\d))?"
        rf"|\b{name},?[\s/-]{{0,2}}(?:del?\s|of\s)?(?P<y3>{_YEAR}|['’]\d\d)(?!\d)",
        re.IGNORECASE,
    )


@cache
def _street() -> re.Pattern[str]:
    return re.compile(r"\s(?:street|st|road|rd|avenue|ave|lane|close|drive)\b", re.IGNORECASE)


@cache
def _names(months: str) -> frozenset[str]:
    return frozenset(months.split("|"))


def _in_words(draft: Draft, months: str) -> Iterator[Span]:
    """Yield dates with the name of a month and a day or a year: “12th March”, “July 2018”.

    A bare month is no date: it does not say which.
    """
    text, names = draft.text, _names(months)
    for token in draft.tokens:
        word = token.word.lstrip("0123456789")
        if word not in names:
            continue
        end = token.end + 2 * _LOOK
        for found in _named(months).finditer(text, max(0, token.start - _LOOK), end):
            if found.start() <= token.start < found.end():
                if _street().match(text, found.end()):
                    break
                if word not in _WORDS_TOO or _is_month(text, token.end - len(word), found):
                    yield found.span()
                break


def _is_month(text: str, month: int, found: re.Match[str]) -> bool:
    """Whether “may” and “march” are months: with a capital, a year, or after “on” or “since”."""
    if found["y1"] or found["y2"] or found["y3"] or text[month].isupper():
        return True
    return _follows_calendar_word(text, found.start())
