"""Tests of render/phrases.py: fragments, dates and sums in a sentence."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from complaintkit.model.encounter import Channel, Encounter, Representative
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.render.days_and_sums import (
    date_text,
    money_text,
    on_text,
    short_date,
    since_text,
    when_text,
)
from complaintkit.render.environment import words_for
from complaintkit.render.people import briefly, who
from complaintkit.render.phrases import (
    as_thing,
    capital,
    duration,
    file_title,
    is_bought,
    is_outcome,
    joined,
    numbers,
    possessed,
    sentence,
    times,
    with_preposition,
)

WORDS = words_for("en")


def moment(text: str, precision: Precision = Precision.EXACT, *, skipped: bool = False) -> Moment:
    return Moment(wall=datetime.fromisoformat(text), precision=precision, skipped=skipped)


@pytest.mark.parametrize(
    ("fragment", "whole"),
    [
        ("credit agreed", "Credit agreed."),
        ("Would not help!", "Would not help!"),
        ("eBay said no", "eBay said no."),
        ("she said “no”", "She said “no”"),
        ("", ""),
    ],
)
def test_a_fragment_becomes_a_sentence(fragment: str, whole: str):
    assert sentence(fragment) == whole


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("a credit of $80.00", "a credit of $80.00"),
        ("my money back", "my money back"),
        ("$20 off", "$20 off"),
        ("refund of $84.20", "a refund of $84.20"),
        ("full refund", "a full refund"),
        ("apology", "an apology"),
        ("replacement of the same model", "a replacement of the same model"),
        ("refund the $70", None),
        ("repair my boiler", None),
        ("points credited", None),
        ("", None),
    ],
)
def test_a_wish_reads_on_after_i_ask_for_only_where_it_can(wish: str, said: str | None):
    assert as_thing(wish, WORDS) == said


@pytest.mark.parametrize(
    ("wish", "whole"),
    [
        ("24,000 points credited", True),
        ("the bill corrected", True),
        ("points credited to my card", True),
        ("account corrected", False),
        ("the goods I had returned", False),
        ("a corrected bill", False),
        ("a credit of $80.00 and the monthly credit from June", False),
        ("credited at once", False),
        ("₦45,000.00 paid back into my account", True),
    ],
)
def test_a_wish_reads_on_after_i_ask_to_have_only_where_it_can(wish: str, whole: bool):
    assert is_outcome(wish, WORDS) is whole


def test_a_person_is_called_by_what_is_known_and_never_by_a_blank():
    assert who("Ms Ruiz", "Retention", WORDS) == "Ms Ruiz (Retention)"
    assert who("Jo", "", WORDS) == "Jo"
    assert who("", "agent", WORDS) == "an agent who gave no name"
    assert who("", "shift supervisor", WORDS) == "a shift supervisor who gave no name"
    assert who("", "billing", WORDS) == "someone from billing who gave no name"
    assert who("", "", WORDS) == "someone who gave no name"


@pytest.mark.parametrize(
    ("channel", "way", "person", "cell"),
    [
        (Channel.PHONE, "Telephone", ("Jane", "supervisor"), "Telephone, Jane (supervisor)"),
        (Channel.PHONE, "Telephone", ("", "agent"), "Telephone, agent (no name given)"),
        (Channel.CHAT, "Chat", ("", "chat agent"), "Chat agent (no name given)"),
        (Channel.CHAT, "Chat", ("", ""), "Chat, no name given"),
        (Channel.EMAIL, "Your e-mail", ("", "billing"), "Your e-mail, billing"),
        (Channel.EMAIL, "Your e-mail", ("", ""), "Your e-mail"),
    ],
)
def test_a_cell_names_way_and_person_in_few_words(
    channel: Channel, way: str, person: tuple[str, str], cell: str
):
    name, role = person
    call = Encounter(
        seq=2,
        entry_id="e",
        moment=moment("2026-01-12T13:00"),
        channel=channel,
        representative=Representative(name=name, role=role),
    )
    assert briefly(call, way, WORDS) == cell


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("bank-page-2026-03.pdf", "Bank page 2026-03 (PDF)"),
        ("bill_2026-02.PDF", "Bill 2026-02 (PDF)"),
        ("jahresrechnung.pdf", "Jahresrechnung (PDF)"),
        ("IMG_0412.JPG", "IMG_0412 (image)"),
        ("20260412_101500.jpg", "20260412_101500 (image)"),
        ("voice mail.m4a", "Voice mail (recording)"),
        ("notes", "notes"),
        ("strange.xyz", "strange.xyz"),
        (".pdf", ".pdf"),
        ("-_.pdf", "-_ (PDF)"),
        ("{name} {0}.pdf", "{name} {0} (PDF)"),
    ],
)
def test_a_file_name_reads_as_a_title(name: str, title: str):
    assert file_title(name, WORDS) == title


def test_a_kettle_is_bought_and_a_withdrawal_is_not():
    assert is_bought("Hallin WM814 washing machine", WORDS)
    assert not is_bought("cash withdrawal of ₦45,000.00", WORDS)


def test_braces_in_a_name_are_only_braces():
    assert who("{role}", "{0}", WORDS) == "{role} ({0})"


def test_a_thing_without_an_article_becomes_the_writers_own():
    assert possessed("washing machine", "my", WORDS) == "my washing machine"
    assert possessed("the lift", "my", WORDS) == "the lift"
    assert possessed("2 chairs", "my", WORDS) == "2 chairs"


def test_a_place_gets_a_preposition_if_it_has_none():
    assert with_preposition("Kings Road", WORDS) == "at Kings Road"
    assert with_preposition("online", WORDS) == "online"


def test_dates_and_sums_follow_the_country():
    day = date(2026, 1, 12)
    assert date_text(day, "en_US", WORDS) == "January 12, 2026"
    assert date_text(day, "en_GB", WORDS) == "12 January 2026"
    assert short_date(day, "en_US", WORDS) == "Jan 12, 2026"
    assert short_date(day, "en_GB", WORDS) == "12 Jan 2026"
    eighty = Money(amount=Decimal("80.00"), currency="USD")
    assert money_text(eighty, "en_US") == "$80.00"
    assert money_text(eighty, "en_GB") == "US$80.00"
    assert money_text(Money(amount=Decimal("24000"), currency="JPY"), "en_US") == "¥24,000"
    assert money_text(Money(amount=Decimal("0.125"), currency="GBP"), "en_GB") == "£0.125"


def test_a_moment_is_written_no_more_exactly_than_it_is_known():
    assert when_text(moment("2026-01-12T13:00"), "en_US", WORDS) == "Jan 12, 2026, 1:00\u00a0PM"
    about = moment("2026-01-12T13:00", Precision.ABOUT)
    assert when_text(about, "en_GB", WORDS) == "12 Jan 2026, about 13:00"
    assert when_text(moment("2026-01-12", Precision.DAY), "en_GB", WORDS) == "12 Jan 2026"
    month = moment("2026-01-01", Precision.MONTH)
    assert when_text(month, "en_GB", WORDS) == "Jan 2026"
    assert on_text(month, "en_GB", WORDS) == "in January 2026"
    assert on_text(date(2026, 1, 12), "en_GB", WORDS) == "on 12 January 2026"


def test_about_a_day_prints_no_hour():
    about = moment("2026-03-12", Precision.ABOUT)
    assert when_text(about, "en_GB", WORDS) == "about 12 Mar 2026"
    assert on_text(about, "en_US", WORDS) == "on about March 12, 2026"


def test_an_hour_that_a_clock_change_left_out_is_not_printed():
    skipped = moment("2026-03-29T02:30", skipped=True)
    assert when_text(skipped, "en_GB", WORDS) == "29 Mar 2026"


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2008", "since 2008"),
        ("March 2008", "since March 2008"),
        ("2008-03-01", "since 1 March 2008"),
        ("ten years", "for ten years"),
        ("2008-13-40", "since 2008-13-40"),
        ("since 2008", "since 2008"),
        ("may 2008", "since May 2008"),
        ("May", "since May"),
    ],
)
def test_how_long_somebody_has_been_a_customer(start: str, said: str):
    assert since_text(start, "en_GB", WORDS) == said


def test_counts_are_said_as_words():
    assert [times(count, WORDS) for count in (1, 2, 3, 14)] == [
        "once",
        "twice",
        "three times",
        "14 times",
    ]
    assert [duration(minutes, WORDS) for minutes in (1, 59, 60, 125)] == [
        "1 minute",
        "59 minutes",
        "1 hour",
        "2 hours 5 minutes",
    ]


def test_parts_and_numbers_are_joined_as_a_sentence_does():
    assert joined(["a"], WORDS) == "a"
    assert joined(["a", "b", "c"], WORDS) == "a, b and c"
    assert numbers([4, 1, 2, 3, 7], WORDS) == "1\u00a0to\u00a04 and 7"
    assert numbers([1, 2], WORDS) == "1 and 2"


def test_a_capital_is_put_only_where_the_writer_has_none():
    assert capital("e-mail") == "E-mail"
    assert capital("iPhone") == "iPhone"
