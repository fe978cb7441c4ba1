"""Tests of render/markdown.py: the little of Markdown that a letter needs."""

import pytest

from complaintkit.errors import FileUnusable
from complaintkit.model.letter import Block, Listing, Paragraph, Table
from complaintkit.render.markdown import LetterParts, read_letter
from complaintkit.render.text import plain
from complaintkit.render.trace import Book


def read(body: str, after: str = "") -> LetterParts:
    return read_letter(f"# Subject\n\nDear all,\n\n{body}\n\nYours,\n\n{after}", Book())


def told(block: Block) -> object:
    if isinstance(block, Paragraph):
        return plain(block.runs)
    if isinstance(block, Listing):
        return [plain(one) for one in block.items]
    return [[plain(cell) for cell in row] for row in (block.head, *block.rows)]


def body(text: str) -> list[object]:
    return [told(block) for block in read(text).body]


def test_a_letter_has_subject_salutation_body_and_closing():
    parts = read("One.")
    assert plain(parts.subject) == "Subject"
    assert plain(parts.salutation) == "Dear all,"
    assert plain(parts.closing) == "Yours,"
    assert (parts.enclosures_label, parts.enclosures) == ("", ())


def test_lines_of_a_paragraph_run_on_and_a_backslash_ends_one():
    assert body("One\ntwo.\n\n\nThree\\\nfour.") == ["One two.", "Three\nfour."]


def test_items_of_a_list_may_stand_apart_and_run_on():
    assert body("- one\n  more\n\n- two\n\nEnd.") == [["one more", "two"], "End."]
    numbered = read("1. one\n2. two").body[0]
    assert isinstance(numbered, Listing)
    assert numbered.numbered


def test_a_table_gives_every_row_as_many_cells_as_its_head():
    table = read("Lead:\n\n| a | b |\n|---|:-:|\n| 1 | x\\|y |\n| 2 |\n| 3 | 4 | 5 |").body[1]
    assert isinstance(table, Table)
    assert told(table) == [["a", "b"], ["1", "x|y"], ["2", ""], ["3", "4"]]


def test_a_list_after_a_second_heading_is_the_enclosures():
    parts = read("One.", "## Enclosures\n\n- first\n\n- second\n")
    assert parts.enclosures_label == "Enclosures"
    assert [plain(one) for one in parts.enclosures] == ["first", "second"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("**strong** and *soft* and _soft_ and `code`", "strong and soft and soft and code"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        (r"\*starred\*", "*starred*"),
        ("a &amp; b", "a & b"),
        ("AT&T", "AT&T"),
    ],
)
def test_marks_of_emphasis_are_dropped_and_other_signs_stay(written: str, read_as: str):
    assert body(written) == [read_as]


@pytest.mark.parametrize(
    "fault", ["> quoted", "```\ncode\n```", "<b>x</b>", "---", "![a](b)", "~~~\nx\n~~~"]
)
def test_what_a_letter_cannot_show_is_refused(fault: str):
    with pytest.raises(FileUnusable):
        read(fault)
