"""Is sarcasm found, and are real thanks, real questions and our own letters left alone?"""

from pathlib import Path

import yaml

from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.findings import apart
from complaintkit.rules.check.tone.phrases import TONES, phrases
from complaintkit.rules.check.tone.sarcasms import sarcastic
from complaintkit.rules.check.tone.words import tone_words_from
from complaintkit.store.tone import load_tones

WORDS = load_tones(TONES, tone_words_from)
TESTS = Path(__file__).parents[2]
LINES = TESTS / "lines"
KIND = "sarcasm"


def found(text):
    read = draft(text)
    return apart(
        one for one in (*phrases(read, WORDS), *sarcastic(read, WORDS)) if one.kind == KIND
    )


def lines(name):
    return yaml.safe_load((LINES / f"{name}.yaml").read_text(encoding="utf-8"))


def test_no_english_letter_of_our_own_is_flagged():
    letters = [
        path
        for folder in ("letters", "letters-examples")
        for path in (TESTS / "golden" / folder).iterdir()
        if path.suffix in (".txt", ".md")
    ]
    assert letters
    flagged = {path.name: found(path.read_text(encoding="utf-8")) for path in letters}
    assert {name: told for name, told in flagged.items() if told} == {}


def test_no_firm_but_proper_line_is_flagged():
    proper = [row["text"] for row in lines("tuning")["proper"]]
    assert {text: found(text) for text in proper if found(text)} == {}
