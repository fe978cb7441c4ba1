"""Tests of a letter that names the body outside the company, through `agency ID --verified`."""

from pathlib import Path

import pytest
from asking import done, typed

UNNAMED = "It names no outside body. To name one, open the page that `complaintkit agency gb-comm"


@pytest.fixture(autouse=True)
def case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-06-20T10:00:00+01:00")
    done("profile", "--name", "Ada Brown", "--email", "ada@example.org")
    done(
        "open", "acme", "--company", "Acme Broadband", "--problem", "Charged twice for May.",
        "--want", "a refund of 40 pounds", "--country", "GB", "--region", "ENG",
        "--sector", "telecom",
    )  # fmt: skip
    done("log", "--said", "they would look into it", "--at", "2026-06-01 10:00")


def letter(kind: str, *options: str):
    return typed("letter", kind, "-o", "-", *options)


def words(kind: str, *options: str) -> str:
    return " ".join(letter(kind, *options).out.split())


def test_without_a_look_of_the_person_it_names_none_and_says_how():
    written = letter("ceo")
    assert "I would then ask an independent body." in " ".join(written.out.split())
    assert UNNAMED in " ".join(written.said.split())
    assert "no outside body" not in letter("first").said


@pytest.mark.parametrize("kind", ["manager", "head-of-service", "ceo"])
def test_after_it_the_letter_names_the_body_and_its_day(kind: str):
    done("agency", "gb-communications", "--verified")
    text = words(kind)
    assert "ask the Communications Ombudsman" in text
    assert "Without your final answer I may do so from 14 July 2026." in text
    assert "independent body" not in text
    assert "no outside body" not in letter(kind).said


def test_own_words_that_speak_to_the_company_are_pointed_to_where_another_reads_them():
    done("company", "--want", "a refund on your next bill")
    assert "say “your”" not in letter("ceo").said
    done("party", "Communications Ombudsman", "--role", "ombudsman", "--email", "help@co.example")
    note = "Your own words say “your” to the company, but here somebody else reads them."
    assert note in " ".join(letter("agency").said.split())
    assert note in " ".join(typed("form", "gb-communications", "--format", "text").out.split())
    assert note not in letter("ceo").said
    done("company", "--want", "a refund on the next bill")
    assert "say “your”" not in letter("agency").said


def test_the_reminder_names_it_too():
    done("agency", "gb-communications", "--verified")
    done("letter", "ceo")
    done("sent", "1", "--via", "post", "--on", "2026-06-10")
    text = words("reminder")
    assert "failing that, I will ask the Communications Ombudsman to look at it, so please" in text
    assert "if you cannot agree. Without your final answer I may do so from 14 July 2026." in text


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "de",
            ["an eine unabhängige Stelle (Communications Ombudsman) wenden.",
             "Ohne Ihre endgültige Entscheidung kann ich das ab dem 14. Juli 2026 tun."],
        ),
        (
            "es",
            ["acudiré a un organismo independiente (Communications Ombudsman).",
             "Sin su respuesta definitiva, podré hacerlo a partir del 14 de julio de 2026."],
        ),
        (
            "fr",
            ["je saisirai alors un organisme indépendant (Communications Ombudsman).",
             "Sans réponse définitive de votre part, je pourrai le faire à compter du 14 juillet"],
        ),
    ],
)  # fmt: skip
def test_in_other_languages_it_stands_with_its_own_name(language: str, sentences: list[str]):
    done("agency", "gb-communications", "--verified")
    text = words("ceo", "--language", language)
    assert all(sentence in text for sentence in sentences)


def test_the_trace_says_where_the_name_and_the_day_come_from():
    done("agency", "gb-communications", "--verified")
    traced = " ".join(typed("letter", "ceo", "--trace").out.split())
    assert "agency gb-communications, calendar" in traced


def test_the_check_finds_nothing_to_change_in_it():
    done("agency", "gb-communications", "--verified")
    done("letter", "ceo")
    assert typed("check", "1", "--case", "acme").code == 0


def test_in_july_the_way_is_open_and_no_day_is_given(monkeypatch: pytest.MonkeyPatch):
    done("agency", "gb-communications", "--verified")
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-07-20T10:00:00+01:00")
    assert "Communications Ombudsman. Thank you" in words("ceo")


def test_a_faulty_pack_of_ones_own_stops_no_letter(empty_home: Path):
    done("agency", "gb-communications", "--verified")
    folder = empty_home / "agencies"
    folder.mkdir()
    (folder / "mine.yaml").write_text("country: GB\nbodies: nonsense\n")
    assert typed("agencies").code == 1
    assert "ask the Communications Ombudsman" in words("ceo")


def test_a_law_about_goods_is_asked_about_only_where_something_was_bought():
    assert "gb-repair-replace" not in letter("ceo").said
    assert "gb-repair-replace" not in typed("next").out
    done("company", "--bought", "a telephone", "--price", "£140")
    assert "gb-repair-replace" in letter("ceo").said
    assert "gb-repair-replace" in typed("next").out
