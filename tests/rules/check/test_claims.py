"""Tests of rules/check/claims/held.py: what a letter claims, held against the log."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from claims_letters import checked, checked_in, sheets
from claims_lines import HONEST, PLANTED
from letter_cases import CARD_POINTS, CASES, MISSING_CREDIT, WASHING_MACHINE

from complaintkit.model.case import Case, Exhibit
from complaintkit.model.encounter import Encounter, Representative
from complaintkit.model.moment import Moment, Precision
from complaintkit.rules.check.claims.held import Checked

MAY = date(2026, 5, 18)
FEBRUARY = CASES["washing-machine"][1]
LINES = [(name, text) for name, texts in HONEST.items() for text in texts]


def credit(text: str) -> Checked:
    return checked(text, MISSING_CREDIT, MAY)


def washing(text: str) -> Checked:
    return checked(text, WASHING_MACHINE, FEBRUARY)


def told(found: Checked) -> list[tuple[str, str, int | None]]:
    return [(one.kind, one.quote, one.entry) for one in found.remarks]


def repaired(text: str, found: Checked) -> str:
    """Put each rewording into the text."""
    for one in reversed(found.remarks):
        if one.is_rewording:
            text = text[: one.start] + one.suggestion + text[one.end :]
    return text


@pytest.mark.parametrize("at", range(len(sheets())), ids=lambda at: sheets()[at].name)
def test_letters_that_the_program_writes_are_borne_out_by_the_log(at):
    sheet = sheets()[at]
    assert told(checked(sheet.text, sheet.case, sheet.today)) == []


@pytest.mark.parametrize("form", ["\r\n", "upper", "body", "later"])
def test_they_are_however_they_are_kept_and_whenever_they_are_read(form):
    for sheet in sheets():
        text, today = sheet.text, sheet.today
        if form == "\r\n":
            text = text.replace("\n", form)
        elif form == "upper":
            text = text.upper()
        elif form == "body":
            text = text[text.find("Dear") :]
        else:
            today += timedelta(days=25)
        assert (sheet.name, told(checked(text, sheet.case, today))) == (sheet.name, [])


@pytest.mark.parametrize("name", HONEST)
def test_what_people_say_truly_in_their_own_words_gets_no_remark(name):
    wrong = {text: told(checked_in(name, text)) for text in HONEST[name]}
    assert {text: found for text, found in wrong.items() if found} == {}
    assert told(checked_in(name, "Dear Sir or Madam,\n\n" + " ".join(HONEST[name]))) == []


def test_there_are_many_true_sentences_and_many_false_ones():
    assert (len(LINES) >= 300, len(PLANTED) >= 60) == (True, True)


@pytest.mark.parametrize(("name", "text", "words", "entries"), PLANTED)
def test_a_planted_falsehood_is_found_with_its_entry(name, text, words, entries):
    [remark] = checked_in(name, text).remarks
    at = text.index(words)
    assert remark.start < at + len(words)
    assert at < remark.end
    assert remark.entry in entries
    assert f"#{remark.entry}" in remark.reason
    assert text[remark.start : remark.end] == remark.quote


@pytest.mark.parametrize(("name", "text"), [line[:2] for line in PLANTED])
def test_the_rewording_leaves_nothing_to_remark(name, text):
    found = checked_in(name, text)
    again = checked_in(name, repaired(text, found))
    assert len(again.remarks) == sum(not one.is_rewording for one in found.remarks)


def test_a_day_that_is_not_that_of_the_call_is_told_with_the_entry():
    [remark] = credit("On 17 April 2026 I spoke to Devon about the credit.").remarks
    assert (remark.kind, remark.severity, remark.entry) == ("contradicted", "error", 3)
    assert remark.reason == (
        "Your log has the call with Devon on 14 April 2026 (#3), not on 17 April 2026."
    )
    assert (remark.suggestion, remark.is_rewording, remark.exhibit) == ("14 April 2026", True, 1)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Friday, 17 April 2026", "Tuesday, 14 April 2026"),
        ("April 17th", "April 14th"),
        ("Apr 17, 2026", "Apr 14, 2026"),
        ("2026-04-17", "2026-04-14"),
        ("04/17/2026", "04/14/2026"),
    ],
)
def test_a_day_is_put_right_in_the_way_in_which_it_is_written(written, right):
    [remark] = credit(f"On {written} I spoke to Devon.").remarks
    assert (remark.quote, remark.suggestion) == (written, right)


def test_figures_are_read_by_the_habit_of_the_country():
    text = "On 04/01/2026 I spoke to the technician about the replacement seal."
    british = replace(WASHING_MACHINE, country="GB")
    [remark] = checked(text, british, FEBRUARY).remarks
    assert "4 January 2026" in remark.reason


def test_what_the_log_lacks_altogether_is_told_as_a_warning():
    [remark] = credit("I wrote to you on 3 February 2026.").remarks
    assert (remark.kind, remark.severity, remark.entry) == ("unsupported", "warning", None)
    assert remark.reason == "Your log has nothing on 3 February 2026."
    assert remark.suggestion == "Add it to your log first, or leave it out."
    assert not remark.is_rewording


def test_one_more_call_to_the_same_person_may_only_be_missing_from_the_log():
    text = "On 14 April 2026 I spoke to Devon, and on 28 April 2026 I spoke to Devon again."
    assert told(credit(text)) == [("unsupported", "28 April 2026", None)]


def test_days_that_the_writer_sets_and_days_of_laws_are_no_claims():
    assert credit("Please answer by 30 June 2026. Please pay by 4 May 2026.") == Checked()
    assert credit("The Fair Credit Act of 3 March 2009 applies to $75,000.00.") == Checked()
    text = "You can reach me on 020 7946 0000 from 9:30 to 17:00; 8.5 % of my bill is tax."
    assert checked(text, CARD_POINTS, date(2026, 5, 4)) == Checked()


def test_a_day_broken_over_two_lines_of_a_cell_gets_advice_and_no_rewording():
    [sheet] = [one for one in sheets() if one.name == "on-the-table-credit-report"]
    text = sheet.text.replace("months by Feb 28,", "months by Feb 27,")
    [remark] = checked(text, sheet.case, sheet.today).remarks
    assert (remark.quote, remark.entry) == ("Feb 27,", 2)
    assert remark.suggestion == "Check it against #2 and correct whichever is wrong."
    assert not remark.is_rewording


@pytest.mark.parametrize("count", ["twice", "two times", "at least once", "about three times"])
def test_any_way_to_count_that_gives_the_number_is_true(count):
    assert credit(f"I have called you {count} about this.") == Checked()


def test_a_number_that_no_way_of_counting_gives_is_told_with_the_entries():
    [remark] = washing("I have been in touch with you seven times since 19 January 2026.").remarks
    assert remark.reason == (
        "Your log has 4 contacts in which you raised this since 19 January 2026 "
        "(#4, #8, #14, #19), not seven times."
    )
    assert remark.suggestion == "four times"


def test_calls_to_others_are_not_counted():
    assert credit("I have called my bank nine times about this.") == Checked()
    assert credit("I have called Larkfield Bank nine times.") == Checked()


def test_never_is_told_only_where_the_whole_dispute_is_meant():
    assert told(washing("Nobody has ever called me."))[0][2] == 7
    for part in ("since 1 February", "after the technician’s visit", "about the seal"):
        assert washing(f"Nobody has called me {part}.").remarks == ()


def test_a_call_back_promised_after_the_last_call_may_be_the_one_that_never_came():
    later = replace(
        WASHING_MACHINE.encounters[-1],
        promises=(replace(WASHING_MACHINE.encounters[3].promises[0], what="a call", kept=None),),
    )
    case = replace(WASHING_MACHINE, encounters=(*WASHING_MACHINE.encounters[:-1], later))
    assert checked("Nobody has ever called me back.", case, FEBRUARY) == Checked()


def test_a_day_that_the_log_knows_roughly_is_not_held_against_an_exact_one():
    def known(precision: Precision) -> Case:
        moment = Moment(wall=datetime.fromisoformat("2026-03-12T00:00"), precision=precision)
        met = Encounter(
            seq=4, entry_id="e4", moment=moment, representative=Representative(name="Priya")
        )
        return replace(MISSING_CREDIT, encounters=(*MISSING_CREDIT.encounters, met))

    text = "On 15 March 2026 I spoke to Priya."
    assert checked(text, known(Precision.MONTH), MAY).remarks == ()
    assert checked(text, known(Precision.ABOUT), MAY).remarks == ()
    assert told(checked(text, known(Precision.DAY), MAY)) == [("contradicted", "15 March 2026", 4)]


def test_the_private_floor_is_never_told():
    case = replace(WASHING_MACHINE, resolution=replace(WASHING_MACHINE.resolution, floor="£340"))
    found = checked("I would take £341.00.", case, FEBRUARY)
    assert not any("340" in one.reason + one.suggestion for one in found.remarks)


def test_what_the_log_bears_out_gets_its_exhibits_offered():
    text = "On April 14, 2026, Devon had no note on file. I wrote it down."
    [support] = credit(text).supported
    assert (support.quote, support.entry, support.exhibits) == ("April 14, 2026", 3, (1, 2, 3, 4))
    assert text[support.start : support.end] == support.quote


def test_exhibits_to_which_the_sentence_points_are_not_offered_again():
    [support] = credit("On April 14, 2026, I called (exhibits 1 to 3).").supported
    assert support.exhibits == (4,)


def test_exhibits_that_say_what_they_belong_to_are_offered_too():
    photo = Exhibit(
        seq=99, entry_id="x9", number=9, sha256="0" * 64, name="a.jpg", size=1, belongs_to=("e4",)
    )
    case = replace(WASHING_MACHINE, exhibits=(*WASHING_MACHINE.exhibits, photo))
    [support] = checked("I rang on 19 January 2026.", case, FEBRUARY).supported
    assert (support.entry, support.exhibits) == (4, (9,))


def test_what_is_doubted_is_not_borne_out():
    found = credit("On 17 April 2026 I spoke to Devon about the credit.")
    assert (len(found.remarks), found.supported) == (1, ())
