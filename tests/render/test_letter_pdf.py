"""Tests of render/pdf.py: the pages."""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from letter_cases import CASES, applicable
from letter_views import in_layout
from pypdf import PdfReader

from complaintkit.errors import CannotWrite
from complaintkit.model.letter import LAYOUTS, Letter, Paragraph, Run, Table
from complaintkit.render.letter import compose
from complaintkit.render.letter_runs import all_runs
from complaintkit.render.pdf import letter_pdf


def letter(name: str, kind: str = "ceo") -> Letter:
    case, today = CASES[name]
    return compose(kind, case, consumer=case.consumer, today=today)


def pages(made: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]


def squeezed(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@pytest.mark.parametrize(("name", "kind"), applicable())
def test_the_pdf_holds_every_word_of_the_letter(name: str, kind: str):
    found = letter(name, kind)
    text = squeezed("".join(pages(letter_pdf(found))))
    for run in all_runs(found):
        for line in run.text.split("\n"):
            assert squeezed(line) in text


@pytest.mark.parametrize(("name", "kind"), applicable())
def test_a_letter_of_ordinary_length_takes_one_page_without_a_number(name: str, kind: str):
    found = pages(letter_pdf(letter(name, kind)))
    assert len(found) == 1
    assert "1 of" not in found[0]


def test_the_same_letter_gives_the_same_bytes():
    assert letter_pdf(letter("gas-estimate")) == letter_pdf(letter("gas-estimate"))


def test_the_paper_follows_the_letter():
    for name, width in (("missing-credit", 612), ("gas-estimate", 595)):
        page = PdfReader(io.BytesIO(letter_pdf(letter(name)))).pages[0]
        assert round(float(page.mediabox.width)) == width


@pytest.mark.parametrize("extra", range(14, 60, 3))
def test_a_sign_off_never_stands_alone_on_a_page(extra: int):
    found = letter("missing-credit")
    words = Paragraph(runs=(Run(text="More words. " * 12),))
    longer = replace(found, body=(found.body[0], *[words] * extra, *found.body[1:]))
    texts = pages(letter_pdf(longer))
    assert f"1 of {len(texts)}" in texts[0]
    with_name = next(text for text in texts if "Sincerely," in text)
    assert "I look forward to your reply." in " ".join(with_name.split())


def test_a_cell_of_many_words_breaks_over_pages():
    case, today = CASES["missing-credit"]
    call = replace(case.encounters[0], said="Long words " * 3000, reference="R" * 400)
    long = replace(case, encounters=(call,))
    found = letter_pdf(compose("ceo", long, consumer=case.consumer, today=today))
    text = squeezed("".join(pages(found)))
    assert text.count("Longwords") == 3000
    assert text.count("R") >= 400


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_on_request_a_letter_is_made_for_screen_readers(name: str, layout: str):
    found = in_layout(letter(name), layout)
    read = PdfReader(io.BytesIO(letter_pdf(found, accessible=True)))
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"].startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata.title == "".join(run.text for run in found.subject)
    described = root["/Metadata"].get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in described
    tags = set(tags_in(root["/StructTreeRoot"]["/K"]))
    assert {"/Document", "/H1", "/P"} <= tags
    if any(isinstance(block, Table) for block in found.body):
        assert {"/Table", "/THead", "/TH", "/TD"} <= tags


def test_an_ordinary_letter_is_tagged_too():
    root = PdfReader(io.BytesIO(letter_pdf(letter("washing-machine")))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert {"/H1", "/TH"} <= set(tags_in(root["/StructTreeRoot"]["/K"]))


def tags_in(node: object) -> Iterator[str]:
    """Yield the tag of every part of a PDF."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from tags_in(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node["/S"]
        yield from tags_in(node.get("/K"))


def test_without_typst_one_plain_sentence_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(CannotWrite) as caught:
        letter_pdf(letter("missing-credit"))
    assert "--format text" in caught.value.fix
