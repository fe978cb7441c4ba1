"""Is a letter shown by its number, and written out exactly?"""

from pathlib import Path

import pytest
from asking import done, open_case

from complaintkit.cli.numbered import show_numbered
from complaintkit.cli.settings import Settings, choose
from complaintkit.errors import WrongUsage


@pytest.fixture(autouse=True)
def draft(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-05-03T10:00:00-04:00")
    open_case()
    done("profile", "--name", "Odessa Freeman", "--address", "310 Larkspur Lane")
    done("company", "--want", "a refund of $84.20", "--country", "US")
    done("letter", "first")
    choose(Settings())


def sent(*words: str) -> None:
    done("sent", "1", "--via", "post", "--on", "today", "--answer-by", "2026-05-20", *words)
    choose(Settings())


def test_a_draft_is_shown_in_text_and_said_to_be_one(capsys: pytest.CaptureFixture[str]):
    show_numbered(1)
    told = capsys.readouterr()
    assert "a refund of $84.20" in told.out
    assert told.err == "Letter 1 (first) is a draft of 3 May 2026.\n"


def test_a_draft_is_written_in_another_format(capsys: pytest.CaptureFixture[str], empty_home: Path):
    show_numbered(1, form="html")
    path = Path(capsys.readouterr().out.strip())
    assert path == empty_home / "documents" / "acme" / "letter-1-first.html"
    assert "a refund of $84.20" in path.read_text()
    with pytest.raises(WrongUsage):
        show_numbered(1, form="doc")


def test_a_sent_letter_is_shown_with_its_way(capsys: pytest.CaptureFixture[str]):
    sent("--tracking", "RR 1")
    show_numbered(1)
    told = capsys.readouterr()
    assert "a refund of $84.20" in told.out
    assert "went out on 3 May 2026, post, tracking number RR 1." in " ".join(told.err.split())


def test_a_sent_pdf_is_pointed_to_and_written_out_exactly(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    content = b"%PDF-1.7 \xff"
    (tmp_path / "went.pdf").write_bytes(content)
    sent("--as", str(tmp_path / "went.pdf"))
    show_numbered(1)
    told = capsys.readouterr()
    assert Path(told.out.strip()).read_bytes() == content
    assert "-o went.pdf" in " ".join(told.err.split())
    (tmp_path / "out").mkdir()
    show_numbered(1, output=tmp_path / "out")
    assert Path(capsys.readouterr().out.strip()) == tmp_path / "out" / "went.pdf"
    assert (tmp_path / "out" / "went.pdf").read_bytes() == content
