"""Tests of a body outside the company as a party: `party ID`."""

import pytest
from asking import done, typed


@pytest.fixture(autouse=True)
def case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-06-20T10:00:00+01:00")
    done("profile", "--name", "Ada Brown", "--email", "ada@example.org")
    done(
        "open", "acme", "--company", "Acme", "--problem", "Charged twice.",
        "--want", "a refund", "--country", "GB", "--sector", "telecom",
    )  # fmt: skip


def test_the_id_of_a_body_brings_its_name_and_its_address_into_the_letter():
    added = typed("party", "gb-communications")
    assert "Its address comes from a copy. Open its page before you post to it" in added.said
    text = typed("letter", "agency", "-o", "-").out
    assert "\nCommunications Ombudsman\nPO Box 730\nWarrington WA4 6WU\n" in text


def test_a_body_is_addressed_by_the_name_it_bears_at_home():
    done("party", "at-apf")
    said = typed("letter", "agency", "-o", "-", "--language", "de")
    assert (
        "\nAgentur für Passagier- und Fahrgastrechte\nLinke Wienzeile 4/1/6\n1060 Wien\n"
        in said.out
    )
    assert "no date to answer by" not in said.said


def test_after_a_look_at_its_page_nothing_is_to_be_opened():
    done("agency", "gb-communications", "--verified")
    assert "comes from a copy" not in typed("party", "gb-communications").said


def test_what_is_typed_wins_over_what_is_known():
    done("party", "gb-communications", "--role", "ombudsman", "--address", "1 New Road")
    text = typed("letter", "agency", "-o", "-").out
    assert "\nCommunications Ombudsman\n1 New Road\n" in text
    assert "Warrington" not in text


@pytest.mark.parametrize("name", ["Larkfield Bank", "xx-nobody", "GB-Communications"])
def test_any_other_name_stays_a_name(name: str):
    added = typed("party", name, "--role", "bank")
    assert f"party: {name}, bank" in added.out + added.said


def test_the_body_says_how_to_write_to_it():
    assert "`complaintkit party gb-communications`" in typed("agency", "gb-communications").out
    assert "To write to it" not in typed("agency", "us-bbb").out
