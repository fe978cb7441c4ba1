"""What logs do the guide's tests tell? Short ways to write down a case."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from complaintkit.model.case import Case, Event, Offer, Outcome, Resolution, SentLetter
from complaintkit.model.encounter import Channel, Direction, Encounter, Promise, Representative
from complaintkit.model.moment import Moment
from complaintkit.model.people import Company, Officer

Line = Encounter | Event | SentLetter | Offer | Outcome


def day(text: str) -> date:
    """Return a day of 2026 from “03-01”, or any from an ISO date."""
    return date.fromisoformat(text if len(text) == 10 else f"2026-{text}")


def a_case(*lines: Line, **fields: object) -> Case:
    """Return an open case with these lines, numbered from #2 in their order."""
    numbered: list[Line] = [replace(line, seq=number) for number, line in enumerate(lines, start=2)]
    case = Case(
        id="case-1",
        name="kettle",
        opened_on=day("01-01"),
        company=Company(name="Brightwell", head=None),
        problem="The kettle leaks.",
        resolution=Resolution(want="a refund"),
        encounters=tuple(line for line in numbered if isinstance(line, Encounter)),
        events=tuple(line for line in numbered if isinstance(line, Event)),
        letters=tuple(_numbered(line for line in numbered if isinstance(line, SentLetter))),
        offers=tuple(line for line in numbered if isinstance(line, Offer)),
        outcome=next((line for line in numbered if isinstance(line, Outcome)), None),
    )
    return replace(case, **fields)  # type: ignore[arg-type]


def _numbered(letters: Iterable[SentLetter]) -> Iterable[SentLetter]:
    return (replace(letter, number=n) for n, letter in enumerate(letters, start=1))


def call(
    on: str,
    *,
    role: str = "agent",
    name: str = "Jo",
    reached: bool = True,
    way: Direction = Direction.OUT,
    channel: Channel = Channel.PHONE,
    promised: str = "",
    by: str = "",
    kept: bool | None = None,
    kept_on: str = "",
    tags: tuple[str, ...] = (),
) -> Encounter:
    """Return one contact; `by` alone promises “a refund”."""
    what = promised or ("a refund" if by else "")
    promise = Promise(
        what=what,
        index=1,
        by=day(by) if by else None,
        kept=kept,
        kept_on=day(kept_on) if kept_on else None,
    )
    return Encounter(
        seq=0,
        entry_id="",
        moment=Moment(wall=datetime.combine(day(on), datetime.min.time())),
        channel=channel,
        direction=way,
        reached=reached,
        representative=Representative(name=name, role=role) if name or role else None,
        promises=(promise,) if what else (),
        tags=tags,
    )


def manager(on: str, **fields: object) -> Encounter:
    """Return a call with a supervisor."""
    return call(on, role="supervisor", name="Ms Ito", **fields)  # type: ignore[arg-type]


def missed(on: str, *, role: str = "") -> Encounter:
    """Return a call that reached nobody."""
    return call(on, role=role, name="", reached=False)


def reply(on: str, **fields: object) -> Encounter:
    """Return an e-mail from the company."""
    return call(on, way=Direction.IN, channel=Channel.EMAIL, **fields)  # type: ignore[arg-type]


def letter(kind: str, on: str, by: str = "") -> SentLetter:
    """Return a letter that went by post."""
    return SentLetter(
        seq=0,
        entry_id="",
        number=1,
        kind=kind,
        sent_on=day(on),
        via="post",
        answer_by=day(by) if by else None,
        sha256="0" * 64,
        name="letter.txt",
        size=1,
    )


def event(on: str, kind: str) -> Event:
    """Return an event of that kind."""
    return Event(seq=0, entry_id="", on=day(on), what=kind, kind=kind)


def accepted(on: str, what: str = "a refund of $20") -> Offer:
    """Return an offer that was accepted."""
    return Offer(seq=0, entry_id="", on=day(on), what=what, answer="accepted")


def closed(on: str) -> Outcome:
    """Return the end of the case."""
    return Outcome(seq=0, closed_on=day(on), result="resolved")


MARCUS = Company(name="Brightwell", head=Officer(name="Marcus Delgado", title="CEO"))
