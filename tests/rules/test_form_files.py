"""Tests of which copies go with a form, and which of them it may not take."""

from dataclasses import replace
from datetime import date

import pytest

from complaintkit.model.agency import FormLimits
from complaintkit.model.case import Case, Event, Exhibit
from complaintkit.model.people import Company
from complaintkit.rules.form_files import attachments

WORDS = {"too-large": "larger than {most}", "wrong-format": "none of {formats}"}
CASE = Case(
    id="acme",
    name="acme",
    opened_on=date(2026, 1, 1),
    company=Company(name="Acme"),
    problem="Charged twice.",
    events=(
        Event(seq=5, entry_id="e5", on=date(2026, 3, 5), what="bill"),
        Event(seq=6, entry_id="e6", on=date(2026, 2, 1), what="contract"),
    ),
)


def exhibit(number: int, name: str, *, belongs_to: tuple[str, ...] = ()) -> Exhibit:
    return Exhibit(
        seq=100 + number,
        entry_id=f"x{number}",
        number=number,
        sha256=f"{number:064x}",
        name=name,
        size=1000,
        belongs_to=belongs_to,
    )


LATER, EARLIER = (exhibit(number, f"{number}.pdf", belongs_to=(f"e{number}",)) for number in (5, 6))
UNDATED = exhibit(1, "x.heic")


def fit(*found, one_file=False, **limits):
    return attachments(CASE, found, FormLimits(**limits), one_file=one_file, words=WORDS)


def test_copies_stand_in_the_order_of_their_dates_and_undated_ones_last():
    assert [one.number for one in fit(UNDATED, LATER, EARLIER).files] == [6, 5, 1]


@pytest.mark.parametrize(("most", "too_many"), [(0, False), (1, True), (2, False)])
def test_more_files_than_the_form_takes_go_as_one(most, too_many):
    found = fit(LATER, EARLIER, files=most)
    assert (found.too_many, found.as_one) == (too_many, too_many)


def test_what_is_too_large_or_of_another_format_is_named_at_its_file():
    found = fit(UNDATED, replace(LATER, size=2_000_001), megabytes=2, formats=("PDF", "jpg"))
    assert [one.faults for one in found.files] == [("larger than 2",), ("none of PDF, jpg",)]
    assert found.as_one


@pytest.mark.parametrize(
    ("name", "formats"),
    [("a.JPEG", ("jpg",)), ("a.jpg", ("JPEG",)), ("a.docx", ("Word",)), ("a.tiff", (".tif",))],
)
def test_formats_go_by_the_names_that_forms_use(name, formats):
    assert fit(exhibit(1, name), formats=formats).files[0].faults == ()


def test_nothing_to_attach_is_nothing_to_put_into_one_file():
    assert not fit(one_file=True).as_one
