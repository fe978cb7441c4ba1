"""Does each kind of Spanish letter say what holds in this case, and nothing more?"""

from dataclasses import replace
from datetime import date

import pytest
from letter_cases_es import FORM, SECADORA, elsewhere, flat, written
from test_letter import cells

from complaintkit.model.letter import Choices
from complaintkit.model.people import Behalf


def test_what_a_sent_letter_was_is_said_by_the_word_of_the_country():
    again = replace(SECADORA, letters=(replace(SECADORA.letters[0], kind="reminder"),))
    row = "{}; plazo de respuesta: 13 mar 2026."
    assert row.format("Reclamación") in cells(written("first", SECADORA))
    assert row.format("Reclamo") in cells(written("first", elsewhere("US", "USD")))
    assert row.format("Recordatorio") in cells(written("first", again))


def test_a_reminder_says_whether_anything_was_heard():
    silent = replace(SECADORA, encounters=SECADORA.encounters[:2], offers=())
    assert "No he recibido respuesta. Solicito" in flat("reminder", silent)
    assert "No he recibido respuesta" not in flat("reminder")


def test_a_reminder_without_a_date_to_answer_by_names_none():
    undated = replace(SECADORA, letters=(replace(SECADORA.letters[0], answer_by=None),))
    assert "por burofax el 6 de marzo de 2026. Lo que" in flat("reminder", undated)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"full_settlement": True}, "esta oferta para dar por cerrado todo el asunto: un vale"),
        (
            {"expires": date(2026, 4, 1)},
            "(60,00 €); plazo para aceptarla: hasta el 1 de abril de 2026.",
        ),
    ],
)
def test_the_terms_of_an_open_offer_are_told(told: dict[str, object], said: str):
    offer = replace(SECADORA.offers[0], answer="", **told)
    assert said in flat("ceo", replace(SECADORA, offers=(offer,)))


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ({}, "Pueden escribirme a nerea@example.org."),
        ({"email": ""}, "Pueden localizarme por teléfono en el 600 555 014."),
        ({"email": "", "phone": ""}, "Pueden escribirme a la dirección postal que figura en"),
    ],
)
def test_the_letter_says_how_to_reach_the_writer(kept: dict[str, str], said: str):
    assert said in flat("first", replace(SECADORA, consumer=replace(SECADORA.consumer, **kept)))


def test_what_the_writer_needs_stands_in_place_of_the_address():
    text = flat("first", replace(SECADORA, needs="llamadas a partir de las 17 h."))
    assert "tengan en cuenta lo siguiente: llamadas a partir de las 17 h. Les agradezco" in text
    assert "Pueden escribirme" not in text


def test_a_final_notice_for_somebody_else_claims_in_their_name():
    behalf = Behalf(name="Iker Etxaniz", authority="poder notarial")
    text = flat("final-notice", replace(SECADORA, on_behalf_of=behalf))
    assert "se presentará una demanda judicial en nombre de Iker Etxaniz, con los inter" in text
    assert "El importe solicitado no incluye lo que esto nos ha costado." in text
    assert "presentaré" not in text


def test_a_sum_without_losses_says_nothing_of_them():
    calls = tuple(replace(call, minutes=None) for call in SECADORA.encounters)
    assert "no incluye" not in flat("final-notice", replace(SECADORA, costs=(), encounters=calls))


def test_a_cancellation_asks_for_the_money_that_is_due():
    free = replace(SECADORA, purchase=replace(SECADORA.purchase, price=None), problem="")
    assert "devuelvan lo que corresponda del importe pagado (389,90 €)" in flat("cancel")
    assert "devuelvan el importe pagado (389,90 €)" in flat("cancel", choices=FORM)
    assert "lo que hayan cobrado por el tiempo posterior" in flat("cancel", free)
    assert "mis demás derechos" not in flat("cancel", free)


def test_a_cancellation_for_somebody_else_is_not_of_my_contract():
    text = flat("cancel", replace(SECADORA, on_behalf_of=Behalf(name="Iker Etxaniz")))
    assert "que cancelo el contrato relativo a" in text


def test_a_cancellation_by_right_leaves_its_day_to_the_right():
    """Without the address of the other there is no form, but the right still holds."""
    other = replace(SECADORA, on_behalf_of=Behalf(name="Iker Etxaniz"))
    text = flat("cancel", other, choices=FORM)
    assert "puedo desistir de este contrato" in text
    assert "desde la primera fecha posible" not in text


def test_thanks_take_the_words_of_the_writer_and_no_others():
    chosen = Choices(language="es", basis="Me explicó cada paso con paciencia")
    text = flat("thanks", choices=chosen)
    assert "el 5 de marzo de 2026. Me explicó cada paso con paciencia. Me hizo" in text
    assert "Se ofreció a seguir" not in text
