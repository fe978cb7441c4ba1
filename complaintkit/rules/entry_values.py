"""How does an entry, as it stands after corrections, become a value of the case?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from complaintkit.model.case import (
    Choice,
    Cost,
    Event,
    Extension,
    Offer,
    Outcome,
    Reminder,
    SentLetter,
)
from complaintkit.model.entry import EntryKind
from complaintkit.rules import reading as read
from complaintkit.rules.overlay import Current


@dataclass(slots=True)
class ExhibitNumbers:
    """Exhibit numbers by the entry they support."""

    by_entry: dict[str, list[int]] = field(default_factory=dict)

    def of(self, entry_id: str) -> tuple[int, ...]:
        return tuple(self.by_entry.get(entry_id, ()))


def event(line: Current, exhibits: ExhibitNumbers) -> Event:
    """Return a dated fact."""
    return Event(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=day_of(line),
        what=read.text(line.plain, "what"),
        kind=read.text(line.plain, "kind") or "other",
        amount=read.money(line.plain, "amount"),
        exhibits=exhibits.of(line.entry.id),
    )


def offer(line: Current) -> Offer:
    """Return an offer."""
    return Offer(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=day_of(line),
        what=read.text(line.plain, "what"),
        amount=read.money(line.plain, "amount"),
        expires=read.day(line.plain, "expires"),
        full_settlement=read.yes_no(line.plain, "full_settlement"),
        answer=read.text(line.plain, "answer"),
    )


def cost(line: Current, exhibits: ExhibitNumbers) -> Cost:
    """Return a cost."""
    return Cost(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=day_of(line),
        what=read.text(line.plain, "what"),
        amount=read.money(line.plain, "amount"),
        minutes=read.whole(line.plain, "minutes"),
        exhibits=exhibits.of(line.entry.id),
    )


def letter(line: Current, exhibits: ExhibitNumbers) -> SentLetter:
    """Return a letter as it went out."""
    proofs = exhibits.of(line.entry.id)
    return SentLetter(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        number=read.whole(line.plain, "number") or 1,
        kind=read.text(line.plain, "kind"),
        sent_on=day_of(line, "sent_on"),
        via=read.text(line.plain, "via"),
        answer_by=read.day(line.plain, "answer_by"),
        sha256=read.text(line.plain, "sha256"),
        name=read.text(line.plain, "name"),
        size=read.whole(line.plain, "size") or 0,
        proof=proofs[0] if proofs else None,
        tracking=read.text(line.plain, "tracking"),
    )


def reminder(line: Current) -> Reminder:
    """Return a reminder of one's own."""
    return Reminder(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=day_of(line),
        text=read.text(line.plain, "text"),
        done=read.yes_no(line.plain, "done") is True,
    )


def extension(line: Current) -> Extension:
    """Return a moved date."""
    return Extension(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=day_of(line),
        to=read.day(line.plain, "to"),
        reason=read.text(line.plain, "reason"),
        before=read.day(line.plain, "before"),
        letter=read.whole(line.plain, "letter"),
        entry=read.text(line.plain, "entry"),
        promise=read.whole(line.plain, "promise") or 0,
        limit=read.text(line.plain, "limit"),
    )


def choice(line: Current) -> Choice:
    """Return a step of one's own choosing."""
    return Choice(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=day_of(line),
        step=read.text(line.plain, "step"),
        reason=read.text(line.plain, "reason"),
        instead_of=read.text(line.plain, "instead_of"),
    )


def reopened_on(lines: Sequence[Current]) -> date | None:
    """Return the day on which the case was opened again last: that of the recording."""
    return date.fromisoformat(lines[-1].entry.recorded_at[:10]) if lines else None


def outcome(lines: Iterable[Current]) -> Outcome | None:
    """Return how the case ended; None while it is open."""
    outcome = None
    for line in lines:
        if line.entry.kind is EntryKind.REOPEN:
            outcome = None
        if line.entry.kind is EntryKind.CLOSE:
            felt = read.inner(line.plain, "satisfaction")
            signs, ratings = read.inner(line.plain, "signs"), read.inner(line.plain, "ratings")
            outcome = Outcome(
                seq=line.entry.seq,
                closed_on=day_of(line, "closed_on"),
                result=read.text(line.plain, "result"),
                amount=read.money(line.plain, "amount"),
                moved_by=read.text(line.plain, "moved_by"),
                satisfaction_before=read.whole(felt, "before"),
                satisfaction_after=read.whole(felt, "after"),
                fair=read.yes_no(signs, "fair"),
                heard=read.yes_no(signs, "heard"),
                addressed=read.yes_no(signs, "addressed"),
                integrity=read.whole(ratings, "integrity"),
                honesty=read.whole(ratings, "honesty"),
                manner=read.whole(ratings, "manner"),
            )
    return outcome


def day_of(line: Current, key: str = "on") -> date:
    """Return the entry's own day; where the log does not say, the day of recording."""
    return read.day(line.plain, key) or date.fromisoformat(line.entry.recorded_at[:10])
