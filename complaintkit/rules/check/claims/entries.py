"""What does each entry of the log hold that a letter may tell?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from complaintkit.model.case import Case, Cost, Event, Offer, SentLetter
from complaintkit.model.encounter import Encounter
from complaintkit.model.moment import Precision
from complaintkit.model.money import Money

OPENING = 1
"""The number of the entry that opens a case: it tells of purchase, problem and wish."""

_CONTACT, _LETTER, _EVENT, _OFFER, _COST, _OPEN = (
    *("contact", "letter", "event", "offer", "cost", "open"),
)

_ABOUT = 7
"""Days by which “about 12 March” may be off."""

Source = Encounter | SentLetter | Event | Offer | Cost | Case


@dataclass(slots=True, kw_only=True)
class Drafted:
    """An entry as its fields hold it; the days and sums in its words are not read yet."""

    seq: int
    kind: str
    source: Source
    texts: tuple[str, ...]
    on: date | None = None
    is_month: bool = False
    slack: int = 0
    until: tuple[date | None, ...] = ()
    told: tuple[date | None, ...] = ()
    sums: tuple[Money | None, ...] = ()
    name: str = ""
    role: str = ""
    reference: str = ""
    exhibits: tuple[int, ...] = ()
    entry_id: str = ""


def drafted(case: Case) -> Iterator[Drafted]:
    """Yield what each entry of a case holds that a letter may tell; the opening comes first."""
    yield _opening(case)
    for met in case.encounters:
        yield _contact(met)
    for event in case.events:
        yield Drafted(
            seq=event.seq,
            kind=_EVENT,
            source=event,
            texts=(event.what,),
            on=event.on,
            sums=(event.amount,),
            exhibits=event.exhibits,
            entry_id=event.entry_id,
        )
    for offer in case.offers:
        yield Drafted(
            seq=offer.seq,
            kind=_OFFER,
            source=offer,
            texts=(offer.what,),
            on=offer.on,
            until=(offer.expires,),
            sums=(offer.amount,),
            entry_id=offer.entry_id,
        )
    for cost in case.costs:
        yield Drafted(
            seq=cost.seq,
            kind=_COST,
            source=cost,
            texts=(cost.what,),
            on=cost.on,
            sums=(cost.amount,),
            exhibits=cost.exhibits,
            entry_id=cost.entry_id,
        )
    for sent in case.letters:
        yield Drafted(
            seq=sent.seq,
            kind=_LETTER,
            source=sent,
            texts=(),
            on=sent.sent_on,
            until=(sent.answer_by,),
            exhibits=(sent.proof,) if sent.proof else (),
            reference=sent.tracking,
            entry_id=sent.entry_id,
        )


def _opening(case: Case) -> Drafted:
    bought, wish = case.purchase, case.resolution
    texts = [case.problem, case.title, wish.want, wish.fallback, case.needs]
    if bought:
        texts += [bought.what, bought.where]
    if case.on_behalf_of:
        texts.append(case.on_behalf_of.authority)
    texts += [f"{name.replace('_', ' ')} {value}" for name, value in case.particulars]
    ended = case.outcome.amount if case.outcome else None
    sums = (wish.amount, bought.price if bought else None, ended)
    return Drafted(
        seq=OPENING,
        kind=_OPEN,
        source=case,
        texts=tuple(texts),
        sums=sums,
        on=bought.bought_on if bought else None,
    )


def _contact(met: Encounter) -> Drafted:
    person = met.representative
    return Drafted(
        seq=met.seq,
        kind=_CONTACT,
        source=met,
        texts=(met.said, met.quote, *(promise.what for promise in met.promises)),
        on=met.moment.on,
        is_month=met.moment.precision is Precision.MONTH,
        slack=_ABOUT if met.moment.precision is Precision.ABOUT and not met.moment.has_time else 0,
        until=tuple(day for promise in met.promises for day in (promise.by, promise.moved_to)),
        told=tuple(promise.kept_on for promise in met.promises),
        name=person.name.strip() if person else "",
        role=person.role.strip() if person else "",
        reference=met.reference.strip(),
        exhibits=met.exhibits,
        entry_id=met.entry_id,
    )
