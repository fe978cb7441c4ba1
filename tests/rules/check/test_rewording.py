"""Do other words read well in their place, and is no fact lost with what gives way?"""

import pytest

from complaintkit.model.review import Severity
from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.tone.rewording import Fault, reworded, to_end_of_clause

FAULT = Fault(kind="insult", severity=Severity.ERROR, why="It is one.")


def after(text, first, last, instead):
    one = reworded(draft(text), FAULT, first, last, instead)
    assert text[one.start : one.end] == one.quote
    return text[: one.start] + one.suggestion + text[one.end :]


@pytest.mark.parametrize(
    ("text", "first", "last", "instead", "expected"),
    [
        ("You thieves took it.", 1, 1, "", "You took it."),
        ("Thieves took it.", 0, 0, "", "Took it."),
        ("I say thieves.", 2, 2, "", "I say."),
        ("thieves", 0, 0, "", "I am not satisfied"),
        ("It was a disgrace.", 3, 3, "unusual case", "It was an unusual case."),
        ("It was an outrage.", 3, 3, "serious matter", "It was a serious matter."),
        ("Stole it. Yes.", 0, 0, "took", "Took it. Yes."),
        ("You stole it all.", 1, 1, "took", "You took it all."),
    ],
)
def test_words_give_way_and_the_sentence_still_reads(text, first, last, instead, expected):
    assert after(text, first, last, instead) == expected


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("You filthy £84.20 thieves of 3 May 2026 took it.", "£84.20"),
        ("You filthy £84.20 thieves of 3 May 2026 took it.", "3 May 2026"),
        ("You Mr Bello of all fools took it.", "Mr Bello"),
    ],
)
def test_figures_and_people_that_would_be_lost_are_set_behind(text, fact):
    last = next(at for at, token in enumerate(draft(text).tokens) if token.word == "took") - 1
    assert fact in after(text, 1, last, "people")


def test_a_percentage_beyond_all_counting_is_no_fact():
    assert after("It is 1000 percent true.", 2, 3, "quite") == "It is quite true."


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("You are thieves who prey on the old and I know it.", "old"),
        ("You are thieves who took £40 from me.", "thieves"),
        ("You are thieves as Mrs Okafor said.", "thieves"),
        ("You are thieves in the eyes of Lagos.", "thieves"),
    ],
)
def test_the_rest_of_a_clause_goes_with_them_where_it_holds_no_fact(text, kept):
    read = draft(text)
    last = to_end_of_clause(read, 2)
    assert read.tokens[last].word == kept
