"""Which words sort this contact, and how often does each stand in a case?"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from complaintkit.model.encounter import Encounter
from complaintkit.model.taxonomy import Tag, TagSet

SORTING = ("failure", "reason")
"""The sets that a person is asked about after writing a contact down."""


class Counted(NamedTuple):
    """A tag, and in how many contacts it stands."""

    tag: Tag
    contacts: int


def tag_named(typed: str, sets: Iterable[TagSet]) -> Tag | None:
    """Return the tag that is meant by its slug, its words or another word for it."""
    wanted = _plain(typed)
    for one in sets:
        for tag in one.tags:
            if wanted in map(_plain, (tag.slug, tag.words, *tag.also)):
                return tag
    return None


def near_tags(typed: str, sets: Iterable[TagSet]) -> tuple[str, ...]:
    """Return up to three slugs that are written much like what was typed."""
    slugs = {
        _plain(name): tag.slug for one in sets for tag in one.tags for name in (*tag.also, tag.slug)
    }
    close = get_close_matches(_plain(typed), slugs, n=3, cutoff=0.7)
    return tuple(dict.fromkeys(slugs[name] for name in close))


def is_sorted(encounters: Iterable[Encounter], sets: Sequence[TagSet]) -> bool:
    """Whether any contact carries a tag of the taxonomy."""
    known = {_plain(tag.slug) for one in sets for tag in one.tags}
    return any(_plain(tag) in known for met in encounters for tag in met.tags)


def counted(name: str, encounters: Iterable[Encounter], sets: Iterable[TagSet]) -> list[Counted]:
    """Return the tags of one set that stand in these contacts, the most frequent first.

    A tag counts once a contact. Those that nobody used are left out; of equals the order
    of the set decides. Raises KeyError where there is no such set.
    """
    found = {one.name: one for one in sets}[name]
    worn = [{_plain(tag) for tag in met.tags} for met in encounters]
    told = [Counted(tag, sum(_plain(tag.slug) in one for one in worn)) for tag in found.tags]
    return sorted((one for one in told if one.contacts), key=lambda one: -one.contacts)


def offered(sets: Iterable[TagSet]) -> tuple[Tag, ...]:
    """Return the tags that a person is asked about, in one list."""
    return tuple(tag for one in sets if one.name in SORTING for tag in one.tags)


def _plain(typed: str) -> str:
    return " ".join(typed.casefold().replace("-", " ").replace("_", " ").split())
