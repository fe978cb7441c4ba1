"""Is an answer of the company sorted, written down whole, and answered with what helps?"""

import json
from pathlib import Path

import pytest
from asking import done, open_case, typed
from terminal import CTRL_C, NOW, PROMPT, dialogue, spawned

LONG = "Dear Ms Lee,\n\n" + "We looked at this again. " * 30 + "\n\nWe will not refund you.\n\nJo"


@pytest.fixture(autouse=True)
def acme(empty_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)
    open_case()
    return empty_home


def case() -> dict:
    return json.loads(done("show", "acme", "--json"))["case"]


def test_an_answer_is_an_incoming_contact_with_its_kind_as_a_tag():
    done(
        "reply", "--kind", "holding", "--text", "We are looking into it.", "--with", "Jo, agent",
        "--promised", "an answer", "--by", "in 2 weeks", "--ref", "R-1", "--on", "yesterday",
    )  # fmt: skip
    (met,) = case()["encounters"]
    assert (met["direction"], met["channel"], met["tags"]) == ("in", "email", ["holding"])
    assert met["quote"] == "We are looking into it."
    assert met["representative"] == {"name": "Jo", "role": "agent"}
    assert met["promises"][0]["by"] == "2026-07-03"
    assert met["reference"] == "R-1"
    assert met["moment"]["wall"].startswith("2026-06-19")


def test_it_is_said_what_it_means_what_to_do_and_not_and_what_to_write():
    shown = done("reply", "--kind", "denies-contact", "--said", "no record of my call")
    assert "They say it did not happen." in shown
    assert "\n  + Give the day, the hour" in shown
    assert "\n  – Do not call anybody a liar" in shown
    assert "complaintkit letter records --case acme" in shown
    assert "competing" not in shown


def test_a_voucher_is_contact_and_offer_in_one_go():
    done(
        "reply", "--kind", "voucher", "--text", "Have a voucher.", "--offer", "a voucher for $40",
        "--amount", "40", "--currency", "USD", "--expires", "2026-07-10", "--full-settlement",
    )  # fmt: skip
    (offer,) = case()["offers"]
    assert (offer["what"], offer["expires"], offer["full_settlement"]) == (
        "a voucher for $40",
        "2026-07-10",
        True,
    )
    assert offer["amount"] == {"amount": "40", "currency": "USD"}
    assert len(case()["encounters"]) == 1


def test_nothing_is_saved_where_the_offer_cannot_be_read():
    answer = typed("reply", "--kind", "voucher", "--text", "Have one.", "--amount", "much")
    assert answer.code == 2
    assert case()["encounters"] == []
    assert "Have one." in answer.err


@pytest.mark.parametrize(
    ("option", "kind"), [("--final-response", "final-response"), ("--deadlock", "deadlock")]
)
def test_a_final_answer_is_a_dated_fact_too(option, kind):
    shown = done("reply", "--kind", "final-refusal", "--text", "We refuse.", option)
    (event,) = case()["events"]
    assert (event["kind"], event["on"]) == (kind, "2026-06-20")
    assert "complaintkit letter agency" in shown


def test_a_refusal_alone_leads_to_the_next_rung_and_no_dated_fact():
    done("log", "--said", "asked for a refund", "--at", "2026-06-01")
    shown = done("reply", "--kind", "final-refusal", "--text", "We refuse.")
    assert case()["events"] == []
    assert "complaintkit letter manager" in shown


def test_a_long_answer_is_quoted_and_kept_whole_as_an_exhibit(acme: Path):
    answer = typed("reply", "--kind", "final-refusal", "--text", "-", piped=LONG)
    assert answer.code == 0
    found = case()
    assert found["encounters"][0]["quote"] == "We will not refund you."
    (exhibit,) = found["exhibits"]
    assert found["encounters"][0]["exhibits"] == [1]
    kept = acme / "exhibits" / exhibit["sha256"][:2] / exhibit["sha256"]
    assert kept.read_text(encoding="utf-8") == LONG + "\n"


def test_a_file_stays_with_the_answer(tmp_path: Path):
    (tmp_path / "mail.eml").write_text("From: them", encoding="utf-8")
    done(
        "reply", "--kind", "other", "--said", "sent a mail", "--attach", str(tmp_path / "mail.eml")
    )
    assert case()["encounters"][0]["exhibits"] == [1]


def test_text_without_a_kind_is_sorted_saved_nowhere_and_given_back(acme: Path):
    answer = typed("reply", "--text", "Please contact the manufacturer.")
    assert answer.code == 2
    assert "ask-the-maker: They send me to the maker" in answer.out
    assert "“contact the manufacturer”" in " ".join(answer.out.split())
    assert "Nothing was saved." in answer.err
    assert "--kind ask-the-maker" in answer.said
    assert "    Please contact the manufacturer." in answer.err
    assert list((acme / "recovery").iterdir())
    assert case()["encounters"] == []


def test_without_anything_the_kinds_are_named():
    answer = typed("reply")
    assert answer.code == 2
    assert "no-answer, holding, ask-the-maker" in answer.said


def test_an_unknown_kind_has_a_near_one():
    answer = typed("reply", "--kind", "vouchers", "--said", "x")
    assert answer.code == 2
    assert "Did you mean voucher?" in answer.said


def test_other_needs_words():
    assert typed("reply", "--kind", "other").code == 2
    assert "--text '…'" in typed("reply", "--kind", "other").said


def test_silence_is_a_dated_fact_about_what_waits_for_an_answer():
    done("log", "--said", "asked for a refund", "--channel", "email", "--at", "2026-06-01")
    shown = done("reply", "--kind", "no-answer", "--on", "2026-06-18")
    (event,) = case()["events"]
    assert event["what"] == "no answer by 18 June 2026 to the e-mail of 1 June 2026"
    assert event["kind"] == "other"
    assert "complaintkit letter first" in shown  # there is no letter to be reminded of


def test_a_letter_comes_before_contacts_and_its_date_is_waited_for():
    done("profile", "--name", "Ann Lee", "--email", "ann@example.org")
    done("company", "--want", "a refund")
    done("letter", "first", "--answer-days", "30")
    done("sent", "1", "--via", "email", "--on", "today")
    early = done("reply", "--kind", "no-answer")
    assert "no answer by 20 June 2026 to the letter of 20 June 2026" in " ".join(early.split())
    assert "The reminder can wait until then." in " ".join(early.split())
    assert "Letter:" not in early


def test_after_the_date_of_the_letter_a_reminder_is_proposed(monkeypatch: pytest.MonkeyPatch):
    test_a_letter_comes_before_contacts_and_its_date_is_waited_for()
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW.replace("2026-06-20", "2026-08-20"))
    assert "complaintkit letter reminder --case acme" in done("reply", "--kind", "no-answer")


def test_silence_needs_something_that_was_said_before_and_takes_no_words():
    answer = typed("reply", "--kind", "no-answer")
    assert answer.code == 2
    assert "nothing that they could have answered" in answer.said
    done("log", "--said", "asked")
    answer = typed("reply", "--kind", "no-answer", "--text", "We refuse.")
    assert answer.code == 2
    assert case()["events"] == []


def test_nothing_is_written_into_a_closed_case():
    done("close", "--outcome", "not")
    assert typed("reply", "acme", "--kind", "holding").code == 2


def test_at_a_terminal_the_person_confirms_what_the_words_point_to(acme: Path):
    shown, code = dialogue(
        acme, ["reply"],
        "", "1", "We can offer you", "a £40 voucher.", "", "1",
        "yesterday", "Jo", "R-2", "", "a voucher for the shop", "much", "40 USD", "2026-07-10", "2",
    )  # fmt: skip
    told = " ".join(shown.split())
    assert code == 0, shown
    assert "1 They offer a voucher or credit (the words: “offer you a £40 voucher”)" in told
    assert "Something else" in told
    assert "is not an amount I can read" in told
    found = case()
    assert found["encounters"][0]["quote"] == "We can offer you\na £40 voucher."
    assert found["encounters"][0]["tags"] == ["voucher"]
    assert found["offers"][0]["full_settlement"] is True
    assert "counter-offer" in told


def test_something_else_lists_the_other_kinds(acme: Path):
    shown, code = dialogue(
        acme, ["reply"],
        "1", "2", "they will not refund it", "2", "6", "now", "", "", "",
    )  # fmt: skip
    assert code == 0, shown
    met = case()["encounters"][0]
    assert met["said"] == "they will not refund it"
    assert met["channel"] == "phone"
    assert met["tags"] == ["asks-for-id"]


def test_a_refusal_is_asked_what_it_calls_itself(acme: Path):
    shown, code = dialogue(
        acme, ["reply", "--text", "We will not refund you."], "1", "", "", "", "3"
    )
    assert code == 0, shown
    assert case()["events"][0]["kind"] == "deadlock"


def test_nothing_came_is_the_last_choice(acme: Path):
    done("log", "--said", "asked", "--at", "2026-06-01")
    shown, code = dialogue(acme, ["reply"], "9", "")
    assert code == 0, shown
    assert "no answer by 20 June 2026 to the call of 1 June 2026" in " ".join(shown.split())


def test_a_pasted_mail_keeps_its_empty_lines(acme: Path):
    child = spawned(acme, "reply")
    for answer in ("", "1"):
        child.expect(PROMPT)
        child.sendline(answer)
    child.expect(PROMPT)
    child.send("Dear Ann,\n\nWe are looking into it.\n\nJo\n")
    for _ in range(5):  # a prompt for each pasted line: what is answered sooner joins the paste
        child.expect_exact("> ")
    child.sendline("")
    for answer in ("1", "", "", "", ""):
        child.expect(PROMPT)
        child.sendline(answer)
    child.expect("complaintkit next")
    child.close()
    found = case()
    assert found["encounters"][0]["quote"] == "We are looking into it."
    sha256 = found["exhibits"][0]["sha256"]
    kept = (acme / "exhibits" / sha256[:2] / sha256).read_text(encoding="utf-8")
    assert kept == "Dear Ann,\n\nWe are looking into it.\n\nJo\n"


def test_what_was_typed_before_stopping_is_given_back(acme: Path):
    shown, code = dialogue(acme, ["reply"], "", "1", "They wrote this", CTRL_C)
    assert code == 130
    assert "They wrote this" in shown.split("Nothing was saved.")[1]
