from datetime import date

from complaintkit.rules.unsent import Unsent, did_it_go_out

WRITTEN = date(2026, 5, 3)
MANAGER = Unsent(number=2, kind="manager", written_on=WRITTEN)
CEO = Unsent(number=3, kind="ceo", written_on=date(2026, 5, 4))


def asked(*letters: Unsent, today: date = date(2026, 5, 9), case: str = "acme") -> str:
    return did_it_go_out(letters, case=case, today=today)


def test_on_the_day_of_writing_nobody_is_asked():
    assert asked(MANAGER, today=WRITTEN) == ""
    assert asked(MANAGER, today=date(2026, 5, 4)).endswith("`complaintkit sent 2 --case acme`")


def test_one_letter_is_named_with_its_kind_and_day():
    assert asked(MANAGER) == (
        "Letter 2 (manager) was written on 3 May 2026 and is not marked as sent. Did it go out? "
        "`complaintkit sent 2 --case acme`"
    )


def test_several_letters_are_one_question():
    assert asked(MANAGER, CEO) == (
        "Letters 2 (manager, 3 May 2026) and 3 (ceo, 4 May 2026) are written and not marked as "
        "sent. Did they go out? `complaintkit sent --case acme`"
    )


def test_of_several_only_those_of_earlier_days_are_asked_about():
    assert asked(MANAGER, CEO, today=date(2026, 5, 4)).startswith("Letter 2 (manager)")


def test_a_letter_dated_after_today_is_not_asked_about():
    assert asked(CEO, today=WRITTEN) == ""


def test_a_name_that_a_shell_would_split_is_quoted():
    assert asked(MANAGER, case="the bank").endswith("--case 'the bank'`")
