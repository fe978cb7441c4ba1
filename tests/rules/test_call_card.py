"""Does the card say what the record says, shortly, and nothing else?"""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from case_logs import a_case, call, day
from hypothesis import given
from hypothesis import strategies as st

from complaintkit.model.call_card import CallCard
from complaintkit.model.case import Case, Event, Purchase, Resolution, SentLetter
from complaintkit.model.encounter import Channel, Direction
from complaintkit.model.money import Money
from complaintkit.model.people import Behalf, Company, Contact, Officer
from complaintkit.rules.call_card import WITH_SOMEBODY, call_card
from complaintkit.rules.standing import standing
from complaintkit.rules.summary import summarise
from complaintkit.store.reference import load_guide
from complaintkit.store.talk_words import load_call_words

GUIDE, WORDS = load_guide(), load_call_words()
TODAY = date(2026, 5, 4)


def card_of(case: Case, *, today: date = TODAY, name: str = "Ann Lee") -> CallCard:
    stands = standing(summarise(case, last_seq=99), today=today, guide=GUIDE)
    return call_card(case, stands, consumer=Contact(name=name), today=today, words=WORDS)


def breath(case: Case, *, today: date = TODAY) -> str:
    return " ".join(one.text for one in card_of(case, today=today).breath)


def letter(sent: str, *, answer_by: str) -> SentLetter:
    return SentLetter(
        seq=0, entry_id="l", number=1, kind="first", sent_on=day(sent), via="post",
        answer_by=day(answer_by), sha256="", name="", size=0,
    )  # fmt: skip


def test_before_the_first_contact_two_sentences_tell_what_happened_and_what_is_wanted():
    card = card_of(a_case())
    assert [one.text for one in card.breath] == ["The kettle leaks.", "I would like a refund."]
    assert "I would like to make a complaint." in card.opening
    assert card.ask_for == "Customer service."


def test_the_newest_broken_promise_is_told_with_who_and_when():
    case = a_case(
        call("03-02", name="Jo", role="agent", by="03-09"),
        call("04-15", name="Jane", role="supervisor", by="04-17"),
        call("04-28", role="", name="", promised="a call back"),
    )
    assert "On 15 April Jane, supervisor, promised “a refund” by 17 April; that has not" in breath(
        case
    )
    assert [one.entry for one in card_of(case).broken] == [3, 2]
    assert card_of(case).breath[1].entries == (3,)


def test_a_promise_due_today_has_not_been_broken():
    case = a_case(call("05-01", by="05-04"))
    assert "that has not happened" not in breath(case)
    assert "On 1 May Jo, agent, promised “a refund” by 4 May." in breath(case)
    assert card_of(case).broken == ()
    assert "that has not happened" in breath(case, today=date(2026, 5, 5))


def test_a_kept_promise_is_not_told_as_waiting():
    case = a_case(replace(call("04-01", by="04-09", kept=True), said="it was paid"))
    assert "it was paid" in breath(case)
    assert "promised" not in breath(case)


@pytest.mark.parametrize(
    ("met", "told"),
    [
        (replace(call("04-02"), said="no."), "On 2 April Jo, agent, said: no."),
        (
            replace(call("04-02", tags=("refused",)), said="no"),
            "On 2 April Jo, agent, refused: no.",
        ),
        (replace(call("04-02", name="", role=""), said="no"), "On 2 April I was told: no."),
        (
            replace(call("04-02", name="", role="billing department"), said="no"),
            "On 2 April the billing department said: no.",
        ),
        (
            replace(call("04-02", name="", role="", channel=Channel.EMAIL), said="where is it"),
            "On 2 April I wrote to you: where is it.",
        ),
        (
            replace(
                call("04-02", name="", role="", channel=Channel.EMAIL, way=Direction.IN), said="no"
            ),
            "On 2 April I was told: no.",
        ),
        (call("04-02", reached=False), "On 2 April I tried to reach you and could not."),
    ],
)
def test_what_was_said_last_is_told_as_it_was(met, told):
    assert told in breath(a_case(met))


def test_a_letter_without_an_answer_is_told_as_that():
    case = a_case(letter("04-01", answer_by="04-15"))
    assert "asked for an answer by 15 April; I have none." in breath(case)
    answered = a_case(letter("04-01", answer_by="04-15"), call("04-20", way=Direction.IN))
    assert "I have none" not in breath(answered)
    assert "asks for an answer by 15 April." in breath(case, today=date(2026, 4, 10))


def test_a_day_from_the_record_is_added_where_the_problem_names_none():
    delivered = Event(seq=0, entry_id="e", on=day("02-14"), what="delivered", kind="delivered")
    assert "The kettle leaks (delivered, 14 February)." in breath(a_case(delivered))
    dated = a_case(delivered, problem="It has leaked since 15 February.")
    assert "delivered" not in breath(dated)


def test_days_are_written_as_in_the_country():
    case = a_case(call("04-15", by="04-17"), country="US")
    assert "On April 15 Jo, agent, promised “a refund” by April 17;" in breath(case)
    assert "On April 15, 2026, Jo, agent, promised" in card_of(case).broken[0].text
    assert "On April 15, 2026, Jo" in breath(case, today=date(2027, 1, 5))


def test_the_sum_is_added_only_where_the_wish_does_not_name_it():
    sum_ = Money(amount=Decimal("84.20"), currency="USD")
    named = a_case(resolution=Resolution(want="a refund of $84.20", amount=sum_))
    assert "I would like a refund of $84.20." in breath(named)
    assert card_of(named).amount is None
    unnamed = a_case(resolution=Resolution(want="my money back", amount=sum_))
    assert "I would like my money back (84.20 USD)." in breath(unnamed)


@pytest.mark.parametrize(
    ("lines", "whom"),
    [
        ((call("04-02"),), "A manager or a supervisor."),
        ((call("04-02"), call("04-09", role="manager")), "The complaints team"),
        ((call("05-02", promised="a refund", by="05-20"),), "Jo, agent; otherwise customer"),
        ((call("04-28", way=Direction.IN),), "A manager or a supervisor."),
    ],
)
def test_whom_to_ask_for_follows_the_standing(lines, whom):
    assert card_of(a_case(*lines)).ask_for.startswith(whom)


def test_every_step_has_somebody_to_ask_for():
    steps = {step.id for step in GUIDE.steps}
    assert steps - {*WITH_SOMEBODY, "answered"} <= set(WORDS.ask_for)
    case = a_case(call("04-02"))
    stands = standing(summarise(case, last_seq=9), today=TODAY, guide=GUIDE)
    for step in steps:
        at_step = replace(stands, step_id=step)
        card = call_card(case, at_step, consumer=Contact(), today=TODAY, words=WORDS)
        assert card.ask_for
    assert "bank" in WORDS.ask_for["fraud"]


def test_at_the_last_rung_the_head_is_asked_for_by_name():
    company = Company(name="Brightwell", head=Officer(name="Thomas Ridgeway"))
    case = a_case(call("04-02", role="manager"), letter("04-05", answer_by="04-19"))
    case = replace(case, company=company, letters=(replace(case.letters[0], kind="manager"),))
    assert card_of(case).ask_for == "The office of Thomas Ridgeway."


def test_references_come_newest_first_and_each_once():
    case = a_case(
        replace(call("03-01"), reference="A-1"),
        replace(call("04-01"), reference="B-2"),
        replace(call("04-20"), reference="A-1"),
        purchase=Purchase(reference="O-9"),
        particulars=(("serial_number", "S-7"), ("again", "O-9")),
    )
    assert [one.split(" ")[0] for one in card_of(case).references] == ["A-1", "B-2", "O-9", "S-7"]
    assert card_of(case).references[-1] == "S-7 (serial number)"


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("1998", "“I have been a customer since 1998.”"),
        ("March 2008", "“I have been a customer since March 2008.”"),
        ("2008-03-01", "“I have been a customer since 1 March 2008.”"),
        ("ten years", "“I have been a customer for ten years.”"),
        ("since 2001", "“I have been a customer since 2001.”"),
        ("", ""),
    ],
)
def test_loyalty_is_one_true_sentence(since, said):
    case = a_case(company=Company(name="Brightwell", customer_since=since))
    assert card_of(case).loyalty == said


def test_whoever_speaks_for_somebody_says_so():
    case = a_case(on_behalf_of=Behalf(name="Ruth Brandt", authority="a power of attorney"))
    assert "I am speaking for Ruth Brandt; my authority is this: a power of attorney." in (
        card_of(case).opening
    )


def test_the_number_of_the_record_is_to_be_compared_with_the_bill():
    case = a_case(company=Company(name="Brightwell", phone="800-555-0199"))
    assert "800-555-0199" in card_of(case).number
    assert "bill or card" in card_of(case).number
    assert card_of(a_case()).number == "Use the number on your bill or card."


words_ = st.text(alphabet=st.sampled_from("ab .,;–“”…\n\t0漢é"), max_size=400)
days_ = st.sampled_from(["03-01", "04-01", "04-28"])


@given(st.data())
def test_a_breath_is_short_whatever_the_record_holds(data):
    text = lambda: data.draw(words_)  # noqa: E731
    lines = [
        replace(
            call(data.draw(days_), name=text(), role=text(), promised=text(), by="04-29"),
            said=text(),
            reference=text(),
        )
        for _ in range(data.draw(st.integers(0, 2)))
    ]
    case = a_case(
        *lines,
        title=text(),
        problem=text() or "x",
        resolution=Resolution(want=text(), fallback=text(), floor="FLOOR"),
        company=Company(name=text(), account=text(), customer_since=text(), phone=text()),
    )
    card = card_of(case)
    spoken = " ".join(one.text for one in card.breath)
    assert len(spoken.split()) <= 64
    assert len(spoken) <= 64 * 15
    assert "FLOOR" not in repr(card)


@pytest.mark.parametrize("text", ["word " * 300, "W" * 5000, "漢字" * 900])
def test_long_texts_are_shortened_to_a_breath_that_keeps_all_three_sentences(text):
    case = a_case(
        call("04-15", name=text, role=text, promised=text, by="04-17"),
        title=text,
        problem=text,
        resolution=Resolution(want=text),
    )
    told = [one.text for one in card_of(case).breath]
    assert len(told) == 3
    assert len(" ".join(told).split()) <= 64
    assert len(" ".join(told)) <= 64 * 15
    assert "by 17 April; that has not happened." in told[1]


def test_the_floor_is_on_no_card():
    case = a_case(resolution=Resolution(want="a refund", floor="half of it will do"))
    assert "half of it" not in repr(card_of(case))


def test_every_fact_of_the_breath_stands_in_the_record():
    case = a_case(
        replace(call("04-15", name="Jane", role="supervisor", by="04-17"), reference="R-1"),
        problem="The kettle leaked on 3 April.",
    )
    own = {"On", "promised", "by", "that", "has", "not", "happened", "I", "would", "like"}
    known = f"{case.problem} Jane supervisor a refund 15 April 17 April"
    told = re.findall(r"\w+", breath(case))
    assert [word for word in told if word not in own and word not in known] == []


def test_words_are_calm():
    for text in (*WORDS.ask, *WORDS.if_refused, *WORDS.do_not, *WORDS.stop, WORDS.calm):
        assert "!" not in text
    assert all(line.startswith(("Do not ", "Never ")) for line in WORDS.do_not)
