"""Tests of render/letter_clock.py: a letter that went out late is dated anew."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_cases import CASES
from letter_views import letter

from complaintkit.model.letter import Run
from complaintkit.render.editable import editable, edited
from complaintkit.render.letter import compose
from complaintkit.render.letter_clock import redated
from complaintkit.render.letter_runs import all_runs

LATER = date(2026, 7, 3)


@pytest.mark.parametrize("kind", ["first", "manager", "ceo"])
@pytest.mark.parametrize("name", CASES)
@settings(max_examples=12)
@given(days=st.integers(1, 400))
def test_it_is_the_letter_that_would_have_been_written_on_that_day(name: str, kind: str, days: int):
    found, day = letter(name, kind), CASES[name][1] + timedelta(days=days)
    moved = redated(found, day)
    assert (moved.written_on, moved.answer_by) == (
        day, found.answer_by + timedelta(days=days),
    )  # fmt: skip
    case = CASES[name][0]
    anew = compose(kind, case, consumer=case.consumer, today=day)
    asked = [run for run in all_runs(anew) if run.source == "calendar"]
    assert [run for run in all_runs(moved) if run.source == "calendar"] == asked


def test_nothing_but_these_two_dates_changes():
    found = letter("washing-machine", "ceo")
    moved = redated(found, LATER)
    differ = [
        (old.text, new.text)
        for old, new in zip(all_runs(found), all_runs(moved), strict=True)
        if old != new
    ]
    assert differ == [("20 February 2026", "3 July 2026"), ("6 March 2026", "17 July 2026")]
    assert redated(moved, found.written_on) == found


def test_a_date_from_the_record_stays_even_where_it_is_the_same_day():
    found = letter("washing-machine", "ceo")
    logged = Run(text="6 March 2026", source="#4")
    first = found.body[0]
    with_it = replace(found, body=(replace(first, runs=(*first.runs, logged)), *found.body[1:]))
    assert redated(with_it, LATER).body[0].runs[-1] == logged


def test_a_letter_without_an_answer_date_moves_its_own_date_only():
    found = replace(letter("washing-machine", "ceo"), answer_by=None)
    assert redated(found, LATER).answer_by is None
    assert redated(found, LATER).dated.text == "3 July 2026"


def test_an_edited_letter_is_dated_anew_as_well():
    found = letter("washing-machine", "ceo")
    text = editable(found).replace("by 6 March 2026", "by Friday, 13 March 2026 at the latest,")
    moved = redated(edited(found, text), LATER)
    assert moved.answer_by == date(2026, 7, 24)
    assert "by Friday, 24 July" in editable(moved)
    moved = redated(moved, date(2026, 7, 4))
    assert "by Saturday, 25 July" in editable(moved)
    moved = redated(moved, LATER)
    assert "24 July 2026 at the latest" in editable(moved)
