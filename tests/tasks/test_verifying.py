import shutil
from pathlib import Path

import pytest
from pack_cases import NOW, RECEIPT, TOOL, Book, a_case

from complaintkit.errors import CaseNotFound, FileUnusable
from complaintkit.store import exhibits
from complaintkit.store.database import open_for_writing
from complaintkit.tasks.exporting import export_case
from complaintkit.tasks.verifying import rebuild, verify


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return a_case(tmp_path)


@pytest.fixture
def pack(book: Book) -> Path:
    return export_case(book.log, None, kind="pack", target=None, now=NOW, tool=TOOL).path


def test_a_whole_log_case_and_pack_have_no_findings(book: Book, pack: Path):
    for target in (None, "card-points", str(pack)):
        found = verify(book.log, target)
        assert (found.findings, found.entries) == ((), 12)
    assert verify(book.log, str(pack)).head == verify(book.log, "card-points").head


def test_what_was_checked_is_told(book: Book, pack: Path):
    assert verify(book.log, None).what == "the whole log"
    assert verify(book.log, "card-points").what == "the case “card-points”"
    assert verify(book.log, str(pack)).what == f"the pack {pack}"


def test_a_pack_can_be_checked_where_there_is_no_log(pack: Path, tmp_path: Path):
    elsewhere = Book(tmp_path / "another machine")
    assert verify(elsewhere.log, str(pack)).findings == ()
    assert not elsewhere.home.folder.exists()


def test_a_changed_value_and_a_lost_file_are_named_in_their_case_alone(book: Book):
    book.open("other", case="case-2")
    with open_for_writing(book.home) as connection:
        connection.execute("DROP TRIGGER entry_values_stay")
        connection.execute("UPDATE entry_values SET value = 'x' WHERE value = 'RET-7719'")
    connection.close()
    exhibits.path_of(book.home, exhibits.keep_bytes(book.home, RECEIPT, name="x").sha256).unlink()
    found = [(one.place, one.what) for one in verify(book.log, "card-points").findings]
    assert found == [
        ("card-points #2, field reference", "the value is not the recorded one"),
        ("card-points #4, file receipt.pdf", "the file is missing"),
    ]
    assert verify(book.log, "other").findings == ()
    assert len(verify(book.log, None).findings) >= 2


def test_a_case_goes_before_a_folder_of_its_name_that_is_no_pack(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "card-points").mkdir()
    monkeypatch.chdir(tmp_path)
    assert verify(book.log, "card-points").what == "the case “card-points”"


def test_an_unzipped_pack_is_checked_by_its_folder(book: Book, pack: Path, tmp_path: Path):
    shutil.unpack_archive(pack, tmp_path / "out")
    assert verify(book.log, str(tmp_path / "out")).findings == ()
    (tmp_path / "out" / pack.stem / "data" / "exhibits" / "01-receipt.pdf").write_bytes(b"x")
    places = [one.place for one in verify(book.log, str(tmp_path / "out")).findings]
    assert places == ["data/exhibits/01-receipt.pdf", "card-points #4, file receipt.pdf"]


def test_what_is_neither_case_nor_pack_is_told(book: Book, tmp_path: Path):
    with pytest.raises(CaseNotFound):
        verify(book.log, "nothing")
    with pytest.raises(FileUnusable):
        verify(book.log, str(tmp_path / "none.zip"))
    (tmp_path / "file").write_text("no pack")
    with pytest.raises(FileUnusable):
        verify(book.log, str(tmp_path / "file"))


def test_rebuilding_changes_no_entry(book: Book):
    before = book.log.entries("case-1")
    rebuild(book.log)
    assert book.log.entries("case-1") == before
    assert verify(book.log, None).findings == ()
