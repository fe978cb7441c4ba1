"""Tests of the French letters: what each kind tells, asks and leaves out."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from letter_cases_fr import LAVE_VAISSELLE, WITHDRAWAL, compose_fr, flat, letter

from complaintkit.model.letter import Choices, Table
from complaintkit.model.people import Party
from complaintkit.render.text import letter_text, plain


@pytest.mark.parametrize(
    ("me", "needs", "said"),
    [
        ({}, "appels après 17 h", "Pour me joindre : appels après 17 h."),
        ({}, "", "Vous pouvez me joindre par courriel : camille@example.org."),
        ({"email": ""}, "", "Vous pouvez me joindre par téléphone au 04 99 55 01 34."),
        (
            {"email": "", "phone": ""},
            "",
            "Vous pouvez me joindre par courrier à l’adresse indiquée dans cette lettre.",
        ),
    ],
)
def test_the_reader_learns_how_to_reach_the_writer(me: dict[str, str], needs: str, said: str):
    case = replace(LAVE_VAISSELLE, needs=needs, consumer=replace(LAVE_VAISSELLE.consumer, **me))
    for kind in ("first", "final-notice", "cancel"):
        assert flat(kind, case).count("me joindre") == 1
        assert said in flat(kind, case)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ({"answer": "refusée"}, "suivante : bon d’achat (30,00 €). Je l’ai refusée."),
        ({"answer": "oui"}, "suivante : bon d’achat (30,00 €). Je l’ai acceptée."),
        (
            {"answer": "", "expires": date(2026, 6, 1), "full_settlement": True},
            "l’offre suivante, pour solde de tout compte : bon d’achat (30,00 €). "
            "Elle est valable jusqu’au 1er juin 2026.",
        ),
    ],
)
def test_an_offer_says_what_it_settles_and_until_when(kept: dict[str, Any], said: str):
    offer = replace(LAVE_VAISSELLE.offers[0], **kept)
    assert said in flat("ceo", replace(LAVE_VAISSELLE, offers=(offer,)))


@pytest.mark.parametrize(
    ("kind", "said"),
    [("reminder", "Rappel"), ("final-notice", "Mise en demeure"), ("manager", "Réclamation")],
)
def test_the_table_says_what_a_sent_letter_was(kind: str, said: str):
    sent = replace(LAVE_VAISSELLE.letters[0], kind=kind)
    found = compose_fr("ceo", replace(LAVE_VAISSELLE, letters=(sent,)), date(2026, 5, 16))
    cells = [
        plain(cell)
        for block in found.body
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    ]
    assert f"{said}, réponse demandée pour le 13 mai 2026." in cells


def test_a_reminder_tells_whether_anything_was_heard_and_asks_again():
    quiet = replace(LAVE_VAISSELLE, encounters=(), offers=())
    assert "Je n’ai pas reçu de réponse. Je vous demande ce qui suit" in flat("reminder", quiet)
    told = flat("reminder", LAVE_VAISSELLE)
    assert "Nos échanges depuis lors n’ont pas réglé l’affaire. Je vous demande ce qui suit" in told
    assert "au sujet de cette réclamation, en demandant une réponse pour le 13 mai 2026" in told
    without = replace(LAVE_VAISSELLE.letters[0], answer_by=None)
    text = flat("reminder", replace(LAVE_VAISSELLE, letters=(without,)))
    assert "au sujet de cette réclamation. Nos échanges" in text


@pytest.mark.parametrize("kind", ["ceo", "reminder"])
def test_a_refusal_is_asked_for_as_the_final_answer(kind: str):
    assert (
        "En cas de refus, merci de m’adresser votre réponse définitive : "
        "je saisirai alors un organisme indépendant." in flat(kind, LAVE_VAISSELLE)
    )


def test_a_final_notice_says_what_follows_and_what_its_sum_leaves_out():
    own = flat("final-notice", LAVE_VAISSELLE)
    assert "je saisirai le tribunal compétent et demanderai aussi les intérêts" in own
    assert "La somme demandée" not in own
    another = " ".join(letter_text(letter("ligne-internet", "final-notice")).split())
    assert "le tribunal compétent sera saisi pour Amélie Gagnon" in another
    assert "La somme demandée ne comprend pas ce que l’affaire nous a coûté." in another


def test_a_cancellation_says_whose_contract_ends_when_and_what_is_due():
    own = flat("cancel", LAVE_VAISSELLE)
    assert "Je mets fin à mon contrat portant sur ce qui suit : lave-vaisselle" in own
    assert "Cette résiliation prend effet ce jour ou, à défaut," in own
    assert "rembourser ce qui est dû sur la somme versée (389,00 €)" in own
    assert "Ma réclamation et mes autres droits restent entiers." in own
    another = " ".join(letter_text(letter("ligne-internet", "cancel")).split())
    assert "Je mets fin au contrat portant sur" in another
    by_right = flat("cancel", LAVE_VAISSELLE, WITHDRAWAL)
    assert "rembourser la somme versée (389,00 €)" in by_right
    assert "prend effet ce jour" not in by_right
    calm = flat("cancel", replace(LAVE_VAISSELLE, problem=""), Choices(language="fr"))
    assert "Ma réclamation" not in calm


def test_a_letter_of_thanks_tells_what_was_kept_and_in_own_words_only():
    text = flat("thanks", LAVE_VAISSELLE, Choices(language="fr", basis="il m’a rappelé le soir"))
    assert "Il m’a rappelé le soir. La promesse suivante a été tenue : le rembour" in text
    assert "seront remboursés" not in text
    subject = plain(letter("lave-vaisselle", "thanks").subject)
    assert subject == "Remerciements à M. Haddad – votre référence CL-9"


def test_the_basis_and_the_right_stand_in_letters_that_decide():
    for kind in ("manager", "ceo", "final-notice"):
        chosen = Choices(language="fr", basis="la garantie couvre ce défaut")
        assert "La garantie couvre ce défaut." in flat(kind, LAVE_VAISSELLE, chosen)
    by_right = Choices(language="fr", right="eu-legal-guarantee")
    assert "le vendeur répond d’un défaut" in flat("ceo", LAVE_VAISSELLE, by_right)


def test_a_letter_to_another_party_calls_the_company_by_its_name():
    party = Party(name="Atelier du Rhône", role="repairer")
    case = replace(LAVE_VAISSELLE, parties=(party,))
    text = flat("manager", case, Choices(language="fr", party="Atelier"))
    assert "J’ai contacté Électro-Sillon SA trois fois à ce sujet, d’abord le 5 mai 2026" in text
    assert "vos services" not in text
    assert "votre" not in text.split("Madame, Monsieur,")[1].split("Pièces jointes")[0].replace(
        "votre réponse", ""
    )


def test_copies_go_to_those_named_under_the_letter():
    text = letter_text(
        compose_fr(
            "ceo",
            LAVE_VAISSELLE,
            date(2026, 5, 16),
            Choices(language="fr", copies=("Service juridique",)),
        )
    )
    assert "Copie à\u00a0:" in text
    assert "Service juridique" in text
