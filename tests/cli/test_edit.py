"""Is a letter changed in an editor kept, and is nothing lost where it cannot be?"""

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from asking import Answer, done, open_case, typed
from running import environment

NOW = "2026-05-03T10:00:00-04:00"
WISH = "I ask for a refund of $84.20"


@pytest.fixture(autouse=True)
def draft(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path_factory.mktemp("tmp")))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)
    monkeypatch.delenv("VISUAL", raising=False)
    open_case()
    done("profile", "--name", "Odessa Freeman", "--address", "310 Larkspur Lane")
    done("company", "--want", "a refund of $84.20", "--country", "US")
    done("letter", "first")


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Make an editor out of a line of Python on `text`; it may also use `path`."""

    def make(change: str, *, code: int = 0) -> Path:
        script = tmp_path / "editor.py"
        script.write_text(
            "import os, pathlib, sys\n"
            "path = pathlib.Path(sys.argv[1])\n"
            "text = path.read_text(encoding='utf-8')\n"
            f"{change}\n"
            "if path.exists(): path.write_bytes(text.encode('utf-8', 'surrogateescape'))\n"
            f"sys.exit({code})\n"
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
        return tmp_path

    return make


def swap(old: str, new: str) -> str:
    return f"assert {old!r} in text; text = text.replace({old!r}, {new!r})"


def recovered(home: Path) -> str:
    (kept,) = (home / "recovery").iterdir()
    return kept.read_text(encoding="utf-8", errors="surrogateescape")


def no_folder_is_left() -> bool:
    return not list(Path(tempfile.gettempdir()).glob("complaintkit-*"))


def test_a_changed_draft_is_kept_and_its_file_written_anew(editor, empty_home: Path):
    editor(swap(WISH, "I would like a refund of $84.20"))
    answer = typed("edit")
    path = empty_home / "documents" / "acme" / "letter-1-first.txt"
    assert (answer.code, answer.out) == (0, f"{path}\n")
    assert "I would like a refund of $84.20" in path.read_text()
    assert "complaintkit sent 1" in answer.said
    done("sent", "1", "--via", "email", "--on", "today")
    assert no_folder_is_left()


def test_the_file_is_the_persons_own_while_it_is_edited(editor):
    folder = editor(
        "out = open(sys.argv[0] + '.modes', 'w')\n"
        "print(oct(path.stat().st_mode & 0o777), oct(path.parent.stat().st_mode & 0o777), file=out)"
    )
    assert "Nothing was changed." in typed("edit").said
    if os.name == "posix":
        assert (folder / "editor.py.modes").read_text() == "0o600 0o700\n"


def test_a_format_and_a_place_can_be_chosen(editor, tmp_path: Path):
    editor(swap(WISH, "I want a refund"))
    assert done("edit", "1", "--format", "html", "-o", str(tmp_path / "a.html")).strip() == str(
        tmp_path / "a.html"
    )
    assert "I want a refund" in (tmp_path / "a.html").read_text()
    editor(swap("I want a refund", "I want it back"))
    assert "I want it back" in done("edit", "-o", "-")


def test_every_format_that_lies_there_is_written_anew(editor):
    done("letter", "first", "--format", "md")
    editor(swap(WISH, "I want a refund"))
    paths = [Path(line) for line in done("edit").splitlines()]
    assert [path.name for path in paths] == ["letter-1-first.txt", "letter-1-first.md"]
    assert all("I want a refund" in path.read_text() for path in paths)


def test_a_file_that_the_person_changed_stays_and_the_new_one_lies_beside_it(
    editor, empty_home: Path
):
    folder = empty_home / "documents" / "acme"
    (folder / "letter-1-first.txt").write_text("by hand")
    editor(swap(WISH, "I want a refund"))
    assert done("edit").strip() == str(folder / "letter-1-first-2.txt")
    assert (folder / "letter-1-first.txt").read_text() == "by hand"
    editor(swap("I want a refund", "I want it back"))
    assert done("edit").strip() == str(folder / "letter-1-first-2.txt")


def test_what_looks_wrong_is_told_after_editing(editor):
    editor(
        swap(WISH, "I ask for a refund of ____ on card 4111 1111 1111 1111")
        + "\n"
        + swap("by May 17, 2026", "soon")
    )
    said = typed("edit").said
    assert "a blank to be filled in: “____”" in said
    assert "whole card number" in said
    assert "no longer asks for an answer by 17 May 2026" in said


def test_text_that_is_no_letter_is_refused_and_kept(editor, empty_home: Path):
    editor(swap("# Complaint", "Complaint about everything"))
    before = done("letter", "first", "-o", "-")
    answer = typed("edit")
    assert answer.code == 1
    assert "lacks a line that begins with “# ”" in answer.said
    assert "Complaint about everything" in recovered(empty_home)
    assert done("letter", "first", "-o", "-") == before


def test_an_editor_that_ends_with_an_error_loses_nothing(editor, empty_home: Path):
    editor(swap(WISH, "I want a refund"), code=1)
    answer = typed("edit")
    assert answer.code == 1
    assert "ended with an error (code 1)" in answer.said
    assert "I want a refund" in recovered(empty_home)
    assert no_folder_is_left()


def test_an_editor_that_ends_with_an_error_and_changed_nothing_keeps_nothing(
    editor, empty_home: Path
):
    editor("pass", code=1)
    assert typed("edit").code == 1
    assert not (empty_home / "recovery").exists()


def test_bytes_that_are_no_text_are_kept_as_they_were(editor, empty_home: Path):
    editor("text = text.replace('refund', '\\udcff')")
    answer = typed("edit")
    assert "no readable text" in answer.said
    assert "a \udcff of" in recovered(empty_home)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a folder without rights")
def test_a_file_that_cannot_be_written_loses_nothing(editor, empty_home: Path):
    editor(swap(WISH, "I want a refund"))
    folder = empty_home / "documents" / "acme"
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        answer = typed("edit")
    finally:
        folder.chmod(stat.S_IRWXU)
    assert answer.code == 1
    assert "I want a refund" in recovered(empty_home)


def test_a_file_where_a_folder_stands_loses_nothing(editor, empty_home: Path, tmp_path: Path):
    editor(swap(WISH, "I want a refund"))
    (tmp_path / "file").write_text("")
    answer = typed("edit", "-o", str(tmp_path / "file" / "letter.txt"))
    assert answer.code == 1
    assert "I want a refund" in recovered(empty_home)


def test_a_draft_that_was_sent_meanwhile_is_not_brought_back(editor, empty_home: Path):
    marking = [sys.executable, "-m", "complaintkit", "sent", "1", "--via", "post", "--on", "today"]
    editor(
        f"import subprocess; subprocess.run({marking!r}, check=True)\n"
        + swap(WISH, "I want a refund")
    )
    answer = typed("edit")
    assert answer.code == 1
    assert "was written anew or sent while you edited it" in answer.said
    assert "I want a refund" in recovered(empty_home)


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_stopped_by_ctrl_c_in_the_editor_the_text_is_kept(editor, empty_home: Path):
    editor(swap(WISH, "I want a refund") + "; path.write_text(text); os.kill(os.getpid(), 2)")
    result = subprocess.run(
        [sys.executable, "-m", "complaintkit", "edit"],
        env=environment(empty_home, now=NOW) | {"EDITOR": os.environ["EDITOR"]},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert result.returncode == 130, result
    assert "Stopped. Nothing was saved." in result.stderr
    assert "I want a refund" in recovered(empty_home)
    assert no_folder_is_left()


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_ctrl_c_belongs_to_the_editor_while_it_runs(editor, empty_home: Path):
    editor(
        "import signal; signal.signal(signal.SIGINT, lambda *_: None)\n"
        f"os.killpg(0, {int(signal.SIGINT)})\n" + swap(WISH, "I want a refund")
    )
    result = subprocess.run(
        [sys.executable, "-m", "complaintkit", "edit"],
        env=environment(empty_home, now=NOW) | {"EDITOR": os.environ["EDITOR"]},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        check=False,
    )
    assert result.returncode == 0, result
    assert "I want a refund" in Path(result.stdout.strip()).read_text()


def said(answer: Answer, code: int, words: str) -> None:
    assert (answer.code, words in answer.said) == (code, True), answer


def test_without_a_terminal_the_editor_must_be_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("EDITOR", raising=False)
    said(typed("edit"), 2, "Set EDITOR")
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    said(typed("edit"), 2, "“/no/such/editor” could not be started: no such file")
    monkeypatch.setenv("VISUAL", "/no/visual --wait")
    said(typed("edit"), 2, "“/no/visual” could not be started")


def test_only_a_letter_that_has_not_gone_out_is_edited(editor):
    editor("pass")
    said(typed("edit", "7"), 1, "has no letter 7")
    done("letter", "ceo")
    said(typed("edit"), 2, "complaintkit edit 1")
    done("sent", "1", "--via", "email", "--on", "today")
    said(typed("edit", "1"), 2, "a sent letter never changes")
    said(typed("edit", "2", "--format", "doc"), 2, "no letter format “doc”")
    assert typed("edit").code == 0


def test_writing_from_the_record_again_leaves_a_changed_letter_alone(editor, empty_home: Path):
    editor(swap(WISH, "I want a refund"))
    mine = Path(done("edit").strip())
    answer = typed("letter", "first")
    assert Path(answer.out.strip()).name == "letter-2-first.txt"
    assert "Letter 1 holds your own changes and stays as it is" in answer.said
    assert "I want a refund" in mine.read_text()
    assert WISH in Path(done("letter", "first").strip()).read_text()
    editor("assert 'I want a refund' in text")
    assert typed("edit", "1").code == 0
    assert typed("edit", "3").code == 1
