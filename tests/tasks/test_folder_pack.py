import subprocess
import zipfile
from pathlib import Path

import bagit
import pytest
from pack_cases import NOW, RECEIPT, TOOL, Book, a_case

from complaintkit.errors import CannotWrite, FileUnusable
from complaintkit.intake.pack_check import check_pack
from complaintkit.store import exhibits
from complaintkit.tasks.exporting import export_case


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return a_case(tmp_path)


def made(book: Book, target: Path, kind: str = "folder") -> Path:
    return export_case(book.log, None, kind=kind, target=target, now=NOW, tool=TOOL).path


def test_a_folder_is_the_pack_unzipped(book: Book, tmp_path: Path):
    folder = made(book, tmp_path / "out")
    with zipfile.ZipFile(made(book, tmp_path / "p.zip", "pack")) as archive:
        zipped = {
            one.partition("/")[2]: archive.read(one)
            for one in archive.namelist()
            if not one.endswith("bag-info.txt")
        }
    files = (one for one in folder.rglob("*") if one.is_file() and one.name != "bag-info.txt")
    assert {one.relative_to(folder).as_posix(): one.read_bytes() for one in files} == zipped


def test_other_tools_accept_it(book: Book, tmp_path: Path):
    folder = made(book, tmp_path / "out")
    bagit.Bag(str(folder)).validate()
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "-c", "--strict", "--quiet", manifest], cwd=folder, check=True)
    assert check_pack(folder).findings == ()


def test_an_earlier_pack_there_is_replaced_and_any_other_folder_stays(book: Book, tmp_path: Path):
    folder = made(book, tmp_path / "out")
    (folder / "data" / "old.txt").write_text("old")
    assert made(book, tmp_path / "out") == folder
    assert not (folder / "data" / "old.txt").exists()
    other = tmp_path / "mine"
    other.mkdir()
    (other / "letter.txt").write_text("mine")
    assert made(book, other).parent == other
    assert (other / "letter.txt").read_text() == "mine"


def test_a_damaged_file_leaves_nothing_behind(book: Book, tmp_path: Path):
    kept = exhibits.path_of(book.home, exhibits.keep_bytes(book.home, RECEIPT, name="x").sha256)
    kept.chmod(0o600)
    kept.write_bytes(RECEIPT[:-1] + b"!")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(FileUnusable):
        made(book, tmp_path / "out")
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_of_that_name_stays(book: Book, tmp_path: Path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(CannotWrite):
        made(book, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"
