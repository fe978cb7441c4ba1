"""What does the case look like now? The fold of its entries, in the order of `seq`.

Nothing here depends on today.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from complaintkit.model.case import (
    Case,
    Cost,
    Event,
    Exhibit,
    Extension,
    Note,
    Purchase,
    Resolution,
    SentLetter,
)
from complaintkit.model.encounter import Encounter, Promise
from complaintkit.model.entry import Entry, EntryKind
from complaintkit.rules import entry_values
from complaintkit.rules import reading as read
from complaintkit.rules import reading_people as people
from complaintkit.rules.overlay import Current, live
from complaintkit.rules.regions import region_of


def replay(entries: Iterable[Entry]) -> Case:
    """Return the case that its entries add up to. The first entry is the opening."""
    standing = live(entries)
    opening = next(line for line in standing if line.entry.kind is EntryKind.OPEN)
    of_kind: dict[EntryKind, list[Current]] = {}
    for line in standing:
        of_kind.setdefault(line.entry.kind, []).append(line)
    exhibits = _exhibits(of_kind.get(EntryKind.EXHIBIT, ()))
    numbers = entry_values.ExhibitNumbers()
    for exhibit in exhibits:
        for entry_id in exhibit.belongs_to:
            numbers.by_entry.setdefault(entry_id, []).append(exhibit.number)
    extensions = tuple(
        entry_values.extension(line) for line in of_kind.get(EntryKind.EXTENSION, ())
    )
    return replace(
        opened(opening),
        events=tuple(
            entry_values.event(line, numbers) for line in of_kind.get(EntryKind.EVENT, ())
        ),
        encounters=_encounters(
            of_kind.get(EntryKind.ENCOUNTER, ()),
            of_kind.get(EntryKind.PROMISE, ()),
            numbers,
            extensions,
        ),
        exhibits=exhibits,
        offers=tuple(entry_values.offer(line) for line in of_kind.get(EntryKind.OFFER, ())),
        costs=tuple(entry_values.cost(line, numbers) for line in of_kind.get(EntryKind.COST, ())),
        notes=tuple(
            Note(seq=line.entry.seq, entry_id=line.entry.id, text=read.text(line.plain, "text"))
            for line in of_kind.get(EntryKind.NOTE, ())
        ),
        letters=tuple(
            entry_values.letter(line, numbers) for line in of_kind.get(EntryKind.LETTER, ())
        ),
        reminders=tuple(
            entry_values.reminder(line) for line in of_kind.get(EntryKind.REMINDER, ())
        ),
        extensions=extensions,
        choices=tuple(entry_values.choice(line) for line in of_kind.get(EntryKind.CHOICE, ())),
        outcome=entry_values.outcome(standing),
        reopened_on=entry_values.reopened_on(of_kind.get(EntryKind.REOPEN, ())),
    )


def value_of(line: Current) -> Encounter | Event | SentLetter | Cost | None:
    """Return the value of a plain entry on its own, without what other entries add to it."""
    alone = entry_values.ExhibitNumbers()
    if line.entry.kind is EntryKind.ENCOUNTER:
        return _encounters((line,), (), alone)[0]
    if line.entry.kind is EntryKind.EVENT:
        return entry_values.event(line, alone)
    if line.entry.kind is EntryKind.LETTER:
        return entry_values.letter(line, alone)
    if line.entry.kind is EntryKind.COST:
        return entry_values.cost(line, alone)
    return None


def opened(line: Current) -> Case:
    """Return the case as its opening entry, with later details, describes it."""
    plain = line.plain
    wish = read.inner(plain, "resolution")
    return Case(
        id=line.entry.case_id,
        name=read.text(plain, "name"),
        title=read.text(plain, "title"),
        opened_on=entry_values.day_of(line, "opened_on"),
        sector=read.text(plain, "sector"),
        country=read.text(plain, "country"),
        region=region_of(read.text(plain, "region"), read.text(plain, "country")),
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
            taken_at=read.text(line.plain, "taken_at"),
            title=read.text(line.plain, "title"),
            origin=read.text(line.plain, "from"),
            got_on=read.day(line.plain, "got_on"),
            belongs_to=belongs_to,
        )
    return tuple(sorted(found.values(), key=lambda one: (one.number, one.seq)))


def _encounters(
    lines: Iterable[Current],
    outcomes: Iterable[Current],
    exhibits: entry_values.ExhibitNumbers,
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
