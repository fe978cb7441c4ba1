"""Does the check as it ships find what it should in lines of many hands, and leave the rest?

The figures are floors and ceilings of what was reached. A failure tells counts alone: the frozen
lines are never read by whoever tunes.
"""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from complaintkit.rules.check.fixing import fixed
from complaintkit.tasks.checked import checked

ROOT = Path(__file__).parents[2]
KINDS = ("insult", "threat", "sarcasm", "shouting", "overstated", "vague")
FAULTS = frozenset(KINDS)
FOLDERS = ("letters", "letters-examples")
LETTERS = [
    file for name in FOLDERS for file in sorted((ROOT / "tests/golden" / name).glob("*.txt"))
]
FOUND = {
    "frozen": {
        "insult": 41,
        "threat": 34,
        "sarcasm": 35,
        "shouting": 41,
        "overstated": 33,
        "vague": 42,
    },
    "tuning": {
        "insult": 128,
        "threat": 98,
        "sarcasm": 102,
        "shouting": 65,
        "overstated": 92,
        "vague": 72,
    },
    "tuning-2": {
        "insult": 65,
        "threat": 120,
        "sarcasm": 122,
        "shouting": 80,
        "overstated": 82,
        "vague": 63,
    },
}
"""How many lines are found as what they are: at least."""
WRONG = {"frozen": 1, "tuning": 2, "tuning-2": 10, "calm": 6}
"""How many firm but proper lines are flagged: at most."""
PARTS = {"frozen": (178, 6), "tuning": (217, 0), "tuning-2": (70, 2)}
"""How many parts are found, at least, and how many look-alikes are taken for one, at most."""


@cache
def lines_of(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(
        (ROOT / "tests" / "lines" / f"{name}.yaml").read_text(encoding="utf-8")
    )
    return found


def kinds(text: str) -> set[str]:
    return {remark.kind for remark in checked(text).remarks} & FAULTS


@pytest.mark.parametrize("name", FOUND)
def test_planted_faults_are_found_by_their_kind(name: str):
    lines = lines_of(name)
    found = {kind: sum(kind in kinds(text) for text in lines[kind]) for kind in FOUND[name]}
    assert {kind: found[kind] for kind in found if found[kind] < FOUND[name][kind]} == {}


@pytest.mark.parametrize("name", WRONG)
def test_firm_but_proper_lines_are_left_alone(name: str):
    wrong = Counter(kind for row in lines_of(name)["proper"] for kind in kinds(row["text"]))
    flagged = sum(bool(kinds(row["text"])) for row in lines_of(name)["proper"])
    assert flagged <= WRONG[name], dict(wrong)


@pytest.mark.parametrize("name", PARTS)
def test_parts_are_found_and_look_alikes_are_not(name: str):
    found = wrong = 0
    for row in lines_of(name)["parts"]:
        there = {part.value for part in checked(row["text"]).parts}
        found += len(there.intersection(row["has"]))
        wrong += len(there.intersection(row["hasnt"]))
    least, most = PARTS[name]
    assert (found >= least, wrong <= most) == (True, True), (found, wrong)


@pytest.mark.parametrize("file", LETTERS, ids=lambda file: file.stem)
def test_nothing_is_found_in_a_letter_of_our_own(file: Path):
    assert kinds(file.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("name", FOUND)
def test_putting_every_rewording_in_leaves_none(name: str):
    lines = lines_of(name)
    left = Counter(
        kind
        for kind in FOUND[name]
        for text in lines[kind]
        if any(one.is_rewording for one in checked(fixed(text, checked)).remarks)
    )
    assert left.total() <= 1, dict(left)


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ud800", "!" * 5000, "a " * 5000, "“" * 999, "\u202eabc"]
)
def test_any_text_gets_an_answer(text: str):
    found = checked(text)
    assert all(text[one.start : one.end] == one.quote for one in found.remarks)


WORDS = sorted(
    {word for kind in KINDS for text in lines_of("tuning-2")[kind] for word in text.split()}
)


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.booleans())
@settings(max_examples=300, deadline=None)
def test_words_in_any_order_get_an_answer(text: str, is_loud: bool):
    text = text.upper() if is_loud else text
    for one in checked(text).remarks:
        assert text[one.start : one.end] == one.quote
        assert one.reason
        assert one.suggestion
