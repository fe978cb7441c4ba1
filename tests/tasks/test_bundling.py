import io
import re
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
import yaml
from record_cases import EXAMPLES, ROOT, file_of, imported, record_in

from complaintkit.model.audience import Audience
from complaintkit.model.record import SharedFile
from complaintkit.store.journal import Log
from complaintkit.tasks.bundling import bundle

EVIL = (
    "#panic() $x$ *b* _i_ `c` <l> @r // /* \\ #let a = 1 </script> \u202egnp \x1b[31m 𝟘" + "w" * 300
)
HELLO = "שלום Привет Ụzọ 🙂"


def made(log: Log, audience: Audience = Audience.COURT) -> bytes:
    return bundle(record_in(log, audience), lambda file: file_of(log, file.recorded))


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def example(tmp_path: Path, name: str = "cash-machine") -> Log:
    return imported(tmp_path, ROOT / "examples" / name / "case.yaml")


def altered(tmp_path: Path, change, name: str = "cash-machine") -> Log:
    """Return a log of an example after `change(plain, folder)` of its case file and files."""
    folder = tmp_path / "case"
    shutil.copytree(ROOT / "examples" / name, folder)
    plain = yaml.load((folder / "case.yaml").read_text("utf-8"), yaml.BaseLoader)
    change(plain, folder)
    (folder / "case.yaml").write_text(yaml.safe_dump(plain, allow_unicode=True), "utf-8")
    return imported(tmp_path, folder / "case.yaml")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_first_page_says_who_what_when_how_much_and_what_is_asked(name: str, tmp_path: Path):
    first = read(made(example(tmp_path, name))).pages[0].extract_text()
    for label in (
        *("Customer", "Company", "What happened", "When", "How much", "What is asked"),
        *("Where it stands", "The main dates"),
    ):
        assert label in first


def test_other_tools_find_no_fault_and_every_font_is_inside(tmp_path: Path):
    file = tmp_path / "bundle.pdf"
    file.write_bytes(made(example(tmp_path)))
    subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True)
    fonts = subprocess.run(["pdffonts", str(file)], check=True, capture_output=True, text=True)
    rows = [row.split() for row in fonts.stdout.splitlines()[2:]]
    assert rows
    assert all(row[-5] == "yes" for row in rows)


def test_from_a_row_an_exhibit_is_one_click_away_and_back(tmp_path: Path):
    reader = read(made(example(tmp_path)))
    links = [
        (number, annotation.get_object())
        for number, page in enumerate(reader.pages)
        for annotation in page.get("/Annots", ())
    ]
    targets = {(number, target(link, reader)) for number, link in links}
    rows = {number for number, page in enumerate(reader.pages) if "taxi to" in page.extract_text()}
    exhibit = page_with(reader, "Receipt 5512")
    assert any((number, exhibit) in targets for number in rows)
    assert any((exhibit, number) in targets for number in rows)


def target(link, reader: pypdf.PdfReader) -> int:
    """Return the number of the page that a link leads to."""
    to = link.get("/Dest") or link["/A"]["/D"]
    if isinstance(to, (str, bytes)):
        return reader.get_destination_page_number(reader.named_destinations[str(to)])
    return reader.get_page_number(to[0].get_object())


def page_with(reader: pypdf.PdfReader, text: str) -> int:
    return next(n for n, page in enumerate(reader.pages) if text in page.extract_text())


def test_bookmarks_name_every_part_letter_and_exhibit(tmp_path: Path):
    outline = read(made(example(tmp_path))).outline
    titles = [one.title for one in flat(outline)]
    assert titles[0] == "In brief"
    for title in ("What happened, in order", "Letter 2", "Exhibit 3: Taxi receipt"):
        assert title in titles


def flat(outline):
    for one in outline:
        if isinstance(one, list):
            yield from flat(one)
        else:
            yield one


def test_each_page_of_an_exhibit_is_stamped_and_numbered_in_the_bundle(tmp_path: Path):
    def change(plain, folder):
        writer = pypdf.PdfWriter()
        for _ in range(3):
            writer.append(folder / "taxi-receipt.pdf")
        writer.write(folder / "taxi-receipt.pdf")

    reader = read(made(altered(tmp_path, change)))
    pages = [page.extract_text() for page in reader.pages]
    stamped = [text for text in pages if "Exhibit 3" in text and "Receipt 5512" in text]
    assert len(stamped) == 3
    for at, text in enumerate(stamped, start=1):
        assert f"page {at} of 3" in " ".join(text.split())
    for at, text in enumerate(pages, start=1):
        assert f"Bundle page {at} of {len(pages)}" in " ".join(text.split())


def test_a_text_over_several_pages_is_stamped_on_each(tmp_path: Path):
    def change(plain, folder):
        (folder / "long.txt").write_text("All that was said.\n" * 200)
        plain["exhibits"].append({"file": "long.txt"})

    pages = [page.extract_text() for page in read(made(altered(tmp_path, change))).pages]
    shown = [text for text in pages if "All that was said." in text]
    assert len(shown) > 2
    (label,) = {re.search(r"Exhibit \d+", text)[0] for text in shown}
    assert all(text.count(label) == 1 for text in shown[1:])


def test_what_cannot_be_shown_has_a_page_that_says_why_and_where_it_is(tmp_path: Path):
    def change(plain, folder):
        writer = pypdf.PdfWriter(clone_from=folder / "taxi-receipt.pdf")
        writer.encrypt("secret")
        writer.write(folder / "taxi-receipt.pdf")
        whole = (folder / "stamped-copy.pdf").read_bytes()
        (folder / "stamped-copy.pdf").write_bytes(whole[: len(whole) // 3])
        (folder / "debit-alert.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"no picture" * 9)

    text = " ".join(page.extract_text() for page in read(made(altered(tmp_path, change))).pages)
    told = " ".join(text.split())
    assert "it is locked with a password. It lies in the pack as taxi-receipt.pdf" in told
    assert told.count("The file cannot be shown: it is damaged.") == 2


def test_a_file_that_is_not_given_is_named_and_nothing_of_it_is_there(tmp_path: Path):
    log = example(tmp_path)
    content = bundle(record_in(log), lambda file: None)
    text = " ".join(page.extract_text() for page in read(content).pages)
    assert "Receipt 5512" not in text
    assert text.count("The file is not in this copy") == 6


def test_hostile_text_is_only_text(tmp_path: Path):
    def change(plain, folder):
        plain["case"]["title"] = plain["case"]["problem"] = plain["case"]["company"]["name"] = EVIL
        for row in plain["encounters"]:
            row["said"] = EVIL
        for row in plain["exhibits"]:
            row["title"] = EVIL
        for name in ("letter-1.txt", "letter-2.txt"):
            (folder / name).write_text(EVIL * 40, "utf-8")

    reader = read(made(altered(tmp_path, change)))
    text = "".join(page.extract_text() for page in reader.pages)
    assert "#panic()" in text
    assert "\u202e" not in text
    assert "\x1b" not in text


def test_text_of_an_exhibit_that_no_font_prints_is_told_and_stops_nothing(tmp_path: Path):
    def change(plain, folder):
        plain["encounters"][0]["said"] = HELLO
        (folder / "letter-1.txt").write_text("\U00012000" * 9, "utf-8")

    text = " ".join(page.extract_text() for page in read(made(altered(tmp_path, change))).pages)
    assert "No font of the computer on which this was made prints" in " ".join(text.split())
    assert "Привет" in text


def test_the_company_gets_no_figures_and_no_gaps(tmp_path: Path):
    log = example(tmp_path)
    for audience, has in ((Audience.COMPANY, False), (Audience.COURT, True)):
        pages = read(made(log, audience)).pages
        text = "".join(page.extract_text() for page in pages)
        assert ("How it was dealt with" in text) is has
        assert ("What this record does not show" in text) is has


def test_the_same_log_gives_the_same_bytes(tmp_path: Path):
    log = example(tmp_path)
    assert made(log) == made(log)


def test_bytes_in_the_place_of_a_file_are_what_is_shown(tmp_path: Path):
    log = example(tmp_path)

    def find(file: SharedFile) -> bytes | Path:
        path = file_of(log, file.recorded)
        return b"Subject: x\n\nmasked copy" if file.path.endswith(".eml") else path

    text = "".join(page.extract_text() for page in read(bundle(record_in(log), find)).pages)
    assert "masked copy" in text
    assert "We have received your dispute" not in text
