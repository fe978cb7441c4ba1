"""Tests of what happened, told within the room that a form gives."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from example_letters import DAYS, example_case
from hypothesis import given
from hypothesis import strategies as st
from letter_cases import MISSING_CREDIT
from letter_cases_de import EVERY_CASE as GERMAN
from letter_cases_es import CASES_ES as SPANISH
from letter_cases_fr import CASES_FR as FRENCH

from complaintkit.model.encounter import Channel
from complaintkit.model.people import Contact
from complaintkit.render.form_story import pen_for, shorter, told
from complaintkit.rules.form_room import form_size

NOTHING = frozenset()
EVERYTHING = frozenset({"product", "contacts", "offer", "want"})
PENS = {
    name: pen_for(
        example_case(name), body="Body", consumer=example_case(name).consumer or Contact(), today=on
    )
    for name, on in DAYS.items()
}
PENS["missing-credit"] = pen_for(
    MISSING_CREDIT, body="Body", consumer=MISSING_CREDIT.consumer, today=date(2026, 6, 1)
)
OTHERS = {
    "kaffeevollautomat": ("de", *GERMAN["kaffeevollautomat"]),
    "internetanschluss": ("de", *GERMAN["internetanschluss"]),
    "secadora": ("es", *SPANISH["secadora"]),
    "lave-vaisselle": ("fr", *FRENCH["lave-vaisselle"]),
}
for name, (_, case, on) in OTHERS.items():
    PENS[name] = pen_for(case, body="Body", consumer=case.consumer or Contact(), today=on)
ASKS = {"en": " ask", "de": "Ich bitte um Folgendes", "es": "Solicito lo siguiente",
        "fr": "Je demande ce qui suit"}  # fmt: skip


@pytest.mark.parametrize("name", PENS)
@given(most=st.integers(60, 4000))
def test_an_account_never_takes_more_room_than_there_is(name, most):
    for asked in (NOTHING, EVERYTHING):
        for kind in ("story", "contacts"):
            assert form_size(told(kind, PENS[name], asked=asked, most=most).text) <= most


@pytest.mark.parametrize("name", PENS)
def test_more_room_never_tells_less(name):
    sizes = [len(told("story", PENS[name], asked=NOTHING, most=most).text)
             for most in range(100, 4000, 100)]  # fmt: skip
    assert sizes == sorted(sizes)
    assert sizes[-1] == len(told("story", PENS[name], asked=NOTHING).text)


@pytest.mark.parametrize("name", PENS)
def test_both_lengths_tell_the_problem_and_the_wish(name):
    pen = PENS[name]
    for found in (told("story", pen, asked=NOTHING), shorter("story", pen, asked=NOTHING)):
        assert ASKS[pen.words["language"]] in found.text
        assert "your words" in found.source
    assert len(shorter("story", pen, asked=NOTHING).text) < len(
        told("story", pen, asked=NOTHING).text
    )


def test_every_line_of_the_longer_account_has_its_entry():
    found = told("story", PENS["phone-bill"], asked=NOTHING)
    assert {"#2", "#3", "your words", "Exhibit 1"} <= set(found.source.split(", "))


def test_dated_lines_go_from_the_middle_first():
    pen = PENS["phone-bill"]
    whole = told("contacts", pen, asked=NOTHING)
    less = told("contacts", pen, asked=NOTHING, most=form_size(whole.text) - 1)
    first, *_, last = [line for line in whole.text.split("\n") if line.startswith("- ")]
    assert first in less.text
    assert last in less.text
    assert "The record that I attach tells the rest." in less.text


@pytest.mark.parametrize("name", OTHERS)
def test_the_account_is_in_the_language_of_the_persons_own_words(
    name: str, golden: Callable[[str, str], None]
):
    pen = PENS[name]
    assert pen.words["language"] == OTHERS[name][0]
    whole, short = (tell("story", pen, asked=NOTHING).text for tell in (told, shorter))
    contacts = told("contacts", pen, asked=NOTHING).text
    answer = told("answer", pen, asked=NOTHING).text
    golden(f"forms/story-{name}.txt", "\n\n---\n\n".join((whole, short, contacts, answer)))


@pytest.mark.parametrize("name", ["phone-bill", *OTHERS])
def test_a_promise_of_the_company_itself_is_not_told_as_one_of_the_reader(name: str):
    """An e-mail without a name: “the company promised”, not “your company”."""
    case = OTHERS[name][1] if name in OTHERS else example_case(name)
    on = OTHERS[name][2] if name in OTHERS else DAYS[name]
    call = next(call for call in case.encounters if call.promises)
    promised = replace(call.promises[0], what="antwort 4711", by=date(2026, 1, 2), kept=None)
    mail = replace(call, channel=Channel.EMAIL, representative=None, promises=(promised,))
    pen = pen_for(
        replace(case, encounters=(mail,)), body="Body", consumer=Contact(name="A"), today=on
    )
    text = told("story", pen, asked=NOTHING).text
    people = pen.words["people"]
    assert people["the_company"] in text.replace(pen.words["people"]["company"], "")
    assert people["company"] not in text
