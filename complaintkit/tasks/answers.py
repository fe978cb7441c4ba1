"""Which kinds of answer are there, and what is told of one?"""

from dataclasses import dataclass
from typing import NamedTuple

from complaintkit.errors import WrongUsage
from complaintkit.model.reply import Proposal, ReplyKind
from complaintkit.rules.replies import letter_of, proposals
from complaintkit.store.journal import Log
from complaintkit.store.replies import load_replies
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.recording import Recorded


class Terms(NamedTuple):
    """What the answer offers, and how it ends, as typed. None: not told.

    `is_final` is True for a final response, False for a deadlock letter.
    """

    offer: str | None = None
    amount: str | None = None
    currency: str | None = None
    expires: str | None = None
    full_settlement: bool | None = None
    is_final: bool | None = None

    @property
    def has_offer(self) -> bool:
        """Whether anything of an offer is told; a currency alone is nothing."""
        told = (self.offer, self.amount, self.expires, self.full_settlement)
        return any(one is not None for one in told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer as it was saved, and what follows: a kind of letter or "", and the date."""

    recorded: Recorded
    kind: ReplyKind
    letter: str
    clock: str


def reply_kinds() -> tuple[ReplyKind, ...]:
    """Return the kinds that an answer can be of."""
    return load_replies()


def kind_named(typed: str) -> ReplyKind:
    """Return the kind with that slug. Raises WrongUsage with the nearest and all of them."""
    from difflib import get_close_matches

    kinds = {kind.slug: kind for kind in load_replies()}
    wanted = "-".join(typed.casefold().split())
    if wanted in kinds:
        return kinds[wanted]
    near = get_close_matches(wanted, kinds, n=1)
    meant = f"Did you mean {near[0]}? " if near else ""
    raise WrongUsage(
        f"“{typed}” is no kind of answer that complaintkit knows.",
        fix=f"{meant}Give --kind one of: {', '.join(kinds)}.",
    )


def propose(text: str) -> tuple[Proposal, ...]:
    """Return what the text may be, the likeliest first, each with the words that led to it."""
    return proposals(text, load_replies())


def answer_to(
    log: Log, recorded: Recorded, kind: ReplyKind, *, is_final: bool, is_spoken: bool
) -> Answer:
    """Return what follows from an answer that was just saved."""
    from complaintkit.rules.summary import summarise

    loaded = load_case(log, recorded.case_name)
    summary = summarise(loaded.case, last_seq=loaded.row.entries)
    letter = letter_of(kind, summary, is_final=is_final, is_spoken=is_spoken)
    return Answer(recorded=recorded, kind=kind, letter=letter, clock=kind.clock)
