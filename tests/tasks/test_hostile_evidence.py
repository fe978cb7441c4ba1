"""Three hundred hostile texts in one case: are they inert in every form of the evidence?"""

import csv
import io
import re
from datetime import UTC, date, datetime

import icalendar
import pypdf
import pytest
from hostile import ACTING, COUNT, texts
from pack_cases import NOW, TOOL, Book
from pages import Page
from running import complaintkit

from complaintkit.model.clock import CalendarDate
from complaintkit.model.entry import EntryKind
from complaintkit.render.calendar import calendar_file
from complaintkit.rules.visible import starts_formula
from complaintkit.tasks.exporting import export_case


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


def test_in_the_calendar_every_text_is_only_text():
    dates = [
        CalendarDate(
            uid=f"d{number}@case",
            on=date(2026, 5, 1),
            title=text,
            text=(text, text),
            changed_at=datetime(2026, 5, 1, tzinfo=UTC),
        )
        for number, text in enumerate(texts())
    ]
    raw = calendar_file(dates, now=datetime(2026, 5, 1, tzinfo=UTC), alarm_days=7)
    unfolded = raw.decode().replace("\r\n ", "")
    assert not ACTING.search(unfolded.replace("\r\n", "\n"))
    assert {re.split("[:;]", line)[0] for line in unfolded.split("\r\n") if line} == {
        *("BEGIN", "END", "PRODID", "VERSION", "CALSCALE", "UID", "DTSTAMP", "LAST-MODIFIED"),
        *("SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CLASS", "TRANSP", "STATUS"),
        *("ACTION", "TRIGGER"),
    }
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert len(events) == COUNT
    for number, event in enumerate(events):
        assert event["SUMMARY"].endswith(f"w{number:03d}w")
        assert len(event.subcomponents) == 2


@pytest.mark.parametrize(
    "words", [("timeline", "--last", "0"), ("show",), ("search", "w007w"), ("next",)]
)
def test_on_the_screen_nothing_acts(book: Book, words: tuple[str, ...]):
    told = complaintkit(book.home.folder, *words)
    assert told.returncode in (0, 3)
    assert told.stdout.strip()
    assert not ACTING.search(told.stdout + told.stderr)
