"""How do the offer, contact, letter, payment and right that a letter is about look to it?"""

import re
from typing import TYPE_CHECKING

from complaintkit.model.case import Case, Event, Offer, SentLetter
from complaintkit.model.encounter import Encounter
from complaintkit.model.money import Money
from complaintkit.model.people import Contact
from complaintkit.render.contact_facts import (
    Facts,
    Pen,
    contact_of,
    contact_row,
    promise_facts,
    untold,
    way_of,
    when_of,
)
from complaintkit.render.form_lines import form_lines
from complaintkit.render.trace import joined_sources
from complaintkit.rules.letter_plan import LetterPlan

if TYPE_CHECKING:
    from complaintkit.model.right import Right


def focus_facts(plan: LetterPlan, case: Case, consumer: Contact, pen: Pen) -> Facts:
    """Return what the letter is about; each is None where there is none."""
    focus = plan.focus
    return {
        "offer": _offer(focus.offer, focus.shortfall, pen) if focus.offer else None,
        "part_payment": plan.choices.part_payment,
        "call": _talk(focus.call, plan, pen) if focus.call else None,
        "person": _talk(focus.person, plan, pen) if focus.person else None,
        "letter_sent": _letter(focus.letter, pen) if focus.letter else None,
        "heard": focus.heard,
        "charge": _charge(plan, pen),
        "right": _right(plan.right.right, plan, pen) if plan.right.right else None,
        "form": form_lines(plan, case, consumer, pen),
        "basis": pen.book.passage(plan.choices.basis, "your words"),
        "chronology": [
            _dated(row, plan, pen) for row in plan.chronology if pen.shows("chronology")
        ],
        "talks": [_talk(call, plan, pen) for call in _talks(plan) if pen.shows("talks")],
        "ordered_on": _ordered_on(case, pen),
        "received_on": _event_day(case, ("delivered", "installed"), pen),
        "settled": _settled(case, pen),
    }


def _offer(offer: Offer, shortfall: Money | None, pen: Pen) -> Facts:
    fact, source = pen.book.fact, f"#{offer.seq}"
    answer = offer.answer.strip().casefold()
    return {
        "on": pen.day(offer.on, source),
        "what": fact(offer.what, source),
        "amount": untold(offer.amount, offer.what, source, pen),
        "sum": fact("sum", source, offer.amount) if offer.amount else None,
        "expires": pen.day(offer.expires, source) if offer.expires else None,
        "in_full": offer.full_settlement is True,
        "in_money": offer.amount is not None and _is_money(offer.what, pen),
        "expired": offer.expires is not None and offer.expires < pen.today,
        "declined": answer in pen.words["answers"]["declined"],
        "shortfall": fact("sum", joined_sources((source, "#1")), shortfall) if shortfall else None,
    }


def _is_money(what: str, pen: Pen) -> bool:
    """Whether an offer is money: a voucher of the same sum is not."""
    return set(pen.words["vouchers"]).isdisjoint(re.findall(r"\w+", what.casefold()))


def _talk(call: Encounter, plan: LetterPlan, pen: Pen) -> Facts:
    """Return one contact for running text: who, when, what was said and promised."""
    if call.seq not in pen.talks:
        pen.talks[call.seq] = _new_talk(call, plan, pen)
    return pen.talks[call.seq]


def _new_talk(call: Encounter, plan: LetterPlan, pen: Pen) -> Facts:
    fact, source = pen.book.fact, f"#{call.seq}"
    person = call.representative
    return {
        "name": fact(person.name if person else "", source),
        "role": fact(person.role if person else "", source),
        "channel": call.channel.value,
        "contact": fact(contact_of(call, plan, pen), source),
        "on": pen.day(call.moment, source),
        "at": pen.day(when_of(call), source),
        "said": fact(call.said, source),
        "quote": fact(call.quote, source),
        "promises": [promise_facts(one, source, pen) for one in call.promises],
        "kept": [promise_facts(one, source, pen) for one in call.promises if one.kept],
        "reference": fact(call.reference, source),
    }


def _letter(sent: SentLetter, pen: Pen) -> Facts:
    source = f"#{sent.seq}"
    return {
        "on": pen.day(sent.sent_on, source),
        "way": pen.book.fact(way_of(sent.via, pen.words), source),
        "answer_by": pen.day(sent.answer_by, source) if sent.answer_by else None,
    }


def _charge(plan: LetterPlan, pen: Pen) -> Facts | None:
    charge = plan.focus.charge
    if charge is None:
        return None
    return {
        "on": pen.day(charge.on, charge.source),
        "amount": pen.book.fact("sum", charge.source, charge.amount),
        "what": pen.book.fact(charge.what, charge.source),
    }


def _right(right: "Right", plan: LetterPlan, pen: Pen) -> Facts:
    """Return the words of a sourced right in the letter's language; none where it has none."""
    language, source = pen.words["language"], f"right {right.id}"
    law = right.law if language == "en" else right.law_in.get(language, "")
    is_its_own = right.use in plan.kind.uses[:1]  # not a right that only supports the letter
    title = right.title.get(language, "") if is_its_own else ""
    clause = right.clause.get(language, "")
    return {
        "law": pen.book.fact(law, source),
        "title": pen.book.fact(title, source),
        "clause": pen.book.fact(clause.replace("{law}", law), source),
    }


def _dated(row: Event | Encounter | SentLetter, plan: LetterPlan, pen: Pen) -> Facts:
    """Return one line of the chronology."""
    if not isinstance(row, Event):
        return {"is_event": False, **contact_row(row, plan, pen)}
    source = f"#{row.seq}"
    return {
        "is_event": True,
        "on": pen.day(row.on, source),
        "what": pen.book.fact(row.what, source),
        "amount": untold(row.amount, row.what, source, pen),
        "enclosures": pen.enclosed(row.exhibits),
    }


def _talks(plan: LetterPlan) -> list[Encounter]:
    return [row for row in plan.chronology if isinstance(row, Encounter) and row.reached]


def _ordered_on(case: Case, pen: Pen) -> object:
    bought = case.purchase
    if bought and bought.bought_on:
        return pen.day(bought.bought_on, "#1")
    return _event_day(case, ("contract",), pen)


def _event_day(case: Case, kinds: tuple[str, ...], pen: Pen) -> object:
    found = [event for event in case.events if event.kind in kinds]
    return pen.day(found[-1].on, f"#{found[-1].seq}") if found else None


def _settled(case: Case, pen: Pen) -> object:
    """Return the day on which the dispute ended well; None while it goes on."""
    ended = case.outcome
    if ended is None or ended.result.strip().casefold() != "resolved":
        return None
    return pen.day(ended.closed_on, f"#{ended.seq}")
