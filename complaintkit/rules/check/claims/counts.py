"""How often does a letter say that somebody was in touch, and does the log agree?

People count in many ways: with or without calls that reached nobody, by calls or by days, with
letters or without. A number that any of these ways gives is true here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from complaintkit.model.case import SentLetter
from complaintkit.model.encounter import Channel, Direction, Encounter
from complaintkit.model.review import Remark
from complaintkit.rules.check.claims.anchor import Held, Said
from complaintkit.rules.check.claims.days import written_like
from complaintkit.rules.check.claims.numbers import number_like, number_of
from complaintkit.rules.check.claims.record import Record
from complaintkit.rules.check.claims.told import numbered, what_of
from complaintkit.rules.check.claims.words import hedge_of
from complaintkit.rules.letter_rows import raises
from complaintkit.rules.sentences import plain_date
from complaintkit.rules.words import plain_word

_WRITTEN = (
    Channel.EMAIL,
    Channel.LETTER,
    Channel.CHAT,
    Channel.WEB_FORM,
    Channel.SMS,
    Channel.SOCIAL,
)
_WAYS: dict[str, tuple[tuple[Channel, ...], ...]] = {
    "called": ((Channel.PHONE,),),
    "wrote": (_WRITTEN, (Channel.EMAIL,), (Channel.LETTER,), (Channel.EMAIL, Channel.LETTER)),
    "visited": ((Channel.VISIT,),),
    "chatted": ((Channel.CHAT,),),
    "spoke": ((Channel.PHONE, Channel.VISIT, Channel.CHAT), (Channel.PHONE,)),
    "touch": (tuple(Channel),),
}
_MOST_FOR_ONE = 2
"""People to whom one call is passed on, though the log names the last alone."""
_BY_LETTER = ("wrote", "touch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number of contacts as a letter claims it."""

    start: int
    end: int
    number: int
    way: str
    is_theirs: bool
    since: date | None
    is_part: bool
    is_perfect: bool


def count_remarks(held: Held) -> Iterator[Remark]:
    """Yield a remark for each number of contacts that no way of counting gives."""
    for said in held.statements:
        for counted in _counted(held, said):
            remark = _remark(held, said, counted)
            if remark:
                yield remark
        yield from _people(held, said)


def _counted(held: Held, said: Said) -> Iterator[Counted]:
    gates = held.words.gates
    for name, gate in (("verbs", "times"), ("turned", "times"), ("nouns", "nouns")):
        if said.where.is_row or said.words.isdisjoint(gates[gate]):
            continue
        for first in held.words.counting[name].finditer(said.text):
            match = _nearest(held, said, name, first)
            number = number_of(match["number"])
            if number is not None and not _is_of_others(held, said, match):
                yield _claim(held, said, match, number)


def _nearest(held: Held, said: Said, name: str, match: re.Match[str]) -> re.Match[str]:
    """Return the last match before the same number: “I phoned, I have written twice”."""
    later = held.words.counting[name].search(said.text, match.start() + 1)
    while later and later.start("count") == match.start("count"):
        match = later
        later = held.words.counting[name].search(said.text, match.start() + 1)
    return match


def _is_of_others(held: Held, said: Said, match: re.Match[str]) -> bool:
    """Whether others than the company were called, or more times than those told before."""
    words = match[0][: match.start("count") - match.start()]
    if held.words.more["further"].search(f"{words} {said.text[match.start('count') :][:30]}"):
        return True
    company = {plain_word(word) for word in held.record.case.company.name.split()}
    named = [plain_word(word) for word in re.findall(r"[^\W\d_]+", words)[1:] if word[0].isupper()]
    return bool(held.words.more["others"].search(words)) or any(
        word not in company and word not in held.words.no_names for word in named
    )


def _claim(held: Held, said: Said, match: re.Match[str], number: int) -> Counted:
    way = next(way for way in _WAYS if match.groupdict().get(way))
    who = (match.groupdict().get("who") or "").casefold()
    after = re.split(r"[,.;:–(]", said.text[match.end("count") :], maxsplit=1)[0]
    clause = said.text[match.start() : match.end("count")] + after
    start, end = (said.where.start + place for place in match.span("count"))
    last = said.where.start + match.end("count") + len(after)
    since = _since(held, said)
    people = any(
        one.start < last and one.end > said.where.start + match.start() for one in said.people
    )
    is_dated = any(one.start < last for one in said.days)
    return Counted(
        start=start,
        end=end,
        number=number,
        way=way,
        is_theirs=who == "you",
        since=since,
        is_part=people
        or (is_dated and since is None)
        or bool(held.words.more["part"].search(clause)),
        is_perfect=bool(re.search(r"\bha(?:ve|d)\b|['’](?:ve|d)\b", match[0])),
    )


def _since(held: Held, said: Said) -> date | None:
    """Return the day from which a statement counts."""
    for day in said.days:
        before = held.letter.text[max(said.where.start, day.start - 8) : day.start]
        if re.search(r"\bsince\s+$", before, re.IGNORECASE):
            past = [one for one in day.days if one <= held.record.today]
            return max(past, default=None)
    return None


def _people(held: Held, said: Said) -> Iterator[Remark]:
    """Yield a remark where more people are counted than contacts that reached somebody."""
    if said.words.isdisjoint(held.words.gates["people"]):
        return
    for match in held.words.counting["people"].finditer(said.text):
        number = number_of(match["number"]) or 0
        reached = [met for met in held.record.case.encounters if met.reached]
        start, end = (said.where.start + place for place in match.span("number"))
        if number <= _MOST_FOR_ONE * len(reached) or not reached:
            continue
        known = held.record.numbered(reached[-1].seq)
        reason = held.words.reasons["people"].format(
            number=len(reached),
            entries=numbered([one.seq for one in reached]),
            said=match["number"],
        )
        new = number_like(match["number"], len(reached))
        yield held.contradicted(start, end, reason, new, known)


def _remark(held: Held, said: Said, counted: Counted) -> Remark | None:
    rows = _rows(held.record, counted)
    ways = _ways_to_count(rows, counted)
    all_rows = _rows(held.record, counted, whole=True)
    whole = _ways_to_count(all_rows, counted)
    if not whole or counted.number in ways:
        return None
    if hedge_fits(held, counted.start, counted.end, counted.number, ways):
        return None
    is_whole = counted.is_perfect and not counted.is_part
    if counted.number <= max(ways, default=0) and not is_whole:
        return None
    if counted.since and counted.number in whole:
        return _since_when(held, said, all_rows)
    return _wrong(held, counted, rows)


def _since_when(held: Held, said: Said, rows: Sequence[Encounter | SentLetter]) -> Remark | None:
    """Return the remark on the day since when all contacts are said to have been."""
    named = next(one for one in said.days if _since(held, said) in one.days)
    first = next((row for row in rows if raises(row)), rows[0])
    if _day(first) in named.days:
        return None
    known = held.record.numbered(first.seq)
    reason = held.words.reasons["day"].format(
        what=what_of(held.words, known),
        known=plain_date(_day(first)),
        entry=known.seq,
        said=plain_date(named.days[0]),
    )
    new = written_like(held.letter.text, named, _day(first))
    return held.contradicted(named.start, named.end, reason, new, known)


def hedge_fits(held: Held, start: int, end: int, number: int, ways: Iterable[int]) -> bool:
    """Whether a number with “at least”, “about” or “over” before it fits one of the log."""
    known = set(ways)
    hedge = hedge_of(held.words, held.letter.text, start, end)
    if not hedge or not known:
        return False
    least, most = min(known), max(known)
    return {
        "least": most >= number,
        "over": most >= number,
        "about": any(abs(one - number) <= max(1, number // 4) for one in known),
        "under": least <= number,
        "most": least <= number,
    }[hedge]


def _wrong(held: Held, counted: Counted, rows: Sequence[Encounter | SentLetter]) -> Remark | None:
    plain = [row for row in rows if _is_plain(row, counted)] or list(rows)
    if not plain:
        return None
    quote, _ = held.quote(counted.start, counted.end)
    new = _times(quote, len(plain))
    known = held.record.numbered(plain[-1].seq)
    since = (
        held.words.reasons["since"].format(day=plain_date(counted.since)) if counted.since else ""
    )
    reason = held.words.reasons["count"].format(
        what=_what(held, counted, len(plain)),
        entries=numbered([row.seq for row in plain]),
        since=since,
        said=" ".join(quote.split()),
    )
    return held.contradicted(counted.start, counted.end, reason, new, known)


def _times(quote: str, number: int) -> str:
    first, _, rest = quote.partition(" ")
    if first.casefold() in ("once", "twice", "thrice"):
        return number_like(first, number)
    if rest.casefold().startswith(("time", "occasion")) and number in (1, 2):
        return "once" if number == 1 else "twice"
    return quote.replace(first, number_like(first, number), 1)


def _what(held: Held, counted: Counted, number: int) -> str:
    name = held.words.names[f"count-{counted.way}"]
    one, many = name.split("|")
    return f"{number} {one if number == 1 else many}"


def _rows(record: Record, counted: Counted, *, whole: bool = False) -> list[Encounter | SentLetter]:
    """Return the contacts that can be counted, in their order; letters where they are meant."""
    channels = {channel for group in _WAYS[counted.way] for channel in group}
    rows: list[Encounter | SentLetter] = [
        met
        for met in record.case.encounters
        if met.channel in channels and (met.direction is Direction.IN or not counted.is_theirs)
    ]
    if counted.way in _BY_LETTER and not counted.is_theirs:
        rows += record.case.letters
    if counted.way == "visited":
        rows += [sent for sent in record.case.letters if sent.via == "hand"]
    if counted.since and not whole:
        rows = [row for row in rows if _day(row) >= counted.since]
    return sorted(rows, key=lambda row: (_day(row), row.seq))


def _ways_to_count(rows: Sequence[Encounter | SentLetter], counted: Counted) -> set[int]:
    """Return every number that a person could count."""
    letters = [row for row in rows if isinstance(row, SentLetter)]
    met = [row for row in rows if isinstance(row, Encounter)]
    found = {len(letters)} if letters and counted.way == "wrote" else set[int]()
    for channels, out, reached in product(_WAYS[counted.way], (True, False), (True, False)):
        some = [
            row
            for row in met
            if row.channel in channels
            and (counted.is_theirs or not out or row.direction is Direction.OUT)
            and (row.reached or not reached)
        ]
        days = len({row.moment.on for row in some}) if out else len(some)
        for more in (0, len(letters)):
            found |= {len(some) + more, days + more}
    return found


def _is_plain(row: Encounter | SentLetter, counted: Counted) -> bool:
    """Whether a contact is one of those that most people would count."""
    if isinstance(row, SentLetter):
        return counted.way != "visited"
    is_begun = counted.is_theirs or row.direction is Direction.OUT
    return is_begun and (row.reached or counted.way == "called")


def _day(row: Encounter | SentLetter) -> date:
    return row.sent_on if isinstance(row, SentLetter) else row.moment.on
