"""Tests of `letter` and its options: what is written, what is said, what is refused."""

import json
from pathlib import Path

import pytest
from asking import done, typed
from terminal import dialogue

CASE = """
complaintkit: 1
case:
  name: kettle
  title: Kettle that trips the fuse
  country: GB
  region: GB-ENG
  consumer: {name: Ann Lee, address: [1 High Street, Leeds LS1 1AA], email: ann@example.org}
  company: {name: Acme Kettles Ltd, address: [2 Low Road, Hull], email: care@acme.example,
            customer_since: "2015"}
  purchase: {what: glass kettle, reference: K-1, bought_on: 2026-11-01, where: online,
             price: {amount: "120.00", currency: GBP}, payment: credit-card}
  problem: The kettle has tripped the fuse each time since it came.
  resolution: {want: a full refund, amount: {amount: "120.00", currency: GBP}}
  parties: [{name: Leeds Card Bank, role: card-issuer, address: [PO Box 1]}]
events: [{on: 2026-11-20, kind: delivered, what: kettle delivered}]
encounters:
- {at: "2026-11-21T10:00", zone: Europe/London, channel: phone, with: {name: Bo, role: agent},
   said: no refund for opened goods}
"""


@pytest.fixture(autouse=True)
def _kettle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-11-25T10:00+00:00")
    (tmp_path / "case.yaml").write_text(CASE)
    done("import", str(tmp_path / "case.yaml"))


def printed(*words: str) -> str:
    return " ".join(done("letter", *words, "-o", "-").split())


def test_trace_names_the_source_of_each_sentence_and_writes_nothing():
    told = json.loads(done("letter", "first", "--trace", "--json"))
    assert told["schema"] == "complaintkit/letter-trace/1"
    sources = {one["text"]: one["sources"] for one in told["sentences"]}
    assert sources["I have been a customer since 2015."] == ["#1"]
    assert sources["The kettle has tripped the fuse each time since it came."] == ["your words"]
    assert sources["I ask for a full refund (£120.00)."] == ["your words"]
    assert sources["Thank you for looking into this."] == []
    assert "    ← #1" in done("letter", "first", "--trace").splitlines()
    assert "no letter 1 to send" in typed("sent", "1", "--via", "post", "--on", "today").said


def test_a_short_letter_fits_into_a_web_form():
    text = done("letter", "ceo", "--short", "-o", "-")
    assert len(text) <= 1000
    assert "I ask for a full refund" in text
    path = Path(done("letter", "ceo", "--short").strip())
    assert path.name == "letter-1-ceo.short.txt"


def test_a_link_opens_an_e_mail_to_the_company():
    assert done("letter", "first", "--mailto").startswith("mailto:care@acme.example?subject=")


def test_a_letter_to_a_party_takes_its_address():
    text = printed("card-dispute")
    assert "Leeds Card Bank PO Box 1" in text
    assert "Leeds Card Bank" in printed("first", "--to", "leeds")
    answer = typed("letter", "first", "--to", "nobody")
    assert "There is no party “nobody” in this case." in answer.said


def test_a_right_is_named_only_where_the_person_says_so():
    asked = typed("letter", "cancel")
    assert "write the letter again with `--right gb-cancel-14-days`" in asked.said
    assert "Regulations 2013" not in printed("cancel")
    named = printed("cancel", "--right", "gb-cancel-14-days")
    assert "I hereby give notice that I cancel my contract of sale" in named
    assert "Ordered on: 1 November 2026 Received on: 20 November 2026" in named
    assert "may help" not in typed("letter", "cancel", "--right", "none").said
    assert typed("letter", "cancel", "--right", "xx").code == 2


def test_a_right_that_needs_no_answer_is_named_by_itself_with_its_time():
    text = printed("records")
    assert "Under article 15 of the UK General Data Protection Regulation" in text
    assert "by 25 December 2026" in text


def test_the_way_of_sending_the_basis_and_copies_stand_in_the_letter():
    text = printed(
        "manager", "--via", "registered post", "--basis", "Your site says: no quibble refunds",
        "--copy-to", "Glass Kettle Makers", "--opening", "measured",
    )  # fmt: skip
    assert "By registered post" in text
    assert "Your site says: no quibble refunds." in text
    assert "Copy to: Glass Kettle Makers" in text
    assert "I am dismayed that I have to write to you about my glass kettle" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["reminder"], "This letter still needs a letter that was sent and asked for an answer."),
        (["accept"], "`complaintkit offer '…' --amount 50`"),
        (["agency"], "`complaintkit party 'NAME' --role agency`"),
        (["first", "--layout", "tilted"], "--layout takes one of us, uk, din-a, din-b"),
        (["first", "--opening", "rude"], "--opening takes one of plain, measured"),
        (["first", "--language", "xx"], "Use --language with one of: en"),
        (["first", "--entry", "2"], "is about the whole case"),
        (["confirm-call", "--entry", "2"], "#2 is no call or visit"),
        (["frist"], "Did you mean “first”?"),
    ],
)
def test_what_cannot_be_written_is_said_with_the_way_out(words: list[str], said: str):
    answer = typed("letter", *words)
    assert answer.code in (1, 2)
    assert said in answer.said


def test_the_record_is_spoken_of_only_where_it_is_enclosed():
    assert "encloses the record" not in typed("letter", "first").said


def test_a_kind_that_needs_care_says_so():
    assert "Ask an adviser about your time limit first." in typed("letter", "final-notice").said


def at_terminal(home: Path, *words: str, answers: tuple[str, ...]) -> str:
    shown, code = dialogue(home, ["letter", *words], *answers, now="2026-11-25T10:00:00+00:00")
    assert code == 0
    return shown


def test_at_a_terminal_the_question_of_a_law_is_asked_and_yes_names_it(empty_home: Path):
    shown = at_terminal(empty_home, "cancel", answers=("y",))
    assert "A law may help: regulation 29" in shown
    plain = shown.replace("\x1b[4m", "").replace("\x1b[24m", "")
    assert "I hereby give notice that I cancel my contract of sale" in plain


def test_a_no_leaves_the_law_out_and_is_not_asked_again(empty_home: Path):
    shown = at_terminal(empty_home, "cancel", answers=("n",))
    assert "hereby" not in shown
    assert shown.count("Is it none of these") == 1


def test_the_preview_tells_the_persons_words_from_the_tools_and_from_the_laws(empty_home: Path):
    shown = at_terminal(empty_home, "records", answers=())
    assert "Please keep the recordings until I have my copies." in shown
    assert "\x1b[4mBo\x1b[24m" in shown
    assert "Under article 15 of the UK General Data Protection Regulation" in shown
    assert "Underlined: your own words and your record." in shown


def test_a_letter_may_be_opened_in_the_editor_straight_away(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VISUAL", "sed -i s/things/everything/")
    text = Path(done("letter", "first", "--edit").split("\n")[0]).read_text()
    assert "ask you to put everything right" in " ".join(text.split())
