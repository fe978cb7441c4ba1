"""Does the log bear out what a letter claims?

Only what can be held against an entry word for word is judged: days, sums, names, references,
numbers, and sentences with “never” or “always”. Where a claim can be read in a way that is
true, nothing is said. The letter has to be in English.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from complaintkit.model.case import Case
from complaintkit.model.review import Remark, Support
from complaintkit.rules.check.claims.anchor import Held, Said
from complaintkit.rules.check.claims.copies import copy_remarks
from complaintkit.rules.check.claims.counts import count_remarks
from complaintkit.rules.check.claims.dates import day_remarks
from complaintkit.rules.check.claims.days import Named, days_in
from complaintkit.rules.check.claims.files import reference_remarks
from complaintkit.rules.check.claims.money import Sum, sums_in
from complaintkit.rules.check.claims.names import name_remarks
from complaintkit.rules.check.claims.never import never_remarks
from complaintkit.rules.check.claims.people import Mention, people_in
from complaintkit.rules.check.claims.promises import promise_remarks
from complaintkit.rules.check.claims.record import Record, record_of, stems_among
from complaintkit.rules.check.claims.references import Number, numbers_in, numbers_of
from complaintkit.rules.check.claims.spent import time_remarks
from complaintkit.rules.check.claims.sums import sum_remarks
from complaintkit.rules.check.claims.supported import supported
from complaintkit.rules.check.claims.text import Reading, Statement, reading
from complaintkit.rules.check.claims.words import ClaimsWords, claims_words_from
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.reply_text import Token

__all__ = ["Checked", "ClaimsWords", "claims", "claims_words_from"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the log says to a letter: claims that it does not bear out, and those that it does."""

    remarks: tuple[Remark, ...] = ()
    supported: tuple[Support, ...] = ()


def claims(draft: Draft, case: Case, words: ClaimsWords, *, today: date) -> Checked:
    """Hold each claim of a letter in English against the log.

    A day to come that the writer sets, the letter's own date, and what laws and addresses hold
    are no claims. Of several remarks on the same words the first stands.
    """
    held = _held(draft, record_of(case, words, today=today), words)
    remarks = [
        *copy_remarks(held),
        *reference_remarks(held),
        *sum_remarks(held),
        *name_remarks(held),
        *count_remarks(held),
        *time_remarks(held),
        *never_remarks(held),
        *promise_remarks(held),
        *day_remarks(held),
    ]
    kept = _apart(remarks)
    return Checked(remarks=kept, supported=tuple(supported(held, kept)))


def _held(draft: Draft, record: Record, words: ClaimsWords) -> Held:
    letter = reading(draft)
    text = letter.text
    numbers = numbers_of(record)
    days = days_in(text, today=record.today, day_first=record.day_first)
    sums = sums_in(text)
    taken = [one[:2] for one in (*days, *sums)]
    facts = _Facts(
        words=letter.words,
        days=days,
        sums=sums,
        people=people_in(text, record, words),
        numbers=numbers_in(text, numbers, taken),
    )
    return Held(
        letter=letter,
        quoted=draft.quoted,
        statements=_statements(letter, facts, words),
        record=record,
        numbers=numbers,
        words=words,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """All facts of a letter, each sort in the order of the text."""

    words: Sequence[Token]
    days: Sequence[Named]
    sums: Sequence[Sum]
    people: Sequence[Mention]
    numbers: Sequence[Number]


def _statements(letter: Reading, facts: _Facts, words: ClaimsWords) -> tuple[Said, ...]:
    """Return the statements of a letter with the facts in them."""
    text, common = letter.text, words.common
    starts = {name: [one.start for one in getattr(facts, name)] for name in _Facts.__slots__}
    said: list[Said] = []
    for one in letter.statements:
        held = {
            name: getattr(facts, name)[
                bisect_left(places, one.start) : bisect_left(places, one.end)
            ]
            for name, places in starts.items()
        }
        spoken = frozenset([token.word for token in held["words"]])
        days = tuple(held["days"])
        untils = tuple(day for day in days if _is_until(text, one, day, words))
        is_new = one.is_row or not said or _is_apart(text, said[-1], one)
        said.append(
            Said(
                where=one,
                text=text[one.start : one.end],
                words=spoken,
                days=days,
                untils=untils,
                owns=tuple(day for day in days if day not in untils),
                sums=tuple(held["sums"]),
                people=tuple(held["people"]),
                numbers=tuple(held["numbers"]),
                stems=stems_among(spoken, common),
                ties=_kinds(spoken, words.ties),
                channels=_kinds(spoken, words.channels),
                before=None if is_new else _with_facts(said[-1]),
            )
        )
    return tuple(said)


def _kinds(spoken: frozenset[str], by_word: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(by_word[word] for word in spoken & by_word.keys()))


def _is_until(text: str, statement: Statement, day: Named, words: ClaimsWords) -> bool:
    """Whether a day is one up to which something is to be: “by 4 May”."""
    return bool(words.until.search(text[max(statement.start, day.start - 24) : day.start]))


def _is_apart(text: str, before: Said, after: Statement) -> bool:
    """Whether a new paragraph begins; a list goes on from the sentence that leads in to it."""
    return "\n\n" in text[before.where.end - 2 : after.start] and not (
        before.text.rstrip().endswith(":")
    )


def _with_facts(said: Said) -> Said | None:
    """Return the statement, or the one before it where it tells neither who nor when."""
    return said if said.days or said.people else said.before


def _apart(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Keep the first of remarks on the same words, in the order of the letter."""
    kept: list[Remark] = []
    for one in remarks:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))
