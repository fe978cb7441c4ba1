"""What does the case look like now? The fold of its entries, in the order of `seq`.

Nothing here depends on today.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from complaintkit.model.case import (
    Case,
    Choice,
    Cost,
    Event,
    Exhibit,
    Extension,
    Note,
    Offer,
    Outcome,
    Purchase,
    Reminder,
    Resolution,
    SentLetter,
)
from complaintkit.model.encounter import Encounter, Promise
from complaintkit.model.entry import Entry, EntryKind
from complaintkit.rules import reading as read
from complaintkit.rules import reading_people as people
from complaintkit.rules.overlay import Current, live


@dataclass(slots=True)
class _Exhibits:
    """Exhibit numbers by the entry they support."""

    by_entry: dict[str, list[int]] = field(default_factory=dict)

    def of(self, entry_id: str) -> tuple[int, ...]:
        return tuple(self.by_entry.get(entry_id, ()))


def replay(entries: Iterable[Entry]) -> Case:
    """Return the case that its entries add up to. The first entry is the opening."""
    standing = live(entries)
    opening = next(line for line in standing if line.entry.kind is EntryKind.OPEN)
    of_kind: dict[EntryKind, list[Current]] = {}
    for line in standing:
        of_kind.setdefault(line.entry.kind, []).append(line)
    exhibits = _exhibits(of_kind.get(EntryKind.EXHIBIT, ()))
    numbers = _Exhibits()
    for exhibit in exhibits:
        for entry_id in exhibit.belongs_to:
            numbers.by_entry.setdefault(entry_id, []).append(exhibit.number)
    extensions = tuple(_extension(line) for line in of_kind.get(EntryKind.EXTENSION, ()))
    return replace(
        opened(opening),
        events=tuple(_event(line, numbers) for line in of_kind.get(EntryKind.EVENT, ())),
        encounters=_encounters(
            of_kind.get(EntryKind.ENCOUNTER, ()),
            of_kind.get(EntryKind.PROMISE, ()),
            numbers,
            extensions,
        ),
        exhibits=exhibits,
        offers=tuple(_offer(line) for line in of_kind.get(EntryKind.OFFER, ())),
        costs=tuple(_cost(line, numbers) for line in of_kind.get(EntryKind.COST, ())),
        notes=tuple(
            Note(seq=line.entry.seq, entry_id=line.entry.id, text=read.text(line.plain, "text"))
            for line in of_kind.get(EntryKind.NOTE, ())
        ),
        letters=tuple(_letter(line, numbers) for line in of_kind.get(EntryKind.LETTER, ())),
        reminders=tuple(_reminder(line) for line in of_kind.get(EntryKind.REMINDER, ())),
        extensions=extensions,
        choices=tuple(_choice(line) for line in of_kind.get(EntryKind.CHOICE, ())),
        outcome=_outcome(standing),
        reopened_on=_reopened_on(of_kind.get(EntryKind.REOPEN, ())),
    )


def value_of(line: Current) -> Encounter | Event | SentLetter | Cost | None:
    """Return the value of a plain entry on its own, without what other entries add to it."""
    alone = _Exhibits()
    if line.entry.kind is EntryKind.ENCOUNTER:
        return _encounters((line,), (), alone)[0]
    if line.entry.kind is EntryKind.EVENT:
        return _event(line, alone)
    if line.entry.kind is EntryKind.LETTER:
        return _letter(line, alone)
    if line.entry.kind is EntryKind.COST:
        return _cost(line, alone)
    return None


def opened(line: Current) -> Case:
    """Return the case as its opening entry, with later details, describes it."""
    plain = line.plain
    wish = read.inner(plain, "resolution")
    return Case(
        id=line.entry.case_id,
        name=read.text(plain, "name"),
        title=read.text(plain, "title"),
        opened_on=read.day(plain, "opened_on") or date.fromisoformat(line.entry.recorded_at[:10]),
        sector=read.text(plain, "sector"),
        country=read.text(plain, "country"),
        region=read.text(plain, "region"),
        sorting=read.text(plain, "sorting"),
        on_behalf_of=people.behalf(read.inner(plain, "on_behalf_of")),
        needs=read.text(plain, "needs"),
        consumer=people.contact(read.inner(plain, "consumer")),
        company=people.company(read.inner(plain, "company")),
        parties=tuple(people.party(row) for row in read.rows(plain, "parties")),
        purchase=_purchase(read.inner(plain, "purchase")),
        particulars=tuple(
            (key, value)
            for key, value in sorted(read.inner(plain, "particulars").items())
            if isinstance(value, str)
        ),
        problem=read.text(plain, "problem"),
        resolution=Resolution(
            want=read.text(wish, "want"),
            amount=read.money(wish, "amount"),
            fallback=read.text(wish, "fallback"),
            floor=read.text(wish, "floor"),
            answer_days=read.whole(wish, "answer_days"),
        ),
        imported_on=read.day(plain, "imported_on"),
    )


def _purchase(fields: read.Fields) -> Purchase | None:
    if not fields:
        return None
    return Purchase(
        what=read.text(fields, "what"),
        reference=read.text(fields, "reference"),
        bought_on=read.day(fields, "bought_on"),
        price=read.money(fields, "price"),
        payment=read.text(fields, "payment"),
        where=read.text(fields, "where"),
    )


def _exhibits(lines: Iterable[Current]) -> tuple[Exhibit, ...]:
    """Merge exhibit entries of one file: attached again, it keeps its number.

    Two files that were given one number at the same moment both stay.
    """
    found: dict[tuple[int, str], Exhibit] = {}
    for line in lines:
        number = read.whole(line.plain, "number") or len(found) + 1
        sha256 = read.text(line.plain, "sha256")
        belongs_to = read.texts(line.plain, "belongs_to")
        if first := found.get((number, sha256)):
            added = tuple(one for one in belongs_to if one not in first.belongs_to)
            found[number, sha256] = replace(first, belongs_to=first.belongs_to + added)
            continue
        found[number, sha256] = Exhibit(
            seq=line.entry.seq,
            entry_id=line.entry.id,
            number=number,
            sha256=sha256,
            name=read.text(line.plain, "name"),
            size=read.whole(line.plain, "size") or 0,
            media_type=read.text(line.plain, "media_type"),
            modified_at=read.text(line.plain, "modified_at"),
            title=read.text(line.plain, "title"),
            origin=read.text(line.plain, "from"),
            got_on=read.day(line.plain, "got_on"),
            belongs_to=belongs_to,
        )
    return tuple(sorted(found.values(), key=lambda one: (one.number, one.seq)))


def _event(line: Current, exhibits: _Exhibits) -> Event:
    return Event(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=_on(line),
        what=read.text(line.plain, "what"),
        kind=read.text(line.plain, "kind") or "other",
        amount=read.money(line.plain, "amount"),
        exhibits=exhibits.of(line.entry.id),
    )


def _encounters(
    lines: Iterable[Current],
    outcomes: Iterable[Current],
    exhibits: _Exhibits,
    extensions: Iterable[Extension] = (),
) -> tuple[Encounter, ...]:
    moved = {(one.entry, one.promise or 1): one.to for one in extensions if one.entry}
    settled: dict[tuple[str, int], Mapping[str, object]] = {}
    for line in outcomes:
        place = read.whole(line.plain, "promise") or 1
        settled[read.text(line.plain, "entry"), place] = line.plain
    made = (
        read.encounter(
            line.plain,
            seq=line.entry.seq,
            entry_id=line.entry.id,
            recorded_at=line.entry.recorded_at,
            exhibits=exhibits.of(line.entry.id),
        )
        for line in lines
    )
    return tuple(
        replace(
            one,
            promises=tuple(
                _settled(
                    promise,
                    settled.get((one.entry_id, promise.index)),
                    moved.get((one.entry_id, promise.index)),
                )
                for promise in one.promises
            ),
        )
        for one in made
    )


def _settled(
    promise: Promise, outcome: Mapping[str, object] | None, moved_to: date | None
) -> Promise:
    promise = replace(promise, moved_to=moved_to) if moved_to else promise
    if outcome is None:
        return promise
    return replace(promise, kept=read.yes_no(outcome, "kept"), kept_on=read.day(outcome, "on"))


def _offer(line: Current) -> Offer:
    return Offer(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=_on(line),
        what=read.text(line.plain, "what"),
        amount=read.money(line.plain, "amount"),
        expires=read.day(line.plain, "expires"),
        full_settlement=read.yes_no(line.plain, "full_settlement"),
        answer=read.text(line.plain, "answer"),
    )


def _cost(line: Current, exhibits: _Exhibits) -> Cost:
    return Cost(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=_on(line),
        what=read.text(line.plain, "what"),
        amount=read.money(line.plain, "amount"),
        minutes=read.whole(line.plain, "minutes"),
        exhibits=exhibits.of(line.entry.id),
    )


def _letter(line: Current, exhibits: _Exhibits) -> SentLetter:
    proofs = exhibits.of(line.entry.id)
    return SentLetter(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        number=read.whole(line.plain, "number") or 1,
        kind=read.text(line.plain, "kind"),
        sent_on=read.day(line.plain, "sent_on") or date.fromisoformat(line.entry.recorded_at[:10]),
        via=read.text(line.plain, "via"),
        answer_by=read.day(line.plain, "answer_by"),
        sha256=read.text(line.plain, "sha256"),
        name=read.text(line.plain, "name"),
        size=read.whole(line.plain, "size") or 0,
        proof=proofs[0] if proofs else None,
        tracking=read.text(line.plain, "tracking"),
    )


def _reminder(line: Current) -> Reminder:
    return Reminder(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=_on(line),
        text=read.text(line.plain, "text"),
        done=read.yes_no(line.plain, "done") is True,
    )


def _extension(line: Current) -> Extension:
    return Extension(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=_on(line),
        to=read.day(line.plain, "to"),
        reason=read.text(line.plain, "reason"),
        before=read.day(line.plain, "before"),
        letter=read.whole(line.plain, "letter"),
        entry=read.text(line.plain, "entry"),
        promise=read.whole(line.plain, "promise") or 0,
        limit=read.text(line.plain, "limit"),
    )


def _choice(line: Current) -> Choice:
    return Choice(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        on=_on(line),
        step=read.text(line.plain, "step"),
        reason=read.text(line.plain, "reason"),
        instead_of=read.text(line.plain, "instead_of"),
    )


def _on(line: Current) -> date:
    """Return the entry's own day; where the log does not say, the day of recording."""
    return read.day(line.plain, "on") or date.fromisoformat(line.entry.recorded_at[:10])


def _reopened_on(lines: Sequence[Current]) -> date | None:
    """Return the day on which the case was opened again last: that of the recording."""
    return date.fromisoformat(lines[-1].entry.recorded_at[:10]) if lines else None


def _outcome(lines: Iterable[Current]) -> Outcome | None:
    outcome = None
    for line in lines:
        if line.entry.kind is EntryKind.REOPEN:
            outcome = None
        if line.entry.kind is EntryKind.CLOSE:
            felt = read.inner(line.plain, "satisfaction")
            signs, ratings = read.inner(line.plain, "signs"), read.inner(line.plain, "ratings")
            outcome = Outcome(
                seq=line.entry.seq,
                closed_on=read.day(line.plain, "closed_on")
                or date.fromisoformat(line.entry.recorded_at[:10]),
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
