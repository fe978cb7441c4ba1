"""What does a person need in front of them during a call?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from complaintkit.model.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CallWords:
    """The words of the card, from `data/call.yaml`: texts by key, lists by name."""

    ask_for: Mapping[str, str]
    sentences: Mapping[str, str]
    headings: Mapping[str, str]
    form: Mapping[str, str]
    ask: tuple[str, ...]
    if_promised: tuple[str, ...]
    if_refused: tuple[str, ...]
    do_not: tuple[str, ...]
    stop: tuple[str, ...]
    calm: str
    goodbye: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A sentence to say; `entries` are the numbers of the contacts and letters behind it.

    None: it comes from what the case itself says (the problem, the wish).
    """

    text: str
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPromise:
    """A promise that was not kept, and the sentence that says so."""

    entry: int
    promise: int
    what: str
    who: str
    made_on: date
    due: date | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCard:
    """What to have at hand in a call, built from the record and nothing else.

    `number` says which number to call, `phone` is the one in the record. `amount` is None
    where the wish names the sum itself. `stop` are reasons to end the call, with `goodbye`.
    The floor of the resolution is private and has no place here.
    """

    case: str
    company: str
    title: str
    stands: str
    ask_for: str
    number: str
    phone: str
    opening: str
    breath: tuple[Spoken, ...]
    want: str
    amount: Money | None
    fallback: str
    broken: tuple[CardPromise, ...]
    references: tuple[str, ...]
    account: str
    loyalty: str
    needs: str
    ask: tuple[str, ...]
    if_promised: tuple[str, ...]
    if_refused: tuple[str, ...]
    calm: str
    do_not: tuple[str, ...]
    stop: tuple[str, ...]
    goodbye: str
