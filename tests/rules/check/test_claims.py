"""Tests of rules/check/claims.py: what a letter claims, held against the log."""

from datetime import date

import pytest
from claims_letters import checked, sheets
from letter_cases import CARD_POINTS, MISSING_CREDIT

from complaintkit.rules.check.claims import Checked

MAY = date(2026, 5, 18)


@pytest.mark.parametrize("sheet", sheets(), ids=lambda one: one.name)
def test_letters_that_the_program_writes_are_borne_out_by_the_log(sheet):
    assert checked(sheet.text, sheet.case, sheet.today).remarks == ()


def credit(text: str) -> Checked:
    return checked(text, MISSING_CREDIT, MAY)


def test_a_day_that_is_not_that_of_the_call_is_told_with_the_entry():
    [remark] = credit("On 17 April 2026 I spoke to Devon about the credit.").remarks
    assert (remark.kind, remark.severity, remark.entry) == ("contradicted", "error", 3)
    assert remark.quote == "17 April 2026"
    assert remark.reason == (
        "Your log has the call with Devon on 14 April 2026 (#3), not on 17 April 2026."
    )
    assert (remark.suggestion, remark.is_rewording) == ("14 April 2026", True)


def test_a_sum_that_is_in_no_entry_is_told():
    [remark] = credit("I was promised a credit of $25.00 a month.").remarks
    assert (remark.kind, remark.quote, remark.suggestion) == ("contradicted", "$25.00", "$20.00")


def test_a_name_that_is_nearly_one_of_the_log_is_told():
    [remark] = credit("Ms Ruis promised me the credit.").remarks
    assert (remark.entry, remark.quote, remark.suggestion) == (2, "Ms Ruis", "Ms Ruiz")


def test_a_reference_with_a_slip_is_told():
    [remark] = credit("My reference is RET-7717.").remarks
    assert (remark.entry, remark.quote, remark.suggestion) == (2, "RET-7717", "RET-7719")


def test_a_letter_without_claims_gets_no_remark():
    text = "Please look into this by 30 May 2026. You can reach me on 020 7946 0000."
    assert checked(text, CARD_POINTS, date(2026, 5, 4)) == Checked()
