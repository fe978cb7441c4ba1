"""Which hour do these words name, and how surely?"""

import re
from datetime import time, timedelta
from typing import NamedTuple

from complaintkit.errors import DateUnclear
from complaintkit.rules.day_words import weekday_of
from complaintkit.rules.local_time import read_offset

_PARTS = {"morning": 9, "afternoon": 15, "evening": 19, "night": 21}  # the hour to sort by
PART_BEGINS = {"morning": 0, "afternoon": 12, "evening": 17, "night": 20}
_NIGHT_ENDS = 6
_ABOUT = r"~|\b(?:about|around|approximately|approx|roughly|circa|ca)\b\.?"
_NOON = 12


class Clock(NamedTuple):
    """An hour as it was said. `part` is the time of day (“morning”) it was guessed from, or ""."""

    at: time
    offset: timedelta | None = None
    part: str = ""


def split_about(words: str) -> tuple[str, bool]:
    """Take “about”, “around” or “~” out of squeezed words, and say whether one was there."""
    rest = re.sub(_ABOUT, " ", words)
    return " ".join(rest.split()), rest != words


def split_clock(words: str) -> tuple[str, Clock | None]:
    """Take the hour out of squeezed words; return the rest and the hour.

    A time of day alone (“morning”) gives an hour to sort by: 9, 15, 19 or 21. Raises
    DateUnclear for an hour that does not exist and for a bare one (“at 3”).
    """
    words = re.sub(r"(?<=[0-9])t(?=[0-9]{1,2}:)", " ", words)
    words = re.sub(r"\bat ([0-9]{1,2})\.([0-9]{2})(?![0-9.])", r"at \1:\2", words)
    whole = words
    words, part = _split_part(words)
    for find in (_written_clock, _bare_hour):
        found = find(words, part)
        if found and "last night" in whole and found[1].at.hour < _NIGHT_ENDS:
            raise DateUnclear(
                f"“{whole}” can belong to yesterday or to today.",
                fix="Write “today” or “yesterday” before the hour.",
                typed=whole,
            )
        if found:
            return found
    if part:
        return words, Clock(at=time(_PARTS[part]), part=part)
    return words, None


def _split_part(words: str) -> tuple[str, str]:
    """Take “this morning”, “in the afternoon”, “last night” out; return the rest and the part."""
    words = words.replace("tonight", "this night").replace("last night", "yesterday night")
    found = re.search(r"\b(this |in the |at )?(morning|afternoon|evening|night)\b", words)
    if not found:
        return words, ""
    instead = " today " if found[1] == "this " else " "
    return " ".join((words[: found.start()] + instead + words[found.end() :]).split()), found[2]


def _written_clock(words: str, part: str) -> tuple[str, Clock] | None:
    """Find “15:00”, “9:30:15+01:00”, “3pm”, “3.30 p.m.” or “noon”."""
    found = re.search(
        r"(?<![\w:./-])(?:at )?(?:"
        r"(?P<h>[0-9]{1,2}):(?P<m>[0-9]{2})(?::(?P<s>[0-9]{2})(?:\.[0-9]+)?)?"
        r"(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?(?P<off>z|utc|[+-][0-9]{2}:?[0-9]{2}))?"
        r"|(?P<h2>[0-9]{1,2})(?:\.(?P<m2>[0-9]{2}))? ?(?P<half2>[ap])\.?m\b\.?"
        r"|(?P<noon>noon|midday))(?![\w:])",
        words,
    )
    if not found:
        return None
    rest = " ".join((words[: found.start()] + " " + words[found.end() :]).split())
    if found["noon"]:
        return rest, Clock(at=time(_NOON))
    hour, minute = found["h"] or found["h2"], found["m"] or found["m2"] or "0"
    half = found["half"] or found["half2"] or ""
    at = _clock_time(int(hour), int(minute), int(found["s"] or 0), half, part, found[0])
    return rest, Clock(at=at, offset=read_offset(found["off"]) if found["off"] else None)


def _bare_hour(words: str, part: str) -> tuple[str, Clock] | None:
    """Find “at 3”, “3 o'clock”, “yesterday 15”; refuse where it can be night or day."""
    found = re.search(r"(?:^| )at ([0-9]{1,2})(?: ?o'clock| ?h)?$", words) or re.search(
        r"(?:^| )(?:at )?([0-9]{1,2}) ?(?:o'clock|h)\b", words
    )
    head, _, tail = words.rpartition(" ")
    if found:
        hour, rest = int(found[1]), (words[: found.start()] + " " + words[found.end() :]).strip()
    elif re.fullmatch(r"[0-9]{1,2}", tail) and (
        head in _DAY_WORDS or _ends_in_weekday(head) or (part and not head)
    ):
        hour, rest = int(tail), head
    else:
        return None
    if 1 <= hour <= _NOON and not part:
        raise DateUnclear(
            f"“{words}” can be {hour % _NOON:02d}:00 or {hour % _NOON + _NOON}:00.",
            fix=f"Write {hour}am or {hour}pm.",
            typed=words,
        )
    return rest, Clock(at=_clock_time(hour, 0, 0, "", part, words))


_DAY_WORDS = ("today", "yesterday", "day before yesterday")


def _ends_in_weekday(words: str) -> bool:
    return weekday_of(words.rpartition(" ")[2]) is not None


def _clock_time(hour: int, minute: int, second: int, half: str, part: str, shown: str) -> time:
    """Return the time of day, with am, pm or the part of the day applied."""
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    elif half:
        hour = -1
    elif part in ("afternoon", "evening") and 1 <= hour < _NOON:
        hour += _NOON
    elif part == "night" and _NIGHT_ENDS <= hour <= _NOON:
        hour = (hour + _NOON) % 24
    try:
        return time(hour, minute, second)
    except ValueError:
        raise DateUnclear(
            f"There is no “{shown.strip()}” on the clock.",
            fix="Write the time like 15:00 or 3pm.",
            typed=shown,
        ) from None
