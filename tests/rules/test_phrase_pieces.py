"""Does a phrase of the data stand where it should, and nowhere else?"""

import pytest

from complaintkit.rules.phrase_pieces import places, shape
from complaintkit.rules.reply_text import spoken

LISTS = {"slur": ("liar", "thie*")}


def stands(phrase, text):
    tokens = spoken(text).tokens
    one = shape(phrase, LISTS)
    found = (places(tokens, place, one.pieces) for place in range(len(tokens)))
    return next((ends for ends in found if ends is not None), None)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("you are … <slur>", "You are a bunch of thieves."),
        ("you are … <slur>", "You're liar."),
        ("bank/airline staff? knows", "The bank knows."),
        ("can not wait", "I can’t wait"),
    ],
)
def test_a_phrase_stands_with_its_lists_gaps_and_ways(phrase, text):
    assert stands(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("you are … <slur>", "You are not a liar."),
        ("you are … <slur>", "You are here. A liar called."),
        ("you are … <slur>", "You are one two three four five liar"),
        ("<slur> said", "The lie said so"),
    ],
)
def test_a_phrase_crosses_no_negation_and_no_end_of_a_sentence(phrase, text):
    assert stands(phrase, text) is None


def test_the_part_in_brackets_is_what_is_meant():
    one = shape("^ your staff [ are … <slur> ] $", LISTS)
    assert (one.first, one.last, one.at_head, one.at_end) == (2, 4, True, True)
    ends = stands("^ your staff [ are … <slur> ] $", "Your staff are all liars liar.")
    assert ends is not None


def test_an_unknown_list_is_refused():
    with pytest.raises(KeyError):
        shape("you <nothing>", LISTS)
