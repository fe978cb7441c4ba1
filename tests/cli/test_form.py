"""Tests of `form`: the case laid out as an outside body's form asks for it."""

import html
import json
import re
from pathlib import Path

import pytest
from asking import done, typed
from terminal import dialogue

from complaintkit.cli import form_screen

NOW = "2026-06-20T10:00:00-04:00"
ROOT = Path(__file__).parents[2]
CARD = "4111 1111 1111 1111"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)


@pytest.fixture
def bill() -> None:
    done("import", str(ROOT / "examples" / "phone-bill" / "case.yaml"))


def fields(*words: str) -> dict[str, dict]:
    told = json.loads(typed("form", *words, "--json").out)
    return {one["holds"]: one for one in told["fields"]}


@pytest.mark.usefixtures("bill")
@pytest.mark.parametrize("agency", ["us-fcc", "us-ky-ag"])
def test_a_whole_form_reads_as_agreed(agency: str, golden):
    golden(f"forms/phone-bill-{agency}.txt", typed("form", agency, "--format", "text").out)


@pytest.mark.usefixtures("bill")
def test_what_is_missing_is_named_with_the_command():
    answer = typed("form", "us-oh-ag")
    assert "Date of the purchase: `complaintkit company phone-bill --bought-on DATE`" in answer.out
    done("company", "phone-bill", "--bought-on", "2026-03-01")
    answer = typed("form", "us-oh-ag")
    assert answer.code == 0
    assert "Nothing that the record could answer is missing." in answer.out


def test_the_code_says_that_something_is_lacking_on_which_the_form_insists():
    done("open", "acme", "--company", "Acme", "--problem", "Late.", "--country", "US")
    done("profile", "--name", "Odessa Freeman")
    assert typed("form", "us-faa").code == 3
    done("company", "acme", "--want", "a refund")
    assert typed("form", "us-faa").code == 0


@pytest.mark.usefixtures("bill")
def test_what_the_form_asks_elsewhere_is_not_told_twice():
    story, contacts = fields("us-oh-ag")["story"], fields("us-oh-ag")["contacts"]
    assert "00091744" in contacts["text"]
    assert "00091744" not in story["text"]
    assert "I ask for" not in story["text"]


def test_a_number_that_may_not_leave_is_masked_and_the_account_only_where_it_is_public():
    done(
        "open", "acme", "--company", "Acme", "--problem", f"They charged card {CARD} twice.",
        "--want", "a refund", "--account", "00482-7716", "--country", "US",
    )  # fmt: skip
    done("log", "--said", "no", "--with", "Jane Miller")
    plain, public = fields("us-oh-ag"), fields("us-oh-ag", "--public")
    assert CARD not in typed("form", "us-oh-ag", "--json").out
    assert "1111 twice" in plain["story"]["text"]
    assert plain["account"]["text"] == "00482-7716"
    assert public["account"]["text"].endswith("7716")
    assert "00482" not in public["account"]["text"]
    assert "Jane" not in typed("form", "us-oh-ag", "--public", "--json").out


def test_no_private_note_and_no_floor_stands_in_any_field():
    done(
        "open", "acme", "--company", "Acme", "--problem", "Charged twice.", "--want", "a refund",
        "--floor", "half of it", "--country", "US",
    )  # fmt: skip
    done("note", "my brother works there")
    for words in (["--format", "text"], ["--json"], ["--format", "html", "-o", "-"]):
        out = typed("form", "us-oh-ag", *words).out
        assert "half of it" not in out
        assert "brother" not in out


def test_a_closed_body_is_refused_with_where_to_go():
    done("open", "acme", "--company", "Acme", "--problem", "Late.", "--country", "FR")
    answer = typed("form", "eu-odr")
    assert answer.code == 2
    assert "takes no complaints any more" in answer.said


def test_a_body_that_cannot_be_asked_yet_says_from_when():
    done(
        "open", "acme", "--company", "Acme", "--problem", "Late.", "--country", "GB",
        "--sector", "telecom", "--want", "a refund",
    )  # fmt: skip
    done("log", "--said", "no", "--at", "2026-06-01 10:00")
    answer = typed("form", "gb-communications", "--format", "text")
    assert answer.code == 3
    assert "It cannot be asked yet: " in answer.out
    assert "14 July 2026" in " ".join(answer.out.split())


def test_a_body_that_does_not_take_such_a_case_says_so():
    done("open", "acme", "--company", "Acme", "--problem", "Late.", "--country", "NG")
    out = " ".join(typed("form", "us-oh-ag", "--format", "text").out.split())
    assert "none of the bodies known for this case: `complaintkit agencies --case acme`" in out


def test_wrong_words_are_told_with_the_way_out():
    done("open", "acme", "--company", "Acme", "--problem", "Late.", "--country", "US")
    assert "no body “us-fbb”" in typed("form", "us-fbb").said
    assert "Use text or html." in typed("form", "us-oh-ag", "--format", "docx").said
    assert typed("form", "us-oh-ag", "--json", "--format", "html").code == 2


@pytest.mark.usefixtures("bill")
def test_the_page_holds_every_field_with_a_button_and_loads_nothing(tmp_path: Path):
    page = tmp_path / "form.html"
    typed("form", "us-oh-ag", "-o", str(page))
    text = page.read_text(encoding="utf-8")
    held = [html.unescape(one) for one in re.findall(r"<pre[^>]*>(.*?)</pre>", text, re.DOTALL)]
    for field in fields("us-oh-ag").values():
        if field["text"]:
            assert field["text"] in held
    assert text.count("<button") == len(held)
    assert not re.search(r"(?:src|href)=[\"'](?!https://)", text)


def test_hostile_words_act_nowhere_on_the_page():
    hostile = "<script>alert(1)</script>\x1b[2J\u202e{{ 7*7 }} `x"
    done(
        "open", "acme", "--company", hostile, "--problem", hostile, "--want", hostile,
        "--country", "US",
    )  # fmt: skip
    page = typed("form", "us-oh-ag", "--format", "html", "-o", "-").out
    assert page.count("<script>") == 1
    assert "alert(1)</script>" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page


@pytest.mark.parametrize(
    ("problem", "language"),
    [
        ("Die Heizung ist seit dem 3. Mai kalt und der Techniker kam nicht.", "de"),
        ("The heating has been cold since 3 May and nobody came to us.", "en"),
        ("?", ""),
    ],
)
def test_a_text_on_the_page_says_in_which_language_it_is(problem: str, language: str):
    done("open", "acme", "--company", "Acme", "--problem", problem, "--country", "DE")
    page = typed("form", "de-universal", "--format", "html", "-o", "-").out
    marks = re.findall(r"<pre[^>]*>(?=[^<]*" + re.escape(problem) + ")", page)
    assert marks
    assert all((f' lang="{language}"' in mark) == bool(language) for mark in marks)
    assert all((" lang=" in mark) == bool(language) for mark in marks)


@pytest.mark.usefixtures("bill")
def test_the_text_and_the_page_lie_where_it_is_said():
    path = Path(typed("form", "us-oh-ag", "--format", "html").out.strip())
    assert path.name == "form-us-oh-ag.html"
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_field_is_copied_only_where_something_can(monkeypatch: pytest.MonkeyPatch):
    import pyperclip

    copied: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    assert form_screen.can_copy("what happened")
    assert copied == ["what happened"]

    def nothing(text: str) -> None:
        raise pyperclip.PyperclipException

    monkeypatch.setattr(pyperclip, "copy", nothing)
    assert not form_screen.can_copy("what happened")


@pytest.mark.usefixtures("bill")
def test_at_a_terminal_one_field_comes_after_the_other(empty_home: Path):
    to_the_story = [""] * 14
    shown, code = dialogue(
        empty_home,
        ["form", "us-oh-ag"],
        "?",
        *to_the_story[:3],
        "b",
        "",
        *to_the_story[3:],
        "s",
        "x",
    )
    assert code == 0
    assert "“?” is none of these." in shown
    assert shown.count("3 of 21: Your e-mail address") == 2
    assert "12 of 21: Date of the purchase" in shown
    assert "[926 characters]" in shown
    assert "[shorter, 389 characters]" in shown


@pytest.mark.usefixtures("bill")
def test_the_last_field_is_followed_by_what_to_attach(empty_home: Path):
    shown, code = dialogue(empty_home, ["form", "us-oh-ag"], *[""] * 21)
    assert code == 0
    assert shown.index("That was the last one.") < shown.index("Copies to attach")


def test_a_closed_case_is_not_laid_out():
    done("open", "acme", "--company", "Acme", "--problem", "Late.", "--country", "US")
    done("close", "acme", "--outcome", "resolved")
    answer = typed("form", "us-oh-ag", "--case", "acme")
    assert answer.code == 2
    assert "complaintkit reopen acme" in answer.said
