"""By which words are contacts sorted?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One word to sort by, from `data/taxonomy.yaml`.

    `words` say it plainly; `also` are other words that people type for it. `move` is what
    helps against it, where the set has that.
    """

    slug: str
    words: str
    also: tuple[str, ...] = ()
    move: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagSet:
    """Tags of one kind: the question that they answer, and where they come from."""

    name: str
    title: str
    source: str
    checked: date
    tags: tuple[Tag, ...]
