"""Are the guide's data and the rights found, and is their absence told plainly?"""

import pytest

from complaintkit.errors import StoreProblem
from complaintkit.store.reference import STEPS, load_guide, load_steps
from complaintkit.store.rights import RIGHTS, load_rights


def test_steps_come_in_the_order_of_the_ladder():
    ids = [step.id for step in load_steps()]
    ladder = ["noticed", "prepare", "front-line", "manager", "head-of-service", "ceo", "reminder",
              "offer", "outside", "final-notice", "agreed", "performed", "closed"]  # fmt: skip
    assert [one for one in ids if one in ladder] == ladder


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"steps": [{}]}', "\x00"])
def test_damaged_file_says_install_again(tmp_path, text):
    damaged = tmp_path / "steps.json"
    damaged.write_text(text)
    with pytest.raises(StoreProblem) as caught:
        load_guide(damaged)
    assert "Install complaintkit again" in caught.value.fix


@pytest.mark.parametrize("text", ["", "{", '[{"id": "us-records"}]', "[7]", "\x00"])
def test_damaged_rights_say_install_again(tmp_path, text):
    damaged = tmp_path / "rights.json"
    damaged.write_text(text)
    with pytest.raises(StoreProblem, match="The file of rights") as caught:
        load_rights(damaged)
    assert "Install complaintkit again" in caught.value.fix


def test_missing_file_says_install_again(tmp_path):
    with pytest.raises(StoreProblem, match="missing or damaged"):
        load_guide(tmp_path / "steps.json")


def test_shipped_file_lies_inside_the_package():
    assert STEPS.is_file()
    assert RIGHTS.is_file()
    assert STEPS.parent.parent.name == "data"
