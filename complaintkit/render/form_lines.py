"""How does the statutory form of a cancellation read, filled in from the record?"""

import re

from complaintkit.model.case import Case
from complaintkit.model.people import Contact
from complaintkit.render.contact_facts import Pen
from complaintkit.render.days_and_sums import date_text
from complaintkit.render.phrases import is_bought
from complaintkit.render.trace import Fact
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
        lacks = [blank for blank in blanks if not known.get(blank)]
        if not set(lacks) <= set(right.form_optional):
            return []
        if not lacks and blanks:
            filled.append(pen.book.fact(line.format_map(known), f"right {right.id}, #1"))
    return filled


def _known(plan: LetterPlan, case: Case, consumer: Contact, pen: Pen) -> dict[str, str]:
    def day(kinds: tuple[str, ...]) -> str:
        found = [event.on for event in case.events if event.kind in kinds]
        return date_text(found[-1], pen.style["locale"], pen.words) if found else ""

    bought = case.purchase
    ordered = bought.bought_on if bought else None
    to = plan.addressee
    return {
        "recipient": ", ".join(filter(None, (to.organisation, *to.address, to.email))),
        "goods": ", ".join(filter(None, (bought.what, bought.reference))) if bought else "",
        "ordered_on": date_text(ordered, pen.style["locale"], pen.words)
        if ordered
        else day(("contract",)),
        "received_on": day(("delivered", "installed")),
        "name": case.on_behalf_of.name if case.on_behalf_of else consumer.name,
        "address": "" if case.on_behalf_of else ", ".join(filter(None, consumer.address)),
        "date": date_text(plan.written_on, pen.style["locale"], pen.words),
    }
