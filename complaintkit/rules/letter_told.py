"""What do the person's own words tell already, so that a letter need not say it again?"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from complaintkit.model.case import Case, Event
from complaintkit.model.money import Money

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS_ABROAD = (  # German, French, Spanish
    r"j[aä]nner|januar|jän\.?|janvier|janv\.|enero|ene\.",
    r"februar|feber|février|févr\.|febrero|febr?\.",
    r"märz|mrz\.?|mars|marzo",
    r"avril|avr\.|abril|abr\.",
    r"mai|mayo",
    r"juni|juin|junio",
    r"juli|juillet|juill?\.|julio",
    r"august|août|agosto|ago\.",
    r"septembre|septiembre|setiembre|sept\.",
    r"oktober|okt\.|octobre|octubre",
    r"novembre|noviembre",
    r"dezember|dez\.|décembre|déc\.|diciembre|dic\.",
)
SIGN = "[$\u00a3\u00a5\u0e3f\u20a0-\u20cf\ufdfc]"
MONEY = (
    "dollars?|dólares|euros?|Euro|francs?|Franken|libras?|naira|pesos?|pounds?|rand|rupees?|"
    "soles|yen"
)
SHORT = 4  # letters of a word too common to show that two texts tell the same
STEM = 5  # letters by which “debited” and “debit” are one word


def is_told(amount: Money | None, text: str) -> bool:
    """Whether the sum already stands in the text, so that a letter need not repeat it.

    A whole number needs a sign or a name of money beside it: “March 9” tells of no $9.00.
    “389,00 €”, “1.389,00 €” and “$1.500.000” are read as they are meant.
    """
    if amount is None:
        return True
    return any(_names(amount.amount, reading) for reading in _readings(text))


@lru_cache(maxsize=64)
def _readings(text: str) -> tuple[str, str]:
    """Return the text with its sums as “1200.50”: from “1,200.50”, and from “1.200,50”."""
    whole = re.sub(r"(?<=\d)[.’'\u00a0\u202f ](?=\d{3}(?!\d))", "", text)
    return (
        re.sub(r"(?<=\d)[,\u00a0\u202f ](?=\d{3})", "", text),
        re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", whole),
    )


def _names(amount: Decimal, plain: str) -> bool:
    """Whether the sum stands in a text whose numbers have a decimal point and no groups."""
    exact, short = f"{amount:f}", _without_zeros(amount)
    if any("." in form and _stands_alone(form, plain) for form in (exact, short)):
        return True
    whole = rf"{re.escape(short)}(?:\.0+)?(?![\d.,]*\d)"
    before = rf"(?:{SIGN}|\b[A-Z]{{3}})\s?{whole}"
    after = rf"(?<![\d.,]){whole}\s?(?:{SIGN}|[A-Z]{{3}}\b|(?:{MONEY})\b)"
    return "." not in short and re.search(f"{before}|{after}", plain) is not None


def is_day_told(day: date, text: str) -> bool:
    """Whether the text names this day: “9 March”, “March 9th, 2026”, “9. März”, “2026-03-09”."""
    month, number = MONTHS[day.month - 1], rf"0?{day.day}(?:st|nd|rd|th|er|\.)?"
    named = rf"(?:{month}|{month[:3]}\.?|{MONTHS_ABROAD[day.month - 1]})"
    other_year = rf"(?!,?\s+(?:del?\s+)?(?!{day.year})\d{{4}}\b)"
    forms = rf"\b(?:{number}(?:\s+(?:of|de))?\s+{named}|{named}\s+{number})(?!\w){other_year}"
    year = rf"(?:\s?{day.year}|\s?{day:%y}\b|(?!\s?\d))"
    figures = rf"(?<![\d.])0?{day.day}\.\s?0?{day.month}\.{year}"
    return (
        day.isoformat() in text
        or re.search(forms, text, re.IGNORECASE) is not None
        or re.search(figures, text) is not None
    )


def is_event_told(event: Event, case: Case, *, loosely: bool = False) -> bool:
    """Whether the account of the problem, or the line on the purchase, tells this event.

    The same day, the same sum and half of the telling words are enough: a reader would
    take the two for one. `loosely`: where the sum is the same, the day may be new.
    """
    same_sum = loosely and event.amount is not None
    return _is_purchase(event, case) or (
        (same_sum or is_day_told(event.on, case.problem))
        and is_told(event.amount, case.problem)
        and 2 * len(_untold_words(event.what, case.problem)) <= len(_telling(event.what))
    )


def is_wholly_told(event: Event, case: Case) -> bool:
    """Whether no telling word of the event is missing from the account of the problem."""
    return _is_purchase(event, case) or (
        is_event_told(event, case) and not _untold_words(event.what, case.problem)
    )


def is_repeated(what: str, text: str) -> bool:
    """Whether the text holds these very words."""
    return bool(what.strip()) and _plain(what) in _plain(text)


def untold_details(case: Case) -> tuple[tuple[str, str], ...]:
    """Return the particulars that neither the person's words nor the numbers above hold."""
    bought = case.purchase
    known = (bought.what, bought.reference) if bought else ()
    words = _plain(
        " ".join((case.title, case.problem, case.resolution.want, case.company.account, *known))
    )
    return tuple(
        (name, value)
        for name, value in case.particulars
        if value.strip() and not _stands_alone(_plain(value), words)
    )


def _is_purchase(event: Event, case: Case) -> bool:
    """Whether the event is the purchase itself: the same day and the same price."""
    bought = case.purchase
    return (
        bought is not None
        and event.amount is not None
        and (event.on, event.amount) == (bought.bought_on, bought.price)
    )


@lru_cache(maxsize=64)  # the account of the problem is asked about once for each event
def _telling(text: str) -> Sequence[str]:
    return tuple(word[:STEM] for word in re.findall(r"\w+", text.casefold()) if len(word) >= SHORT)


def _untold_words(what: str, text: str) -> list[str]:
    told = set(_telling(text))
    return [word for word in _telling(what) if word not in told]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")


def _stands_alone(part: str, words: str) -> bool:
    """Whether the part occurs and is no piece of a longer number or word."""
    at = words.find(part)
    while at >= 0:
        before = words[at - 1] if at else " "
        after = words[at + len(part) : at + len(part) + 2] + "  "
        longer = after[0].isalnum() or (after[0] == "." and after[1].isdigit())
        if not (before.isalnum() or before == "." or longer):
            return True
        at = words.find(part, at + 1)
    return False


def _without_zeros(amount: Decimal) -> str:
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
