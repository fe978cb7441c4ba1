"""A trial case whose own words are Spanish, a dryer from a web shop, and letters about it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from letter_cases import CASES, at, exhibit

from complaintkit.model.case import Case, Cost, Event, Offer, Purchase, Resolution, SentLetter
from complaintkit.model.encounter import Channel, Direction, Encounter, Promise, Representative
from complaintkit.model.letter import Choices, Letter
from complaintkit.model.money import Money
from complaintkit.model.people import Company, Contact, Officer, Party
from complaintkit.render.letter import compose
from complaintkit.render.text import letter_text
from complaintkit.rules.letter_kinds import KINDS, TRANSLATED
from complaintkit.rules.letter_plan import missing_facts
from complaintkit.store.rights import load_rights

RIGHTS = load_rights()
TODAY = date(2026, 3, 16)
SPANISH = Choices(language="es")
FORM = Choices(language="es", right="eu-withdrawal-14-days")

EUR389 = Money(amount=Decimal("389.90"), currency="EUR")


def _contact(seq: int, when: str, **kept: object) -> Encounter:
    return Encounter(seq=seq, entry_id=f"e{seq}", moment=at(when, "Europe/Madrid", 1), **kept)  # type: ignore[arg-type]


SECADORA = Case(
    id="secadora",
    name="secadora",
    title="Secadora entregada con la puerta doblada",
    opened_on=date(2026, 3, 16),
    sector="retail",
    country="ES",
    region="ES-MD",
    consumer=Contact(
        name="Nerea Etxaniz Robles",
        address=("Calle de las Moreras 18, 2.º B", "28004 Madrid"),
        email="nerea@example.org",
        phone="600 555 014",
    ),
    company=Company(
        name="Hogar Brisa, S. L.",
        address=("Avenida del Puerto 140", "46022 Valencia"),
        country="ES",
        region="ES-VC",
        customer_since="2015-09-01",
        head=Officer(name="Remedios Alcaide", title="Directora general"),
    ),
    purchase=Purchase(
        what="secadora Brisa C8",
        reference="P-558120",
        bought_on=date(2026, 2, 26),
        price=EUR389,
        payment="credit-card",
        where="tienda en línea de Hogar Brisa",
    ),
    particulars=(("número de serie", "BC8-0044120"),),
    problem=(
        "La secadora llegó el 2 de marzo con la puerta doblada y no cierra, de modo que no se "
        "puede usar. Lo comuniqué ese mismo día y sigo sin una secadora que funcione."
    ),
    resolution=Resolution(
        want="la devolución del precio pagado y la recogida del aparato",
        amount=EUR389,
        fallback="una secadora nueva del mismo modelo, entregada e instalada",
        floor="un descuento de 150 €",
        answer_days=14,
    ),
    events=(
        Event(
            seq=2,
            entry_id="v2",
            on=date(2026, 3, 2),
            what="entrega de la secadora con la puerta doblada",
            kind="delivered",
            exhibits=(2,),
        ),
        Event(
            seq=9,
            entry_id="v9",
            on=date(2026, 3, 12),
            what="informe del servicio técnico: la puerta no admite reparación",
            exhibits=(3,),
        ),
    ),
    encounters=(
        _contact(
            3,
            "2026-03-02T17:40",
            representative=Representative(name="Marcos", role="atención al cliente"),
            said="hay que esperar la autorización del almacén",
            promises=(
                Promise(what="recoger la secadora en 48 horas", index=1, by=date(2026, 3, 4)),
            ),
            reference="INC-20417",
            minutes=24,
        ),
        _contact(
            4,
            "2026-03-05T10:15",
            direction=Direction.IN,
            representative=Representative(name="Lucía Prados", role="logística"),
            said="se ofreció a seguir el caso en persona",
            promises=(
                Promise(
                    what="el justificante de la incidencia por correo electrónico",
                    index=1,
                    by=date(2026, 3, 5),
                    kept=True,
                ),
                Promise(what="una nueva fecha de recogida", index=2, by=date(2026, 3, 9)),
            ),
        ),
        _contact(
            6,
            "2026-03-10T12:05",
            channel=Channel.CHAT,
            representative=Representative(role="agente"),
            quote="No nos consta ninguna recogida.",
        ),
        _contact(7, "2026-03-11T09:30", reached=False),
    ),
    exhibits=(
        exhibit(1, "factura-P-558120.pdf"),
        exhibit(2, "puerta.jpg", belongs_to=("v2",), title="Fotografía de la puerta"),
        exhibit(3, "informe-tecnico.pdf", belongs_to=("v9",)),
    ),
    parties=(
        Party(
            name="Oficina de Consumo de Ribalta",
            role="agency",
            address=("Plaza Mayor 1", "28004 Madrid"),
        ),
    ),
    offers=(
        Offer(
            seq=8,
            entry_id="o8",
            on=date(2026, 3, 11),
            what="un vale de compra",
            amount=Money(amount=Decimal("60.00"), currency="EUR"),
            answer="rechazada",
        ),
    ),
    costs=(
        Cost(
            seq=10,
            entry_id="c10",
            on=date(2026, 3, 13),
            what="lavandería",
            amount=Money(amount=Decimal("23.50"), currency="EUR"),
        ),
        Cost(seq=11, entry_id="c11", on=date(2026, 3, 13), what="esperas y llamadas", minutes=135),
    ),
    letters=(
        SentLetter(
            seq=5,
            entry_id="l5",
            number=1,
            kind="first",
            sent_on=date(2026, 3, 6),
            via="burofax",
            answer_by=date(2026, 3, 13),
            sha256="0" * 64,
            name="letter-1.txt",
            size=900,
        ),
    ),
)


def elsewhere(country: str, currency: str) -> Case:
    """Return the same dispute in a country whose words, signs and dates differ."""
    paid = Money(amount=Decimal("5390.50"), currency=currency)
    return replace(
        SECADORA,
        country=country,
        company=replace(SECADORA.company, country=country),
        purchase=replace(SECADORA.purchase, price=paid),
        resolution=replace(SECADORA.resolution, amount=paid),
    )


CASES_ES = {**CASES, "secadora": (SECADORA, TODAY)}


def applicable_es() -> list[tuple[str, str]]:
    """Return each case with each kind that is there in Spanish and that its record can carry."""
    return [
        (name, kind)
        for name, (case, _) in CASES_ES.items()
        for kind in TRANSLATED
        if not missing_facts(KINDS[kind], case, case.consumer or Contact())
    ]


def written(kind: str, case: Case, *, today: date = TODAY, choices: Choices = SPANISH) -> Letter:
    """Write a letter about this case, in Spanish unless something else is chosen."""
    consumer = case.consumer or Contact()
    return compose(kind, case, consumer=consumer, today=today, rights=RIGHTS, choices=choices)


def letter(name: str, kind: str) -> Letter:
    """Write one trial letter in Spanish; the dryer is given back by the form of the law."""
    case, today = CASES_ES[name]
    choices = FORM if (name, kind) == ("secadora", "cancel") else SPANISH
    return written(kind, case, today=today, choices=choices)


def flat(kind: str, case: Case = SECADORA, *, choices: Choices = SPANISH) -> str:
    """Return the words of a letter in one line, with plain spaces."""
    text = letter_text(written(kind, case, choices=choices))
    return " ".join(text.replace("\u00a0", " ").split())
