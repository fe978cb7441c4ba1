"""Tests of the rights that `next` tells of."""

import json

import pytest
from asking import done, typed


@pytest.fixture(autouse=True)
def flight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-06-20T10:00:00+01:00")
    done(
        "open", "air", "--company", "SkyAir", "--problem", "The flight was cancelled.",
        "--country", "IE", "--sector", "airline",
    )  # fmt: skip


def test_next_tells_which_law_may_help_and_how_a_letter_names_it():
    said = " ".join(typed("next").out.split())
    assert "A law may help: Articles 5 to 7 of Regulation (EC) No 261/2004" in said
    assert "If so, a letter can name it: `--right eu-flight-compensation`." in said
    assert "A law may help" not in typed("today").out


def test_next_as_json_has_each_with_its_question_and_where_it_was_read():
    (first, second) = json.loads(typed("next", "--json").out)["case"]["rights"]
    assert (first["id"], second["id"]) == ("eu-flight-compensation", "eu-flight-refund")
    assert set(first) == {"id", "law", "ask", "note", "url", "checked"}
    assert first["ask"].endswith("?")


def test_a_closed_case_is_told_of_none():
    done("close", "--outcome", "not")
    assert "A law may help" not in typed("next", "air").out
