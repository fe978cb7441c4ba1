"""What makes the log tamper-evident, byte for byte?

The hash input is fixed in docs/log-format.md, with test vectors. SHA-256 over
domain-separated input; commitments are salted per field, so a value can be
withheld or erased and the chain still holds (facts: RFC 6962 uses the same
separation of domains; salts hide low-entropy values such as account numbers).
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

FORMAT = 1
SALT_BYTES = 16

_FIELD = b"complaintkit/field/1\x00"
_ENTRY = b"complaintkit/entry/1\x00"
_GENESIS = b"complaintkit/genesis/1\x00"


def commitment(path: str, salt: bytes, value: str) -> str:
    """Return the hex commitment to one field.

    `salt` is exactly 16 bytes; `path` holds no NUL. Raises ValueError otherwise.
    """
    if len(salt) != SALT_BYTES or "\x00" in path:
        raise ValueError(path)
    return hashlib.sha256(
        _FIELD + path.encode() + b"\x00" + salt + value.encode("utf-8")
    ).hexdigest()


def body_of(commitments: Iterable[str]) -> str:
    """Return the canonical JSON that an entry's hash covers: sorted commitments alone."""
    return json.dumps(
        {"commitments": sorted(commitments), "format": FORMAT},
        sort_keys=True,
        separators=(",", ":"),
    )


def seal(
    fields: Mapping[str, str], salts: Iterable[bytes]
) -> tuple[str, tuple[tuple[str, str, bytes], ...]]:
    """Return an entry's body and its (path, value, salt) rows, one salt a field, in path order."""
    rows = tuple(
        (path, fields[path], salt) for path, salt in zip(sorted(fields), salts, strict=False)
    )
    if len(rows) != len(fields):
        raise ValueError("one salt for each field")
    return body_of(commitment(path, salt, value) for path, value, salt in rows), rows


def genesis(case_id: str, created_at: str) -> str:
    """Return the `prev` of a case's first entry: hash of case id, creation time and format."""
    text = f"{case_id}\x00{created_at}\x00{FORMAT}"
    return hashlib.sha256(_GENESIS + text.encode()).hexdigest()


def entry_hash(*, case_id: str, entry_id: str, seq: int, prev: str, body: str) -> str:
    """Return the hash that the next entry of the case points back to."""
    text = f"{case_id}\x00{entry_id}\x00{seq}\x00{prev}\x00{body}"
    return hashlib.sha256(_ENTRY + text.encode()).hexdigest()
