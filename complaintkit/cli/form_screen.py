"""How is a form filled in at a terminal: one field, copy it, the next?"""

from complaintkit.cli import hold, show
from complaintkit.cli.form_lines import end_lines, field_lines
from complaintkit.model.form_told import FieldTold, FormTold
from complaintkit.rules.sentences import quoted

NEXT, COPY, SHORTER, BACK, STOP = "", "c", "s", "b", "x"


def walk(form: FormTold, *, agency_id: str, case: str) -> None:
    """Show one field after the other; each can be copied."""
    words = form.words["screen"]
    at, length = 0, 0
    show.out(form.title)
    for line in form.before:
        show.out(show.wrapped(line))
    while at < len(form.fields):
        field = form.fields[at]
        _show(field, length, at, form)
        key = _asked(field, words)
        if key == STOP:
            return
        if key == COPY and not _copied(field, length, words, agency_id=agency_id, case=case):
            continue
        if key == SHORTER:
            length = 1 - length
        if key in (NEXT, COPY):
            at, length = at + 1, 0
        if key == BACK:
            at, length = max(at - 1, 0), 0
    show.talk(words["end"])
    for line in end_lines(form):
        show.out(line)


def _show(field: FieldTold, length: int, at: int, form: FormTold) -> None:
    from dataclasses import replace

    heading = form.words["screen"]["field"]
    show.out()
    show.out(show.wrapped(heading.format(number=at + 1, all=len(form.fields), label=field.label)))
    shown = field.versions[length : length + 1]
    for line in field_lines(replace(field, versions=shown)):
        show.out(line)


def _asked(field: FieldTold, words: dict[str, str]) -> str:
    """Return a key that is good here; anything else is told and asked again."""
    keys = {NEXT, BACK, STOP}
    if field.versions:
        keys |= {COPY}
    if len(field.versions) > 1:
        keys |= {SHORTER}
    said = " ".join(words[f"key-{name}"] for key, name in _NAMES if key in keys)
    while True:
        show.talk(said)
        show.prompt("> ")
        typed = hold.line().casefold()
        if typed in keys:
            return typed
        show.talk(words["unknown"].format(typed=typed))


_NAMES = ((NEXT, "next"), (COPY, "copy"), (SHORTER, "shorter"), (BACK, "back"), (STOP, "stop"))


def _copied(
    field: FieldTold, length: int, words: dict[str, str], *, agency_id: str, case: str
) -> bool:
    """Put the text where other programs paste from; say so where nothing can."""
    is_copied = can_copy(field.versions[length].text)
    said = words["copied" if is_copied else "cannot-copy"]
    show.talk(show.wrapped(said.format(id=agency_id, case=quoted(case))))
    return is_copied


def can_copy(text: str) -> bool:
    """Copy a text to the clipboard, and say whether that was possible."""
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
