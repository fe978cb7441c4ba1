"""Are insults, threats, sarcasm and overstatement found, and firm words left alone?"""

from pathlib import Path

import pytest
import yaml

from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.findings import apart
from complaintkit.rules.check.tone.accusations import aimed
from complaintkit.rules.check.tone.overstatements import overstated
from complaintkit.rules.check.tone.phrases import TONES, phrases
from complaintkit.rules.check.tone.sarcasms import sarcastic
from complaintkit.rules.check.tone.words import tone_words_from
from complaintkit.store.tone import load_tones

WORDS = load_tones(TONES, tone_words_from)
DATA = Path(__file__).parents[3] / "complaintkit" / "data" / "tone"
ROWS = [
    row
    for name in TONES
    for row in yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))["detectors"]
]


def remarks(text):
    read = draft(text)
    tone = (phrases, aimed, overstated, sarcastic)
    return apart([one for find in tone for one in find(read, WORDS)])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_each_detector_finds_its_own_examples(row):
    assert row["flag"]
    missed = [
        text for text in row["flag"] if row["kind"] not in {one.kind for one in remarks(text)}
    ]
    assert missed == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_each_detector_leaves_its_look_alikes_alone(row):
    assert row["pass"]
    assert {text: remarks(text) for text in row["pass"] if remarks(text)} == {}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_what_is_put_instead_leaves_no_finding(row):
    for flagged in row["flag"]:
        text = flagged
        for _ in range(4):
            found = remarks(text)
            for one in reversed(found):
                assert text[one.start : one.end] == one.quote
                assert one.suggestion
                text = text[: one.start] + one.suggestion + text[one.end :]
        assert remarks(text) == (), text


def test_no_list_has_two_homes():
    names = [
        name
        for file in TONES
        for name in yaml.safe_load((DATA / f"{file}.yaml").read_text(encoding="utf-8")).get(
            "lists", {}
        )
    ]
    assert len(names) == len(set(names))
