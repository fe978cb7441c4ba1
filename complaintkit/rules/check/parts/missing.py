"""Which parts should a text have that it has not, and which sentence adds each?"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache
from re import IGNORECASE, MULTILINE, Pattern
from re import compile as regex

from complaintkit.model.case import Case
from complaintkit.model.encounter import Direction, Encounter
from complaintkit.model.moment import Precision
from complaintkit.model.money import Money
from complaintkit.model.review import Missing, Part
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.parts.found import PartFound
from complaintkit.rules.check.parts.scope import Reading
from complaintkit.rules.check.parts.words import PartsWords
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.rules.sentences import plain_date, plus_days

_ORDER = (
    Part.DATE,
    Part.AMOUNT,
    Part.REFERENCE,
    Part.CONTACT,
    Part.RESOLUTION,
    Part.DEADLINE,
    Part.REACH,
    Part.COURTESY,
)
"""As a letter tells them. A name is never missing: the writer may not know it."""

_COMPLAINT = frozenset(_ORDER)
_NOT_IN = {
    "agency": frozenset([Part.DEADLINE]),
    "card-dispute": frozenset([Part.DEADLINE]),
    "thanks": _COMPLAINT - {Part.DATE, Part.COURTESY},
    "records": frozenset([Part.DATE, Part.AMOUNT, Part.CONTACT]),
    "cancel": frozenset([Part.AMOUNT, Part.CONTACT]),
    "confirm-call": frozenset([Part.AMOUNT, Part.RESOLUTION, Part.REFERENCE]),
    "credit-report": frozenset([Part.AMOUNT]),
    "debt": frozenset([Part.AMOUNT]),
}
"""What a kind of letter does without: facts/letters.md, section 1a, rows B7 to B15."""

_WITHOUT_REFERENCE = frozenset(["records", "cancel"])
"""Kinds that need no number where the log has none: the name and the day are enough."""

_ABROAD = frozenset([Part.DATE, Part.REACH, Part.COURTESY])
"""What can be missed in a language in which the other parts' words are not known."""

_AFTER_CONTACT = frozenset(
    (
        *("manager", "head-of-service", "ceo", "reminder", "counter-offer", "accept"),
        *("final-notice", "agency", "card-dispute", "confirm-call"),
    )
)
"""Kinds that tell of earlier contacts in any case: row B10."""

_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "NGN": "₦", "INR": "₹"}
_MOST_CONTACTS = 3


def missing_parts(
    draft: Draft,
    found: Iterable[PartFound],
    words: PartsWords,
    *,
    case: Case | None = None,
    kind: str = "",
    today: date | None = None,
    answer_days: int = 14,
    language: str = "en",
) -> tuple[Missing, ...]:
    """Return the parts that this text should have and has not, in the order of a letter.

    `kind` is a kind of letter; without one, a complaint. An earlier contact is missing where
    the log has one or the kind needs one; a reference is not, where the text says that none was
    given; a sum, where money is spoken of; a way to reach the writer, in a whole letter. In
    other languages only what their words show can be missing, in a language not known nothing.
    """
    if language not in words.sentences:
        return ()
    there = {one.part for one in found}
    read = Reading(draft, words)
    fill = _Facts(words.sentences[language], case, kind, today, answer_days)
    return tuple(
        fill.missing(part)
        for part in _ORDER
        if part not in there
        and (language == "en" or part in _ABROAD)
        and part not in _NOT_IN.get(kind, ())
        and _is_wanted(part, read, fill, kind)
    )


def _is_wanted(part: Part, read: Reading, fill: "_Facts", kind: str) -> bool:
    if part is Part.AMOUNT:
        return bool(read.places("money"))
    if part is Part.CONTACT:
        return kind in _AFTER_CONTACT or fill.has_contacts
    if part is Part.REFERENCE:
        says_none = next(read.phrases("says_none"), None) is not None
        return not says_none and (kind not in _WITHOUT_REFERENCE or fill.has_reference)
    if part is Part.REACH:
        return _letter().search(read.text) is not None
    return True


@cache
def _letter() -> Pattern[str]:
    """A greeting or a close, in a line of its own: a whole letter, not a part of one."""
    return regex(
        r"^[ \t]*(?:dear\s[^\n]{1,60}$|to whom it may concern|(?:yours\s)?sincerely\b"
        r"|yours\s(?:faithfully|truly)|(?:kind\s|best\s|warm\s)?regards,?$|sehr geehrte"
        r"|mit freundlichen|estimad[oa]s?\b|atentamente|madame, monsieur|cordialement)",
        IGNORECASE | MULTILINE,
    )


class _Facts:
    """What the log knows, put into the sentences of the data."""

    def __init__(
        self,
        sentences: Mapping[str, str],
        case: Case | None,
        kind: str,
        today: date | None,
        answer_days: int,
    ) -> None:
        self._sentences = sentences
        self._case = case
        self._today = today
        self._days = _answer_days(case, kind, answer_days)
        self.has_contacts = bool(case and case.encounters)
        self.has_reference = self._reference()[0] not in ("", "none")

    def missing(self, part: Part) -> Missing:
        """Return the part with its sentence: filled from the log, else with a blank."""
        key, facts = {
            Part.DATE: self._date,
            Part.AMOUNT: self._amount,
            Part.REFERENCE: self._reference,
            Part.CONTACT: self._contact,
            Part.RESOLUTION: self._resolution,
            Part.DEADLINE: self._deadline,
            Part.REACH: self._reach,
            Part.COURTESY: self._courtesy,
        }[part]()
        name = f"{part}-{key}" if key else part.value
        if name not in self._sentences:
            name, facts = part.value, {}
        is_filled = name != part.value or part is Part.COURTESY
        sentence = self._sentences[name].format(**facts)
        return Missing(part=part, sentence=sentence, is_filled=is_filled)

    def _courtesy(self) -> tuple[str, dict[str, str]]:
        return "", {}

    def _date(self) -> tuple[str, dict[str, str]]:
        case = self._case
        if case and case.purchase and case.purchase.bought_on:
            return "bought", {"day": _written(case, case.purchase.bought_on)}
        if case and case.events:
            first = min(case.events, key=lambda one: one.on)
            what = first.what.strip().rstrip(".")
            return "event", {"day": _written(case, first.on), "what": what}
        days = _days_of(case, reached=True)
        return ("contacted", {"day": days[0]}) if days else ("", {})

    def _amount(self) -> tuple[str, dict[str, str]]:
        money = _sum_of(self._case)
        return ("known", {"amount": money}) if money else ("", {})

    def _reference(self) -> tuple[str, dict[str, str]]:
        case = self._case
        if case is None:
            return "", {}
        given = [met.reference.strip() for met in case.encounters if met.reference.strip()]
        if case.purchase and case.purchase.reference.strip():
            return "order", {"number": case.purchase.reference.strip()}
        if given:
            return "given", {"number": given[-1]}
        if case.company.account.strip():
            return "account", {"number": case.company.account.strip()}
        return ("none", {}) if case.encounters else ("", {})

    def _contact(self) -> tuple[str, dict[str, str]]:
        reached = _days_of(self._case, reached=True)
        tried = _days_of(self._case, reached=False)
        days = (reached or tried)[-_MOST_CONTACTS:]
        if not days:
            return "", {}
        joined = " and ".join(filter(None, (", ".join(days[:-1]), days[-1])))
        return ("known" if reached else "tried"), {"days": joined}

    def _resolution(self) -> tuple[str, dict[str, str]]:
        case = self._case
        want = case.resolution.want.strip().rstrip(".") if case else ""
        if want:
            return "known", {"want": want}
        money = _money_text(case.resolution.amount) if case and case.resolution.amount else ""
        return ("amount", {"amount": money}) if money else ("", {})

    def _deadline(self) -> tuple[str, dict[str, str]]:
        if self._today is None:
            return "", {}
        return "known", {"day": _written(self._case, plus_days(self._today, self._days))}

    def _reach(self) -> tuple[str, dict[str, str]]:
        person = self._case.consumer if self._case else None
        reach = (person.phone.strip() or person.email.strip()) if person else ""
        return ("known", {"reach": reach}) if reach else ("", {})


def _answer_days(case: Case | None, kind: str, usual: int) -> int:
    """Return the days that the company has to answer: the kind's own, the person's, the usual."""
    own = KINDS.get(kind)
    if own and not own.asks and own.days:
        return own.days
    return (case.resolution.answer_days if case else None) or usual


def _days_of(case: Case | None, *, reached: bool) -> tuple[str, ...]:
    """Return the days of the contacts whose day is known, in their order and each once."""
    met: Collection[Encounter] = case.encounters if case else ()
    days = sorted(
        {
            one.moment.on
            for one in met
            if one.moment.precision is not Precision.MONTH
            and (one.reached if reached else one.direction is Direction.OUT)
        }
    )
    return tuple(_written(case, day) for day in days)


def _written(case: Case | None, day: date) -> str:
    """Return a day as letters of the person's country write it: “May 4, 2026” in the US."""
    told = plain_date(day)
    if case is None or case.country != "US":
        return told
    number, month, year = told.split(" ")
    return f"{month} {number}, {year}"


def _sum_of(case: Case | None) -> str:
    money = (case.resolution.amount or (case.purchase and case.purchase.price)) if case else None
    return _money_text(money) if money else ""


def _money_text(money: Money) -> str:
    """Return a sum such as “$80.00” or “KES 1,200.00”."""
    sign = _SIGNS.get(money.currency, f"{money.currency} ")
    return f"{sign}{money.amount:,.2f}"
