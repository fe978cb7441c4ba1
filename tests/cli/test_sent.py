"""Is a letter frozen as it went out, with its proof, and is a stale one dated anew first?"""

import hashlib
import json
from pathlib import Path

import pytest
from asking import Answer, done, open_case, typed

from complaintkit.cli import settings
from complaintkit.errors import ComplaintkitError
from complaintkit.tasks.kept_letters import copy_out, show_letter


@pytest.fixture(autouse=True)
def draft(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-05-01")
    open_case()
    done("profile", "--name", "Odessa Freeman", "--address", "310 Larkspur Lane")
    done("company", "--want", "a refund of $84.20", "--country", "GB")
    done("letter", "first")


def at(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", f"{day}T10:00:00+01:00")


def letter() -> dict[str, object]:
    (kept,) = json.loads(done("show", "--json"))["case"]["letters"]
    return kept


def went(*words: str, piped: str | None = None) -> Answer:
    answer = typed("sent", "1", "--via", "email", "--on", "today", *words, piped=piped)
    assert answer.code == 0, answer
    return answer


def test_proofs_and_a_tracking_number_are_kept_with_it(tmp_path: Path):
    for name in ("receipt.txt", "photo.txt"):
        (tmp_path / name).write_text(name)
    went("--proof", str(tmp_path / "receipt.txt"), "--proof", str(tmp_path / "photo.txt"),
         "--tracking", "RR 0123 GB")  # fmt: skip
    assert letter()["tracking"] == "RR 0123 GB"
    assert letter()["proof"] == 1
    assert "Tracking number RR 0123 GB." in " ".join(done("timeline").split())
    assert "tracking number RR 0123 GB" in " ".join(done("show").split())


def test_a_tracking_number_travels_in_the_case_file(tmp_path: Path):
    went("--tracking", "0123")
    case_file = Path(done("export", "--format", "yaml", "-o", str(tmp_path)).splitlines()[0])
    case_file.write_text(case_file.read_text().replace("name: acme", "name: again"))
    done("import", str(case_file))
    (kept,) = json.loads(done("show", "again", "--json"))["case"]["letters"]
    assert kept["tracking"] == "0123"


def test_what_was_really_sent_is_frozen_and_shown_again_byte_for_byte(tmp_path: Path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7 as it went \xff")
    went("--as", str(path))
    kept = show_letter(settings.Settings().log, None, 1)
    assert (kept.content, kept.name, kept.text) == (path.read_bytes(), "letter.pdf", None)
    assert letter()["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    out = copy_out(kept, tmp_path / "again.pdf")
    assert out.read_bytes() == path.read_bytes()


def test_a_draft_and_a_sent_text_are_shown_by_their_number():
    log = settings.Settings().log
    before = show_letter(log, "acme", 1)
    assert before.sent is None
    went()
    after = show_letter(log, "acme", 1)
    assert after.text == before.text
    assert after.sent is not None
    assert "a refund of $84.20" in str(after.text)


def test_a_letter_that_is_not_there_or_was_damaged_is_told(empty_home: Path):
    log = settings.Settings().log
    with pytest.raises(ComplaintkitError, match="has no letter 3"):
        show_letter(log, None, 3)
    went()
    kept = show_letter(log, None, 1).lies_at
    kept.chmod(0o600)
    kept.write_bytes(b"other")
    with pytest.raises(ComplaintkitError, match="cannot be shown"):
        show_letter(log, None, 1)


def test_a_pasted_letter_is_what_was_sent_and_its_date_is_the_clock():
    text = done("letter", "first", "-o", "-").replace("15 May 2026", "20 May 2026")
    answer = went("--as", "-", piped=text)
    assert "now asks for an answer by 20 May 2026" in answer.said
    assert letter()["answer_by"] == "2026-05-20"
    assert show_letter(settings.Settings().log, None, 1).text == text


def test_a_file_is_read_for_its_date_and_its_names(tmp_path: Path):
    path = tmp_path / "went.txt"
    path.write_text("Dear Sir,\n\nPlease pay [amount].\n\nO.")
    answer = went("--as", str(path))
    for words in ("no longer asks", "“[amount]”", "name of the company", "Your name"):
        assert words in answer.said
    assert letter()["answer_by"] is None


def test_a_date_that_is_named_wins(tmp_path: Path):
    path = tmp_path / "went.txt"
    path.write_text("Acme Telephone. Please answer soon. Odessa Freeman")
    went("--as", str(path), "--answer-by", "2026-05-30")
    assert letter()["answer_by"] == "2026-05-30"


def test_of_a_pdf_the_date_of_the_draft_is_kept(tmp_path: Path):
    (tmp_path / "went.pdf").write_bytes(b"%PDF-1.7")
    went("--as", str(tmp_path / "went.pdf"))
    assert letter()["answer_by"] == "2026-05-15"


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_an_empty_paste_records_nothing(text: str):
    answer = typed("sent", "1", "--via", "post", "--on", "today", "--as", "-", piped=text)
    assert (answer.code, "Nothing was pasted." in answer.said) == (1, True)


def test_a_pasted_letter_that_cannot_be_saved_is_given_back(empty_home: Path):
    (empty_home / "exhibits").mkdir(exist_ok=True)
    answer = typed(
        "sent", "1", "--via", "post", "--on", "today", "--proof", "/no/such/file", "--as", "-",
        piped="Acme Telephone\nOdessa Freeman\nby 15 May 2026\n",
    )  # fmt: skip
    assert answer.code == 1
    (kept,) = (empty_home / "recovery").iterdir()
    assert "by 15 May 2026" in kept.read_text()


@pytest.mark.parametrize("words", [(), ("--no-redate",)], ids=["not asked", "--no-redate"])
def test_a_stale_letter_is_recorded_as_it_went_with_a_note(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
):
    at(monkeypatch, "2026-05-04")
    assert "went out 3 days later, so 11 days are left to answer." in went(*words).said
    assert letter()["answer_by"] == "2026-05-15"


def test_redate_dates_it_anew_and_records_nothing(monkeypatch: pytest.MonkeyPatch):
    at(monkeypatch, "2026-05-20")
    answer = went("--redate")
    assert "now dated 20 May 2026 and asks for an answer by 3 June 2026" in answer.said
    assert "Nothing is recorded as sent yet." in answer.said
    text = Path(answer.out.strip()).read_text()
    assert ("20 May 2026" in text, "3 June 2026" in text, "1 May 2026" in text) == (
        True, True, False,
    )  # fmt: skip
    assert json.loads(done("show", "--json"))["case"]["letters"] == []
    went("--redate")
    assert letter()["answer_by"] == "2026-06-03"
    assert show_letter(settings.Settings().log, None, 1).text == text


def test_what_was_sent_elsewhere_is_never_dated_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    at(monkeypatch, "2026-05-20")
    (tmp_path / "went.txt").write_text("Acme Telephone, by 15 May 2026, Odessa Freeman")
    assert "lies before the day of sending" in went("--as", str(tmp_path / "went.txt")).said


def test_too_few_days_by_post_are_told():
    answer = typed("sent", "1", "--via", "post", "--on", "today", "--answer-by", "2026-05-10")
    assert "By post, 9 days to answer are few" in answer.said


def test_a_blank_is_told_before_it_is_recorded(monkeypatch: pytest.MonkeyPatch):
    done("company", "--want", "a refund of [amount]")
    done("letter", "first")
    answer = went()
    assert "looks like a blank to be filled in: “[amount]”" in answer.said
