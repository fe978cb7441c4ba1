"""Tests of render/letter_docx.py: a document that Word and a person can work with."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from letter_cases import CASES
from letter_views import in_layout, letter

from complaintkit.model.letter import Letter, Listing, Paragraph, Run
from complaintkit.render.letter_docx import letter_docx


def opened(found: Letter):
    return docx.Document(io.BytesIO(letter_docx(found)))


def test_the_same_letter_gives_the_same_bytes_with_no_clock_in_them():
    made = letter_docx(letter("washing-machine", "ceo"))
    assert made == letter_docx(letter("washing-machine", "ceo"))
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.testzip() is None


def test_the_document_names_the_letter_and_no_program():
    made = letter_docx(letter("missing-credit", "ceo"))
    about = docx.Document(io.BytesIO(made)).core_properties
    assert about.title.startswith("Complaint: Agreed monthly credit")
    assert (about.author, about.comments, about.last_modified_by) == ("", "", "")
    assert about.created.replace(tzinfo=None) == datetime.fromisoformat("2026-05-18")
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        names = parts.namelist()
        everything = b"".join(parts.read(name) for name in names)
    assert not [name for name in names if "thumbnail" in name or "app.xml" in name]
    for program in (b"python-docx", b"complaintkit", b"Macintosh"):
        assert program not in everything


@pytest.mark.parametrize(
    ("name", "width", "language"),
    [("gas-estimate", Mm(210), "en-GB"), ("card-points", 7_772_400, "en-US")],
)
def test_paper_and_language_are_those_of_the_letter(name: str, width: int, language: str):
    document = opened(letter(name, "first"))
    assert abs(document.sections[0].page_width - width) < Mm(0.1)
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == language


@pytest.mark.parametrize("name", CASES)
def test_every_part_has_a_style_of_its_own(name: str):
    styles = [one.style.name for one in opened(in_layout(letter(name, "ceo"), "uk")).paragraphs]
    assert styles[:6] == ["Sender", "Date", "Delivery", "Recipient", "Heading 1", "Salutation"]
    assert styles.index("Closing") + 1 == styles.index("Signature")
    assert styles[-1] == "Enclosures"


def test_a_table_has_widths_and_a_head_that_stands_on_every_page():
    table = opened(letter("washing-machine", "manager")).tables[0]
    widths = [column.width for column in table.columns]
    assert sum(widths) <= Mm(166)
    assert len(set(widths)) > 1
    assert all(cell.width == widths[at] for at, cell in enumerate(table.rows[1].cells))
    head, *rest = [row._tr.trPr for row in table.rows]
    assert head.find(qn("w:tblHeader")) is not None
    assert all(row.find(qn("w:tblHeader")) is None for row in rest)
    assert all(row.find(qn("w:cantSplit")) is not None for row in (head, *rest))


def test_the_sign_off_is_never_alone_on_a_page():
    document = opened(letter("missing-credit", "ceo"))
    styles = document.styles
    assert styles["Closing"].paragraph_format.keep_with_next
    assert styles["Heading 1"].paragraph_format.keep_with_next
    last = next(
        before
        for before, one in zip(document.paragraphs, document.paragraphs[1:], strict=False)
        if one.style.name == "Closing"
    )
    assert last.paragraph_format.keep_with_next


def test_a_second_numbered_list_begins_at_one():
    listing = Listing(items=((Run(text="one"),),), numbered=True)
    document = opened(replace(letter("missing-credit", "first"), body=(listing, listing)))
    numbers = [
        one._p.pPr.numPr.numId.val for one in document.paragraphs if one.style.name == "List Number"
    ]
    assert len(set(numbers)) == 2
    counts = document.part.numbering_part.element
    for number in numbers:
        assert counts.num_having_numId(number).lvlOverride_lst[0].startOverride.val == 1


def test_a_right_to_left_paragraph_runs_so():
    found = letter("missing-credit", "ceo")
    own = Run(text="שלום, לא קיבלתי זיכוי", source="your words")
    document = opened(replace(found, body=(Paragraph(runs=(own,)),)))
    turned = [one for one in document.paragraphs if one._p.pPr.find(qn("w:bidi")) is not None]
    assert [one.text for one in turned] == [own.text]
    assert turned[0].runs[0].font.rtl


def test_control_characters_are_shown():
    found = letter("missing-credit", "ceo")
    body = (Paragraph(runs=(Run(text="a\x00b\x1bc\ufffe", source="your words"),)),)
    assert "a␀b␛c\ufffd" in [one.text for one in opened(replace(found, body=body)).paragraphs]
