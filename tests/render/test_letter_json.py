"""Tests of render/letter_json.py: a stored draft is the letter it was."""

import pytest
from letter_cases import CASES

from complaintkit.errors import FileUnusable
from complaintkit.render.letter import compose
from complaintkit.render.letter_json import letter_from_json, letter_to_json


@pytest.mark.parametrize("name", CASES)
def test_a_letter_read_back_is_the_same(name: str):
    case, today = CASES[name]
    letter = compose("ceo", case, consumer=case.consumer, today=today)
    assert letter_from_json(letter_to_json(letter)) == letter


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', '{"format": 1}', "null"])
def test_anything_else_is_refused_in_a_sentence(text: str):
    with pytest.raises(FileUnusable):
        letter_from_json(text)
