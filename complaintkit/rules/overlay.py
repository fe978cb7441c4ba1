"""How does an entry read after its corrections, and which entries stand?

Corrections lie over the fields of the entry they name; a retracted entry drops out, and
so does the effect of a retracted correction.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from complaintkit.model.entry import Entry, EntryKind
from complaintkit.rules.shape import Plain, unflatten

ERASED = "(erased)"


class Current(NamedTuple):
    """An entry as it stands after corrections: nested plain fields."""

    entry: Entry
    plain: Plain
    corrected_by: tuple[int, ...] = ()


def live(entries: Iterable[Entry]) -> list[Current]:
    """Return the entries that stand, corrections applied, in the order of `seq`.

    Correction, retraction and erase entries themselves are left out. The opening stands
    whatever names it: without it there is no case.
    """
    ordered = sorted(entries, key=lambda entry: entry.seq)
    gone = retracted_ids(ordered)
    overlays: dict[str, list[Entry]] = {}
    for entry in ordered:
        if entry.kind is EntryKind.CORRECTION and entry.id not in gone:
            overlays.setdefault(entry.values.get("entry") or "", []).append(entry)
    return [
        current(entry, overlays.get(entry.id, ()))
        for entry in ordered
        if (entry.id not in gone or entry.kind is EntryKind.OPEN)
        and entry.kind not in (EntryKind.CORRECTION, EntryKind.RETRACTION, EntryKind.ERASE)
    ]


def retracted_ids(entries: Sequence[Entry]) -> set[str]:
    """Return the ids that retractions have taken back; a retraction can itself be retracted."""
    gone: set[str] = set()
    for entry in sorted(entries, key=lambda entry: -entry.seq):
        if entry.kind is EntryKind.RETRACTION and entry.id not in gone:
            gone.add(entry.values.get("entry") or "")
    return gone


def current(entry: Entry, corrections: Iterable[Entry] = ()) -> Current:
    """Return one entry with its corrections laid over it.

    A correction's `unset.N` names a path to drop, with all below it; `set.PATH` a new value.
    """
    values = dict(entry.values)
    numbers = []
    for correction in corrections:
        numbers.append(correction.seq)
        for path, text in correction.values.items():
            if path.startswith("unset.") and text:
                values = {
                    kept: value
                    for kept, value in values.items()
                    if kept != text and not kept.startswith(f"{text}.")
                }
        values.update(
            (path.removeprefix("set."), text)
            for path, text in correction.values.items()
            if path.startswith("set.")
        )
    return Current(
        entry=entry,
        plain=unflatten({p: ERASED if v is None else v for p, v in values.items()}),
        corrected_by=tuple(numbers),
    )
