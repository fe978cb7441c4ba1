"""How does a case look laid out field by field, as the form of an outside body asks for it?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from complaintkit.model.body_form import Answer, BodyForm, FormField, Told
from complaintkit.model.case import Case
from complaintkit.model.money import Money
from complaintkit.model.people import Contact
from complaintkit.render.days_and_sums import date_text, money_text
from complaintkit.render.form_story import Pen, pen_for, shorter, told
from complaintkit.render.letter_short import cut
from complaintkit.render.locale_text import country_name
from complaintkit.render.printable import clear
from complaintkit.rules.form_answers import LACKS, TOLD, Value, found
from complaintkit.rules.form_room import form_size
from complaintkit.rules.sentences import quoted

Mask = Callable[[str], str]
"""Masks what may not leave in a text; names and addresses of the person stay."""

OWN = "profile"


def answers(
    form: BodyForm,
    case: Case,
    shown: Case,
    *,
    body: str,
    consumer: Contact,
    today: date,
    mask: Mask,
) -> tuple[Answer, ...]:
    """Return each question of the form with what the record answers.

    `shown` is the case as the body may see it, for what is told in sentences; of `case` the plain
    facts are taken, masked one by one. Raises FactMissing where company or problem is not known.
    """
    pen = pen_for(shown, body=body, consumer=consumer, today=today)
    asked = frozenset(field.holds for field in form.fields)
    return tuple(
        _answer(field, form.limits.characters, case, consumer, pen, asked, mask)
        for field in form.fields
    )


def _answer(
    field: FormField,
    most: int,
    case: Case,
    consumer: Contact,
    pen: Pen,
    asked: frozenset[str],
    mask: Mask,
) -> Answer:
    field = replace(field, characters=field.characters or (most if field.holds in TOLD else 0))
    if field.holds in TOLD:
        return _with_lack(_in_sentences(field, pen, asked), case)
    known = found(field.holds, case, consumer)
    if known is None:
        return _with_lack(Answer(field=field), case)
    text = _written(known.value, field.holds, pen)
    if known.source != OWN:
        text = mask(text)
    text = clear(text)
    fits = cut(text, field.characters, form_size) if field.characters else text
    return Answer(field=field, text=fits, source=known.source, was_cut=fits != text)


def _in_sentences(field: FormField, pen: Pen, asked: frozenset[str]) -> Answer:
    """Return an account in two lengths; the longer one as long as the field allows."""
    whole = told(field.holds, pen, asked=asked)
    if not whole.text:
        return Answer(field=field)
    short = shorter(field.holds, pen, asked=asked)
    fits = told(field.holds, pen, asked=asked, most=field.characters)
    was_cut = bool(field.characters) and form_size(short.text) > field.characters
    return Answer(
        field=field,
        text=fits.text,
        source=fits.source,
        shorter=None if was_cut else _other(short, fits),
        was_cut=was_cut,
    )


def _other(short: Told, long: Told) -> Told | None:
    return short if short.text and len(short.text) < len(long.text) else None


def _written(value: Value, holds: str, pen: Pen) -> str:
    locale = pen.style["locale"]
    if isinstance(value, date):
        return date_text(value, locale, pen.words)
    if isinstance(value, Money):
        return money_text(value, locale)
    return country_name(value, locale) if holds == "country" else value


def _with_lack(answer: Answer, case: Case) -> Answer:
    """Add the command that supplies what is missing; the story is always there."""
    command = LACKS.get(answer.field.holds, "")
    if answer.text or not command:
        return answer
    named = command.format(case=quoted(case.name))
    return replace(answer, lacks=f"complaintkit {named}")
