"""Does the tool ask about letters that were written and never marked as sent?"""

import json

import pytest
from asking import done, open_case, typed

QUESTION = (
    "Letter 1 (first) was written on 3 May 2026 and is not marked as sent. Did it go out? "
    "`complaintkit sent 1 --case acme`"
)


def at(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", f"{day}T10:00:00-04:00")


@pytest.fixture
def draft(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-05-03")
    open_case()
    done("profile", "--name", "Odessa Freeman", "--address", "310 Larkspur Lane")
    done("company", "--want", "a refund of $84.20")
    done("letter", "first")


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize("command", ["today", "next"])
def test_from_the_day_after_writing_one_line_asks(monkeypatch: pytest.MonkeyPatch, command: str):
    assert "marked as sent" not in typed(command).out
    at(monkeypatch, "2026-05-04")
    assert QUESTION in " ".join(typed(command).out.split())
    told = json.loads(typed(command, "--json").out)
    case = told["case"] if command == "next" else told["cases"][0]
    assert case["ask_unsent"] == QUESTION
    assert case["drafts"] == [{"number": 1, "kind": "first", "written_on": "2026-05-03"}]


@pytest.mark.usefixtures("draft")
def test_a_letter_marked_as_sent_is_not_asked_about(monkeypatch: pytest.MonkeyPatch):
    at(monkeypatch, "2026-05-04")
    done("sent", "1", "--via", "post", "--on", "yesterday")
    assert "marked as sent" not in typed("today").out
