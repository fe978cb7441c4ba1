"""Two trial cases whose own words are in German: an online purchase in Germany, a contract in
Switzerland."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from letter_cases import CASES, at, exhibit

from complaintkit.model.case import (
    Case,
    Cost,
    Event,
    Offer,
    Outcome,
    Purchase,
    Resolution,
    SentLetter,
)
from complaintkit.model.encounter import Channel, Direction, Encounter, Promise, Representative
from complaintkit.model.moment import Precision
from complaintkit.model.money import Money
from complaintkit.model.people import Company, Contact, Officer, Party
from complaintkit.rules.letter_kinds import KINDS, TRANSLATED
from complaintkit.rules.letter_plan import missing_facts


def _euro(amount: str) -> Money:
    return Money(amount=Decimal(amount), currency="EUR")


# Ordered online, delivered two weeks late and leaking: every kind of letter applies, and on the
# tenth day after delivery also the withdrawal under EU law.
COFFEE_MACHINE = Case(
    id="kaffeevollautomat",
    name="kaffeevollautomat",
    title="Kaffeevollautomat verspätet und mit undichtem Wassertank geliefert",
    opened_on=date(2026, 3, 17),
    sector="retail",
    country="DE",
    region="DE-SN",
    consumer=Contact(
        name="Jana Wieczorek",
        address=("Karl-Heine-Zeile 14", "04229 Leipzig"),
        email="jw@example.de",
        phone="0341 5550 134",
    ),
    company=Company(
        name="Bohnenwerk Versand GmbH",
        address=("Am Güterbahnhof 3", "34117 Kassel"),
        country="DE",
        customer_since="2017",
        account="K-30418",
        head=Officer(name="Katharina Brandt", title="Geschäftsführung"),
    ),
    purchase=Purchase(
        what="Kaffeevollautomat Mokkaria 300",
        reference="BW-448120",
        bought_on=date(2026, 3, 3),
        price=_euro("549.00"),
        payment="credit-card",
        where="online",
    ),
    particulars=(("Seriennummer", "MK3-0071952"),),
    problem=(
        "Der Kaffeevollautomat sollte am 10. März geliefert werden und kam erst am 24. März 2026 "
        "an. Der Wassertank ist undicht: Nach jeder Tasse steht Wasser auf der Arbeitsplatte."
    ),
    resolution=Resolution(
        want="kostenlose Abholung des Geräts und Rückzahlung des Kaufpreises von 549,00 €",
        amount=_euro("549.00"),
        fallback="Austausch gegen ein einwandfreies Gerät",
        floor="480 €",
        answer_days=14,
    ),
    events=(
        Event(
            seq=2,
            entry_id="v2",
            on=date(2026, 3, 3),
            what="Bestellung bestätigt, Lieferung bis 10. März zugesagt",
            kind="contract",
            exhibits=(1,),
        ),
        Event(
            seq=3,
            entry_id="v3",
            on=date(2026, 3, 24),
            what="Kaffeevollautomat geliefert",
            kind="delivered",
        ),
    ),
    encounters=(
        Encounter(
            seq=4,
            entry_id="e4",
            moment=at("2026-03-12T10:15", "Europe/Berlin", 1),
            representative=Representative(name="Frau Yıldız", role="Kundenservice"),
            said="Das Paket sei unterwegs",
            promises=(Promise(what="Zustellung des Geräts", index=1, by=date(2026, 3, 16)),),
            minutes=22,
        ),
        Encounter(
            seq=5,
            entry_id="e5",
            moment=at("2026-03-17T16:40", "Europe/Berlin", 1),
            channel=Channel.CHAT,
            representative=Representative(name="Mia Petzold", role="Serviceteam"),
            promises=(
                Promise(
                    what="Anruf mit neuem Liefertermin", index=1, by=date(2026, 3, 18), kept=True
                ),
            ),
        ),
        Encounter(
            seq=6,
            entry_id="e6",
            moment=at("2026-03-25T09:05", "Europe/Berlin", 1),
            representative=Representative(name="Herr Lindner", role="Reklamationen"),
            quote="Sie haben den Rücksendeschein bis Freitag im Postfach.",
            promises=(Promise(what="Rücksendeschein per E-Mail", index=1, by=date(2026, 3, 27)),),
            reference="RK-20931",
            minutes=43,
            exhibits=(2,),
        ),
        Encounter(
            seq=8,
            entry_id="e8",
            moment=at("2026-03-30T00:00", "Europe/Berlin", 2),
            channel=Channel.EMAIL,
            direction=Direction.IN,
            representative=Representative(role="Kundenservice"),
            said="Statt der Rücknahme werde ein Gutschein angeboten",
        ),
    ),
    offers=(
        Offer(
            seq=9,
            entry_id="o9",
            on=date(2026, 3, 30),
            what="Einkaufsgutschein",
            amount=_euro("40.00"),
            answer="abgelehnt",
        ),
    ),
    costs=(
        Cost(
            seq=10,
            entry_id="c10",
            on=date(2026, 3, 26),
            what="Porto für das Einschreiben",
            amount=_euro("4.85"),
            exhibits=(3,),
        ),
        Cost(seq=11, entry_id="c11", on=date(2026, 3, 25), what="Zeit am Telefon", minutes=65),
    ),
    letters=(
        SentLetter(
            seq=7,
            entry_id="l7",
            number=1,
            kind="first",
            sent_on=date(2026, 3, 26),
            via="Einschreiben",
            answer_by=date(2026, 4, 2),
            sha256="0" * 64,
            name="letter-1.txt",
            size=900,
            proof=3,
        ),
    ),
    exhibits=(
        exhibit(1, "bestellbestaetigung.pdf", title="Bestellbestätigung"),
        exhibit(2, "IMG_0412.jpg", title="Foto des undichten Wassertanks"),
        exhibit(3, "einlieferungsbeleg-2026-03-26.pdf"),
    ),
    parties=(
        Party(
            name="Schlichtungsstelle Versandhandel",
            role="agency",
            address=("Am Markt 5", "77694 Kehl"),
        ),
    ),
)

# A contract in Switzerland: no comma after the greeting, “ss” for “ß”, francs, and no EU law.
INTERNET_CONTRACT = Case(
    id="internetanschluss",
    name="internetanschluss",
    title="Internetanschluss seit Wochen zu langsam",
    opened_on=date(2026, 2, 2),
    sector="telecom",
    country="CH",
    region="CH-BE",
    needs="Anrufe bitte erst nach 17 Uhr",
    consumer=Contact(
        name="Reto Zbinden", address=("Lerchenweg 9", "3012 Bern"), email="rz@example.ch"
    ),
    company=Company(
        name="Aarenetz Telekom AG",
        address=("Gleisstrasse 22", "3008 Bern"),
        country="CH",
        customer_since="zehn Jahre",
        account="71-0093",
    ),
    purchase=Purchase(what="Internetanschluss Fibra M", reference="V-5520"),
    problem=(
        "Vereinbart sind 300 Mbit/s, gemessen werden seit Ende Januar höchstens 40 Mbit/s. "
        "Die Monatsgebühr von Fr. 59.90 wird trotzdem voll verrechnet."
    ),
    resolution=Resolution(want="Behebung der Störung und eine Gutschrift für den Februar"),
    encounters=(
        Encounter(
            seq=2,
            entry_id="e2",
            moment=replace(at("2026-01-01T00:00", "Europe/Zurich", 1), precision=Precision.MONTH),
            said="man solle abwarten",
        ),
        Encounter(
            seq=3,
            entry_id="e3",
            moment=replace(at("2026-02-10T00:00", "Europe/Zurich", 1), precision=Precision.ABOUT),
            representative=Representative(role="Technik"),
            promises=(
                Promise(what="Besuch einer Technikerin", index=1, by=date(2026, 2, 17)),
                Promise(what="Gutschrift auf der Februarrechnung", index=2, kept=False),
            ),
        ),
        Encounter(
            seq=4,
            entry_id="e4",
            moment=at("2026-02-19T11:30", "Europe/Zurich", 1),
            channel=Channel.VISIT,
            representative=Representative(name="Nadja Hofer", role="Shop Bern"),
            said="das Modem wurde umgetauscht",
            promises=(Promise(what="Messung der Leitung", index=1, kept=True),),
        ),
    ),
    exhibits=(exhibit(1, "messprotokoll.pdf", belongs_to=("e4",)),),
    outcome=Outcome(seq=9, closed_on=date(2026, 3, 2), result="resolved"),
)

CASES_DE = {
    "kaffeevollautomat": (COFFEE_MACHINE, date(2026, 4, 3)),
    "internetanschluss": (INTERNET_CONTRACT, date(2026, 3, 5)),
}
EVERY_CASE = {**CASES, **CASES_DE}


def applicable_in_german() -> list[tuple[str, str]]:
    """Return each case with each kind of letter there is in German and its record can carry."""
    return [
        (name, kind)
        for name, (case, _) in EVERY_CASE.items()
        for kind in TRANSLATED
        if not missing_facts(KINDS[kind], case, case.consumer or Contact())
    ]
