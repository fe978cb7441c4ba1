"""Are the call sheet and the plan one page each, whatever stands in the record?"""

import io
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[1] / "rules"))

from case_logs import a_case, call

from complaintkit.errors import CannotWrite
from complaintkit.model.case import Case, Purchase, Resolution
from complaintkit.model.people import Behalf, Company, Contact
from complaintkit.render.call_sheet import call_pdf
from complaintkit.render.one_page import Room
from complaintkit.render.plan_sheet import plan_pdf
from complaintkit.rules.call_card import call_card
from complaintkit.rules.plan import plan
from complaintkit.rules.standing import standing
from complaintkit.rules.summary import summarise
from complaintkit.store.reference import load_guide
from complaintkit.store.talk_words import load_call_words, load_plan_words

GUIDE, CALL, PLAN = load_guide(), load_call_words(), load_plan_words()
TODAY = date(2026, 5, 4)
LONG = 10_000
SHAPES = ("word ", "W", "—", "x\n\n", "a\u0301\u0302", "#[*", "\u202e\x07 ", "😀")


def pages(case: Case, *, paper: str = "us-letter", name: str = "Ann Lee") -> list[bytes]:
    """Return both sheets of a case."""
    summary = summarise(case, last_seq=99)
    stands = standing(summary, today=TODAY, guide=GUIDE)
    card = call_card(case, stands, consumer=Contact(name=name), today=TODAY, words=CALL)
    made = plan(summary, stands, today=TODAY, guide=GUIDE, words=PLAN)
    return [
        call_pdf(card, CALL, today=TODAY, paper=paper),
        plan_pdf(made, PLAN, paper=paper),
    ]


def filled(text: str, *, calls: int = 3) -> Case:
    """Return a case in which every field that is printed holds this text."""
    met = [
        call(f"02-{day:02}", name=text, role=text, promised=text, by=f"02-{day:02}")
        for day in range(1, calls + 1)
    ]
    case = a_case(
        *met,
        title=text,
        problem=text or "x",
        needs=text,
        country="GB",
        company=Company(name=text, phone=text, account=text, customer_since=text),
        on_behalf_of=Behalf(name=text, authority=text),
        purchase=Purchase(what=text, reference=text),
        particulars=tuple((f"{number}{text}", f"{number}{text}") for number in range(calls)),
        resolution=Resolution(want=text, fallback=text, floor="FLOOR"),
    )
    numbered = (replace(one, reference=f"{one.seq}{text}") for one in case.encounters)
    return replace(case, encounters=tuple(numbered))


def check(made: bytes) -> pypdf.PageObject:
    """Assert that it is one page with all fonts in it; return the page."""
    (page,) = pypdf.PdfReader(io.BytesIO(made)).pages
    fonts = page["/Resources"]["/Font"].values()
    assert fonts
    for font in fonts:
        (inner,) = font.get_object()["/DescendantFonts"]
        described = inner.get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(described)
    return page


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_texts_of_ten_thousand_signs_leave_it_one_page(shape: str, paper: str):
    text = (shape * LONG)[:LONG]
    for made in pages(filled(text, calls=27), paper=paper, name=text):
        page = check(made)
        assert "FLOOR" not in page.extract_text()
        wide = 612 if paper == "us-letter" else 595
        assert round(float(page.mediabox.width)) == wide


@given(st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cs"]), max_size=700))
@settings(max_examples=12)
def test_any_text_leaves_it_one_page(text: str):
    for made in pages(filled(text)):
        check(made)


def test_every_blank_is_on_the_form_and_nothing_is_read_as_markup():
    (sheet, hung) = pages(filled("#strong[x] *y* $z$"))
    text = check(sheet).extract_text()
    for label in ("Date", "Time", "Number called", "Name", "Role", "Reference", "What they said",
                  "Promised", "By when", "Refused by, and why", "Minutes in all"):  # fmt: skip
        assert label in text
    for page in (sheet, hung):
        assert "#strong[x] *y* $z$" in check(page).extract_text()


def test_an_ordinary_case_is_not_shortened():
    for made in pages(a_case(call("04-01", by="04-09"))):
        assert "…" not in check(made).extract_text()


def test_what_no_font_prints_is_refused_with_the_script():
    with pytest.raises(CannotWrite, match="no font on this computer prints"):
        pages(filled("\U0001e900\U0001e901"))


def test_a_text_is_cut_at_a_word_and_the_rest_is_counted():
    room = Room(signs=20, rows=3, size=10)
    assert room.text("one two three four five six") == "one two three four…"
    assert room.text("one  two\nthree") == "one two three"
    assert room.texts(["a", "b", "c", "d"], more="and {count} more") == ["a", "b", "and 2 more"]
    assert room.texts(["a", "b", "c"], more="and {count} more") == ["a", "b", "c"]
