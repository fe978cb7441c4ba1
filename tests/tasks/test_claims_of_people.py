"""Are people who write the truth left in peace, and are slips of the pen held against the log?

The lines are in `tests/lines/claims.yaml`, written before the code of the check was read. The
counts may only get better: raise a floor when more is found.
"""

import sys
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))
from asking import done

from complaintkit.cli.settings import Settings
from complaintkit.model.review import Remark
from complaintkit.tasks import checking

ROOT = Path(__file__).parents[2]
CASES = ("phone-bill", "washing-machine", "cash-machine")
CAUGHT = {"phone-bill": 19, "washing-machine": 20, "cash-machine": 14}
"""How many false claims are caught: at least."""
RIGHT_ENTRY = {"phone-bill": 17, "washing-machine": 20, "cash-machine": 12}
RIGHT_WORDS = {"phone-bill": 9, "washing-machine": 12, "cash-machine": 4}
"""How many suggestions put the truth in the place of the slip: at least."""


@lru_cache
def lines_of(case: str) -> Mapping[str, Any]:
    lines = yaml.safe_load((ROOT / "tests/lines/claims.yaml").read_text(encoding="utf-8"))
    found: Mapping[str, Any] = lines[case]
    return found


@pytest.fixture(params=CASES, name="case")
def the_case(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Import one example, on its day."""
    name: str = request.param
    monkeypatch.setenv("COMPLAINTKIT_NOW", lines_of(name)["now"])
    done("import", str(ROOT / "examples" / name / "case.yaml"))
    return name


@pytest.fixture(name="record")
def the_record(case: str) -> checking.Record:
    today = datetime.fromisoformat(lines_of(case)["now"]).date()
    return checking.record_of(Settings().log, case, today=today)


def held_against(record: checking.Record, text: str, *kinds: str) -> tuple[Remark, ...]:
    """Return what the log is said to say otherwise, or not at all."""
    kinds = kinds or ("contradicted", "unsupported")
    return tuple(one for one in checking.check_text(text, record).remarks if one.kind in kinds)


def test_nobody_who_writes_the_truth_is_accused(case: str, record: checking.Record):
    told = [text for text in lines_of(case)["honest"] if held_against(record, text)]
    assert told == []


def test_a_page_of_true_sentences_is_let_pass(case: str, record: checking.Record):
    honest = lines_of(case)["honest"]
    pages = [" ".join(honest[at : at + 5]) for at in range(0, len(honest), 5)]
    told = [(one.quote, one.reason, page) for page in pages for one in held_against(record, page)]
    assert told == []


def test_what_a_person_did_alone_is_never_called_untrue(case: str, record: checking.Record):
    unlogged = lines_of(case)["unlogged"]
    assert [text for text in unlogged if held_against(record, text, "contradicted")] == []


def test_false_claims_are_caught_with_the_entry_that_says_otherwise(
    case: str, record: checking.Record
):
    caught = right_entry = right_words = 0
    for line in lines_of(case)["false"]:
        told = held_against(record, line["text"])
        caught += bool(told)
        right_entry += any(one.entry in line["entry"] for one in told)
        truth = line.get("truth")
        right_words += truth is not None and any(truth in one.suggestion for one in told)
    reached = {"caught": caught, "right entry": right_entry, "right words": right_words}
    assert caught >= CAUGHT[case], reached
    assert right_entry >= RIGHT_ENTRY[case], reached
    assert right_words >= RIGHT_WORDS[case], reached
