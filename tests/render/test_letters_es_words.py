"""Do Spanish letters read right in each country, and with any number of facts and any words?"""

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import pytest
from letter_cases import MISSING_CREDIT
from letter_cases_es import (
    RIGHTS,
    SECADORA,
    TODAY,
    elsewhere,
    flat,
    written,
)

from complaintkit.model.case import Case, Cost
from complaintkit.model.encounter import Promise
from complaintkit.model.letter import Choices
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.model.people import Behalf, Contact
from complaintkit.render.environment import words_for
from complaintkit.render.letter import compose
from complaintkit.render.text import letter_text, plain
from complaintkit.rules.letter_kinds import TRANSLATED
from complaintkit.rules.letter_plan import plan_letter

# By country: the office greeted, a person greeted, the close to each, a sum, the subject.
COUNTRIES = [
    ("ES", "EUR", "Estimado equipo de Atención al Cliente:", "A la atención de Remedios Alcaide:",
     "Atentamente,", "Atentamente,", "5.390,50 €", "Reclamación: Secadora"),
    ("MX", "MXN", "A quien corresponda:", "A la atención de Remedios Alcaide:",
     "Atentamente,", "Atentamente,", "$5,390.50", "Reclamación: Secadora"),
    ("US", "USD", "A quien corresponda:", "A la atención de Remedios Alcaide:",
     "Atentamente,", "Atentamente,", "$5,390.50", "Reclamo: Secadora"),
    ("AR", "ARS", "De mi consideración:", "De mi consideración:",
     "Saludo a ustedes atentamente.", "Saludo a usted atentamente.", "$5.390,50",
     "Reclamo: Secadora"),
    ("CO", "COP", "Cordial saludo:", "Cordial saludo:",
     "Cordialmente,", "Cordialmente,", "$5.390,50", "Reclamación: Secadora"),
    ("CL", "EUR", "Estimado equipo de Atención al Cliente:", "A la atención de Remedios Alcaide:",
     "Atentamente,", "Atentamente,", "5.390,50 €", "Reclamación: Secadora"),
]  # fmt: skip


@pytest.mark.parametrize("row", COUNTRIES, ids=[row[0] for row in COUNTRIES])
def test_greeting_close_sums_and_words_follow_the_country(row: tuple[str, ...]):
    country, currency, office, person, to_office, to_person, paid, subject = row
    case = elsewhere(country, currency)
    first, ceo = (written(kind, case, choices=Choices()) for kind in ("first", "ceo"))
    assert (plain(first.salutation), plain(ceo.salutation)) == (office, person)
    assert (plain(first.closing), plain(ceo.closing)) == (to_office, to_person)
    assert plain(first.subject).startswith(subject)
    assert first.dated.text == "16 de marzo de 2026"
    assert f"({paid})." in flat("first", case)


@pytest.mark.parametrize("country", ["US", "AR"])
def test_a_complaint_keeps_one_name_and_its_gender_in_each_country(country: str):
    case = elsewhere(country, "USD")
    for kind in TRANSLATED[:5]:
        text = flat(kind, case).casefold()
        assert "reclamación" not in text
        assert not re.search(r"\b(?:una|esta|la) reclamo\b", text)


@pytest.mark.parametrize("name", [{}, {"head": None}])
def test_who_speaks_for_another_says_so(name: dict[str, None]):
    behalf = Behalf(name="Iker Etxaniz", authority="poder notarial.")
    company = replace(SECADORA.company, **name)
    text = flat("ceo", replace(SECADORA, on_behalf_of=behalf, company=company))
    assert "Escribo en representación de Iker Etxaniz (autorización: poder notarial) para" in text
    assert "Iker Etxaniz es cliente desde el 1 de septiembre de 2015." in text
    assert "esto nos ha costado" in text
    assert "Nerea Etxaniz Robles, en representación de Iker Etxaniz" in text


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2008", "Soy cliente desde 2008."),
        ("March 2008", "Soy cliente desde marzo de 2008."),
        ("marzo de 2008", "Soy cliente desde marzo de 2008."),
        ("enero", "Soy cliente desde enero."),
        ("2008-03-01", "Soy cliente desde el 1 de marzo de 2008."),
        ("diez años", "Soy cliente desde hace diez años."),
    ],
)
def test_the_beginning_of_loyalty_reads_right(since: str, said: str):
    company = replace(SECADORA.company, customer_since=since)
    assert said in flat("first", replace(SECADORA, company=company))


def _called(count: int, *, precision: Precision = Precision.EXACT) -> Case:
    """Return a case with so many calls, each on a day of its own, and one broken promise each."""
    calls = tuple(
        replace(
            MISSING_CREDIT.encounters[0],
            seq=number,
            moment=Moment(wall=datetime(2026, 1, number), precision=precision),  # noqa: DTZ001
            promises=(Promise(what=f"promesa {number}", index=1, by=date(2026, 2, number)),),
        )
        for number in range(1, count + 1)
    )
    return replace(SECADORA, encounters=calls, letters=())


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "Traté este asunto con ustedes el 1 de enero de 2026; aún no está resuelto."),
        (2, "He tratado este asunto con ustedes dos veces, la primera el 1 de enero de 2026;"),
        (3, "He tratado este asunto con ustedes tres veces, la primera el 1 de enero de 2026;"),
        (12, "He tratado este asunto con ustedes 12 veces, la primera el 1 de enero de 2026;"),
    ],
)
def test_one_two_and_more_contacts_read_right(count: int, said: str):
    assert said in flat("ceo", _called(count))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "me hizo esta promesa para el 1 de febrero de 2026: promesa 1. No se ha cumplido."),
        (2, "me hizo otra para el 2 de febrero de 2026: promesa 2. Ninguna de las dos se ha"),
        (3, "promesa 3. Ninguna de estas promesas se ha cumplido."),
    ],
)
def test_one_two_and_more_broken_promises_read_right(count: int, said: str):
    assert said in flat("ceo", _called(count))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, ["hizo esa promesa", "Sigue sin cumplirse."]),
        (2, ["hizo una de esas promesas", "hizo otra de ellas", "Las dos siguen sin cumplirse."]),
        (3, ["hizo una de esas promesas", "hizo otra de ellas", "Todas siguen sin cumplirse."]),
    ],
)
def test_promises_of_which_the_problem_tells_are_not_told_again(count: int, said: list[str]):
    case = _called(count)
    text = flat("ceo", replace(case, problem="Son la promesa 1, la promesa 2 y la promesa 3."))
    assert all(one in text for one in said)
    assert "esta promesa" not in text


@pytest.mark.parametrize(
    ("count", "label", "pointed"),
    [
        (1, "Documento adjunto (copia):", "(documento 2)"),
        (3, "Documentos adjuntos (copias):", "(documentos 2 a 4)"),
    ],
)
def test_one_and_several_enclosures_read_right(count: int, label: str, pointed: str):
    event = replace(SECADORA.events[1], exhibits=tuple(range(2, 2 + count)))
    exhibits = tuple(replace(SECADORA.exhibits[0], number=number) for number in range(2, 2 + count))
    text = flat("first", replace(SECADORA, events=(event,), exhibits=exhibits))
    assert label in text
    assert pointed in text


def test_a_month_and_a_rough_day_read_right():
    month = flat("ceo", _called(1, precision=Precision.MONTH))
    assert "Traté este asunto con ustedes en enero de 2026;" in month
    assert "En enero de 2026 Ms Ruiz me hizo esta promesa" in month
    assert "ene 2026 Mi llamada" in month
    rough = flat("ceo", _called(1, precision=Precision.ABOUT))
    assert "Traté este asunto con ustedes hacia el 1 de enero de 2026;" in rough


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        (("correo", "impresiones"), "(correo e impresiones)"),
        (("agua", "hielo"), "(agua y hielo)"),
        (("taxi",), "(taxi)"),
    ],
)
def test_and_becomes_e_before_its_own_sound(reasons: tuple[str, ...], said: str):
    cost = SECADORA.costs[0]
    costs = tuple(replace(cost, seq=20 + at, what=what) for at, what in enumerate(reasons))
    assert said in flat("ceo", replace(SECADORA, costs=costs))


def test_time_on_calls_without_a_logged_cost_says_where_it_went():
    calls = tuple(replace(call, minutes=61) for call in SECADORA.encounters[:2])
    text = flat("ceo", replace(SECADORA, encounters=calls, costs=()))
    assert "esto me ha costado 2 horas y 2 minutos al teléfono." in text
    told = Cost(seq=20, entry_id="c", on=TODAY, what="tiempo al teléfono", minutes=60)
    assert "costado 1 hora al teléfono." in flat("ceo", replace(SECADORA, costs=(told,)))


@pytest.mark.parametrize("answer", ["rechazada", "declined", "aceptada", ""])
def test_an_offer_says_what_was_answered(answer: str):
    offer = replace(SECADORA.offers[0], answer=answer)
    ends = {
        "rechazada": "; no la acepté.",
        "declined": "; no la acepté.",
        "aceptada": "; la acepté.",
    }
    said = f"me hicieron esta oferta: un vale de compra (60,00 €){ends.get(answer, '.')}"
    assert said in flat("first", replace(SECADORA, offers=(offer,)))


def test_a_sum_that_the_wish_names_is_not_said_again():
    wish = replace(SECADORA.resolution, want="la devolución de 389,90 €")
    assert "la devolución de 389,90 €. Si no es posible" in flat(
        "first", replace(SECADORA, resolution=wish)
    )


@pytest.mark.parametrize(
    "what", ["washing machine", "unos zapatos", "la nevera de mi madre", "Vuelo XY 123", "línea"]
)
def test_what_was_bought_is_named_as_typed(what: str):
    assert purchase_said(what) in flat(
        "first", replace(SECADORA, purchase=replace(SECADORA.purchase, what=what))
    )


def purchase_said(what: str) -> str:
    if what.startswith("Vuelo"):
        return f"sobre el siguiente asunto: {what} (fecha: 26 de febrero de 2026; importe: 389,90 €"
    return f"sobre la siguiente compra: {what} (realizada el 26 de febrero de 2026 por 389,90 €"


def test_a_title_that_says_complaint_is_the_subject():
    text = flat("first", replace(SECADORA, title="queja por la puerta de una secadora"))
    assert "Queja por la puerta de una secadora (pedido n.º P-558120" in text
    assert "Reclamación: " not in text


def test_the_measured_opening_regrets_and_the_plain_one_does_not():
    measured = flat("manager", choices=Choices(language="es", opening="measured"))
    assert "Lamento tener que escribirles para presentarles" not in measured
    assert "Lamento tener que presentarles una reclamación sobre" in measured
    assert "Lamento" not in flat("manager")


def test_a_bare_case_makes_a_whole_letter():
    bare = replace(
        Case(id="b", name="b", opened_on=TODAY, company=SECADORA.company, problem="no va"),
        resolution=replace(SECADORA.resolution, amount=None, fallback="", want="arreglo"),
    )
    written = compose(
        "ceo",
        bare,
        consumer=Contact(name="A", phone="1"),
        today=TODAY,
        choices=Choices(language="es"),
    )
    text = letter_text(written)
    assert "Escribo para presentarles una reclamación. Soy cliente" in " ".join(text.split())
    assert "\n\nNo va.\n\nSolicito lo siguiente: arreglo.\n\n" in text
    assert "adjunto" not in text


def _keys(words: dict[str, object], before: str = "") -> set[str]:
    """Return every key of these words, with those inside it: “channels.phone.mine”."""
    found: set[str] = set()
    for key, value in words.items():
        found.add(f"{before}{key}")
        if isinstance(value, dict):
            found |= _keys(value, f"{before}{key}.")
    return found


def test_the_words_have_every_key_that_the_english_ones_have():
    """Save for countries, and for the notes, which the screen shows in English only."""
    own = ("styles.", "notes", "attachment")
    english, spanish = words_for("en"), words_for("es")
    lacking = _keys(english) - _keys(spanish)
    assert [key for key in lacking if not key.startswith(own)] == []
    styles = [set(style) for style in spanish["styles"].values()]
    assert all(one == other for one, other in pairwise(styles))


def test_money_abroad_keeps_its_own_sign():
    paid = replace(
        SECADORA.purchase, price=Money(amount=SECADORA.purchase.price.amount, currency="USD")
    )
    assert "por 389,90 US$;" in flat("first", replace(SECADORA, purchase=paid))


@pytest.mark.parametrize(
    ("where", "perhaps"),
    [
        ("tienda en línea de Hogar Brisa", True),
        ("por teléfono", True),
        ("en mi casa", True),
        ("tienda de la Gran Vía", False),
    ],
)
def test_a_purchase_at_a_distance_is_known_by_spanish_words(where: str, perhaps: bool):
    case = replace(SECADORA, purchase=replace(SECADORA.purchase, where=where))
    plan = plan_letter("cancel", case, consumer=case.consumer, today=TODAY, rights=RIGHTS)
    assert ("eu-withdrawal-14-days" in [right.id for right in plan.right.perhaps]) is perhaps
