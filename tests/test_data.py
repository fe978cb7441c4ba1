"""Are the shipped facts complete, sourced, and written in plain words?"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from compiling import compile_data

from complaintkit.store.reference import load_guide
from complaintkit.store.replies import load_replies

ROOT = Path(__file__).parent.parent
GUIDE = load_guide()
POINTS = {
    "stay-calm",
    "dont-delay",
    "mention-loyalty",
    "easiest-first",
    "keep-records",
    "right-person",
    "be-polite",
    "be-specific",
    "where-else",
    "momentum",
}


def words_of(step):
    return [
        step.title,
        step.standing,
        step.why,
        step.move_on,
        step.wait_source,
        *step.do,
        *step.do_not,
        *step.record,
    ]


ALL_WORDS = [text for step in GUIDE.steps for text in words_of(step)] + list(
    GUIDE.sentences.values()
)


@pytest.mark.parametrize("step", GUIDE.steps, ids=lambda step: step.id)
def test_step_says_why_what_not_and_where_it_comes_from(step):
    assert step.why
    assert step.do
    assert step.do_not
    assert step.record
    assert step.source
    assert step.checked
    assert step.wait_source
    assert step.move_on
    assert step.command.startswith("complaintkit ")


@pytest.mark.parametrize("step", GUIDE.steps, ids=lambda step: step.id)
def test_what_not_to_do_reads_as_a_warning(step):
    assert all(line.startswith(("Do not ", "Never ")) for line in step.do_not)


NEAR_HARM = {
    "paying what you do not dispute": (
        "prepare front-line manager head-of-service ceo reminder waiting answered outside",
        "no-answer holding part-offer final-refusal",
    ),
    "throw": ("noticed danger prepare front-line waiting agreed performed", "ask-the-maker agrees"),
    "“full settlement” cheque": ("head-of-service waiting answered offer agreed", ""),
    "voucher": ("manager answered offer", "voucher"),
    "record a call": ("front-line manager", ""),
    "post reviews": ("head-of-service ceo waiting outside", "final-refusal"),
    "number from a": (
        "fraud wrong-account failed-payment front-line manager",
        "transferred",
    ),
    "a PIN": (
        "fraud wrong-account failed-payment front-line manager agreed",
        "asks-for-id agrees",
    ),
    "pay anybody": ("fraud outside final-notice closed", "final-refusal"),
}
"""Words of a warning, and the steps and answers where the harm it names is near."""


@pytest.mark.parametrize("words", NEAR_HARM)
def test_warning_stands_where_the_harm_is_near(words):
    steps, replies = NEAR_HARM[words]
    known = {kind.slug: kind.do_not for kind in load_replies()}
    places = {name: GUIDE.step(name).do_not for name in steps.split()}
    places |= {name: known[name] for name in replies.split()}
    for name, do_not in places.items():
        assert any(words in line for line in do_not), name


def test_ten_points_of_the_source_article_are_all_there():
    assert {point for step in GUIDE.steps for point in step.points} == POINTS


def test_chief_executive_step_says_how_to_find_the_name():
    assert any("find the name" in line.casefold() for line in GUIDE.step("ceo").do)


def test_own_waiting_times_are_called_our_own():
    own = {"front-line", "manager", "ceo", "agreed", "reminder", "outside"}
    for step in GUIDE.steps:
        assert ("complaintkit's own default" in step.wait_source) == (step.id in own)


@pytest.mark.parametrize("text", ALL_WORDS)
def test_words_are_calm_and_sentences_short(text):
    assert "!" not in text
    for sentence in re.split(r"(?<=[.?;:])\s", text):
        assert len(sentence.split()) < 30


def test_compiled_data_are_those_that_people_edit():
    check = subprocess.run(
        [sys.executable, ROOT / ".ci" / "compile_data.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert check.returncode == 0, check.stderr


@pytest.fixture
def edited(tmp_path, monkeypatch):
    """Give the compiler a copy of templates and compiled files that a test may change."""
    for name in ("TEMPLATES", "COMPILED"):
        shutil.copytree(getattr(compile_data, name), tmp_path / name)
        monkeypatch.setattr(compile_data, name, tmp_path / name)
    monkeypatch.setattr(compile_data, "ROOT", tmp_path)
    return tmp_path


def test_a_changed_word_or_template_is_stale_until_it_is_compiled(edited, capsys):
    part, words = edited / "TEMPLATES/parts/en/thanks.md", edited / "TEMPLATES/words/en.yaml"
    part.write_text(f"Indeed. {part.read_text(encoding='utf-8')}", encoding="utf-8")
    words.write_text(f"{words.read_text(encoding='utf-8')}\nnew: word\n", encoding="utf-8")
    assert compile_data.main(["--check"]) == 1
    assert "Stale: words-en.json, letters-en.txt. Run" in capsys.readouterr().err
    assert compile_data.main([]) == 0
    assert compile_data.main(["--check"]) == 0
    assert "Indeed. " in (edited / "COMPILED/letters-en.txt").read_text(encoding="utf-8")


def test_a_file_that_nothing_is_compiled_to_is_taken_away(edited):
    (edited / "COMPILED/letters-xx.txt").write_text("", encoding="utf-8")
    assert compile_data.main(["--check"]) == 1
    assert compile_data.main([]) == 0
    assert not (edited / "COMPILED/letters-xx.txt").exists()


def test_a_template_that_cannot_be_compiled_is_named_and_nothing_is_written(edited, capsys):
    part = edited / "TEMPLATES/parts/en/thanks.md"
    part.write_text("{{ needs | shouted }}", encoding="utf-8")
    before = (edited / "COMPILED/letters-en.txt").read_bytes()
    assert compile_data.main([]) == 1
    told = "Cannot be compiled: parts/en/thanks.md, line 1: there is no filter “shouted”."
    assert told in capsys.readouterr().err
    assert (edited / "COMPILED/letters-en.txt").read_bytes() == before


def test_tables_that_another_babel_made_are_not_called_stale(edited, monkeypatch):
    monkeypatch.setattr(compile_data.compile_locales, "MADE_WITH", "babel 99")
    monkeypatch.setattr(compile_data.compile_locales, "locale_table", lambda _: {"source": "99"})
    assert compile_data.main(["--check"]) == 0
    assert compile_data.main([]) == 0
    assert "99" in (edited / "COMPILED/locale-en_US.json").read_text(encoding="utf-8")


def test_guide_loads_without_a_yaml_reader():
    code = (
        "import sys; from complaintkit.store.reference import load_guide; load_guide();"
        "from complaintkit.rules import standing, summary_json;"
        "print([m for m in ('yaml','jinja2','typer','rich','pydantic') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
