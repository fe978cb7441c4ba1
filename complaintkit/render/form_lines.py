"""How does the statutory form of a cancellation read, filled in from the record?"""

import re
from datetime import date

from complaintkit.model.case import Case
from complaintkit.model.people import Contact
from complaintkit.render.contact_facts import Pen
from complaintkit.render.days_and_sums import date_text
from complaintkit.render.phrases import is_bought
from complaintkit.render.trace import Fact, joined_sources
from complaintkit.rules.letter_plan import LetterPlan

_BLANK = re.compile(r"\{(\w+)\}")


def form_lines(plan: LetterPlan, case: Case, consumer: Contact, pen: Pen) -> list[Fact]:
    """Return the lines of the form word for word, each with what the record knows of it.

    A line that asks for what is not known is left out where the law allows that; where it does
    not, there is no form at all. The signature stands at the end of the letter.
    """
    right = plan.right.right
    forms = right.form.get(pen.words["language"]) if right else None
    if not right or not forms or not case.purchase:
        return []
    kind = "goods" if is_bought(case.purchase.what, pen.words) else "service"
    known = _known(plan, case, consumer, pen)
    filled = []
    for line in forms[kind]:
        blanks = _BLANK.findall(line)
        lacks = [blank for blank in blanks if not known.get(blank, ("",))[0]]
        if not set(lacks) <= set(right.form_optional):
            return []
        if not lacks and blanks:
            text = line.format_map({blank: known[blank][0] for blank in blanks})
            sources = (f"right {right.id}", *(known[blank][1] for blank in blanks))
            filled.append(pen.book.fact(text, joined_sources(sources)))
    return filled


def _known(plan: LetterPlan, case: Case, consumer: Contact, pen: Pen) -> dict[str, tuple[str, str]]:
    """Return what the record says for each blank, with its source."""
    bought, to, other = case.purchase, plan.addressee, case.on_behalf_of
    ordered = (_day(bought.bought_on, pen), "#1") if bought and bought.bought_on else ("", "")
    return {
        "recipient": (", ".join(filter(None, (to.organisation, *to.address, to.email))), "#1"),
        "goods": (", ".join(filter(None, (bought.what, bought.reference))) if bought else "", "#1"),
        "ordered_on": ordered if ordered[0] else _event(case, ("contract",), pen),
        "received_on": _event(case, ("delivered", "installed"), pen),
        "name": (other.name, "#1") if other else (consumer.name, "profile"),
        "address": ("" if other else ", ".join(filter(None, consumer.address)), "profile"),
        "date": (_day(plan.written_on, pen), "calendar"),
    }


def _event(case: Case, kinds: tuple[str, ...], pen: Pen) -> tuple[str, str]:
    found = [event for event in case.events if event.kind in kinds]
    return (_day(found[-1].on, pen), f"#{found[-1].seq}") if found else ("", "")


def _day(day: date, pen: Pen) -> str:
    return date_text(day, pen.style["locale"], pen.words)
