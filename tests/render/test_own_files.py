"""Only readable text of a sensible size, inside the person's folder, is taken for a template."""

import os
import threading
from pathlib import Path

import pytest
from own_folder import around, put, written

from complaintkit.errors import FileUnusable
from complaintkit.render.own_files import MOST_BYTES, is_name
from complaintkit.render.text import letter_text

LETTER = "letters/en/first.md"


@pytest.fixture(name="folder")
def an_own_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    (folder / "letters" / "en").mkdir(parents=True)
    return folder


def refused(folder: Path, name: str = LETTER) -> str:
    """Return what is wrong with the file, in a thread's time: a pipe could wait for ever."""
    told: list[FileUnusable] = []

    def write() -> None:
        with pytest.raises(FileUnusable) as stopped:
            written(folder)
        told.append(stopped.value)

    waiting = threading.Thread(target=write, daemon=True)
    waiting.start()
    waiting.join(timeout=20)
    assert told, "the letter was written, or waits for ever"
    path = folder / name
    assert told[0].fix == f"Correct it, or take it away to use the shipped one: {path}"
    return told[0].problem.removeprefix(str(path))


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path):
    put(tmp_path, around("a secret"), "secret.md")
    (folder / LETTER).symlink_to(tmp_path / "secret.md")
    assert refused(folder) == " is a link to a place outside your folder of templates."


def test_a_folder_that_is_a_link_out_is_not_followed(folder, tmp_path):
    put(tmp_path, around("a secret"), "elsewhere/first.md")
    (folder / "letters" / "en").rmdir()
    (folder / "letters" / "en").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert refused(folder) == " is a link to a place outside your folder of templates."


def test_a_link_to_a_device_is_not_followed(folder):
    (folder / LETTER).symlink_to("/dev/zero")
    assert refused(folder) == " is a link to a place outside your folder of templates."


def test_a_link_to_itself_or_to_nothing_is_told(folder):
    (folder / LETTER).symlink_to(folder / LETTER)
    assert refused(folder) == " cannot be opened."
    (folder / LETTER).unlink()
    (folder / LETTER).symlink_to(folder / "gone.md")
    assert refused(folder) == " cannot be opened."


def test_a_link_within_the_folder_is_followed(folder):
    put(folder, around("Well said."), "letters/en/mine.md")
    (folder / LETTER).symlink_to(folder / "letters" / "en" / "mine.md")
    assert "Well said." in letter_text(written(folder))


def test_a_whole_folder_may_lie_elsewhere(folder, tmp_path):
    put(folder, around("Well said."))
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    assert "Well said." in letter_text(written(tmp_path / "link"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / LETTER)
    assert refused(folder) == " is no ordinary file."


def test_a_folder_in_the_place_of_a_file_is_told(folder):
    (folder / LETTER).mkdir()
    assert refused(folder) == " is no ordinary file."


def test_a_huge_file_is_refused_before_it_is_read(folder):
    with (folder / LETTER).open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert refused(folder) == " is larger than 256 KB."


def test_the_largest_file_is_read_whole(folder):
    text = around("Well said.")
    put(folder, text + "{#" + " " * (MOST_BYTES - len(text) - 4) + "#}")
    assert "Well said." in letter_text(written(folder))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7\0\0\0", " is no text."),
        (b"# Complaint\n\nHello\n\ncaf\xe9\n\nBye\n", ", line 5, is not text in UTF-8."),
        (b"---\nkind: first\n# Complaint\n", ", line 1, has a head that does not end with a line "
         "“---”."),
    ],
)  # fmt: skip
def test_what_is_no_text_is_told_with_its_line(content, sentence, folder):
    (folder / LETTER).write_bytes(content)
    assert refused(folder) == sentence


def test_a_file_from_windows_is_read(folder):
    text = "---\nkind: first\n---\n" + around("Well said.")
    (folder / LETTER).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert "Well said." in letter_text(written(folder))


def test_a_part_is_read_with_the_same_care(folder, tmp_path):
    put(tmp_path, "a secret", "secret.md")
    (folder / "parts" / "en").mkdir(parents=True)
    (folder / "parts/en/problem.md").symlink_to(tmp_path / "secret.md")
    assert refused(folder, "parts/en/problem.md").startswith(" is a link to a place outside")


@pytest.mark.parametrize("name", ["../first", "", "a/b", "First", "ümlaut", "-a", "a--b", "a" * 41])
def test_a_kind_cannot_be_a_path(name):
    assert not is_name(name)


def test_a_kind_has_small_letters_digits_and_hyphens():
    assert is_name("my-gym-cancel-2")
