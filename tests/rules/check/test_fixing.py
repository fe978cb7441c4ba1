"""Do other words and further sentences go where they belong, and is nothing else touched?"""

import pytest

from complaintkit.model.review import Missing, Part, Remark, Review, Severity
from complaintkit.rules.check.fixing import added, difference, fixed, line_around, put_in

TEXT = "Dear Acme,\n\nYou stole it.\n\nYours sincerely,\nAnn Lee\n"
ANSWER = "Please answer by 4 May 2026."


def remark(text, quote, suggestion):
    start = text.index(quote)
    return Remark(
        kind="insult",
        severity=Severity.ERROR,
        start=start,
        end=start + len(quote),
        quote=quote,
        reason="It is one.",
        suggestion=suggestion,
    )


def test_words_take_the_place_of_others_whatever_their_order():
    changes = [remark(TEXT, "stole", "took"), remark(TEXT, "Acme", "Acme Ltd")]
    assert put_in(TEXT, changes) == TEXT.replace("stole", "took").replace("Acme", "Acme Ltd")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (TEXT, "\n\nYours sincerely"),
        ("Give it back.\n\nKind regards\nAnn", "\n\nKind regards"),
        ("Give it back.\n\nAnn Lee", "\n\nAnn Lee"),
        ("Give it back.\n\nAnn Lee\n404-555-0101", "\n\nAnn Lee\n404"),
        ("Give it back.\n\nIt is mine.", ""),
        ("Give it back.", ""),
    ],
)
def test_a_sentence_is_added_before_the_close(text, before):
    after = added(text, ANSWER)
    assert f"{ANSWER}{before}" in after
    assert after.replace(f"{ANSWER}\n\n", "").strip() in (text.strip(), after.strip())
    assert after.count("\n\n\n") == 0


def test_everything_goes_in_and_then_what_is_missing():
    def look(text):
        lacks = Missing(part=Part.DEADLINE, sentence=ANSWER, is_filled=True)
        return Review(
            remarks=(remark(text, "stole", "took"),) if "stole" in text else (),
            missing=() if ANSWER in text else (lacks,),
        )

    assert fixed(TEXT, look) == added(TEXT.replace("stole", "took"), ANSWER)


def test_a_rewording_that_is_found_again_ends_all_the_same():
    def look(text):
        return Review(remarks=(remark(text, "it", "it it"),))

    assert fixed("it", look).count("it") == 7


def test_a_sentence_with_a_blank_is_never_put_in():
    def look(text):
        return Review(missing=(Missing(part=Part.DATE, sentence="It was on [day]."),))

    assert fixed(TEXT, look) == TEXT


def test_the_lines_around_some_words_are_whole():
    first, last = line_around(TEXT, TEXT.index("stole"), TEXT.index("it."))
    assert TEXT[first:last] == "You stole it."


def test_a_difference_reads_as_patch_wants_it():
    told = difference("a\nb", "a\nc", name="letter.txt")
    assert told.startswith("--- letter.txt\n+++ letter.txt\n")
    assert "-b\n\\ No newline at end of file\n+c\n\\ No newline" in told
    assert difference("a", "a", name="x") == ""
