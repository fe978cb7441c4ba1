"""What would puzzle or harm in a letter that is about to go out?

A small check of the words alone, each finding one sentence. It never repeats a number that
should not be there.
"""

import re
from collections.abc import Iterator
from datetime import date

from complaintkit.rules.letter_kinds import MAY_BE_LONG, MOST_WORDS
from complaintkit.rules.sentences import plain_date

NEEDS_NO_ANSWER = frozenset(("thanks", "confirm-call"))

_BLANKS = (
    re.compile(r"_{3,}"),
    re.compile(
        r"\[(?!sic\])[^\[\]\n]{0,60}\]|\{[^{}\n]{0,60}\}|<[A-Za-z…](?:[A-Za-z …]{0,38}[A-Za-z…])?>"
    ),
    re.compile(r"\b(?:XX|DD|MM)[/.-](?:XX|DD|MM)(?:[/.-](?:XX|YY){1,2})?(?![A-Za-z])"),
    re.compile(r"\b(?:TODO|TBD|FIXME)\b|(?i:lorem ipsum)"),
)
_DIGITS = re.compile(r"(?<![\w.,-])(?:[0-9][ \u00a0-]?){12,18}[0-9](?![\w-])")
_CARD_LENGTHS = {"3": (14, 15), "4": (13, 16, 19), "2": (16,), "5": (16,), "6": (16, 19)}
_SECRET = re.compile(r"\b(PIN|CVV|CVC|CVV2)\b\W+(?:(?:is|was|number|code)\W+)*[0-9]{3,4}\b")
_PASSWORD = re.compile(r"\b(?i:password|passcode)\b\s*(?:[:=]|(?:is|was)\s*:?)\s*[“\"']?\S")
_US_NUMBER = re.compile(r"(?<![\w-])(?!000|666|9)[0-9]{3}-[0-9]{2}-[0-9]{4}(?![\w-])")


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
        *_secrets(text),
        *_blanks(text),
        *_names(text, company, person),
        *_dates(kind, answer_by, today),
        *_length(body, kind),
    ]


def _secrets(text: str) -> Iterator[str]:
    if any(_is_card(match[0]) for match in _DIGITS.finditer(text)):
        yield (
            "The letter seems to hold a whole card number. Leave all but its last four digits out."
        )
    if _US_NUMBER.search(text):
        yield (
            "The letter seems to hold a social security number. Leave it out, or all but its "
            "last four digits."
        )
    if _SECRET.search(text) or _PASSWORD.search(text):
        yield "The letter seems to hold a PIN, a security code or a password. Take it out."


def _is_card(found: str) -> bool:
    """Whether digits have the length and the check digit (Luhn, ISO/IEC 7812-1) of a card."""
    digits = [int(sign) for sign in found if sign.isdecimal()]
    if len(digits) not in _CARD_LENGTHS.get(str(digits[0]), ()):
        return False
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _blanks(text: str) -> Iterator[str]:
    found = [match[0] for blank in _BLANKS for match in blank.finditer(text)]
    shown = [one if len(one) <= 30 else f"{one[:29]}…" for one in dict.fromkeys(found)]  # noqa: PLR2004
    if shown:
        told = ", ".join(f"“{one}”" for one in shown[:3])
        more = f" and {len(shown) - 3} more" if len(shown) > 3 else ""  # noqa: PLR2004
        yield f"Something in the letter looks like a blank to be filled in: {told}{more}."


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
