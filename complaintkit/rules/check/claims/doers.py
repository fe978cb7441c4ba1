"""Whose doing does a sentence tell, and of which sort of entry can it speak?

A day beside a word of an entry is no slip where somebody else did it, or where another sort of
thing was done. There a person is not told that they are wrong.
"""

import re

from complaintkit.model.encounter import Channel, Direction, Encounter
from complaintkit.rules.check.claims.anchor import Held, Said
from complaintkit.rules.check.claims.days import Named
from complaintkit.rules.check.claims.record import Known
from complaintkit.rules.words import plain_word

_SPOKEN = (Channel.PHONE, Channel.VISIT)
_DELIVERED = ("delivered", "installed")
_PART = re.compile(r"[,;:–] |\b(?:and|but|so) (?=(?:I|we|you|he|she|they|it|the|my)\b)")


def is_of_others(held: Held, said: Said) -> bool:
    """Whether a statement tells what the writer did alone, or what somebody else did."""
    return not held.words.own.isdisjoint(said.words) or _is_of_third(held, said)


def _is_of_third(held: Held, said: Said) -> bool:
    """Whether a sentence tells what a relative, another firm or a party of the dispute did."""
    third = held.words.more["third"].search(said.text)
    if third and plain_word(third["trade"] or "") not in held.record.words:
        return True
    return any(
        _is_doer(held, said.text, found.start(), found.end()) for found in _parties(held, said)
    )


def _parties(held: Held, said: Said) -> list[re.Match[str]]:
    """Return where the sentence names a bank, a maker or the like that is not the company."""
    case = held.record.case
    company = {plain_word(word) for word in case.company.name.split()}
    words = {
        plain_word(word)
        for party in case.parties
        for word in re.findall(r"[^\W\d_]{4,}", f"{party.name} {party.role}")
    }
    words -= company
    found = re.finditer(r"[^\W\d_]+", said.text)
    return [one for one in found if plain_word(one[0]) in words]


def _is_doer(held: Held, text: str, start: int, end: int) -> bool:
    """Whether the party told or asked something, or the writer went to it."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    went = list(held.words.more["party-went"].finditer(before))
    is_end = bool(went) and went[-1].end() == len(before)
    return is_end or bool(held.words.more["party-did"].match(after))


def can_tell(held: Held, said: Said, named: Named, known: Known) -> bool:
    """Whether what is done beside a day is of the sort of the entry."""
    more, part = held.words.more, _part(said, named)
    source = known.source
    if more["arrived"].search(part):
        return known.kind == "event" and getattr(source, "kind", "") in _DELIVERED
    if not isinstance(source, Encounter):
        return not (known.kind == "open" and more["by-post"].search(part))
    if more["rang-me"].search(part):
        return source.channel is Channel.PHONE and source.direction is Direction.IN
    is_by_post = more["by-post"].search(part) and not more["by-voice"].search(part)
    return not (is_by_post and source.channel in _SPOKEN)


def only_delivery(held: Held, said: Said, named: Named) -> Known | None:
    """Return the delivery, where a sentence says that the goods came on a day."""
    is_new = held.words.more["replaced"].search(said.text)
    if is_new or not held.words.more["arrived"].search(_part(said, named)):
        return None
    kinds = [
        one for one in held.record.of_kind("event") if getattr(one.source, "kind", "") in _DELIVERED
    ]
    return kinds[0] if len(kinds) == 1 else None


def _part(said: Said, named: Named) -> str:
    """Return the part of a sentence in which a day stands."""
    place = named.start - said.where.start
    ends = [0, *(one.end() for one in _PART.finditer(said.text)), len(said.text)]
    start = max(end for end in ends if end <= place)
    part = said.text[start : min(end for end in ends if end > place)]
    is_bare = len(part.split()) <= len(said.text[place:][: named.end - named.start].split()) + 2
    return said.text if is_bare else part
