"""Which keys does a program read of a filled form? Kept stable: docs/json.md."""

from dataclasses import asdict

from complaintkit.model.body_form import Answer, FilledForm
from complaintkit.rules.form_room import form_size

Shape = dict[str, object]


def form_shape(filled: FilledForm) -> Shape:
    """Return a case laid out for one body."""
    form, way = filled.form, filled.way
    return {
        "case": filled.case_name,
        "agency": {"id": filled.agency.id, "name": filled.agency.name},
        "is_for_case": filled.is_for_case,
        "is_open": way.is_open,
        "open_from": way.open_from,
        "sentence": way.sentence,
        "seen": form.seen,
        "way": form.way,
        "opens": form.opens or filled.agency.form,
        "before": form.before,
        "once": form.once,
        "attach": form.attach,
        "public": form.public or filled.agency.public,
        "sign": form.sign,
        "is_published": filled.is_published,
        "fields": [_answer(one) for one in filled.answers],
        "attachments": [asdict(one) for one in filled.fit.files],
        "as_one": filled.fit.as_one,
        "limits": asdict(filled.form.limits),
        "masked": filled.removed,
        "sources": [asdict(one) for one in form.sources],
    }


def _answer(one: Answer) -> Shape:
    return {
        "label": one.field.label,
        "holds": one.field.holds,
        "required": one.field.required,
        "characters": one.field.characters,
        "choices": one.field.choices,
        "help": one.field.help,
        "text": one.text,
        "size": form_size(one.text),
        "source": one.source,
        "shorter": one.shorter.text if one.shorter else "",
        "was_cut": one.was_cut,
        "lacks": one.lacks,
    }
