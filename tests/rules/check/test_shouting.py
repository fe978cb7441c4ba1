"""Are capitals for emphasis told from names, references, headings and screen text?"""

import pytest
from manner_cases import CAPITALS, DETECTORS, reworded, tuning

from complaintkit.model.review import Remark, Severity
from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.tone.shouting import shouting

find = DETECTORS["shouting"]
PROPER = (
    "My EMI was debited twice by NACH; the UTR and the FIR are enclosed.",
    "The VIN is 1HGCM82633A004352 and the part is HNG-LEFT-02.",
    "Please pay the refund to GB29 NWBK 6016 1331 9268 19, as NGN 45,000.",
    "My status changed from PENDING to CLOSED on 4 May.",
    "I typed STOP and sent it to 60777.",
    "The option PAY LATER was not on the page.",
    "My contract is with VANTEL UK PLC and not with VANTEL LLC.",
    "Mr JOHN SMITH signed for it, and I live in Portland, OR 97201.",
    "REQUEST FOR REVERSAL OF A DEBIT ON MY ACCOUNT\n\nDear Sir, on 3 May you took £40.00.",
    "IMPORTANT: the bank's branch code is 0417.",
    "Channels BBC ONE HD and ITV HD have been missing since 1 May.",
    "READY TO COLLECT is what your page shows.",
    "The permit says NOT VALID in red.",
    "The lamp on the meter says FULL.",
    "I wrote URGENT on the box.",
    "The film is called NEVER.",
    "I wait.\n> I WANT MY MONEY\n> WHY IS NOBODY ANSWERING",
)


@pytest.mark.parametrize("text", PROPER)
def test_capitals_that_are_no_raised_voice_pass(text: str):
    assert [remark.quote for remark in find(text)] == []


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        ("I TOLD YOU that I had moved.", "I told you that I had moved."),
        (
            "It was delivered to the WRONG HOUSE AGAIN!!",
            "It was delivered to the wrong house again.",
        ),
        ("The app is useless!!! It failed at 9 PM.", "The app is useless. It failed at 9 PM."),
        ("I'VE CALLED HMRC SIX TIMES, ON 3 MAY TOO.", "I've called HMRC six times, on 3 May too."),
        ("It is now DECEMBER.", "It is now December."),
        ("You came at 4 p.m.!!", "You came at 4 p.m."),
        ("So late!! and then nothing.", "So late, and then nothing."),
        ("MY NISSAN ALTIMA WAS NEVER REPAIRED. WHY?", "My NISSAN ALTIMA was never repaired. Why?"),
    ],
)
def test_the_calm_voice_keeps_names_figures_and_sentences(text: str, calm: str):
    assert reworded(text, find(text)) == calm


def test_a_text_in_capitals_is_one_remark_and_not_one_a_sentence():
    text = "I BOUGHT A CAR. IT STOPPED ON THE ROAD. I WANT IT REPAIRED.\n\nTHANKS FOR READING THIS."
    (remark,) = find(text)
    assert (remark.start, remark.quote[-4:]) == (0, "THIS")


def test_one_small_word_is_a_slip_in_a_long_text_and_three_are_not():
    text = "On 4 May the lamp fell. " * 10 + "I paid for ALL of it."
    assert find(text) == []
    assert len(find(text + " It is ONLY a lamp. I did NOT touch it.")) == 3


def test_two_exclamation_marks_are_no_fault_and_a_third_is_a_hint():
    assert find("Thank you! I hope this helps!") == []
    (remark,) = find("Thank you! I hope this helps! Please write!")
    assert (remark.quote, remark.suggestion, remark.severity) == ("write!", "write.", "info")


def test_nine_in_ten_lines_to_tune_on_are_found():
    lines = tuning("shouting")
    assert sum(bool(find(line)) for line in lines) >= 0.9 * len(lines)
    assert [line for line in tuning("proper") if find(line)] == []


def test_a_shouted_insult_is_told_as_both():
    text = "YOU ARE ALL THIEVES AND I WANT MY MONEY BACK NOW."
    start = text.index("ARE")
    insult = Remark(
        kind="insult",
        severity=Severity.ERROR,
        start=start,
        end=text.index(" AND"),
        quote="ARE ALL THIEVES",
        reason="It is one.",
        suggestion="did not help",
    )
    found = list(shouting(draft(text), CAPITALS, beside=[insult]))
    assert [one.quote for one in found] == ["YOU", "AND I WANT MY MONEY BACK NOW"]
    assert all(text[one.start : one.end] == one.quote for one in found)
