"""Is the guide's data found, and is its absence told plainly?"""

import pytest

from complaintkit.errors import StoreProblem
from complaintkit.store.reference import STEPS, load_guide, load_steps


def test_steps_come_in_the_order_of_the_ladder():
    ids = [step.id for step in load_steps()]
    assert ids[:5] == ["prepare", "front-line", "manager", "head-of-service", "ceo"]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"steps": [{}]}', "\x00"])
def test_damaged_file_says_install_again(tmp_path, text):
    damaged = tmp_path / "steps.json"
    damaged.write_text(text)
    with pytest.raises(StoreProblem) as caught:
        load_guide(damaged)
    assert "Install complaintkit again" in caught.value.fix


def test_missing_file_says_install_again(tmp_path):
    with pytest.raises(StoreProblem, match="missing or damaged"):
        load_guide(tmp_path / "steps.json")


def test_shipped_file_lies_inside_the_package():
    assert STEPS.is_file()
    assert STEPS.parent.parent.name == "data"
