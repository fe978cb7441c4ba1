"""How does a filled form look as text?

What is to be copied stands on lines of its own, not broken to the width of the screen.
"""

from collections.abc import Iterator, Sequence

from complaintkit.cli.show import wrapped
from complaintkit.model.form_told import FieldTold, FormTold

_IN = "   "


def form_text(form: FormTold) -> Iterator[str]:
    """Yield the lines of the whole form."""
    yield form.title
    for line in form.before:
        yield wrapped(line)
    for number, field in enumerate(form.fields, start=1):
        yield ""
        yield wrapped(field.label, first=f"{number}. ", rest=_IN)
        yield from field_lines(field)
    yield from end_lines(form)


def field_lines(field: FieldTold) -> Iterator[str]:
    """Yield what to know of a field, then each length of its answer."""
    for hint in field.hints:
        yield wrapped(f"({hint})", first=_IN)
    for version in field.versions:
        if version.count:
            yield f"{_IN}[{version.count}]"
        yield version.text


def end_lines(form: FormTold) -> Iterator[str]:
    """Yield what is missing, what to attach, what was masked, and where the form was read."""
    words = form.words
    yield from _part(words["missing-head"], form.missing or (words["nothing-missing"],))
    yield from _part(words["attach-head"], (*form.files, *form.about_files))
    yield from _part(words["masked-head"], form.masked)
    yield from _part(words["sources-head"], form.sources)


def _part(head: str, lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield head
    yield from (wrapped(line, first="  ", rest="    ") for line in lines)
