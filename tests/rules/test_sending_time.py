from datetime import date, timedelta

import pytest

from complaintkit.rules.sending_time import goes_stale, sending_notes, way_of

SENT = date(2026, 5, 4)


def notes(left: int | None, via: str = "post", *, delivery: str = "", late: int = 0) -> list[str]:
    return sending_notes(
        via=via,
        delivery=delivery,
        written_on=SENT - timedelta(days=late),
        sent_on=SENT,
        answer_by=None if left is None else SENT + timedelta(days=left),
    )


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("post", "post"), ("Royal Mail", "post"), ("certified mail", "post"),
        ("registered", "post"), ("Apple letter", "post"), ("their app", "web"),
        ("e-mail", "email"), ("Email", "email"), ("by hand", "hand"), ("their portal", "web"),
        ("web form", "web"), ("fax", "fax"), ("DHL", "courier"), ("By registered post", "post"),
        ("pigeon", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_way_is_known_by_its_words(words: str, way: str):
    assert way_of(words) == way


def test_by_post_ten_days_are_enough_and_nine_are_few():
    assert notes(10) == []
    assert notes(9)[0].startswith("By post, 9 days to answer are few")


@pytest.mark.parametrize("via", ["email", "by hand", "pigeon"])
def test_by_other_ways_seven_days_are_enough_and_six_are_few(via: str):
    assert notes(7, via) == []
    assert notes(6, via) == ["6 days to answer are few; a week is the least that a company needs."]


def test_a_date_that_lies_before_the_sending_is_told():
    (told,) = notes(-1)
    assert told.startswith("The date to answer by, 3 May 2026, lies before the day of sending.")
    assert notes(0)[0].startswith("By post, 0 days")


def test_without_a_date_there_is_nothing_to_be_short():
    assert notes(None, late=9) == []


def test_more_than_two_days_after_its_date_a_letter_is_stale():
    assert [goes_stale(SENT, SENT + timedelta(days=days)) for days in (-1, 0, 2, 3)] == [
        False, False, False, True,
    ]  # fmt: skip
    assert notes(20, late=2) == []
    assert notes(20, late=3) == [
        "The letter is dated 1 May 2026 and went out 3 days later, so 20 days are left to answer."
    ]


def test_another_way_than_the_letter_says_is_told():
    assert notes(20, "e-mail", delivery="By registered post") == [
        "The letter says “By registered post”, and it goes by e-mail."
    ]
    assert notes(20, "post", delivery="By registered post") == []
    assert notes(20, "pigeon", delivery="By registered post") == []
