"""Do Spanish letters read as agreed, and hold what their kind requires?"""

import re
from collections.abc import Callable
from datetime import date

import pytest
from letter_cases_es import (
    CASES_ES,
    SECADORA,
    applicable_es,
    flat,
    letter,
    written,
)
from test_letter import cells, prose_words, table_words

from complaintkit.model.letter import Choices, Paragraph
from complaintkit.render.environment import template_head
from complaintkit.render.letter_runs import all_runs, body_runs
from complaintkit.render.pdf import letter_pdf, pages_of
from complaintkit.render.text import letter_text, plain
from complaintkit.rules.letter_kinds import KINDS, MAY_BE_LONG, TRANSLATED

EVERY = applicable_es()

ENGLISH = re.compile(
    r"\b(?:the|and|of|to|with|by|from|for|you|your|my|our|we|is|are|was|were|has|have|not|or|at|"
    r"this|that|please|thank|thanks|complaint|letter|call|enclosure|enclosures|reference|"
    r"dear|sincerely|yours|none|given|nobody|reached|copies|record|about|since|within|until|"
    r"order|account|date|said|promised|offered|refund|answer|in|on|it|i|which|who|what|when|"
    r"will|would)\b",
    re.IGNORECASE,
)
FORMULAS = ("/a ", "(a)", "(s)", "y/o", "Sr.", "Sra.", "señor", "!", "inmediat", "cuanto antes")


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_the_letter_reads_as_agreed(name: str, kind: str, golden: Callable[[str, str], None]):
    golden(f"letters-es/{name}-{kind}.txt", letter_text(letter(name, kind)))


def test_every_kind_is_tried_on_the_spanish_case():
    assert [kind for name, kind in EVERY if name == "secadora"] == list(TRANSLATED)


@pytest.mark.parametrize("kind", TRANSLATED)
def test_the_head_of_a_template_says_what_the_rules_say(kind: str):
    head = template_head(kind, "es")
    assert (head["kind"], head["language"]) == (kind, "es")
    assert head["audience"] == KINDS[kind].audience
    assert tuple(head["requires"]) == KINDS[kind].requires


# Required blocks by kind (facts/letters.md, section 1a): what shows that they are there.
OPENING, SUBJECT = "presentarles una reclamación", "Reclamación: Secadora"
BOUGHT = "secadora Brisa C8 (realizada el 26 de febrero de 2026 por 389,90 €"
LOYAL = "Soy cliente desde el 1 de septiembre de 2015"
FACTS = "La secadora llegó el 2 de marzo con la puerta doblada"
CONTACTS = "Contactos hasta la fecha:"
EFFECT = "esto me ha costado 23,50 € (lavandería) y 2 horas y 15 minutos"
WANTED = "la devolución del precio pagado y la recogida del aparato (389,90 €)"
FALLBACK = "Si no es posible, aceptaría esta solución: una secadora nueva"
OUTSIDE, COPIES = "un organismo independiente", "Documentos adjuntos (copias):"
RECEIPT, THANKS = "una referencia y quién se ocupa", "Les agradezco su atención"
COURT, DATED = (
    "presentaré una demanda judicial, con los intereses",
    "a más tardar el 30 de marzo de 2026",
)
COMPLAINT = (SUBJECT, BOUGHT, LOYAL, FACTS, WANTED, FALLBACK, COPIES, THANKS, DATED)
HOLDS = {
    "first": (*COMPLAINT, OPENING, RECEIPT, CONTACTS),
    "manager": (*COMPLAINT, OPENING, RECEIPT, CONTACTS, OUTSIDE, "quién más puede decidir"),
    "ceo": (
        SUBJECT,
        OPENING,
        LOYAL,
        FACTS,
        CONTACTS,
        EFFECT,
        WANTED,
        DATED,
        OUTSIDE,
        "su respuesta definitiva",
        COPIES,
        THANKS,
    ),
    "reminder": (
        "Recordatorio de mi reclamación: Secadora",
        "Les escribí sobre esta reclamación por burofax el 6 de marzo de 2026",
        "y les pedí una respuesta a más tardar el 13 de marzo de 2026",
        "Lo que se me ha comunicado desde entonces no ha resuelto el asunto",
        "a más tardar el 23 de marzo de 2026",
        "una referencia y quién se ocupa del asunto",
        "su respuesta definitiva",
        *(WANTED, FALLBACK, LOYAL, OUTSIDE, "Gracias por su atención"),
    ),
    "final-notice": (
        "Último requerimiento antes de acudir a la vía judicial: Secadora",
        "Antes de acudir a los tribunales",
        "copia de los documentos en los que se apoyen",
        "El importe solicitado no incluye lo que esto me ha costado",
        "me den por escrito todas las razones",
        "mediante mediación",
        *(BOUGHT, LOYAL, FACTS, CONTACTS, EFFECT, WANTED, DATED, COURT, COPIES, THANKS),
    ),
    "thanks": ("Agradecimiento a Lucía Prados", "la ayuda que me prestó el 5 de marzo", LOYAL),
    "cancel": (
        "Cancelación del contrato: secadora Brisa C8",
        "que cancelo mi contrato",
        "La cancelación tiene efecto desde hoy o",
        "Esto no afecta a mi reclamación ni a mis demás derechos",
        "fecha del pedido: 26 de febrero de 2026; fecha de entrega: 2 de marzo de 2026",
        "con un número de referencia",
        *("del importe pagado (389,90 €)", LOYAL, DATED, "Gracias por su atención"),
    ),
    "agency": (
        "Reclamación contra Hogar Brisa, S. L.: Secadora",
        "Les pido que examinen mi reclamación contra Hogar Brisa, S. L. (Avenida del Puerto 140,",
        "Qué ocurrió, por orden de fechas:",
        "Solicito de la empresa lo siguiente: la devolución del precio pagado",
        "Hasta donde sé, todo lo que he escrito es cierto",
        "acusen recibo, me den el número de mi expediente",
        *(BOUGHT, FACTS, EFFECT, WANTED, FALLBACK, COPIES, "Gracias por su atención"),
    ),
}
LEAVES_OUT = {
    "first": (OUTSIDE, COURT, "tribunales", "mediación"),
    "manager": (COURT, "tribunales", "mediación"),
    "ceo": (COURT, "tribunales", "mediación", "forma de pago"),
    "reminder": (COURT, "tribunales", CONTACTS, COPIES),
    "final-notice": ("artículo", "Directiva"),
    "thanks": ("Se ofreció a seguir", "INC-20417", OUTSIDE, DATED, WANTED, COPIES, FACTS),
    "cancel": (OUTSIDE, COURT, CONTACTS, COPIES, "artículo"),
    "agency": (OUTSIDE, COURT, CONTACTS, LOYAL, DATED, "ustedes", "artículo"),
}


@pytest.mark.parametrize(("kind", "said"), [(kind, one) for kind in HOLDS for one in HOLDS[kind]])
def test_the_letter_holds_what_its_kind_requires(kind: str, said: str):
    assert said in flat(kind)


@pytest.mark.parametrize(
    ("kind", "said"), [(kind, one) for kind in LEAVES_OUT for one in LEAVES_OUT[kind]]
)
def test_the_letter_leaves_out_what_belongs_to_another(kind: str, said: str):
    assert said not in flat(kind)


def test_every_kind_stands_in_both_tables():
    assert set(HOLDS) == set(LEAVES_OUT) == set(TRANSLATED)


@pytest.mark.parametrize("kind", ["manager", "ceo", "reminder", "final-notice"])
def test_an_outside_body_is_named_once(kind: str):
    assert flat(kind).count("organismo independiente") == 1


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_no_english_word_slips_into_the_fixed_words(name: str, kind: str):
    fixed = " ".join(run.text for run in all_runs(letter(name, kind)) if not run.source)
    assert not ENGLISH.findall(fixed)


@pytest.mark.parametrize("kind", TRANSLATED)
def test_no_english_word_stands_in_a_letter_about_a_spanish_case(kind: str):
    assert not ENGLISH.findall(letter_text(letter("secadora", kind)).replace("example.org", ""))


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_no_letter_holds_a_blank_a_formula_or_what_is_private(name: str, kind: str):
    found = letter(name, kind)
    text = letter_text(found)
    for wrong in (
        "None",
        "null",
        "{",
        "}",
        "()",
        " ,",
        " .",
        " ;",
        "..",
        ",,",
        "\ue000",
        *FORMULAS,
    ):
        assert wrong not in text, wrong
    for part in (plain(one.runs) for one in found.body if isinstance(one, Paragraph)):
        assert not re.search(
            r"  |[a-zñáéíóú)][.;:](?=[a-zñA-ZÁÉÍÓÚ])",
            re.sub(r"S\. L\.|\S+@\S+", "x", part),
        ), part
    case, _ = CASES_ES[name]
    assert not case.resolution.floor or case.resolution.floor not in text
    assert all(cell.strip() for cell in cells(found))


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_no_phrase_is_said_twice(name: str, kind: str):
    said = [
        plain(one.runs).replace("S. L.", "SL").split(". ")
        for one in letter(name, kind).body
        if isinstance(one, Paragraph)
    ]
    sentences = [sentence.strip(" .") for part in said for sentence in part]
    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_the_body_keeps_to_the_length_of_a_letter(name: str, kind: str):
    """A date takes five words in Spanish and three in English: a fifth more is allowed."""
    found = letter(name, kind)
    most = {"final-notice": 390, "agency": 480, "ceo": 300, "reminder": 140}.get(kind, 355)
    assert prose_words(found) <= most
    assert prose_words(found) + table_words(found) <= (480 if kind in MAY_BE_LONG else 440)


@pytest.mark.parametrize("name", ["secadora", "washing-machine"])
def test_a_letter_to_the_head_of_the_company_takes_one_page(name: str):
    assert pages_of(letter_pdf(letter(name, "ceo"))) == 1


def test_a_reminder_has_three_short_paragraphs_and_a_new_date():
    found = letter("secadora", "reminder")
    assert len(found.body) == 3
    assert found.answer_by == date(2026, 3, 23)


def test_the_form_of_the_law_stands_word_for_word():
    body = " ".join(plain(body_runs(letter("secadora", "cancel"))).split())
    assert (
        "A la atención de Hogar Brisa, S. L., Avenida del Puerto 140, 46022 Valencia: Por la "
        "presente le comunico que desisto de mi contrato de venta del siguiente bien: secadora "
        "Brisa C8, P-558120 Pedido el: 26 de febrero de 2026 Recibido el: 2 de marzo de 2026 "
        "Nombre del consumidor o de los consumidores: Nerea Etxaniz Robles" in body
    )
    assert "el artículo 9 de la Directiva 2011/83/UE" in body
    assert "que han recibido este desistimiento" in body
    assert "cancelación" not in body


@pytest.mark.parametrize("kind", ["manager", "ceo", "final-notice"])
def test_a_law_is_named_only_by_a_right_that_was_chosen(kind: str):
    chosen = Choices(language="es", right="eu-legal-guarantee")
    assert "el vendedor responde de una falta de conformidad" in flat(kind, choices=chosen)
    assert "artículo" not in flat(kind)


def test_a_letter_is_spanish_by_itself_where_the_problem_is():
    assert written("first", SECADORA, choices=Choices()).language == "es"
    english, today = CASES_ES["missing-credit"]
    assert written("first", english, today=today, choices=Choices()).language == "en"


@pytest.mark.parametrize("kind", ["first", "manager", "ceo", "reminder", "final-notice"])
def test_own_words_in_another_language_are_said_to_be_so_once(kind: str):
    case, _ = CASES_ES["on-the-table"]
    assert flat(kind, case).count("Mis propias palabras están en inglés.") == 1
    assert "propias palabras" not in flat(kind)
