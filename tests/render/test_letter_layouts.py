"""Tests of render/places.py and the layouts: every block stands where its layout says."""

import io
import re
from dataclasses import replace
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from letter_cases import CASES
from letter_views import in_layout, letter
from pdf_words import MILLIMETRE, Placed, placed, squeezed, text_of
from pypdf import PageObject, PdfReader

from complaintkit.model.letter import LAYOUTS, Letter, Paragraph, Run, Table
from complaintkit.render.letter_docx import letter_docx
from complaintkit.render.letter_html import letter_html
from complaintkit.render.pdf import letter_pdf
from complaintkit.render.places import DIN, layout, return_line

BASE = {"din-a": 27, "din-b": 45}


def runs(*lines: str) -> tuple[Run, ...]:
    return tuple(Run(text=line, source="#1") for line in lines)


def found_in(made: bytes, words: str, page: int = 0) -> Placed:
    return next(one for one in placed(made, page) if one.text == words)


def recipient_places(found: Letter, made: bytes) -> list[Placed]:
    return [found_in(made, run.text) for run in found.recipient]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("form", DIN)
def test_a_din_address_stands_in_its_field(form: str, name: str):
    found = in_layout(letter(name, "ceo"), form)
    made = letter_pdf(found)
    top = BASE[form]
    lines = recipient_places(found, made)
    assert all(one.left == pytest.approx(25, abs=0.1) for one in lines)
    assert all(top + 17.7 + 2 < one.base < top + 45 for one in lines)
    assert [one.base for one in lines] == sorted(one.base for one in lines)
    back = found_in(made, return_line(found))
    way = found_in(made, "By registered post")
    assert top < back.base < way.base < top + 17.7 < lines[0].base
    assert back.left == way.left == pytest.approx(25, abs=0.1)


@pytest.mark.parametrize("form", DIN)
def test_sender_date_and_subject_stand_where_din_5008_puts_them(form: str):
    found = in_layout(letter("gas-estimate", "ceo"), form)
    made = letter_pdf(found)
    block = [found_in(made, words.text) for words in (*found.sender, found.dated)]
    assert all(one.left == pytest.approx(125, abs=0.1) for one in block)
    top = BASE[form]
    assert all(top + 5 < one.base < top + 45 for one in block)
    subject = next(one for one in placed(made) if one.text.startswith("Complaint:"))
    assert top + 45 + 8.46 < subject.base < top + 45 + 8.46 + 3.5
    assert subject.left == pytest.approx(25, abs=0.1)


@pytest.mark.parametrize(("form", "folds"), [("din-a", [87, 192]), ("din-b", [105, 210])])
def test_fold_marks_stand_at_the_left_edge_of_the_first_page(form: str, folds: list[float]):
    long = replace(letter("gas-estimate", "ceo"), signature=Run(text="word " * 3000))
    first, *others = PdfReader(io.BytesIO(letter_pdf(in_layout(long, form)))).pages
    assert marks_at_the_edge(first) == folds
    assert others
    assert not any(marks_at_the_edge(page) for page in others)


def test_a_long_address_takes_smaller_type_then_the_zone_above_and_then_leaves_the_field():
    base = in_layout(letter("gas-estimate", "ceo"), "din-b")
    for count in (6, 7, 8, 10):
        found = replace(base, recipient=runs(*(f"Line {n} of {count}" for n in range(count))))
        made = letter_pdf(found)
        lines = recipient_places(found, made)
        way = found_in(made, "By registered post")
        assert 45 < way.base < lines[0].base - 2.5
        assert all(b.base - a.base > 2.7 for a, b in pairwise(lines))
        assert lines[-1].base < 90
    found = replace(base, recipient=runs(*(f"Line {n}" for n in range(30))))
    made = letter_pdf(found)
    lines = recipient_places(found, made)
    assert all(b.base - a.base > 4 for a, b in pairwise(lines))
    subject = next(one for one in placed(made) if one.text.startswith("Complaint:"))
    assert subject.base > lines[-1].base + 4


@pytest.mark.parametrize("form", DIN)
def test_a_long_line_of_an_address_breaks_within_the_field(form: str):
    long = "The Head of the Department for Customer Relations and Complaints, Gas and Water"
    found = replace(
        in_layout(letter("gas-estimate", "ceo"), form), recipient=runs(long, "Town Hall", "Ort")
    )
    made = letter_pdf(found)
    assert squeezed(long) in text_of(made)
    first = [one for one in placed(made) if one.text in long and len(one.text) > 20]
    assert len(first) == 2
    town = found_in(made, "Town Hall")
    assert first[0].base < first[1].base < town.base < BASE[form] + 45


@pytest.mark.parametrize("name", CASES)
def test_block_letters_stand_at_the_left_margin(name: str):
    found = in_layout(letter(name, "first"), "us")
    blocks = [one for one in placed(letter_pdf(found)) if one.text in squeezed_runs(found)]
    assert len(blocks) >= len(found.recipient)
    assert all(one.left == pytest.approx(25.4, abs=0.1) for one in blocks)


@pytest.mark.parametrize(("form", "window"), [("us", (52, 80)), ("uk", (56, 81))])
def test_the_recipient_of_a_short_letter_stands_in_the_window(
    form: str, window: tuple[float, float]
):
    found = in_layout(letter("gas-estimate", "first"), form, delivery="")
    lines = recipient_places(found, letter_pdf(found))
    assert window[0] + 3 < lines[0].base
    assert lines[-1].base < window[1]
    assert all(one.left > 20 for one in lines)


def test_a_british_sender_stands_at_the_right():
    found = in_layout(letter("gas-estimate", "first"), "uk")
    made = letter_pdf(found)
    lefts = {found_in(made, run.text).left for run in found.sender}
    assert len({round(left, 1) for left in lefts}) == 1
    assert min(lefts) > 120
    assert found_in(made, found.dated.text).left == pytest.approx(22, abs=0.1)


def test_an_old_draft_goes_by_its_paper():
    found = letter("gas-estimate", "first")
    assert layout(replace(found, layout="", paper="us-letter")) == "us"
    assert layout(replace(found, layout="", paper="a4")) == "uk"
    assert letter_pdf(replace(found, layout="", paper="a4")) == letter_pdf(
        replace(found, layout="uk", paper="a4")
    )


def test_the_return_address_names_no_telephone_and_no_e_mail():
    found = replace(
        letter("washing-machine", "first"),
        sender=runs("Ruth Ashworth", "7 Mill Lane", "HX7 8AA", "+44 1422 555", "r@example.org"),
    )
    assert return_line(found) == "Ruth Ashworth, 7 Mill Lane, HX7 8AA"
    assert return_line(replace(found, sender=runs("Ruth Ashworth", "01422 555"))) == ""


@pytest.mark.parametrize("form", LAYOUTS)
def test_a_letter_of_ordinary_length_takes_one_page(form: str):
    for name in CASES:
        made = letter_pdf(in_layout(letter(name, "ceo"), form))
        assert len(PdfReader(io.BytesIO(made)).pages) == 1, name


@pytest.mark.parametrize("form", LAYOUTS)
@pytest.mark.parametrize("extra", range(10, 50, 6))
def test_a_sign_off_never_stands_alone_on_a_page(form: str, extra: int):
    found = in_layout(letter("missing-credit", "ceo"), form)
    longer = replace(found, body=(*[found.body[0]] * extra, *found.body[1:]))
    pages = PdfReader(io.BytesIO(letter_pdf(longer))).pages
    signed = next(text for page in pages if "Sincerely," in (text := page.extract_text()))
    assert "I look forward to your reply." in " ".join(signed.split())
    assert signed.index("Sincerely,") < signed.index("Odessa Freeman", signed.index("Sincerely,"))


@pytest.mark.parametrize("form", DIN)
def test_a_word_document_has_the_address_at_the_height_of_its_field(form: str):
    found = in_layout(letter("gas-estimate", "ceo"), form)
    document = docx.Document(io.BytesIO(letter_docx(found)))
    by_style = {one.style.name: one for one in document.paragraphs}
    for name in ("Sender", "Date"):
        frame = by_style[name]._p.pPr.find(qn("w:framePr"))
        assert frame.get(qn("w:x")) == str(round(125 * 1440 / 25.4))
        assert frame.get(qn("w:y")) == str(round((BASE[form] + 5) * 1440 / 25.4))
    assert by_style["Return Address"].text == return_line(found)
    heights = [document.styles["Return Address"].paragraph_format.space_before]
    for name in ("Return Address", "Delivery", "Recipient"):
        lines = 1 + by_style[name].text.count("\n")
        heights.append(lines * document.styles[name].paragraph_format.line_spacing)
    above = document.sections[0].top_margin
    assert abs(above + sum(heights[:3]) - Mm(BASE[form] + 17.7)) < Mm(0.2)
    assert above + sum(heights) < Mm(BASE[form] + 45)
    room = document.styles["Heading 1"].paragraph_format.space_before
    assert abs(above + sum(heights) + room - Mm(BASE[form] + 45 + 8.46)) < Mm(0.2)


def test_a_long_return_address_is_set_smaller_so_that_it_stays_one_line():
    found = in_layout(letter("gas-estimate", "ceo"), "din-b")
    sender = runs("Alexandra Mustermann-Beispielhausen", "Große Musterstraße 12", "12345 Musterort")
    longer = replace(found, sender=sender)
    parts = [one for one in placed(letter_pdf(longer)) if one.left < 105 and one.base > 45]
    on_the_line = [one.text for one in parts if abs(one.base - parts[0].base) < 0.1]
    assert squeezed("".join(on_the_line)) == squeezed(return_line(longer))
    document = docx.Document(io.BytesIO(letter_docx(longer)))
    assert document.styles["Return Address"].font.size < Pt(7)
    far = replace(found, sender=(*sender, *runs("a very distant part of a large country")))
    assert "<w:framePr" not in docx_xml(far)


def test_a_sign_off_after_a_table_or_a_list_stays_with_it():
    base = in_layout(letter("missing-credit", "ceo"), "us")
    table = next(block for block in base.body if isinstance(block, Table))
    for count in range(30, 44, 2):
        body = (*[Paragraph(runs=(Run(text="More words."),))] * count, table)
        pages = PdfReader(io.BytesIO(letter_pdf(replace(base, body=body)))).pages
        signed = next(text for page in pages if "Sincerely," in (text := page.extract_text()))
        assert "Credit agreed." in signed


def test_addresses_without_room_in_a_field_flow_in_word_and_on_the_web():
    found = in_layout(letter("gas-estimate", "ceo"), "din-b")
    longer = replace(found, recipient=runs(*(f"Line {n}" for n in range(12))))
    assert "<w:framePr" in docx_xml(found)
    assert "<w:framePr" not in docx_xml(longer)
    assert "<w:framePr" not in docx_xml(replace(found, recipient=()))
    assert '<body class="din' in letter_html(found)
    assert '<body class="din' not in letter_html(longer)


def test_a_printed_page_places_the_address_of_a_din_letter():
    made = letter_html(in_layout(letter("gas-estimate", "ceo"), "din-b"))
    assert "@page { size: A4; margin: 18.0mm 20.0mm 18.0mm 25.0mm; }" in made
    assert ".din .field { position: absolute; top: 27.0mm; left: 0; width: 80.0mm;" in made
    assert ".din main { padding-top: 80.46mm; }" in made  # 98.46 from the edge of the sheet
    assert 'data-return="Ayşe Çelik, Am Isarufer 7, 84028 Landshut"' in made


def marks_at_the_edge(page: PageObject) -> list[float]:
    """Return the heights of the lines drawn within 10 mm of the left edge, in millimetres."""
    drawn = page.get_contents().get_data().decode("latin-1")
    found = re.findall(r"1 0 0 -1 ([\d.]+) ([\d.]+) cm[^Q]*? 0 0 m ([\d.]+) 0 l", drawn)
    high = float(page.mediabox.height)
    edge = 10 * MILLIMETRE
    return [
        round((high - float(up)) / MILLIMETRE, 1)
        for left, up, length in found
        if float(left) + float(length) < edge
    ]


def squeezed_runs(found: Letter) -> set[str]:
    return {run.text for run in (*found.sender, found.dated, *found.recipient, *found.delivery)}


def docx_xml(found: Letter) -> str:
    return docx.Document(io.BytesIO(letter_docx(found))).element.xml
