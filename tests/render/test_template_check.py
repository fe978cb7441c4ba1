"""A check tells every fault of a template at once, each with its file and line."""

import shutil
from pathlib import Path

import pytest
from own_folder import around, put

from complaintkit.render.environment import templates_folder
from complaintkit.render.own_files import own_source
from complaintkit.render.template_check import check_letter, check_part
from complaintkit.rules.letter_kinds import KINDS


def found(folder: Path, text: str, kind: str = "first") -> list[tuple[int, str]]:
    name = f"letters/en/{kind}.md"
    put(folder, text, name)
    source = own_source(folder, name)
    assert source
    faults = check_letter(source, kind=kind, language="en", folder=folder)
    return [(fault.line, fault.sentence) for fault in faults]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_found_in_a_copy_of_a_shipped_template(kind, tmp_path):
    text = (templates_folder() / f"letters/en/{kind}.md").read_text(encoding="utf-8")
    assert found(tmp_path, text, kind) == []


def test_nothing_is_found_in_copies_of_shipped_parts(tmp_path):
    shutil.copytree(templates_folder() / "parts", tmp_path / "parts")
    text = (templates_folder() / "letters/en/ceo.md").read_text(encoding="utf-8")
    assert found(tmp_path, text, "ceo") == []
    path = tmp_path / "parts/en/problem.md"
    assert check_part(path, part="parts/en/problem.md", language="en", folder=tmp_path) == []


def test_all_faults_are_told_at_once_in_the_order_of_their_lines(tmp_path):
    text = "---\nkind: second\naudience: nobody\n---\n" + around(
        "{{ colour }} {{ problem | nicely }}\n\n[your name] owes me ____.\n\n{{ contacts }}"
    )
    lines = [(line, sentence.split(";")[0]) for line, sentence in found(tmp_path, text)]
    assert lines[:2] == [
        (2, "it says kind “second”, and its file is named “first.md”."),
        (3, "it names the audience “nobody”"),
    ]
    assert (9, "the template uses the filter “nicely”, which a letter does not know.") in lines
    assert (11, "it leaves “[your name]” for you to fill in.") in lines
    assert (11, "it leaves “____” for you to fill in.") in lines
    assert lines == sorted(lines, key=lambda one: one[0])


def test_every_unknown_fact_is_told(tmp_path):
    told = found(tmp_path, around("{{ colour }}\n\n{{ purchase.smell }}\n\n{{ contacts }}"))
    assert [line for line, _ in told] == [5, 7, 9]


def test_a_fact_that_a_bare_case_lacks_is_told(tmp_path):
    [(line, sentence)] = found(tmp_path, around("{{ purchase.what }}"))
    assert line == 5
    assert "which this letter does not have" in sentence
    guarded = "{% if purchase.what is defined %}{{ purchase.what }}{% endif %} bought"
    assert found(tmp_path, around(guarded)) == []


def test_a_gap_where_a_case_has_little_is_told(tmp_path):
    told = found(tmp_path, around("Since {{ company.since }} , I am ({{ needs }}) here."))
    assert [sentence for _, sentence in told] == [
        f"about a case with {much} in it, it leaves a gap: “{gap}”."
        for much, gap in (("everything", "2019 ,"), ("little", "Since ,"), ("little", "am ()"))
    ]


def test_a_subject_or_closing_that_lacks_is_told(tmp_path):
    [(line, sentence)] = found(tmp_path, "only this\n")
    assert (line, sentence) == (
        0, "the template lacks a subject, a salutation or a closing line."
    )  # fmt: skip


def test_a_letter_that_is_too_long_is_told(tmp_path):
    [(_, sentence)] = found(tmp_path, around("word " * 401))
    assert sentence == (
        "about a case with everything in it, the letter has 401 words; more than 400 are seldom "
        "read."
    )
    assert found(tmp_path, around("word " * 400)) == []


def test_a_kind_of_its_own_is_tried_with_what_it_requires(tmp_path):
    text = "---\nrequires: [name, contact]\naudience: manager\n---\n" + around("{{ me.name }}")
    assert found(tmp_path, text, "my-gym-cancel") == []


def test_a_part_that_no_letter_asks_for_is_told(tmp_path):
    path = put(tmp_path, "Hello", "parts/en/diary.md")
    [fault] = check_part(path, part="parts/en/diary.md", language="en", folder=tmp_path)
    assert fault.told == f"{path}: no letter asks for this part."


def test_a_fault_in_a_part_is_told_of_the_part_alone(tmp_path):
    put(tmp_path, around('{{ colour }}{% include "parts/en/problem.md" %}'))
    path = put(tmp_path, "{{ smell }}\n", "parts/en/problem.md")
    [fault] = check_part(path, part="parts/en/problem.md", language="en", folder=tmp_path)
    assert (fault.path, fault.line) == (path, 1)
    assert "smell" in fault.sentence
