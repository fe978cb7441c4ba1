"""Is a person at a terminal led from question to question, and is nothing typed lost?"""

import json
import sys
from pathlib import Path

import pytest
from asking import done, open_case
from running import complaintkit
from terminal import CTRL_C, CTRL_D, PROMPT, dialogue, spawned, until_read

STOP = ""
WORDS = "They charged me twice on 3 May."


@pytest.fixture(name="home")
def the_home(empty_home: Path) -> Path:
    return empty_home


def test_somebody_who_has_not_called_yet_is_led_to_the_first_call(home: Path):
    shown, code = dialogue(
        home, [],
        "Acme Bank", WORDS, "n", "a refund of $84.20", "US", "bank", "Texas", "bank",
    )  # fmt: skip
    assert code == 0
    assert "“bank” is no region of US that complaintkit knows." in shown
    assert json.loads(done("show", "--json"))["case"]["region"] == "US-TX"
    assert json.loads(done("profile", "--json"))["profile"]["region"] == "US-TX"
    assert questions(shown.split("saved #1")[0]) == 2
    assert "what you want: a refund of $84.20" in shown
    assert "acme-bank: Acme Bank" in shown
    assert "Next: " in shown
    assert "type `complaintkit` again" in shown


@pytest.mark.parametrize("country", ["Scotland", "NG"])
def test_no_region_is_asked_for_where_it_is_said_or_decides_nothing(home: Path, country: str):
    shown, _ = dialogue(home, [], "Acme", WORDS, "n", "a refund", country, "bank")
    assert "In which state" not in shown
    assert "sector: bank" in shown


def test_somebody_who_has_called_writes_the_contacts_down_one_by_one(home: Path):
    shown, code = dialogue(
        home, [],
        "Acme Bank", WORDS, "y",
        "1", "about 12 March", "it would be refunded", "Jane, supervisor", "a refund",
        "in 2 weeks", "a refund", "", "", "y",
        "2", "2", "April 2026", "it is being looked into", "", "", "n",
    )  # fmt: skip
    assert code == 0
    assert "at: about Thu 12 Mar 2026" in shown
    assert "a refund, by Thu 26 Mar 2026" in shown
    assert "direction: in" in shown
    told = done("timeline")
    assert "about Thu 12 Mar 2026 → phone, Jane, supervisor" in told
    assert "Apr 2026 ← email" in told


def questions(shown: str) -> int:
    """Count the prompts that were answered."""
    return shown.count("\n> ") + shown.count(") > ")


def test_a_newcomer_has_a_call_in_the_log_after_eight_questions_in_under_a_minute(home: Path):
    """At thirty words a minute, five keys a word, 150 keys take a minute."""
    answers = [
        "Acme Bank",
        "Charged twice on 3 May.",
        "y",
        "",
        "yesterday",
        "They refused.",
        "",
        "",
    ]
    shown, code = dialogue(home, [], *answers, "a refund", "Atlantis", "Germany", "shop", "n")
    assert code == 0
    until_saved = shown.split("saved #2")[0]
    assert questions(until_saved) == len(answers) == 8
    assert sum(len(answer) + 1 for answer in answers) <= 150
    assert "phone" in done("timeline")
    assert "They refused." in done("timeline")
    assert "“Atlantis” is no country" in shown
    assert "country: DE" in shown


def test_a_past_call_that_reached_nobody_is_written_down_with_one_enter(home: Path):
    contact = ("1", "yesterday", "")
    shown, code = dialogue(home, [], "Acme", WORDS, "y", *contact, "a refund", "", "", "n")
    assert code == 0
    assert "reached: no" in shown


def test_an_urgent_problem_is_sorted_first(home: Path):
    shown, code = dialogue(home, [], "Acme", "I was tricked into a transfer.", "3")
    assert code == 0
    assert "Call your bank now" in shown
    assert "Have you been in touch" not in shown  # within the hour, nothing more is asked
    assert "Do this first." in shown


def test_a_call_that_reached_nobody_needs_no_words(home: Path):
    open_case()
    shown, code = dialogue(home, ["log"], "1", "1", "yesterday 3pm", "n", "", "")
    assert code == 0
    assert "reached: no" in shown


def test_a_faulty_answer_is_asked_again_with_the_reason(home: Path):
    open_case()
    shown, code = dialogue(
        home, ["event"], "", "bill received", "2026-02-30", "03/04", "tomorrow", "yesterday"
    )
    assert code == 0
    told = " ".join(shown.split())
    assert "An answer is needed here." in told
    assert "There is no 30 February 2026." in told
    assert "“03/04” can be read two ways." in told
    assert "lies in the future." in told
    assert "Fri 19 Jun 2026" in told


def test_a_number_off_the_list_is_asked_again(home: Path):
    open_case()
    shown, code = dialogue(home, [], "0", "99", "x", "²", STOP)
    assert code == 0
    assert shown.count("Please answer with a number from 1 to") == 4


def test_complaintkit_alone_ends_in_numbered_choices_and_each_works(home: Path):
    open_case()
    shown, code = dialogue(
        home, [],
        "2", "1", "1", "", "y", "they refused", "", "", "",  # write something down
        "6", "5",  # what happened so far; the pack
        "1", "n",  # the next step
        "7",  # the dates
        "8", "Bank", WORDS, "n", "", "", "",  # another case
        "3",  # two cases: the list asks which; the third choice stops
    )  # fmt: skip
    assert code == 0
    assert "saved #2" in shown
    assert "they refused" in shown
    assert "pack-2026-06-20.zip" in shown
    assert "Which case?" in shown
    assert "What runs out:" in shown
    assert "--" not in shown.split("What now?")[-1].split("Which case?")[0].split("\n")[-1]
    assert (home / "documents" / "acme" / "acme-pack-2026-06-20.zip").is_file()


def test_a_letter_asks_for_all_that_it_lacks(home: Path):
    open_case()
    done("log", "--said", "refused")
    shown, code = dialogue(
        home, [],
        "4", "1", "Odessa Freeman", "", "", "", "310 Larkspur Lane", "Macon, GA 31201", "", "", "",
        "a refund of 84.20 dollars",
        "5", "by hand", "",  # it went out
        STOP,
    )  # fmt: skip
    assert code == 0
    assert "The letter needs one of them." in shown
    assert (home / "documents" / "acme" / "letter-1-first.pdf").read_bytes().startswith(b"%PDF")
    assert "via: by hand" in shown
    letter = done("letter", "ceo", "-o", "-")
    for fact in ("Odessa Freeman", "310 Larkspur Lane", "Macon, GA 31201", "84.20 dollars"):
        assert fact in letter


def test_the_letter_command_asks_which_letter_and_what_lacks(home: Path):
    open_case()
    shown, code = dialogue(
        home, ["letter"], "1", "Odessa Freeman", "", "o@example.org", "", "a refund"
    )
    assert code == 0
    assert "letter-1-first.txt" in shown


def test_several_cases_are_a_numbered_list(home: Path):
    open_case()
    open_case("bank")
    shown, code = dialogue(home, ["note"], "2", "ask for the file")
    assert code == 0
    assert "1  acme" in shown
    assert "saved #2" in shown
    assert "in bank" in shown


def test_correcting_and_taking_back_show_what_stands_there_first(home: Path):
    open_case()
    done("log", "--said", "refund agred", "--ref", "R-1")
    shown, code = dialogue(home, ["correct", "2"], "refund agreed", "", "", "", "a slip")
    assert code == 0
    assert "said: refund agred" in shown
    assert "puts right: #2" in shown
    shown, code = dialogue(home, ["retract", "2"], "logged twice")
    assert code == 0
    assert "refund agreed" not in shown.split("saved")[0]
    assert "takes back: #2" in shown


def test_what_is_not_there_is_told_before_anything_is_asked(home: Path):
    open_case()
    for words in (["correct", "9"], ["retract", "9"], ["sent", "3"], ["log", "nocase"], ["reopen"]):
        shown, code = dialogue(home, words)
        assert code in (1, 2), shown
        assert "? " not in shown.replace("Did you mean", "")


def test_the_profile_the_company_the_end_and_the_new_beginning_are_asked_for(home: Path):
    open_case()
    shown, code = dialogue(
        home, ["profile"], "Odessa Freeman", "310 Larkspur Lane", "", "", "", "Nigera", "Nigeria"
    )
    assert code == 0
    assert "Did you mean NG?" in shown
    assert "NG" in done("profile")
    assert dialogue(home, ["company"], "", "a refund", "Maria Stone", "0417", "")[1] == 0
    assert "Maria Stone" in done("show")
    assert dialogue(home, ["close"], "2", "", "the letter", "n")[1] == 0
    assert dialogue(home, ["reopen"], "it came up again")[1] == 0
    assert dialogue(home, ["open"], "Bank", WORDS, "")[1] == 0


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ([], []),
        (["open"], ["Acme Bank", WORDS]),
        (["log"], ["1", "1", "now", "y", WORDS]),
        (["event"], [WORDS]),
        (["note"], []),
        (["letter"], ["1", WORDS]),
        (["close"], []),
        (["profile"], [WORDS]),
        (["correct", "1"], []),
        (["retract", "2"], []),
    ],
    ids=lambda part: " ".join(part)[:20] or "alone",
)
def test_stopping_at_a_prompt_gives_back_what_was_typed(
    home: Path, words: list[str], answers: list[str], key: str
):
    open_case()
    done("log", "--said", "refused")
    if words == ["correct", "1"]:
        words = ["correct", "2"]
    before = done("timeline")
    shown, code = dialogue(home, words, *answers, key)
    assert code == 130
    assert "Stopped. Nothing was saved." in shown or "is kept." in shown
    assert done("timeline") == before
    if WORDS in answers and words != ["letter"]:
        (kept,) = (home / "recovery").iterdir()
        assert WORDS in kept.read_text()
        assert WORDS in shown.split("What you had typed:")[1]


def test_half_a_line_is_given_back_too(home: Path):
    open_case()
    shown, code = dialogue(home, ["note"], "half a thou" + CTRL_C)
    assert code == 130
    assert "half a thou" in shown.split("What you had typed:")[1]


def test_stopping_after_something_was_saved_says_that_it_is_kept(home: Path):
    shown, code = dialogue(home, [], "Acme", WORDS, CTRL_C)
    assert code == 130
    assert "What is shown as saved above is kept." in shown
    assert "Acme" in done("timeline")


def test_a_failed_save_after_a_dialogue_gives_the_answers_back(home: Path):
    child = spawned(home, "open")
    for answer in ("Acme", WORDS):
        child.expect(PROMPT)
        child.sendline(answer)
    child.expect(PROMPT)
    (home / "complaintkit-home").write_text("a log was here")
    child.sendline("a refund")
    child.expect("also kept in")
    child.wait()
    assert child.exitstatus == 1


@pytest.mark.parametrize("wide", [40, 120])
def test_no_line_is_broken_by_the_terminal_where_words_could_wrap(home: Path, wide: int):
    open_case()
    shown, code = dialogue(home, [], "1", "n", STOP, wide=wide)
    assert code == 0
    long = [line for line in shown.splitlines() if len(line) > wide and "complaintkit" not in line]
    assert long == []


def test_without_a_terminal_nothing_is_asked(home: Path):
    assert "Next:" in complaintkit(home).stderr


def a_letter(home: Path, now: str) -> None:
    open_case()
    done("profile", "--name", "Odessa Freeman", "--address", "310 Larkspur Lane")
    done("company", "--want", "a refund of $84.20", "--country", "GB")
    assert complaintkit(home, "letter", "first", now=now).returncode == 0


def an_editor(folder: Path, change: str) -> str:
    """Return an editor that changes `text`; `turn` counts how often it was opened."""
    script = folder / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        "path, turns = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[0] + '.turns')\n"
        "turn = int(turns.read_text()) + 1 if turns.exists() else 1\n"
        "turns.write_text(str(turn))\n"
        f"text = path.read_text(encoding='utf-8')\n{change}\n"
        "path.write_text(text, encoding='utf-8')\n"
    )
    return f"{sys.executable} {script}"


FORGOT = (
    "text = text.replace('# Complaint', 'My complaint') if turn == 1 else"
    " text.replace('My complaint', '# My complaint')"
)


def test_a_letter_that_came_back_faulty_is_opened_again_with_the_persons_text(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    a_letter(home, "2026-06-20T10:00:00+01:00")
    monkeypatch.setenv("EDITOR", an_editor(tmp_path, FORGOT))
    shown, code = dialogue(home, ["edit"], "y")
    assert code == 0, shown
    assert "lacks a line that begins with “# ”" in " ".join(shown.split())
    assert "# " not in (home / "documents" / "acme" / "letter-1-first.txt").read_text()
    assert "My complaint" in (home / "documents" / "acme" / "letter-1-first.txt").read_text()
    assert not (home / "recovery").exists()


@pytest.mark.parametrize("answer", ["n", CTRL_C])
def test_a_faulty_letter_that_is_left_alone_is_given_back(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
):
    a_letter(home, "2026-06-20T10:00:00+01:00")
    monkeypatch.setenv("EDITOR", an_editor(tmp_path, FORGOT))
    shown, code = dialogue(home, ["edit"], answer)
    assert code == (130 if answer == CTRL_C else 1)
    (kept,) = (home / "recovery").iterdir()
    assert "My complaint" in kept.read_text()
    assert "My complaint" in shown.split("What you had typed:")[1]


def test_a_letter_that_lay_too_long_is_dated_anew_where_it_has_not_gone(home: Path):
    a_letter(home, "2026-05-01T10:00:00+01:00")
    shown, code = dialogue(home, ["sent"], "post", "today", "n")
    assert code == 0
    told = " ".join(shown.split())
    assert "dated 1 May 2026 and asks for an answer by 15 May 2026. Has it gone out with" in told
    assert "now dated 20 June 2026 and asks for an answer by 4 July 2026." in told
    assert "Nothing is recorded as sent yet." in told
    assert "4 July 2026" in (home / "documents" / "acme" / "letter-1-first.txt").read_text()
    shown, code = dialogue(home, ["sent"], "post", "today")
    assert code == 0
    assert "answer by: Sat 04 Jul 2026" in shown


def test_a_letter_that_went_with_its_old_dates_is_recorded_with_them(home: Path):
    a_letter(home, "2026-05-01T10:00:00+01:00")
    shown, code = dialogue(home, ["sent"], "post", "2026-05-05", "y")
    assert code == 0
    assert "answer by: Fri 15 May 2026" in shown
    assert "went out 4 days later" in " ".join(shown.split())


def test_half_a_paste_is_given_back(home: Path):
    a_letter(home, "2026-06-20T10:00:00+01:00")
    child = spawned(home, "sent", "--via", "post", "--on", "today", "--as", "-")
    child.expect("End with Ctrl-D")
    child.sendline("Dear Acme Telephone,")
    child.expect("Dear Acme Telephone,\r\n")
    until_read(child)
    child.send(CTRL_C)
    child.expect("also kept in")
    child.wait()
    assert child.exitstatus == 130
    (kept,) = (home / "recovery").iterdir()
    assert "Dear Acme Telephone," in kept.read_text()


def test_a_pasted_letter_ends_with_ctrl_d(home: Path):
    a_letter(home, "2026-06-20T10:00:00+01:00")
    child = spawned(home, "sent", "--via", "post", "--on", "today", "--as", "-")
    child.expect("End with Ctrl-D")
    for line in ("Acme Telephone, please answer by 4 July 2026.", "Odessa Freeman"):
        child.sendline(line)
    child.send(CTRL_D)
    child.expect("saved #")
    child.expect("answer by: Sat 04 Jul 2026")
    child.wait()
    assert child.exitstatus == 0


def test_of_a_file_that_is_not_read_the_date_is_asked(home: Path, tmp_path: Path):
    a_letter(home, "2026-06-20T10:00:00+01:00")
    (tmp_path / "went.pdf").write_bytes(b"%PDF-1.7")
    words = ["sent", "--via", "post", "--on", "today", "--as", str(tmp_path / "went.pdf")]
    shown, code = dialogue(home, words, "2026-07-10")
    assert code == 0
    assert "Enter for 2026-07-04" in shown
    assert "answer by: Fri 10 Jul 2026" in shown
