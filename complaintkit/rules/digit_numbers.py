"""Which runs of digits are identity numbers or bank accounts?

South African identity numbers, French NIRs and US numbers written 123-45-6789 are found by
themselves. All others look like too many ordinary numbers: they are found only where the words
beside them name them.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from complaintkit.rules.check_digits import (
    is_aadhaar,
    is_itin,
    is_medicare,
    is_nhs_number,
    is_nir,
    is_routing_number,
    is_sin,
    is_south_african_id,
    is_ssn,
    is_steuer_id,
    is_tfn,
)
from complaintkit.rules.digit_runs import Found, Run
from complaintkit.rules.number_labels import ends_in, is_customer, is_reference, labels


class _Named(NamedTuple):
    kind: str
    phrases: tuple[str, ...]
    digits: tuple[int, ...]
    passes: Callable[[str], bool]
    not_so: frozenset[str] = frozenset()  # spelled like this it is another word


_ROUTING = ("routing", "routing transit", "aba", "rtn")
_NAMED = (
    _Named("ssn", ("social security", "ssn"), (9,), is_ssn),
    _Named("itin", ("itin", "taxpayer identification"), (9,), is_itin),
    _Named("nhs-number", ("nhs",), (10,), is_nhs_number),
    _Named("aadhaar", ("aadhaar", "aadhar", "adhaar", "uidai", "uid", "आधार"), (12,), is_aadhaar),
    # Eleven digits, and no check digit that is published (CBN on BVN, NIMC on NIN).
    _Named("bvn", ("bvn", "bank verification"), (11,), str.isdecimal),
    _Named("nin", ("nin", "national identification", "national identity"), (11,), str.isdecimal),
    _Named(
        "sin",
        ("social insurance", "assurance sociale", "sin", "nas"),
        (9,),
        is_sin,
        frozenset(("sin", "Sin")),
    ),
    _Named("tfn", ("tfn", "tax file"), (9,), is_tfn),
    _Named("medicare", ("medicare",), (11, 10), is_medicare),
    _Named(
        "steuer-id",
        ("steuer", "steuerid", "idnr", "steueridentifikationsnummer", "identifikationsnummer"),
        (11,),
        is_steuer_id,
    ),
    _Named("routing-number", _ROUTING, (9,), is_routing_number),
)
_OF_KIND = frozenset(("card", "id"))
_ACCOUNT = (
    *("account", "acct", "acc", "a/c", "nuban", "sort code", "bank details"),
    *("konto", "kontonummer", "kontonr", "compte", "cuenta"),
)
_OF_BANK = (
    *("bank account", "sort code", "sort-code", "routing", "aba ", "nuban", "bank details"),
    *("checking account",),
    *("chequing account", "savings account", "current account", "bankkonto", "girokonto", "blz"),
    *(
        "bankleitzahl",
        "kontonummer",
        "compte bancaire",
        "cuenta bancaria",
        "cuenta corriente",
        "iban",
    ),
)
_LONGEST_ACCOUNT = 18
_NO_ACCOUNT = ((3, 3, 4), (4, 2, 2), (2, 2, 4), (2, 2, 2))  # a telephone number, dates
_SOCIAL = (3, 2, 4)


def digit_numbers(text: str, run: Run) -> Iterator[Found]:
    """Return the identity and account numbers in a run that holds no card, as to its label."""
    total = sum(run.lengths[: _LONGEST_ACCOUNT + 1])
    if total < 6:  # noqa: PLR2004 - the shortest account number that is looked for
        return
    found = _named(text, run, total) or _proven(text, run, total)
    if found:
        yield found
    yield from _accounts(text, run)


def _proven(text: str, run: Run, total: int) -> Found | None:
    """Return a whole run that needs no label, unless its label says something else."""
    kind = ""
    if total == 13:  # noqa: PLR2004
        kind = "south-african-id" if is_south_african_id(run.joined(0, 13)) else ""
    elif total == 15:  # noqa: PLR2004
        kind = "nir" if is_nir(run.joined(0, 15)) else ""
    elif run.lengths == _SOCIAL and _has_hyphens(text, run) and not is_customer(run.words):
        digits = run.joined(0, 3)
        kind = "ssn" if is_ssn(digits) else "itin" if is_itin(digits) else ""
    if not kind or run.is_glued or is_reference(run.words):
        return None
    return Found(kind, run.starts[0], run.end(-1))


def _has_hyphens(text: str, run: Run) -> bool:
    return text[run.starts[1] - 1] in "-\u2010\u2011" and text[run.starts[2] - 1] in "-\u2010\u2011"


def _named(text: str, run: Run, total: int) -> Found | None:
    """Return the number that the words before a run, or right after it, say it is."""
    if total < 9:  # noqa: PLR2004 - the shortest of them
        return None
    before = labels(run.words, _OF_KIND)
    after = [] if is_reference(run.words) else _words_after(text, run.end(-1))
    for named in _NAMED:
        is_so = ends_in(before, named.phrases) and not named.not_so & {*run.words}
        if not is_so and not (after and ends_in(after, named.phrases)):
            continue
        for digits in named.digits:
            last = run.through(0, digits)
            if last and named.passes(run.joined(0, last)):
                return Found(named.kind, run.starts[0], run.end(last - 1))
    return None


def _words_after(text: str, end: int) -> list[str]:
    """Return the label behind a number, as in “(my BVN)” or “is my BVN number”."""
    if not text.startswith((" (", "(", " is ", " was "), end):
        return []
    match = _label_behind().match(text, end, end + 50)
    return labels((match["label"] or match["other"]).split(), _OF_KIND) if match else []


def _accounts(text: str, run: Run) -> Iterator[Found]:
    """Return the number of an account, where the words before a run speak of one.

    UK: the sort code, three pairs of digits, may stand before it (Pay.UK). Nigeria: ten digits
    (CBN, NUBAN). US: up to 17 after a routing number of nine. Dates and telephone numbers are
    none, nor are fewer than six digits.
    """
    said = labels(run.words)
    is_routing = ends_in(said, _ROUTING)
    if is_reference(run.words) or not (is_routing or ends_in(said, _ACCOUNT)):
        return
    first = 0
    if run.lengths[:4] == (2, 2, 2, 8):
        first = 3
    elif run.lengths[:2] == (6, 8) or (is_routing and run.lengths[0] == 9):  # noqa: PLR2004
        first = 1
    elif run.lengths == (2, 2, 2) and (behind := _behind_sort_code().match(text, run.end(2))):
        yield Found("bank-account", *behind.span("number"))
        return
    elif is_routing or ends_in(said, ("sort code",)):
        return
    if first == len(run.lengths):
        return
    after = _end_of_account(run, first)
    digits = sum(run.lengths[first:after])
    if (
        not 6 <= digits <= _LONGEST_ACCOUNT  # noqa: PLR2004
        or run.lengths[first:after] in _NO_ACCOUNT
        or _is_money(text, run, after)
    ):
        return
    start, end = run.starts[first], run.end(after - 1)
    near = text[max(0, start - 80) : end + 60].casefold()
    is_bank = first > 0 or any(phrase in near for phrase in _OF_BANK)
    yield Found("bank-account" if is_bank else "account", start, end)


def _end_of_account(run: Run, first: int) -> int:
    """Return where an account number ends: after a long group, or after all that fits."""
    if run.lengths[first] >= 7:  # noqa: PLR2004
        return first + 1
    after, digits = first, 0
    while after < len(run.lengths) and digits + run.lengths[after] <= _LONGEST_ACCOUNT:
        digits += run.lengths[after]
        after += 1
    return max(after, first + 1)


def _is_money(text: str, run: Run, after: int) -> bool:
    """Whether a number ends in cents or is followed by the name of a currency."""
    last = after - 1
    has_cents = last > 0 and run.lengths[last] == 2 and text[run.starts[last] - 1] == "."  # noqa: PLR2004
    return has_cents or _money().match(text, run.end(last)) is not None


@cache
def _money() -> re.Pattern[str]:
    names = "EUR|USD|GBP|NGN|INR|naira|rupees|dollars|euros?|pounds"
    return re.compile(rf",[0-9]{{2}}(?![0-9])|\s?(?:[€£$₦₹]|(?:{names})\b)")


@cache
def _behind_sort_code() -> re.Pattern[str]:
    return re.compile(r"\s?[/,|]\s?(?P<number>[0-9]{8})(?![0-9])")


@cache
def _label_behind() -> re.Pattern[str]:
    word = r"[^\W\d_]+"
    return re.compile(
        rf"\s?\((?:my |the |his |her )?(?P<label>{word}(?: {word}){{0,2}})\)"
        rf"|\s(?:is|was) (?:my|the|his|her) (?P<other>{word}(?: {word}){{0,2}})"
    )
