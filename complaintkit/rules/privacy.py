"""What never leaves the person's own machine?

Private notes and reminders whole, with whatever corrects, takes back, erases or belongs to
them alone; the floor: the least the person would accept (DESIGN.md, "Vocabulary"); and how
the person says it went: the answers at closing, of which they are told that they stay.
"""

import re
from collections.abc import Iterable, Set
from dataclasses import replace

from complaintkit.model.entry import Entry, EntryKind
from complaintkit.rules.overlay import Current, live
from complaintkit.rules.reading import text
from complaintkit.rules.verify import Sealed

_FLOOR = frozenset({"resolution.floor"})
HOW_IT_WENT = frozenset(
    f"{group}.{key}"
    for group, keys in (
        ("satisfaction", ("before", "after")),
        ("signs", ("fair", "heard", "addressed")),
        ("ratings", ("integrity", "honesty", "manner")),
    )
    for key in keys
)
PRIVATE_PATHS = _FLOOR | HOW_IT_WENT
_META = "entry."
_VOUCHING = frozenset({"entry.kind", "entry.recorded_at"})
_NAME_PATHS = ("set.", "unset.", "path.")
_KINDS = frozenset(map(str, EntryKind))
_PRIVATE_KINDS = (EntryKind.NOTE, EntryKind.REMINDER)
_SPEAK_OF_ANOTHER = (EntryKind.CORRECTION, EntryKind.RETRACTION, EntryKind.ERASE)


def withhold(entries: Iterable[Sealed]) -> list[Sealed]:
    """Return a case's entries as they may be shared: private values gone, their number kept.

    The commitments stay, so the chain still holds. Of a private entry only its place, kind
    and time of recording are left, so that nobody need guess what was left out.
    """
    ordered = list(entries)
    private = _private_ids(ordered)
    return [_bare(entry) if entry.id in private else _without_paths(entry) for entry in ordered]


def left_out(entries: Iterable[Sealed]) -> tuple[str, ...]:
    """Return what `withhold` leaves out, in words for the person alone.

    To the other side even the fact that there is a floor would be worth something.
    """
    ordered = list(entries)
    private = _private_ids(ordered)
    notes = sum(entry.kind == EntryKind.NOTE for entry in ordered)
    exhibits = sum(e.kind == EntryKind.EXHIBIT and e.id in private for e in ordered)
    reminders = sum(entry.kind == EntryKind.REMINDER for entry in ordered)
    told = (
        counted(notes, "private note", "private notes"),
        counted(exhibits, "exhibit of a private note", "exhibits of private notes"),
        counted(reminders, "reminder of your own", "reminders of your own"),
        "your floor" if any(_private_paths(entry, _FLOOR) for entry in ordered) else "",
        "how you say it went"
        if any(_private_paths(entry, HOW_IT_WENT) for entry in ordered)
        else "",
    )
    return tuple(filter(None, told))


def counted(count: int, one: str, many: str) -> str:
    """Return “1 private note”, “3 private notes”, or "" for none."""
    return f"{count} {one if count == 1 else many}" if count else ""


def as_entries(entries: Iterable[Sealed]) -> list[Entry]:
    """Return sealed entries as plain ones, without those whose content is withheld whole."""
    return [
        Entry(
            id=entry.id,
            case_id=entry.case_id,
            seq=entry.seq,
            kind=EntryKind(entry.kind),
            recorded_at=entry.recorded_at,
            hash=entry.hash,
            values=_content(entry),
        )
        for entry in entries
        if entry.kind in _KINDS and (_content(entry) or not entry.withheld)
    ]


def _content(entry: Sealed) -> dict[str, str | None]:
    return {
        path: kept[0] if kept else None
        for path, kept in entry.values.items()
        if not path.startswith(_META)
    }


def kept_files(entries: Iterable[Entry]) -> dict[str, Current]:
    """Return the exhibits and letters that stand, by the SHA-256 of their file.

    Entries taken back, and files whose hash was erased, are left out.
    """
    found: dict[str, Current] = {}
    for line in live(entries):
        sha256 = text(line.plain, "sha256")
        if line.entry.kind in (EntryKind.EXHIBIT, EntryKind.LETTER) and is_sha256(sha256):
            found.setdefault(sha256, line)
    return found


def is_sha256(digest: str) -> bool:
    """Whether a text is a SHA-256 in hex, rather than empty or erased."""
    return re.fullmatch("[0-9a-f]{64}", digest) is not None


def _private_ids(entries: Iterable[Sealed]) -> set[str]:
    private: set[str] = set()
    for entry in entries:
        owners = {_value(entry, path) for path in entry.values if path.startswith("belongs_to.")}
        about = _value(entry, "entry")
        if (
            entry.kind in _PRIVATE_KINDS
            or (entry.kind in _SPEAK_OF_ANOTHER and (about in private or _is_of_floor(entry)))
            or (entry.kind == EntryKind.EXHIBIT and owners and owners <= private)
        ):
            private.add(entry.id)
    return private


def _is_of_floor(entry: Sealed) -> bool:
    """Whether all that an entry changes or erases is private; then its reason is too."""
    changed = {path for path in entry.values if path.startswith(_NAME_PATHS)}
    return bool(changed) and changed <= _private_paths(entry)


def _private_paths(entry: Sealed, among: Set[str] = PRIVATE_PATHS) -> set[str]:
    """Return where these private paths stand, are set, or are named to be unset or erased."""
    return {
        path
        for path in entry.values
        if path.removeprefix("set.") in among
        or (path.startswith(("unset.", "path.")) and _value(entry, path) in among)
    }


def _value(entry: Sealed, path: str) -> str:
    kept = entry.values.get(path)
    return kept[0] if kept else ""


def _bare(entry: Sealed) -> Sealed:
    return _keeping(entry, {path for path in entry.values if path in _VOUCHING})


def _without_paths(entry: Sealed) -> Sealed:
    private = _private_paths(entry)
    if private and entry.kind in _SPEAK_OF_ANOTHER:
        private |= {"reason", "why"} & entry.values.keys()
    return _keeping(entry, entry.values.keys() - private)


def _keeping(entry: Sealed, paths: Set[str]) -> Sealed:
    shared = {path: kept for path, kept in entry.values.items() if path in paths}
    dropped = len(entry.values) - len(shared)
    return replace(entry, values=shared, withheld=entry.withheld + dropped)
