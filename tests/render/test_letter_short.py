"""Tests of render/letter_short.py: what stays of a letter where there is little room."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_cases import CASES, COMPLAINTS, applicable
from letter_views import HOSTILE, letter, poisoned

from complaintkit.errors import WrongUsage
from complaintkit.model.letter import Letter, Paragraph, Run
from complaintkit.render.letter_runs import body_runs
from complaintkit.render.letter_short import letter_short, mailto_link
from complaintkit.render.printable import printable
from complaintkit.render.text import plain
from complaintkit.rules.letter_kinds import KINDS

EVERY = applicable()


def size(text: str) -> int:
    """Count as the strictest form does."""
    return len(text.encode("utf-16-le")) // 2 + text.count("\n")


def with_problem(words: str, name: str = "missing-credit") -> Letter:
    """Return a letter with other words of the person's for the problem."""
    found = letter(name, "ceo")
    at = next(
        at
        for at, block in enumerate(found.body)
        if isinstance(block, Paragraph) and block.runs[0].source == "your words"
    )
    told = Paragraph(runs=(Run(text=words, source="your words"),))
    return replace(found, body=(*found.body[:at], told, *found.body[at + 1 :]))


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_a_thousand_characters_hold_what_a_company_needs(name: str, kind: str):
    case, _ = CASES[name]
    short = letter_short(letter(name, kind))
    flat = " ".join(short.text.replace("\u00a0", " ").split())
    assert size(short.text) <= 1000
    assert not short.was_cut
    assert short.text.startswith(plain(letter(name, kind).subject))
    found, needs = letter(name, kind), KINDS[kind].requires
    if "problem" in needs and kind not in {"reminder", "accept"}:
        assert " ".join(case.problem.rstrip(".").split()) in flat
    if "want" in needs and kind != "accept":
        assert case.resolution.want in flat
    for run in body_runs(found):
        assert run.source != "calendar" or run.text in flat
    assert case.consumer.name in flat
    for call in case.encounters:
        assert kind not in COMPLAINTS or call.reference in flat


def test_blocks_go_in_the_stated_order():
    found = letter("washing-machine", "manager")
    lost: list[str] = []
    marks = {
        "table": "Contacts so far",
        "enclosures": "Enclosures (copies)",
        "events": "plumber called",
        "effect": "cost us",
        "thanks": "Thank you",
        "history": "customer since",
        "promises": "It has not happened",
        "purpose": "I am writing",
    }
    for limit in range(4000, 380, -20):
        text = letter_short(found, limit=limit).text
        lost += [name for name, mark in marks.items() if mark not in text and name not in lost]
        assert size(text) <= limit
    assert lost == list(marks)


def test_of_like_blocks_the_last_goes_first_and_of_promises_the_oldest():
    found = letter("missing-credit", "manager")
    thanks = ["Thank you for looking into this.", "I look forward to your reply."]
    promised = ("Then gold by 1 May.", "Then silver by 2 May.")
    fate = Run(text=" It has not happened.")
    told = [Paragraph(runs=(Run(text=one, source="#9"), fate)) for one in promised]
    found = replace(found, body=(*found.body[:2], *told, *found.body[2:]))
    seen = set()
    for limit in range(2500, 300, -10):
        text = letter_short(found, limit=limit).text
        seen.add(tuple(one in text for one in (*thanks, *promised)))
    assert (True, False, True, True) in seen
    assert (False, True, True, True) not in seen
    assert (False, False, False, True) in seen
    assert (False, False, True, False) not in seen


def test_with_room_enough_nothing_is_left_out():
    short = letter_short(letter("gas-estimate", "first"), limit=5000)
    assert "29 Mar 2026 · Portal · Reading 18.402 m³ accepted." in short.text
    assert "- 12 March 2026: annual bill received" in short.text
    assert "2. " in short.text.partition("Enclosures")[2]
    assert "Reference:" not in short.text


def test_references_of_a_table_that_was_left_out_are_named():
    assert "\nReference: SD/4471\n" in letter_short(letter("washing-machine", "ceo")).text


def test_a_line_that_leads_in_to_a_list_goes_with_it():
    for limit in range(300, 2000, 25):
        text = letter_short(letter("gas-estimate", "manager"), limit=limit).text
        assert ("Key dates:" in text) == ("- 12 March 2026" in text)
        assert ("Contacts so far:" in text) == ("· Portal" in text)


def test_own_words_that_are_too_long_are_cut_at_the_end_of_a_sentence():
    short = letter_short(with_problem("It broke again today. " * 100 + "The end."))
    assert short.was_cut
    assert "It broke again today. …\n" in short.text
    assert 900 < size(short.text) <= 1000
    assert "I ask for" in short.text
    assert "June 1, 2026" in short.text


def test_without_a_sentence_end_words_stay_whole_and_without_words_signs():
    assert "wordy wordy…\n" in letter_short(with_problem("wordy " * 1000)).text
    assert "xx…\n" in letter_short(with_problem("x" * 100_000)).text


def test_nothing_drawn_as_one_sign_is_cut_in_two():
    short = letter_short(with_problem("👩\u200d👩\u200d👧" * 400), limit=400).text
    drawn = next(part for part in short.split("\n\n") if part.startswith("👩"))
    assert set(drawn.rstrip("…").split("👩\u200d👩\u200d👧")) == {""}


def test_too_little_room_is_refused():
    with pytest.raises(WrongUsage):
        letter_short(letter("missing-credit", "ceo"), limit=199)


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_does_not_widen_the_letter(evil: str):
    found = poisoned(letter("washing-machine", "ceo"), evil * 20)
    assert size(letter_short(found).text) <= 1000
    link = mailto_link(found, to="a@b.example")
    assert len(link) <= 2000
    assert link.isascii()
    assert set(parse_qs(urlsplit(link).query)) <= {"subject", "body"}
    assert not set(" \"'<>\r\n") & set(link)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.integers(min_value=200, max_value=1500))
def test_any_text_fits_into_any_room(words: str, limit: int):
    found = with_problem(words)
    short = letter_short(found, limit=limit)
    assert size(short.text) <= limit
    shown = " ".join(plain(printable(found).body[1].runs).split())
    assert short.was_cut or shown in " ".join(short.text.split())
    assert len(mailto_link(found)) <= 2000


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_a_link_opens_an_e_mail_with_subject_and_letter(name: str, kind: str):
    found = letter(name, kind)
    link = mailto_link(found, to="care@example.org")
    assert len(link) <= 2000
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "care@example.org")
    fields = parse_qs(parts.query, strict_parsing=True)
    assert fields["subject"] == [plain(found.subject)]
    assert f"\r\n\r\n{found.signature.text}" in fields["body"][0]
    assert kind not in COMPLAINTS or "I ask" in fields["body"][0]


def test_an_address_cannot_add_fields_to_a_link():
    link = mailto_link(letter("missing-credit", "ceo"), to="a?cc=x&b=c@d.example")
    assert urlsplit(link).path == "a%3Fcc%3Dx%26b%3Dc@d.example"
    assert unquote(urlsplit(link).path) == "a?cc=x&b=c@d.example"
    with pytest.raises(WrongUsage):
        mailto_link(letter("missing-credit", "ceo"), to="a@b.example?cc=c@d.example")


def test_letters_of_other_scripts_fit_into_a_link():
    found = with_problem("日本語の文章です。" * 500)
    link = mailto_link(found)
    assert len(link) <= 2000
    assert "June 1, 2026" in unquote(link)
