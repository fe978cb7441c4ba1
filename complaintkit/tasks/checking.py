"""How is a text checked before it goes out?"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from complaintkit.model.review import Part, Remark, Review
from complaintkit.rules.check.tongue import ENGLISH
from complaintkit.store import shelf
from complaintkit.store.home import write_whole
from complaintkit.store.journal import Log
from complaintkit.tasks.checked import checked
from complaintkit.tasks.drafts import OpenDraft, open_draft
from complaintkit.tasks.loading import LoadedCase, load_case

__all__ = ["ENGLISH", "Record", "as_contract", "batch", "check_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The case that a text is held against, as of today."""

    name: str
    loaded: LoadedCase
    today: date


def record_of(log: Log, case: str, *, today: date) -> Record:
    """Return the record of a case. Raises CaseNotFound."""
    loaded = load_case(log, case)
    return Record(name=loaded.row.name, loaded=loaded, today=today)


def draft_of(log: Log, record: Record, number: int | None) -> OpenDraft | None:
    """Return a draft of the case by its number, or the newest; None where it has none.

    Raises EntryNotFound for a number without a letter, WrongUsage for a letter that was sent.
    """
    if number is None:
        sent = {letter.number for letter in record.loaded.case.letters}
        kept = shelf.drafts(log, record.loaded.row.case_id)
        numbers = [draft.number for draft in kept if draft.number not in sent]
        if not numbers:
            return None
        number = max(numbers)
    return open_draft(log, record.name, number)


def read_letter(path: Path) -> str:
    """Return the words of a letter in a file. Raises FileUnusable."""
    from complaintkit.intake.letter_file import letter_in

    return letter_in(path)


def decode_letter(content: bytes) -> str:
    """Return the words of a letter that was piped in. Raises FileUnusable."""
    from complaintkit.intake.letter_file import decoded

    return decoded(content, "What was piped in")


def write_letter(path: Path, text: str) -> Path:
    """Write a letter back into its file, and return where the former one now lies beside it."""
    from itertools import count

    names = (path.with_name(f"{path.name}.before{number or ''}") for number in count())
    beside = next(name for name in names if not name.exists())
    write_whole(beside, path.read_bytes())
    write_whole(path, text.encode())
    return beside


def check_text(text: str, record: Record | None = None, *, kind: str = "") -> Review:
    """Return what a check says of a text; `kind` is the kind of letter, where it is one."""
    if record is None:
        return checked(text, kind=kind)
    return checked(text, kind=kind, case=record.loaded.case, today=record.today)


def as_contract(found: Review) -> dict[str, object]:
    """Return a review under the stable keys of `check --json` and `check --batch`."""
    parts = {part.value: part in found.parts for part in Part}
    scores = {} if found.rudeness is None else {"tone": round(found.rudeness, 4)}
    return {
        "language": found.language,
        "findings": [_finding(remark) for remark in found.remarks],
        "parts": parts,
        "missing": [one.part.value for one in found.missing],
        "add": [
            {"part": one.part.value, "sentence": one.sentence, "filled": one.is_filled}
            for one in found.missing
        ],
        "supported": [
            {
                "quote": one.quote,
                "start": one.start,
                "end": one.end,
                "entry": one.entry,
                "exhibits": list(one.exhibits),
            }
            for one in found.supported
        ],
        "scores": scores,
        "hints": [{"text": hint.text, "ruder": hint.is_ruder} for hint in found.hints],
    }


def batch(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """Answer each line `{"id": …, "text": …}` with one object, in the same order.

    A line that cannot be read is answered with `error`, and the rest goes on.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        told = _told(line)
        if told is None:
            yield {"id": None, "error": f"Line {number} is no object with “id” and “text”."}
        else:
            yield {"id": told.get("id"), **as_contract(check_text(told["text"]))}


def _told(line: str) -> Mapping[str, Any] | None:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    is_fit = isinstance(told, dict) and isinstance(told.get("text"), str)
    return told if is_fit else None


def _finding(remark: Remark) -> dict[str, object]:
    return {
        "kind": remark.kind,
        "severity": remark.severity.value,
        "quote": remark.quote,
        "start": remark.start,
        "end": remark.end,
        "reason": remark.reason,
        "suggestion": remark.suggestion,
        "rewording": remark.is_rewording,
        "entry": remark.entry,
        "exhibit": remark.exhibit,
    }
