"""On which invented cases is a template tried out?

`complete` has everything that a case can hold, so that every branch of a template prints;
`bare` has no more than a letter cannot do without. Nobody in them exists.
"""

from datetime import date, datetime
from decimal import Decimal

from complaintkit.model.case import (
    Case,
    Cost,
    Event,
    Exhibit,
    Offer,
    Purchase,
    Resolution,
    SentLetter,
)
from complaintkit.model.encounter import Channel, Direction, Encounter, Promise, Representative
from complaintkit.model.letter import NamedBody
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.model.people import Behalf, Company, Contact, Officer, Party

TODAY = date(2026, 6, 1)
BODY = NamedBody(
    body_id="gb-sample",
    called="the Sample Ombudsman",
    name="Sample Ombudsman",
    from_day=date(2026, 7, 1),
)

_ME = Contact(
    name="Robin Sample",
    address=("1 Sample Street", "Sampleton SA1 2MP"),
    email="robin@example.org",
    phone="01632 960001",
)


def _pounds(amount: str) -> Money:
    return Money(amount=Decimal(amount), currency="GBP")


def _at(day: int, hour: int = 10, precision: Precision = Precision.EXACT) -> Moment:
    return Moment(wall=datetime(2026, 5, day, hour), precision=precision)  # noqa: DTZ001 – wall time


_EXHIBITS = tuple(
    Exhibit(
        seq=30 + number,
        entry_id=f"x{number}",
        number=number,
        sha256=f"{number:064x}",
        name=f"{title}.pdf",
        size=1000,
        title=title,
    )
    for number, title in enumerate(("Receipt", "Photograph of the kettle", "Proof of posting"), 1)
)

_ENCOUNTERS = (
    Encounter(
        seq=5,
        entry_id="e5",
        moment=_at(5),
        representative=Representative(name="Ms Lane", role="customer service"),
        said="a replacement was agreed",
        promises=(
            Promise(what="a replacement kettle", index=1, by=date(2026, 5, 12), kept=False),
            Promise(what="a call back", index=2, kept=False),
        ),
        reference="AC-1001",
        minutes=40,
        exhibits=(2,),
    ),
    Encounter(seq=6, entry_id="e6", moment=_at(13), reached=False, minutes=30),
    Encounter(
        seq=7,
        entry_id="e7",
        moment=_at(14),
        channel=Channel.EMAIL,
        direction=Direction.IN,
        representative=Representative(role="billing"),
        quote="We are looking into it.",
        promises=(Promise(what="an answer", index=1, by=date(2026, 6, 20)),),
        reference="AC-1002",
    ),
    Encounter(
        seq=8,
        entry_id="e8",
        moment=_at(20),
        channel=Channel.CHAT,
        representative=Representative(name="Mr Dale"),
        said="no record of it",
        quote="I am sorry about that.",
        promises=(Promise(what="a copy of the chat", index=1, by=date(2026, 5, 21), kept=True),),
        reference="AC-1003",
    ),
)

_COMPLETE = Case(
    id="sample",
    name="sample",
    title="Kettle that does not heat",
    opened_on=date(2026, 5, 4),
    sector="retail",
    country="GB",
    on_behalf_of=Behalf(name="Sam Sample", authority="power of attorney"),
    needs="letters in large print",
    consumer=_ME,
    company=Company(
        name="Sample Appliances Ltd",
        address=("2 Company Road", "Sampleton SA3 4MP"),
        country="GB",
        email="care@example.com",
        phone="01632 960002",
        head=Officer(name="Alex Head", title="Chief Executive"),
        account="0417",
        customer_since="2019",
    ),
    parties=tuple(
        Party(name=f"Sample {role}", role=role, address=("3 Party Road", "Sampleton"))
        for role in ("card-issuer", "ombudsman", "credit-bureau", "debt-collector")
    ),
    purchase=Purchase(
        what="Sample kettle K2",
        reference="ORD-55",
        bought_on=date(2026, 4, 28),
        price=_pounds("49.00"),
        payment="credit-card",
        where="the Sampleton branch",
    ),
    particulars=(("serial_number", "K2-000123"),),
    problem="The kettle has not heated since its second day. A replacement kettle never came",
    resolution=Resolution(
        want="a refund", amount=_pounds("49.00"), fallback="a new kettle", answer_days=14
    ),
    events=(
        Event(
            seq=3,
            entry_id="v3",
            on=date(2026, 4, 30),
            what="repair was paid for",
            amount=_pounds("12.00"),
            exhibits=(1,),
        ),
        Event(seq=4, entry_id="v4", on=date(2026, 4, 29), what="kettle came", kind="delivered"),
    ),
    encounters=_ENCOUNTERS,
    exhibits=_EXHIBITS,
    offers=(
        Offer(
            seq=9,
            entry_id="o9",
            on=date(2026, 5, 21),
            what="a voucher",
            amount=_pounds("10.00"),
            answer="declined",
        ),
        Offer(
            seq=10,
            entry_id="o10",
            on=date(2026, 5, 22),
            what="half of it",
            amount=_pounds("24.50"),
            expires=date(2026, 6, 30),
            full_settlement=True,
        ),
    ),
    costs=(
        Cost(seq=11, entry_id="c11", on=date(2026, 5, 15), what="postage", amount=_pounds("3.10")),
        Cost(seq=12, entry_id="c12", on=date(2026, 5, 15), what="calls", minutes=70),
    ),
    letters=(
        SentLetter(
            seq=13,
            entry_id="l13",
            number=1,
            kind="first",
            sent_on=date(2026, 5, 8),
            via="post",
            answer_by=date(2026, 5, 22),
            sha256="0" * 64,
            name="letter-1.txt",
            size=900,
            proof=3,
        ),
    ),
)

_BARE = Case(
    id="bare",
    name="bare",
    opened_on=date(2026, 5, 4),
    consumer=Contact(name="Robin Sample", email="robin@example.org"),
    company=Company(name="Sample Appliances Ltd"),
    problem="The kettle does not heat.",
    resolution=Resolution(want="put it right"),
    encounters=(Encounter(seq=2, entry_id="e2", moment=_at(5), reached=False),),
)

SAMPLES = {"complete": _COMPLETE, "bare": _BARE}
