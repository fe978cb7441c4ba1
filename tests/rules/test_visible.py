from hypothesis import given
from hypothesis import strategies as st

from complaintkit.rules.visible import one_line, starts_formula, visible

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_an_escape_and_every_bidi_control_show_themselves():
    assert visible("\x1b[31mred\x9b\x7f") == "␛[31mred‹U+009B›␡"
    assert visible("\u202eevil") == "‹U+202E›evil"
    assert not set(visible(BIDI)) & set(BIDI)


@given(st.text())
def test_no_control_character_but_a_line_feed_is_left(text: str):
    assert all(one == "\n" or one.isprintable() or ord(one) > 0x9F for one in visible(text))
    assert "\n" not in one_line(text)


def test_ordinary_words_stay_as_they_are():
    text = "Refund of £84.20 – “agreed”, said Ọlátúnjí 👍🏽"
    assert visible(text) == one_line(text) == text


def test_a_formula_is_seen_behind_hidden_characters():
    assert all(
        map(starts_formula, ("=1+1", "+1", "-1", "@x", "\t=1", "\u200b=1", "\ufeff=1", "＝1"))
    )
    assert not any(map(starts_formula, ("", "a=1", "84.20", "#7")))
