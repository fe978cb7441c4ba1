"""Which case does a message belong to, and who sent it?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from complaintkit.intake.mail import Message
from complaintkit.model.case import Case
from complaintkit.model.entry import Entry, EntryKind
from complaintkit.rules.replay import replay
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.profile import load_profile

SHARED_DOMAINS = frozenset(
    (
        *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com"),
        *("icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "web.de", "proton.me"),
        *(
            "protonmail.com",
            "yahoo.co.uk",
            "yahoo.co.in",
            "rediffmail.com",
            "ymail.com",
            "mail.com",
        ),
    )
)
"""Behind these stands anybody: a domain of theirs says nothing about a company."""
SHORTEST_REFERENCE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a case knows that a message can be held against, all in small letters.

    `message_ids` grows while a file is gone through: later messages answer earlier ones.
    """

    row: CaseRow
    case: Case
    own: frozenset[str]
    theirs: frozenset[str]
    domains: frozenset[str]
    references: tuple[str, ...]
    message_ids: dict[str, int]
    files: dict[str, int]

    def is_theirs(self, address: str) -> bool:
        """Whether an address is the company's, or another party's."""
        domain = address.rpartition("@")[2]
        return address in self.theirs or any(
            domain == one or domain.endswith(f".{one}") for one in self.domains
        )


def known_cases(log: Log, *, only: str | None = None) -> tuple[Known, ...]:
    """Return what each case knows, or one alone by its id."""
    profile = load_profile(log).contact.email.casefold()
    rows = [row for row in log.cases() if only in (None, row.case_id)]
    return tuple(_known(row, log.entries(row.case_id), profile) for row in rows)


def case_of(message: Message, cases: Sequence[Known]) -> Known | None:
    """Return the one open case that a message belongs to; None: none, or several could be meant.

    By the message that it answers; else by a reference number in it; else by an address of the
    company. Whatever points to exactly one case decides.
    """
    there = [one for one in cases if one.row.is_open]
    words = f"{message.subject}\n{message.text}".casefold()
    addresses = (message.sender.address, *(one.address for one in message.recipients))
    for found in (
        [one for one in there if not one.message_ids.keys().isdisjoint(message.answers)],
        [one for one in there if any(reference in words for reference in one.references)],
        [one for one in there if any(map(one.is_theirs, addresses))],
    ):
        if len(found) == 1:
            return found[0]
    return None


def is_ours(message: Message, known: Known) -> bool:
    """Whether the person sent the message: by their own address, else by who is written to."""
    sender = message.sender.address
    if sender in known.own or known.is_theirs(sender):
        return sender in known.own
    to = [one.address for one in message.recipients]
    return any(map(known.is_theirs, to)) and not any(one in known.own for one in to)


def _known(row: CaseRow, entries: Sequence[Entry], profile: str) -> Known:
    case = replay(entries)
    own = {profile, case.consumer.email.casefold() if case.consumer else ""} - {""}
    bodies = (case.company.email, *(party.email for party in case.parties))
    theirs = {one.casefold() for one in bodies if "@" in one}
    return Known(
        row=row,
        case=case,
        own=frozenset(own),
        theirs=frozenset(theirs),
        domains=frozenset(one.rpartition("@")[2] for one in theirs) - SHARED_DOMAINS,
        references=tuple(_references(case)),
        message_ids={met.message_id: met.seq for met in case.encounters if met.message_id},
        files={
            entry.values.get("sha256") or "": entry.seq
            for entry in entries
            if entry.kind is EntryKind.EXHIBIT
        },
    )


def _references(case: Case) -> Iterable[str]:
    told = (
        *(met.reference for met in case.encounters),
        case.purchase.reference if case.purchase else "",
        case.company.account,
    )
    found = (one.strip().casefold() for one in told)
    return dict.fromkeys(one for one in found if len(one) >= SHORTEST_REFERENCE)
