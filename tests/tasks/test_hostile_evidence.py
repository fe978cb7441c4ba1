"""Three hundred hostile texts in one case: are they inert in every form of the evidence?"""

import csv
import io
import re
import sys
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import pypdf
import pytest
from pack_cases import NOW, TOOL, Book
from running import complaintkit

from complaintkit.model.entry import EntryKind
from complaintkit.rules.visible import starts_formula
from complaintkit.tasks.exporting import export_case

sys.path.append(str(Path(__file__).parents[1] / "render"))
from pages import Page

COUNT = 300
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
BEGINNINGS = (
    *("=", "+", "-", "@", "\t=", "\r=", " =", "＝", "\u200b=", "'=", '"=', ";=", "\n="),
    *("<", "&", "#", "{{", "{%", "$", "\\", "`", "*", "/", "../", "\x1b[31m", "\x1b]0;", "\u202e"),
    *("]]>", "-->", "</td>", "</script>", "%0a", "::", "|"),
)
CONTENTS = (
    "cmd|' /C calc'!A0",
    'HYPERLINK("https://example.org","x")',
    "script>document.title='owned'</script>",
    "img src=x onerror=\"document.title='owned'\"",
    "panic() #let x = 1 $y$ @ref <label> /* */ //",
    "7 * 7 }} {% include 'x' %} ${x} %(x)s",
    "[2J\x07\x9b31m \x00 \u2066\u2067 \ufeff end",
    "etc/passwd C:\\con .. ~root",
    "a" * 400,
    "BEGIN:VEVENT\r\nBcc: x@example.org\r\n\r\n=?utf-8?q?=0A?=",
)


def texts() -> Iterator[str]:
    """Yield hostile texts, each with a word of its own by which it is found again."""
    for number, (begin, content) in enumerate(islice(product(BEGINNINGS, CONTENTS), COUNT)):
        yield f"{begin}{content} w{number:03d}w".replace("\x00", "")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    book = Book(tmp_path_factory.mktemp("hostile"))
    found = list(texts())
    assert len(found) == COUNT
    book.add(
        EntryKind.OPEN,
        {
            "name": "kettle",
            "title": found[3],
            "opened_on": "2026-01-02",
            "country": "GB",
            "company": {"name": found[23], "account": found[0]},
            "problem": found[151],
            "resolution": {"want": found[42]},
        },
    )
    for number, text in enumerate(found):
        book.add(
            EntryKind.ENCOUNTER,
            {
                "at": f"2026-03-{number % 28 + 1:02d}T10:00",
                "channel": "phone",
                "with": {"name": text[:60], "role": text[:40]},
                "said": text,
                "reference": text[:30],
            },
        )
    for number, text in enumerate(found[::30], start=1):
        book.attach(text.encode(), f"{text[:20]}.txt", number)
    return book


def exported(book: Book, kind: str) -> bytes:
    target = book.folder / f"out.{kind}"
    return export_case(
        book.log, None, kind=kind, target=target, now=NOW, tool=TOOL
    ).path.read_bytes()


def test_in_the_table_no_cell_acts_and_no_row_is_lost(book: Book):
    text = exported(book, "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if starts_formula(cell)] == []
    assert not ACTING.search(text.replace("\r\n", "\n"))
    assert all(any(f"w{number:03d}w" in row[7] for row in rows) for number in range(COUNT))


def test_on_the_page_every_text_is_only_text(book: Book):
    page = Page(exported(book, "html").decode())
    assert page.faults == []
    assert {tag for tag, _ in page.tags} <= {
        *("html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "p"),
        *("nav", "ul", "li", "main", "section", "div", "dl", "dt", "dd", "span", "bdi", "form"),
        *("label", "input", "fieldset", "legend", "output", "table", "caption", "thead", "tr"),
        *("th", "tbody", "td", "article", "pre", "script", "figure", "svg", "figcaption"),
    }
    assert len(page.all("script")) == 1
    assert all((a["href"] or "").startswith(("#", "data:")) for a in page.all("a"))
    shown = "".join(page.texts)
    assert not ACTING.search(shown)
    assert all(f"w{number:03d}w" in shown for number in range(COUNT))


def test_in_the_bundle_every_text_is_only_text(book: Book):
    reader = pypdf.PdfReader(io.BytesIO(exported(book, "pdf")))
    shown = "".join(page.extract_text() for page in reader.pages)
    squeezed = re.sub(r"\s|\u200b", "", shown)
    assert [n for n in range(COUNT) if f"w{n:03d}w" not in squeezed] == []
    assert not {"/JavaScript", "/JS", "/Launch", "/URI", "/OpenAction"} & set(
        re.findall(r"/[A-Za-z]+", repr(reader.trailer["/Root"]))
    )
    for page in reader.pages:
        for note in page.get("/Annots", ()):
            assert note.get_object().get("/A", {}).get("/S", "/GoTo") == "/GoTo"


def test_in_the_log_every_text_is_whole_and_nothing_acts(book: Book):
    raw = exported(book, "json").decode()
    assert not ACTING.search(raw)
    import json

    values = [one["values"] for one in json.loads(raw)["entries"]]
    said = [one["said"]["value"] for one in values if "said" in one]
    assert said == list(texts())


def test_the_pack_has_safe_names_alone(book: Book):
    import zipfile

    names = zipfile.ZipFile(io.BytesIO(exported(book, "pack"))).namelist()
    assert all(re.fullmatch(r"[^\x00-\x1f\\:*?\"<>|]+", name) for name in names)
    assert all(".." not in name.split("/") for name in names)


@pytest.mark.parametrize(
    "words", [("timeline", "--last", "0"), ("show",), ("search", "w007w"), ("next",)]
)
def test_on_the_screen_nothing_acts(book: Book, words: tuple[str, ...]):
    told = complaintkit(book.home.folder, *words)
    assert told.returncode in (0, 3)
    assert told.stdout.strip()
    assert not ACTING.search(told.stdout + told.stderr)
