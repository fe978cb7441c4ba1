"""What can a company's answer be, and which words point to it?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyKind:
    """One kind of answer, in words from `data/replies.yaml`.

    `slug` becomes a tag of the contact. `conduct` is a tag of the taxonomy, `shows` its plain
    words. `said` is what the log says where nothing else was told. `letter` is a kind of
    letter, or "". `words` are phrases that point to the kind, `hints` weaker ones; both are
    read by `rules.reply_phrases`. `counts_after_if`: they also count where they stand after
    “if” or “until”. `offer` names what is offered where that was not told; "": no offer.
    """

    slug: str
    title: str
    means: str
    said: str
    conduct: str
    shows: str
    do: tuple[str, ...]
    do_not: tuple[str, ...]
    letter: str
    clock: str
    words: tuple[str, ...]
    hints: tuple[str, ...]
    counts_after_if: bool
    offer: str
    source: str
    url: str
    checked: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A kind that the company's text may be, and the exact words that led to it.

    `sentences` are the whole sentences in which those words stand. The higher the `weight`,
    the more words speak for it. Only the person decides.
    """

    kind: str
    words: tuple[str, ...]
    sentences: tuple[str, ...]
    weight: int
