"""Is English told from other languages, so that no tone is guessed?"""

import pytest

from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.tongue import languages_from, tongue
from complaintkit.store.tone import load_tone

LANGUAGES = load_tone("languages", languages_from)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Liars.",
        "Thank you.",
        "Zero service, zero response, zero everything, always.",
        "Order QX-88134-BD was delivered without part HNG-LEFT-02.",
        "Kindly reverse ₦45,000 (session ID 0999260503) within 48 hours.",
        "Una do well, three days without network and a bill for data.",
        "I WANT THIS TAKEN CARE OF.",
    ],
)
def test_english_in_any_dress_is_english(text):
    assert tongue(draft(text), LANGUAGES) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Ich möchte mein Geld zurück.",
        "Bitte antworten Sie bis 12. Juni",
        "Vorrei un rimborso per il mio telefono",
        "Je veux un remboursement",
        "Mi factura es incorrecta y quiero que la corrijan",
        "Ik wil mijn geld terug, het is een schande",
        "Quero o meu dinheiro de volta",
        "मेरा पैसा वापस करो",
        "Mera paisa wapas karo, yeh kya hai",
        "Chcę zwrotu pieniędzy",
        "Paramı geri istiyorum",
        "お金を返して",
    ],
)
def test_other_languages_are_never_taken_for_english(text):
    assert tongue(draft(text), LANGUAGES) != "en"
