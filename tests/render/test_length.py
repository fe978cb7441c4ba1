"""Tests of render/length.py: a long letter says so."""

from dataclasses import replace
from datetime import date

from letter_cases import MISSING_CREDIT

from complaintkit.model.letter import Letter
from complaintkit.render.length import length_note
from complaintkit.render.letter import compose
from complaintkit.render.pdf import letter_pdf, pages_of


def letter(problem: str) -> Letter:
    case = replace(MISSING_CREDIT, problem=problem)
    return compose("ceo", case, consumer=case.consumer, today=date(2026, 5, 18))


def test_a_letter_of_one_page_needs_no_word():
    found = letter(MISSING_CREDIT.problem)
    pages = pages_of(letter_pdf(found))
    assert (pages, length_note(found, pages)) == (1, "")


def test_a_letter_that_the_persons_own_words_make_long_says_so():
    found = letter("It was again late. " * 400)
    pages = pages_of(letter_pdf(found))
    assert pages > 1
    note = length_note(found, pages)
    assert f"takes {pages} pages" in note
    assert "1610 of them your own" in note
    assert "400" not in length_note(found)
