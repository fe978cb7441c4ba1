"""Which numbers in an outgoing text should not leave, and what can stand in place of each?

Found are numbers that prove themselves by their check digits, and others only where the words
beside them say what they are: a false alarm over an order number would cost more trust than a
rare miss. How each kind is called, and why it stays, is told in `data/tone/sensitive.yaml`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from complaintkit.rules.card_numbers import card_numbers, wrapped_card
from complaintkit.rules.digit_numbers import digit_numbers
from complaintkit.rules.digit_runs import Found, digit_runs
from complaintkit.rules.lettered_numbers import compact, lettered_numbers
from complaintkit.rules.told_secrets import SECRETS, secret_digits, secret_words, shortest_run

_HIDDEN = "••••"
_SHOWN = 4
_ROUNDS = 6
_NEAR = 120  # signs within which a routing number and an account number belong together
_ACCOUNTS = frozenset(("account", "bank-account", "iban"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitive:
    """A number or a word that should not leave; `start` and `end` count signs of the text.

    `mask` reads naturally in its place. It holds at most the last four signs, fewer of a short
    number and none of a secret: what nobody but the person may know, such as a PIN.
    """

    kind: str
    start: int
    end: int
    mask: str
    is_secret: bool


def sensitive_numbers(text: str, *, own: tuple[str, ...] = ()) -> tuple[Sensitive, ...]:
    """Return what should not leave in a text, in order of place, never overlapping.

    `own` are numbers under which the company itself keeps the person: they stay in a letter to
    it, spaces and hyphens aside, unless they are a payment card's or a secret. To a third party
    pass none. The kind `account` has no word of a bank beside it; it may be any company's.
    """
    kept = _own_numbers(own)
    found = [
        one
        for one in _in_rounds(text)
        if one.kind in SECRETS or one.kind == "card" or not _is_own(one, text, kept)
    ]
    return tuple(_sensitive(text, one) for one in _without_lone_routing(found))


def _in_rounds(text: str) -> list[Found]:
    """Look again where something was found: two numbers side by side can hide each other."""
    found: list[Found] = []
    left = text
    for _ in range(_ROUNDS):
        new = list(_apart(_candidates(left)))
        if not new:
            break
        found = list(_joined(sorted(found + new, key=_place)))
        left = _hidden(text, found)
    return found


def _hidden(text: str, found: Iterable[Found]) -> str:
    """Return the text, as long as before, with all but what a mask shows hidden."""
    parts, at = [], 0
    for one in found:
        shown = _end_shown(one, text)
        hidden = _HIDDEN[0] * (one.end - one.start - len(shown))
        parts += [text[at : one.start], hidden, shown]
        at = one.end
    return "".join((*parts, text[at:]))


def _joined(found: Iterable[Found]) -> Iterator[Found]:
    """Return findings with those that overlap made one: the end of one may begin another."""
    last = None
    for one in found:
        if last and one.start < last.end:
            last = Found(one.kind, last.start, max(last.end, one.end))
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _candidates(text: str) -> Iterator[Found]:
    yield from lettered_numbers(text)
    yield from secret_words(text)
    last = None
    for run in digit_runs(text, shortest=shortest_run(text)):
        cut = wrapped_card(text, last, run) if last else None
        last = run
        if cut:
            yield cut
        told = [*secret_digits(run)] or card_numbers(text, run)
        yield from told or digit_numbers(text, run)


def _apart(candidates: Iterable[Found]) -> Iterator[Found]:
    """Return candidates in order; of those that overlap the first, and the longer of two there."""
    ended = 0
    for one in sorted(candidates, key=_place):
        if one.start >= ended:
            yield one
            ended = one.end


def _place(one: Found) -> tuple[int, int]:
    return one.start, -one.end


def _own_numbers(own: tuple[str, ...]) -> frozenset[str]:
    """Return own numbers without spaces and hyphens; of “20-00-00 12345678” also the last part."""
    whole = {compact(number) for number in own}
    parts = {compact(part) for number in own for part in number.split()}
    return frozenset(one for one in whole | parts if len(one) > _SHOWN)


def _is_own(one: Found, text: str, kept: frozenset[str]) -> bool:
    """Whether a number is the company's own; an IBAN ends in the number of its account."""
    if not kept:
        return False
    number = compact(text[one.start : one.end])
    ends = one.kind in _ACCOUNTS and any(
        len(own) >= 8 <= len(number) and (own.endswith(number) or number.endswith(own))  # noqa: PLR2004
        for own in kept
    )
    return number in kept or ends


def _without_lone_routing(found: list[Found]) -> Iterator[Found]:
    """Leave out routing numbers with no account beside them: alone they are public."""
    accounts = [one.start for one in found if one.kind in _ACCOUNTS]
    for one in found:
        near = bisect_left(accounts, one.start - _NEAR)
        is_near = near < len(accounts) and accounts[near] <= one.start + _NEAR
        if one.kind != "routing-number" or is_near:
            yield one


def _end_shown(one: Found, text: str) -> str:
    """Return the signs at the end of a number that its mask shows."""
    number = compact(text[one.start : one.end])
    return "" if one.kind in SECRETS else number[len(number) - min(_SHOWN, len(number) // 2) :]


def _sensitive(text: str, one: Found) -> Sensitive:
    mask = f"{_HIDDEN} {_end_shown(one, text)}".rstrip()
    return Sensitive(
        kind=one.kind, start=one.start, end=one.end, mask=mask, is_secret=one.kind in SECRETS
    )
