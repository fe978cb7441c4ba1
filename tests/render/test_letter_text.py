"""Tests of render/text.py: wrapping and tables."""

from complaintkit.model.letter import Run, Table
from complaintkit.render.text import WIDTH, column_widths, shown, wrapped


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
