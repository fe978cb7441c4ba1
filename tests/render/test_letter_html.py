"""Tests of render/letter_html.py: one safe file that prints."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from letter_cases import CASES
from letter_views import HOSTILE, in_layout, letter, poisoned

from complaintkit.model.letter import Paragraph, Run
from complaintkit.render.letter_html import letter_html


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, tuple(attrs)))


def tags(made: str) -> list[tuple[str, tuple[tuple[str, str | None], ...]]]:
    reader = _Tags()
    reader.feed(made)
    reader.close()
    return reader.found


@pytest.mark.parametrize("name", CASES)
def test_the_page_loads_nothing_and_runs_nothing(name: str):
    made = letter_html(letter(name, "ceo"))
    assert "default-src 'none'; style-src 'unsafe-inline'" in made
    assert not {"script", "link", "img", "iframe", "form", "a"} & {tag for tag, _ in tags(made)}
    assert "url(" not in made
    assert "@import" not in made
    assert made.startswith('<!DOCTYPE html>\n<html lang="en">')


@pytest.mark.parametrize(("name", "page"), [("gas-estimate", "A4"), ("card-points", "letter")])
def test_the_page_prints_on_the_paper_of_the_letter(name: str, page: str):
    assert f"@page {{ size: {page};" in letter_html(letter(name, "first"))


def test_a_table_tells_a_screen_reader_its_heads():
    made = letter_html(letter("washing-machine", "manager"))
    assert made.count('<th scope="col"') == 4
    assert made.count('<th scope="row"') == made.count("<tr") - 1
    assert made.count("<h1") == 1


def test_the_persons_own_words_take_their_own_direction():
    found = letter("missing-credit", "ceo")
    words = Run(text="שלום, לא קיבלתי זיכוי", source="your words")
    said = Run(text="קייל", source="#2")
    made = letter_html(
        replace(
            found,
            body=(Paragraph(runs=(words,)), Paragraph(runs=(Run(text="With "), said))),
        )
    )
    assert f'<p dir="auto">{words.text}</p>' in made
    assert f"With <bdi>{said.text}</bdi></p>" in made


@pytest.mark.parametrize("layout", ["uk", "din-b"])
@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_adds_no_tag_and_no_style(evil: str, layout: str):
    found = in_layout(letter("washing-machine", "ceo"), layout)
    kinds = {tag for tag, _ in tags(letter_html(found))}
    made = letter_html(poisoned(found, evil))
    assert {tag for tag, _ in tags(made)} - kinds <= {"bdi", "br"}
    allowed = {"class", "dir", "lang", "role", "scope", "style", "data-head", "charset"}
    allowed |= {"name", "content", "http-equiv", "data-return"}
    assert {name for _, attrs in tags(made) for name, _ in attrs} <= allowed
    style = made.partition("<style>")[2].partition("</style>")[0]
    assert style == letter_html(found).partition("<style>")[2].partition("</style>")[0]


def test_the_return_address_is_only_text():
    found = in_layout(letter("gas-estimate", "ceo"), "din-b")
    evil = '"><b onload=x>&amp;'
    made = letter_html(replace(found, sender=(Run(text=evil), Run(text="Ort"))))
    assert dict(next(attrs for tag, attrs in tags(made) if ("class", "remarks") in attrs)) == {
        "class": "remarks",
        "data-return": f"{evil}, Ort",
    }
