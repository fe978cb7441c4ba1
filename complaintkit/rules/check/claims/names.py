"""Which people does a letter name that the log knows by another name, or on another day?"""

import re
from collections.abc import Iterator

from complaintkit.model.review import Remark
from complaintkit.rules.check.claims.anchor import Held, Said, is_another, score, scored
from complaintkit.rules.check.claims.days import Named
from complaintkit.rules.check.claims.framed import other_day
from complaintkit.rules.check.claims.people import Mention, is_near
from complaintkit.rules.check.claims.record import Known, name_parts

_STRONG = 5.0


def name_remarks(held: Held) -> Iterator[Remark]:
    """Yield a remark for each person of the company whom the log names otherwise."""
    for said in held.statements:
        for person in said.people:
            remark = _misspelt(held, said, person) or (
                _misplaced(held, said, person) if person.entries else _stranger(held, said, person)
            )
            if remark:
                yield remark


def _misspelt(held: Held, said: Said, person: Mention) -> Remark | None:
    """Return the remark on a name that is nearly one of the log: on the word that differs."""
    titles = held.words.titles
    for word in re.finditer(r"\S+", held.letter.text[person.start : person.end]):
        parts = name_parts(word[0], titles)
        if not parts or parts[0] in held.record.words:
            continue
        near = [
            (score(said, one, held.record), one, right)
            for one in person.entries or held.record.of_kind("contact")
            for right in one.name.split()
            if name_parts(right, titles) and is_near(parts[0], name_parts(right, titles)[0])
        ]
        if near:
            _, known, right = max(near, key=lambda pair: pair[0])
            start, end = person.start + word.start(), person.start + word.end()
            reason = held.words.reasons["name"].format(
                known=known.name, entry=known.seq, said=word[0]
            )
            return held.contradicted(start, end, reason, right, known)
    return None


def _stranger(held: Held, said: Said, person: Mention) -> Remark | None:
    """Return the remark on an unknown name in a statement that speaks of a known contact."""
    if is_another(held, said):
        return None
    days = [day for one in _days_said_of(held, said, person) for day in one.days]
    ranked = [
        (points, one)
        for points, one in scored(said, held.record, without="people")
        if one.kind == "contact"
        and (any(map(one.is_on, days)) or (not days and _has_role(held, person, one)))
    ]
    if not ranked or ranked[0][0] < _STRONG - 1 or not any(one.name for _, one in ranked):
        return None
    return _other_name(held, person, next(one for _, one in ranked if one.name))


def _other_name(held: Held, person: Mention, known: Known) -> Remark:
    quote, _ = held.quote(person.start, person.end)
    reason = held.words.reasons["name"].format(
        known=known.name, entry=known.seq, said=" ".join(quote.split())
    )
    return held.contradicted(person.start, person.end, reason, known.name, known)


def _misplaced(held: Held, said: Said, person: Mention) -> Remark | None:
    """Return the remark on a known person and a known day that do not go together.

    The rest of the statement says whether name or day is wrong; where it does not, the name.
    """
    record = held.record
    days = _days_said_of(held, said, person)
    if not days or is_another(held, said):
        return None
    if any(one.is_on(other) for one in person.entries for day in days for other in day.days):
        return None
    day = days[0]
    if not record.knows(day.days):
        return None  # of an unknown day, the check of days tells
    there = [one for one in record.of_kind("contact") if any(map(one.is_on, day.days))]
    rest = [(_rest(held, said, one), one) for one in there if one.name]
    own = max(((_rest(held, said, one), one) for one in person.entries), key=lambda pair: pair[0])
    best = max(rest, key=lambda pair: pair[0], default=(-1.0, own[1]))
    if best[0] >= own[0]:
        return _other_name(held, person, best[1])
    if there and not rest and own[0] < 1:
        return None
    known = own[1]
    return other_day(held, day, known, [known.on]) if known.on and not known.is_month else None


def _rest(held: Held, said: Said, known: Known) -> float:
    """Return what speaks for an entry besides its own day and its name."""
    points = score(said, known, held.record, without="people")
    days = [day for one in said.owns for day in one.days]
    return points - (5.0 if any(map(known.is_on, days)) else 0.0)


def _days_said_of(held: Held, said: Said, person: Mention) -> list[Named]:
    """Return the days on which a person is said to have spoken, by the words between the two."""
    if said.where.is_row:
        return list(said.owns)
    text, found = held.letter.text, []
    for day in said.owns:
        is_first = day.end <= person.start
        name = "day-name" if is_first else "name-day"
        between = text[day.end : person.start] if is_first else text[person.end : day.start]
        if held.words.beside[name].fullmatch(between):
            found.append(day)
    return found


def _has_role(held: Held, person: Mention, known: Known) -> bool:
    """Whether the role that stands behind a name is that of a known person."""
    after = held.letter.text[person.end : person.end + len(known.role) + 4]
    return bool(known.role) and " ".join(after.split()).startswith(f"({known.role})")
