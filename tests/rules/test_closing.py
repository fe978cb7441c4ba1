"""Is what may have moved them taken from the log, and is the right person thanked?"""

from dataclasses import replace

from case_logs import a_case, call, closed, day, letter, manager, missed

from complaintkit.model.people import Party
from complaintkit.rules.closing import movers, name_of, to_thank
from complaintkit.store.reference import score_words

WORDS = score_words()["moved"]
TODAY = day("03-01")


def offered(case) -> list[str]:
    return [mover.words for mover in movers(case, WORDS, today=TODAY)]


def test_nothing_is_offered_where_nothing_can_have_moved_them():
    assert offered(a_case(call("02-01"), missed("02-02", role="manager"))) == []


def test_high_talks_and_letters_are_offered_the_latest_first():
    case = a_case(
        call("01-05"), manager("01-10"), letter("ceo", "01-20"), letter("thanks", "02-20"),
        letter("my-own", "02-03"),
    )  # fmt: skip
    assert offered(case) == [
        "the letter of 3 February 2026",
        "the letter to the chief executive of 20 January 2026",
        "the talk with Ms Ito, supervisor on 10 January 2026",
    ]


def test_an_outside_body_and_a_broken_promise_are_offered():
    case = a_case(
        call("02-01", by="02-05"),
        parties=(Party(name="Larkfield Bank", role="bank"), Party(name="Ofcom", role="Regulator")),
    )
    assert offered(case) == ["turning to Ofcom", "pointing to a promise that was not kept"]


def test_of_many_the_latest_are_offered():
    assert len(offered(a_case(*(manager(f"01-{on:02}") for on in range(1, 20))))) == 6


def settled(*lines, moved_by: str = "", result: str = "resolved") -> str:
    outcome = replace(closed("02-20"), moved_by=moved_by, result=result)
    talk = to_thank(a_case(*lines, outcome=outcome))
    return name_of(talk) if talk else ""


def test_who_moved_it_is_thanked_before_who_kept_a_promise():
    lines = [call("02-01", name="Jo", by="02-05", kept=True), call("02-02", name="Ann Lee")]
    assert settled(*lines) == "Jo"
    assert settled(*lines, moved_by="the talk with ann lee on 2 February 2026") == "Ann Lee"


def test_nobody_is_thanked_without_a_name_or_without_a_settlement():
    kept = call("02-01", name="Jo", by="02-05", kept=True)
    assert settled(kept, result="not") == ""
    assert settled(call("02-01", name="", by="02-05", kept=True)) == ""
    assert settled(call("02-01", by="02-05", kept=False), call("02-02")) == ""
    assert to_thank(a_case(kept)) is None
