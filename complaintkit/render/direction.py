"""Which way does a text run?"""

from unicodedata import bidirectional

TURNED = frozenset(("R", "AL"))


def is_turned(text: str) -> bool:
    """Whether the first letter is one of a script that runs from right to left."""
    if text.isascii():
        return False
    ways = (bidirectional(sign) for sign in text)
    return next((way != "L" for way in ways if way in TURNED or way == "L"), False)


def holds_turned(text: str) -> bool:
    """Whether any letter is one of a script that runs from right to left."""
    return not text.isascii() and any(bidirectional(sign) in TURNED for sign in text)
