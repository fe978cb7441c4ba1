"""Are texts shortened as a person would, and said as a person says them?"""

from datetime import datetime

import pytest

from complaintkit.model.encounter import Representative
from complaintkit.model.moment import Moment, Precision
from complaintkit.rules import aloud


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It leaks. I called.", "It leaks"),
        ("I met Mr. Bell on 3 May. He said no.", "I met Mr. Bell on 3 May"),
        ("At 5 p.m. Jane called. No.", "At 5 p.m. Jane called"),
        ("Was it paid? No.", "Was it paid?"),
        ("It cost 84.20 dollars", "It cost 84.20 dollars"),
        ("two\nlines here. More.", "two lines here"),
        ("", ""),
    ],
)
def test_first_sentence(text, first):
    assert aloud.first_sentence(text) == first


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("one two three", 3, "one two three"),
        ("one two, three", 2, "one two…"),
        ("x" * 30, 3, "x" * 30),
        ("x" * 30, 1, "x" * 14 + "…"),
        ("", 3, ""),
    ],
)
def test_in_words(text, most, kept):
    assert aloud.in_words(text, most) == kept


@pytest.mark.parametrize(
    ("name", "role", "said"),
    [
        ("Jane", "supervisor", "Jane, supervisor"),
        ("Jane", "", "Jane"),
        ("", "billing agent", "the billing agent"),
        ("", "the manager", "the manager"),
        ("", "", ""),
    ],
)
def test_person(name, role, said):
    assert aloud.person(Representative(name=name, role=role)) == said


def test_how_surely_the_day_is_known():
    noon = datetime.fromisoformat("2026-03-12T12:00")
    assert aloud.when(Moment(wall=noon), country="GB") == ("day", "12 March 2026")
    about = Moment(wall=datetime.fromisoformat("2026-03-12"), precision=Precision.ABOUT)
    assert aloud.when(about, country="US") == ("day-about", "March 12, 2026")
    month = Moment(wall=noon, precision=Precision.MONTH)
    assert aloud.when(month, country="GB") == ("month", "March 2026")
    assert aloud.when(month, country="GB", today=noon.date()) == ("month", "March")


@pytest.mark.parametrize(
    "text", ["on 3 May", "May 3rd", "since 15 February", "2026-02-15", "3.4.26"]
)
def test_a_day_is_found(text):
    assert aloud.names_a_day(text)


@pytest.mark.parametrize("text", ["it may leak", "model 3000", "84.20 dollars", "decent 3"])
def test_no_day_is_found(text):
    assert not aloud.names_a_day(text)
