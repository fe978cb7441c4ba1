"""What may one value of a case file be, and how is it said when it is something else?

Each check takes the text that stood in the file, returns it in our own spelling, or
raises ValueError with the end of a sentence: “soon” … “is not a whole number of days”.
"""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from complaintkit.errors import ComplaintkitError, DateUnclear
from complaintkit.model.moment import Precision
from complaintkit.rules.channels import read_channel
from complaintkit.rules.countries import country_code
from complaintkit.rules.event_kinds import EVENT_KINDS
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.rules.local_time import offset_text, read_offset, time_zone
from complaintkit.rules.regions import is_full_code
from complaintkit.rules.sorting import SORTINGS
from complaintkit.rules.when import read_moment_from_file

LETTER_KINDS = tuple(KINDS)
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
_YES_NO = {"yes": "yes", "no": "no", "true": "yes", "false": "no"}


def _must(pattern: str, sentence: str) -> Callable[[str], str]:
    """Make a check that the whole text has a shape; the sentence says what it is not."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(sentence)
        return text

    return check


def _one_of(*words: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        small = text.strip().casefold()
        if small not in words:
            listed = " or ".join((", ".join(words[:-1]), words[-1]))
            raise ValueError(f"is not {listed}{did_you_mean(small, words)}")
        return small

    return check


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return “ – did you mean …?” for the nearest word, or ""."""
    near = get_close_matches(word, list(words), n=1, cutoff=0.6)
    return f" – did you mean “{near[0]}”?" if near else ""


def _channel(text: str) -> str:
    try:
        read_channel(text)
    except ComplaintkitError as fault:
        raise ValueError(f"is not a way of contact. {fault.fix}") from None
    return text


def _yes_no(text: str) -> str:
    small = text.strip().casefold()
    if small not in _YES_NO:
        raise ValueError("is neither yes nor no")
    return _YES_NO[small]


def _day(text: str) -> str:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError("is not a date such as 2026-03-12")
    try:
        read_moment_from_file(text, zone="")
    except DateUnclear:
        raise ValueError("is not in the calendar") from None
    return text


def _moment(text: str) -> str:
    try:
        read_moment_from_file(text.strip(), zone="")
    except DateUnclear as fault:
        raise ValueError(f"cannot be used. {fault.problem}") from None
    return text.strip()


def _zone(text: str) -> str:
    try:
        time_zone(text)
    except DateUnclear as fault:
        raise ValueError(f"is not the name of a time zone. {fault.fix}") from None
    return text


def _offset(text: str) -> str:
    try:
        offset = read_offset(text)
    except ComplaintkitError:
        offset = None
    if offset is None:
        raise ValueError("is not a distance from UTC such as +01:00")
    return offset_text(offset)


def _country(text: str) -> str:
    code = country_code(text)
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise ValueError("is not a country in two letters, such as US")
    return code


def _region(text: str) -> str:
    code = text.strip().upper()
    if not is_full_code(code):
        raise ValueError("is not a region such as US-NY")
    return code


def _currency(text: str) -> str:
    code = text.strip().upper()
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise ValueError("is not a currency in three letters, such as USD")
    return code


def _file(text: str) -> str:
    """Accept the name of a file beside the case file or below it, on every system."""
    parts = text.split("/")
    if (
        re.search(r"[\\\x00-\x1f\x7f-\x9f]", text)
        or re.match(r"[A-Za-z]:|~", text)
        or any(part in ("", ".", "..") or _RESERVED.fullmatch(part) for part in parts)
    ):
        raise ValueError("is not the plain name of a file that lies beside the case file")
    return text


def _without_blanks(value: object) -> object:
    """Leave blank lines out of a list of texts."""
    if not isinstance(value, list):
        return value
    return [part for part in value if not (isinstance(part, str) and not part.strip())]


_WHOLE = "is not a whole number"
Day = Annotated[str, AfterValidator(_day)]
YesNo = Annotated[str, AfterValidator(_yes_no)]
Country = Annotated[str, AfterValidator(_country)]
Region = Annotated[str, AfterValidator(_region)]
File = Annotated[str, AfterValidator(_file)]
Days = Annotated[str, AfterValidator(_must(r"[0-9]{1,4}", f"{_WHOLE} of days"))]
Minutes = Annotated[str, AfterValidator(_must(r"[0-9]{1,6}", f"{_WHOLE} of minutes"))]
Place = Annotated[str, AfterValidator(_must(r"[1-9][0-9]{0,5}", f"{_WHOLE} from 1 up"))]
Grade = Annotated[str, AfterValidator(_must(r"[1-5]", f"{_WHOLE} from 1 to 5"))]
Decimals = Annotated[
    str, AfterValidator(_must(r"[0-9]{1,15}(\.[0-9]{1,3})?", "is not an amount such as 1234.50"))
]
Texts = Annotated[list[str], BeforeValidator(_without_blanks)]
Files = Annotated[list[File], BeforeValidator(_without_blanks)]
At = Annotated[str, AfterValidator(_moment)]
Zone = Annotated[str, AfterValidator(_zone)]
Offset = Annotated[str, AfterValidator(_offset)]
Exactness = Annotated[str, AfterValidator(_one_of(*Precision))]
Way = Annotated[str, AfterValidator(_channel)]
InOrOut = Annotated[str, AfterValidator(_one_of("in", "out"))]
EventKind = Annotated[str, AfterValidator(_one_of(*EVENT_KINDS))]
Sorting = Annotated[str, AfterValidator(_one_of(*SORTINGS))]
LetterKind = Annotated[str, AfterValidator(_one_of(*LETTER_KINDS))]
Currency = Annotated[str, AfterValidator(_currency)]
