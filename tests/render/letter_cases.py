"""The three trial cases of tone/cases as values, so that the project tests without them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from complaintkit.model.case import (
    Case,
    Cost,
    Event,
    Exhibit,
    Note,
    Offer,
    Purchase,
    Resolution,
    SentLetter,
)
from complaintkit.model.encounter import Channel, Direction, Encounter, Promise, Representative
from complaintkit.model.moment import Moment
from complaintkit.model.money import Money
from complaintkit.model.people import Behalf, Company, Contact, Officer, Party
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.rules.letter_plan import missing_facts


def at(text: str, zone: str, hours: int, *, skipped: bool = False) -> Moment:
    """Read a wall time with its distance from UTC."""
    wall = datetime.fromisoformat(text)
    return Moment(wall=wall, offset=timedelta(hours=hours), zone=zone, skipped=skipped)


def exhibit(
    number: int, name: str, *, belongs_to: tuple[str, ...] = (), title: str = ""
) -> Exhibit:
    """Make an exhibit of that number and name."""
    return Exhibit(
        seq=100 + number,
        entry_id=f"x{number}",
        number=number,
        sha256=f"{number:064x}",
        name=name,
        size=1000,
        belongs_to=belongs_to,
        title=title,
    )


MISSING_CREDIT = Case(
    id="missing-credit",
    name="missing-credit",
    title="Agreed monthly credit missing from four bills",
    opened_on=date(2026, 5, 18),
    sector="telecom",
    country="US",
    region="US-GA",
    consumer=Contact(
        name="Odessa Freeman",
        address=("310 Larkspur Lane", "Decatur, GA 30030"),
        email="of@example.org",
        phone="404-555-0101",
    ),
    company=Company(
        name="Peachline Communications",
        address=("One Peachline Plaza", "Atlanta, GA 30303"),
        country="US",
        region="US-GA",
        customer_since="2008",
        account="0047-118820",
        head=Officer(name="Marcus Delgado", title="Chief Executive Officer"),
    ),
    problem=(
        "I was promised a credit of $20.00 a month for twelve months. It is missing from the "
        "bills of February, March, April and May 2026."
    ),
    resolution=Resolution(
        want="a credit of $80.00 and the monthly credit from June",
        amount=Money(amount=Decimal("80.00"), currency="USD"),
        floor="the credit from June alone",
        answer_days=14,
    ),
    encounters=(
        Encounter(
            seq=2,
            entry_id="e2",
            moment=at("2026-01-12T13:00", "America/New_York", -5),
            representative=Representative(name="Ms Ruiz", role="Retention"),
            said="credit agreed",
            promises=(
                Promise(
                    what="a credit of $20.00 a month for twelve months",
                    index=1,
                    by=date(2026, 2, 28),
                ),
            ),
            reference="RET-7719",
            minutes=18,
        ),
        Encounter(
            seq=3,
            entry_id="e3",
            moment=at("2026-04-14T13:00", "America/New_York", -4),
            representative=Representative(name="Devon", role="billing"),
            said="no note on file",
            promises=(Promise(what="to escalate the matter", index=1),),
            minutes=41,
            exhibits=(1, 2, 3, 4),
        ),
    ),
    exhibits=tuple(
        exhibit(number, f"bill-2026-0{number + 1}.pdf", belongs_to=("e3",))
        for number in range(1, 5)
    ),
    costs=(
        Cost(
            seq=8,
            entry_id="c8",
            on=date(2026, 4, 14),
            what="time on the telephone",
            minutes=59,
        ),
    ),
)

CARD_POINTS = Case(
    id="card-points",
    name="card-points",
    title="24,000 bonus points promised and not credited",
    opened_on=date(2026, 5, 4),
    sector="bank",
    country="US",
    region="US-NY",
    consumer=Contact(
        name="Prakash O'Brien",
        address=("48 Delancey Row", "Albany, NY 12207"),
        email="pob@example.org",
    ),
    company=Company(
        name="Harbor & Finch Card Services",
        address=("PO Box 7702", "Wilmington, DE 19886"),
        country="US",
        region="US-DE",
        customer_since="2019",
    ),
    purchase=Purchase(what="double-points offer on a credit card", where="online"),
    particulars=(("points", "24,000"),),
    problem=(
        "I registered for a double-points offer that ran from 1 October to 31 December 2025. "
        "The bonus points were never credited, and nobody I spoke to gave me a reference."
    ),
    resolution=Resolution(
        want="24,000 points credited",
        fallback="a statement credit of the same value",
        answer_days=21,
    ),
    events=(
        Event(
            seq=2,
            entry_id="v2",
            on=date(2025, 10, 1),
            what="registered for the double-points offer",
            exhibits=(1,),
        ),
        Event(seq=4, entry_id="v4", on=date(2025, 12, 31), what="last day of the offer"),
    ),
    encounters=(
        Encounter(
            seq=5,
            entry_id="e5",
            moment=at("2026-01-12T09:00", "America/New_York", -5),
            representative=Representative(role="agent"),
            said="bonus points can take 90 days",
            promises=(Promise(what="points credited", index=1, by=date(2026, 4, 12)),),
            minutes=22,
        ),
        Encounter(
            seq=6,
            entry_id="e6",
            moment=at("2026-04-13T12:30", "America/New_York", -4),
            channel=Channel.CHAT,
            representative=Representative(name="Jo", role="agent"),
            said="would look into it",
            promises=(Promise(what="an e-mail with the result", index=1, by=date(2026, 4, 20)),),
        ),
        Encounter(
            seq=7,
            entry_id="e7",
            moment=at("2026-04-28T17:20", "America/New_York", -4),
            reached=False,
            representative=Representative(role="corporate care"),
            said="voice mail only",
        ),
    ),
    exhibits=(exhibit(1, "offer-registration.png", belongs_to=("v2",)),),
)

GAS_ESTIMATE = Case(
    id="gas-estimate",
    name="gas-estimate",
    title="Gas bill based on an estimate three times the reading that was reported",
    opened_on=date(2026, 3, 30),
    sector="utility",
    country="DE",
    region="DE-BY",
    consumer=Contact(
        name="Ayşe Çelik", address=("Am Isarufer 7", "84028 Landshut"), email="ac@example.de"
    ),
    company=Company(
        name="Stadtwerke Isarbogen AG",
        address=("Werkstraße 1", "84030 Landshut"),
        country="DE",
        region="DE-BY",
        account="00 881 207",
    ),
    problem=(
        "The annual gas bill uses an estimate of about three times the reading that I entered "
        "in the online portal."
    ),
    resolution=Resolution(
        want="a corrected bill on the basis of the reading I reported", answer_days=28
    ),
    events=(
        Event(
            seq=2,
            entry_id="v2",
            on=date(2026, 3, 12),
            what="annual bill received",
            amount=Money(amount=Decimal("2917.40"), currency="EUR"),
            exhibits=(1,),
        ),
        Event(
            seq=4,
            entry_id="v4",
            on=date(2026, 3, 29),
            what="what the bill would be at the reported reading",
            amount=Money(amount=Decimal("968.15"), currency="EUR"),
        ),
    ),
    encounters=(
        Encounter(
            seq=5,
            entry_id="e5",
            moment=at("2026-03-29T02:30", "Europe/Berlin", 1, skipped=True),
            channel=Channel.WEB_FORM,
            medium="portal",
            said="reading 18.402 m³ accepted",
            reference="ZST-88-0021",
            exhibits=(2,),
        ),
    ),
    exhibits=(
        exhibit(1, "jahresrechnung.pdf", belongs_to=("v2",)),
        exhibit(2, "eingangsbestaetigung.eml", belongs_to=("e5",)),
    ),
)

CASES = {
    "missing-credit": (MISSING_CREDIT, date(2026, 5, 18)),
    "card-points": (CARD_POINTS, date(2026, 5, 4)),
    "gas-estimate": (GAS_ESTIMATE, date(2026, 3, 30)),
}


def _call(seq: int, when: str, **kept: object) -> Encounter:
    return Encounter(seq=seq, entry_id=f"e{seq}", moment=at(when, "Europe/London", 0), **kept)  # type: ignore[arg-type]


GBP429 = Money(amount=Decimal("429.00"), currency="GBP")

# Everything that a case can hold: twelve contacts, a sent letter, offers, costs, a representative.
WASHING_MACHINE = Case(
    id="washing-machine",
    name="washing-machine",
    title="Washing machine that leaks since the day it came",
    opened_on=date(2026, 2, 2),
    sector="retail",
    country="GB",
    on_behalf_of=Behalf(name="Maud Ashworth", authority="her daughter, with power of attorney"),
    needs="calls after 17:00, please",
    consumer=Contact(
        name="Ruth Ashworth",
        address=("7 Mill Lane", "Hebden Bridge", "HX7 8AA"),
        email="ruth@example.org",
        phone="01422 555 0134",
    ),
    company=Company(
        name="Calder & Sons Appliances Ltd",
        address=("Wharf Road", "Leeds", "LS10 1AB"),
        country="GB",
        customer_since="March 1998",
        head=Officer(name="Imogen Calder"),
    ),
    purchase=Purchase(
        what="Brightwash 700 washing machine",
        reference="W-20931",
        bought_on=date(2026, 1, 10),
        price=GBP429,
        payment="debit-card",
        where="the Halifax branch",
    ),
    particulars=(("serial_number", "BW7-0000412"), ("model", "Brightwash 700")),
    problem=(
        "The machine was delivered on 17 January and has leaked at every wash since.\n\n"
        "My mother is 84 and has to mop the kitchen floor after each wash"
    ),
    resolution=Resolution(
        want="full refund and collection of the machine",
        amount=GBP429,
        fallback="replacement of the same model",
        floor="£300",
    ),
    events=(
        Event(
            seq=2,
            entry_id="v2",
            on=date(2026, 1, 17),
            what="machine delivered and installed",
            kind="delivered",
        ),
        Event(
            seq=3,
            entry_id="v3",
            on=date(2026, 1, 20),
            what="plumber called, bill of £65.00",
            amount=Money(amount=Decimal("65.00"), currency="GBP"),
            exhibits=(2,),
        ),
    ),
    encounters=(
        _call(4, "2026-01-19T09:05", representative=Representative(name="Kyle"), minutes=15),
        _call(5, "2026-01-21T10:00", reached=False),
        _call(6, "2026-01-22T10:00", reached=False),
        _call(
            7,
            "2026-01-23T14:10",
            direction=Direction.IN,
            representative=Representative(name="Mrs Begum", role="service desk"),
            said="a technician will come",
            promises=(
                Promise(what="a technician’s visit", index=1, by=date(2026, 1, 27), kept=True),
            ),
            reference="SD/4471",
        ),
        _call(
            8,
            "2026-01-27T11:00",
            channel=Channel.VISIT,
            representative=Representative(role="technician"),
            quote="The door seal was fitted wrongly at the works.",
            promises=(Promise(what="replacement seal", index=1, by=date(2026, 1, 30)),),
            exhibits=(1,),
        ),
        *(_call(seq, f"2026-01-{seq + 19}T10:00", reached=False) for seq in (10, 11, 12)),
        _call(
            13,
            "2026-02-01T00:00",
            channel=Channel.EMAIL,
            direction=Direction.IN,
            representative=Representative(role="customer care"),
            said="repair is our policy; no refund",
            reference="CC-9",
        ),
        _call(
            14, "2026-02-02T12:00", channel=Channel.CHAT, medium="WhatsApp", said="refund refused"
        ),
    ),
    exhibits=(
        exhibit(1, "seal.jpg", title="Photograph of the door seal"),
        exhibit(2, "plumber.pdf", title="Plumber’s bill"),
        exhibit(3, "diary.txt", belongs_to=("n1",)),
    ),
    offers=(
        Offer(
            seq=15,
            entry_id="o15",
            on=date(2026, 2, 3),
            what="voucher",
            amount=Money(amount=Decimal(50), currency="GBP"),
            answer="declined",
        ),
    ),
    costs=(
        Cost(
            seq=16,
            entry_id="c16",
            on=date(2026, 1, 20),
            what="plumber",
            amount=Money(amount=Decimal("65.00"), currency="GBP"),
            exhibits=(2,),
        ),
        Cost(seq=17, entry_id="c17", on=date(2026, 2, 3), what="calls and mopping", minutes=130),
    ),
    notes=(Note(seq=18, entry_id="n1", text="Mum was in tears"),),
    letters=(
        SentLetter(
            seq=19,
            entry_id="l19",
            number=1,
            kind="first",
            sent_on=date(2026, 2, 4),
            via="post",
            answer_by=date(2026, 2, 18),
            sha256="0" * 64,
            name="letter-1.txt",
            size=900,
        ),
    ),
    parties=(
        Party(name="Pennine Card Bank plc", role="card-issuer", address=("1 Vale Street", "Leeds")),
        Party(name="Retail Dispute Scheme", role="ombudsman", email="help@scheme.example"),
        Party(name="Northern Credit File", role="credit-bureau", address=("PO Box 9", "Hull")),
    ),
)

CASES["washing-machine"] = (WASHING_MACHINE, date(2026, 2, 20))

# One offer on the table, a letter that had no answer, a bureau and a body: every kind applies.
ON_THE_TABLE = replace(
    MISSING_CREDIT,
    purchase=Purchase(what="telephone line", reference="L-4410", where="online"),
    parties=(
        Party(name="Larkfield Bank", role="card-issuer", address=("PO Box 1", "Macon, GA 31201")),
        Party(name="Office of Fair Calls", role="agency", address=("2 Capitol Way", "Atlanta, GA")),
        Party(name="Trident Credit File", role="credit-bureau", address=("PO Box 2", "Dallas, TX")),
    ),
    events=(
        Event(
            seq=9,
            entry_id="v9",
            on=date(2026, 2, 3),
            what="February bill paid in full",
            amount=Money(amount=Decimal("20.00"), currency="USD"),
            exhibits=(1,),
        ),
    ),
    offers=(
        Offer(
            seq=10,
            entry_id="o10",
            on=date(2026, 5, 20),
            what="a credit of $40.00",
            amount=Money(amount=Decimal("40.00"), currency="USD"),
            expires=date(2026, 6, 10),
            full_settlement=True,
        ),
    ),
    letters=(
        SentLetter(
            seq=11,
            entry_id="l11",
            number=1,
            kind="ceo",
            sent_on=date(2026, 5, 4),
            via="certified mail",
            answer_by=date(2026, 5, 18),
            sha256="0" * 64,
            name="letter-1.txt",
            size=900,
        ),
    ),
)
CASES["on-the-table"] = (ON_THE_TABLE, date(2026, 5, 26))


def applicable() -> list[tuple[str, str]]:
    """Return each case with each kind of letter that its record can carry."""
    return [
        (name, kind.name)
        for name, (case, _) in CASES.items()
        for kind in KINDS.values()
        if not missing_facts(kind, case, case.consumer or Contact())
    ]


COMPLAINTS = ("first", "manager", "head-of-service", "ceo")  # the rungs inside the company
