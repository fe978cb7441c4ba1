"""Which words in a text are a PIN, a security code, a password or the like?

What is meant to be known to the person alone goes out to nobody, not even to the company that
issued it. Speaking of a secret (“they asked for my PIN”) is none: only its value counts.
"""

import re
from collections.abc import Iterator
from functools import cache

from complaintkit.rules.digit_runs import Found, Run
from complaintkit.rules.number_labels import FEW, each, ends_in, labels

SECRETS = frozenset(("pin", "card-code", "password", "one-time-code", "security-answer"))

_PASSED_OVER = frozenset(("code", "of"))
_OWNERS = each("my his her their our your the new old number atm card debit credit")
_OF_LONG_PINS = each("my his her atm card debit credit mobile banking upi transfer")
_PIN = ("pin", "pins", "mpin")
_CARD_CODES = (
    *("cvv", "cvc", "card verification", "verification value", "security code"),
    *("digits on the back", "back of my card", "back of the card"),
)
_ONE_TIME = (
    *("otp", "one time code", "one time passcode", "one time password", "one time pin"),
    *("verification code", "authentication code", "security code", "passcode", "einmalcode"),
    *("einmalkennwort", "code de vérification", "código de verificación"),
)
_DATES = ((4, 2, 2), (2, 2, 4), (2, 2, 2))
_NO_SECRET = each(
    "accepted blocked changed correct enough expired failed forgotten hidden incorrect invalid"
    " known locked lost masked missing needed none not protected redacted refused rejected"
    " removed required reset safe same secret secure unchanged unknown weak withheld wrong yes"
    " falsch richtig ungültig gesperrt incorrecta incorrecte refusé erroné"
    " the they this that there then when what which who it its you we he she his her and but"
)
_TRAILING = ".,;:!?)]”’"


def shortest_run(text: str) -> int:
    """Return how few digits can be a secret or an account number in a text, judged by its words."""
    small = text.casefold()
    hints = ("pin", "cvv", "cvc", "code", "verification", "back of", "on the back", "otp")
    more = ("one time", "one-time", "kennwort", "code de", "código")
    return 3 if "TAN" in text or any(hint in small for hint in (*hints, *more)) else 6


def secret_digits(run: Run) -> Iterator[Found]:
    """Return the PIN, card code or one-time code that a run begins with, if its label says so."""
    groups = _first_groups(run)
    digits = sum(run.lengths[:groups])
    if not run.words or sum(run.lengths[:9]) > 8 or run.lengths in _DATES:  # noqa: PLR2004
        return
    said = labels(run.words, _PASSED_OVER)
    if _is_pin(run.words, said, digits):
        kind = "pin"
    elif digits in (3, 4) and ends_in(said, _CARD_CODES):
        kind = "card-code"
    elif 4 <= digits <= 8 and _is_one_time(run.words, said, digits):  # noqa: PLR2004
        kind = "one-time-code"
    else:
        return
    yield Found(kind, run.starts[0], run.end(groups - 1))


def secret_words(text: str) -> Iterator[Found]:
    """Return passwords, memorable words and answers to security questions, where they are told."""
    small = text.casefold()
    if any(hint in small for hint in ("pass", "pwd", "kennwort", "contraseña")):
        yield from _passwords(text)
    if any(hint in small for hint in ("maiden", "memorable", "secret", "security")):
        yield from _answers(text)


def _first_groups(run: Run) -> int:
    """Return how many groups are one secret: 482 913, or 1 2 3 4, and else the first."""
    single = next((at for at, length in enumerate(run.lengths) if length > 1), len(run.lengths))
    return single or (2 if run.lengths == (3, 3) else 1)


def _is_pin(words: list[str], said: list[str], digits: int) -> bool:
    """Whether digits are called a PIN; six after “PIN code” are an Indian postal code.

    In small letters a pin is a PIN only where it is somebody's, or stands alone before its value.
    """
    told = next((one.split() for one in said if ends_in([one], _PIN)), [])
    if not told:
        return False
    few = words[-FEW:]
    spelled, tail = few[len(told) - 1], few[len(told) :]
    owner = told[-2] if len(told) > 1 else ""
    if digits in (3, 4):
        return "PIN" in spelled or owner in _OWNERS or "number" in tail or len(told) == 1
    return 5 <= digits <= 8 and owner in _OF_LONG_PINS and "code" not in tail  # noqa: PLR2004


def _is_one_time(words: list[str], said: list[str], digits: int) -> bool:
    """Whether digits are called a code for one use, also as in “the OTP they sent me was …”."""
    if ends_in(said, _ONE_TIME) or words[-1] == "TAN":
        return True
    is_told = digits == 6 and words[-1].casefold() in ("is", "was")  # noqa: PLR2004
    return is_told and any(f" {phrase} " in f" {said[0]} " for phrase in _ONE_TIME)


def _passwords(text: str) -> Iterator[Found]:
    for match in _password().finditer(text):
        value, start = _value(match)
        is_told = bool(match["colon"])
        if match["quoted"]:
            is_one = is_told or " " not in value or any(map(str.isdecimal, value))
        else:
            is_one = _looks_made_up(value) or (is_told and _ends_a_line(text, start, value))
        if is_one and not _is_said_of_it(value):
            yield Found("password", start, start + len(value))


def _answers(text: str) -> Iterator[Found]:
    for match in _answer().finditer(text):
        value, start = _value(match)
        is_name = value[:1].isupper() or any(map(str.isdecimal, value))
        is_told = match["quoted"] or (match["colon"] and _ends_a_line(text, start, value))
        if (is_name or is_told) and not _is_said_of_it(value):
            yield Found("security-answer", start, start + len(value))


def _value(match: re.Match[str]) -> tuple[str, int]:
    name = "quoted" if match["quoted"] else "bare"
    return match[name].rstrip(_TRAILING), match.start(name)


def _is_said_of_it(value: str) -> bool:
    """Whether a word only says something of a secret, or the secret is masked already."""
    masked = not value.strip("•*xX.-_…")
    return masked or len(value) < 3 or "://" in value or value.casefold() in _NO_SECRET  # noqa: PLR2004


def _looks_made_up(value: str) -> bool:
    """Whether a word is hardly one of the language: letters with figures or signs, four figures."""
    if value.isdecimal():
        return len(value) > 3  # noqa: PLR2004
    has_letters, has_figures = any(map(str.isalpha, value)), any(map(str.isdecimal, value))
    figures = has_letters and has_figures and not _length_told().match(value)
    signs = {sign for sign in value if not sign.isalnum()} - {*"-'’/,.()%:"}
    return (figures or bool(signs)) and value[0] not in "£$€₦₹"


def _ends_a_line(text: str, start: int, value: str) -> bool:
    after = text[start + len(value) : start + len(value) + 1]
    return len(value) > 3 and (not after or after in "\n\r,.;)")  # noqa: PLR2004


_LINK = (
    r"\s{0,2}(?:(?P<colon>[:=])|\b(?:is|was|ist|war|est|es|era)\b:?)"
    r"[^\S\n]{0,2}\n?[^\S\n]{0,2}"  # the value may stand on the next line
)
_QUOTED = r"[“\"‘„«']\s?(?P<quoted>[^“”\"’»\n]{1,60})[”\"’»']"


@cache
def _password() -> re.Pattern[str]:
    called = (
        "password|passcode|passphrase|pass phrase|pwd|passwort|kennwort|mot de passe|contraseña"
    )
    return re.compile(rf"\b(?i:{called})\b{_LINK}(?:{_QUOTED}|(?P<bare>[^\s“”\"<>]{{1,80}}))")


@cache
def _answer() -> re.Pattern[str]:
    called = (
        r"maiden name|memorable (?:word|name|place|date|information)"
        r"|(?:security|secret) (?:answer|word)"
        r"|answers? to (?:my|the|his|her) (?:security|secret) questions?"
    )
    word = r"[^\W_][\w'’-]{0,30}"
    further = rf"(?: (?=[^\W\d_a-z]){word}){{0,2}}"
    return re.compile(rf"\b(?i:{called})\b{_LINK}(?:{_QUOTED}|(?P<bare>{word}{further}))")


@cache
def _length_told() -> re.Pattern[str]:
    return re.compile(r"[0-9]+-?(?:char|digit|letter|word|year|month|day)")
