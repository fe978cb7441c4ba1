"""Does the help of every command read well, with an example that works as typed?"""

import shlex

import pytest
from asking import typed

from complaintkit.cli.catalogue import COMMANDS
from complaintkit.cli.examples import EXAMPLES


def lines_of(command: str) -> list[str]:
    """Return the examples with broken lines joined."""
    return "\n".join(EXAMPLES[command]).replace("\\\n", " ").splitlines()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_plain_words_and_an_example(command: str):
    answer = typed(command, "--help")
    assert answer.code == 0
    assert "For example:" in answer.out
    for mark in ("<str>", "<path>", "<int", "{", "Show this message"):
        assert mark not in answer.out.replace("Show this message and exit", "")
    for line in EXAMPLES[command]:
        assert f"    {line}\n" in f"{answer.out}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_has_only_options_that_there_are(command: str):
    known = typed(command, "--help", wide=200).out
    for line in lines_of(command):
        words = shlex.split(line)
        assert words[:2] == ["complaintkit", command]
        for word in words[2:]:
            if word.startswith("-"):
                assert word in known, line


def test_the_examples_are_of_commands_that_there_are():
    assert set(EXAMPLES) <= set(COMMANDS)


def test_help_all_names_every_command():
    shown = typed("help", "all").out
    assert all(f"  {name} " in shown for name in COMMANDS)


def test_the_first_help_is_short_and_names_the_way_to_the_rest():
    answer = typed("--help")
    assert len(answer.out.splitlines()) < 45
    assert "help all" in answer.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_a_narrow_screen(command: str):
    shown = typed(command, "--help", wide=60).out.split("For example:")[0]
    assert max(map(len, shown.splitlines())) <= 80
