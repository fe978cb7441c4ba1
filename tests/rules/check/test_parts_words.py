"""Tests of rules/check/parts/words.py and parts_phrases.py: how the data are written."""

from collections.abc import Sequence

import pytest

from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.parts.phrases import Lexicon
from complaintkit.rules.check.parts.scope import Reading
from complaintkit.rules.check.parts.words import PartsWords, parts_words_from
from complaintkit.store.tone import load_tone

CLASSES = {"soft": "just really", "writer": "i we", "all": "<writer> you", "month": "may"}


def with_phrases(*phrases: str) -> PartsWords:
    return parts_words_from(
        {
            "classes": CLASSES,
            "phrases": {"some": list(phrases)},
            "months": {},
            "courtesy": {},
            "sentences": {},
        }
    )


def found(text: str, *phrases: str) -> list[str]:
    read = Reading(draft(text), with_phrases(*phrases))
    return [text[slice(*read.span(*match))] for match in read.phrases("some")]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("send it", "Please send it now.", ["send it"]),
        ("send it", "Please send. It is late.", []),
        ("send/post it", "We post it and send it.", ["post it", "send it"]),
        ("refund*", "A refunded fee.", ["refunded"]),
        ("<writer> want", "You want, I want.", ["I want"]),
        ("<all> want", "You want, I want.", ["You want", "I want"]),
        ("want to? go", "I want go, I want to go.", ["want go", "want to go"]),
        ("want !go", "I want go, I want tea.", ["want tea"]),
        ("i ~ want", "I just really want tea.", ["I just really want"]),
        ("want … tea", "I want a cup of hot tea.", ["want a cup of hot tea"]),
        ("want … tea", "I want a very big cup of tea.", []),
        ("want … tea", "I want it not, tea neither.", []),
        ("can not", "I can't.", ["can't"]),
    ],
)
def test_a_phrase_is_found_as_it_is_written(phrase: str, text: str, expected: Sequence[str]):
    assert found(text, phrase) == expected


@pytest.mark.parametrize("phrase", ["", "… tea", "tea …", "tea?", "Tea", "tea, please"])
def test_a_phrase_that_is_not_whole_is_refused(phrase: str):
    with pytest.raises(ValueError, match="phrase"):
        with_phrases(phrase)


def test_a_word_belongs_to_each_set_that_holds_it_or_its_beginning():
    lexicon = Lexicon()
    exact, begun = lexicon.bit(("order",)), lexicon.bit(("ord*",))
    assert lexicon.bits_of("order") == exact | begun
    assert lexicon.bits_of("orders") == begun
    assert lexicon.bits_of("or") == 0


def test_the_shipped_data_have_each_list_that_the_rules_ask_for():
    words = load_tone("parts", parts_words_from)
    assert set(words.phrases) == {*("resolution", "wish", "reply", "sets", "contact", "says_none")}
    assert set(words.months) == {"en", "es", "fr", "de"}
    assert set(words.courtesy) < set(words.sentences) == {"en", "es", "fr", "de"}
