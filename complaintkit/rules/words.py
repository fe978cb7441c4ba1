"""May this text be kept as typed, and how does it fit on a line?"""

import unicodedata
from functools import lru_cache

from complaintkit.errors import WrongUsage

LONGEST = 1_000_000
"""Characters in one field; more belongs in an attached file."""
LONGEST_LINE = 200
"""Characters of a text that is shown in one line: enough for a sentence."""


def clean(text: str, what: str) -> str:
    """Return the text as typed, or refuse it with the way out.

    Raises WrongUsage for blank text, a NUL, bytes that are no text, and over a million
    characters. Nothing else is changed or refused: the words are the person's own.
    """
    if not text.strip():
        raise WrongUsage(f"The {what} is empty.", fix="Write at least a word, or leave it out.")
    if len(text) > LONGEST:
        raise WrongUsage(
            f"The {what} has {len(text):,} characters; {LONGEST:,} is the most.",
            fix="Put it in a file and attach that.",
        )
    if "\x00" in text:
        raise WrongUsage(
            f"The {what} holds a NUL character at position {text.index(chr(0)) + 1}.",
            fix="Take it out and try again.",
        )
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise WrongUsage(
            f"The {what} holds bytes that are no readable text.",
            fix="Type it again, or save it as UTF-8 and attach the file.",
            typed=text.encode("utf-8", "backslashreplace").decode(),
        )
    return text


def shortened(text: str) -> str:
    """Return a text as one line of at most 200 characters."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"


@lru_cache(maxsize=4096)
def plain_word(word: str) -> str:
    """Return a word in small letters without accents: “Túndé” is “tunde”."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).replace("’", "'")
