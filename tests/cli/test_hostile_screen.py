"""Is hostile text only shown, never obeyed, in every command and on a terminal too?"""

import re
from pathlib import Path

import pexpect
import pytest
from asking import done, typed
from terminal import spawned

HOSTILE = (
    "\x1b]52;c;x\x07\x1b[2J\u202eabc\u2066\u200f\x9b31m\x7f\x85 [red]a[/b] [link=file:///x]y "
    ":smile: =1+1"
)
LIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
MARKS = "\u061c\u200e\u200f"  # letters keep them: Hebrew and Arabic need them
STYLE = re.compile(r"\x1b\[[0-9;]*m|\x1b\[\?2004[hl]|\r")  # what rich and readline send themselves
READING = (
    ["today"],
    ["next"],
    ["cases"],
    ["show"],
    ["timeline"],
    ["search", "red"],
    ["profile"],
    ["paths"],
    ["verify"],
    ["promises"],
    ["letter", "manager", "-o", "-"],
    ["form", "us-fcc", "--format", "text"],
)


@pytest.fixture(autouse=True)
def hostile_case(tmp_path: Path) -> str:
    shown = done(
        "open", "acme", "--company", HOSTILE, "--problem", HOSTILE, "--want", HOSTILE,
        "--account", HOSTILE, "--sector", HOSTILE,
    )  # fmt: skip
    shown += done(
        "log", "--said", HOSTILE, "--with", HOSTILE, "--promised", HOSTILE, "--ref", HOSTILE,
        "--quote", HOSTILE, "--tag", HOSTILE,
    )  # fmt: skip
    shown += done("note", HOSTILE) + done("event", HOSTILE, "--on", "today")
    shown += done("company", "--head", HOSTILE)
    shown += done("profile", "--name", HOSTILE, "--address", HOSTILE, "--email", HOSTILE)
    file = tmp_path / HOSTILE.replace("/", "_")
    file.write_text("x")
    shown += done("attach", str(file), "--title", HOSTILE)
    return shown


def test_nothing_is_live_when_it_is_saved(hostile_case: str):
    assert not LIVE.findall(hostile_case)


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_nothing_is_live_in_what_is_read(words: list[str]):
    answer = typed(*words)
    assert answer.code in (0, 3), answer
    live = set(LIVE.findall(answer.out + answer.err))
    assert not live - (set(MARKS) if words[0] in ("letter", "form") else set())
    if "-o" not in words and words[0] not in ("paths", "verify", "cases"):
        assert "[red]a[/b]" in answer.out


@pytest.mark.parametrize(
    "words",
    [
        ["log", HOSTILE, "--said", "x"],
        ["log", "--said", "x", "--at", HOSTILE],
        ["log", "--said", "x", "--channel", HOSTILE],
        ["log", f"--{HOSTILE}"],
        [HOSTILE],
        ["letter", HOSTILE],
        ["export", "--format", HOSTILE],
        ["attach", f"/none/{HOSTILE}"],
        ["verify", f"/none/{HOSTILE}"],
        ["import", f"/none/{HOSTILE}"],
        ["open", HOSTILE, "--company", "x", "--problem", "y"],
        ["open", "--company", "x", "--problem", "y", "--country", HOSTILE],
        ["profile", "--zone", HOSTILE],
        ["help", HOSTILE],
    ],
    ids=lambda words: words[0] if words[0].isascii() and words[0].isalpha() else "no command",
)
def test_nothing_is_live_in_a_refusal(words: list[str]):
    answer = typed(*words)
    assert answer.code in (1, 2), answer
    assert not LIVE.findall(answer.out + answer.err)


def test_nothing_is_live_on_a_terminal_tables_included(empty_home: Path):
    for words in (["cases"], ["profile"], ["show"], ["timeline"], ["next"]):
        child = spawned(empty_home, *words)
        child.expect(pexpect.EOF)
        shown = STYLE.sub("", child.before)
        assert not LIVE.findall(shown), words
        child.close()
        assert child.exitstatus in (0, 3), shown
    assert "[red]a[/b]" in shown
