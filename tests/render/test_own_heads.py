"""The head of a person's own template says for whom it is and what it needs."""

from pathlib import Path

import pytest
from own_folder import around, put, written

from complaintkit.errors import FactMissing, FileUnusable, WrongUsage
from complaintkit.render.own_heads import kind_for, own_head, own_kinds, own_names
from complaintkit.render.text import letter_text, plain
from complaintkit.rules.letter_kinds import KINDS, LACKS

GYM = "letters/en/my-gym-cancel.md"


def head(text: str) -> str:
    return f"---\n{text}\n---\n{around('I cancel.')}"


def test_a_template_with_a_new_name_is_a_kind_of_its_own(tmp_path):
    put(tmp_path, head("title: Cancel my gym\naudience: manager\nrequires: [name]"), GYM)
    [found] = own_kinds(tmp_path, "en")
    assert (found.kind, found.title, found.audience, found.requires) == (
        "my-gym-cancel", "Cancel my gym", "manager", ("name",)
    )  # fmt: skip
    kind = kind_for("my-gym-cancel", "en", tmp_path)
    assert (kind.name, kind.audience, kind.requires) == ("my-gym-cancel", "manager", ("name",))
    letter = written(tmp_path, "my-gym-cancel")
    assert letter.kind == "my-gym-cancel"
    assert "I cancel." in letter_text(letter)
    assert "The Manager" in plain(letter.recipient)


def test_a_kind_without_a_head_goes_to_the_complaints_office_and_needs_the_usual(tmp_path):
    put(tmp_path, around("I cancel."), GYM)
    kind = kind_for("my-gym-cancel", "en", tmp_path)
    assert (kind.audience, kind.requires) == (KINDS["first"].audience, KINDS["first"].requires)


def test_what_the_head_requires_stops_the_letter(tmp_path):
    from letter_cases import CASES

    from complaintkit.model.people import Contact
    from complaintkit.render.letter import compose

    put(tmp_path, head("requires: [name]"), GYM)
    case, today = CASES["missing-credit"]
    with pytest.raises(FactMissing):
        compose("my-gym-cancel", case, consumer=Contact(), today=today, own_templates=tmp_path)


def test_a_changed_copy_may_go_to_somebody_else(tmp_path):
    put(tmp_path, head("kind: first\naudience: manager"), "letters/en/first.md")
    assert "The Manager" in plain(written(tmp_path).recipient)


def test_there_is_no_kind_where_there_is_no_file(tmp_path):
    with pytest.raises(WrongUsage):
        kind_for("my-gym-cancel", "en", tmp_path)
    with pytest.raises(WrongUsage):
        kind_for("../../x", "en", tmp_path)
    assert kind_for("first", "en", tmp_path) == kind_for("first", "en", None) == KINDS["first"]
    assert own_head(tmp_path, "en", "first") is None


def test_a_faulty_file_is_named_and_is_no_kind(tmp_path):
    put(tmp_path, head("audience: nobody"), GYM)
    put(tmp_path, "text", "letters/en/Not A Name.md")
    assert own_names(tmp_path, "en") == ["my-gym-cancel"]
    assert own_kinds(tmp_path, "en") == []


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("kind: other", "line 2: it says kind “other”, and its file is named “my-gym-cancel.md”."),
        ("title: x\nlanguage: de", "line 3: it says language “de”, and lies in “en”."),
        ("audience: nobody", "line 2: it names the audience “nobody”; known are: "),
        ("audience: [a]", "line 2: “audience” is no text."),
        ("title: {a: b}", "line 2: “title” is no text."),
        ("requires: name", "line 2: “requires” is no list such as [name, problem]."),
        ("title: x\nrequires: [name, colour]", "line 3: it requires “colour”, which is unknown; "
         f"known are: {', '.join(LACKS)}."),
        ("requires: &a [*a]", "line 2: its head cannot be read as YAML ("),
        ("requires: [[name]]", "line 2: it requires “…”, which is unknown; "),
        ("title: [", "line 2: its head cannot be read as YAML ("),
        ("a: b: c", "line 2: its head cannot be read as YAML (mapping values are not"),
        ("[" * 3000, "line 1: its head cannot be read as YAML."),
        ("- a\n- b", "line 2: its head is no list of “name: value”."),
        ("title: !!python/object/apply:os.system [id]", "“title” is no text."),
        ("{[a]: b}", "line 2: its head cannot be read as YAML ("),
        ("title: " + "x" * 5000, "line 1: its head is longer than a head can be."),
        ("title: \x01", "line 1: its head cannot be read as YAML."),
    ],
)  # fmt: skip
def test_a_faulty_head_is_told_with_its_line(said: str, sentence: str, tmp_path: Path):
    path = put(tmp_path, head(said), GYM)
    with pytest.raises(FileUnusable) as stopped:
        written(tmp_path, "my-gym-cancel")
    assert stopped.value.problem.startswith(str(path))
    assert sentence in stopped.value.problem
    assert stopped.value.fix == f"Correct it, or take it away: {path}"


def test_aliases_do_not_multiply(tmp_path):
    rows = [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 12)]
    put(tmp_path, head("\n".join(["a0: &a0 [x]", *rows])), GYM)
    assert kind_for("my-gym-cancel", "en", tmp_path).name == "my-gym-cancel"
