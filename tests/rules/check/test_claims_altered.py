"""Tests of the check of claims on letters in which one fact was altered."""

import sys
from collections import Counter
from pathlib import Path

from claims_letters import words

sys.path.append(str(Path(__file__).resolve().parents[3] / "benchmarks"))

from claims_altered import FACTS, Edit, altered, is_caught, remarks_on

COPIES = 120


def caught(edit: Edit) -> bool:
    text = edit.text
    return is_caught(edit, text, remarks_on(edit.sheet, text, words()))


def test_nineteen_in_twenty_altered_letters_are_caught_with_the_right_entry():
    edits = altered(COPIES, seed=23)
    found = Counter(edit.fact for edit in edits if caught(edit))
    assert Counter(edit.fact for edit in edits) == dict.fromkeys(FACTS, COPIES // len(FACTS))
    assert found.total() >= 0.95 * COPIES
    assert min(found[fact] for fact in FACTS) >= 0.85 * COPIES / len(FACTS)


def test_putting_the_rewordings_in_leaves_no_more_to_remark():
    for edit in altered(60, seed=29):
        text = edit.text
        found = remarks_on(edit.sheet, text, words())
        for one in reversed(found):
            if one.is_rewording:
                text = text[: one.start] + one.suggestion + text[one.end :]
        left = [one for one in found if not one.is_rewording]
        again = remarks_on(edit.sheet, text, words())
        assert [one.quote for one in again] == [one.quote for one in left]
