"""Is a letter checked as a person would have it, from a file, a pipe or a draft?"""

import json
from pathlib import Path

import pytest
from asking import done, open_case, typed
from docx import Document
from terminal import CTRL_C, dialogue, spawned

RUDE = "Your so-called specialist clearly has no idea what he is doing.\n"
CALM = "On 12 January 2026 Ms Ruiz agreed a credit of $20.00. Thank you for your help.\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(RUDE, encoding="utf-8")
    return path


def test_a_rude_letter_is_quoted_explained_and_reworded(letter: Path):
    answer = typed("check", str(letter))
    assert answer.code == 3
    assert "insult: “so-called specialist”" in answer.out
    assert "Instead: “specialist”" in answer.out
    assert "--fix" in answer.said


def test_a_calm_letter_has_nothing_to_change(tmp_path: Path):
    path = tmp_path / "letter.txt"
    path.write_text(CALM)
    answer = typed("check", str(path))
    assert answer.code == 0, answer
    assert "Nothing to change in the wording." in answer.out


def test_what_is_piped_in_is_checked_too():
    assert typed("check", "-", piped=RUDE).code == 3
    assert typed("check", piped=RUDE).code == 3
    assert typed("check", "-", piped=CALM).code == 0


def test_nothing_to_check_is_told_with_the_way_out():
    answer = typed("check", "-", piped=" \n")
    assert answer.code == 1
    assert "There is no text to check." in answer.said


@pytest.mark.parametrize("content", [b"\xff\xfe" + RUDE.encode("utf-16-le"), RUDE.encode("cp1252")])
def test_a_text_of_another_encoding_is_read(tmp_path: Path, content: bytes):
    path = tmp_path / "letter.txt"
    path.write_bytes(content.replace(b"\n", b" \x92\n") if content[0] != 255 else content)
    assert typed("check", str(path)).code == 3


def test_a_word_file_and_an_email_are_read(tmp_path: Path):
    document = Document()
    document.add_paragraph(RUDE)
    document.save(str(tmp_path / "letter.docx"))
    (tmp_path / "letter.eml").write_text(f"Subject: Complaint\nTo: a@example.org\n\n{RUDE}")
    for name in ("letter.docx", "letter.eml"):
        answer = typed("check", str(tmp_path / name))
        assert answer.code == 3, answer
        assert "so-called" in answer.out


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("missing.txt", None, "There is no file"),
        ("letter.pdf", b"%PDF-1.7", "cannot be read here"),
        ("letter.docx", b"no zip", "damaged"),
        ("letter.txt", b"a\0b", "is no text"),
        ("letter.eml", b"Content-Type: image/png\n\nx", "holds no plain text"),
        ("large.txt", b"x" * 4_000_001, "too large"),
    ],
)
def test_a_file_that_is_no_letter_is_told_with_the_way_out(tmp_path, name, content, told):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    answer = typed("check", str(tmp_path / name))
    assert answer.code == 1
    assert told in answer.said


def test_json_quotes_the_very_characters(letter: Path):
    answer = typed("check", str(letter), "--json")
    assert answer.code == 3
    told = json.loads(answer.out)
    assert told["schema"] == "complaintkit/check/1"
    for finding in told["findings"]:
        assert RUDE[finding["start"] : finding["end"]] == finding["quote"]
        assert finding["reason"]
        assert finding["suggestion"]


def test_a_batch_answers_each_line_in_its_order():
    lines = [
        json.dumps({"id": "a", "text": RUDE}),
        "no json",
        json.dumps({"id": 7, "text": CALM}),
        json.dumps({"id": "c", "text": ["no text"]}),
    ]
    answer = typed("check", "--batch", "-", piped="\n".join(lines))
    assert answer.code == 1
    told = [json.loads(line) for line in answer.out.splitlines()]
    assert [one.get("id") for one in told] == ["a", None, 7, None]
    assert [bool(one.get("findings")) for one in told] == [True, False, False, False]
    assert "Line 2" in told[1]["error"]


def test_all_rewordings_go_in_and_the_former_letter_stays_beside(letter: Path):
    answer = typed("check", str(letter), "--fix", "--all")
    assert answer.code == 0, answer
    assert typed("check", str(letter)).code == 0
    assert letter.with_name("letter.txt.before").read_text() == RUDE
    letter.write_text(RUDE)
    typed("check", str(letter), "--fix", "--all")
    assert letter.with_name("letter.txt.before1").read_text() == RUDE


def test_where_nobody_can_be_asked_a_diff_is_printed_and_nothing_changed(letter: Path):
    answer = typed("check", str(letter), "--fix")
    assert answer.code == 3
    assert answer.out.startswith("--- letter.txt")
    assert "-Your so-called specialist" in answer.out
    assert letter.read_text() == RUDE


def test_what_was_piped_in_is_printed_with_the_rewordings():
    answer = typed("check", "-", "--fix", "--all", piped=RUDE)
    assert answer.out.startswith("Your specialist")


def test_the_newest_draft_of_a_case_is_checked_and_changed():
    open_case()
    done("profile", "--name", "Odessa Freeman", "--address", "310 Larkspur Lane")
    done("company", "--want", "a refund of $84.20", "--problem", "You stole my $84.20 on 3 May.")
    done("letter", "first")
    answer = typed("check", "--case", "acme")
    assert answer.code == 3
    assert "stole" in answer.out
    assert typed("check", "1", "--case", "acme").code == 3
    assert typed("check", "--case", "acme", "--fix", "--all").code == 0
    assert "took" in done("letter", "1")


def test_a_case_without_a_letter_takes_the_text_that_is_piped_in():
    open_case()
    assert typed("check", "--case", "acme", piped=RUDE).code == 3


def test_another_language_is_not_judged():
    answer = typed("check", "-", piped="Ich möchte mein Geld zurück, das ist eine Frechheit.")
    assert answer.code == 0
    assert "This is not English" in answer.said


def test_each_rewording_is_asked_about_and_a_no_keeps_the_words(empty_home: Path, letter: Path):
    shown, code = dialogue(empty_home, ["check", str(letter), "--fix"], "n", "y", "n")
    assert code == 3
    assert "- Your so-called specialist" in shown
    assert "so-called" in letter.read_text()
    assert "no idea" not in letter.read_text()
    shown, code = dialogue(empty_home, ["check", str(letter), "--fix"], "y", "y")
    assert code == 0
    assert "+ Thank you for your help." in shown
    assert letter.read_text().startswith("Your specialist")


def test_stopping_in_the_middle_leaves_the_file_and_gives_the_text_back(
    empty_home: Path, letter: Path
):
    shown, code = dialogue(empty_home, ["check", str(letter), "--fix"], "y", CTRL_C)
    assert code == 130
    assert letter.read_text() == RUDE
    assert "Your specialist" in shown


def test_a_letter_is_pasted_at_a_terminal(empty_home: Path):
    child = spawned(empty_home, "check")
    child.expect_exact("Ctrl-D on a line of its own.")
    child.sendline(RUDE.strip())
    child.sendeof()
    child.expect_exact("Instead: “specialist”")
    child.close()


def test_a_letter_is_checked_as_it_is_written_and_changed():
    open_case()
    done("profile", "--name", "Odessa Freeman", "--address", "310 Larkspur Lane")
    done("company", "--want", "a refund of $84.20", "--problem", "You stole my $84.20 on 3 May.")
    answer = typed("letter", "first")
    assert "“stole”: You know what was done" in answer.said
    assert "Instead: “took”" in answer.said
    assert "`complaintkit check --case acme --fix`" in answer.said
    assert typed("check", "--case", "acme", "--fix", "--all").code == 0
    assert "stole" not in done("letter", "1")


def test_a_sentence_that_the_record_fills_is_added(tmp_path: Path):
    open_case()
    done("company", "--want", "a refund of $84.20")
    path = tmp_path / "letter.txt"
    path.write_text("You took $84.20 on 3 May 2026.\n\nYours sincerely,\nOdessa Freeman\n")
    assert typed("check", str(path), "--case", "acme", "--fix", "--all").code == 0
    text = path.read_text()
    assert "a refund of $84.20" in text
    assert text.index("refund") < text.index("Yours sincerely")


def test_a_card_number_is_found_and_never_repeated_on_the_screen(tmp_path: Path):
    path = tmp_path / "letter.txt"
    path.write_text("I paid with 4111 1111 1111 1111 on 3 May 2026. My PIN is 1234.\n")
    answer = typed("check", str(path))
    assert answer.code == 3
    assert "sensitive number: “•••• 1111”" in answer.out
    assert "4111" not in answer.out + answer.err
    assert "1234" not in answer.out + answer.err
    typed("check", str(path), "--fix", "--all")
    assert "•••• 1111" in path.read_text()
    assert "4111" not in path.read_text()


def test_a_claim_that_the_record_bears_out_gets_its_exhibit_offered(tmp_path: Path):
    root = Path(__file__).parents[2]
    done("import", str(root / "examples" / "phone-bill" / "case.yaml"))
    path = tmp_path / "letter.txt"
    path.write_text("On April 6, 2026 I wrote to you in the chat, reference CH-551-0932.\n")
    told = typed("check", str(path), "--case", "phone-bill")
    assert "is borne out by exhibit 3: you can name it." in told.out
    assert "exhibit" not in typed("check", str(path)).out


def test_how_it_may_read_is_told_only_of_what_reads_rude():
    rude = typed(
        "check", "-", piped="You should know better. Why did you do this again? Explain it."
    )
    assert "How it may read, a hint: ruder, because it " in rude.said
    assert "How it may read" not in typed("check", "-", piped=CALM).said
