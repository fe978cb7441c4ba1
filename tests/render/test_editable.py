"""Tests of render/editable.py: what is not touched in an editor stays as it was."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_cases import CASES
from letter_views import HOSTILE, letter, poisoned
from test_letter_hostile import HOSTILE as HOSTILE_FIELDS
from test_letter_hostile import letter as hostile_letter

from complaintkit.errors import FileUnusable
from complaintkit.model.letter import Letter, Listing, Paragraph, Run, Table
from complaintkit.render.editable import HEADING, OWN, editable, edited
from complaintkit.render.letter_clock import clock_notes
from complaintkit.render.letter_runs import all_runs
from complaintkit.render.text import plain

KINDS = ("first", "manager", "ceo")
FULL = letter("washing-machine", "ceo")
TEXT = editable(FULL)


def changed(old: str, new: str, found: Letter = FULL) -> Letter:
    text = editable(found)
    assert old in text
    return edited(found, text.replace(old, new, 1))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", CASES)
def test_a_letter_that_nobody_touched_is_the_same(name: str, kind: str):
    found = letter(name, kind)
    assert edited(found, editable(found)) == found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", CASES)
def test_an_ordinary_letter_holds_no_backslash(name: str, kind: str):
    assert "\\" not in editable(letter(name, kind))


@pytest.mark.parametrize("evil", HOSTILE_FIELDS)
def test_hostile_fields_change_nothing(evil: str):
    found = hostile_letter("ceo", evil)
    assert edited(found, editable(found)) == found


@pytest.mark.parametrize("evil", HOSTILE)
@pytest.mark.parametrize("name", CASES)
def test_hostile_runs_in_every_place_change_nothing(name: str, evil: str):
    found = poisoned(letter(name, "ceo"), evil.replace("\r", "\n"))
    assert edited(found, editable(found)) == found


@settings(max_examples=60)
@given(evil=st.text(max_size=60), kind=st.sampled_from(KINDS))
def test_any_text_in_any_field_changes_nothing(evil: str, kind: str):
    found = hostile_letter(kind, f"xq {evil}")
    assert edited(found, editable(found)) == found


@settings(max_examples=100)
@given(
    evil=st.lists(
        st.sampled_from(["# ", "## ", "- ", "1. ", "| ", "// ", "\\", "\n", "\n\n", "a", " ", "|"]),
        max_size=12,
    ).map("".join),
    place=st.integers(0, 30),
)
def test_a_changed_block_leaves_all_others_alone_whatever_they_hold(evil: str, place: int):
    found = poisoned(FULL, evil)
    at = place % len(found.body)
    block = found.body[at]
    if not isinstance(block, Paragraph):
        return
    new = replace(block, runs=(Run(text="Quite new words."),))
    rest = (*found.body[:at], new, *found.body[at + 1 :])
    told = edited(found, editable(replace(found, body=rest)))
    assert [one for i, one in enumerate(told.body) if i != at] == [
        one for i, one in enumerate(found.body) if i != at
    ]
    assert told.body[at] == Paragraph(runs=(Run(text="Quite new words.", source=OWN),))
    assert (told.sender, told.recipient, told.enclosures) == (
        found.sender, found.recipient, found.enclosures,
    )  # fmt: skip


def test_it_reads_as_plain_text():
    shown = editable(letter("missing-credit", "ceo"))
    assert shown.startswith(HEADING)
    assert "\n# Complaint: " in shown
    assert "$80.00" in shown
    assert "| Date | Contact | What was said | Reference |\n| Jan 12, 2026" in shown
    assert "## Enclosures (copies)\n1. Bill 2026-02 (PDF)\n" in shown


def test_only_the_changed_paragraph_becomes_the_persons_own():
    found = changed("My mother is 84", "My mother is 85")
    first, new = [block for block in found.body if block not in FULL.body]
    assert (
        first.runs[-1].text
        == "The machine was delivered on 17 January and has leaked at every wash since."
    )
    assert new == Paragraph(runs=(Run(text=plain(new.runs), source=OWN),))
    assert plain(new.runs).startswith("My mother is 85 and has")
    assert found.subject == FULL.subject
    found = changed("I have been in touch four", "I was in touch four")
    (new,) = [block for block in found.body if block not in FULL.body]
    assert {run.source for run in new.runs} == {OWN}


def test_more_blank_lines_between_two_paragraphs_change_nothing():
    assert (
        edited(FULL, TEXT.replace("wash since.\n\nMy mother", "wash since.\n\n\n\nMy mother"))
        == FULL
    )


def test_a_moved_paragraph_keeps_its_sources():
    request = next(line for line in TEXT.split("\n") if line.startswith("I ask for"))
    moved = TEXT.replace(f"{request}\n\n", "").replace("Other dates", f"{request}\n\nOther dates")
    found = edited(FULL, moved)
    assert sorted(map(repr, found.body)) == sorted(map(repr, FULL.body))
    assert found.body != FULL.body


def test_what_is_taken_out_is_out_and_what_is_added_is_there():
    found = changed("Details: serial number BW7-0000412.", "One more thing.\n\n- milk\n- bread")
    assert Paragraph(runs=(Run(text="One more thing.", source=OWN),)) in found.body
    items = tuple((Run(text=word, source=OWN),) for word in ("milk", "bread"))
    assert Listing(items=items) in found.body
    assert "BW7" not in plain(all_runs(found))


def test_in_a_list_and_a_table_only_the_changed_place_is_new():
    found = changed("| My letter, by post |", "| My letter, by courier |")
    old, new = (next(b for b in one.body if isinstance(b, Table)) for one in (FULL, found))
    differ = [
        (a, b) for x, y in zip(old.rows, new.rows, strict=True) for a, b in zip(x, y, strict=True)
        if a != b
    ]  # fmt: skip
    assert [b for _, b in differ] == [(Run(text="My letter, by courier", source=OWN),)]
    assert new.head == old.head


def test_a_bar_inside_a_cell_stays_one_cell():
    table = Table(head=((Run(text="a | b"),), (Run(text="c\\"),)), rows=())
    found = replace(FULL, body=(table,))
    text = editable(found).replace("| c", "| cd")
    assert edited(found, text).body[0].head == (
        (Run(text="a | b"),), (Run(text="cd\\", source=OWN),),
    )  # fmt: skip


def test_comments_are_left_out_wherever_they_stand():
    assert edited(FULL, TEXT.replace("Dear Imogen", "// ask Ben\nDear Imogen")) == FULL


def test_line_ends_and_a_mark_of_another_system_do_not_matter():
    assert edited(FULL, "\ufeff" + TEXT.replace("\n", "\r\n")) == FULL
    assert edited(FULL, TEXT.replace("\n\n", "\n  \n").replace(". ", ".  ")) == FULL


def test_address_lines_are_changed_one_by_one():
    found = changed("7 Mill Lane\n", "8 Mill Lane\n")
    assert found.sender[1] == Run(text="8 Mill Lane", source=OWN)
    assert found.sender[0] == FULL.sender[0]
    found = changed("Imogen Calder\n", "Imogen Calder\nChief Executive\n")
    assert Run(text="Chief Executive", source=OWN) in found.recipient


def test_a_delivery_line_can_be_added_changed_and_taken_out():
    line = "By registered post"
    bare = changed("By post\n\n", "")
    assert bare.delivery == ()
    found = changed("Imogen Calder\n", f"{line}\n\nImogen Calder\n", bare)
    assert plain(found.delivery) == line
    assert found.recipient == FULL.recipient
    assert plain(changed(line, "By courier", found).delivery) == "By courier"
    assert changed(f"{line}\n\n", "By post\n\n", found).delivery != found.delivery


def test_greeting_closing_and_name_can_be_changed():
    found = changed("Dear Imogen Calder,", "Dear Ms Calder,")
    assert plain(found.salutation) == "Dear Ms Calder,"
    found = changed("Yours sincerely,\n\nRuth Ashworth", "Kind regards,\n\nR. Ashworth")
    assert plain(found.closing) == "Kind regards,"
    assert found.signature.text.startswith("R. Ashworth")
    assert found.body == FULL.body


def test_an_enclosure_can_be_added_and_all_can_go():
    found = changed("2. Plumber’s bill\n", "2. Plumber’s bill\n- 3. A photograph\n")
    assert found.enclosures[2] == (Run(text="3. A photograph", source=OWN),)
    assert found.enclosures[:2] == FULL.enclosures[:2]
    found = edited(FULL, TEXT.split("## ")[0])
    assert (found.enclosures, found.enclosures_label) == ((), "")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("# Complaint", "Complaint", "“# ”"),
        ("Dear Imogen Calder,\n\n", "", "greeting"),
        ("Ruth Ashworth, on behalf of Maud Ashworth\n", "", "your name"),
        ("Yours sincerely,\n\n", "", "closing"),
        ("20 February 2026\n\n", "", "the date"),
        ("Other dates:", "# Other dates", "more than one line"),
        ("Yours sincerely", "## Copies\nme\n\nYours sincerely", "your name"),
        ("Yours sincerely,", "Yours sincerely,\n\nAnd another thing.", "below the closing line"),
        ("## Enclosures", "P.S. One more thing.\n\n## Enclosures", "below the closing line"),
        ("Dear Imogen Calder,", "By fax.\n\nDear Imogen Calder,", "above the greeting"),
        ("## Enclosures", "## Others\nx\n\n## Enclosures", "more lists"),
    ],
)  # fmt: skip
def test_a_letter_that_lacks_a_part_is_refused_with_the_way_out(old: str, new: str, says: str):
    with pytest.raises(FileUnusable) as refused:
        changed(old, new)
    assert says in refused.value.problem
    assert refused.value.fix


@pytest.mark.parametrize("text", ["", "\n", HEADING, "Dear Sir", "\x00", "# only"])
def test_what_is_no_letter_at_all_is_refused(text: str):
    with pytest.raises(FileUnusable):
        edited(FULL, text)


@given(st.text(max_size=80), st.integers(0, 2000), st.integers(0, 2000))
def test_any_edit_gives_a_letter_or_a_sentence(new: str, start: int, end: int):
    text = TEXT[: min(start, end)] + new + TEXT[max(start, end) :]
    try:
        found = edited(FULL, text)
    except FileUnusable:
        return
    assert edited(found, editable(found)) == found


BY = "by 6 March 2026"


def test_the_printed_date_is_the_clock():
    found = changed(BY, "by 20 March 2026")
    assert found.answer_by == date(2026, 3, 20)
    assert clock_notes(FULL, found) == ("The letter now asks for an answer by 20 March 2026.",)
    assert Run(text="20 March 2026", source="calendar") in all_runs(found)


def test_other_words_around_the_date_leave_the_clock_alone():
    found = changed("Please tell me in writing", "Please write to me")
    assert found.answer_by == FULL.answer_by
    assert clock_notes(FULL, found) == ()
    assert Run(text="6 March 2026", source="calendar") in all_runs(found)


def test_without_a_date_there_is_no_clock_and_it_is_said():
    found = changed(BY, "soon")
    assert found.answer_by is None
    assert "no longer asks for an answer by 6 March 2026" in clock_notes(FULL, found)[0]
    assert changed("soon", "by 9 March", found).answer_by == date(2026, 3, 9)


def test_of_several_new_dates_none_is_guessed():
    two = "on 20 March 2026, or on 21 March 2026,"
    assert changed(BY, two).answer_by is None
    assert changed(BY, "by 20 March 2026, not on 1 April 2026,").answer_by == date(2026, 3, 20)


def test_a_date_that_was_told_before_is_not_the_clock():
    assert changed(BY, "after 20 January 2026").answer_by is None


def test_the_date_at_the_top_is_the_day_of_writing():
    found = changed("\n20 February 2026\n", "\n23 February 2026\n")
    assert found.written_on == date(2026, 2, 23)
    assert found.answer_by == FULL.answer_by
    found = changed("\n20 February 2026\n", "\nlast Monday\n")
    assert found.written_on == FULL.written_on
    assert "“last Monday”, could not be read" in clock_notes(FULL, found)[0]


@pytest.mark.parametrize("line", ["- 3 degrees", "# 12", "1. May", "| x", "// y", "\\- z"])
def test_a_line_that_only_looks_like_a_mark_keeps_its_words_when_its_paragraph_changes(line: str):
    found = replace(FULL, body=(Paragraph(runs=(Run(text=f"{line}\nold"),)),))
    text = editable(found)
    assert f"\n\\{line}\n" in text
    told = edited(found, text.replace("\nold", "\nnew"))
    assert told.body == (Paragraph(runs=(Run(text=f"{line}\nnew", source=OWN),)),)
