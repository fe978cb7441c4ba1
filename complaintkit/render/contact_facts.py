"""How do contacts and promises look to a letter template?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from complaintkit.model.case import SentLetter
from complaintkit.model.encounter import Direction, Encounter, Promise
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.render.days_and_sums import Words
from complaintkit.render.people import briefly, other_side
from complaintkit.render.phrases import capital, numbers
from complaintkit.render.trace import Book, Fact, joined_sources
from complaintkit.rules.letter_focus import SPOKEN
from complaintkit.rules.letter_plan import BrokenPromise, LetterPlan
from complaintkit.rules.letter_told import is_told

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What the facts of one letter are written with."""

    book: Book
    words: Words
    style: Words
    enclosable: frozenset[int]
    today: date
    listed: tuple[str, ...] | None = None  # None: every list
    rows: dict[int, Facts] = field(default_factory=dict)  # those made, by number of entry
    talks: dict[int, Facts] = field(default_factory=dict)

    def shows(self, name: str) -> bool:
        """Whether the letter may list the contacts in this way."""
        return self.listed is None or name in self.listed

    def day(self, day: date | Moment, source: str) -> Fact:
        """Enter a day or a moment; the template chooses how to write it."""
        return self.book.fact(day.on if isinstance(day, Moment) else day, source, day)

    def enclosed(self, exhibits: Iterable[int]) -> Fact:
        """Point to enclosed copies: “enclosures 1–4”; empty if there are none."""
        found = sorted(self.enclosable.intersection(exhibits))
        names = self.style.get("enclosure", self.words["enclosure"])
        pattern = names["one" if len(found) == 1 else "many"]
        text = pattern.format(numbers(found, self.words)) if found else ""
        return self.book.fact(text, joined_sources(f"Exhibit {number}" for number in found))


def contact_row(row: Encounter | SentLetter, plan: LetterPlan, pen: Pen) -> Facts:
    """Return one row of the table of contacts. Several lists may hold it; it is made once."""
    if row.seq not in pen.rows:
        pen.rows[row.seq] = (
            _letter_row(row, pen) if isinstance(row, SentLetter) else _call_row(row, plan, pen)
        )
    return pen.rows[row.seq]


def broken_promise(one: BrokenPromise, pen: Pen, *, to_company: bool) -> Facts:
    """Return a promise that was not kept, with who made it and when."""
    call, source = one.encounter, f"#{one.encounter.seq}"
    name = call.representative.name.strip() if call.representative else ""
    company = pen.words["people"]["company" if to_company else "the_company"]
    told_of = name or other_side(call, pen.words) or company
    return {
        "who": pen.book.fact(told_of, source),
        "on": pen.day(call.moment, source),
        **promise_facts(one.promise, source, pen),
    }


def raised(plan: LetterPlan, pen: Pen) -> Facts:
    """Return how often and with whom the person raised the matter, for one sentence."""
    rows = plan.raised
    if not rows:
        return {"count": 0, "tried": plan.tried}
    first, last = rows[0], rows[-1]
    last_who = other_side(last, pen.words) if isinstance(last, Encounter) else ""
    return {
        "count": len(rows),
        "times": pen.book.fact(len(rows), joined_sources(f"#{row.seq}" for row in rows)),
        "first": pen.day(when_of(first), f"#{first.seq}"),
        "last": pen.day(when_of(last), f"#{last.seq}"),
        "same_day": _day(first) == _day(last),
        "in_writing": isinstance(last, SentLetter),
        "who": pen.book.fact(last_who, f"#{last.seq}"),
    }


def _letter_row(row: SentLetter, pen: Pen) -> Facts:
    source = f"#{row.seq}"
    way, sent = way_of(row.via, pen.words), pen.words["sent"]
    return {
        "is_letter": True,
        "on": pen.day(row.sent_on, source),
        "contact": pen.book.fact(pen.words["letter_row"].format(way=way), source),
        "what": pen.book.fact(sent.get(row.kind) or sent["complaint"], source),
        "answer_by": pen.day(row.answer_by, source) if row.answer_by else None,
        "enclosures": pen.enclosed((row.proof,) if row.proof else ()),
        "reference": "",
        "spoken": False,
    }


def _call_row(row: Encounter, plan: LetterPlan, pen: Pen) -> Facts:
    source, fact = f"#{row.seq}", pen.book.fact
    told_of = plan.broken if plan.kind.tells_promises else ()
    broken = [one.promise.index for one in told_of if one.encounter.seq == row.seq]
    told = row.said.strip() or row.quote.strip()
    pending = [one for one in row.promises if one.index not in broken and not (told and one.kept)]
    return {
        "is_letter": False,
        "on": pen.day(when_of(row), source),
        "contact": fact(contact_of(row, plan, pen), source),
        "reached": row.reached,
        "silent": not (told or pending),
        "broke_promise": bool(broken),
        "said": fact(row.said, source),
        "quote": fact(row.quote, source),
        "promises": [promise_facts(one, source, pen) for one in pending],
        "reference": fact(row.reference, source),
        "spoken": row.reached and row.channel in SPOKEN,
        "enclosures": pen.enclosed(row.exhibits),
    }


def contact_of(row: Encounter, plan: LetterPlan, pen: Pen) -> str:
    """Name way and person of a contact in few words: “Telephone, Ms Ruiz (Retention)”."""
    return briefly(row, _way(row, plan, pen), pen.words)


def _way(row: Encounter, plan: LetterPlan, pen: Pen) -> str:
    """Return how a contact is called: a third reader is told which side of it was the company."""
    incoming = row.direction is Direction.IN
    if row.medium.strip():
        return capital(row.medium)
    if plan.addressee.is_company:
        return str(pen.words["channels"][row.channel.value]["in" if incoming else "out"])
    return str(pen.words["channels"][row.channel.value]["theirs" if incoming else "mine"])


def way_of(via: str, words: Words) -> str:
    """Say by which way a letter went: “by post”, “by certified mail”, “through your portal”."""
    via = via.strip()
    if via.casefold() in words["ways"]:
        return str(words["ways"][via.casefold()])
    first = via.casefold().split(maxsplit=1)[:1]
    return via if not first or first[0] in words["places"] else words["way"].format(via)


def untold(amount: Money | None, text: str, source: str, pen: Pen) -> Fact | None:
    """Return a sum, unless the text beside it names it already."""
    return None if is_told(amount, text) else pen.book.fact("sum", source, amount)


def promise_facts(promise: Promise, source: str, pen: Pen) -> Facts:
    by = pen.day(promise.by, source) if promise.by else None
    until = promise.until
    passed = promise.kept is None and until is not None and until < pen.today
    return {
        "what": pen.book.fact(promise.what, source),
        "by": by,
        "kept": promise.kept is True,
        "passed": passed or promise.kept is False,
    }


def when_of(row: Encounter | SentLetter) -> date | Moment:
    """The hour helps the company to find a call or a chat; elsewhere the day is enough."""
    if isinstance(row, SentLetter):
        return row.sent_on
    if row.channel in SPOKEN or row.moment.precision is Precision.MONTH:
        return row.moment
    return row.moment.on


def _day(row: Encounter | SentLetter) -> date:
    return row.sent_on if isinstance(row, SentLetter) else row.moment.on
