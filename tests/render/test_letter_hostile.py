"""Whatever stands in a field changes nothing but its own place."""

import io
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum

import letter_views as views
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from letter_cases import WASHING_MACHINE
from pdf_words import holds, squeezed, text_of
from pypdf import PdfReader

from complaintkit.errors import CannotWrite
from complaintkit.model.case import Case
from complaintkit.model.letter import LAYOUTS, Letter, Paragraph, Run
from complaintkit.render import glyphs
from complaintkit.render.letter import compose
from complaintkit.render.letter_json import letter_from_json, letter_to_json
from complaintkit.render.letter_runs import all_runs
from complaintkit.render.pdf import composed, letter_pdf
from complaintkit.render.text import letter_text
from complaintkit.render.trace import clean
from complaintkit.rules.letter_kinds import KINDS as ALL
from complaintkit.rules.letter_plan import missing_facts

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
# Everything that any kind of letter can print, for every kind.
FULL = replace(
    WASHING_MACHINE,
    notes=(),
    offers=tuple(replace(one, full_settlement=False) for one in WASHING_MACHINE.offers),
)
KINDS = [
    kind.name for kind in ALL.values() if not missing_facts(kind, FULL, WASHING_MACHINE.consumer)
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
    case = poisoned(FULL, evil)
    assert isinstance(case, Case)
    roles = [party.role for party in FULL.parties]  # by which a letter finds its reader
    parties = zip(case.parties, roles, strict=True)
    case = replace(case, parties=tuple(replace(one, role=role) for one, role in parties))
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
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_in_every_field_stays_in_its_place(kind: str, evil: str):
    assert in_place(all_runs(letter(kind, evil)), evil) == in_place(
        all_runs(letter(kind, "EVIL")), "EVIL"
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("evil", [*HOSTILE, *views.HOSTILE])
def test_hostile_text_is_only_text_in_a_pdf(evil: str, layout: str):
    found = views.poisoned(views.in_layout(views.letter("washing-machine", "ceo"), layout), evil)
    if "日" in evil and not is_printed(evil):
        with pytest.raises(CannotWrite, match="no font on this computer"):
            letter_pdf(found)
    else:
        holds(letter_pdf(found), found)


def is_printed(text: str) -> bool:
    """Whether the fonts of this computer have every character."""
    try:
        return bool(glyphs.fonts_for(composed(text)))
    except CannotWrite:
        return False


@pytest.mark.parametrize("evil", HOSTILE)
def test_a_letter_from_a_hostile_case_is_only_text_in_a_pdf(evil: str):
    found = letter("ceo", evil)
    holds(letter_pdf(found), found)


FIELDS = ("sender", "delivery", "recipient", "subject", "salutation", "closing", "signature")


@pytest.mark.parametrize("field", [*FIELDS, "body", "end"])
def test_a_hundred_thousand_characters_in_any_field_stay_in_its_place(field: str):
    found = views.in_layout(views.letter("gas-estimate", "ceo"), "din-b")
    many = Run(text="Word " * 20_000, source="your words")
    first, end = (Paragraph(runs=(many,)), *found.body), (*found.body, Paragraph(runs=(many,)))
    blocks = {"body": first, "end": end, "signature": many}
    long = replace(found, **{"body" if field == "end" else field: blocks.get(field, (many,))})
    made = letter_pdf(long)
    holds(made, long)
    assert text_of(made).count("Word") >= 20_000
    assert len(PdfReader(io.BytesIO(made)).pages) > 10


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


@settings(max_examples=20, deadline=None)
@given(evil=st.text(max_size=40), layout=st.sampled_from(LAYOUTS))
def test_any_text_stays_in_its_place_in_a_pdf(evil: str, layout: str):
    found = views.poisoned(views.in_layout(views.letter("missing-credit", "ceo"), layout), evil)
    try:
        made = letter_pdf(found)
    except CannotWrite:
        assert not glyphs.COVERED.fullmatch(composed(evil))
        return
    plain = views.poisoned(views.in_layout(views.letter("missing-credit", "ceo"), layout), "EVIL")
    assert [run.text for run in all_runs(found) if not run.source] == [
        run.text for run in all_runs(plain) if not run.source
    ]
    assert all(
        squeezed(line) in text_of(made)
        for run in all_runs(plain)
        if not run.source
        for line in run.text.split("\n")
    )


def test_a_hundred_thousand_characters_are_printed_whole():
    case = replace(WASHING_MACHINE, problem="Word " * 20_000)
    found = compose("ceo", case, consumer=case.consumer, today=TODAY)
    assert letter_text(found).count("Word") >= 20_000
    pages = PdfReader(io.BytesIO(letter_pdf(found))).pages
    assert len(pages) > 10
