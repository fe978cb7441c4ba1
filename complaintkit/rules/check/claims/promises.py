"""Does a letter say of a promise that it was kept, or broken, and the log says otherwise?"""

from collections.abc import Iterator
from datetime import date

from complaintkit.model.encounter import Encounter, Promise
from complaintkit.model.review import Remark
from complaintkit.rules.check.claims.anchor import Held, Said
from complaintkit.rules.check.claims.numbers import number_like, number_of
from complaintkit.rules.check.claims.offers import accepted_remarks
from complaintkit.rules.check.claims.record import Known, stems_of
from complaintkit.rules.check.claims.told import what_of
from complaintkit.rules.sentences import plain_date

_SAID = {"said-kept": "broken", "said-broken": "kept"}
"""What a letter can say of a promise, and what the log has to say for it to be wrong."""


def promise_remarks(held: Held) -> Iterator[Remark]:
    """Yield a remark where a promise is said to be kept, and was not, or the other way round.

    Which promise is meant is told by the names and days of the sentence or of the one before.
    """
    before: list[Known] = []
    end = 0
    for said in held.statements:
        if said.where.is_row:
            continue
        yield from accepted_remarks(held, said)
        yield from _never_came(held, said)
        is_new = "\n\n" in held.letter.text[end : said.where.start + 1]
        here = _spoken_of(held, said)
        made = here or ([] if is_new else before)
        names = () if said.words.isdisjoint(held.words.gates["kept"]) else _SAID
        for name in names:
            match = held.words.more[name].search(said.text)
            if match and made:
                yield from _remarks(held, said, match.span(), made, name)
        goes_on = here and before and not is_new and held.words.more["promising"].search(said.text)
        yield from _terms(held, said, here)
        before = [*before, *here] if goes_on else made
        end = said.where.end


def _never_came(held: Held, said: Said) -> Iterator[Remark]:
    """Yield a remark where the only promise told in such words never came, and was kept."""
    match = held.words.more["never-came"].search(said.text) if "promised" in said.words else None
    if not match or said.where.is_head:
        return
    told = [
        (len(said.stems & stems_of(promise.what, held.words.common)), promise, known)
        for known in held.record.of_kind("contact")
        for promise in _promises(known)
    ]
    most = max((shared for shared, _, _ in told), default=0)
    meant = [(promise, known) for shared, promise, known in told if shared == most]
    if not most or len(meant) != 1 or not meant[0][0].kept:
        return
    yield _advised(held, said, match.span(), "kept", meant[0][1])


def _advised(held: Held, said: Said, place: tuple[int, int], name: str, known: Known) -> Remark:
    start, end = (said.where.start + one for one in place)
    reason = held.words.reasons[name].format(
        known=plain_date(known.on or held.record.today), entry=known.seq
    )
    return held.advised(start, end, reason, held.words.advice["promise"], known)


def _terms(held: Held, said: Said, made: list[Known]) -> Iterator[Remark]:
    """Yield a remark where a promise was to be kept within another time than the letter says."""
    if len(made) != 1 or said.where.is_row:
        return
    [known] = made
    term = held.words.counting["term"]
    told = [(one["number"], one["unit"]) for one in term.finditer(" ".join(known.texts))]
    for match in term.finditer(said.text):
        same = [number for number, unit in told if unit.rstrip("s") == match["unit"].rstrip("s")]
        if not same or number_of(match["number"]) in map(number_of, same):
            continue
        start, end = (said.where.start + one for one in match.span("number"))
        reason = held.words.reasons["copy"].format(
            what=what_of(held.words, known),
            known=f"{same[0]} {match['unit']}",
            entry=known.seq,
            said=f"{match['number']} {match['unit']}",
        )
        new = number_like(match["number"], number_of(same[0]) or 0)
        yield held.contradicted(start, end, reason, new, known)


def _spoken_of(held: Held, said: Said) -> list[Known]:
    """Return the contacts with promises of which a sentence speaks."""
    if not (said.people or said.days) or not held.words.more["promising"].search(said.text):
        return []
    promised = [one for one in held.record.of_kind("contact") if _promises(one)]
    named = {one for person in said.people for one in person.entries}
    own = {day for one in said.owns for day in one.days}
    until = _untils(said)
    fitting = [one for one in promised if any(map(one.is_on, own)) or until & set(one.until)]
    if named:
        return [one for one in fitting if one in named] or [one for one in promised if one in named]
    return fitting


def _untils(said: Said) -> set[date]:
    return {day for one in said.untils for day in one.days}


def _promises(known: Known) -> tuple[Promise, ...]:
    return known.source.promises if isinstance(known.source, Encounter) else ()


def _remarks(
    held: Held, said: Said, place: tuple[int, int], made: list[Known], name: str
) -> Iterator[Remark]:
    """Yield the remark, where all promises that can be meant went the other way."""
    days = _untils(said) | (_untils(said.before) if said.before else set())
    promises = [one for known in made for one in _promises(known)]
    promises = [one for one in promises if one.until in days] or promises
    states = [_is_kept(one, held.record.today) for one in promises]
    if any(state is not (name == "said-broken") for state in states):
        return
    known = made[-1]
    yield _advised(held, said, place, _SAID[name], known)


def _is_kept(promise: Promise, today: date) -> bool | None:
    """Say whether a promise was kept; None while it still can be."""
    if promise.kept is None and promise.until and promise.until < today:
        return False
    return promise.kept
