# ruff: noqa: DTZ001 - a clock on the wall carries no time zone
import subprocess
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from complaintkit.errors import DateUnclear
from complaintkit.intake.dates import understand_day, understand_due, understand_moment
from complaintkit.rules.when import spoken

NOW = datetime(2026, 11, 20, 15, 30, tzinfo=ZoneInfo("Europe/Berlin"))
LANGUAGES = ("en", "de", "fr", "es")


def told(text: str) -> str:
    moment = understand_moment(text, now=NOW, zone="Europe/Berlin", languages=LANGUAGES)
    return spoken(moment)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday 3pm", "Thu 19 Nov 2026, 15:00"),
        ("the 3rd of last month", "Sat 3 Oct 2026"),
        ("gestern", "Thu 19 Nov 2026"),
        ("gestern 15 Uhr", "Thu 19 Nov 2026, 15:00"),
        ("hier à 15h30", "Thu 19 Nov 2026, 15:30"),
        ("vor 3 Stunden", "about Fri 20 Nov 2026, 12:30"),
        ("vor 2 Wochen", "Fri 6 Nov 2026"),
        ("3 mars 2026", "Tue 3 Mar 2026"),
        ("mars 2026", "March 2026"),
        ("ca. 3. März 2026", "about 3 Mar 2026"),
    ],
)
def test_rarer_words_are_understood(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "banana", "order 12345", "order 12", "3", "1700000000", "32 march", "2 years ago",
     "letzte Woche", "31 février", "3pm EST yesterday", "yesterday 3pm EST",
     "about 1700000000", "in 2 weeks", "am 03/04/2026",
     "29 März 2026 02:30", "x" * 5000],
)  # fmt: skip
def test_guesses_are_refused(text):
    with pytest.raises(DateUnclear):
        told(text)


def test_the_refusal_shows_the_way_out():
    with pytest.raises(DateUnclear) as refused:
        told("banana")
    assert refused.value.fix == "Write it like 2026-03-12 or “yesterday 3pm”."


def test_a_promise_may_be_dated_in_other_words():
    anchor = datetime(2026, 11, 20, 15, 30)
    assert understand_due("in 2 Wochen", anchor=anchor, languages=LANGUAGES) == date(2026, 12, 4)
    assert understand_due("friday", anchor=anchor) == date(2026, 11, 27)
    with pytest.raises(DateUnclear):
        understand_due("nächste Woche", anchor=anchor, languages=LANGUAGES)


def test_a_day_may_be_given_in_other_words():
    assert understand_day("vorgestern", today=NOW.date(), languages=("de",)) == date(2026, 11, 18)
    with pytest.raises(DateUnclear):
        understand_day("morgen", today=NOW.date(), languages=("de",))


def test_dateparser_is_loaded_only_for_words_of_its_own():
    code = (
        "import sys; from datetime import *; from complaintkit.intake.dates import *\n"
        "understand_moment('yesterday 3pm', now=datetime.now(timezone.utc))\n"
        "assert 'dateparser' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_a_moment_or_one_plain_refusal(text):
    try:
        moment = understand_moment(text, now=NOW)
    except DateUnclear:
        return
    assert moment.on <= NOW.date()
