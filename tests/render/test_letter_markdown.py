"""Tests of render/letter_markdown.py: what is typed comes back as it was typed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_views import letter
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from complaintkit.model.letter import Listing, Paragraph, Run
from complaintkit.render.letter_markdown import escaped, letter_markdown
from complaintkit.render.printable import one_line

GFM = MarkdownIt("gfm-like", {"linkify": False})


def read(marked: str) -> list[str]:
    """Return the kinds of all that a reader of Markdown finds."""
    return [node.type for node in SyntaxTreeNode(GFM.parse(marked)).walk()]


def test_addresses_have_a_line_each_and_the_subject_is_the_only_heading():
    made = letter_markdown(letter("missing-credit", "ceo"))
    assert made.startswith("Odessa Freeman\\\n310 Larkspur Lane\\\n")
    assert made.endswith(")\n")
    assert "\n\n# Complaint: Agreed monthly credit" in made
    assert read(made).count("heading") == 1
    assert "| Jan 12, 2026 | " in made


def test_ordinary_words_stay_as_they_are():
    for text in (
        "Calder & Sons",
        "order W-20931, 5.00 %",
        "Well – yes (no); “quoted”: it's 50/50!",
    ):
        assert escaped(text) == text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1. one", "1\\. one"),
        ("- item", "\\- item"),
        ("*b* _i_ `c`", "\\*b\\* \\_i\\_ \\`c\\`"),
        ("&amp; & co", "\\&amp; & co"),
        ("$5 and $6", "\\$5 and \\$6"),
        ("a\\", "a\\\\"),
        ("http://a.example www.b.example", "http:\\//a.example www\\.b.example"),
    ],
)
def test_marks_are_written_with_a_backslash(typed: str, written: str):
    assert escaped(typed) == written


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_any_line_reads_back_as_itself(typed: str):
    line = " ".join(one_line(typed).split())
    for marked in (escaped(line), f"# {escaped(line)}", f"- {escaped(line)}"):
        found = list(SyntaxTreeNode(GFM.parse(marked)).walk())
        assert " ".join("".join(n.content for n in found if n.type == "text").split()) == line
        kinds = {node.type for node in found}
        assert kinds <= {
            "root",
            "paragraph",
            "heading",
            "bullet_list",
            "list_item",
            "inline",
            "text",
        }


@pytest.mark.parametrize("mark", ["===", "---", "- - -", "- x", "+ x", "1. x", "> x", "```", "# x"])
def test_no_line_of_a_paragraph_begins_anything_else(mark: str):
    body = (Paragraph(runs=(Run(text=f"My words\n{mark}", source="your words"),)),)
    found = replace(letter("missing-credit", "first"), body=body)
    kinds = read(letter_markdown(found))
    assert kinds.count("heading") == 1
    assert not {"hr", "bullet_list", "ordered_list", "blockquote", "fence"} & set(kinds)


def test_lists_in_a_row_stay_as_many_as_they_were():
    one = Listing(items=((Run(text="one"),), (Run(text="two"),)))
    body = (one, one, one, *(replace(one, numbered=True),) * 3)
    kinds = read(letter_markdown(replace(letter("missing-credit", "first"), body=body)))
    assert (kinds.count("bullet_list"), kinds.count("ordered_list")) == (3, 3)
