"""Does the short reader read every line exactly as Typer does?"""

from pathlib import Path
from typing import Any

import pytest
import typer.main
from hypothesis import given, settings
from hypothesis import strategies as st

from complaintkit.cli import quick
from complaintkit.cli.commands import letters, log, now, timeline

COMMANDS = {
    "log": log.log,
    "timeline": timeline.timeline,
    "search": timeline.search,
    "today": now.today,
    "letter": letters.letter,
}
# Two flags for one answer, and numbers within bounds, go to Typer.
LEFT_TO_TYPER = {"--reached", "--part-payment", "--answer-days", "--entry"}


def typer_command(name: str) -> Any:
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name=name)(COMMANDS[name])
    return typer.main.get_command(alone)


def read_by_typer(name: str, args: list[str]) -> dict[str, Any]:
    context = typer_command(name).make_context(name, list(args))
    given_ = {key: value for key, value in context.params.items() if value is not None}
    return {
        key: list(value) if isinstance(value, (list, tuple)) else value
        for key, value in given_.items()
    }


def read_quickly(name: str, args: list[str]) -> dict[str, Any] | None:
    _, _, options, argument, several = quick.TABLES[name]
    found = quick._read(args, options)
    if found is None:
        return None
    given_, words, _ = found
    if argument and words:
        given_[argument] = words if several else words[0]
    return given_


@pytest.mark.parametrize("name", COMMANDS)
def test_tables_name_the_options_that_typer_declares(name):
    _, _, options, argument, _ = quick.TABLES[name]
    declared = {
        flag: parameter
        for parameter in typer_command(name).params
        for flag in parameter.opts
        if flag.startswith("--") and flag != "--help"
    }
    assert set(options) == set(declared) - LEFT_TO_TYPER
    for flag, (into, kind) in options.items():
        parameter = declared[flag]
        assert into == parameter.name
        assert (kind in (quick.TEXTS, quick.PATHS)) == parameter.multiple
        assert (kind == quick.NUMBER) == ("int" in repr(parameter.type).casefold())
        assert (kind == quick.FLAG) == bool(parameter.is_flag)
    arguments = [one.name for one in typer_command(name).params if not one.opts[0].startswith("-")]
    assert arguments == ([argument] if argument else [])


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
numbers = st.integers(0, 99_999).map(str)


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    name = draw(st.sampled_from(sorted(COMMANDS)))
    _, _, options, argument, several = quick.TABLES[name]
    args: list[str] = []
    for flag in draw(st.lists(st.sampled_from(sorted(options)), max_size=6)):
        kind = options[flag][1]
        value = draw(numbers if kind == quick.NUMBER else words)
        if kind == quick.FLAG:
            args.append(flag)
        else:
            args += [f"{flag}={value}"] if draw(st.booleans()) else [flag, value]
    if argument and (several or draw(st.booleans())):
        args.insert(0, draw(words.filter(lambda word: word and not word.startswith("-"))))
    return name, args


@given(lines())
@settings(max_examples=400, deadline=None)
def test_both_read_the_same_line_alike(line):
    name, args = line
    quickly = read_quickly(name, args)
    if quickly is None:
        return  # it went to Typer, which is always right
    by_typer = read_by_typer(name, args)
    for key, value in quickly.items():
        if key == "attach":  # Typer makes paths of them when it calls the command
            by_typer[key] = [Path(name) for name in by_typer[key]]
        if key == "output":
            by_typer[key] = Path(by_typer[key])
        assert by_typer[key] == value
    defaults = read_by_typer(name, ["x"] if quick.TABLES[name][4] else [])
    for key in by_typer.keys() - quickly.keys():
        assert by_typer[key] == defaults[key]


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["open"],
        ["log", "--help"],
        ["log", "--sadi", "x"],
        ["log", "--said"],
        ["log", "--said", "-"],
        ["log", "--minutes", "-5"],
        ["log", "--minutes", "five"],
        ["log", "--reached"],
        ["log", "one", "two"],
        ["timeline", "--json=yes"],
        ["search"],
        ["today", "something"],
        ["log", "--", "x"],
        ["letter", "first", "--output"],
        ["letter", "first", "--answer-days", "7"],
        ["letter", "first", "ceo"],
    ],
)
def test_what_is_not_wholly_plain_goes_to_typer(args):
    assert quick.read(args) is None


def test_general_options_may_stand_anywhere_on_a_short_line(tmp_path: Path):
    assert quick.read(["timeline", "--home", str(tmp_path), "--no-input"]) is not None
    assert quick.read(["today", f"--home={tmp_path}"]) is not None
