"""Does the scorecard read well, and does it stay within a line?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from complaintkit.model.case import Case, Outcome
from complaintkit.model.encounter import Encounter, Promise, Representative
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.people import Company
from complaintkit.render.score_text import score_text
from complaintkit.render.score_words import for_others, listed
from complaintkit.rules.score import score_case
from complaintkit.rules.scorecard import passages, scorecard
from complaintkit.store.reference import score_words

WORDS = score_words()
TODAY = date(2026, 6, 20)


def met(on: datetime, **fields: object) -> Encounter:
    moment = Moment(wall=on, precision=fields.pop("precision", Precision.DAY))  # type: ignore[arg-type]
    return Encounter(seq=2, entry_id="e", moment=moment, **fields)  # type: ignore[arg-type]


def a_case(*encounters: Encounter, **fields: object) -> Case:
    case = Case(
        id="c",
        name="kettle",
        opened_on=date(2026, 1, 1),
        company=Company(name="Brightwell"),
        problem="It leaks.",
        encounters=encounters,
    )
    return replace(case, **fields)  # type: ignore[arg-type]


def shown(*cases: Case, words=WORDS, **how: int) -> str:
    card = scorecard("Brightwell", [score_case(case, today=TODAY) for case in cases])
    found = passages(cases[0], today=TODAY) if len(cases) == 1 else ()
    return score_text(card, words, found=found, **how)


FIRST = met(datetime(2026, 1, 1))  # noqa: DTZ001 - a clock on the wall carries no time zone


def test_a_long_wait_is_drawn_to_scale_and_never_too_wide():
    late = met(datetime(2026, 6, 1), representative=Representative(name="n" * 200))  # noqa: DTZ001
    for width in (28, 40, 78):
        text = shown(a_case(FIRST, late), width=width)
        assert max(map(len, text.splitlines())) <= width
    assert "(one dot for 4 days)" in text
    assert "     151 days  " + "." * 38 + "\n" in text


def test_words_carry_everything_that_the_dots_show():
    text = shown(a_case(FIRST, met(datetime(2026, 6, 10))))  # noqa: DTZ001
    assert "      10 days  ...\n" in text
    assert text.isascii() or set(text) - set(map(chr, range(128))) <= set("–“”’")


def test_what_a_person_typed_stays_inert_on_its_line():
    evil = "x\x1b[31m\u202e {what} \n\n  kept  a refund"
    promise = Promise(what=evil, index=1)
    text = shown(a_case(replace(FIRST, promises=(promise,), medium=evil), name=evil, title=evil))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "{what}" in text
    assert not [line for line in text.splitlines() if line.strip().startswith("kept")]


def test_a_day_known_only_roughly_says_so():
    about = replace(FIRST, moment=replace(FIRST.moment, precision=Precision.ABOUT))
    month = replace(FIRST, moment=replace(FIRST.moment, precision=Precision.MONTH))
    assert "   1 Jan 2026  you: phone, about this day\n" in shown(a_case(about))
    assert "     Jan 2026  you: phone\n" in shown(a_case(month))


def test_older_lines_are_counted_where_they_are_left_out():
    text = shown(a_case(FIRST, FIRST, FIRST), last=1)
    assert text.count("you: phone") == 1
    assert "2 earlier lines are left out here" in text
    assert "left out" not in shown(a_case(FIRST, FIRST, FIRST), last=3)


def test_a_page_for_others_does_not_say_you():
    outcome = Outcome(seq=3, closed_on=TODAY, result="part")
    text = shown(
        a_case(FIRST, replace(FIRST, reached=False), outcome=outcome), words=for_others(WORDS)
    )
    assert "customer: phone" in text
    assert " you" not in text


def test_how_it_went_is_told_as_far_as_it_was_answered():
    outcome = Outcome(seq=3, closed_on=TODAY, result="resolved", satisfaction_after=4, fair=True)
    text = shown(a_case(FIRST, outcome=replace(outcome, heard=False, manner=5)))
    assert "Content, out of 5: 4 at the end." in text
    assert "Treated fairly: yes." in text
    assert "Listened to: no." in text
    assert "Dealt with" not in text
    assert "Out of 5: manner 5." in text


def test_several_cases_are_added_up():
    outcome = Outcome(seq=3, closed_on=date(2026, 1, 11), result="resolved", fair=True)
    text = shown(a_case(FIRST, outcome=outcome), a_case(FIRST, name="toaster"), a_case())
    assert "3 cases: 2 open, 1 resolved, 0 in part, 0 not." in text
    assert "First answer, in days: 0, 0 (2 of 3 cases)." in text
    assert "Resolved, in days: 10 (1 of 3 cases)." in text
    assert "Treated fairly: 1 of 1." in text
    assert "`complaintkit score --case kettle`" in text


def test_many_figures_are_told_by_the_least_the_most_and_the_middle_one():
    assert listed(range(7), WORDS) == "0 to 6, 3 in the middle"
    assert listed((1, 2), WORDS) == "1, 2"


@pytest.mark.parametrize("name", ["cash-machine", "phone-bill", "washing-machine"])
def test_the_picture_of_an_example_is_the_agreed_one(
    name: str, golden: Callable[[str, str], None], tmp_path: Path
):
    from running import complaintkit, done

    source = Path(__file__).parents[2] / "examples" / name / "case.yaml"
    home, now = tmp_path / "home", "2026-05-04T09:00:00-04:00"
    done(complaintkit(home, "import", str(source), now=now))
    golden(f"score/{name}.txt", done(complaintkit(home, "score", "--case", name, now=now)))
