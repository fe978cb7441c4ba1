"""Are long texts and endless sentences found, and tables, lists and long kinds not?"""

from manner_cases import LENGTH, tuning

from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.tone.length import length
from complaintkit.rules.letter_kinds import MOST_WORDS

SENTENCE = "The lamp fell on the floor and broke. "


def quotes(text: str, kind: str = "") -> list[str]:
    return [remark.quote for remark in length(draft(text), LENGTH, kind=kind)]


def test_a_text_of_the_most_words_passes_and_one_word_more_does_not():
    text = SENTENCE * (MOST_WORDS // 8)
    assert quotes(text) == []
    assert len(quotes(text + "Again.")) == 1


def test_a_kind_that_may_be_long_is_not_counted():
    assert quotes(SENTENCE * 80, kind="agency") == []
    assert quotes(SENTENCE * 80, kind="first") != []


def test_address_greeting_closing_and_enclosures_do_not_count():
    body = SENTENCE * (MOST_WORDS // 8)
    around = (
        "Hay Road 7\nLeeds\n\nDear Sir or Madam,\n\n{}\n\nYours faithfully,\n\nR. Ashworth\n"
        + SENTENCE
    )
    assert quotes(around.format(body)) == []
    assert quotes(around.format(body + "Again.")) != []


def test_the_longest_paragraph_is_shown_by_its_first_words():
    text = SENTENCE * 20 + "\n\nThis one is the longest of all. " + SENTENCE * 40
    (remark,) = length(draft(text), LENGTH)
    assert remark.quote.startswith("This one is the longest of all.")
    assert not remark.is_rewording
    assert "327 words" in remark.suggestion


def test_an_endless_sentence_is_told_where_to_be_divided():
    text = "I called on 3 May " + "and then I waited for the call " * 7 + "at home."
    (remark,) = length(draft(text), LENGTH)
    assert remark.severity == "info"
    assert "before “and then I”" in remark.suggestion
    assert quotes("I called on 3 May " + "and then I waited for the call " * 5) == []


def test_tables_lists_and_words_in_brackets_make_no_sentence():
    rows = "3 May    Call      Kyle said that he would call back in the evening\n" * 9
    points = "- a call on the third of the month, with no answer at all\n" * 9
    aside = "I ask you to look at it (" + "the lamp in the hall, " * 12 + "all of them)."
    assert quotes(f"Contacts:\n\n{rows}\n\n{points}") == []
    assert quotes(aside) == []


def test_no_line_to_tune_on_is_too_long():
    assert [line for line in tuning("proper") if quotes(line)] == []
