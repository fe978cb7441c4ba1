"""Does the log bear out what a letter claims?

Only what can be held against an entry word for word is judged: days, sums, names, references,
numbers, and sentences with “never” or “always”. Where a claim can be read in a way that is
true, nothing is said. The letter has to be in English.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from complaintkit.model.case import Case
from complaintkit.model.review import Remark, Support
from complaintkit.rules.check.claims_anchor import Held, Said
from complaintkit.rules.check.claims_copies import copy_remarks
from complaintkit.rules.check.claims_counts import count_remarks
from complaintkit.rules.check.claims_dates import day_remarks
from complaintkit.rules.check.claims_days import Named, days_in
from complaintkit.rules.check.claims_files import reference_remarks
from complaintkit.rules.check.claims_money import Sum, sums_in
from complaintkit.rules.check.claims_names import name_remarks
from complaintkit.rules.check.claims_never import never_remarks
from complaintkit.rules.check.claims_people import Mention, people_in
from complaintkit.rules.check.claims_promises import promise_remarks
from complaintkit.rules.check.claims_references import Number, Numbers, numbers_in, numbers_of
from complaintkit.rules.check.claims_spent import time_remarks
from complaintkit.rules.check.claims_sums import sum_remarks
from complaintkit.rules.check.claims_text import Statement, reading
from complaintkit.rules.check.claims_words import ClaimsWords, claims_words_from
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.record_facts import Record, record_of, stems_of

__all__ = ["Checked", "ClaimsWords", "claims", "claims_words_from"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the log says to a letter: claims that it does not bear out, and those that it does."""

    remarks: tuple[Remark, ...] = ()
    supported: tuple[Support, ...] = ()


Fact = TypeVar("Fact", bound=Named | Sum | Mention | Number)


def claims(draft: Draft, case: Case, words: ClaimsWords, *, today: date) -> Checked:
    """Hold each claim of a letter in English against the log.

    A day to come that the writer sets, the letter's own date, and what laws and addresses hold
    are no claims. Of several remarks on the same words the first stands.
    """
    record = record_of(case, words, today=today)
    numbers = numbers_of(record)
    held = _held(draft, record, numbers, words)
    remarks = [
        *reference_remarks(held, numbers),
        *sum_remarks(held),
        *name_remarks(held),
        *count_remarks(held),
        *time_remarks(held),
        *never_remarks(held),
        *promise_remarks(held),
        *copy_remarks(held),
        *day_remarks(held),
    ]
    return Checked(remarks=_apart(remarks), supported=())


def _held(draft: Draft, record: Record, numbers: Numbers, words: ClaimsWords) -> Held:
    letter = reading(draft)
    text = letter.text
    days = days_in(text, today=record.today, day_first=record.day_first)
    sums = sums_in(text)
    people = people_in(text, record, words)
    taken = [(one[0], one[1]) for facts in (days, sums) for one in facts]
    given = numbers_in(text, numbers, taken)
    statements = sorted(letter.statements, key=lambda one: one.start)
    begins = [one.start for one in statements]
    day_at, sum_at = _shared(days, statements, begins), _shared(sums, statements, begins)
    who_at, file_at = _shared(people, statements, begins), _shared(given, statements, begins)
    said: list[Said] = []
    for at, one in enumerate(statements):
        body = text[one.start : one.end]
        dated = day_at.get(at, ())
        is_new = one.is_row or not said or _is_apart(text, said[-1], one)
        said.append(
            Said(
                where=one,
                text=body,
                days=dated,
                untils=tuple(day for day in dated if _is_until(text, one, day, words)),
                sums=sum_at.get(at, ()),
                people=who_at.get(at, ()),
                numbers=file_at.get(at, ()),
                stems=stems_of(body, words.common),
                ties=frozenset(kind for kind, tie in words.ties.items() if tie.search(body)),
                channels=frozenset(way for way, tie in words.channels.items() if tie.search(body)),
                before=None if is_new else _with_facts(said[-1]),
            )
        )
    return Held(
        letter=letter, quoted=draft.quoted, statements=tuple(said), record=record, words=words
    )


def _is_apart(text: str, before: Said, after: Statement) -> bool:
    """Whether a new paragraph begins; a list goes on from the sentence that leads in to it."""
    return "\n\n" in text[before.where.end - 2 : after.start] and not (
        before.text.rstrip().endswith(":")
    )


def _with_facts(said: Said) -> Said | None:
    """Return the statement, or the one before it where it tells neither who nor when."""
    return said if said.days or said.people else said.before


def _is_until(text: str, statement: Statement, day: Named, words: ClaimsWords) -> bool:
    """Whether a day is one up to which something is to be: “by 4 May”."""
    return bool(words.until.search(text[max(statement.start, day.start - 24) : day.start]))


def _shared(
    found: Sequence[Fact], statements: list[Statement], begins: list[int]
) -> dict[int, tuple[Fact, ...]]:
    """Give each fact to the statement in which it stands."""
    shared: dict[int, tuple[Fact, ...]] = {}
    for fact in found:
        place = bisect_right(begins, fact.start) - 1
        if place >= 0 and fact.start < statements[place].end:
            shared[place] = (*shared.get(place, ()), fact)
    return shared


def _apart(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Keep the first of remarks on the same words, in the order of the letter."""
    kept: list[Remark] = []
    for one in remarks:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))
