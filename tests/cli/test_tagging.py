"""Are words to sort by added without losing those that are there?"""

import json
from pathlib import Path

import pytest
from asking import done, open_case, typed
from terminal import dialogue

ASKED = "What went wrong, if anything?"


@pytest.fixture(autouse=True)
def acme(empty_home: Path) -> Path:
    open_case()
    done("log", "--said", "they hung up", "--tag", "my word")
    return empty_home


def tags(number: int = 2) -> list[str]:
    found = json.loads(done("show", "acme", "--json"))["case"]["encounters"]
    return next(met["tags"] for met in found if met["seq"] == number)


def test_tags_are_added_by_an_entry_and_those_there_stay():
    shown = done("tag", "2", "late", "rude")
    assert "sorts: #2" in shown
    done("tag", "2", "Time Wasting")
    assert tags() == ["my word", "late", "rude-language", "time-wasting"]
    done("retract", "3", "--reason", "a slip")
    assert tags() == ["my word", "time-wasting"]
    done("tag", "2", "ignored")
    assert tags() == ["my word", "time-wasting", "ignored"]
    done("verify")


def test_a_word_of_ones_own_is_kept_with_a_note_of_the_near_ones():
    answer = typed("tag", "2", "rude stuff")
    assert answer.code == 0
    assert "“rude stuff” is a word of your own; it is kept as typed." in answer.said
    assert "rude-staff" in answer.said
    assert tags() == ["my word", "rude stuff"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("tag",), "Which contact is it?"),
        (("tag", "2"), "Which words should #2 carry?"),
        (("tag", "2", "my word"), "#2 has my word already."),
        (("tag", "1", "late"), "#1 is no contact but: open."),
        (("tag", "2", "--list"), "The list of words is the same for every contact."),
        (("tag", "2", " "), "The tag is empty."),
    ],
)
def test_what_cannot_be_tagged_is_told_with_the_way_out(words, told):
    answer = typed(*words)
    assert answer.code == 2
    assert told in answer.said
    assert tags() == ["my word"]


def test_a_number_that_is_not_there_is_told():
    assert typed("tag", "9", "late").code == 1


def test_a_correction_of_the_words_leaves_the_tags():
    done("correct", "2", "--said", "they rang off", "--reason", "a slip")
    done("tag", "2", "late")
    assert tags() == ["my word", "late"]


def test_the_list_names_every_set_in_plain_words():
    shown = done("tag", "--list")
    assert "What was it that hurt?" in shown
    assert "time-wasting" in shown
    assert "They wasted my time" in shown


def test_after_the_dialogue_it_is_asked_once_what_went_wrong(acme: Path):
    contact = ("1", "1", "now", "y", "they refused", "", "", "")
    shown, code = dialogue(acme, ["log"], *contact, "2, 99", "2, 5")
    assert code == 0, shown
    assert shown.index("saved #3") < shown.index(ASKED)
    assert "is no list of numbers from 1 to 14" in " ".join(shown.split())
    assert tags(3) == ["late", "ignored"]
    shown, code = dialogue(acme, ["log"], *contact)
    assert code == 0, shown
    assert ASKED not in shown


def test_enter_skips_it(acme: Path):
    shown, code = dialogue(acme, ["log"], "1", "1", "now", "y", "they refused", "", "", "", "")
    assert code == 0, shown
    assert ASKED in shown
    assert tags(3) == []


def test_a_line_that_tells_all_is_not_followed_by_the_question(acme: Path):
    shown, code = dialogue(acme, ["log", "--said", "they refused"])
    assert code == 0
    assert ASKED not in shown


def test_at_a_terminal_the_words_are_chosen_by_number(acme: Path):
    shown, code = dialogue(acme, ["tag", "2"], "", "2", "5 6", "", "", "", "")
    assert code == 0, shown
    assert tags() == ["my word", "late", "poor-appearance", "disrespect"]


def test_a_kind_of_answer_is_no_word_of_your_own_and_a_broken_line_is_one_tag():
    assert "word of your own" not in typed("tag", "2", "policy").said
    done("tag", "2", "rude\n  stuff")
    assert tags() == ["my word", "policy", "rude stuff"]
