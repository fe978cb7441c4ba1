"""What does a letter template get to see of a case?

Plain dictionaries and lists of `Fact`s, each with its source. Nothing here can be called,
and no text of a person's can be read by a template.
"""

from complaintkit.model.case import Case, Exhibit
from complaintkit.model.letter import NamedBody
from complaintkit.model.people import Contact
from complaintkit.render.contact_facts import (
    Facts,
    Pen,
    broken_promise,
    contact_row,
    raised,
    untold,
)
from complaintkit.render.days_and_sums import Words
from complaintkit.render.effect_facts import effect_facts
from complaintkit.render.focus_facts import focus_facts
from complaintkit.render.phrases import file_title, is_bought
from complaintkit.render.trace import Book, Fact
from complaintkit.rules.language import language_of
from complaintkit.rules.letter_plan import LetterPlan
from complaintkit.rules.letter_told import is_told

PUBLIC, LAST_SIGNS = "body", 4  # facts/letters.md, section 0, decision 9


def letter_facts(
    plan: LetterPlan,
    case: Case,
    *,
    consumer: Contact,
    words: Words,
    style: Words,
    book: Book,
    whole: bool = True,
) -> Facts:
    """Return everything that a letter template may print or ask about.

    Not `whole`: lists of contacts that shipped letters of this kind do not show stay empty, for
    they cost most of the time.
    """
    enclosed = frozenset(exhibit.number for exhibit in plan.exhibits)
    pen = Pen(
        book=book,
        words=words,
        style=style,
        enclosable=enclosed,
        today=plan.written_on,
        listed=None if whole else plan.kind.shows,
    )
    return {
        "style": dict(style),
        "own_words_in": _own_words_in(case, words),
        **_address_facts(plan, case, consumer, pen),
        **focus_facts(plan, case, consumer, pen),
        **_story_facts(plan, case, pen),
        **_request_facts(plan, case, pen),
        "brief": plan.kind.audience == "head" and plan.kind.one_page,
        "contacts": [contact_row(row, plan, pen) for row in plan.contacts if pen.shows("contacts")],
        "has_references": bool(plan.references),
        "more_references": [
            pen.book.fact(call.reference.strip(), f"#{call.seq}") for call in plan.more_references
        ],
        "no_reference": plan.no_reference,
        "contact_count": plan.contact_count,
        "some_left_out": plan.contact_count > len(plan.contacts),
        "raised": raised(plan, pen),
        "enclosures": [_enclosure(exhibit, pen) for exhibit in plan.exhibits],
        "record_enclosed": _encloses_record(plan),
    }


def _own_words_in(case: Case, words: Words) -> str:
    """Name the language of the person's own words, where it is not that of the letter."""
    own = language_of(case.problem)
    return "" if own in ("", words["language"]) else str(words["languages"][own])


def _address_facts(plan: LetterPlan, case: Case, consumer: Contact, pen: Pen) -> Facts:
    """Who writes, to whom, about which file."""
    to, fact = plan.addressee, pen.book.fact
    other = case.on_behalf_of
    behalf = None
    if other and other.name.strip():
        behalf = {"name": fact(other.name, "#1"), "authority": fact(other.authority, "#1")}
    return {
        "greeting": _greeting(plan, pen),
        "named": to.person is not None,
        "closing": pen.style["closing_named" if to.person else "closing_unnamed"],
        "to_company": to.is_company,
        "addressee": fact(to.organisation, to.source),
        "measured": plan.choices.opening == "measured",
        "behalf": behalf,
        "me": {
            "name": fact(consumer.name, "profile"),
            "email": fact(consumer.email, "profile"),
            "phone": fact(consumer.phone, "profile"),
            "address": fact(", ".join(filter(None, consumer.address)), "profile"),
        },
        "needs": fact(case.needs, "#1"),
        "company": {
            "name": fact(case.company.name, "#1"),
            "since": fact(case.company.customer_since, "#1"),
            "account": fact(case.company.account, "#1"),
            "phone": fact(case.company.phone, "#1"),
            "email": fact(case.company.email, "#1"),
            "address": fact(", ".join(filter(None, case.company.address)), "#1"),
        },
        "title": fact(case.title, "your words"),
        "title_says_complaint": _says_complaint(case.title, pen.words),
        "file_numbers": _file_numbers(plan, case, pen),
    }


def _says_complaint(title: str, words: Words) -> bool:
    """Whether the title begins as the subject of a complaint would."""
    return title.strip().casefold().startswith(tuple(words.get("complaint", ("complaint",))))


def _greeting(plan: LetterPlan, pen: Pen) -> Fact | str:
    """Return how to greet: a person by name where the language does so, an office by its words."""
    to = plan.addressee
    if to.person:
        named = str(pen.style.get("greeting_named", "{name}"))
        if "{name}" not in named:
            return named
        return pen.book.fact(named.format(name=to.person.name), to.source)
    style = pen.style.get("greetings", {})
    audience = pen.words["audiences"][to.office]
    return str(style.get(to.office) or audience["greeting"])


def _story_facts(plan: LetterPlan, case: Case, pen: Pen) -> Facts:
    """What was bought and what happened."""
    fact, to_company = pen.book.fact, plan.addressee.is_company
    promises = [(one, broken_promise(one, pen, to_company=to_company)) for one in plan.broken]
    return {
        "purchase": _purchase(plan, case, pen),
        "problem": pen.book.passage(case.problem, "your words"),
        "problem_enclosures": pen.enclosed(plan.told_exhibits),
        "details": [fact(f"{_label(name)} {value}", "#1") for name, value in plan.details],
        "events": [
            {
                "on": pen.day(event.on, f"#{event.seq}"),
                "what": fact(event.what, f"#{event.seq}"),
                "amount": untold(
                    event.amount, f"{event.what} {case.problem}", f"#{event.seq}", pen
                ),
                "enclosures": pen.enclosed(event.exhibits),
            }
            for event in plan.events
        ],
        "events_told": len(plan.events) < len(case.events),
        "events_left_out": plan.events_left_out,
        "broken_told": [promise for one, promise in promises if one.told],
        "broken": [promise for one, promise in promises if not one.told],
        "offers": [
            {
                "on": pen.day(offer.on, f"#{offer.seq}"),
                "what": fact(offer.what, f"#{offer.seq}"),
                "amount": untold(offer.amount, offer.what, f"#{offer.seq}", pen),
                "declined": offer.answer.strip().casefold() in pen.words["answers"]["declined"],
                "accepted": offer.answer.strip().casefold() in pen.words["answers"]["accepted"],
                "in_full": offer.full_settlement is True,
                "expires": pen.day(offer.expires, f"#{offer.seq}") if offer.expires else None,
            }
            for offer in plan.offers
        ],
        **effect_facts(plan.effect, pen),
    }


def _request_facts(plan: LetterPlan, case: Case, pen: Pen) -> Facts:
    """What the person wants, and by when. The floor is private: it is never here."""
    wish = case.resolution
    return {
        "want": pen.book.fact(wish.want, "your words"),
        "amount": untold(wish.amount, wish.want, "your words", pen),
        "fallback": pen.book.fact(wish.fallback, "your words"),
        "answer_by": pen.day(plan.answer_by, "calendar") if plan.answer_by else None,
        "outside": _body(plan.body, pen) if plan.body else None,
    }


def _body(body: NamedBody, pen: Pen) -> Facts:
    """Return a body outside the company, with the day from which it may be asked."""
    source = f"agency {body.body_id}"
    return {
        "called": pen.book.fact(body.called, source),
        "name": pen.book.fact(body.name, source),
        "from_day": pen.day(body.from_day, f"{source}, calendar") if body.from_day else None,
    }


def _label(name: str) -> str:
    """Read a short name as words: “serial_number” is “serial number”."""
    return name.replace("_", " ") if name.replace("_", "").isalnum() else name


def _file_numbers(plan: LetterPlan, case: Case, pen: Pen) -> list[Fact]:
    """Return the numbers by which the company finds the case, each with its label."""
    labels = pen.words["file_numbers"]
    bought = case.purchase
    account, is_company = case.company.account, plan.addressee.is_company
    found = [("account" if is_company else "their_account", _masked(plan, account), "#1")]
    if bought:
        ordered = is_bought(bought.what, pen.words)
        found.append(("order" if ordered else "other", bought.reference, "#1"))
    reference = "reference" if is_company else "their_reference"
    found += [(reference, last.reference, f"#{last.seq}") for last in plan.references[-1:]]
    return [
        pen.book.fact(labels[name].format(number.strip()), source)
        for name, number, source in found
        if number.strip()
    ]


def _masked(plan: LetterPlan, account: str) -> str:
    """Keep the last four signs of the person's number alone where a filing may become public."""
    number = account.strip()
    if plan.addressee.office != PUBLIC or len(number) <= LAST_SIGNS:
        return number
    return f"…{number[-LAST_SIGNS:]}"


def _purchase(plan: LetterPlan, case: Case, pen: Pen) -> Facts | None:
    bought = case.purchase
    if bought is None or not bought.what.strip():
        return None
    fact, day = pen.book.fact, bought.bought_on
    buys = is_bought(bought.what, pen.words)
    told = is_told(bought.price, bought.what if buys else f"{bought.what} {case.problem}")
    price = None if told else bought.price
    for_head = plan.kind.audience == "head" and plan.kind.one_page
    payment = "" if for_head else bought.payment  # a detail for the staff
    own = (day or bought.price) and not case.on_behalf_of
    return {
        "what": fact(bought.what, "#1"),
        "owner": pen.words["owner"]["own" if own else "other"],
        "bought": bool(day or price) and buys,
        "known": bool(day or price or payment.strip() or (bought.where.strip() and not for_head)),
        "bought_on": pen.day(day, "#1") if day else None,
        "price": fact("sum", "#1", price) if price else None,
        "paid": fact("sum", "#1", bought.price) if bought.price else None,
        "payment": fact(pen.words["payments"].get(payment, payment), "#1"),
        "where": fact("" if for_head else bought.where, "#1"),
    }


def _encloses_record(plan: LetterPlan) -> bool:
    """Whether the record goes with the letter: it tells less than all, and encloses copies."""
    tells_less = plan.contact_count > len(plan.contacts) or plan.events_left_out > 0
    return tells_less and plan.kind.encloses and plan.addressee.office != PUBLIC


def _enclosure(exhibit: Exhibit, pen: Pen) -> Facts:
    source = f"Exhibit {exhibit.number}"
    return {
        "number": pen.book.fact(exhibit.number, source),
        "title": pen.book.fact(
            exhibit.title.strip() or file_title(exhibit.name, pen.words), source
        ),
    }
