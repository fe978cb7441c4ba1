"""Tests of render/text.py: wrapping and tables."""

from unicodedata import combining, east_asian_width

from hypothesis import given
from hypothesis import strategies as st

from complaintkit.model.letter import Run, Table
from complaintkit.render.text import _UNEVEN, WIDTH, column_widths, shown, wrapped


def cell(text: str) -> tuple[Run, ...]:
    return (Run(text=text),)


def test_lines_break_at_spaces_and_keep_to_the_width():
    text = wrapped("word " * 100)
    assert max(len(line) for line in text.split("\n")) <= WIDTH


def test_a_word_longer_than_the_line_is_broken_and_nothing_is_lost():
    word = "x" * 1000
    text = wrapped(f"a {word} b")
    assert max(len(line) for line in text.split("\n")) <= WIDTH
    assert "".join(text.split()) == f"a{word}b"


def test_a_hundred_thousand_characters_are_wrapped_at_once():
    assert wrapped("ab " * 33_000).count("\n") > 1000


def test_columns_share_the_width_and_the_widest_gives_way():
    table = Table(
        head=(cell("Date"), cell("What")),
        rows=((cell("12 January 2026"), cell("words " * 50)),),
    )
    widths = column_widths(table)
    assert sum(widths) + 2 == WIDTH
    assert widths[0] == len("12 January 2026")


def test_wide_signs_count_double():
    assert shown("日本") == 4
    assert shown("e\u0301") == 1


def test_signs_that_are_counted_without_a_look_take_one_column_each():
    plain = [chr(code) for code in range(0x3000) if not _UNEVEN.search(chr(code))]
    assert {"ß", "’", "–", "€", "\u00a0"} <= set(plain)
    assert not [sign for sign in plain if combining(sign) or east_asian_width(sign) in "WF"]


@given(st.text(alphabet="a b\nü’日\u0301", max_size=40), st.integers(min_value=1, max_value=20))
def test_no_line_is_longer_than_asked_and_no_word_is_lost(text, width):
    lines = wrapped(text, width).split("\n")
    assert all(shown(line) <= max(width, 2) for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
