"""Tests of rules/language.py: the language of a person's own words."""

import pytest

from complaintkit.rules.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The machine was delivered on 17 January and has leaked at every wash since.", "en"),
        ("La lavadora llegó el 17 de enero y desde entonces pierde agua en cada lavado.", "es"),
        ("La machine a été livrée le 17 janvier et elle fuit depuis à chaque lavage.", "fr"),
        ("Die Maschine wurde am 17. Januar geliefert und ist seither nicht dicht.", "de"),
        ("Die Jahresrechnung nutzt eine Schätzung, obwohl ich den Stand gemeldet habe.", "de"),
        ("No me han devuelto el dinero que pagué por el vuelo.", "es"),
        ("Je n'ai pas reçu le remboursement et on ne me répond plus depuis un mois.", "fr"),
        ("no note on file", ""),
        ("", ""),
        ("24,000 points", ""),
        ("洗濯機が壊れた", ""),
        ("die in an on es la", ""),
    ],
)
def test_the_language_is_told_only_where_it_is_clear(text: str, language: str):
    assert language_of(text) == language
