"""How does a character that could do harm or hide show itself?"""

import re
from unicodedata import category

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile("[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = 0x7F, "\u2421"


def visible(text: str) -> str:
    """Return the text with control and bidi characters shown; a line feed stays.

    Escape becomes ␛, a right-to-left override ‹U+202E›, so that neither a terminal nor a
    reader is led astray.
    """
    return _INVISIBLE.sub(_by_number, _CONTROLS.sub(_picture, text))


def one_line(text: str) -> str:
    """Return the text on one line, with spaces for line breaks and hidden characters shown."""
    return visible(" ".join(text.split()))


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula, hidden characters skipped."""
    for one in text:
        if one.isspace() or category(one) in ("Cc", "Cf"):
            continue
        return one in "=+-@＝＋－＠"
    return False


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == _DELETE:
        return _DELETE_PICTURE
    return chr(_PICTURES + code) if code < ord(" ") else f"‹U+{code:04X}›"


def _by_number(found: re.Match[str]) -> str:
    return f"‹U+{ord(found[0]):04X}›"
