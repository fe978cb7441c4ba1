"""Tests of render/glyphs.py and render/direction.py: a PDF prints each character or is not made."""

import re
import shutil
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from letter_views import letter
from pdf_words import placed, squeezed, text_of

from complaintkit.errors import CannotWrite
from complaintkit.model.letter import Letter, Paragraph, Run, Table
from complaintkit.render import glyphs
from complaintkit.render.direction import holds_turned, is_turned
from complaintkit.render.pdf import composed, letter_pdf

LATIN = {
    "Polish": "Zażółć gęślą jaźń",
    "Turkish": "Çelik ığüşöİ",
    "Icelandic": "Það er ekki þannig",
    "Vietnamese": "Tôi chưa nhận được tiền hoàn lại",
    "Greek": "Δεν έλαβα την επιστροφή, ᾧ",
    "Russian": "Я не получил возврата денег",
    "Ukrainian": "Я не отримала повернення її коштів",
    "Armenian": "Ես չեմ ստացել գումարը",
    "Georgian": "თანხა არ მიმიღია",
    "Signs": "€ £ ¥ ₹ ₺ № § ½ ° ± × → ✓ “x” ‘y’ «z» „w“ – — …",
}
HEBREW = "שלום, לא קיבלתי זיכוי עד היום"
ARABIC = "مرحبا، لم أستلم المبلغ حتى"


def saying(text: str, source: str = "your words") -> Letter:
    found = letter("washing-machine", "first")
    return replace(found, body=(Paragraph(runs=(Run(text=text, source=source),)),))


def test_the_fonts_that_come_along_print_every_character_said_to_be_covered():
    signs = [chr(code) for code in range(0x20, 0x30000) if glyphs.COVERED.fullmatch(chr(code))]
    assert len(signs) > 2500
    assert glyphs._are_printed(signs, [])


@pytest.mark.parametrize("language", LATIN)
def test_words_that_the_fonts_that_come_along_have_are_printed_once(language: str):
    text = LATIN[language]
    assert glyphs.fonts_for(text) == (False, [])
    assert text_of(letter_pdf(saying(text))).count(squeezed(text)) == 1


def test_hebrew_runs_from_right_to_left():
    made = letter_pdf(saying(HEBREW))
    assert glyphs.fonts_for(HEBREW) == (False, [])
    assert all(word in text_of(made) for word in HEBREW.split())
    begins = [one.left for one in placed(made) if one.text[0] in HEBREW.replace(" ", "")]
    assert min(begins) > 110  # an English line begins at the left margin of 22 mm


def test_a_hebrew_name_among_english_words_turns_nothing_beside_it():
    found = letter("washing-machine", "first")
    runs = (Run(text="I spoke to "), Run(text="קייל", source="#2"), Run(text=" (2), 3 days ago."))
    made = letter_pdf(replace(found, body=(Paragraph(runs=runs),)))
    assert "Ispoketo" in text_of(made)
    at = {one.text: one.left for one in placed(made)}
    name = next(left for text, left in at.items() if "ק" in text or "ל" in text)
    assert at["I spoke to"] < name < next(at[text] for text in at if "days ago" in text)


@pytest.mark.skipif(
    not glyphs._are_printed(sorted(set(ARABIC)), list(glyphs._families())),
    reason="no font here has Arabic",
)
def test_arabic_is_joined_and_runs_from_right_to_left():
    made = letter_pdf(saying(ARABIC))
    words = text_of(made)
    assert all(squeezed(word) in words for word in ARABIC.split())
    begins = [one.left for one in placed(made) if re.match("[\u0600-\u06ff]", one.text)]
    assert min(begins) > 110


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pypdf reads no ActualText")
@pytest.mark.parametrize(
    "typed", ["o\u0323\u0300", "\u1ecd\u0300", "e\u0301", "n\u0304", "\u0456\u0301"]
)
def test_an_accent_typed_apart_is_printed_once_with_its_letter(typed: str):
    made = letter_pdf(saying(f"Before{typed}after"))
    read = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    words = subprocess.run(read, input=made, capture_output=True, check=True).stdout.decode()
    assert words.count(composed(f"Before{typed}after")) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("退款", "Chinese characters (“款”)"),
        ("お願い", "Japanese (Hiragana) (“お”)"),
        ("환불", "Korean (Hangul) (“불”)"),
        ("हिन्दी में शिकायत", "Hindi (Devanagari)"),
        ("ขอเงินคืน", "Thai (“ก”)"),
        ("thanks \U0001fae0", "“\U0001fae0” (melting face)"),
    ],
)
def test_a_script_that_no_font_has_stops_the_pdf_with_its_name(
    text: str, told: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(glyphs, "_families", tuple)  # as on a computer with no fonts of its own
    with pytest.raises(CannotWrite) as caught:
        letter_pdf(saying(text))
    assert told.partition(" (“")[0] in caught.value.problem
    assert caught.value.problem.startswith("A PDF cannot be made: no font on this computer")
    assert "--format html" in caught.value.fix
    assert "--format docx" in caught.value.fix


def test_a_sign_that_is_lacking_in_bold_alone_is_lacking():
    assert glyphs._are_printed(["\u2220"], [])
    assert not glyphs._are_printed(["\u2221"], [])  # there is a regular one


def test_many_scripts_are_named_once_each(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(glyphs, "_families", tuple)
    with pytest.raises(CannotWrite) as caught:
        glyphs.fonts_for("退款環境 한국어 ไทย தமிழ் አማርኛ")
    assert caught.value.problem.count("“") == glyphs.MANY
    assert caught.value.problem.endswith(" and others.")


def test_a_control_character_or_one_of_private_use_is_shown_by_its_number():
    words = text_of(letter_pdf(saying("a\x1bb\x7fc\ue000d\U000f0000e")))
    assert "a‹U+001B›b‹U+007F›c‹U+E000›d‹U+F0000›e" in words


def test_an_accent_after_a_line_end_or_a_quote_does_not_break_the_letter():
    assert letter_pdf(saying('a\n\u0303b "\u0303c')).startswith(b"%PDF")


def test_an_ordinary_text_costs_almost_nothing_to_check():
    text = LATIN["Greek"] + "Plain words. " * 400
    began = time.perf_counter()
    for _ in range(100):
        glyphs.fonts_for(text)
    assert (time.perf_counter() - began) / 100 < 0.002


def test_a_pdf_loads_nothing_heavy_but_typst_and_the_words():
    heavy = {"jinja2", "docx", "pypdf", "babel", "PIL", "dateparser", "pydantic", "fontTools"}
    code = "import sys; import complaintkit.render.pdf; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & set(told.stdout.split())
    assert "typst" not in told.stdout.split()


def test_the_first_letter_says_which_way_a_text_runs():
    assert is_turned("123 שלום abc")
    assert is_turned("(مرحبا)")
    assert not is_turned("abc שלום")
    assert not is_turned("123")
    assert holds_turned("abc שלום")
    assert not holds_turned("abc é 中")


def test_a_cell_in_hebrew_stands_at_the_right_of_its_column():
    head = ((Run(text="Who"),), (Run(text="What was said to me on the telephone"),))
    rows = (((Run(text="Kyle", source="#2"),), (Run(text="שלום", source="#2"),)),)
    found = letter("washing-machine", "first")
    made = letter_pdf(replace(found, body=(Table(head=head, rows=rows),)))
    at = {one.text: one.left for one in placed(made)}
    said = next(left for text, left in at.items() if "ש" in text or "ם" in text)
    assert said > at["What was said to me on the telephone"] + 30
