"""Tests of rules/check/parts/found.py: what a text holds, and what only looks like it."""

import random
import time
from pathlib import Path

import pytest
import yaml

from complaintkit.model.review import Part
from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.parts.found import found_parts, parts_sought
from complaintkit.rules.check.parts.words import PartsWords, parts_words_from
from complaintkit.store.tone import load_tone


@pytest.fixture(scope="module")
def words() -> PartsWords:
    return load_tone("parts", parts_words_from)


def parts_of(text: str, words: PartsWords, language: str = "en") -> set[Part]:
    return {one.part for one in found_parts(draft(text), words, language=language)}


LINES = yaml.safe_load(Path(__file__).with_name("part_lines.yaml").read_text(encoding="utf-8"))
EVERYTHING = "\n".join(text for part in LINES.values() for some in part.values() for text in some)


@pytest.mark.parametrize("part", LINES)
def test_each_sentence_that_shows_a_part_is_found_to_have_it(part: str, words: PartsWords):
    assert [text for text in LINES[part]["has"] if part not in parts_of(text, words)] == []


@pytest.mark.parametrize("part", LINES)
def test_each_sentence_that_only_looks_like_a_part_is_passed_over(part: str, words: PartsWords):
    assert [text for text in LINES[part]["hasnt"] if part in parts_of(text, words)] == []


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        (
            "de",
            "Am 12. März 2026 habe ich 389,00 € bezahlt. Bitte antworten Sie.",
            "date amount courtesy",
        ),
        ("de", "Meine Nummer ist unbekannt.", ""),
        ("fr", "Le 3 avril 2026, 45 euros ont été prélevés. Merci.", "date amount courtesy"),
        ("fr", "Je vous prie de me rembourser.", "courtesy"),
        (
            "es",
            "El 9 de marzo de 2026 pagué 40 euros. Gracias, atentamente.",
            "date amount courtesy",
        ),
        ("es", "Quiero un reembolso antes del viernes.", ""),
        ("de", "Rückfragen an ada@example.org, am 03.04.2026.", "date reach"),
        ("de", "Meine Kundennummer ist 8812-44.", "reference"),
        ("de", "Unter Vertrag Nr. 4471-2 läuft er.", "reference"),
        ("fr", "Mon dossier n° 4471882 est ouvert.", "reference"),
        ("es", "El pedido n.º 88213 no ha llegado.", "reference"),
        ("es", "Mi número de cuenta es 0042-7781.", "reference"),
        ("pl", "Zapłaciłem 60 PLN 03.04.2026.", "date amount"),
    ],
)
def test_in_other_languages_notation_and_courtesy_are_found(
    language: str, text: str, parts: str, words: PartsWords
):
    assert {part.value for part in parts_of(text, words, language)} == set(parts.split())


def test_what_is_not_sought_in_a_language_is_never_found(words: PartsWords):
    assert parts_sought("en", words) == set(Part)
    for language in ("de", "fr", "es", "pl", ""):
        sought = parts_sought(language, words)
        assert Part.RESOLUTION not in sought
        assert parts_of(EVERYTHING, words, language) <= sought


def test_places_lie_within_the_text_and_in_its_order(words: PartsWords):
    for text in (EVERYTHING, EVERYTHING.upper(), EVERYTHING.replace("\n", " ")):
        found = found_parts(draft(text), words)
        assert found == tuple(sorted(found, key=lambda one: (one.start, one.end, one.part)))
        assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_no_text_stops_it(words: PartsWords):
    chance = random.Random(11)
    pieces = ["please", "by", "within", "14", "days", "I", "called", "order", "#", "$", "1.000,00"]
    pieces += [
        "“",
        "”",
        ",",
        ". ",
        "\n",
        "if",
        "refund",
        "İ",
        "ß",
        "XX/XX/2019",
        "Mr.",
        "12/03",
        "\x00",
    ]
    pieces += ["e-mail", "no.", "not", "to", "my", "may 5", "R", "a@b.c", "👍", "me", ":", "thank"]
    for _ in range(300):
        text = chance.choice(["", " "]).join(chance.choices(pieces, k=chance.randrange(40)))
        for one in found_parts(draft(text), words):
            assert 0 <= one.start < one.end <= len(text)


HOSTILE = """
    please |1,000 |a-|(1 |i need |order number is |1/2/|my dear |a.b@|12 |
    the reference i was |spoke was by |by the next |call me |“|'|please, |you told me |$|(((1-
"""


@pytest.mark.parametrize("piece", [*HOSTILE.strip().split("|"), "\n"])
def test_time_grows_with_the_text_alone(piece: str, words: PartsWords):
    one = draft(piece * (12_000 // len(piece)))
    began = time.process_time()
    found_parts(one, words)
    assert time.process_time() - began < 1
