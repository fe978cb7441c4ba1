"""How does a case look laid out as the form of an outside body asks?"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from complaintkit.errors import WrongUsage
from complaintkit.model.agency import Agency, FormLimits
from complaintkit.model.audience import Audience
from complaintkit.model.body_form import BodyForm, FilledForm
from complaintkit.rules.form_files import attachments
from complaintkit.rules.redaction import shared
from complaintkit.rules.replay import replay
from complaintkit.rules.slug import slug
from complaintkit.rules.spoken_to import speaking_note
from complaintkit.store.forms import form_of, form_words
from complaintkit.store.home import write_whole
from complaintkit.store.journal import CaseRow, Log
from complaintkit.store.reference import sharing_words
from complaintkit.tasks.agencies import known_at, named
from complaintkit.tasks.composing import consumer_of
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.recording import must_be_open
from complaintkit.tasks.verifying import sealed_entries

if TYPE_CHECKING:
    from complaintkit.model.form_told import FormTold
    from complaintkit.model.standing import OutsideWay


def fill_form(
    log: Log, case: str | None, agency_id: str, *, today: date, is_public: bool = False
) -> FilledForm:
    """Lay a case out field by field as the form of a body asks.

    `is_public`: mask as for something that is published, the names of staff too. Of a body whose
    files can become public the account number and the person's address are masked anyway. Raises
    WrongUsage for an unknown or closed body and for a closed case, CaseNotFound, StoreProblem.
    """
    from complaintkit.render.form_sheet import answers
    from complaintkit.rules.letter_plan import enclosures
    from complaintkit.tasks.sheets import paper_of

    agency = named(log, agency_id)
    _must_be_open(agency)
    loaded = load_case(log, case)
    must_be_open(loaded.row)
    form = _with_known_limits(form_of(agency.id), agency.limits)
    is_published = is_public or form.is_published
    seen = shared(
        sealed_entries(log, loaded.row.case_id),
        Audience.AGENCY,
        words=sharing_words(),
        is_public=is_published,
        with_names=not is_public,
    )
    shown = replay(seen.entries)
    way, is_for_case = _way(log, loaded.row, agency, today=today)
    return FilledForm(
        case_name=loaded.row.name,
        agency=agency,
        form=form,
        answers=answers(
            form,
            loaded.case,
            shown,
            body=agency.name,
            consumer=consumer_of(log, loaded.case),
            today=today,
            mask=lambda text: seen.masks.apply(text).text,
        ),
        fit=attachments(
            loaded.case,
            enclosures(shown),
            form.limits,
            one_file=form.one_file,
            words=form_words()["files"],
        ),
        way=way,
        is_for_case=is_for_case,
        is_published=is_published,
        names_masked=is_public,
        removed=seen.removed,
        paper=paper_of(loaded.case),
        spoken_to=speaking_note(loaded.case),
    )


def told_form(filled: FilledForm) -> "FormTold":
    """Return a filled form in words."""
    from complaintkit.render.form_told import told_form as told

    return told(filled, form_words())


def form_page(filled: FilledForm) -> bytes:
    """Return a filled form as a web page that needs nothing else, with buttons to copy."""
    from complaintkit.render.form_html import form_html

    return form_html(told_form(filled), paper=filled.paper).encode()


def put_form(
    log: Log, filled: FilledForm, content: bytes, *, is_page: bool, target: Path | None
) -> Path:
    """Write a filled form into the case's folder, or where the person wants it; return where.

    Raises CannotWrite where the file cannot be placed.
    """
    name = f"form-{filled.agency.id}.{'html' if is_page else 'txt'}"
    path = log.home.documents / slug(filled.case_name) / name
    if target is not None:
        path = target / name if target.is_dir() else target
    write_whole(path, content)
    return path


def _with_known_limits(form: BodyForm, known: FormLimits) -> BodyForm:
    """Return a form with the limits that the body's own pack knows, where its row has none."""
    own = form.limits
    limits = FormLimits(
        characters=own.characters or known.characters,
        files=own.files or known.files,
        megabytes=own.megabytes or known.megabytes,
        formats=own.formats or known.formats,
    )
    return replace(form, limits=limits)


def _must_be_open(agency: Agency) -> None:
    """Raise WrongUsage for a body that is closed, renamed or merged."""
    if agency.is_open:
        return
    instead = f"`complaintkit form {agency.replaced_by}`" if agency.replaced_by else ""
    raise WrongUsage(
        f"{agency.name} takes no complaints any more.",
        fix=f"Use {instead}." if instead else f"{agency.line} See `complaintkit agencies`.",
    )


def _way(log: Log, row: CaseRow, agency: Agency, *, today: date) -> "tuple[OutsideWay, bool]":
    """Return from when on the body may be asked, and whether it takes such a case."""
    from complaintkit.rules.outside import place_of, way_of
    from complaintkit.rules.routing import routes
    from complaintkit.store.days_off import days_off
    from complaintkit.store.reference import load_guide
    from complaintkit.tasks.summaries import summary_of

    summary = summary_of(log, row)
    place, off = place_of(summary), days_off(summary.country, summary.region)
    taking = {route.agency.id for route in routes(known_at(log, place), place)}
    way = way_of(agency, summary, load_guide(), today=today, off=off)
    return way, agency.id in taking
