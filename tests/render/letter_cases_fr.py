"""Trial cases for French letters, and how a test writes one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from letter_cases import CASES, at, exhibit

from complaintkit.model.case import Case, Cost, Event, Offer, Purchase, Resolution, SentLetter
from complaintkit.model.encounter import Channel, Direction, Encounter, Promise, Representative
from complaintkit.model.letter import Choices, Letter
from complaintkit.model.money import Money
from complaintkit.model.people import Behalf, Company, Contact, Officer, Party
from complaintkit.render.letter import compose
from complaintkit.render.text import letter_text
from complaintkit.rules.letter_kinds import KINDS, TRANSLATED
from complaintkit.rules.letter_plan import missing_facts
from complaintkit.store.rights import load_rights


def _euros(amount: str) -> Money:
    return Money(amount=Decimal(amount), currency="EUR")


def _call(seq: int, when: str, **kept: object) -> Encounter:
    return Encounter(seq=seq, entry_id=f"e{seq}", moment=at(when, "Europe/Paris", 2), **kept)  # type: ignore[arg-type]


RIGHTS = load_rights()
WITHDRAWAL = Choices(language="fr", right="eu-withdrawal-14-days")

# Bought online, delivered twelve days ago: `cancel` may use the form of the directive.
LAVE_VAISSELLE = Case(
    id="lave-vaisselle",
    name="lave-vaisselle",
    title="Lave-vaisselle qui fuit depuis sa livraison",
    opened_on=date(2026, 5, 5),
    sector="retail",
    country="FR",
    consumer=Contact(
        name="Camille Lefèvre",
        address=("12 rue des Tanneurs", "69005 Lyon"),
        email="camille@example.org",
        phone="04 99 55 01 34",
    ),
    company=Company(
        name="Électro-Sillon SA",
        address=("3 avenue du Port", "59000 Lille"),
        country="FR",
        customer_since="2014",
        account="C-40718",
        head=Officer(name="Dominique Arnaud"),
    ),
    purchase=Purchase(
        what="lave-vaisselle Norvik D6",
        reference="ES-20931",
        bought_on=date(2026, 4, 27),
        price=_euros("389.00"),
        payment="credit-card",
        where="en ligne",
    ),
    particulars=(("numéro_de_série", "ND6-0000412"),),
    problem=(
        "L’appareil a été livré le 4 mai 2026 et il fuit à chaque lavage depuis ce jour. "
        "Le sol de ma cuisine est abîmé et je ne peux plus m’en servir."
    ),
    resolution=Resolution(
        want="le remboursement de 389,00 € et la reprise de l’appareil à vos frais",
        amount=_euros("389.00"),
        fallback="un appareil neuf du même modèle, livré et installé sans frais",
        floor="300 €",
        answer_days=14,
    ),
    events=(
        Event(
            seq=2,
            entry_id="v2",
            on=date(2026, 5, 4),
            what="appareil livré",
            kind="delivered",
            exhibits=(2,),
        ),
        Event(
            seq=3,
            entry_id="v3",
            on=date(2026, 5, 5),
            what="intervention d’un plombier",
            amount=_euros("65.00"),
            exhibits=(3,),
        ),
    ),
    encounters=(
        _call(
            4,
            "2026-05-05T09:05",
            representative=Representative(name="Mme Roussel", role="service après-vente"),
            said="la fuite est connue sur ce modèle",
            promises=(Promise(what="le passage d’un technicien", index=1, by=date(2026, 5, 7)),),
            reference="SAV-4471",
            minutes=25,
        ),
        _call(5, "2026-05-08T10:00", reached=False),
        _call(
            6,
            "2026-05-09T14:10",
            direction=Direction.IN,
            representative=Representative(name="M. Haddad", role="service clientèle"),
            said="les frais de livraison seront remboursés",
            promises=(
                Promise(
                    what="le remboursement des frais de livraison",
                    index=1,
                    by=date(2026, 5, 12),
                    kept=True,
                ),
                Promise(what="une réponse du fabricant", index=2, by=date(2026, 5, 13)),
            ),
            reference="CL-9",
            minutes=15,
        ),
        _call(
            7,
            "2026-05-14T11:20",
            channel=Channel.CHAT,
            representative=Representative(role="conseiller"),
            quote="Le remboursement n’est pas prévu.",
            minutes=40,
        ),
    ),
    exhibits=(
        exhibit(1, "facture-2026-04.pdf"),
        exhibit(2, "fuite.jpg", title="Photographie de la fuite"),
        exhibit(3, "plombier.pdf", title="Facture du plombier"),
    ),
    parties=(
        Party(
            name="Médiation du commerce à distance",
            role="agency",
            address=("8 rue du Quai", "75008 Paris"),
        ),
    ),
    offers=(
        Offer(
            seq=8,
            entry_id="o8",
            on=date(2026, 5, 12),
            what="bon d’achat",
            amount=_euros("30.00"),
            answer="refusée",
        ),
    ),
    costs=(
        Cost(
            seq=9,
            entry_id="c9",
            on=date(2026, 5, 5),
            what="plombier",
            amount=_euros("65.00"),
            exhibits=(3,),
        ),
    ),
    letters=(
        SentLetter(
            seq=10,
            entry_id="l10",
            number=1,
            kind="first",
            sent_on=date(2026, 5, 6),
            via="recommandé avec AR",
            answer_by=date(2026, 5, 13),
            sha256="0" * 64,
            name="lettre-1.txt",
            size=900,
        ),
    ),
)

# A line in Québec, on behalf of somebody, with no contact but a message and a call by the month.
LIGNE_INTERNET = Case(
    id="ligne-internet",
    name="ligne-internet",
    title="Plainte au sujet d’une ligne Internet coupée sans préavis",
    opened_on=date(2026, 9, 8),
    sector="telecom",
    country="CA",
    region="CA-QC",
    on_behalf_of=Behalf(name="Amélie Gagnon", authority="procuration"),
    needs="appels après 17 h",
    consumer=Contact(name="Dominique Gagnon", email="dg@example.org"),
    company=Company(
        name="Réseau Boréal inc.",
        address=("800, rue Sherbrooke Ouest", "Montréal (Québec) H3A 1G1"),
        country="CA",
        customer_since="dix ans",
        account="77-1204",
        head=Officer(name="Claude Tremblay", title="Direction générale"),
    ),
    purchase=Purchase(what="abonnement Fibre 400", where="par téléphone"),
    problem=(
        "La ligne est coupée depuis le 1er août 2026 et personne ne peut me dire pourquoi. "
        "Amélie travaille à la maison et ne peut pas se passer d’Internet."
    ),
    resolution=Resolution(
        want="le rétablissement de la ligne et un crédit",
        amount=Money(amount=Decimal("120.00"), currency="CAD"),
    ),
    encounters=(
        _call(
            2,
            "2026-08-01T09:05",
            channel=Channel.EMAIL,
            direction=Direction.IN,
            representative=Representative(role="facturation"),
            said="le compte est à jour",
            promises=(Promise(what="une vérification", index=1, by=date(2026, 8, 5)),),
        ),
    ),
    costs=(Cost(seq=3, entry_id="c3", on=date(2026, 8, 1), what="café, wifi", minutes=90),),
)

CASES_FR = {
    **CASES,
    "lave-vaisselle": (LAVE_VAISSELLE, date(2026, 5, 16)),
    "ligne-internet": (LIGNE_INTERNET, date(2026, 9, 8)),
}


def applicable_fr() -> list[tuple[str, str]]:
    """Return each case with each kind of letter that is there in French and that it can carry."""
    return [
        (name, kind)
        for name, (case, _) in CASES_FR.items()
        for kind in TRANSLATED
        if not missing_facts(KINDS[kind], case, case.consumer or Contact())
    ]


def contacts_of(count: int) -> Case:
    """Return the French case with so many calls, none of which promised anything."""
    calls = tuple(
        _call(seq, f"2026-05-0{seq}T10:00", said="rien de nouveau") for seq in range(4, 4 + count)
    )
    return replace(LAVE_VAISSELLE, encounters=calls, letters=())


def promises_of(count: int) -> Case:
    """Return the French case with one call and so many promises that were not kept."""
    made = tuple(Promise(what=f"chose {n}", index=n, kept=False) for n in range(1, count + 1))
    call = replace(LAVE_VAISSELLE.encounters[0], promises=made)
    return replace(LAVE_VAISSELLE, encounters=(call,), letters=())


def compose_fr(kind: str, case: Case, today: date, choices: Choices | None = None) -> Letter:
    return compose(
        kind,
        case,
        consumer=case.consumer or Contact(),
        today=today,
        choices=choices or Choices(language="fr"),
        rights=RIGHTS,
    )


def letter(name: str, kind: str) -> Letter:
    return compose_fr(kind, *CASES_FR[name])


def flat(kind: str, case: Case, choices: Choices | None = None) -> str:
    """Return the letter's words in one line, with plain spaces."""
    return " ".join(letter_text(compose_fr(kind, case, date(2026, 5, 16), choices)).split())
