"""Whatever stands in a field changes nothing but its own place."""

import io
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from letter_cases import WASHING_MACHINE
from pypdf import PdfReader

from complaintkit.model.case import Case
from complaintkit.model.letter import Letter, Run
from complaintkit.render.letter import all_runs, compose
from complaintkit.render.letter_json import letter_from_json, letter_to_json
from complaintkit.render.pdf import letter_pdf
from complaintkit.render.text import letter_text
from complaintkit.render.trace import clean

TODAY = date(2026, 2, 20)
HOSTILE = [
    "#panic()",
    "$x$ *b* _i_ `c` <l> @r \\ // /* [ ] { }",
    '#read("/etc/passwd")',
    "{{ 7 * 7 }} {% for a in b %} {# c #}",
    "# head | cell | cell\n\n| a | b |\n|---|---|\n- item\n1. one\n---\n> q",
    "<b>&amp;&lt;</b> [a](http://b) ![c](d)",
    "\ue000\ue100\ue001 \ue000\ue103\ue001 \ue000",
    "{name} {0} %s %(x)s",
    "\\ends with a backslash \\",
]
# Fields that are no text of a person's: they are chosen from a list or made by the program.
NO_TEXT = {"id", "entry_id", "sha256", "country", "region", "sector", "kind", "zone", "currency"}
NO_TEXT |= {"answer", "media_type", "modified_at", "origin", "floor", "payment", "where", "via"}


def poisoned(value: object, evil: str) -> object:
    """Return the value with a text added inside every text that a person types."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return f"Xq {evil} {value} qx" if value else value
    if isinstance(value, tuple):
        return tuple(poisoned(one, evil) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(
            value,
            **{name: one if name in NO_TEXT else poisoned(one, evil) for name, one in kept.items()},
        )
    return value


def letter(kind: str, evil: str) -> Letter:
    case = poisoned(replace(WASHING_MACHINE, notes=()), evil)
    assert isinstance(case, Case)
    return compose(kind, case, consumer=case.consumer, today=TODAY)


def in_place(runs: list[Run], evil: str) -> list[tuple[str, str]]:
    """Return the runs with the added text, as it may be printed, made neutral."""
    lined = clean(evil).strip()
    flat = " ".join(clean(evil).split("\n"))
    told = []
    for run in runs:
        text = run.text
        for form in sorted({lined, flat, " ".join(flat.split())}, key=len, reverse=True):
            text = (
                text.replace(f"Xq {form} ", "Xq EVIL ") if form else text.replace("Xq ", "Xq EVIL ")
            )
        told.append((" ".join(text.split()), run.source))
    return told


@pytest.mark.parametrize("evil", HOSTILE)
@pytest.mark.parametrize("kind", ["first", "manager", "ceo"])
def test_hostile_text_in_every_field_stays_in_its_place(kind: str, evil: str):
    assert in_place(all_runs(letter(kind, evil)), evil) == in_place(
        all_runs(letter(kind, "EVIL")), "EVIL"
    )


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_is_only_text_in_a_pdf(evil: str):
    made = letter_pdf(letter("ceo", evil))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    squeezed = "".join(text.replace("\u200b", "").split())
    printable = "".join(sign for sign in clean(evil) if not "\ue000" <= sign <= "\uf8ff")
    want = "".join(printable.split())
    plain_pdf = letter_pdf(letter("ceo", "EVIL"))
    plain = "".join(page.extract_text() for page in PdfReader(io.BytesIO(plain_pdf)).pages)
    assert squeezed.count(want) >= "".join(plain.split()).count("EVIL") > 20 if want else squeezed


@pytest.mark.parametrize(
    "turning", ["\u202e", "\u202a\u202b\u202d", "\u2066\u2067\u2068", "\x1b[31m", "\x00", "\r"]
)
def test_signs_that_disturb_their_surroundings_are_dropped(turning: str):
    text = letter_text(letter("ceo", turning))
    assert not set(turning.replace("[31m", "")) & set(text)


def test_half_a_character_does_not_stop_the_letter():
    found = letter("ceo", "\ud800")
    letter_text(found).encode("utf-8")
    assert letter_pdf(found).startswith(b"%PDF")


def _strange(text: str) -> str:
    """Begin each word with signs of no language: a known word (“credit”) may choose a phrase."""
    return "EVIL " + re.sub(r"[^\W\d_]+", lambda word: f"xq{word[0]}", text)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(evil=st.text(max_size=40).map(_strange))
def test_any_text_in_any_field_stays_in_its_place(evil: str):
    found = letter("ceo", evil)
    plain = letter("ceo", "EVIL")
    assert [run.source for run in all_runs(found)] == [run.source for run in all_runs(plain)]
    fixed = [run.text for run in all_runs(found) if not run.source]
    assert fixed == [run.text for run in all_runs(plain) if not run.source]
    assert letter_from_json(letter_to_json(found)) == found
    letter_text(found).encode("utf-8")


def test_a_hundred_thousand_characters_are_printed_whole():
    case = replace(WASHING_MACHINE, problem="Word " * 20_000)
    found = compose("ceo", case, consumer=case.consumer, today=TODAY)
    assert letter_text(found).count("Word") >= 20_000
    pages = PdfReader(io.BytesIO(letter_pdf(found))).pages
    assert len(pages) > 10
