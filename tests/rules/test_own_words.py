import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaintkit.rules.own_words import own_words

ANSWER = "Dear Jo,\n\nWe will refund you."


@pytest.mark.parametrize(
    "below",
    [
        "On Thu, 9 Apr 2026 at 11:52, Jo Bloggs <jo@example.org> wrote:\n> Where is it?\n> Jo",
        "On Thursday, 9 April 2026, Jo Bloggs\n<jo@example.org> wrote:\n\n> Where is it?",
        "Am 09.04.2026 um 11:52 schrieb Jo:\n> Wo bleibt es?",
        "Le 9 avril 2026 à 11:52, Jo a écrit :\n> Où est-ce ?",
        "El 9 abr 2026, a las 11:52, Jo escribió:\n> ¿Dónde está?",
        "-----Original Message-----\nFrom: Jo\nSent: Thursday\nWhere is it?",
        "________________________________\nFrom: Jo\nSent: 09 April 2026\nTo: Care\n\nWhere?",
        "From: Jo Bloggs\nSent: 09 April 2026 11:52\nTo: Care\nSubject: kettle\n\nWhere is it?",
        "> Where is it?\n> Jo",
        "-- \nBrightwell Ltd, registered in England\nThis e-mail is confidential.",
    ],
)
def test_what_is_quoted_or_appended_goes(below: str):
    assert own_words(f"{ANSWER}\n\n{below}\n") == ANSWER


def test_an_answer_below_or_between_the_quotation_stays():
    text = "On 9 April Jo wrote:\n> Where is it?\n\nIt is here.\n\n> And the bill?\n\nHere too."
    assert own_words(text) == "It is here.\n\nHere too."


def test_where_nothing_would_be_left_all_is_kept():
    assert own_words("> only quoted") == "> only quoted"


def test_words_that_only_look_like_it_stay():
    text = "From: what you told me I see you wrote off the bill.\nOn Monday she wrote: yes."
    assert own_words(text) == text


@given(st.text(max_size=400))
def test_no_text_is_lost_whole(text: str):
    assert bool(own_words(text)) is bool(text.strip())
