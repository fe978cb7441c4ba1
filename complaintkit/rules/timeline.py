"""What happened, in the order in which it happened?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from complaintkit.model.entry import Entry, EntryKind
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.timeline import TimelineLine
from complaintkit.rules import reading as read
from complaintkit.rules.moments import moment_of, shows
from complaintkit.rules.overlay import Current, live


@dataclass(slots=True)
class _Around:
    """What other entries add to a line: exhibit numbers, promise outcomes, who promised."""

    exhibits: dict[str, list[int]] = field(default_factory=dict)
    outcomes: dict[tuple[str, int], Current] = field(default_factory=dict)
    by_id: dict[str, Current] = field(default_factory=dict)


def timeline(entries: Iterable[Entry]) -> tuple[TimelineLine, ...]:
    """Return a line for each entry that stands, oldest first.

    Works on a whole case, or on some entries together with those that correct or
    support them.
    """
    standing = live(entries)
    around = _Around(by_id={line.entry.id: line for line in standing})
    for line in standing:
        if line.entry.kind is EntryKind.EXHIBIT:
            number = read.whole(line.plain, "number") or 0
            for target in read.texts(line.plain, "belongs_to"):
                around.exhibits.setdefault(target, []).append(number)
        if line.entry.kind is EntryKind.PROMISE:
            place = read.whole(line.plain, "promise") or 1
            around.outcomes[read.text(line.plain, "entry"), place] = line
    told = [_line(line, around) for line in standing if shows(line)]
    return tuple(sorted(told, key=lambda line: (line.moment.sort_key, line.seq)))


def _line(line: Current, around: _Around) -> TimelineLine:
    moment = moment_of(line)
    kind = line.entry.kind
    way, who = _way_and_who(line)
    return TimelineLine(
        seq=line.entry.seq,
        entry_id=line.entry.id,
        kind=kind,
        moment=moment,
        way=way,
        who=who,
        what=tuple(part for part in _TELL[kind](line, around) if part),
        reference=read.text(line.plain, "reference") if kind is EntryKind.ENCOUNTER else "",
        exhibits=tuple(sorted(around.exhibits.get(line.entry.id, ()))),
        corrected_by=line.corrected_by,
        days_later=_days_later(line, moment),
        private=kind in (EntryKind.NOTE, EntryKind.REMINDER),
        imported_on=read.day(line.plain, "imported_on"),
    )


def amended(line: TimelineLine) -> str:
    """Return what later entries did to this one: “corrected by #3”, or ""."""
    if not line.corrected_by:
        return ""
    numbers = ", ".join(f"#{number}" for number in line.corrected_by)
    how = "details added in" if line.kind is EntryKind.OPEN else "corrected by"
    return f"{how} {numbers}"


def _days_later(line: Current, moment: Moment) -> int:
    is_met = line.entry.kind is EntryKind.ENCOUNTER
    bears_its_own_date = "imported_on" in line.plain or "text" in line.plain
    if not is_met or moment.precision is Precision.MONTH or bears_its_own_date:
        return 0
    written = datetime.fromisoformat(line.entry.recorded_at).replace(tzinfo=None)
    here = written + (moment.offset or datetime.resolution * 0)
    return max(0, (here.date() - moment.on).days)


def _way_and_who(line: Current) -> tuple[str, str]:
    plain = line.plain
    if line.entry.kind is EntryKind.LETTER:
        return "out", f"letter by {read.text(plain, 'via')}".removesuffix(" by ")
    if line.entry.kind is EntryKind.OFFER:
        return "in", "offer"
    if line.entry.kind is not EntryKind.ENCOUNTER:
        return "", _WHO.get(line.entry.kind, str(line.entry.kind))
    way = "in" if read.text(plain, "direction") == "in" else "out"
    channel = read.text(plain, "medium") or read.text(plain, "channel")
    person = read.inner(plain, "with")
    named = ", ".join(filter(None, (read.text(person, "name"), read.text(person, "role"))))
    return way, f"{channel}, {named}" if named else channel


def money_text(plain: Mapping[str, object], key: str = "amount") -> str:
    """Return an amount as the log keeps it: `84.20 USD`."""
    money = read.money(plain, key)
    return f"{money.amount} {money.currency}".strip() if money else ""


def _day_text(plain: Mapping[str, object], key: str) -> str:
    """Return a date as `2 Apr 2026`; what is no date stays as it was written."""
    day = read.day(plain, key)
    return f"{day.day} {day:%b %Y}" if day else read.text(plain, key)


def _opened(line: Current, _: _Around) -> list[str]:
    plain = line.plain
    company = read.text(read.inner(plain, "company"), "name")
    return [f"With {company}.", read.text(plain, "problem")]


def _encounter(line: Current, around: _Around) -> list[str]:
    plain = line.plain
    told = []
    if read.yes_no(plain, "reached") is False:
        told.append("Nobody was reached.")
    subject = read.text(plain, "subject")
    told.append(f"Subject: {subject}" if subject else "")
    told.append(read.text(plain, "said"))
    quote = read.text(plain, "quote")
    told.append(f"“{quote}”" if quote else "")
    for place, promise in enumerate(read.rows(plain, "promised"), start=1):
        by = _day_text(promise, "by")
        made = f"Promised: {read.text(promise, 'what')}" + (f", by {by}" if by else "")
        told.append(made + _kept(around.outcomes.get((line.entry.id, place))))
    if read.yes_no(plain, "skipped"):
        told.append("(The clocks left out this hour; it is kept as written.)")
    return told


def _kept(outcome: Current | None) -> str:
    if outcome is None:
        return ""
    on = _day_text(outcome.plain, "on")
    word = "kept" if read.yes_no(outcome.plain, "kept") else "not kept"
    return f" ({word}{', ' + on if on else ''})"


def _event(line: Current, _: _Around) -> list[str]:
    amount = money_text(line.plain)
    return [read.text(line.plain, "what") + (f" ({amount})" if amount else "")]


def _offer(line: Current, around: _Around) -> list[str]:
    plain = line.plain
    expires, answer = _day_text(plain, "expires"), read.text(plain, "answer")
    return [
        *_event(line, around),
        f"Open until {expires}." if expires else "",
        "Offered in full settlement." if read.yes_no(plain, "full_settlement") else "",
        f"Answer: {answer}." if answer else "",
    ]


def _cost(line: Current, around: _Around) -> list[str]:
    minutes = read.text(line.plain, "minutes")
    return [*_event(line, around), f"{minutes} minutes" if minutes else ""]


def _letter(line: Current, _: _Around) -> list[str]:
    plain = line.plain
    answer_by, tracking = _day_text(plain, "answer_by"), read.text(plain, "tracking")
    return [
        f"Letter {read.text(plain, 'number')} ({read.text(plain, 'kind')}) sent.",
        f"Tracking number {tracking}." if tracking else "",
        f"Answer asked by {answer_by}." if answer_by else "",
    ]


def _exhibit(line: Current, _: _Around) -> list[str]:
    plain = line.plain
    title = read.text(plain, "title") or read.text(plain, "name")
    return [f"Exhibit {read.text(plain, 'number')}: {title}"]


def _promise(line: Current, around: _Around) -> list[str]:
    made = around.by_id.get(read.text(line.plain, "entry"))
    place = (read.whole(line.plain, "promise") or 1) - 1
    promises = read.rows(made.plain, "promised") if made else ()
    what = read.text(promises[place], "what") if 0 <= place < len(promises) else "a promise"
    return [f"{'Kept' if read.yes_no(line.plain, 'kept') else 'Not kept'}: {what}"]


def _note(line: Current, _: _Around) -> list[str]:
    return [read.text(line.plain, "text")]


def _closed(line: Current, _: _Around) -> list[str]:
    amount = money_text(line.plain)
    result = read.text(line.plain, "result")
    moved = read.text(line.plain, "moved_by")
    return [
        f"Case closed: {result}{', ' + amount if amount else ''}.",
        f"What moved it: {moved}" if moved else "",
        *_how_it_went(line.plain),
    ]


def _how_it_went(plain: Mapping[str, object]) -> list[str]:
    """Return the private answers at closing: signs of service, ratings and satisfaction."""
    signs, ratings = read.inner(plain, "signs"), read.inner(plain, "ratings")
    felt = read.inner(plain, "satisfaction")
    answers = [f"{told} {said}" for key, told in _SIGNS.items() if (said := read.text(signs, key))]
    marks = [f"{key} {said}" for key in _RATINGS if (said := read.text(ratings, key))]
    content = [f"{said} {told}" for key, told in _FELT.items() if (said := read.text(felt, key))]
    return [
        f"How it went: {', '.join(answers)}." if answers else "",
        f"Rated out of 5: {', '.join(marks)}." if marks else "",
        f"Content, out of 5: {', '.join(content)}." if content else "",
    ]


def _reopened(line: Current, _: _Around) -> list[str]:
    return ["Case reopened.", read.text(line.plain, "reason")]


def _reminder(line: Current, _: _Around) -> list[str]:
    done = " (done)" if read.yes_no(line.plain, "done") else ""
    return [f"For {_day_text(line.plain, 'on')}: {read.text(line.plain, 'text')}{done}"]


def _extension(line: Current, around: _Around) -> list[str]:
    before = _day_text(line.plain, "before")
    if not read.text(line.plain, "to"):
        return [f"{_moved(line, around)} is set aside.", read.text(line.plain, "reason")]
    moved = f" (before: {before})" if before else ""
    return [
        f"{_moved(line, around)} is moved to {_day_text(line.plain, 'to')}{moved}.",
        read.text(line.plain, "reason"),
    ]


def _moved(line: Current, around: _Around) -> str:
    if letter := read.text(line.plain, "letter"):
        return f"The answer-by date of letter {letter}"
    if made := around.by_id.get(read.text(line.plain, "entry")):
        return f"A date promised in #{made.entry.seq}"
    if limit := read.text(line.plain, "limit"):
        return f"The limit “{limit}”"
    return "A promised date"  # its entry is taken back, or not among those to be told


def _choice(line: Current, _: _Around) -> list[str]:
    instead = read.text(line.plain, "instead_of")
    return [
        f"Step taken: {read.text(line.plain, 'step')}"
        + (f", instead of {instead}." if instead else "."),
        read.text(line.plain, "reason"),
    ]


_SIGNS = {"fair": "treated fairly", "heard": "listened to", "addressed": "dealt with"}
_RATINGS = ("integrity", "honesty", "manner")
_FELT = {"before": "at first", "after": "at the end"}

_WHO = {
    EntryKind.OPEN: "case opened",
    EntryKind.CLOSE: "case closed",
    EntryKind.REOPEN: "case reopened",
    EntryKind.EVENT: "dated fact",
    EntryKind.EXTENSION: "date moved",
    EntryKind.CHOICE: "own choice",
}

_TELL: dict[EntryKind, Callable[[Current, _Around], list[str]]] = {
    EntryKind.OPEN: _opened,
    EntryKind.ENCOUNTER: _encounter,
    EntryKind.EVENT: _event,
    EntryKind.OFFER: _offer,
    EntryKind.COST: _cost,
    EntryKind.LETTER: _letter,
    EntryKind.EXHIBIT: _exhibit,
    EntryKind.PROMISE: _promise,
    EntryKind.NOTE: _note,
    EntryKind.CLOSE: _closed,
    EntryKind.REOPEN: _reopened,
    EntryKind.REMINDER: _reminder,
    EntryKind.EXTENSION: _extension,
    EntryKind.CHOICE: _choice,
}
