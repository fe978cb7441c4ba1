"""Is each cue found where it stands, on the side it belongs to, and does it rank letters?"""

import random
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from complaintkit.rules.check.tone.politeness import amounts, cues_from, politeness
from complaintkit.store.tone import load_tone

ROOT = Path(__file__).parents[3]
sys.path.append(str(ROOT / ".ci"))

import fit_politeness  # noqa: E402 – found on the path just set

DATA = ROOT / "complaintkit" / "data" / "tone" / "politeness.yaml"
CUES = load_tone("politeness", cues_from)
POLITER = {
    "thanks": ("I am grateful to Ms Park.", "grateful"),
    "thanks for": ("Thank you for the quick answer.", "Thank you for"),
    "greeting": ("Dear Ms Park, I write about bill 4471.", "Dear"),
    "warm mark": ("Thank you, that was quick!\n\nAnn", "Thank you"),
    "please": ("Would you please send a copy?", "please"),
    "sorry": ("I am sorry to write a second time.", "sorry"),
    "could you": ("Then could you send a copy?", "could you"),
    "could you first": ("And can you tell when it left?", "can you"),
    "would you mind": ("Would you be able to look on Monday?", "Would you be"),
    "wish": ("I would appreciate a reply by 4 May.", "I would appreciate"),
    "perhaps": ("The reading was perhaps mistyped.", "perhaps"),
    "seems": ("The reading seems high.", "seems"),
    "not sure": ("I am not sure which tariff applies.", "not sure"),
    "praise": ("Your colleague was helpful.", "helpful"),
    "help": ("I ask for your help with the meter.", "help"),
    "if you": ("Write to me if you have the file.", "if you have"),
    "your view": ("Let me know by Friday.", "Let me know"),
    "agree": ("I agree that the form was late.", "I agree that"),
    "way forward": ("I suggest a visit on Monday.", "suggest"),
    "I first": ("So I wrote on 3 May.", "I"),
}
RUDER = {
    "why": ("The bill is paid, why is it open?", "why"),
    "why you": ("Why did you close it?", "Why did you"),
    "exactly": ("What exactly was checked?", "exactly"),
    "you first": ("On Monday, you closed it.", "you"),
    "you should": ("You should read the contract.", "You should"),
    "don't you": ("Isn’t it time to answer?", "Isn’t it"),
    "not": ("It has not arrived.", "not"),
    "n't": ("It hasn’t arrived.", "hasn’t"),
    "nothing": ("I heard nothing.", "nothing"),
    "someone": ("Someone has the parcel.", "Someone"),
    "never": ("The line is always busy.", "always"),
    "really": ("It was clearly marked.", "clearly"),
    "again": ("It broke again.", "again"),
    "even": ("It was not read at all.", "at all"),
    "harsh word": ("The service is a joke.", "joke"),
    "wrong": ("This is wrong.", "wrong"),
    "you said": ("On Monday you claimed that it was sent.", "you claimed"),
    "explain": ("Now tell me where it is.", "tell me"),
    "the point": ("I miss the point.", "the point"),
    "you seem": ("Today you seem to have lost it.", "you seem"),
    "you mean": ("What do you mean by pending?", "you mean by"),
    "are you sure": ("Have you read the letter?", "Have you read"),
    "and first": ("And it rains in.", "And"),
    "oh": ("Well, here is another.", "Well"),
    "bare end": ("And who pays for it?", "it"),
    "shouting": ("Where is my parcel?!", "?!"),
    "short": ("Send it.", "Send it."),
    "short question": ("So what?", "So what?"),
}
NOT_THERE = (
    ("please", "Please replace the hinge within 14 days of this letter."),
    ("could you first", "I hope that you can see what could you have used it for."),
    ("if you", "If I have not heard from you by 4 May 2026, I will go to the ombudsman."),
    ("you first", "If you could send it by Friday, that would be kind."),
    ("you first", "I wrote to you on 3 May about the hinge."),
    ("I first", "The parcel that I sent on 3 May has come back."),
    ("agree", "On 12 January Ms Ruiz agreed a credit of $20.00 a month."),
    ("warm mark", "Thank you for the answer."),
    ("warm mark", "Thank you for nothing!!"),
    ("nothing", "It is the lamp with No. 5 on its box."),
    ("why", "That is the reason why it is late."),
    ("greeting", "A customer at the desk said hello to us."),
    ("bare end", "I would be glad to have it."),
    ("shouting", "I enclose copies of the HMRC, DVLA and NHS letters."),
    ("shouting", "Reference RET-7719, IBAN GB29 NWBK 6016 1331 9268 19."),
    ("short", "The parcel left on 3 May and came on 9 May."),
    ("short question", "When will the new hinge arrive?"),
    ("short question", "It came today. Where is the invoice for it?"),
    ("and first", "It is late and it is broken."),
)
SAME_WISH = (  # the same wish, politely and rudely
    ("Could you please send me the bill for May?", "Why haven’t you sent the bill for May?"),
    ("I would be grateful for a reply by 4 May.", "You must reply. Or can’t you even read?"),
    ("Thank you for looking into this.", "And you really call that looking into it?"),
    ("I am not sure which form you need.", "What exactly do you mean by a form?"),
    ("Would you be able to call on Monday?", "Why don’t you ever call?"),
    ("Perhaps the meter was read twice.", "Your people can’t read a meter."),
    ("Please let me know when it was sent.", "So when was it sent?? Well?"),
    ("I hoped that you could help with the refund.", "I already told you. Stop wasting my time."),
    ("Dear Ms Park, may I ask for a copy of the file?", "Are you seriously hiding the file?"),
    ("It would be kind if you could check the date.", "You obviously never checked the date."),
)
FIRM = (
    "I bought the lamp on 3 May and it stopped working on 9 May. Please refund £40.00 by 1 June.",
    "The refund was promised by 6 February. It has not arrived. I ask for it by 20 February.",
    "If I have not heard from you by 4 May 2026, I will refer the matter to the ombudsman.",
    "I do not accept the offer of 20 euros. I ask for the full price, as the law provides.",
    "My complaint of 2 March, reference RET-7719, is still open. I ask that a manager review it.",
)
RUDE = (
    "Why do you keep ignoring me? You people never call back and you don’t even read what I write.",
    "What is wrong with you? You already had my money for weeks and nobody does anything at all!!",
    "And you call that service? Are you serious? It’s a joke, and you really should be ashamed.",
    "You obviously can’t read. Stop sending me this rubbish and answer me. Is that so hard?",
    "Oh really? So why didn’t you say that before? You seem to think that I have all day.",
)
CALM = (
    "I bought the lamp on 3 May 2026 at your shop in Leeds. It stopped working on 9 May. On 10 May "
    "I spoke to Ms Park, who promised a call back within a week. I enclose the receipt and her "
    "e-mail of that day. I would be grateful for a refund of £40.00 to the card that I paid with. "
)
OUTBURST = "Why are you ignoring me? You people never even read what I write. "
WARM = (
    "Thank you for your help, and I look forward to your reply by 1 June. I wish you a good week. "
)


def told(text):
    return {one.cue.name: [text[a:b] for a, b in one.places] for one in politeness(text, CUES).cues}


def rudeness(text):
    return politeness(text, CUES).rudeness


@pytest.mark.parametrize("name", [*POLITER, *RUDER])
def test_a_cue_is_found_at_its_place(name):
    sentence, words = (POLITER | RUDER)[name]
    assert told(sentence)[name] == [words]


@pytest.mark.parametrize(("name", "sentence"), NOT_THERE)
def test_what_only_looks_like_a_cue_is_passed_over(name, sentence):
    assert name not in told(sentence)


def test_every_cue_stands_on_its_side_with_a_weight_and_a_reason():
    weights = {cue.name: cue.weight for cue in CUES.cues}
    assert set(weights) == {*POLITER, *RUDER, "length"}
    assert [name for name in (*POLITER, "length") if weights[name] >= 0] == []
    assert [name for name in RUDER if weights[name] <= 0] == []
    assert max(map(abs, weights.values())) < 2
    assert all(cue.does and "!" not in cue.does.replace("“!”", "") for cue in CUES.cues)


@pytest.mark.parametrize(("polite", "rude"), SAME_WISH)
def test_the_polite_way_to_say_it_reads_politer_than_the_rude(polite, rude):
    assert rudeness(polite) < rudeness(rude)


def test_a_firm_letter_reads_politer_than_each_rude_one():
    assert max(map(rudeness, FIRM)) < min(map(rudeness, RUDE))


def test_one_outburst_counts_however_polite_the_rest_is():
    for letter in (CALM + OUTBURST + WARM, WARM + CALM + OUTBURST, CALM + WARM + OUTBURST + CALM):
        found = politeness(letter, CUES)
        assert found.rudeness > 2 * rudeness(CALM + WARM)
        assert OUTBURST.strip() in letter[slice(*found.worst)]
        assert letter[slice(*found.sharpest)] == OUTBURST[25:].strip()
        assert len(letter[slice(*found.worst)]) < len(letter) / 2


def test_a_cue_counts_as_often_as_the_data_say():
    once, most = "It is not paid, not sent, not here", "and not there, not found, not seen."
    nots = [cue.name for cue in CUES.cues].index("not")
    assert amounts(f"{once}.", CUES)[nots] == CUES.cues[nots].most == 3
    assert amounts(f"{once} {most}", CUES)[nots] == 3
    short = [cue.name for cue in CUES.cues].index("short")
    assert [amounts(f"Send {words}.", CUES)[short] for words in ("it", "a b c d e f g")] == [1, 0]
    thanks = [cue.name for cue in CUES.cues].index("thanks")
    assert amounts("Thanks. Many thanks, and thank you.", CUES)[thanks] == 1
    twice, once = "I am grateful, and thankful too.", "I am grateful, and Finnish too."
    assert rudeness(twice) == rudeness(once) < rudeness("I am Danish, and Finnish too.")


def test_a_title_a_number_or_an_address_ends_no_sentence():
    assert "and first" not in told("I spoke to Mr. and Mrs. Bell.")
    assert "you first" not in told("See www.example.com.you for it.")
    assert "I first" not in told("It cost 12.50 i think.")
    assert "and first" in told("I spoke to Bell. And to her.")
    assert "and first" in told("To the manager\n \nAnd to Ms Bell")
    assert "and first" not in told("To the manager\nand to Ms Bell")


def test_a_closing_line_alone_is_no_passage():
    letter = f"{CALM}\n\n{WARM}\n\nNo.\n"
    assert rudeness(letter) < rudeness("No.") / 2


def test_a_text_without_words_says_nothing():
    for text in ("", " \n\n ", "?!", "…"):
        found = politeness(text, CUES)
        assert (found.cues, found.worst, found.sharpest) == ((), None, None)
        assert 0.1 < found.rudeness < 0.5


SIGNS = st.sampled_from("aiuyn'’ .?!\n,-(…0A") | st.characters(exclude_categories=["Cs"])
WORDS = st.sampled_from(["why", "you", "thanks", "isn't", "İ", "could", ".", "?", "!", "\n\n", ","])


@given(st.text(SIGNS) | st.lists(WORDS).map(" ".join))
def test_any_text_is_judged_between_nought_and_one_and_places_lie_within_it(text):
    found = politeness(text, CUES)
    assert 0 < found.rudeness < 1
    places = [place for one in found.cues for place in one.places]
    places += [place for place in (found.worst, found.sharpest) if place]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert len(amounts(text, CUES)) == len(CUES.cues)


def test_data_that_are_not_whole_are_refused():
    def plain(**row):
        cue = {"weight": 1.0, "it": "asks", **row}
        return {"base": 0.0, "openers": "and", "politer": {}, "ruder": {"cue": cue}}

    assert cues_from(plain(words="why")).cues[0].weight == 1.0
    for row in ({"words": "why", "where": "nowhere"}, {}):
        with pytest.raises(ValueError, match="cue"):
            cues_from(plain(**row))
    with pytest.raises(KeyError):
        cues_from({"base": 0.0})


def test_the_data_name_their_source_and_call_themselves_a_hint():
    head = DATA.read_text(encoding="utf-8").partition("\nbase:")[0]
    for words in ("hint", "never an error", "Stanford", "ACL 2013", "CC BY 4.0", "Changes"):
        assert words in head
    assert DATA.stat().st_size < 8192


def test_the_fit_holds_each_cue_to_its_side_and_finds_which_counts_more():
    chance = random.Random(3)
    rows = [tuple(float(chance.random() < 0.4) for _ in range(4)) for _ in range(600)]
    scores = [-2.0 * a - 0.5 * b + c + 1.5 * d for a, b, c, d in rows]
    fit = fit_politeness.rudeness_weights
    weights = fit(rows, scores, [1.0] * len(rows), [1, 1, -1, 1])
    assert weights[0] > 2 * weights[1] > 0 > weights[2]
    assert weights[3] == 0
    assert fit(rows, scores, [1.0] * len(rows), [1, 1, -1, 1]) == weights


def test_the_fit_counts_pairs_in_the_right_order_and_ties_as_half():
    assert fit_politeness.auc([3.0, 2.0, 1.0], [1, 0, 0]) == 1
    assert fit_politeness.auc([1.0, 2.0, 3.0], [1, 0, 0]) == 0
    assert fit_politeness.auc([1.0, 1.0, 2.0, 0.0], [1, 0, 1, 0]) == 0.875


def test_the_fit_writes_numbers_and_leaves_words_and_comments():
    text = DATA.read_text(encoding="utf-8")
    weights = {cue.name: cue.weight for cue in CUES.cues}
    assert fit_politeness.written(text, CUES.base, weights) == text
    changed = fit_politeness.written(text, -0.5, weights | {"thanks": -1.999})
    assert yaml.safe_load(changed)["politer"]["thanks"]["weight"] == 2.0
    assert yaml.safe_load(changed)["base"] == -0.5
    assert [a == b for a, b in zip(text.split("\n"), changed.split("\n"), strict=True)].count(
        False
    ) == 2
    with pytest.raises(SystemExit, match="nowhere"):
        fit_politeness.written(text, 0.0, {"nowhere": 1.0})
