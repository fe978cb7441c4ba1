"""Every kind of letter that the worked examples can carry, in every format."""

import email
import re
import shutil
import subprocess
from email.policy import default
from pathlib import Path

import pytest
from example_letters import example_case, example_letter, example_letters
from letter_cases import applicable
from letter_views import letter
from pdf_words import holds
from pypdf import PdfReader
from test_letter_eml import same_words as same_words_in_mail
from test_letter_formats import same_words

from complaintkit.model.letter import Letter
from complaintkit.render.length import length_note
from complaintkit.render.letter_eml import letter_eml
from complaintkit.render.letter_runs import body_runs, body_words
from complaintkit.render.pdf import letter_pdf
from complaintkit.render.text import letter_text, plain
from complaintkit.rules.letter_kinds import MOST_WORDS

EXAMPLES = example_letters()
EVERY = [(example_letter, *one) for one in EXAMPLES] + [(letter, *one) for one in applicable()]
BLANKS = re.compile(
    r"\bNone\b|\bnan\b|[{}]|“\s*”|\(\s*\)|\w ,(?= )|,\s*,|undefined|\.\.(?!\.)|  \S+  {3}\."
)


def written(make: object, name: str, kind: str) -> Letter:
    assert callable(make)
    found = make(name, kind)
    assert isinstance(found, Letter)
    return found


def ids(one: object) -> str:
    return "example" if one is example_letter else "case" if one is letter else str(one)


def test_each_example_carries_the_rungs_inside_a_company_and_more():
    kinds: dict[str, set[str]] = {}
    for name, kind in EXAMPLES:
        kinds.setdefault(name, set()).add(kind)
    for found in kinds.values():
        assert {"first", "manager", "head-of-service", "ceo", "final-notice", "records"} <= found
    assert {"counter-offer", "reminder", "thanks", "cancel", "confirm-call"} <= set.union(
        *kinds.values()
    )


@pytest.mark.parametrize(("name", "kind"), EXAMPLES)
def test_every_format_holds_the_same_words_block_by_block(name: str, kind: str):
    found = example_letter(name, kind)
    same_words(found)
    mail = email.message_from_bytes(letter_eml(found), policy=default)
    same_words_in_mail(found, mail)


@pytest.mark.parametrize(("make", "name", "kind"), EVERY, ids=ids)
def test_the_pdf_holds_the_same_words_and_no_blank(make: object, name: str, kind: str):
    found = written(make, name, kind)
    holds(letter_pdf(found), found)
    text = " ".join(letter_text(found).split())
    assert BLANKS.findall(text) == []


@pytest.mark.parametrize(("make", "name", "kind"), EVERY, ids=ids)
def test_every_font_of_the_pdf_is_embedded(make: object, name: str, kind: str, tmp_path: Path):
    if not shutil.which("pdffonts"):
        pytest.skip("pdffonts (poppler-utils) is not installed")
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter_pdf(written(make, name, kind)))
    told = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True)
    _, rule, *rows = told.stdout.splitlines()  # name, type, encoding, emb, sub, uni, object, ID
    assert rule.startswith("---")
    assert rows
    assert {row.split()[-5] for row in rows} == {"yes"}


@pytest.mark.parametrize(
    ("make", "name"),
    [(make, name) for make, name, kind in EVERY if kind == "ceo"],
    ids=ids,
)
def test_a_letter_to_the_head_is_one_page_and_short_or_says_whose_words_make_it_long(
    make: object, name: str, tmp_path: Path
):
    found = written(make, name, "ceo")
    path = tmp_path / "ceo.pdf"
    path.write_bytes(letter_pdf(found))
    pages = len(PdfReader(path).pages)
    if pages > 1 or body_words(found) > MOST_WORDS:
        assert "of them your own" in length_note(found, pages)
    assert pages == 1
    assert body_words(found) <= MOST_WORDS


@pytest.mark.parametrize(("name", "kind"), EXAMPLES)
def test_nothing_private_stands_in_a_letter(name: str, kind: str):
    case, text = example_case(name), letter_text(example_letter(name, kind))
    assert not case.resolution.floor or case.resolution.floor not in text
    assert all(note.text not in text for note in case.notes)


@pytest.mark.parametrize(("name", "kind"), EXAMPLES)
def test_an_example_reads_as_agreed(name, kind, golden):
    golden(f"letters-examples/{name}-{kind}.txt", letter_text(example_letter(name, kind)))


def test_only_the_words_of_the_letter_and_what_is_recorded_are_printed():
    found = example_letter("phone-bill", "ceo")
    fixed = " ".join(run.text for run in body_runs(found) if not run.source)
    for fact in ("Luis", "Jane", "Ruth", "99.20", "84.20", "CH-551", "2026", "Ridgeway"):
        assert fact not in fixed
    assert "Ridgeway" in plain(found.salutation)
