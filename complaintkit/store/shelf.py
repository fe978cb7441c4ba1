"""What may change freely: settings and letters not yet sent?

These two tables are no part of the record. Each row carries a seal, so that damage is
found all the same.
"""

import hashlib
import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date

from complaintkit.errors import StoreProblem
from complaintkit.rules.unsent import Unsent
from complaintkit.store import database
from complaintkit.store.journal import Log


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A letter not yet sent. `letter` is the Letter value as JSON."""

    case_id: str
    number: int
    kind: str
    written_at: str
    letter: str


def seal(*parts: object) -> str:
    """Return the hash that a row of these two tables carries."""
    return hashlib.sha256("\x00".join(map(str, parts)).encode()).hexdigest()


def setting(log: Log, key: str) -> str:
    """Return a setting, or "" where it was never made."""
    with log.reading() as connection:
        if connection is None:
            return ""
        found = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
    return str(found[0]) if found else ""


def set_setting(log: Log, key: str, value: str) -> None:
    """Keep a setting."""
    connection = database.open_for_writing(log.home)
    telling = database.telling(log.home.database)
    with closing(connection), telling, database.transaction(connection):
        connection.execute(
            "INSERT INTO settings (key, value, seal) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value, seal = excluded.seal",
            (key, value, seal(key, value)),
        )


def drafts(log: Log, case_id: str) -> list[Draft]:
    """Return the unsent letters of a case by number."""
    with log.reading() as connection:
        if connection is None:
            return []
        found = connection.execute(
            "SELECT case_id, number, kind, written_at, letter FROM drafts"
            " WHERE case_id = ? ORDER BY number",
            (case_id,),
        ).fetchall()
    return [
        Draft(case_id=row[0], number=row[1], kind=row[2], written_at=row[3], letter=row[4])
        for row in found
    ]


def unsent_letters(log: Log) -> dict[str, tuple[Unsent, ...]]:
    """Return number, kind and day of the unsent letters by case, without their text."""
    with log.reading() as connection:
        if connection is None:
            return {}
        found = connection.execute(
            "SELECT case_id, number, kind, substr(written_at, 1, 10) FROM drafts ORDER BY number"
        ).fetchall()
    letters: dict[str, tuple[Unsent, ...]] = {}
    for case_id, number, kind, day in found:
        one = Unsent(number=number, kind=kind, written_on=_day(day))
        letters[case_id] = (*letters.get(case_id, ()), one)
    return letters


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise StoreProblem(
            "The day of a letter not yet sent cannot be read.",
            fix="Run `complaintkit verify` to see what is damaged.",
        ) from fault


def edited_numbers(log: Log, case_id: str, kind: str) -> frozenset[int]:
    """Return the numbers of the drafts of a kind that hold a person's own changes."""
    return frozenset(
        draft.number
        for draft in drafts(log, case_id)
        if draft.kind == kind and _is_edited(draft.letter)
    )


def _is_edited(letter: str) -> bool:
    with suppress(ValueError, AttributeError):
        return json.loads(letter).get("is_edited") is True
    return False


def keep_draft(
    log: Log, *, case_id: str, kind: str, written_at: str, letter: str, sent: frozenset[int]
) -> int:
    """Keep a draft and return its number: that of the unsent draft of its kind, or the next.

    `sent` are the numbers of letters already sent, or changed by the person: they are never
    used again.
    """
    connection = database.open_for_writing(log.home)
    telling = database.telling(log.home.database)
    with closing(connection), telling, database.transaction(connection):
        number = _number(connection, case_id, kind, sent)
        connection.execute(
            "INSERT INTO drafts (case_id, number, kind, written_at, letter, seal)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (case_id, number) DO UPDATE SET"
            " written_at = excluded.written_at, letter = excluded.letter, seal = excluded.seal",
            (
                case_id,
                number,
                kind,
                written_at,
                letter,
                seal(case_id, number, kind, written_at, letter),
            ),
        )
    return number


def change_draft(log: Log, draft: Draft, *, letter: str, written_at: str | None = None) -> None:
    """Keep a draft in other words, under its number.

    Raises StoreProblem where it was written anew, or sent, since it was read.
    """
    when = written_at or draft.written_at
    told = (draft.case_id, draft.number, draft.kind)
    connection = database.open_for_writing(log.home)
    telling = database.telling(log.home.database)
    with closing(connection), telling, database.transaction(connection):
        changed = connection.execute(
            "UPDATE drafts SET letter = ?, written_at = ?, seal = ?"
            " WHERE case_id = ? AND number = ? AND seal = ?",
            (
                letter,
                when,
                seal(*told, when, letter),
                *told[:2],
                seal(*told, draft.written_at, draft.letter),
            ),
        ).rowcount
        if not changed:
            raise StoreProblem(
                f"Letter {draft.number} was written anew or sent while you edited it.",
                fix=f"Look at it with `complaintkit letter {draft.number}`, then edit it again.",
            )


def drop_draft(log: Log, *, case_id: str, number: int) -> None:
    """Take a draft away once the letter is in the log as sent."""
    connection = database.open_for_writing(log.home)
    telling = database.telling(log.home.database)
    with closing(connection), telling, database.transaction(connection):
        connection.execute("DELETE FROM drafts WHERE case_id = ? AND number = ?", (case_id, number))


def _number(connection: sqlite3.Connection, case_id: str, kind: str, sent: frozenset[int]) -> int:
    unsent: dict[str, int] = dict(
        connection.execute("SELECT kind, number FROM drafts WHERE case_id = ?", (case_id,))
    )
    if kind in unsent and unsent[kind] not in sent:
        return unsent[kind]
    return max({0, *unsent.values(), *sent}) + 1
