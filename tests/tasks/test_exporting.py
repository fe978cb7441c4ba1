import json
import os
import subprocess
import zipfile
import zlib
from pathlib import Path

import bagit
import pypdf
import pytest
from pack_cases import LETTER, NOTE, NOW, PHOTO, RECEIPT, SECRETS, TOOL, Book, a_case

from complaintkit.errors import CannotWrite, CaseNotFound, FileUnusable, StoreProblem, WrongUsage
from complaintkit.intake.case_file import read_case_file
from complaintkit.model.audience import Audience
from complaintkit.model.entry import EntryKind
from complaintkit.rules.visible import one_line
from complaintkit.store import exhibits
from complaintkit.store.database import open_for_writing
from complaintkit.tasks.exporting import Exported, export_case

NOT_LOOKED_INTO = "receipt.pdf goes as it is; what is in it was not looked into."


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return a_case(tmp_path)


def export(book: Book, kind: str, target: Path | None = None, name: str | None = None) -> Exported:
    return export_case(book.log, name, kind=kind, target=target, now=NOW, tool=TOOL)


def unzipped(exported: Exported, into: Path) -> Path:
    subprocess.run(["unzip", "-q", str(exported.path), "-d", str(into)], check=True)
    return into / exported.path.stem


def test_the_pack_lies_in_the_documents_folder_and_holds_what_others_may_see(book: Book):
    exported = export(book, "pack")
    assert exported.path == book.folder / "documents/card-points/card-points-pack-2026-11-22.zip"
    assert exported.files == (
        "data/READ-ME-FIRST.txt",
        "data/exhibits/01-receipt.pdf",
        "data/exhibits/04-file-CON.png",
        "data/letters/letter-1.txt",
        "data/log.csv",
        "data/log.json",
        "data/record.html",
        "data/record.pdf",
        "data/verify.py",
        "bag-info.txt",
        "bagit.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
    )
    assert exported.left_out == (
        "1 private note",
        "1 exhibit of a private note",
        "your floor",
        "1 file you took back",
    )
    assert exported.warnings == (NOT_LOOKED_INTO,)


def test_common_tools_accept_the_pack(book: Book, tmp_path: Path):
    exported = export(book, "pack")
    subprocess.run(["unzip", "-tq", str(exported.path)], check=True)
    folder = unzipped(exported, tmp_path / "out")
    bagit.Bag(str(folder)).validate()
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "-c", "--strict", "--quiet", manifest], cwd=folder, check=True)
    assert (folder / "data/exhibits/01-receipt.pdf").read_bytes() == RECEIPT
    assert (folder / "data/exhibits/04-file-CON.png").read_bytes() == PHOTO
    assert (folder / "data/letters/letter-1.txt").read_bytes() == LETTER


def test_nothing_private_is_in_any_byte_of_what_others_get(book: Book, tmp_path: Path):
    exported = export(book, "pack")
    everything = exported.path.read_bytes()
    with zipfile.ZipFile(exported.path) as archive:
        for name in archive.namelist():
            everything += name.encode() + archive.read(name)
    record = unzipped(exported, tmp_path / "out") / "data/record.pdf"
    reader = pypdf.PdfReader(record)
    everything += "".join(page.extract_text() for page in reader.pages).encode()
    everything += b"".join(streams(record.read_bytes()))
    everything += export(book, "json").path.read_bytes() + export(book, "csv").path.read_bytes()
    assert [secret for secret in SECRETS if secret.encode() in everything] == []
    assert b"floor" not in everything
    assert b"refund agreed in full" in everything


def streams(pdf: bytes) -> list[bytes]:
    """Return the streams of a PDF that zlib can unpack."""
    found = []
    for part in pdf.split(b"stream\n")[1:]:
        try:
            found.append(zlib.decompressobj().decompress(part))
        except zlib.error:
            continue
    return found


def test_the_same_log_at_the_same_moment_gives_the_same_bytes(book: Book, tmp_path: Path):
    first = export(book, "pack", tmp_path / "a.zip").path.read_bytes()
    os.utime(exhibits.path_of(book.home, exhibits.keep_bytes(book.home, PHOTO, name="x").sha256))
    assert export(book, "pack", tmp_path / "b.zip").path.read_bytes() == first


def test_the_read_me_names_the_case_and_the_head_and_keeps_quiet_about_the_floor(
    book: Book, tmp_path: Path
):
    page = (unzipped(export(book, "pack"), tmp_path / "out") / "data/READ-ME-FIRST.txt").read_text()
    head = book.log.cases()[0].head
    assert "card-points" in page
    assert "Example Bank" in page
    assert head[:32] in page
    assert head[32:] in page
    assert "sha256sum -c manifest-sha256.txt" in page
    assert not [mark for mark in ("{{", "{%", "None", "floor", "accept ") if mark in page]
    assert max(map(len, page.splitlines())) <= 80


def test_the_record_in_the_pack_tells_what_happened(book: Book, tmp_path: Path):
    folder = unzipped(export(book, "pack"), tmp_path / "out")
    pages = pypdf.PdfReader(folder / "data/record.pdf").pages
    text = "".join(page.extract_text() for page in pages)
    assert "refund agreed in full" in text
    assert "Jane" in text
    assert "corrected by #8" in text


@pytest.mark.parametrize(
    ("name", "title", "said"),
    [
        ("=cmd|' /C calc'!A0", "\x1b[31m{{ 7*7 }}", "=1+1"),
        ("../../etc", "#panic()\nX: y", "{% raw %}\u202e<script>"),
    ],
)
def test_hostile_words_are_inert_in_every_file(tmp_path: Path, name: str, title: str, said: str):
    book = Book(tmp_path)
    book.open(name)
    opening = book.log.entries("case-1")[0]
    book.add(EntryKind.CORRECTION, {"entry": opening.id, "set": {"title": title}})
    book.add(EntryKind.ENCOUNTER, {"at": "2026-03-01", "channel": "phone", "said": said})
    exported = export(book, "pack")
    assert exported.path.resolve().is_relative_to((tmp_path / "documents").resolve())
    folder = unzipped(exported, tmp_path / "out")
    bag = bagit.Bag(str(folder))
    bag.validate()
    assert set(bag.info) <= {
        "Bag-Software-Agent",
        "Bagging-Date",
        "External-Description",
        "External-Identifier",
        "Payload-Oxum",
    }
    for file in folder.rglob("*"):
        if file.suffix in (".txt", ".csv", ".json"):
            text = file.read_text(encoding="utf-8")
            assert not set(text) & {"\x1b", "\u202e", "\x9b"}
    page = (folder / "data/READ-ME-FIRST.txt").read_text(encoding="utf-8")
    assert one_line(title) in page


def test_two_cases_with_names_alike_get_folders_of_their_own(book: Book):
    book.open("Card points!", case="case-2")
    first, second = (
        export(book, "pack", name="card-points"),
        export(book, "pack", name="Card points!"),
    )
    assert first.path != second.path
    assert first.path.exists()
    assert second.path.exists()


def test_a_folder_as_target_gets_the_default_name(book: Book, tmp_path: Path):
    target = tmp_path / "desktop"
    target.mkdir()
    assert export(book, "pack", target).path == target / "card-points-pack-2026-11-22.zip"
    assert export(book, "json", target).path == target / "card-points-log.json"
    assert export(book, "csv", target).path == target / "card-points-log.csv"
    assert export(book, "yaml", target).path == target / "card-points/case.yaml"
    assert export(book, "yaml", tmp_path / "new").path == tmp_path / "new/card-points/case.yaml"
    assert export(book, "csv", tmp_path / "my.csv").path == tmp_path / "my.csv"


@pytest.mark.parametrize("kind", ["pack", "yaml"])
@pytest.mark.parametrize("fault", ["missing", "shorter", "changed"])
def test_an_exhibit_that_is_not_whole_stops_the_export_and_leaves_nothing(
    book: Book, tmp_path: Path, kind: str, fault: str
):
    kept = exhibits.path_of(book.home, exhibits.keep_bytes(book.home, RECEIPT, name="x").sha256)
    kept.chmod(0o600)
    if fault == "missing":
        kept.unlink()
    else:
        kept.write_bytes(RECEIPT[:-1] + (b"" if fault == "shorter" else b"!"))
    target = tmp_path / "out" / f"x.{'zip' if kind == 'pack' else 'yaml'}"
    with pytest.raises(FileUnusable, match=r"receipt\.pdf") as refused:
        export(book, kind, target)
    assert "complaintkit verify" in refused.value.fix
    assert not target.exists()
    assert not list(target.parent.glob(".*"))


def test_a_record_that_was_changed_gives_no_pack_and_can_still_be_written_out(book: Book):
    with open_for_writing(book.home) as connection:
        connection.execute("DROP TRIGGER entry_values_stay")
        connection.execute(
            "UPDATE entry_values SET value = 'refused' WHERE value = 'refund agreed'"
        )
    connection.close()
    with pytest.raises(StoreProblem, match=r"card-points #2, field said"):
        export(book, "pack")
    exported = export(book, "json")
    assert "card-points #2, field said" in exported.warnings[0]


def test_the_json_export_can_be_checked_on_its_own(book: Book):
    from complaintkit.intake.pack_log import read_log
    from complaintkit.rules.verify import check_chain

    log = read_log(export(book, "json").path.read_bytes())
    assert check_chain(log.entries, name="x") == []
    assert log.head == book.log.cases()[0].head
    assert json.loads(export(book, "json").path.read_text())["case"] == "card-points"


def test_the_case_file_is_the_owners_full_copy_with_its_files_beside_it(book: Book):
    exported = export(book, "yaml")
    folder = book.folder / "documents/card-points/card-points"
    assert exported.path == folder / "case.yaml"
    assert exported.files == (
        "case.yaml",
        "receipt.pdf",
        "lawyer.txt",
        "file-CON.png",
        "letter-1.txt",
    )
    assert exported.left_out == ("1 private note",)
    assert {path.name for path in folder.iterdir()} == set(exported.files)
    assert (folder / "receipt.pdf").read_bytes() == RECEIPT
    read = read_case_file(exported.path.read_bytes(), name="case.yaml")
    assert read.case["resolution"]["floor"] == "thirty would do"
    assert NOTE not in exported.path.read_text(encoding="utf-8")


def test_a_second_export_of_the_case_file_changes_nothing(book: Book):
    folder = export(book, "yaml").path.parent
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    export(book, "yaml")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_another_file_of_that_name_is_never_overwritten(book: Book, tmp_path: Path):
    (tmp_path / "letter-1.txt").write_text("mine")
    with pytest.raises(CannotWrite, match=r"letter-1\.txt is there already"):
        export(book, "yaml", tmp_path / "case.yaml")
    assert (tmp_path / "letter-1.txt").read_text() == "mine"
    assert not (tmp_path / "case.yaml").exists()
    assert not (tmp_path / "receipt.pdf").exists()


def test_a_link_of_that_name_is_not_written_through(book: Book, tmp_path: Path):
    (tmp_path / "receipt.pdf").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotWrite, match=r"receipt\.pdf"):
        export(book, "yaml", tmp_path / "case.yaml")
    assert not (tmp_path / "elsewhere").exists()


def test_exports_can_be_read_by_their_owner_alone(book: Book):
    previous = os.umask(0)
    try:
        for kind in ("pack", "yaml", "json", "csv"):
            assert export(book, kind).path.stat().st_mode & 0o077 == 0
    finally:
        os.umask(previous)


def test_an_unknown_case_or_format_is_told(book: Book):
    with pytest.raises(CaseNotFound):
        export(book, "pack", name="nothing")
    with pytest.raises(WrongUsage, match="docx"):
        export(book, "docx")


def test_a_target_that_cannot_be_written_is_told(book: Book, tmp_path: Path):
    (tmp_path / "file").write_text("x")
    for kind in ("pack", "json", "csv"):
        with pytest.raises(CannotWrite):
            export(book, kind, tmp_path / "file" / "below")


def test_the_page_to_read_is_one_file_without_anything_private(book: Book):
    exported = export(book, "html")
    assert exported.path.name == "card-points-record.html"
    made = exported.path.read_text("utf-8")
    assert not any(secret in made for secret in SECRETS)
    assert "exhibits/" not in made
    assert exported.left_out == (
        "1 private note",
        "1 exhibit of a private note",
        "your floor",
    )


def test_only_the_persons_own_pack_holds_what_is_private(book: Book):
    for audience in Audience:
        exported = export_case(
            book.log, None, kind="json", target=None, now=NOW, tool=TOOL, audience=audience
        )
        assert (NOTE in exported.path.read_text("utf-8")) == (audience is Audience.ME)


def test_a_page_is_made_though_a_file_is_damaged_and_says_so(book: Book):
    files = [one for one in book.home.exhibits.rglob("*") if one.is_file()]
    next(one for one in files if one.read_bytes() == PHOTO).unlink()
    exported = export(book, "html")
    assert len(exported.warnings) == 2
    assert "missing or damaged" in exported.path.read_text("utf-8")


def test_the_bundle_is_one_pdf_without_anything_private(book: Book):
    exported = export(book, "pdf")
    assert exported.path.name == "card-points-record.pdf"
    text = "".join(page.extract_text() for page in pypdf.PdfReader(exported.path).pages)
    assert not any(secret in text for secret in SECRETS)
    assert "What happened, in order" in text
