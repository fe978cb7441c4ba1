"""How is a filled form put into words?"""

from collections.abc import Iterator

from complaintkit.model.agency import FormLimits
from complaintkit.model.body_form import Answer, Attachment, BodyForm, FilledForm
from complaintkit.model.form_told import FieldTold, FormTold, Version, Words
from complaintkit.rules.form_answers import ONLY_YOU
from complaintkit.rules.form_room import form_size
from complaintkit.rules.sentences import plain_date, quoted

_PART_OF_ADDRESS = ("street", "city", "postcode")
_PART_OF_NAME = ("first-name", "last-name")


def told_form(filled: FilledForm, words: Words) -> FormTold:
    """Return a filled form in the words of `data/form.yaml`."""
    agency, form = filled.agency, filled.form
    return FormTold(
        title=words["title"].format(name=agency.called, id=agency.id),
        opens=form.opens or agency.form or agency.page,
        before=tuple(_before(filled, words)),
        fields=tuple(_field(one, words) for one in filled.answers),
        missing=tuple(
            words["missing-line"].format(label=one.field.label, command=one.lacks)
            for one in filled.missing
        ),
        files=tuple(_file(one, words) for one in filled.fit.files),
        about_files=tuple(_about_files(filled, words)),
        masked=filled.removed,
        sources=tuple(f"{one.url} ({one.by}; read {one.checked})" for one in form.sources),
        words=words,
    )


def _before(filled: FilledForm, words: Words) -> Iterator[str]:
    agency, form, case = filled.agency, filled.form, quoted(filled.case_name)
    yield words["case"].format(case=filled.case_name)
    if not filled.is_for_case:
        yield words["not-for-case"].format(name=agency.name, case=case)
    elif filled.is_early:
        yield words["not-yet"].format(sentence=filled.way.sentence)
    elif not filled.way.is_open:
        yield filled.way.sentence
    if opens := form.opens or agency.form:
        yield words["opens"].format(opens=opens)
    elif agency.page:
        yield words["page"].format(page=agency.page)
    yield from _about_form(filled, words)
    if filled.spoken_to:
        yield filled.spoken_to


def _about_form(filled: FilledForm, words: Words) -> Iterator[str]:
    agency, form = filled.agency, filled.form
    if form.way:
        yield words["ways"][form.way]
    yield words["seen"][form.seen].format(on=_day(form))
    for key, said in (
        ("before", form.before),
        ("once", form.once),
        ("public", form.public or agency.public),
        ("sign", form.sign),
    ):
        if said:
            yield words[key].format(**{key: said})
    if filled.names_masked:
        yield words["published-names"]
    elif filled.is_published:
        yield words["published"]


def _day(form: BodyForm) -> str:
    return plain_date(form.checked) if form.checked else ""


def _field(answer: Answer, words: Words) -> FieldTold:
    versions = [Version(text=answer.text, count=_count(answer, words))] if answer.text else []
    if answer.shorter:
        count = words["shorter"].format(count=form_size(answer.shorter.text))
        versions.append(Version(text=answer.shorter.text, count=count))
    return FieldTold(
        label=answer.field.label, versions=tuple(versions), hints=tuple(_hints(answer, words))
    )


def _count(answer: Answer, words: Words) -> str:
    size, most = form_size(answer.text), answer.field.characters
    if most:
        return str(words["count"].format(count=size, most=most))
    return str(words["count-alone"].format(count=size)) if answer.shorter else ""


def _hints(answer: Answer, words: Words) -> Iterator[str]:
    field = answer.field
    if field.help:
        yield field.help
    if field.choices:
        yield words["choose"].format(choices=" · ".join(field.choices))
    if not answer.text:
        if answer.lacks:
            yield words["missing"].format(command=f"`{answer.lacks}`")
        elif field.holds in ONLY_YOU and not field.choices:
            yield words["choose-alone" if field.holds == "problem-kind" else "yours"]
    if answer.was_cut:
        yield words["was-cut"]
    if answer.text and field.holds in _PART_OF_ADDRESS:
        yield words["address-part"]
    if answer.text and field.holds in _PART_OF_NAME:
        yield words["name-part"]


def _file(one: Attachment, words: Words) -> str:
    pattern = words["attach-dated" if one.on else "attach-line"]
    title = one.title or one.name
    line = pattern.format(
        number=one.number,
        title=title,
        name=one.name,
        size=size_text(one.size),
        on=plain_date(one.on) if one.on else "",
    )
    return "; ".join((line, *one.faults))


def size_text(size: int) -> str:
    """Return a size in bytes as people read it: “84 KB”, “2.3 MB”."""
    kilo, mega = 1_000, 1_000_000
    if size < mega:
        return f"{max(1, round(size / kilo))} KB"
    return f"{size / mega:.1f} MB"


def _about_files(filled: FilledForm, words: Words) -> Iterator[str]:
    if not filled.fit.files:
        yield words["no-files"]
        return
    if limits := _limits(filled.form.limits, words):
        yield words["limits"].format(limits=limits)
    if filled.fit.too_many:
        yield words["too-many"].format(count=len(filled.fit.files))
    if filled.form.attach:
        yield words["attach"].format(attach=filled.form.attach)
    yield words["copies"]
    if filled.fit.as_one:
        public = " --public" if filled.names_masked else ""
        command = (
            f"complaintkit export {quoted(filled.case_name)} --format pdf --for agency{public}"
        )
        yield words["all-in-one"].format(command=command)


def _limits(limits: FormLimits, words: Words) -> str:
    said = []
    if limits.files:
        said.append(
            words["one-file"]
            if limits.files == 1
            else words["file-count"].format(count=limits.files)
        )
    if limits.megabytes:
        said.append(words["megabytes"].format(count=limits.megabytes))
    if limits.formats:
        said.append(words["formats"].format(formats=", ".join(limits.formats)))
    return ", ".join(said)
