"""What does a person hear whose line cannot be used? One plain sentence, and the way out."""

import os
from pathlib import Path

import pytest
from asking import done, open_case, typed


def refused(*words: str, code: int, says: str, fix: str = "", piped: bytes | None = None) -> None:
    """Assert that a line is refused in plain words and that nothing was written."""
    before = done("timeline", "acme", "--last", "0") if "acme" in done("cases") else ""
    answer = typed(*words, piped=piped)
    assert answer.code == code, answer
    assert answer.out == ""
    assert says in answer.said
    assert fix in answer.said
    for mark in ("Traceback", "Error", "nvalid", "!"):
        assert mark not in answer.err
    if before:
        assert done("timeline", "acme", "--last", "0") == before


def test_an_unknown_case_is_answered_with_the_near_name():
    open_case()
    refused(
        "log", "acne", "--said", "x",
        code=1, says="There is no case called “acne”.", fix="Did you mean “acme”?",
    )  # fmt: skip


def test_a_sentence_in_the_place_of_the_case_is_told_where_it_goes():
    open_case()
    refused(
        "log", "They promised a refund", code=1,
        says="There is no case called", fix="put --said before it",
    )  # fmt: skip


def test_without_any_case_the_way_to_begin_is_named():
    for words in (["log", "--said", "x"], ["next"], ["note", "x"], ["letter", "first"], ["export"]):
        refused(*words, code=1, says="There is no case yet.", fix="complaintkit open")


def test_several_open_cases_need_one_to_be_named():
    open_case()
    open_case("bank")
    for words in (["log", "--said", "x"], ["next"], ["note", "x"], ["letter", "first"]):
        refused(*words, code=2, says="There are several: acme, bank.", fix="--case")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["log", "--said", "  "], "The text of what was said is empty."),
        (["log", "--said", ""], "Nothing is told about this contact yet."),
        (["note", " "], "The note is empty."),
        (["event", " ", "--on", "today"], "The event is empty."),
        (["log", "--promised", " ", "--said", "x"], "The promise is empty."),
        (["retract", "2", "--reason", " "], "“acme” has no entry #2"),
        (["search", " "], "There is nothing to look for."),
    ],
)
def test_blank_text_is_refused(words: list[str], says: str):
    open_case()
    refused(*words, code=1 if "#2" in says else 2, says=says)


@pytest.mark.parametrize(
    ("day", "says", "fix"),
    [
        ("2026-02-30", "There is no 30 February 2026.", "28 days"),
        ("03/04", "“03/04” can be read two ways.", "2026-04-03"),
        ("2999-01-01", "lies in the future.", "--by"),
        ("whenever", "“whenever” is not a date I can read.", "2026-03-12"),
    ],
)
def test_a_day_that_cannot_be_placed_is_refused(day: str, says: str, fix: str):
    open_case()
    refused("event", "bill", "--on", day, code=2, says=says, fix=fix)
    refused("log", "--said", "x", "--at", day, code=2, says=says, fix=fix)


def test_the_country_of_the_profile_settles_a_day_of_two_readings(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-06-20T10:00:00+01:00")
    done("profile", "--country", "GB")
    open_case()
    assert "Fri 03 Apr 2026" in done("event", "bill", "--on", "03/04")


@pytest.mark.parametrize("words", [["attach"], ["log", "--said", "x", "--attach"]])
def test_only_ordinary_files_are_attached(words: list[str], tmp_path: Path):
    open_case()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "target").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    for name, says in (
        ("missing.pdf", "There is no file"),
        (".", "is a folder, not a file."),
        ("pipe", "is a pipe, not a file."),
        ("link", "is a link, not a file."),
        ("/dev/null", "is a device or socket, not a file."),
    ):
        refused(*words, str(tmp_path / name), code=1, says=says)


def test_a_file_with_a_hostile_name_is_kept_and_shown_harmlessly(tmp_path: Path):
    open_case()
    for name in ("new\nline.txt", "bidi\u202efdp.txt", "bell\x07.txt"):
        (tmp_path / name).write_text(name)
        shown = done("attach", str(tmp_path / name)) + done("timeline")
        assert shown.replace("\n", "").isprintable()
    (tmp_path / os.fsdecode(b"not-utf8-\xff.txt")).write_text("x")
    assert "not-utf8-" in done("attach", str(tmp_path / os.fsdecode(b"not-utf8-\xff.txt")))


@pytest.mark.parametrize(
    "words",
    [
        ["log", "--said", "a\udcff"],
        ["log", "--said", "x", "--with", "a\udcff"],
        ["log", "--said", "x", "--tag", "a\udcff"],
        ["note", "a\udcff"],
        ["event", "a\udcff", "--on", "today"],
        ["search", "a\udcff"],
        ["open", "--company", "a\udcff", "--problem", "x"],
        ["open", "--company", "a", "--problem", "x", "--sector", "a\udcff"],
        ["open", "--company", "a", "--problem", "x", "--region", "a\udcff"],
        ["open", "--company", "a", "--problem", "x", "--country", "a\udcff"],
        ["company", "--head", "a\udcff"],
        ["profile", "--name", "a\udcff"],
        ["profile", "--country", "a\udcff"],
        ["reopen", "acme\udcff"],
        ["letter", "a\udcff"],
        ["verify", "a\udcff"],
        ["a\udcff"],
    ],
)
def test_bytes_that_are_no_text_are_refused(words: list[str]):
    open_case()
    answer = typed(*words)
    assert answer.code in (1, 2), answer
    assert answer.out == ""
    assert answer.said


@pytest.mark.parametrize(
    ("piped", "says"),
    [
        (b"a\0b", "holds a NUL character at position 2"),
        (b"caf\xe9", "holds bytes that are no readable text"),
        (b"x" * 1_000_001, "has 1,000,001 characters; 1,000,000 is the most"),
        (b"  \n", "Nothing is told about this contact yet."),
    ],
)
def test_piped_text_that_cannot_be_kept_is_refused(piped: bytes, says: str):
    open_case()
    refused("log", "--said", "-", piped=piped, code=2, says=says)


def test_piped_text_that_is_refused_is_given_back_and_kept(empty_home: Path):
    open_case()
    answer = typed("log", "--said", "-", piped=b"they said \0 this " + b"y" * 5000)
    assert "they said" in answer.err
    assert len(answer.err) < 4000
    (kept,) = (empty_home / "recovery").iterdir()
    assert "y" * 5000 in kept.read_text()
    assert kept.stat().st_mode & 0o077 == 0


def test_the_longest_text_that_is_taken_is_kept_whole():
    open_case()
    assert typed("log", "--said", "-", piped=b"x" * 1_000_000).code == 0


@pytest.mark.parametrize(
    ("words", "says", "fix"),
    [
        (["loog"], "There is no command “loog”.", "Did you mean `complaintkit log`?"),
        (["log", "--siad", "x"], "There is no option “--siad”.", "--said"),
        (
            ["log", "--said", "x", "--minutes", "-1"],
            "--minutes takes a number, 0 or more",
            "--help",
        ),
        (["log", "--said", "x", "--minutes", "some"], "and “some” is none.", "--help"),
        (["correct", "seven"], "N takes a number, and “seven” is none.", "correct --help"),
        (["correct"], "N is missing.", "correct --help"),
        (["attach"], "FILE … is missing.", "attach --help"),
        (["log", "a", "b"], "There is more on the line than the command takes: b.", "log --help"),
        (
            ["letter", "ceo", "phone"],
            "There is more on the line than the command takes: phone.",
            "A case is named with `--case CASE`.",
        ),
        (["timeline", "--last"], "--last needs a value after it.", "--help"),
        (
            ["export", "--format", "doc"],
            "--format takes one of pack, folder, pdf, html, yaml, json, csv",
            "--help",
        ),
        (
            ["letter", "fisrt"],
            "There is no letter of the kind “fisrt”.",
            "first, manager, head-of-service, ceo",
        ),
        (["letter", "first", "--format", "doc"], "no letter format “doc”", "text, pdf"),
        (["letter", "first", "--answer-days", "999"], "takes a number, 1 to 365", "--help"),
        (["log", "--said", "x", "--channel", "pigeon"], "is not a way of contact", "phone, email"),
        (["log", "--said", "x", "--direction", "up"], "“up” is no direction.", "--direction out"),
        (
            ["log", "--said", "x", "--by", "friday"],
            "a date stands without its promise",
            "--promised",
        ),
        (["close", "--outcome", "resolvd"], "“resolvd” is no outcome", "Did you mean resolved?"),
        (["close", "--outcome", "not", "--after", "9"], "9 is off the scale.", "1 to 5"),
        (["event", "x", "--on", "today", "--kind", "bill"], "is no kind of event", "--kind"),
        (["event", "x", "--on", "today", "--amount", "12"], "does not say which currency", "USD"),
        (["profile", "--country", "Nigera"], "“Nigera” is no country", "Did you mean NG?"),
        (["profile", "--zone", "Mars"], "There is no time zone called “Mars”.", "Europe/London"),
        (["help", "dtes"], "There is no help on “dtes”.", "dates"),
    ],
)
def test_a_slip_on_the_line_is_wrong_usage(words: list[str], says: str, fix: str):
    open_case()
    refused(*words, code=2, says=says, fix=fix)


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (["open"], "--company"),
        (["open", "--company", "Acme"], "--problem"),
        (["log"], "--said"),
        (["event"], "complaintkit event"),
        (["event", "x"], "--on"),
        (["note"], "complaintkit note"),
        (["letter"], "complaintkit letter first"),
        (["close"], "--outcome"),
        (["retract", "1"], "--reason"),
        (["company"], "complaintkit company --help"),
    ],
)
def test_what_is_missing_and_cannot_be_asked_names_its_option(words: list[str], option: str):
    open_case()
    refused(*words, code=2, says="", fix=option)


@pytest.mark.parametrize("number", ["99", "0"])
def test_an_entry_that_is_not_there_is_named(number: str):
    open_case()
    for words in (["correct", number, "--said", "x"], ["retract", number], ["attach", __file__]):
        if words[0] == "attach":
            words += ["--to", number]
        refused(*words, code=1, says=f"has no entry #{number}; the last is #1.", fix="timeline")


def test_the_opening_is_changed_by_another_command():
    open_case()
    refused("retract", "1", "--reason", "x", code=2, says="#1 opened the case", fix="company")
    refused(
        "correct", "1", "--text", "x", "--reason", "y",
        code=2, says="#1 (open) cannot be corrected this way.", fix="complaintkit company",
    )  # fmt: skip


def test_nothing_is_written_into_a_closed_case():
    open_case()
    done("close", "--outcome", "resolved")
    for words in (["log", "--said", "x"], ["event", "x", "--on", "today"], ["attach", __file__]):
        refused(*words, code=2, says="The case “acme” is closed.", fix="reopen acme")
    refused("close", "--outcome", "not", code=2, says="The case “acme” is closed.")


def test_an_open_case_cannot_be_reopened_and_the_closed_one_is_found():
    open_case()
    refused("reopen", "--reason", "x", code=2, says="The case “acme” is open already.")
    done("close", "--outcome", "not")
    open_case("bank")
    assert "in acme" in done("reopen", "--reason", "it came up again")


def test_a_name_in_use_is_refused():
    open_case()
    refused(
        "open", "ACME", "--company", "Acme", "--problem", "x",
        code=2, says="There is a case called “ACME” already.", fix="another name",
    )  # fmt: skip


def test_a_letter_names_everything_it_lacks_and_the_commands():
    open_case()
    answer = typed("letter", "manager")
    assert answer.code == 1
    for command in ("profile --name", "profile --email", "company --want", "log --said"):
        assert command in answer.said


def test_a_letter_is_sent_once_and_only_where_it_is():
    open_case()
    refused("sent", "--via", "post", "--on", "today", code=1, says="No letter is waiting")
    refused("sent", "3", "--via", "post", "--on", "today", code=1, says="has no letter 3 to send.")
    done("profile", "--name", "Odessa Freeman", "--email", "o@example.org")
    done("company", "--want", "a refund")
    done("letter", "first")
    refused("sent", "1", "--on", "today", code=2, says="How did it go?", fix="--via post")
    done("sent", "1", "--via", "post", "--on", "today")
    refused("sent", "1", "--via", "post", "--on", "today", code=2, says="is recorded as sent")


@pytest.mark.parametrize(
    "stated",
    [
        "yesterday", "2026-01-01", "2026-01-01T10:00:00",
        "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-11:00",
    ],
)  # fmt: skip
def test_a_clock_that_cannot_be_read_is_wrong_usage(stated: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COMPLAINTKIT_NOW", stated)
    answer = typed("today")
    assert answer.code == 2
    assert "COMPLAINTKIT_NOW" in answer.said


def test_what_is_no_pack_is_told_so(tmp_path: Path):
    (tmp_path / "letter.zip").write_text("no zip")
    refused("verify", str(tmp_path / "letter.zip"), code=1, says="cannot be opened as a pack")
    refused("verify", str(tmp_path / "none.zip"), code=1, says="could not be read: no such file")


def test_a_case_file_tells_all_its_faults_with_their_lines(tmp_path: Path):
    file = tmp_path / "case.yaml"
    file.write_text(
        "complaintkit: 1\ncase:\n  name: a\n  company: {nam: Acme}\n  problem: x\n  colour: red\n"
        "encounters:\n- {at: never, channel: pigeon}\n- {at: 2026-02-30, channel: phone}\n"
    )
    answer = typed("import", str(file))
    assert answer.code == 1
    for fault in ("line 4", "nam", "line 6", "colour", "line 8", "line 9"):
        assert fault in answer.said
    assert done("cases") == ""


def test_missing_attachments_of_a_case_file_are_told_all_at_once(tmp_path: Path):
    file = tmp_path / "case.yaml"
    file.write_text(
        "complaintkit: 1\ncase: {name: a, company: {name: Acme}, problem: x}\n"
        "exhibits: [{file: one.pdf}, {file: two.pdf}]\n"
    )
    answer = typed("import", str(file))
    assert answer.code == 1
    assert "one.pdf" in answer.said
    assert "two.pdf" in answer.said
    assert done("cases") == ""
