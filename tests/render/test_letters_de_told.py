"""Tests of templates/letters/de: do German letters tell what the record holds, and no more?"""

from dataclasses import replace
from datetime import date

import pytest
from letter_cases_de import COFFEE_MACHINE, INTERNET_CONTRACT
from letters_in_german import GERMAN, RIGHTS, TODAY, body, flat, letter, of_kind, written

from complaintkit.model.case import Case
from complaintkit.model.letter import Table
from complaintkit.render.letter import compose
from complaintkit.render.text import plain


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("first", "Beschwerde"),
        ("reminder", "Erinnerung"),
        ("final-notice", "Letzte Aufforderung"),
        ("cancel", "Beendigung des Vertrags"),
    ],
)
def test_the_table_says_what_a_sent_letter_was(kind: str, what: str):
    sent = replace(COFFEE_MACHINE.letters[0], kind=kind)
    found = written("ceo", replace(COFFEE_MACHINE, letters=(sent,)))
    rows = [row for block in found.body if isinstance(block, Table) for row in block.rows]
    told = [plain(row[2]) for row in rows if plain(row[1]).startswith("Mein Schreiben")]
    assert [text.split(", Antwort erbeten bis")[0] for text in told] == [what]


def test_an_offer_tells_what_it_settles_and_how_long_it_stands():
    offer = replace(COFFEE_MACHINE.offers[0], full_settlement=True)
    stated = "Einkaufsgutschein (40,00 €), zur vollständigen Erledigung der Sache"
    declined = replace(COFFEE_MACHINE, offers=(offer,))
    assert f"{stated}; das habe ich abgelehnt." in body(written("first", declined))
    still_open = replace(offer, answer="", expires=date(2026, 4, 20))
    text = body(written("first", replace(COFFEE_MACHINE, offers=(still_open,))))
    assert f"{stated}; das Angebot ist bis zum 20. April 2026 befristet." in text


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (INTERNET_CONTRACT, "Wenn Sie mich erreichen möchten: Anrufe bitte erst nach 17 Uhr."),
        (COFFEE_MACHINE, "Sie erreichen mich per E-Mail unter jw@example.de."),
    ],
)
def test_the_letter_says_how_to_reach_the_writer(case: Case, said: str):
    assert said in body(written("first", case))


def test_a_writer_without_e_mail_is_reached_by_telephone_or_post():
    consumer = COFFEE_MACHINE.consumer
    assert consumer
    for less, said in (
        (replace(consumer, email=""), "telefonisch unter 0341 5550 134."),
        (replace(consumer, email="", phone=""), "per Post unter der Anschrift in diesem Schr"),
    ):
        found = written("first", replace(COFFEE_MACHINE, consumer=less))
        assert f"Sie erreichen mich {said}" in body(found)


def test_the_writer_s_own_reason_stands_before_the_request():
    because = replace(GERMAN, basis="das Gerät war schon bei der Lieferung undicht")
    for kind in ("manager", "ceo", "final-notice"):
        text = flat(written(kind, COFFEE_MACHINE, choices=because))
        assert "Das Gerät war schon bei der Lieferung undicht. Ich bitte um Folgendes:" in text


def test_no_thanks_repeat_what_was_said_in_a_call():
    helped = replace(COFFEE_MACHINE.encounters[1], said="das Lager sei überlastet")
    case = replace(COFFEE_MACHINE, encounters=(helped,))
    own = replace(GERMAN, basis="sie rief pünktlich zurück")
    assert "überlastet" not in flat(written("thanks", case))
    assert "Sie rief pünktlich zurück." in body(written("thanks", case, choices=own))


def test_a_final_notice_leaves_out_of_its_sum_what_the_matter_has_cost():
    said = "Was mich die Sache bisher gekostet hat, ist in diesem Betrag nicht enthalten."
    want = "kostenlose Abholung und Rückzahlung"
    with_sum = replace(COFFEE_MACHINE, resolution=replace(COFFEE_MACHINE.resolution, want=want))
    assert "(549,00 €). Ist das" in body(written("final-notice", with_sum))
    assert said in body(written("final-notice", with_sum))
    assert said not in body(of_kind("final-notice"))
    free = replace(with_sum, costs=(), encounters=with_sum.encounters[1:2])
    assert said not in body(written("final-notice", free))


def test_who_goes_to_court_depends_on_whose_matter_it_is():
    own = body(of_kind("final-notice"))
    assert "werde ich gerichtliche Schritte einleiten, auch wegen der rechtlich zul" in own
    other = body(letter("washing-machine", "final-notice"))
    assert "werden für Maud Ashworth gerichtliche Schritte eingeleitet" in other


def test_a_withdrawal_asks_for_the_money_and_a_cancellation_for_what_is_due():
    assert "den gezahlten Betrag von 549,00 € und buchen" in body(of_kind("cancel"))
    undone = body(letter("kaffeevollautomat", "cancel"))
    assert "den gezahlten Betrag von 549,00 €, soweit er zurückzuzahlen ist" in undone
    for text in (undone, body(of_kind("cancel"))):
        assert "Die Beschwerde und alle weiteren Rechte bleiben davon unberührt." in text
    calm = body(written("cancel", replace(COFFEE_MACHINE, problem="")))
    assert "unberührt" not in calm


def test_a_right_with_a_german_title_gives_a_final_notice_its_subject():
    right = next(one for one in RIGHTS if one.use == "final-notice")
    titled = replace(right, title={"de": "Mahnung vor Klage"}, countries=("DE",), regions=())
    assert COFFEE_MACHINE.consumer
    found = compose(
        "final-notice",
        COFFEE_MACHINE,
        consumer=COFFEE_MACHINE.consumer,
        today=TODAY,
        choices=replace(GERMAN, right=right.id),
        rights=(titled,),
    )
    assert plain(found.subject).startswith("Mahnung vor Klage: Kaffeevollautomat")
