import os
import sys
from pathlib import Path

import pytest
from sample_log import Book, a_full_book, a_home, files

from complaintkit.errors import CannotWrite, StoreProblem
from complaintkit.store import exhibits
from complaintkit.store.home import (
    data_folder,
    keep_typed,
    private_folder,
    write_whole,
    writing_whole,
)

posix = pytest.mark.skipif(os.name != "posix", reason="file modes of POSIX systems")


@posix
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o777])
def test_nobody_else_can_read_what_is_written_whatever_the_umask(tmp_path: Path, mask: int):
    (tmp_path / "place").mkdir()
    before = os.umask(mask if mask != 0o777 else 0o077)
    try:
        book = a_full_book(a_home(tmp_path / "place" / "deep" / "home"))
        keep_typed(book.home, "typed", stamp="1")
    finally:
        os.umask(before)
    for name, (kind, mode, _) in files(tmp_path / "place" / "deep").items():
        if name == "receipt.pdf":
            continue  # the person's own file, which the test attached
        assert mode & 0o077 == 0, f"{name} {mode:o}"
        assert kind != "folder" or mode == 0o700, f"{name} {mode:o}"
    assert book.home.database.stat().st_mode & 0o777 == 0o600


@posix
def test_a_change_under_way_is_private_too(tmp_path: Path):
    """The journal has the mode of the log, from its first byte."""
    from complaintkit.store import database

    before = os.umask(0)
    try:
        book = Book(a_home(tmp_path / "home"))
        book.open()
        connection = database.open_for_writing(book.home)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO settings (key, value, seal) VALUES ('k', 'v', 's')")
        journal = book.home.database.with_name("log.db-journal")
        assert journal.stat().st_mode & 0o777 == 0o600
        connection.close()
    finally:
        os.umask(before)


@posix
def test_a_folder_of_the_person_keeps_its_mode(tmp_path: Path):
    mine = tmp_path / "mine"
    mine.mkdir()
    mine.chmod(0o750)
    private_folder(mine / "home")
    assert mine.stat().st_mode & 0o777 == 0o750
    assert (mine / "home").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_made_is_told_plainly(tmp_path: Path):
    (tmp_path / "file").write_text("I am no folder")
    with pytest.raises(StoreProblem) as told:
        private_folder(tmp_path / "file" / "home")
    assert str(tmp_path) in told.value.problem
    assert "--home" in told.value.fix


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path):
    target = tmp_path / "letter.txt"
    target.write_text("the letter before")

    def fail() -> None:
        with writing_whole(target) as beside:
            beside.write_text("half a let")
            raise OSError(28, "No space left on device")

    with pytest.raises(CannotWrite):
        fail()
    assert target.read_text() == "the letter before"
    assert list(tmp_path.iterdir()) == [target]
    write_whole(target, b"the new letter")
    assert target.read_text() == "the new letter"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_is_never_written_over(tmp_path: Path):
    (tmp_path / "taken").mkdir()
    with pytest.raises(CannotWrite) as told:
        write_whole(tmp_path / "taken", b"x")
    assert "-o" in told.value.fix
    assert list(tmp_path.iterdir()) == [tmp_path / "taken"]


def test_typed_text_is_kept_even_where_the_home_cannot_be_used(tmp_path: Path, monkeypatch):
    import tempfile

    (tmp_path / "blocked").write_text("no folder")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    kept = keep_typed(a_home(tmp_path / "blocked" / "home"), "what Jane said", stamp="2")
    assert kept
    assert kept.read_text() == "what Jane said"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="platformdirs is used elsewhere")
@pytest.mark.parametrize("base", ["", "/data/of/ann", "  "])
def test_the_data_folder_is_the_one_that_platformdirs_names(base: str, monkeypatch):
    import platformdirs

    monkeypatch.setenv("XDG_DATA_HOME", base)
    expected = platformdirs.user_data_dir("complaintkit", appauthor=False)
    assert str(data_folder()) == expected


def test_a_kept_file_has_its_place_by_its_hash(full: Book):
    (kept,) = [path for path in full.home.exhibits.rglob("*") if path.is_file()]
    assert kept == exhibits.path_of(full.home, exhibits.digest(kept))
    assert kept.parent.name == kept.name[:2]
