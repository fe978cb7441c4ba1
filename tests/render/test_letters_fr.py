"""Tests of the French letters: templates/letters/fr, parts/fr and words/fr.yaml."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from letter_cases import MISSING_CREDIT
from letter_cases_fr import (
    CASES_FR,
    LAVE_VAISSELLE,
    WITHDRAWAL,
    applicable_fr,
    compose_fr,
    contacts_of,
    flat,
    letter,
    promises_of,
)
from pypdf import PdfReader

from complaintkit.model.letter import Choices, Letter, Listing, Paragraph, Table
from complaintkit.model.moment import Moment, Precision
from complaintkit.render.environment import template_head, words_for
from complaintkit.render.letter_runs import all_runs, body_runs
from complaintkit.render.pdf import letter_pdf
from complaintkit.render.text import letter_text, plain
from complaintkit.rules.letter_kinds import KINDS, TRANSLATED

WORDS = words_for("fr")
EVERY = applicable_fr()
LONG = {"final-notice": 380, "agency": 450}  # facts/letters.md, section 3: these may be longer


def fixed(found: Letter) -> str:
    """Return the words of the templates alone: what has no source."""
    runs = [run.text if not run.source else "…" for run in all_runs(found)]
    return " ".join([*runs, found.enclosures_label])


def prose(found: Letter) -> str:
    """Return the words of paragraphs and lists, without those of the table."""
    parts = [block.runs for block in found.body if isinstance(block, Paragraph)]
    parts += [item for block in found.body if isinstance(block, Listing) for item in block.items]
    return " ".join(plain(part) for part in parts)


def body(found: Letter) -> str:
    return " ".join(plain(body_runs(found)).split())


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_the_letter_reads_as_agreed(name: str, kind: str, golden: Callable[[str, str], None]):
    golden(f"letters-fr/{name}-{kind}.txt", letter_text(letter(name, kind)))


def test_a_withdrawal_reads_as_the_form_of_the_directive(golden: Callable[[str, str], None]):
    case, today = CASES_FR["lave-vaisselle"]
    found = letter_text(compose_fr("cancel", case, today, WITHDRAWAL))
    golden("letters-fr/lave-vaisselle-withdrawal.txt", found)
    assert "Je vous notifie par la présente ma rétractation" in " ".join(found.split())
    assert "Reçu le : 4 mai 2026" in " ".join(found.split())


# Required (R) blocks by kind, as in facts/letters.md, section 1a; see test_letter_blocks.py.
MATRIX = {
    "first": "B1 B2 B3 B5 B6 B7 B8 B9 B13 B14 B15 B17 B18 B19 B20 B22",
    "manager": "B1 B2 B3 B5 B6 B7 B8 B9 B10 B13 B14 B15 B16 B17 B18 B19 B20 B22",
    "ceo": "B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B13 B14 B15 B16 B17 B18 B19 B20",
    "reminder": "B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B13 B14 B15 B16 B18 B19 B20 B22",
    "final-notice": "B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B13 B14 B15 B16 B17 B18 B19 B20 B23 B24",
    "thanks": "B1 B2 B3 B6 B8 B18 B19 B20",
    "cancel": "B1 B2 B3 B4 B5 B6 B7 B8 B12 B13 B14 B15 B18 B19 B20 B22",
    "agency": "B1 B2 B3 B4 B5 B6 B7 B9 B10 B11 B13 B14 B17 B18 B19 B20 B22",
}
LEFT_OUT = {
    "first": "B12 B16 B23 B24",
    "manager": "B12 B23 B24",
    "ceo": "B12 B23 B24",
    "reminder": "B12 B23 B24",
    "thanks": "B12 B13 B15 B16 B23 B24",
    "cancel": "B16 B23 B24",
    "agency": "B8 B12 B15 B16 B23 B24",
}
SUBJECT = {
    "reminder": "Rappel de ma réclamation",
    "final-notice": "Mise en demeure",
    "thanks": "Remerciements",
    "cancel": "Rétractation du contrat",
    "agency": "Réclamation contre Électro-Sillon SA\u00a0: Lave-vaisselle qui fuit",
}


def says(*words: str) -> Callable[[Letter], bool]:
    return lambda found: any(word in body(found) for word in words)


def from_source(*sources: str) -> Callable[[Letter], bool]:
    def check(found: Letter) -> bool:
        there = {one for run in body_runs(found) for one in run.source.split(", ")}
        return not there.isdisjoint(sources)

    return check


HOLDS: dict[str, Callable[[Letter], bool]] = {
    "B1": lambda one: one.sender[0].text == "Camille Lefèvre",
    "B2": lambda one: one.dated.text == "Le 16 mai 2026",
    "B3": lambda one: len(one.recipient) > 2,
    "B4": lambda one: plain(one.delivery) == "Par courrier",
    "B5": lambda one: SUBJECT.get(one.kind, "Réclamation") in plain(one.subject),
    "B6": lambda one: len(body(one).split(". ")[0].split()) > 3,
    "B7": lambda one: "lave-vaisselle Norvik D6" in body(one) or "ES-20931" in plain(one.subject),
    "B8": says("fais partie de votre clientèle depuis 2014"),
    "B9": lambda one: from_source("your words")(one) or "qui fuit" in plain(one.subject),
    "B10": from_source("#4", "#6", "#7", "#10"),
    "B11": says("cette affaire m’a coûté 65,00 € (plombier) et 1 heure 20 minutes"),
    "B12": from_source("right eu-withdrawal-14-days"),
    "B13": says("le remboursement de 389,00 € et la reprise", "Merci de rembourser"),
    "B14": says("389,00 €"),
    "B15": from_source("calendar"),
    "B16": says("organisme indépendant", "tribunal compétent"),
    "B17": lambda one: len(one.enclosures) == 3,
    "B18": says("Merci d’examiner", "Merci de donner suite", "Je vous remercie", "à remercier"),
    "B19": lambda one: "camille@example.org" in [run.text for run in one.sender],
    "B20": lambda one: one.signature.text == "Camille Lefèvre",
    "B22": says("un numéro de dossier"),
    "B23": says("médiation"),
    "B24": says("copie des documents", "notes et enregistrements"),
}


def matrix_letter(kind: str) -> Letter:
    return compose_fr(
        kind, *CASES_FR["lave-vaisselle"], WITHDRAWAL if kind == "cancel" else Choices()
    )


@pytest.mark.parametrize(
    ("kind", "block"), [(kind, block) for kind in MATRIX for block in MATRIX[kind].split()]
)
def test_the_letter_holds_the_required_block(kind: str, block: str):
    found = matrix_letter(kind)
    assert HOLDS[block](found), letter_text(found)


@pytest.mark.parametrize(
    ("kind", "block"), [(kind, block) for kind in LEFT_OUT for block in LEFT_OUT[kind].split()]
)
def test_the_letter_leaves_out_a_block_that_is_not_its_own(kind: str, block: str):
    found = matrix_letter(kind)
    assert not HOLDS[block](found), letter_text(found)


def test_every_translated_kind_stands_in_the_matrix_and_says_what_the_rules_say():
    assert set(MATRIX) == set(TRANSLATED)
    for kind in TRANSLATED:
        head = template_head(kind, "fr")
        assert (head["kind"], head["language"]) == (kind, "fr")
        assert head["audience"] == KINDS[kind].audience
        assert tuple(head["requires"]) == KINDS[kind].requires


def test_a_problem_in_french_makes_a_french_letter_by_itself():
    assert compose_fr("first", *CASES_FR["lave-vaisselle"], Choices()).language == "fr"
    assert compose_fr("records", *CASES_FR["lave-vaisselle"], Choices()).language == "en"


ENGLISH = re.compile(
    r"\b(the|and|of|to|is|was|were|it|that|for|with|not|from|my|been|has|have|they|this|are|by|an|or"
    r"|which|would|at|but|their|did|had|be|I|you|your|we|please|dear|complaint|letter|call|chat"
    r"|account|order|yes|enclosure|since|promised|made|none|given|so|far|other|no|all|e-mail)\b"
)


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_no_english_word_slips_into_the_fixed_words(name: str, kind: str):
    assert not ENGLISH.findall(fixed(letter(name, kind)))


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_no_letter_holds_a_blank_or_a_slip_of_the_pen(name: str, kind: str):
    found = letter(name, kind)
    text = plain(all_runs(found))
    for wrong in ("None", "{", "}", "()", "  ", " ,", " .", "..", "\ue000", "\n\n\n"):
        assert wrong not in text, wrong
    for wrong in ("(s)", "(e)", "et/ou", "·e", "immédiatement", "au plus vite", "!", "d’le"):
        assert wrong not in text, wrong
    cells = [
        cell for one in found.body if isinstance(one, Table) for row in one.rows for cell in row
    ]
    assert all(plain(cell).strip() for cell in cells)
    case, _ = CASES_FR[name]
    assert not case.resolution.floor or case.resolution.floor not in text


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_a_colon_and_guillemets_keep_the_space_that_does_not_break(name: str, kind: str):
    text = fixed(letter(name, kind))
    assert not re.search(r"[^\u00a0]:|«[^\u00a0]|[^\u00a0]»", text)
    assert not re.search(r"['\"“”]", text)
    assert not re.search(r"[^\s.]\.[^\s.]", text), "a space is missing after a full stop"


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_no_word_tells_the_gender_of_the_writer_or_the_reader(name: str, kind: str):
    text = fixed(letter(name, kind))
    assert not re.search(r"\b(déçue?|satisfaite?|cliente?|désolée?|prête?|certaine?)\b", text)
    assert plain(letter(name, kind).salutation) in ("Madame, Monsieur,", "Madame ou Monsieur,")


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_the_body_keeps_to_the_length_of_a_letter(name: str, kind: str):
    """French takes about a sixth more words than the limits of English letters allow for."""
    words = prose(letter(name, kind)).replace("\u00a0", " ").replace(" :", "").split()
    assert len(words) <= LONG.get(kind, 290 if kind == "ceo" else 345)


@pytest.mark.parametrize(
    ("name", "kind"), [(name, kind) for name, kind in EVERY if KINDS[kind].one_page]
)
def test_a_letter_that_should_take_one_page_does(name: str, kind: str):
    assert len(PdfReader(io.BytesIO(letter_pdf(letter(name, kind)))).pages) == 1


def test_a_reminder_has_three_short_paragraphs_and_a_new_date():
    found = letter("lave-vaisselle", "reminder")
    assert len(found.body) == 3
    assert len(prose(found).replace("\u00a0:", "").split()) <= 140
    assert found.answer_by
    assert found.answer_by > LAVE_VAISSELLE.letters[0].answer_by


def test_an_outside_body_is_named_once_and_only_from_the_manager_on():
    said = {
        kind: flat(kind, LAVE_VAISSELLE).count("organisme indépendant")
        for kind in ("first", "manager", "ceo", "reminder")
    }
    assert said == {"first": 0, "manager": 1, "ceo": 1, "reminder": 1}


def test_fixed_words_never_hold_a_fact():
    for kind in TRANSLATED:
        words = fixed(letter("lave-vaisselle", kind))
        facts = ["Lefèvre", "Roussel", "Haddad", "SAV-4471", "389", "2026", "plombier", "lavage"]
        assert not [fact for fact in facts if fact in words], words


def test_what_the_problem_tells_in_french_is_not_told_again():
    text = flat("first", LAVE_VAISSELLE)
    assert "4 mai 2026 : appareil livré" not in text
    assert "le remboursement de 389,00 € et la reprise de l’appareil à vos frais." in text


def test_the_letter_says_once_in_which_language_the_own_words_are():
    said = "Mes propres mots sont cités en anglais."
    for kind in ("first", "ceo", "reminder"):
        assert body(letter("washing-machine", kind)).count(said) == 1
        assert "mes propres mots" not in body(letter("lave-vaisselle", kind))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (
            1,
            "contacté vos services à ce sujet le 4 mai 2026 lors d’un échange avec une personne d",
        ),
        (2, "vos services deux fois à ce sujet, d’abord le 4 mai 2026 et en dernier lieu le 5 mai"),
        (3, "vos services trois fois à ce sujet, d’abord le 4 mai 2026 et en dernier lieu le 6"),
    ],
)
def test_one_two_and_three_contacts_read_right(count: int, said: str):
    assert said in flat("manager", contacts_of(count))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "a promis ce qui suit : chose 1. Cette promesse n’a pas été tenue."),
        (2, "a promis ce qui suit : chose 2. Aucune de ces deux promesses n’a été tenue."),
        (3, "a promis ce qui suit : chose 3. Aucune de ces promesses n’a été tenue."),
    ],
)
def test_one_two_and_three_broken_promises_read_right(count: int, said: str):
    assert said in flat("ceo", promises_of(count))


@pytest.mark.parametrize(
    ("exhibits", "said"),
    [
        ((1,), "(pièce jointe 1)"),
        ((1, 3), "(pièces jointes 1 et 3)"),
        ((1, 2, 3), "jointes 1 à 3)"),
    ],
)
def test_one_and_several_enclosures_are_pointed_to(exhibits: tuple[int, ...], said: str):
    events = (LAVE_VAISSELLE.events[0], replace(LAVE_VAISSELLE.events[1], exhibits=exhibits))
    assert said in flat("first", replace(LAVE_VAISSELLE, events=events))


def test_some_contacts_left_out_are_counted():
    calls = [replace(LAVE_VAISSELLE.encounters[0], seq=seq, promises=()) for seq in range(20, 32)]
    text = flat("first", replace(LAVE_VAISSELLE, encounters=tuple(calls)))
    assert "(le relevé joint en donne la liste complète, soit treize contacts) :" in text
    assert "Relevé de toutes les dates et de tous les contacts" in text


def test_promises_told_of_in_the_problem_are_not_repeated():
    case = replace(MISSING_CREDIT, country="FR")
    assert (
        "Cette promesse a été faite le 12 janvier 2026 par Ms Ruiz, pour le 28 février 2026. "
        "Elle n’a pas été tenue." in flat("ceo", case)
    )


def test_a_contact_known_by_its_month_or_about_reads_so():
    call = LAVE_VAISSELLE.encounters[0]
    wall = datetime.fromisoformat("2026-03-12T00:00")
    month = replace(call, moment=Moment(wall=wall, precision=Precision.MONTH))
    about = replace(call, moment=Moment(wall=wall, precision=Precision.ABOUT))
    assert "En mars 2026, Mme Roussel a promis" in flat(
        "ceo", replace(LAVE_VAISSELLE, encounters=(month,))
    )
    assert "Vers le 12 mars 2026, Mme Roussel a promis" in flat(
        "ceo", replace(LAVE_VAISSELLE, encounters=(about,))
    )


def test_an_unsigned_message_and_a_representative_read_right_in_quebec():
    text = " ".join(letter_text(letter("ligne-internet", "ceo")).split())
    assert "Je représente Amélie Gagnon (au titre suivant : procuration)." in text
    assert "Le 1er août 2026, votre entreprise (facturation) a promis ce qui suit" in text
    assert "Amélie Gagnon fait partie de votre clientèle depuis dix ans." in text
    assert "cette affaire nous a coûté 1 heure 30 minutes (café, wifi)." in text
    assert "Madame ou Monsieur," in text
    assert "Dominique Gagnon, pour Amélie Gagnon" in text
    assert "et un crédit (120,00 $)." in text


@pytest.mark.parametrize(
    ("country", "final"),
    [
        ("FR", "Mise en demeure avant saisine du tribunal"),
        ("BE", "Mise en demeure avant action en justice"),
        ("CH", "Mise en demeure avant action en justice"),
        ("CA", "Mise en demeure :"),
        ("LU", "Mise en demeure avant saisine du tribunal"),
    ],
)
def test_titles_follow_the_country_and_closings_repeat_the_greeting(country: str, final: str):
    case = replace(LAVE_VAISSELLE, country=country)
    assert final in flat("final-notice", case)
    for kind in ("first", "final-notice"):
        found = compose_fr(kind, case, date(2026, 5, 16))
        greeting = plain(found.salutation).removesuffix(",")
        assert f"agréer, {greeting}, mes salutations distinguées." in plain(found.closing)


def test_long_reasons_of_a_loss_are_parted_by_a_dash():
    plumber = replace(LAVE_VAISSELLE.costs[0], what="plombier, déplacement compris")
    taxi = replace(plumber, seq=11, what="taxi")
    text = flat("ceo", replace(LAVE_VAISSELLE, costs=(plumber, taxi)))
    assert "130,00 € (plombier, déplacement compris – taxi)" in text


@pytest.mark.parametrize(
    ("via", "said"),
    [
        ("post", "Je vous ai écrit par courrier le 6 mai 2026"),
        ("certified mail", "Je vous ai écrit par courrier recommandé le"),
        ("recommandé avec AR", "Je vous ai écrit par recommandé avec AR le"),
        ("web-form", "Je vous ai écrit par votre formulaire en ligne le"),
        ("en main propre", "Je vous ai écrit en main propre le"),
    ],
)
def test_the_way_of_a_letter_reads_on_in_a_sentence(via: str, said: str):
    sent = replace(LAVE_VAISSELLE.letters[0], via=via)
    assert said in flat("reminder", replace(LAVE_VAISSELLE, letters=(sent,)))


@pytest.mark.parametrize("kind", ["first", "manager", "ceo"])
def test_the_measured_opening_is_disappointed_and_the_plain_one_is_not(kind: str):
    plainly = flat(kind, LAVE_VAISSELLE)
    measured = flat(kind, LAVE_VAISSELLE, Choices(language="fr", opening="measured"))
    assert "C’est avec une vive déception que je dois vous adresser une réclamation" in measured
    assert "déception" not in plainly
