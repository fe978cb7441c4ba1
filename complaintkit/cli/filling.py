"""How is a form filled in: at a terminal, as text, as a page, or for a program?"""

import sys
from pathlib import Path

from complaintkit.cli import settings, show
from complaintkit.cli.which import which_case
from complaintkit.errors import WrongUsage
from complaintkit.model.body_form import FilledForm
from complaintkit.tasks import forms

DONE, NEEDS_ATTENTION = 0, 3
TEXT, HTML = "text", "html"


def fill(
    agency_id: str,
    *,
    case: str | None,
    kind: str | None,
    output: Path | None,
    is_public: bool,
    as_json: bool,
) -> int:
    """Show a case as the form of a body asks; 3 where it is too early, or something lacks."""
    now = settings.current()
    if kind not in (None, TEXT, HTML):
        raise WrongUsage(f"There is no format “{kind}” of a form.", fix=f"Use {TEXT} or {HTML}.")
    filled = forms.fill_form(
        now.log, which_case(case), agency_id, today=now.clock.now.date(), is_public=is_public
    )
    code = DONE if filled.is_ready else NEEDS_ATTENTION
    if as_json:
        from complaintkit.cli.form_shapes import form_shape

        show.as_json("form", **form_shape(filled))
    elif kind == HTML or output:
        _write(filled, kind, output)
    elif kind is None and now.can_ask and sys.stdout.isatty():
        from complaintkit.cli.form_screen import walk

        walk(forms.told_form(filled), agency_id=filled.agency.id, case=filled.case_name)
    else:
        show.out(_text(filled))
    return code


def _text(filled: FilledForm) -> str:
    from complaintkit.cli.form_lines import form_text

    return "\n".join(form_text(forms.told_form(filled)))


def _write(filled: FilledForm, kind: str | None, output: Path | None) -> None:
    is_page = kind == HTML or (kind is None and output is not None and output.suffix == ".html")
    content = forms.form_page(filled) if is_page else f"{_text(filled)}\n".encode()
    if output == Path("-"):
        show.raw(content)
        return
    path = forms.put_form(settings.current().log, filled, content, is_page=is_page, target=output)
    show.out(str(path))
    if is_page:
        show.next_line("open it in a browser; each field has a button that copies it.")
