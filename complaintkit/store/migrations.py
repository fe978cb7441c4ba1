"""Which shape has the database, and how does an older one become the newest?

Each migration is a list of single statements, run in one transaction together with
its version number; never `executescript`, which commits half-way (reliability.md).
Old entries are never rewritten.
"""

import sqlite3
from collections.abc import Sequence

APPLICATION_ID = 0x436B6974  # "Ckit"

_ERASE_IS_NAMED = """
OLD.path <> 'entry' AND OLD.path NOT LIKE 'entry.%'
AND NOT (OLD.path LIKE 'path.%'
  AND EXISTS (SELECT 1 FROM entries WHERE id = OLD.entry_id AND kind = 'erase'))
AND EXISTS (
  SELECT 1 FROM entry_values AS target
  JOIN entries AS erasing ON erasing.id = target.entry_id AND erasing.kind = 'erase'
  JOIN entry_values AS named ON named.entry_id = erasing.id AND named.path LIKE 'path.%'
  WHERE target.path = 'entry' AND target.value = OLD.entry_id AND named.value = OLD.path
    AND erasing.case_id = (SELECT case_id FROM entries WHERE id = OLD.entry_id)
)
"""

SEARCH_INDEX = """CREATE VIRTUAL TABLE search_index USING fts5(
  words, tokenize = 'unicode61 remove_diacritics 2'
)"""

_FIRST: Sequence[str] = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL, seal TEXT NOT NULL) STRICT",
    """CREATE TABLE entries (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  kind TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  fields INTEGER NOT NULL CHECK (fields >= 1),
  body TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (case_id, seq)
) STRICT""",
    """CREATE TABLE entry_values (
  entry_id TEXT NOT NULL REFERENCES entries (id),
  path TEXT NOT NULL,
  value TEXT,
  salt BLOB,
  PRIMARY KEY (entry_id, path),
  CHECK ((value IS NULL) = (salt IS NULL))
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX entry_values_naming ON entry_values (value) WHERE path = 'entry'",
    """CREATE TRIGGER entries_follow BEFORE INSERT ON entries BEGIN
  SELECT RAISE(ABORT, 'seq does not follow')
  WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entries WHERE case_id = NEW.case_id);
  SELECT RAISE(ABORT, 'prev does not follow')
  WHERE NEW.seq > 1 AND NEW.prev IS NOT
    (SELECT hash FROM entries WHERE case_id = NEW.case_id AND seq = NEW.seq - 1);
  SELECT RAISE(ABORT, 'entries are never replaced')
  WHERE EXISTS (SELECT 1 FROM entries WHERE id = NEW.id OR place = NEW.place);
END""",
    """CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN
  SELECT RAISE(ABORT, 'entries are never changed');
END""",
    """CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN
  SELECT RAISE(ABORT, 'entries are never deleted');
END""",
    """CREATE TRIGGER entry_values_follow BEFORE INSERT ON entry_values BEGIN
  SELECT RAISE(ABORT, 'values are never replaced')
  WHERE EXISTS (SELECT 1 FROM entry_values WHERE entry_id = NEW.entry_id AND path = NEW.path);
  SELECT RAISE(ABORT, 'no entry has that id')
  WHERE NOT EXISTS (SELECT 1 FROM entries WHERE id = NEW.entry_id);
  SELECT RAISE(ABORT, 'the entry has all its values')
  WHERE (SELECT count(*) FROM entry_values WHERE entry_id = NEW.entry_id)
    >= (SELECT fields FROM entries WHERE id = NEW.entry_id);
  SELECT RAISE(ABORT, 'a later entry follows')
  WHERE EXISTS (
    SELECT 1 FROM entries AS this JOIN entries AS later
    ON later.case_id = this.case_id AND later.seq > this.seq WHERE this.id = NEW.entry_id);
END""",
    f"""CREATE TRIGGER entry_values_stay BEFORE UPDATE ON entry_values
WHEN NOT (
  NEW.value IS NULL AND NEW.salt IS NULL AND OLD.value IS NOT NULL
  AND NEW.entry_id = OLD.entry_id AND NEW.path = OLD.path
  AND {_ERASE_IS_NAMED.strip()}
) BEGIN
  SELECT RAISE(ABORT, 'values are never changed');
END""",
    """CREATE TRIGGER entry_values_remain BEFORE DELETE ON entry_values BEGIN
  SELECT RAISE(ABORT, 'values are never deleted');
END""",
    """CREATE TABLE drafts (
  case_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  written_at TEXT NOT NULL,
  letter TEXT NOT NULL,
  seal TEXT NOT NULL,
  PRIMARY KEY (case_id, number)
) STRICT""",
    """CREATE TABLE case_index (
  case_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  is_open INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  exhibits INTEGER NOT NULL,
  head TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT""",
    """CREATE TABLE moments (
  case_id TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (case_id, sort_key, seq)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE links (
  target TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  PRIMARY KEY (target, entry_id)
) STRICT, WITHOUT ROWID""",
    SEARCH_INDEX,
)

MIGRATIONS: Sequence[Sequence[str]] = (_FIRST,)
VERSION = len(MIGRATIONS)


def migrate(
    connection: sqlite3.Connection, migrations: Sequence[Sequence[str]] = MIGRATIONS
) -> None:
    """Bring the database to the newest version, each step in one transaction."""
    for version, statements in enumerate(migrations, start=1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] < version:
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def schema(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the definition of each table, index and trigger by name."""
    found = connection.execute("SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_schema")
    return {name: f"{kind} {table}: {' '.join(sql.split())}" for name, kind, table, sql in found}


def expected_schema() -> dict[str, str]:
    """Return the definitions that an untouched database of the newest version has."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(fresh)
        return schema(fresh)
    finally:
        fresh.close()
