"""What can be sent to somebody today, so that the log can be held against it later?

A receipt names how many entries a case has and the hash of the last one. Only a hash leaves, and it
gives nothing away. Whoever keeps it (a mailbox, the company, an adviser) can show that those
entries stood then as they stand now: a tail that was cut off, or a log written anew from the
start, no longer holds against it (facts/reliability.md, section 6.4).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from complaintkit.model.finding import Finding
from complaintkit.rules.verify import Sealed
from complaintkit.rules.visible import one_line

TITLE = "complaintkit receipt 1"
MOST_BYTES = 500
_NAME = 60
_ENTRIES = re.compile(r"^[>\s]*Entries: *([1-9][0-9]{0,8})\s*$", re.MULTILINE)
_HEAD = re.compile(r"(?<![0-9a-f])([0-9a-f]{64})(?![0-9a-f])")
_LABEL = re.compile(r"^[>\s]*Case: *(\S.*?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A head of a chain as it was given to somebody. `entries` 0: only the hash is known."""

    head: str
    entries: int = 0
    case: str = ""


def receipt_text(receipt: Receipt, *, made_at: datetime, tool: str) -> str:
    """Return a receipt as text of under 500 bytes, in lines that `read_receipts` knows for good."""
    name = one_line(receipt.case)
    lines = (
        TITLE,
        f"Case: {name if len(name) <= _NAME else name[: _NAME - 1] + '…'}" if name else "",
        f"Entries: {receipt.entries}",
        f"Last hash: {receipt.head}",
        f"Made: {made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ} with {tool}",
        "Check: complaintkit verify --receipt FILE",
        "Keep it where its date can be seen, such as an e-mail to yourself. It can show that these",
        "entries have not changed since then. It cannot show that they are true.",
    )
    return "\n".join(filter(None, lines)) + "\n"


def read_receipts(text: str) -> tuple[Receipt, ...]:
    """Return every receipt in a text: a pasted one, an e-mail with one, or a bare hash."""
    found = []
    places = [*_HEAD.finditer(text)]
    for at, place in enumerate(places):
        before = places[at - 1].end() if at else 0
        part = text[before : place.start()]
        counted, called = _ENTRIES.findall(part), _LABEL.findall(part)
        found.append(
            Receipt(
                head=place[1],
                entries=int(counted[-1]) if counted else 0,
                case=called[-1] if called else "",
            )
        )
    return tuple(dict.fromkeys(found))


def differs_from(receipt: Receipt, entries: Sequence[Sealed], *, name: str) -> Finding | None:
    """Return how a case differs from a receipt, or None where it still holds.

    `entries` are in the order of `seq` and their chain is checked elsewhere.
    """
    hashes = [entry.hash for entry in entries]
    if not receipt.entries:
        if receipt.head in hashes:
            return None
        return Finding(
            place=name,
            what=f"no entry has the hash {receipt.head[:12]}… of the receipt",
            meaning="The receipt is of another case, or the log was written anew.",
        )
    if len(hashes) < receipt.entries:
        return Finding(
            place=name,
            what=f"the receipt tells of {receipt.entries} entries, and there are {len(hashes)}",
            meaning="Entries were taken off the end, or the log was written anew.",
        )
    there = hashes[receipt.entries - 1]
    if there == receipt.head:
        return None
    return Finding(
        place=f"{name} #{receipt.entries}",
        what=f"its hash is {there[:12]}…, the receipt says {receipt.head[:12]}…",
        meaning="It or an entry before it is not the one of the receipt: the log was changed or"
        " written anew, or the receipt is of another case.",
    )


def held_against(
    receipts: Iterable[Receipt], cases: Mapping[str, Sequence[Sealed]]
) -> tuple[Finding, ...]:
    """Return what differs from the receipts. `cases` are entries by the name of their case.

    A receipt that names one of the cases is held against it, any other against all of them.
    """
    found = []
    for receipt in receipts:
        meant = {name: one for name, one in cases.items() if name == receipt.case} or cases
        if any(differs_from(receipt, entries, name="") is None for entries in meant.values()):
            continue
        if len(meant) == 1:
            ((name, entries),) = meant.items()
            found.append(differs_from(receipt, entries, name=name))
        else:
            found.append(
                Finding(
                    place="the log",
                    what=f"no case holds against the receipt with the hash {receipt.head[:12]}…",
                    meaning="Its case was taken out, cut short or written anew, or the receipt is"
                    " of another log.",
                )
            )
    return tuple(one for one in found if one is not None)
