"""Does every command that `today`, `next` and `due` print work when it is pasted into a shell?"""

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import done, typed

from complaintkit.rules.branches import CHOICES
from complaintkit.rules.event_kinds import EVENT_KINDS
from complaintkit.rules.ladder import REPLIES
from complaintkit.rules.sorting import SORTINGS

NARROW = 40
START, LATER, MUCH_LATER = "2026-06-01", "2026-06-20", "2026-09-20"
NAMES = ("acme", "o'neil & co", 'a "quoted" {seq} name', "back`tick")
COMMAND = re.compile(
    r"""`(complaintkit (?:'[^']*'|"[^"]*"|[^`'"])*)`|^ *(complaintkit (?!counts ).*)$""",
    re.MULTILINE,
)
BLANKS = {
    "DATE": "today",
    "TEXT": "because",
    "STEP": "ceo",
    "COUNTRY": "US",
    "SECTOR": "telecom",
    "SUM": "70",
}
ASKS = ("log", "sort", "reopen")
"""Commands that ask for the rest where somebody is there, and name the option elsewhere."""


def lines(*rows: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(shlex.split(row)) for row in rows)


CALL = "log NAME --said no --with Jo --at 2026-06-01"
LATE = "log NAME --said yes --promised 'a refund' --by 2026-06-10 --promised call --by 2026-06-11"
LETTERS = ("letter first --case NAME", "sent 1 --via post --on 2026-06-01 --case NAME")
STATES = {
    "new": lines(),
    "called": lines(CALL),
    "missed": lines(LATE),
    "late": lines(LATE, LATE),
    "kept": lines(LATE, "promise 2 --which 1 --kept --case NAME",
                  "promise 2 --which 2 --kept --case NAME"),
    "letter": lines(CALL, *LETTERS),
    "offer": lines(CALL, "offer 'a voucher' --expires 2026-06-21 --part --case NAME"),
    "agreed": lines(CALL, "offer 'a voucher' --full --case NAME",
                    "offer 3 --accepted --case NAME"),
    "reminder": lines("remind 'ask Ben `now`' --on 2026-06-05 --case NAME"),
    "aside": lines("extend all-court --to 2026-06-25 --reason r --case NAME"),
    "closed": lines("close NAME --outcome not"),
    **{f"sort {kind}": lines(f"sort NAME {kind}") for kind in SORTINGS},
    **{f"reply {kind}": lines(CALL, f"reply NAME --kind {kind} --said 'what ` they said'")
       for kind in REPLIES},
    **{f"event {kind}": lines(CALL, f"event it --kind {kind} --on 2026-06-01 --case NAME")
       for kind in EVENT_KINDS},
    **{f"take {step}": lines(CALL, *LETTERS, f"next NAME --take {step} --reason why")
       for step in CHOICES},
}  # fmt: skip


def case_in(state: str, name: str, country: str, sector: str, set_now: pytest.MonkeyPatch) -> None:
    set_now.setenv("COMPLAINTKIT_NOW", f"{START}T10:00:00-04:00")
    done("profile", "--name", "Odessa Freeman", "--address", "310 Larkspur Lane")
    where = ("--country", country, "--sector", sector) if country else ()
    done("open", name, "--company", "Acme", "--problem", "It broke.", "--want", "a refund of 20",
         "--bought", "a kettle", "--bought-on", START, *where)  # fmt: skip
    for words in STATES[state]:
        done(*(name if word == "NAME" else word for word in words))


def shown(name: str, wide: int) -> str:
    return "\n".join(
        typed(*words, wide=wide).out for words in (("today",), ("next", name), ("due", "--all"))
    )


def printed(text: str) -> Iterator[str]:
    for ticked, alone in COMMAND.findall(text):
        yield ticked or alone


def as_a_shell_reads(command: str) -> list[str]:
    """Return the words, having asserted that nothing in them is more than a word to a shell."""
    reader = shlex.shlex(command, posix=True, punctuation_chars="();<>|&`$*?!")
    reader.whitespace_split = True
    words = list(reader)
    assert words == shlex.split(command), command
    assert not any(word and set(word) <= set("();<>|&") for word in words), command
    return words


def check(command: str, home: Path, set_now: pytest.MonkeyPatch) -> None:
    words = as_a_shell_reads(command)
    copy = home.parent / "tried"
    shutil.copytree(home, copy)
    set_now.setenv("COMPLAINTKIT_HOME", str(copy))
    answer = typed(*(BLANKS.get(word, word) for word in words[1:]))
    set_now.setenv("COMPLAINTKIT_HOME", str(home))
    shutil.rmtree(copy)
    if answer.code == 2 and words[1] in ASKS:
        assert "with" in answer.said or "--" in answer.said, command
    elif answer.code == 1 and words[1] == "letter":
        assert "This letter still needs" in answer.said, command
    elif words[1:] == ["sent"]:
        assert answer.code in (1, 2)
    else:
        assert answer.code in (0, 3), f"{command}: {answer}"


@pytest.mark.parametrize("state", STATES)
def test_a_printed_command_is_taken_as_it_stands(
    state: str, empty_home: Path, monkeypatch: pytest.MonkeyPatch
):
    place = list(STATES).index(state)
    name = NAMES[place % len(NAMES)]
    country, sector = (("GB", "retail"), ("US", "bank"), ("", ""), ("NG", "telecom"))[place % 4]
    case_in(state, name, country, sector, monkeypatch)
    tried: set[str] = set()
    for day in (START, LATER, MUCH_LATER):
        monkeypatch.setenv("COMPLAINTKIT_NOW", f"{day}T10:00:00-04:00")
        found = set(printed(shown(name, NARROW)))
        assert found
        for command in found - tried:
            check(command, empty_home, monkeypatch)
        tried |= found


@pytest.mark.parametrize("name", NAMES)
def test_the_card_of_a_call_says_how_to_write_down_a_wish(
    name: str, empty_home: Path, monkeypatch: pytest.MonkeyPatch
):
    for one in ("other", name):
        done("open", one, "--company", "Acme", "--problem", "It broke.")
    (command,) = printed(typed("call", name, wide=NARROW).out)
    check(command, empty_home, monkeypatch)


@pytest.mark.parametrize("state", STATES)
def test_a_command_in_a_sentence_stands_between_backquotes(
    state: str, monkeypatch: pytest.MonkeyPatch
):
    case_in(state, "acme", "GB", "retail", monkeypatch)
    for day in (START, LATER, MUCH_LATER):
        monkeypatch.setenv("COMPLAINTKIT_NOW", f"{day}T10:00:00-04:00")
        case = json.loads(typed("next", "acme", "--json").out)["case"]
        told = [case["action"], *case["notes"], *(one["sentence"] for one in case["clocks"])]
        told += shown("acme", 100).splitlines()
        for line in told:
            rest = COMMAND.sub("", line)
            assert not re.search(r"complaintkit [a-z]+ (--|'|acme|[0-9])", rest), line
