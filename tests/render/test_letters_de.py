"""Tests of templates/letters/de: do German letters say what they must, in German that holds?"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from letter_cases import CARD_POINTS, MISSING_CREDIT, at, exhibit
from letter_cases_de import (
    COFFEE_MACHINE,
    EVERY_CASE,
    INTERNET_CONTRACT,
    applicable_in_german,
)
from letters_in_german import GERMAN, WITHDRAWAL, body, flat, letter, of_kind, written
from pypdf import PdfReader

from complaintkit.model.case import Purchase
from complaintkit.model.encounter import Channel, Encounter, Promise, Representative
from complaintkit.model.letter import Letter, Paragraph, Table
from complaintkit.model.people import Officer
from complaintkit.render.environment import template_head, templates_folder, words_for
from complaintkit.render.letter_pieces import pieces
from complaintkit.render.letter_runs import all_runs, body_runs
from complaintkit.render.pdf import letter_pdf
from complaintkit.render.text import letter_text, plain
from complaintkit.rules.letter_kinds import KINDS, TRANSLATED
from complaintkit.rules.letter_plan import PLAIN

EVERY = applicable_in_german()
WORDS = words_for("de")

# Function words and common words that no German sentence holds (“was”, “in” and “an” are both).
ENGLISH = set(
    re.findall(
        r"\w+",
        """the and of to is it that this with from my your have has been by for not you we please
        dear sincerely letter complaint call called promised promise bought paid date contact
        reference enclosed enclosure none given nobody about since on at or would will which their
        thank help reply answer settle refund customer company order account records copies hour
        hours minutes once twice times more than other some any all if when what who how""",
    )
)


def fixed(found: Letter) -> str:
    """Return the template's own words: what has no source."""
    return " ".join(run.text for run in all_runs(found) if not run.source)


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_the_letter_reads_as_agreed(name: str, kind: str, golden: Callable[[str, str], None]):
    golden(f"letters-de/{name}-{kind}.txt", letter_text(letter(name, kind)))


def test_the_statutory_form_reads_as_agreed(golden: Callable[[str, str], None]):
    found = letter("kaffeevollautomat", "cancel", WITHDRAWAL)
    golden("letters-de/kaffeevollautomat-cancel-withdrawal.txt", letter_text(found))


# Required blocks by kind: facts/letters.md, section 1a.
MATRIX = {
    "first": "B1 B2 B3 B5 B6 B7 B8 B9 B10 B13 B14 B15 B17 B18 B20 B22",
    "manager": "B1 B2 B3 B5 B6 B7 B8 B9 B10 B13 B14 B15 B16 B17 B18 B20 B22",
    "ceo": "B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B13 B14 B15 B16 B17 B18 B20",
    "reminder": "B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B13 B14 B15 B16 B18 B20 B22",
    "final-notice": "B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B13 B14 B15 B16 B17 B18 B20 B23 B24",
    "thanks": "B1 B2 B3 B5 B6 B8 B18 B20",
    "cancel": "B1 B2 B3 B4 B5 B6 B7 B8 B12 B13 B14 B15 B18 B20 B22",
    "agency": "B1 B2 B3 B4 B5 B6 B7 B9 B10 B11 B13 B14 B17 B18 B20 B22",
}
LEFT_OUT = {
    "first": "B12 B16 B23 B24",
    "manager": "B23 B24",
    "ceo": "B24",
    "reminder": "B17 B23 B24",
    "thanks": "B13 B15 B16 B17 B23 B24",
    "cancel": "B16 B17 B23 B24",
    "agency": "B8 B12 B15 B16 B23 B24",
}
SUBJECT = {
    "reminder": "Erinnerung an meine Beschwerde: ",
    "final-notice": "Letzte Aufforderung vor gerichtlichen Schritten: ",
    "thanks": "Dank für gute Hilfe: Mia Petzold",
    "cancel": "Widerruf des Vertrags: Kaffeevollautomat Mokkaria 300",
    "agency": "Beschwerde über Bohnenwerk Versand GmbH: Kaffeevollautomat verspätet",
}
ASKS = {
    "cancel": "Hiermit widerrufe ich",
    "agency": "Von dem Unternehmen möchte ich Folgendes: kostenlose Abholung",
}


COMPANY = "Bohnenwerk Versand GmbH"
TO = {"agency": "Schlichtungsstelle Versandhandel"}


def says(*words: str) -> Callable[[Letter], bool]:
    return lambda found: any(word in body(found) for word in words)


HOLDS: dict[str, Callable[[Letter], bool]] = {
    "B1": lambda one: one.sender[0].text == "Jana Wieczorek",
    "B2": lambda one: one.dated.text == "3.\u00a0April 2026",
    "B3": lambda one: one.recipient[0].text == TO.get(one.kind, COMPANY) and len(one.recipient) > 2,
    "B4": lambda one: plain(one.delivery) == "Per Post",
    "B5": lambda one: plain(one.subject).startswith(SUBJECT.get(one.kind, "Beschwerde: ")),
    "B6": lambda one: body(one).startswith("ich ") and len(body(one).split(". ")[0].split()) > 3,
    "B7": lambda one: "Kaffeevollautomat" in flat(one) and "BW-448120" in flat(one),
    "B8": says("Ich gehöre seit 2017 zu Ihrer Kundschaft"),
    "B9": lambda one: "Wassertank" in flat(one),
    "B10": lambda one: any(run.source in {"#4", "#7", "#8"} for run in body_runs(one)),
    "B11": says("4,85 € (Porto für das Einschreiben) und 1 Stunde 5 Minuten am Telefon gekostet"),
    "B12": lambda one: any("right eu-" in run.source for run in body_runs(one)),
    "B13": lambda one: ASKS.get(one.kind, "Ich bitte um Folgendes: kostenlose Abh") in body(one),
    "B14": says("549,00 €"),
    "B15": lambda one: any("calendar" in run.source for run in body_runs(one)),
    "B16": says("unabhängige Schlichtungsstelle", "gerichtliche Schritte"),
    "B17": lambda one: len(one.enclosures) == 3,
    "B18": says("Vielen Dank", "Ich danke Ihnen", "ich bedanke mich"),
    "B20": lambda one: one.signature.text == "Jana Wieczorek",
    "B22": says(
        "nennen Sie mir eine Vorgangs", "mir auch eine Vorgangsnummer", "mir Ihr Aktenzeichen"
    ),
    "B23": says("Mediation"),
    "B24": says("Kopien der Unterlagen, auf die Sie sich stützen, sowie Ihre Notizen"),
}


def blocks(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(kind, block) for kind, row in table.items() for block in row.split()]


@pytest.mark.parametrize(("kind", "block"), blocks(MATRIX))
def test_the_letter_holds_the_required_block(kind: str, block: str):
    assert HOLDS[block](of_kind(kind)), letter_text(of_kind(kind))


@pytest.mark.parametrize(("kind", "block"), blocks(LEFT_OUT))
def test_the_letter_leaves_out_a_block_that_is_not_its_own(kind: str, block: str):
    assert not HOLDS[block](of_kind(kind)), letter_text(of_kind(kind))


def test_every_german_kind_has_a_template_whose_head_says_what_the_rules_say():
    there = sorted(path.stem for path in Path(templates_folder() / "letters/de").glob("*.md"))
    assert there == sorted(TRANSLATED) == sorted(MATRIX)
    for kind in TRANSLATED:
        head = template_head(kind, "de")
        assert (head["kind"], head["language"]) == (kind, "de")
        assert head["audience"] == KINDS[kind].audience
        assert tuple(head["requires"]) == KINDS[kind].requires


def keys(words: object, path: str = "") -> Iterator[str]:
    if isinstance(words, dict):
        for key, value in words.items():
            yield f"{path}{key}"
            yield from keys(value, f"{path}{key}.")


def test_the_german_words_have_every_key_of_the_english_ones():
    of_people = ("styles.", "ways.", "payments.")  # these differ by country and by usage
    on_screen = ("notes", "attachment")  # told to the person, in English
    apart = (*of_people, *on_screen)
    wanted = {key for key in keys(words_for("en")) if not key.startswith(apart)}
    assert wanted - set(keys(WORDS)) == set()
    read = ("locale", "after_date", "after_greeting", "closing_named", "closing_unnamed")
    for country, style in WORDS["styles"].items():
        assert set(read) <= set(style), country
        assert set(style) - {"enclosure"} == set(WORDS["styles"]["default"]), country


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_no_english_word_slips_in(name: str, kind: str):
    said = set(re.findall(r"[^\W\d_]+", fixed(letter(name, kind)).casefold()))
    assert said.isdisjoint(ENGLISH), said & ENGLISH


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_no_letter_holds_a_blank_or_what_is_private(name: str, kind: str):
    found = letter(name, kind)
    text = letter_text(found)
    for wrong in ("None", "{", "}", "()", " ,", " .", " ;", "..", ".;", ":.", ": .", "(s)", "!"):
        assert wrong not in text, wrong
    for run in all_runs(found):
        assert "  " not in run.text
        assert "\n" not in run.text or run.source or found.kind == "cancel"
    for block in found.body:
        if isinstance(block, Paragraph):
            assert re.search(r"[.:?]$", plain(block.runs)) or found.kind == "cancel"
            assert not re.search(
                r"[.:;,](?=[^\W\d_])", "".join(x.text for x in block.runs if not x.source)
            )
    case, _ = EVERY_CASE[name]
    assert not case.resolution.floor or case.resolution.floor not in text
    assert all(note.text not in text for note in case.notes)
    tables = [block for block in found.body if isinstance(block, Table)]
    assert all(plain(cell).strip() for table in tables for row in table.rows for cell in row)


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_the_words_read_like_a_letter_and_not_like_a_form(name: str, kind: str):
    said = fixed(letter(name, kind))
    for wrong in (
        "bzw.",
        "und/oder",
        "unverzüglich",
        "umgehend",
        "hiermit",
        "Anwalt",
        "Kunde ",
        "/in",
    ):
        assert wrong not in said
    assert said.count("Schlichtungsstelle") == (
        kind in {"manager", "ceo", "reminder", "final-notice"}
    )


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_the_body_keeps_to_the_length_of_a_letter(name: str, kind: str):
    found = letter(name, kind)
    words = sum(
        len(plain(block.runs).split()) for block in found.body if isinstance(block, Paragraph)
    )
    assert words <= {
        "final-notice": 340,
        "agency": 420,
        "manager": 320,
        "ceo": 260,
        "reminder": 140,
    }.get(kind, 250)


@pytest.mark.parametrize("name", [name for name, kind in EVERY if kind == "ceo"])
def test_a_letter_to_the_head_takes_one_page(name: str):
    made = letter_pdf(letter(name, "ceo"))
    assert len(PdfReader(io.BytesIO(made)).pages) == 1


def test_a_reminder_has_three_short_paragraphs_and_a_new_date():
    found = of_kind("reminder")
    assert len(found.body) == 3
    assert len(body(found).split()) < 140
    assert "Antwort bis zum 2. April 2026 gebeten" in body(found)
    assert "antworten Sie mir bis zum 10. April 2026 schriftlich" in body(found)


def test_a_reminder_without_a_reply_says_that_there_was_none():
    heard = "Was ich seither gehört habe, hat die Sache nicht erledigt."
    assert heard in body(of_kind("reminder"))
    silent = replace(COFFEE_MACHINE, encounters=COFFEE_MACHINE.encounters[:-1], offers=())
    text = body(written("reminder", silent))
    assert "Eine Antwort habe ich nicht erhalten." in text
    assert heard not in text


def test_law_is_named_through_the_right_that_was_chosen_alone():
    assert "Richtlinie 2011/83/EU" in body(of_kind("cancel"))
    for name, kind in EVERY:
        assert not re.search(r"§|Artikel|Richtlinie|Gesetz", fixed(letter(name, kind)))


# -- who is greeted, and how the letter goes on ------------------------------------------------


@pytest.mark.parametrize(
    ("country", "greeting", "first", "closing", "label"),
    [
        ("DE", "Sehr geehrte Damen und Herren,", "ich ", "Mit freundlichen Grüßen", "Anlagen"),
        ("AT", "Sehr geehrte Damen und Herren,", "ich ", "Mit freundlichen Grüßen", "Beilagen"),
        ("CH", "Sehr geehrte Damen und Herren", "Ich ", "Freundliche Grüsse", "Beilagen"),
        ("LI", "Sehr geehrte Damen und Herren", "Ich ", "Freundliche Grüsse", "Beilagen"),
        ("US", "Sehr geehrte Damen und Herren,", "ich ", "Mit freundlichen Grüßen", "Anlagen"),
    ],
)
def test_greeting_closing_and_enclosures_follow_the_country(
    country: str, greeting: str, first: str, closing: str, label: str
):
    for kind in TRANSLATED:
        case = replace(
            COFFEE_MACHINE, country=country, company=replace(COFFEE_MACHINE.company, head=None)
        )
        found = written(kind, case)
        assert plain(found.salutation) == greeting
        assert body(found).startswith(first)
        assert plain(found.closing) == closing
        assert found.enclosures_label == (f"{label} (Kopien)" if found.enclosures else "")
        assert kind not in {"first", "ceo"} or f"{label[:-1]} 2" in flat(found)


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_a_swiss_letter_has_no_sharp_s(name: str, kind: str):
    case, today = EVERY_CASE[name]
    assert "ß" not in fixed(written(kind, replace(case, country="CH"), today))


def test_sums_dates_and_quotation_marks_follow_the_country():
    said = {
        country: flat(written("first", replace(COFFEE_MACHINE, country=country)))
        for country in ("DE", "AT", "CH")
    }
    assert "für 549,00 €" in said["DE"]
    assert "für € 549,00" in said["AT"]
    assert "für EUR 549.00" in said["CH"]
    assert "„Sie haben den" in said["AT"]
    assert "«Sie haben den" in said["CH"]
    january = replace(COFFEE_MACHINE, country="AT")
    assert written("first", january, date(2026, 1, 7)).dated.text == "7.\u00a0Jänner 2026"


@pytest.mark.parametrize("name", ["Katharina Brandt", "Frau Dr. Brandt", "Herr Brandt", "Kim Roth"])
def test_a_named_person_is_greeted_without_a_guess(name: str):
    company = replace(COFFEE_MACHINE.company, head=Officer(name=name))
    found = written("ceo", replace(COFFEE_MACHINE, company=company))
    assert plain(found.salutation) == f"Guten Tag {name},"
    assert [run.text for run in found.recipient][:2] == ["Bohnenwerk Versand GmbH", name]


def test_the_company_stands_above_the_office():
    assert [run.text for run in of_kind("manager").recipient][:3] == [
        "Bohnenwerk Versand GmbH",
        "Teamleitung Kundenservice",
        "Am Güterbahnhof 3",
    ]


def test_german_own_words_make_a_german_letter_by_themselves():
    case = INTERNET_CONTRACT
    assert written("first", case, choices=PLAIN).language == "de"
    assert written("head-of-service", case, choices=PLAIN).language == "en"
    assert "auf Englisch verfasst" not in flat(written("first", case))
    assert "sind auf Englisch verfasst." in flat(written("first", MISSING_CREDIT))


# -- a person's own fragments ------------------------------------------------------------------


@pytest.mark.parametrize(
    "wish",
    [
        "Rückzahlung",
        "die Rückzahlung von 549,00 €",
        "dass Sie das Gerät abholen",
        "Bitte reparieren.",
        "full refund",
        "24,000 points credited",
    ],
)
def test_any_fragment_stands_after_a_colon_as_it_was_typed(wish: str):
    said = wish.rstrip(".")
    promise = Promise(what=wish, index=1, by=date(2026, 3, 16))
    first = replace(COFFEE_MACHINE.encounters[0], promises=(promise,))
    case = replace(
        COFFEE_MACHINE,
        title="",
        purchase=Purchase(what=wish),
        resolution=replace(COFFEE_MACHINE.resolution, want=wish, fallback=wish, amount=None),
        encounters=(first,),
        offers=(replace(COFFEE_MACHINE.offers[0], what=wish),),
    )
    text = flat(written("manager", case))
    for lead in (
        "Beschwerde: ",
        "Es geht um: ",
        "Ich bitte um Folgendes: ",
        "Ist das nicht möglich, käme für mich infrage: ",
        "sagte mir Frau Yıldız zu: ",
        "boten Sie mir an: ",
    ):
        assert f"{lead}{said}" in text


@pytest.mark.parametrize(
    ("channel", "name", "role", "said"),
    [
        (Channel.PHONE, "Herr Meier", "Technik", "sagte mir Herr Meier zu: "),
        (Channel.PHONE, "", "Technik", "sagte mir eine Person ohne Namensangabe (Technik) zu: "),
        (Channel.PHONE, "", "", "sagte mir eine Person ohne Namensangabe zu: "),
        (Channel.EMAIL, "", "Technik", "sagte mir eine Person ohne Namensangabe (Technik) zu: "),
        (Channel.EMAIL, "", "", "sagte mir Ihr Unternehmen zu: "),
    ],
)
def test_whoever_promised_stands_in_the_nominative(
    channel: Channel, name: str, role: str, said: str
):
    call = replace(
        COFFEE_MACHINE.encounters[0],
        channel=channel,
        representative=Representative(name=name, role=role),
    )
    case = replace(COFFEE_MACHINE, encounters=(call,))
    assert f"Am 12. März 2026 {said}Zustellung des Geräts (bis 16. März 2026)." in body(
        written("first", case)
    )


def test_a_sum_or_a_day_that_the_german_words_tell_is_not_told_again():
    text = flat(written("first", COFFEE_MACHINE))
    assert "Kaufpreises von 549,00 €. Ist das" in text
    assert "24. März 2026: Kaffeevollautomat geliefert" not in text
    want = "kostenlose Abholung des Geräts und Rückzahlung"
    untold = replace(COFFEE_MACHINE, resolution=replace(COFFEE_MACHINE.resolution, want=want))
    assert f"{want} (549,00 €)." in flat(written("first", untold))


def test_a_title_that_names_the_complaint_is_the_subject():
    for title in ("Beschwerde über eine Kaffeemaschine", "Reklamation: Kaffeemaschine"):
        found = written("first", replace(COFFEE_MACHINE, title=title))
        assert plain(found.subject).startswith(f"{title} – Kundennummer")


# -- one, two and several ----------------------------------------------------------------------


def call(seq: int, day: int, *promises: str, month: int = 3) -> Encounter:
    return Encounter(
        seq=seq,
        entry_id=f"e{seq}",
        moment=at(f"2026-{month:02}-{day:02}T10:00", "Europe/Berlin", 1),
        promises=tuple(
            Promise(what=what, index=at_, kept=False) for at_, what in enumerate(promises, 1)
        ),
        said="wird geprüft",
    )


def of_calls(*calls: Encounter) -> str:
    case = replace(COFFEE_MACHINE, encounters=calls, letters=(), offers=(), costs=())
    return body(written("manager", case))


def test_one_two_and_three_contacts():
    one = of_calls(call(4, 12))
    assert (
        "Am 12. März 2026 war eine Person ohne Namensangabe damit befasst; "
        "erledigt ist die Sache nicht." in one
    )
    same_day = of_calls(call(4, 12), call(5, 12))
    assert "Am 12. März 2026 war eine" in same_day
    for count, said in ((2, "zweimal"), (3, "dreimal"), (13, "13-mal")):
        text = of_calls(*(call(3 + day, day) for day in range(1, count + 1)))
        assert f"bereits {said} Kontakt mit Ihrem Unternehmen, erstmals am 1. März 2026." in text
        assert f"Zuletzt war am {count}. März 2026 eine Person ohne Namensangabe damit bef" in text
    assert "(die beigefügte Aufstellung nennt alle 13):" in text


def test_nobody_reached_is_said():
    tried = replace(call(4, 12), reached=False, said="")
    assert "Ich habe deswegen versucht, Ihr Unternehmen zu erreichen, bisher ohne Erfolg." in (
        of_calls(tried)
    )


def test_one_two_and_three_broken_promises():
    assert "zu: Rückruf. Das ist nicht geschehen." in of_calls(call(4, 12, "Rückruf"))
    assert "zu: Abholung. Beides ist nicht geschehen." in of_calls(
        call(4, 12, "Rückruf"), call(5, 13, "Abholung")
    )
    assert "zu: Gutschrift. Nichts davon ist geschehen." in of_calls(
        call(4, 12, "Rückruf"), call(5, 13, "Abholung", "Gutschrift")
    )


def test_one_and_two_promises_that_the_problem_tells_of():
    told = "Man versprach Rückruf und Abholung, und es geschah nichts von alldem."
    calls = (call(4, 12, "Rückruf"), call(5, 13, "Abholung"))
    case = replace(COFFEE_MACHINE, problem=told, encounters=calls)
    assert (
        "Diese Zusage gab mir am 12. März 2026 eine Person ohne Namensangabe. Sie wurde nicht "
        "eingehalten. Eine weitere dieser Zusagen gab mir am 13. März 2026 eine Person ohne "
        "Namensangabe. Auch sie wurde nicht eingehalten." in body(written("first", case))
    )


def test_one_and_several_enclosures():
    shown = {
        count: written(
            "first", replace(COFFEE_MACHINE, exhibits=COFFEE_MACHINE.exhibits[:count])
        ).enclosures_label
        for count in (0, 1, 2)
    }
    assert shown == {0: "", 1: "Anlage (Kopie)", 2: "Anlagen (Kopien)"}
    many = [call(3 + day, day) for day in range(1, 12)]
    case = replace(COFFEE_MACHINE, encounters=tuple(many), exhibits=())
    assert written("first", case).enclosures_label == "Anlage (Kopie)"
    with_copy = replace(case, exhibits=(exhibit(1, "rechnung-2026-02.pdf"),))
    found = written("first", with_copy)
    assert found.enclosures_label == "Anlagen (Kopien)"
    assert plain(found.enclosures[0]) == "1. Rechnung 2026-02 (PDF)"


@pytest.mark.parametrize(
    ("days", "said"),
    [((5,), "Weitere Vorgangsnummer: R-5."), ((5, 6), "Weitere Vorgangsnummern: R-5, R-6.")],
)
def test_one_and_several_further_references(days: tuple[int, ...], said: str):
    calls = [
        replace(call(3 + day, day), reference=f"R-{day}")
        if day in days
        else replace(call(3 + day, day), representative=Representative(name="Jo"))
        for day in range(1, 12)
    ]
    assert said in of_calls(*calls)


# -- the end of a contract, and other choices ----------------------------------------------------


def test_no_sentence_and_no_line_ends_after_the_number_of_a_day():
    for name, kind in EVERY:
        found = letter(name, kind)
        for piece in pieces(found, with_table=True):
            assert not re.search(r"\b(?:[Aa]m|zum|den|bis) \d{1,2}\.$", piece.text), piece.text
        assert not re.search(r"\b(?:am|zum|den|bis) \d{1,2}\.\n", letter_text(found))


@pytest.mark.parametrize(
    ("what", "subject", "said"),
    [
        (
            "Kaffeevollautomat",
            "Rücktritt vom Vertrag: ",
            "ich trete von folgendem Vertrag zurück: ",
        ),
        (
            "Mobilfunkvertrag",
            "Kündigung: ",
            "ich kündige folgenden Vertrag mit sofortiger Wirkung, hilfsweise zum nächstmöglichen ",
        ),
    ],
)
def test_a_purchase_is_undone_and_a_contract_is_ended(what: str, subject: str, said: str):
    assert COFFEE_MACHINE.purchase
    case = replace(COFFEE_MACHINE, purchase=replace(COFFEE_MACHINE.purchase, what=what))
    found = written("cancel", case)
    assert plain(found.subject).startswith(subject)
    assert body(found).startswith(said)
    assert "(bestellt am 3. März 2026, erhalten am 24. März 2026)" in body(found)


def test_a_withdrawal_without_the_form_still_withdraws():
    assert COFFEE_MACHINE.purchase
    undated = replace(
        COFFEE_MACHINE,
        purchase=replace(COFFEE_MACHINE.purchase, bought_on=None),
        events=COFFEE_MACHINE.events[1:],
    )
    text = body(written("cancel", undated, choices=WITHDRAWAL))
    assert text.startswith("ich widerrufe folgenden Vertrag: Kaffeevollautomat Mokkaria 300 (erh")
    assert "Hiermit widerrufe" not in text


def test_the_measured_opening_is_dismayed_and_the_plain_one_is_not():
    said = {
        opening: body(written("first", CARD_POINTS, choices=replace(GERMAN, opening=opening)))
        for opening in ("plain", "measured")
    }
    assert said["measured"].startswith("ich bin bestürzt, dass ich Ihnen schreiben muss, und bitte")
    assert said["plain"].startswith("ich wende mich mit einer Beschwerde an Sie und bitte um Abh")


def test_a_letter_to_another_party_speaks_of_the_company():
    case, today = EVERY_CASE["washing-machine"]
    to_bank = replace(GERMAN, party="card-issuer")
    text = body(written("manager", replace(case, on_behalf_of=None), today, to_bank))
    assert "bereits viermal Kontakt mit Calder & Sons Appliances Ltd, erstmals am 19. Jan" in text
    assert "bot mir das Unternehmen an: voucher (50,00 £); das habe ich abgelehnt." in text
    assert "Kundschaft" not in text
