"""Every format of a letter holds the same words, block by block and cell by cell."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_cases import CASES, applicable
from letter_views import (
    HOSTILE,
    docx_units,
    expected,
    html_units,
    in_layout,
    letter,
    markdown_units,
    poisoned,
    text_holds,
)

from complaintkit.model.letter import LAYOUTS, Letter, Listing, Paragraph, Run, Table
from complaintkit.render.letter_docx import letter_docx
from complaintkit.render.letter_html import letter_html
from complaintkit.render.letter_markdown import letter_markdown
from complaintkit.render.letter_runs import all_runs
from complaintkit.render.printable import printable
from complaintkit.render.text import letter_text

EVERY = applicable()


def same_words(found: Letter) -> None:
    """Assert that all formats hold the same blocks."""
    wanted = expected(found)
    assert markdown_units(letter_markdown(found)) == wanted
    assert html_units(letter_html(found)) == wanted
    assert docx_units(letter_docx(found)) == wanted
    text_holds(letter_text(printable(found)), found)


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_every_format_holds_the_same_words(name: str, kind: str):
    same_words(letter(name, kind))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", CASES)
def test_every_layout_holds_the_same_words_and_how_the_letter_goes(name: str, layout: str):
    found = in_layout(letter(name, "ceo"), layout)
    same_words(found)
    first = found.recipient[0].text
    assert f"By registered post\n\n{first}" in letter_text(found)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_stays_in_its_place_in_every_format(evil: str, layout: str):
    same_words(poisoned(in_layout(letter("washing-machine", "ceo"), layout), evil))


@pytest.mark.parametrize("field", ["sender", "delivery", "recipient"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_address_of_a_hundred_thousand_characters_stands_whole(field: str, layout: str):
    many = (Run(text="word and " * 11_112, source="profile"),)
    same_words(replace(in_layout(letter("gas-estimate", "ceo"), layout), **{field: many}))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_text_stays_in_its_place_in_every_format(evil: str):
    same_words(poisoned(letter("missing-credit", "manager"), evil))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="\\`*_{}[]<>#|~$^&;:/!-+=.)1 a\n\t@w", max_size=60))
def test_no_mixture_of_marks_acts_as_markup(evil: str):
    found = poisoned(letter("gas-estimate", "first"), evil)
    assert markdown_units(letter_markdown(found)) == expected(found)
    assert html_units(letter_html(found)) == expected(found)


@pytest.mark.parametrize("many", ["word and " * 11_112, "x" * 100_000, "*<a\n" * 25_000])
def test_a_hundred_thousand_characters_stand_whole_in_every_format(many: str):
    found = letter("missing-credit", "ceo")
    body = (Paragraph(runs=(Run(text=many, source="your words"),)), *found.body)
    same_words(replace(found, body=body))


def test_lists_and_tables_in_a_row_stay_apart():
    one, two = ((Run(text="one"),), (Run(text="two", source="#2"),))
    blocks = (
        Listing(items=(one, two)),
        Listing(items=(two, one)),
        Listing(items=(one, two), numbered=True),
        Listing(items=(two, one), numbered=True),
        Table(head=(one, two), rows=((one, two),)),
        Table(head=(two, one), rows=((two, one),)),
    )
    found = replace(letter("missing-credit", "first"), body=blocks, copies=(one,), copies_label="c")
    same_words(found)


def test_a_letter_of_almost_nothing_has_every_format():
    found = letter("missing-credit", "first")
    bare = replace(found, sender=(), recipient=(), body=(), enclosures=(), signature=Run(text=""))
    same_words(bare)


def test_fixed_words_are_not_changed_by_what_stands_beside_them():
    found = letter("washing-machine", "ceo")
    fixed = [run.text for run in all_runs(found) if not run.source]
    for evil in HOSTILE:
        shown = printable(poisoned(found, evil))
        assert [run.text for run in all_runs(shown) if not run.source] == fixed


def test_a_composed_letter_is_printable_as_it_is():
    for name, kind in EVERY:
        assert printable(letter(name, kind)) == letter(name, kind)


def test_marks_that_hide_or_turn_text_are_shown_and_those_that_order_it_stay():
    found = replace(
        letter("missing-credit", "first"), dated=Run(text="a\u202e\x00\x1b\ufeff\u200f")
    )
    assert printable(found).dated.text == "a‹U+202E›␀␛‹U+FEFF›\u200f"
