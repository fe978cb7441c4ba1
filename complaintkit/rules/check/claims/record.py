"""What does the log know that a letter may speak of, and which entry knows it?"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from complaintkit.model.case import Case, SentLetter
from complaintkit.model.encounter import Encounter
from complaintkit.rules.amounts import day_first_in
from complaintkit.rules.check.claims.days import Named, days_in, likely
from complaintkit.rules.check.claims.entries import Drafted, Source, drafted
from complaintkit.rules.check.claims.money import Sum, sums_in
from complaintkit.rules.check.claims.words import STEM, ClaimsWords
from complaintkit.rules.letter_rows import raises
from complaintkit.rules.words import plain_word

SHORT = 4  # letters of a word too common to tell two entries apart
_WORD = r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """One entry as a letter can speak of it.

    `on` is its day, known to `slack` days or by its month alone; `until` the days that it sets (a
    promise, an offer, a letter), `told` the days named in its words. `stems` are the beginnings of
    its telling words.
    """

    seq: int
    kind: str
    source: Source
    on: date | None = None
    is_month: bool = False
    slack: int = 0
    until: tuple[date, ...] = ()
    told: frozenset[date] = frozenset()
    sums: frozenset[Decimal] = frozenset()
    name: str = ""
    role: str = ""
    reference: str = ""
    stems: frozenset[str] = frozenset()
    texts: tuple[str, ...] = ()
    exhibits: tuple[int, ...] = ()

    @property
    def days(self) -> frozenset[date]:
        """Every day that the entry knows."""
        own = (self.on,) if self.on else ()
        return self.told.union(own, self.until)

    def is_on(self, day: date) -> bool:
        """Whether the entry is of that day; where only its month is known, of that month."""
        if self.on is None:
            return False
        if self.is_month:
            return (self.on.year, self.on.month) == (day.year, day.month)
        return abs((self.on - day).days) <= self.slack


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The words of all entries, one after the other, and the days and sums in them.

    `begins` says where each text begins, `owners` of which entry it is.
    """

    text: str
    begins: tuple[int, ...]
    owners: tuple[int, ...]
    facts: tuple[Named | Sum, ...]

    def owner_at(self, place: int) -> int:
        """Return the number of the entry whose words stand there."""
        return self.owners[bisect_right(self.begins, place) - 1]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Record:
    """All that the log knows. What is private is known here too, and never told.

    `staff` leads from each part of a name to the entries in which that person spoke.
    `words` are all words of the log, `others` those that are no name of `staff`; `rarity` says
    how few entries share a stem (0 to 1).
    """

    case: Case
    today: date
    entries: tuple[Known, ...]
    days: frozenset[date]
    sums: frozenset[Decimal]
    staff: dict[str, tuple[Known, ...]]
    words: frozenset[str]
    others: frozenset[str]
    rarity: dict[str, float]
    told: Told
    day_first: bool | None = None

    def of_kind(self, *kinds: str) -> tuple[Known, ...]:
        """Return the entries of some kinds, in the order of the log."""
        return tuple(one for one in self.entries if one.kind in kinds)

    def knows(self, days: Iterable[date]) -> bool:
        """Whether any entry has, sets or names one of these days."""
        return any(day in self.days for day in days) or any(
            one.is_on(day) for one in self.entries if one.is_month or one.slack for day in days
        )

    def numbered(self, seq: int) -> Known:
        """Return the entry of that number; it has to be there."""
        return next(one for one in self.entries if one.seq == seq)


def is_raised(known: Known) -> bool:
    """Whether an entry is a contact in which the person put the matter to somebody."""
    return isinstance(known.source, (Encounter, SentLetter)) and raises(known.source)


def record_of(case: Case, words: ClaimsWords, *, today: date) -> Record:
    """Return what a case knows on that day."""
    country = case.country or case.company.country
    day_first = day_first_in(country)
    drafts = [*drafted(case)]
    told = _told(drafts, today=today, day_first=day_first)
    entries = tuple(_known(drafts, told, words, _exhibits(case), today))
    private = [*(note.text for note in case.notes), case.resolution.floor]
    private += [reminder.text for reminder in case.reminders]
    private += [exhibit.title for exhibit in case.exhibits]
    quiet = "\n".join(private)
    days = {day for one in entries for day in one.days}
    days.update(
        day
        for named in days_in(quiet, today=today, day_first=day_first)
        for day in likely(named, today)
    )
    days.update(_other_days(case))
    sums = {one for known in entries for one in known.sums}
    sums.update(one for found in sums_in(quiet) for one in found.amounts)
    shared = Counter(stem for one in entries for stem in one.stems)
    staff = _staff(entries, words.titles)
    known_words = frozenset(_all_words(case, entries))
    return Record(
        case=case,
        today=today,
        entries=entries,
        days=frozenset(days),
        sums=frozenset(sums),
        staff=staff,
        words=known_words,
        others=known_words.difference(staff),
        rarity={stem: 1 / count for stem, count in shared.items()},
        told=told,
        day_first=day_first,
    )


def plain_number(reference: str) -> str:
    """Return a reference without the marks that people leave out: “RET-7719” is “ret7719”."""
    return "".join(filter(str.isalnum, reference)).casefold()


def stems_of(text: str, common: frozenset[str]) -> frozenset[str]:
    """Return the beginnings of the telling words of a text."""
    return stems_among(_word().findall(text.casefold()), common)


def stems_among(words: Iterable[str], common: frozenset[str]) -> frozenset[str]:
    """Return the beginnings of those words, in small letters, that tell something."""
    stems = [word[:STEM] for word in words if len(word) >= SHORT and not word[0].isdigit()]
    return frozenset(stems).difference(common)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(_WORD)


def name_parts(name: str, titles: frozenset[str]) -> tuple[str, ...]:
    """Return the parts of a person's name, plain, without title and initials."""
    words = (plain_word(word) for word in _word().findall(name))
    return tuple(word for word in words if len(word) > 1 and word not in titles)


def _staff(entries: Iterable[Known], titles: frozenset[str]) -> dict[str, tuple[Known, ...]]:
    found: dict[str, tuple[Known, ...]] = {}
    for one in entries:
        for part in name_parts(one.name, titles):
            found[part] = (*found.get(part, ()), one)
    return found


def _told(drafts: list[Drafted], *, today: date, day_first: bool | None) -> Told:
    """Read the days and sums in the words of all entries at once, which costs least."""
    texts = [(draft.seq, text) for draft in drafts for text in draft.texts if text.strip()]
    begins, length = [], 0
    for _, text in texts:
        begins.append(length)
        length += len(text) + 2
    joined = "\n\n".join(text for _, text in texts)
    days = days_in(joined, today=today, day_first=day_first)
    return Told(
        text=joined,
        begins=tuple(begins),
        owners=tuple(seq for seq, _ in texts),
        facts=(*days, *sums_in(joined)),
    )


def _exhibits(case: Case) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the exhibits by the id of each entry that they belong to."""
    found: dict[str, tuple[int, ...]] = {}
    for exhibit in case.exhibits:
        for entry_id in exhibit.belongs_to:
            found[entry_id] = (*found.get(entry_id, ()), exhibit.number)
    return found


def _known(
    drafts: list[Drafted],
    told: Told,
    words: ClaimsWords,
    exhibits: Mapping[str, tuple[int, ...]],
    today: date,
) -> Iterator[Known]:
    days: dict[int, set[date]] = {}
    sums: dict[int, set[Decimal]] = {}
    for fact in told.facts:
        owner = told.owner_at(fact.start)
        if isinstance(fact, Named):
            days.setdefault(owner, set()).update(likely(fact, today))
        else:
            sums.setdefault(owner, set()).update(fact.amounts)
    for draft in drafts:
        texts = tuple(text for text in draft.texts if text.strip())
        own = {money.amount for money in draft.sums if money}
        yield Known(
            seq=draft.seq,
            kind=draft.kind,
            source=draft.source,
            on=draft.on,
            is_month=draft.is_month,
            slack=draft.slack,
            until=tuple(dict.fromkeys(day for day in draft.until if day)),
            told=frozenset(filter(None, (*days.get(draft.seq, ()), *draft.told))),
            sums=frozenset(own | sums.get(draft.seq, set())),
            name=draft.name,
            role=draft.role,
            reference=draft.reference,
            stems=stems_of(" ".join((*texts, draft.role)), words.common),
            texts=texts,
            exhibits=tuple(sorted({*draft.exhibits, *exhibits.get(draft.entry_id, ())})),
        )


def _other_days(case: Case) -> Iterator[date]:
    """Yield days of the log that no letter tells, and that are no mistake where one does."""
    more: list[date | None] = [case.opened_on, case.imported_on, case.reopened_on]
    more += [exhibit.got_on for exhibit in case.exhibits]
    more += [day for moved in case.extensions for day in (moved.on, moved.to, moved.before)]
    more += [chosen.on for chosen in case.choices]
    more += [reminder.on for reminder in case.reminders]
    more += [case.outcome.closed_on if case.outcome else None]
    yield from filter(None, more)


def _all_words(case: Case, entries: Iterable[Known]) -> Iterator[str]:
    """Yield every word of the log, plain: no name among them is unknown to it."""
    company, person = case.company, case.consumer
    held = [company.name, *company.address, case.problem, case.title]
    if company.head:
        held += [company.head.name, company.head.title]
    if person:
        held += [person.name, *person.address]
    if case.on_behalf_of:
        held += [case.on_behalf_of.name]
    for party in case.parties:
        held += [party.name, party.role, *party.address]
    for exhibit in case.exhibits:
        held += [exhibit.title, exhibit.name, exhibit.origin]
    held += [note.text for note in case.notes]
    for one in entries:
        held += [*one.texts, one.name, one.role]
    yield from (plain_word(word) for word in _word().findall("\n".join(held)))
