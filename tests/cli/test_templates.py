"""The command `templates`: list, show, copy and check the words of letters."""

import json
from pathlib import Path

import pytest
from asking import done, typed

from complaintkit.render.environment import templates_folder
from complaintkit.rules.letter_kinds import KINDS

SHIPPED = templates_folder() / "letters" / "en"


@pytest.fixture(name="folder")
def own_folder(empty_home: Path) -> Path:
    return empty_home / "templates"


def listed() -> dict[str, tuple[str, str]]:
    rows = [line.split("\t") for line in done("templates").splitlines()]
    return {name: (whose, title) for name, language, whose, title in rows if language == "en"}


def test_the_list_names_each_letter_and_whose_it_is(folder):
    assert set(listed()) == set(KINDS)
    assert {whose for whose, _ in listed().values()} == {"shipped"}
    done("templates", "new", "first")
    done("templates", "new", "first", "--as", "my-gym-cancel")
    done("templates", "new", "parts/problem")
    assert listed()["first"][0] == "your own"
    assert listed()["my-gym-cancel"] == ("your own, new", "First written complaint")
    assert listed()["parts/problem"] == ("your own", "")
    (folder / "letters/en/first.md").write_text("---\naudience: nobody\n---\n", encoding="utf-8")
    assert "it names the audience “nobody”" in listed()["first"][1]


def test_list_is_what_happens_without_a_word(folder):
    assert done("templates") == done("templates", "list")


def test_show_prints_the_template_in_force_alone_and_names_its_parts(folder):
    answer = typed("templates", "show", "first")
    assert answer.out == (SHIPPED / "first.md").read_text(encoding="utf-8")
    assert "parts/problem" in answer.said
    done("templates", "new", "parts/problem")
    (folder / "parts/en/problem.md").write_text("Mine.\n", encoding="utf-8")
    assert "parts/problem (your own)" in typed("templates", "show", "first").said
    assert done("templates", "show", "parts/problem") == "Mine.\n"


def test_new_copies_the_shipped_template_and_never_writes_over(folder):
    path = Path(done("templates", "new", "first").strip())
    assert path == folder / "letters/en/first.md"
    assert path.read_bytes() == (SHIPPED / "first.md").read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_text("mine", encoding="utf-8")
    answer = typed("templates", "new", "first")
    assert answer.code == 1
    assert "is there already. Nothing was written." in answer.said
    assert "What you had typed" not in answer.said
    assert path.read_text(encoding="utf-8") == "mine"


def test_new_does_not_write_through_a_link(folder, tmp_path):
    (folder / "letters/en").mkdir(parents=True)
    (folder / "letters/en/first.md").symlink_to(tmp_path / "target.md")
    assert typed("templates", "new", "first").code == 1
    assert not (tmp_path / "target.md").exists()


def test_new_as_makes_a_kind_of_that_name(folder):
    path = Path(done("templates", "new", "first", "--as", "my-gym-cancel").strip())
    assert path.name == "my-gym-cancel.md"
    assert "\nkind: my-gym-cancel\n" in path.read_text(encoding="utf-8")
    assert typed("templates", "check", "my-gym-cancel").code == 0


@pytest.mark.parametrize("name", ["manager", "../x", "My Gym", "con", ""])
def test_new_as_refuses_a_name_that_no_new_kind_can_have(name, folder):
    answer = typed("templates", "new", "first", "--as", name) if name else typed("templates", "new")
    assert answer.code == 2
    assert not folder.exists()


@pytest.mark.parametrize("words", [("show", "nope"), ("show", "../../log"), ("new", "parts/../x"),
                                   ("show", "first", "--language", "xx"), ("list", "first"),
                                   ("facts", "first"), ("check", "first"), ("nope",),
                                   ("check", "--as", "x")])  # fmt: skip
def test_what_there_is_not_is_wrong_usage(words, folder):
    answer = typed("templates", *words)
    assert answer.code == 2
    assert answer.out == ""


def test_check_without_own_templates_says_so(folder):
    answer = typed("templates", "check")
    assert answer.code == 0
    assert "You have no templates of your own." in answer.said


def test_check_tells_all_faults_of_all_files_and_ends_in_3(folder):
    for name in ("first", "ceo", "parts/effect"):
        done("templates", "new", name)
    assert typed("templates", "check").code == 0
    first, part = folder / "letters/en/first.md", folder / "parts/en/effect.md"
    first.write_text(first.read_text(encoding="utf-8") + "\n{{ colour }}\n", encoding="utf-8")
    part.write_text("{{ smell }}\n", encoding="utf-8")
    (folder / "letters/en/Bad Name.md").write_text("x", encoding="utf-8")
    (folder / "letters/xx").mkdir()
    (folder / "letters/xx/first.md").write_text("x", encoding="utf-8")
    answer = typed("templates", "check", wide=100)
    assert answer.code == 3
    told = " ".join(answer.out.split())
    line = len(first.read_text(encoding="utf-8").splitlines())
    assert f"first.md, line {line}: the template uses “colour”" in told
    assert "effect.md, line 1: the template uses “smell”" in told
    assert told.count("“smell”") == 1
    assert "small letters, digits and hyphens" in told
    assert "letters/en and parts/en" in told
    assert "findings in 5 templates." in answer.said


def test_check_takes_a_file_from_anywhere(tmp_path, folder):
    path = tmp_path / "from-a-friend.md"
    path.write_text("# S\n\nHello\n\n{{ lipsum.__globals__ }}\n\n\nBye\n", encoding="utf-8")
    answer = typed("templates", "check", str(path))
    assert answer.code == 3
    assert "from-a-friend.md, line 5" in " ".join(answer.out.split())
    assert typed("templates", "check", str(tmp_path / "gone.md")).code == 1


def test_check_of_one_kind_looks_at_no_other(folder):
    done("templates", "new", "first")
    done("templates", "new", "ceo")
    (folder / "letters/en/ceo.md").write_text("faulty", encoding="utf-8")
    assert typed("templates", "check", "first").code == 0
    assert typed("templates", "check", "ceo").code == 3


def test_facts_lists_what_a_template_may_use(folder):
    told = done("templates", "facts")
    for name in ("purchase.what", "contacts[].said", "longdate", "outcome", "joiner"):
        assert f"  {name} " in told


def test_a_letter_is_written_with_the_own_template(folder):
    done("open", "acme", "--company", "Acme", "--problem", "Charged twice.", "--want", "a refund")
    done("profile", "--name", "Odessa Freeman", "--email", "o@example.org")
    path = Path(done("templates", "new", "first").strip())
    text = path.read_text(encoding="utf-8").replace('"make a complaint"', '"complain, politely,"')
    path.write_text(text, encoding="utf-8")
    assert "to complain, politely," in done("letter", "first", "-o", "-")
    path.write_text("{% for", encoding="utf-8")
    answer = typed("letter", "first", "-o", "-")
    assert answer.code == 1
    assert "first.md, line 1: the marks {{ … }} or {% … %} cannot be read here" in answer.said
    assert "take it away to use the shipped one" in answer.said


def test_json_of_check_has_the_findings(folder):
    done("templates", "new", "first")
    path = folder / "letters/en/first.md"
    path.write_text("# S\n\nHello\n\n{{ colour }}\n\nBye\n", encoding="utf-8")
    answer = typed("templates", "check", "--json")
    assert answer.code == 3
    [finding] = json.loads(answer.out)["findings"]
    assert (finding["path"], finding["line"]) == (str(path), 5)


def test_the_worked_example_of_the_page_works_as_it_stands(folder):
    page = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
    block = next(part for part in page.split("\n\n") if "I have been glad" in part)
    added = "\n".join(line.removeprefix("    ") for line in block.splitlines())
    path = Path(done("templates", "new", "first").strip())
    old = '{% include "parts/en/loyalty.md" %}\n'
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, f"{added}\n"), encoding="utf-8")
    assert typed("templates", "check", "first").code == 0
    path.write_text(text.replace(old, added.replace("since }}", "sinc }}")), encoding="utf-8")
    assert "a letter does not know" in " ".join(typed("templates", "check").out.split())
