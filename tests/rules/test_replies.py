"""Does a company's text lead to the right proposals, with the very words that led to them?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaintkit.rules import phrase_pieces, reply_phrases
from complaintkit.rules.replies import proposals
from complaintkit.rules.reply_phrases import phrase
from complaintkit.rules.reply_text import LONGEST_EXCERPT, excerpt, spoken
from complaintkit.store.replies import load_replies

KINDS = load_replies()
SENTENCES = {
    "holding": (
        "Thank you for your email. We are currently looking into the matter.",
        "I've raised this with the depot and I'm still waiting for them to come back to me.",
        "This is an automated response. We aim to reply within 5 business days.",
        "We’re sorry for the delay. Our investigation is ongoing.",
        "Please bear with us while your complaint is being reviewed.",
        "They said they would call me back tomorrow",
        "We acknowledge receipt of your letter of 3 June and will respond within 8 weeks. If you "
        "are not satisfied with our final response, you may go to the ombudsman.",
    ),
    "ask-the-maker": (
        "As it is under guarantee, please contact the manufacturer for a repair.",
        "Faults after 30 days are a matter for the manufacturer.",
        "We are only the reseller; you'll have to take this up with the brand.",
        "They told me to ring the manufacturer",
    ),
    "policy": (
        "Unfortunately our returns policy does not allow refunds on opened items.",
        "As per our terms and conditions, saver tickets are non-refundable.",
        "You are outside the 28-day return window.",
        "I'm afraid we can't make an exception.",
        "Your warranty has expired and the repair is not covered by the plan.",
    ),
    "voucher": (
        "As a gesture of goodwill we would like to offer you a £40 voucher.",
        "We've added a $25 store credit to your account.",
        "Please accept this gift card with our apologies.",
        "You'll receive 5,000 bonus points as an apology.",
        "We can give you 20% off your next order.",
    ),
    "part-offer": (
        "We are prepared to refund half of the fee.",
        "We can offer you £60 in full and final settlement of your complaint.",
        "We'd like to make an ex gratia payment of $50, without admission of liability.",
        "We are happy to offer a partial refund of 30 euros.",
        "he offered 20 pounds off",
    ),
    "asks-for-id": (
        "Before we can discuss your account, please send us a copy of your passport.",
        "To proceed we need proof of purchase, such as a receipt.",
        "Kindly provide your order number and date of birth so that we can find the booking.",
        "We cannot open your file until you provide proof of identity.",
    ),
    "denies-contact": (
        "We have no record of a call on 3 May.",
        "Our adviser did not promise a refund.",
        "I can’t find any complaint under that number.",
        "We haven't received any letter from you.",
        "Our system does not show a second payment.",
    ),
    "transferred": (
        "I have passed your complaint to our billing department.",
        "This isn't the right department. You'll need to contact the claims team.",
        "Let me transfer you to a colleague in loyalty.",
        "Your message has been forwarded to the relevant team.",
    ),
    "final-refusal": (
        "This is our final response to your complaint.",
        "We have reached deadlock.",
        "We will not refund the fee.",
        "I regret to inform you that your claim has been declined.",
        "We do not accept liability for the damage and consider the matter closed.",
        "she said the fee is correct and she can't change it",
    ),
    "agrees": (
        "Good news: your refund of $84.20 has been processed.",
        "We will refund the second payment in full.",
        "You were charged twice and we have credited your card.",
        "A replacement is on its way to you.",
        "We uphold your complaint and are sorry for our mistake.",
    ),
}
TABLE = [(kind, text) for kind, texts in SENTENCES.items() for text in texts]
# What looks like a kind and is none of it.
LOOKALIKES = (
    ("final-refusal", "We have not refused your claim."),
    ("final-refusal", "This is not our final response."),
    ("final-refusal", "If we refuse your claim, we will write to you."),
    ("final-refusal", "We have not declined your request."),
    ("agrees", "We will not refund you."),
    ("agrees", "We cannot confirm that we will refund you."),
    ("agrees", "Whether we can refund you depends on the engineer."),
    ("agrees", "We are not able to agree to pay you."),
    ("agrees", "The refund was not processed."),
    ("agrees", "> We will refund you in full.\n\nWe do not see it that way."),
    ("voucher", "We never said that a voucher would be sent."),
    ("voucher", "No voucher will be issued."),
    ("asks-for-id", "We do not need proof of identity."),
    ("ask-the-maker", "You do not need to contact the manufacturer."),
    ("holding", "We are no longer looking into your complaint."),
    ("denies-contact", "We have a record of your call on 3 May."),
    ("denies-contact", "We did receive your letter of 2 May."),
    ("transferred", "We did not transfer your file to another team."),
    ("policy", "Our policy allows a refund in your case."),
    ("part-offer", "We cannot offer you a partial refund."),
)


def kinds_of(text):
    return [one.kind for one in proposals(text, KINDS)]


def test_a_shortened_word_does_not_end_a_sentence():
    text = "Mr. Okafor paid Rs. 4,999 for no. 17 on Jan. 5. Dr. Rao said no. I agree."
    found = spoken(text)
    assert [found.sentence(number) for number in range(len(found.sentences))] == [
        "Mr. Okafor paid Rs. 4,999 for no. 17 on Jan. 5.",
        "Dr. Rao said no.",
        "I agree.",
    ]


def test_the_tables_are_long_enough_to_mean_something():
    assert len(TABLE) >= 40
    assert len(LOOKALIKES) >= 20


@pytest.mark.parametrize(("kind", "text"), TABLE)
def test_what_companies_write_leads_to_its_kind(kind, text):
    assert kinds_of(text)[:1] == [kind]


@pytest.mark.parametrize(("kind", "text"), LOOKALIKES)
def test_what_only_looks_like_a_kind_is_not_proposed(kind, text):
    assert kind not in kinds_of(text)


@pytest.mark.parametrize("text", ["", "  \n", "Estimada clienta, lamentamos informarle", "…!?"])
def test_where_no_words_are_known_nothing_is_proposed(text):
    assert kinds_of(text) == []


def test_a_mail_that_does_several_things_gets_several_proposals():
    text = (
        "We are not able to exchange it. You are welcome to contact the maker directly. As a "
        "gesture of goodwill we can send you a voucher for £40.00."
    )
    assert set(kinds_of(text)) >= {"voucher", "ask-the-maker", "final-refusal"}


def test_words_are_found_across_lines_capitals_and_curly_quotes():
    (one,) = proposals("WE CAN’T\nRefund\n this.", KINDS)
    assert one.kind == "final-refusal"
    assert one.words == ("CAN’T Refund",)


def test_what_follows_an_original_message_is_passed_over():
    text = (
        "We are looking into it.\n\n-----Original Message-----\nFrom: me\nYou will not refund me."
    )
    assert kinds_of(text) == ["holding"]


def test_a_phrase_does_not_cross_the_end_of_a_sentence():
    assert kinds_of("We will. Not long ago, refunding was easy.") == []


def test_not_only_is_no_negation():
    assert "agrees" in kinds_of("Not only will we refund you, we apologise.")


pieces = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [text for _, text in TABLE] + ["> ", "\n", "’", "not ", "if ", "\x00", "\ud800"]
    ),
)


@given(st.lists(pieces, max_size=8).map("".join))
def test_no_text_stops_it_and_every_word_shown_stands_in_the_text(text):
    flat = " ".join(text.split())
    for one in proposals(text, KINDS):
        assert one.words
        assert all(words in flat for words in one.words)
        assert all(sentence in flat for sentence in one.sentences)


@pytest.mark.parametrize(
    "part",
    ["we will not refund you, ", "we ", "a", "manufacturer ", "'", "will look ", ". ", "> \n"],
)
def test_the_work_grows_with_the_text_and_no_faster(part, monkeypatch):
    looked = []
    places = phrase_pieces.places

    def counted(*told):
        looked.append(1)
        return places(*told)

    monkeypatch.setattr(phrase_pieces, "places", counted)
    monkeypatch.setattr(reply_phrases, "places", counted)

    def work(size):
        looked.clear()
        proposals((part * size)[:size], KINDS)
        return len(looked)

    assert work(20_000) <= 11 * work(2_000) + 1_000
    proposals((part * 100_000)[:100_000], KINDS)


@pytest.mark.parametrize("faulty", ["", "… refund", "maybe? so", "we …", "Refund", "(we)"])
def test_a_phrase_that_could_never_be_found_is_refused(faulty):
    with pytest.raises(ValueError, match="phrase"):
        phrase(faulty, kind="holding", weight=1)


def test_a_short_text_is_quoted_whole_and_a_long_one_by_its_sentences():
    assert excerpt(" We\nrefuse. ") == "We\nrefuse."
    assert excerpt("Dear Ms Lee,\n\nNo.\n\nJo", ("No.",)) == "No."
    long = (
        "Dear Ms Lee,\n\n" + "We looked at this again. " * 30 + "We will not refund\nyou. Regards"
    )
    (one,) = proposals(long, KINDS)
    assert excerpt(long, one.sentences) == "We will not refund you."
    assert excerpt(long) == "We looked at this again."
    assert len(excerpt("word " * 500)) <= LONGEST_EXCERPT


def test_a_sentence_ends_where_a_reader_ends_it():
    found = spoken("It is $84.20 as of 3.5.2026. Nothing else\nis due! “Sorry.”\n\nRegards")
    assert [found.sentence(at) for at in range(len(found.sentences))] == [
        "It is $84.20 as of 3.5.2026.",
        "Nothing else is due!",
        "Sorry.”",
        "Regards",
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_every_kind_says_what_it_means_what_to_do_and_where_that_comes_from(kind):
    from complaintkit.rules.letter_kinds import KINDS as LETTERS

    is_other = kind.slug == "other"
    assert kind.title
    assert kind.means
    assert bool(kind.conduct) == bool(kind.shows) == bool(kind.said) != is_other
    assert 2 <= len(kind.do) + is_other <= 4
    assert kind.do_not
    assert all(line.startswith(("Do not ", "Never ")) for line in kind.do_not)
    assert kind.letter in (*LETTERS, "")
    assert kind.clock
    assert kind.source
    assert kind.url
    assert kind.checked
    assert bool(kind.words) != (kind.slug in ("no-answer", "other"))
    for text in (kind.title, kind.means, kind.clock, *kind.do, *kind.do_not):
        assert "!" not in text
        assert all(len(part.split()) < 30 for part in re.split(r"(?<=[.?;:])\s", text))


def test_the_slugs_are_those_that_stand_in_logs():
    assert [kind.slug for kind in KINDS] == [
        "no-answer", "holding", "ask-the-maker", "policy", "voucher", "part-offer", "asks-for-id",
        "denies-contact", "transferred", "final-refusal", "agrees", "other",
    ]  # fmt: skip


def test_days_of_our_own_are_called_our_own():
    for kind in KINDS:
        if re.search(r"\d+ days", kind.clock) and "in your letter" not in kind.clock:
            assert "complaintkit's own default" in kind.clock


def test_the_guide_knows_every_kind_that_is_a_tag():
    from complaintkit.rules.ladder import REPLIES

    assert set(REPLIES) == {kind.slug for kind in KINDS} - {"no-answer"}
