"""How do contacts and promises look to a letter template?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from complaintkit.model.case import SentLetter
from complaintkit.model.encounter import Direction, Encounter, Promise
from complaintkit.model.moment import Moment, Precision
from complaintkit.render.phrases import Words, capital, numbers, who
from complaintkit.render.trace import Book, Fact, joined_sources
from complaintkit.rules.letter_plan import SPOKEN, BrokenPromise, LetterPlan

Facts = dict[str, Any]

NAMED_LEVELS = 4  # more names than this tell a reader nothing more


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What the facts of one letter are written with."""

    book: Book
    words: Words
    style: Words
    enclosable: frozenset[int]

    def day(self, day: date | Moment, source: str) -> Fact:
        """Enter a day or a moment; the template chooses how to write it."""
        return self.book.fact(day.on if isinstance(day, Moment) else day, source, day)

    def enclosed(self, exhibits: Iterable[int]) -> Fact:
        """Point to enclosed copies: “enclosures 1–4”; empty if there are none."""
        found = sorted(self.enclosable.intersection(exhibits))
        pattern = self.words["enclosure"]["one" if len(found) == 1 else "many"]
        text = pattern.format(numbers(found, self.words)) if found else ""
        return self.book.fact(text, joined_sources(f"Exhibit {number}" for number in found))


def contact_row(row: Encounter | SentLetter, plan: LetterPlan, pen: Pen) -> Facts:
    """Return one row of the table of contacts."""
    return _letter_row(row, pen) if isinstance(row, SentLetter) else _call_row(row, plan, pen)


def broken_promise(one: BrokenPromise, pen: Pen) -> Facts:
    """Return a promise that was not kept, with who made it and when."""
    call, source = one.encounter, f"#{one.encounter.seq}"
    return {
        "told": one.told,
        "who": pen.book.fact(other_side(call, pen.words) or pen.words["people"]["company"], source),
        "on": pen.day(call.moment, source),
        **_promise(one.promise, source, pen),
    }


def raised(plan: LetterPlan, pen: Pen) -> Facts:
    """Return how often and with whom the matter was raised, for one sentence."""
    reached = [row for row in plan.raised if isinstance(row, Encounter)]
    letters = [row for row in plan.raised if isinstance(row, SentLetter)]
    last = plan.raised[-1] if plan.raised else None
    last_who = other_side(last, pen.words) if isinstance(last, Encounter) else ""
    people = _people(reached, pen)
    spoken_to = {str(other_side(call, pen.words)) for call in reached}
    missed = [call for call in plan.missed if other_side(call, pen.words) not in spoken_to]
    return {
        "count": len(plan.raised),
        "times": pen.book.fact(
            len(plan.raised), joined_sources(f"#{row.seq}" for row in plan.raised)
        ),
        "last": pen.day(_when(last), f"#{last.seq}") if last else None,
        "who": pen.book.fact(last_who, f"#{last.seq}") if last else "",
        "people": people,
        "letters": [pen.day(row.sent_on, f"#{row.seq}") for row in letters],
        "missed": _people(missed, pen),
    }


def other_side(call: Encounter, words: Words) -> str:
    """Call the person on the other side; "" where nobody is to be expected."""
    person = call.representative
    name, role = (person.name.strip(), person.role.strip()) if person else ("", "")
    if (name and role) or (call.reached and call.channel in SPOKEN):
        return who(name, role, words)
    return name or role


def _letter_row(row: SentLetter, pen: Pen) -> Facts:
    source = f"#{row.seq}"
    way = pen.words["ways"].get(row.via.casefold(), row.via)
    return {
        "is_letter": True,
        "on": pen.day(row.sent_on, source),
        "way": pen.book.fact(pen.words["letter_row"].format(way=way), source),
        "who": "",
        "answer_by": pen.day(row.answer_by, source) if row.answer_by else None,
        "enclosures": pen.enclosed((row.proof,) if row.proof else ()),
        "reference": "",
        "spoken": False,
    }


def _call_row(row: Encounter, plan: LetterPlan, pen: Pen) -> Facts:
    source, fact = f"#{row.seq}", pen.book.fact
    broken = [one.promise.index for one in plan.broken if one.encounter.seq == row.seq]
    pending = [one for one in row.promises if one.index not in broken]
    side = "in" if row.direction is Direction.IN else "out"
    return {
        "is_letter": False,
        "on": pen.day(_when(row), source),
        "way": fact(capital(row.medium) or pen.words["channels"][row.channel.value][side], source),
        "who": fact(other_side(row, pen.words), source),
        "reached": row.reached,
        "silent": not (row.said.strip() or row.quote.strip() or pending),
        "broke_promise": bool(broken),
        "said": fact(row.said, source),
        "quote": fact(row.quote, source),
        "promises": [_promise(one, source, pen) for one in pending],
        "reference": fact(row.reference, source),
        "spoken": row.reached and row.channel in SPOKEN,
        "enclosures": pen.enclosed(row.exhibits),
    }


def _promise(promise: Promise, source: str, pen: Pen) -> Facts:
    by = pen.day(promise.by, source) if promise.by else None
    return {"what": pen.book.fact(promise.what, source), "by": by, "kept": promise.kept is True}


def _when(row: Encounter | SentLetter) -> date | Moment:
    """The hour helps the company to find a call or a chat; elsewhere the day is enough."""
    if isinstance(row, SentLetter):
        return row.sent_on
    if row.channel in SPOKEN or row.moment.precision is Precision.MONTH:
        return row.moment
    return row.moment.on


def _people(calls: list[Encounter], pen: Pen) -> list[Fact]:
    """Return whom the person dealt with, each once; beyond a few, “others”."""
    found: dict[str, list[str]] = {}
    for call in calls:
        if name := other_side(call, pen.words):
            found.setdefault(name, []).append(f"#{call.seq}")
    no_name = pen.words["people"]["no_name"]
    named = sorted(found.items(), key=lambda one: no_name in one[0])
    if len(named) > NAMED_LEVELS:
        rest = [source for _, sources in named[NAMED_LEVELS - 1 :] for source in sources]
        named = [*named[: NAMED_LEVELS - 1], (pen.words["people"]["others"], rest)]
    return [pen.book.fact(name, joined_sources(sources)) for name, sources in named]
