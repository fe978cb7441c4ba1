"""How are words to sort by added to a contact that is in the log already?"""

from collections.abc import Sequence

from complaintkit.errors import AnswerMissing, WrongUsage
from complaintkit.model.encounter import Encounter
from complaintkit.model.entry import EntryKind, Recording
from complaintkit.model.taxonomy import TagSet
from complaintkit.rules.ladder import REPLIES
from complaintkit.rules.taxonomy import is_sorted, near_tags, tag_named
from complaintkit.rules.words import clean
from complaintkit.store.journal import Log
from complaintkit.store.replies import load_taxonomy
from complaintkit.tasks.loading import LoadedCase, load_case
from complaintkit.tasks.recording import Recorded, amend, entry_at


def tag_sets() -> tuple[TagSet, ...]:
    """Return the words to sort by, set by set."""
    return load_taxonomy()


def needs_sorting(log: Log, case: str | None) -> bool:
    """Whether no contact of the case carries a tag of the taxonomy yet."""
    return not is_sorted(load_case(log, case).case.encounters, load_taxonomy())


def add_tags(
    log: Log, case: str | None, number: int, words: Sequence[str], recording: Recording
) -> Recorded:
    """Add tags to contact #number by a further entry; those it has stay.

    A word that no set knows is kept as typed, with a note of those that are near. Raises
    EntryNotFound, WrongUsage where #number is no contact, and AnswerMissing where nothing
    would be added.
    """
    loaded = load_case(log, case)
    met = _contact(log, loaded, number)
    new, notes = _read(words, met)
    if not new:
        has = ", ".join(met.tags)
        raise AnswerMissing(
            f"#{number} has {has} already." if words else f"Which words should #{number} carry?",
            fix=f"Name them: `complaintkit tag {number} late rude-staff`; see `complaintkit tag "
            "--list`.",
        )
    first = _first_free(loaded, met)
    fields = {f"set.tags.{place}": tag for place, tag in enumerate(new, start=first)}
    fields |= {"entry": met.entry_id, "reason": "tags added"}
    return amend(log, loaded.row, fields, recording, notes=notes)


def _contact(log: Log, loaded: LoadedCase, number: int) -> Encounter:
    met = next((one for one in loaded.case.encounters if one.seq == number), None)
    if met is not None:
        return met
    entry = entry_at(log, loaded.row, number)
    numbers = ", ".join(f"#{one.seq}" for one in loaded.case.encounters)
    raise WrongUsage(
        f"#{number} was taken back."
        if entry.kind is EntryKind.ENCOUNTER
        else f"#{number} is no contact but: {entry.kind}.",
        fix=f"Tags sort contacts; these are: {numbers}." if numbers else "Log a contact first.",
    )


def _read(words: Sequence[str], met: Encounter) -> tuple[list[str], list[str]]:
    """Return the tags to add, each once, and what to say about words that no set knows."""
    sets = load_taxonomy()
    new: list[str] = []
    notes: list[str] = []
    for typed in words:
        known = tag_named(typed, sets)
        tag = known.slug if known else " ".join(clean(typed, "tag").split())
        if tag in new or tag in met.tags:
            continue
        new.append(tag)
        if known is None and tag.casefold() not in REPLIES:
            near = near_tags(typed, sets)
            meant = f" Near it: {', '.join(near)}." if near else ""
            notes.append(f"“{tag}” is a word of your own; it is kept as typed.{meant}")
    return new, notes


def _first_free(loaded: LoadedCase, met: Encounter) -> int:
    """Return a place in the list of tags that no value, erased ones included, ever took."""
    paths = [
        path.removeprefix("set.")
        for entry in loaded.entries
        if entry.id == met.entry_id or entry.values.get("entry") == met.entry_id
        for path in entry.values
    ]
    places = [path.removeprefix("tags.") for path in paths if path.startswith("tags.")]
    return max((int(place) + 1 for place in places if place.isdecimal()), default=0)
