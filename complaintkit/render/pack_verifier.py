#!/usr/bin/env python3
"""Is this pack as it was made? Run me in the folder that holds bagit.txt: python3 data/verify.py

I need Python 3.9 or later and nothing else: no network, nothing to install. I check the SHA-256 of
every file against the manifests, and in log.json every value, every entry's hash and every link
from one entry to the next. Give me a receipt (a file, or the 64 signs) as well, and I say whether
the log still holds against it:  python3 data/verify.py RECEIPT

I was written a second time, apart from complaintkit, from docs/log-format.md alone.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OF_THE_SYSTEM = (".DS_Store", "Thumbs.db", "desktop.ini")


def sha256(*parts: bytes) -> str:
    """Return the fingerprint of some bytes."""
    return hashlib.sha256(b"".join(parts)).hexdigest()


def digest_of(path: Path) -> str:
    """Return the fingerprint of a file, read in pieces."""
    hasher = hashlib.sha256()
    with path.open("rb") as stream:
        for piece in iter(lambda: stream.read(1 << 20), b""):
            hasher.update(piece)
    return hasher.hexdigest()


def check_manifest(folder: Path, name: str, found: "set[str]") -> Iterator[str]:
    """Yield what differs between a manifest and the files: changed, missing, too many."""
    try:
        lines = (folder / name).read_text("utf-8").split("\n")
    except (OSError, ValueError):
        yield f"{name}: it is missing or cannot be read"
        return
    listed: dict[str, str] = {}
    for line in filter(None, lines):
        match = re.fullmatch(r"([0-9a-f]{64})  (\S.*)", line)
        if not match or match[2] in listed:
            yield f"{name}: a line is not a fingerprint and a file name"
        else:
            listed[match[2]] = match[1]
    for path in sorted(set(listed) | set(found)):
        if path not in found:
            yield f"{path}: the file is missing"
        elif path not in listed:
            yield f"{path}: {name} does not list it"
        elif digest_of(folder / path) != listed[path]:
            yield f"{path}: its SHA-256 is not the one of {name}"


def check_entry(entry: "dict[str, Any]", case_id: str) -> Iterator[str]:
    """Yield what differs within one entry: its hash, and each value against its commitment."""
    place = f"#{entry['seq']}"
    parts = (case_id, entry["id"], str(entry["seq"]), entry["prev"], entry["body"])
    if sha256(b"complaintkit/entry/1\0", "\0".join(parts).encode()) != entry["hash"]:
        yield f"{place}: its hash does not match its body, id or place"
    body = json.loads(entry["body"])
    left = list(body["commitments"])
    written = json.dumps(
        {"commitments": sorted(left), "format": 1}, sort_keys=True, separators=(",", ":")
    )
    if written != entry["body"]:
        yield f"{place}: its body is not in the written form"
    for path, kept in entry["values"].items():
        salt = bytes.fromhex(kept["salt"])
        text = path.encode() + b"\0" + salt + kept["value"].encode()
        made = sha256(b"complaintkit/field/1\0", text)
        if len(salt) != 16 or made not in left:
            yield f"{place}, {path}: the value is not the recorded one"
        else:
            left.remove(made)
    if len(left) != len(entry["erased"]) + entry["withheld"]:
        yield f"{place}: a field was taken out or put in"
    for name in ("kind", "recorded_at"):
        sealed = entry["values"].get("entry." + name, {}).get("value")
        if sealed != entry[name]:
            yield f"{place}, {name}: it is not the recorded one"


def check_log(log: "dict[str, Any]") -> Iterator[str]:
    """Yield what differs in the chain of entries."""
    first = log["entries"][0]
    created = first["values"].get("entry.recorded_at", {}).get("value", "")
    start = "\0".join((log["case_id"], created, "1")).encode()
    before = sha256(b"complaintkit/genesis/1\0", start)
    for number, entry in enumerate(log["entries"], start=1):
        if entry["seq"] != number:
            yield f"#{entry['seq']}: #{number} should come here"
        if entry["prev"] != before:
            yield f"#{entry['seq']}: it does not follow from the entry before it"
        yield from check_entry(entry, log["case_id"])
        before = entry["hash"]
    if log["head"] != before or log["count"] != len(log["entries"]):
        yield "log.json: entries were taken off or added at the end"


def check_files(log: "dict[str, Any]", folder: Path) -> Iterator[str]:
    """Yield exhibits and letters that the log recorded and that are not here as it says."""
    told = {row["recorded"]: row for row in log.get("files", [])}
    for recorded, row in sorted(told.items()):
        if row.get("left_out"):
            continue
        path = folder / row["path"]
        expected = row["sha256"] if row.get("changed") else recorded
        if not path.is_file() or digest_of(path) != expected:
            yield f"{row['path']}: it is not the file that the log names"


def check_receipt(log: "dict[str, Any]", told: str) -> Iterator[str]:
    """Yield how the log differs from a receipt."""
    head = re.search(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", told)
    if not head:
        yield "the receipt: there is no hash of 64 signs in it"
        return
    hashes = [entry["hash"] for entry in log["entries"]]
    count = re.search(r"Entries: *(\d+)", told)
    there = hashes[int(count[1]) - 1 : int(count[1])] if count else hashes
    if head[0] not in there:
        yield "the receipt: the log does not hold against it"


def check(folder: Path, receipt: str) -> Iterator[str]:
    """Yield all that differs in a pack."""
    files = {
        one.relative_to(folder).as_posix()
        for one in folder.rglob("*")
        if one.is_file() and not one.is_symlink() and one.name not in OF_THE_SYSTEM
    }
    payload = {one for one in files if one.startswith("data/")}
    tags = files - payload - {"tagmanifest-sha256.txt"}
    yield from check_manifest(folder, "manifest-sha256.txt", payload)
    yield from check_manifest(folder, "tagmanifest-sha256.txt", tags)
    try:
        log = json.loads((folder / "data/log.json").read_text("utf-8"))
        yield from check_log(log)
        yield from check_files(log, folder)
        if receipt:
            yield from check_receipt(log, receipt)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as problem:
        yield f"data/log.json: it cannot be read ({type(problem).__name__})"


def main() -> int:
    """Check the pack that this file lies in, and say what was found."""
    folder = Path(__file__).resolve().parent.parent
    told = sys.argv[1] if len(sys.argv) > 1 else ""
    if told and Path(told).is_file():
        told = Path(told).read_text("utf-8", errors="replace")
    findings = list(check(folder, told))
    for finding in findings:
        print(finding.encode("ascii", "backslashreplace").decode())
    if findings:
        print(f"{len(findings)} found. Keep a copy of the pack as it is.")
        return 3
    print("Whole: nothing differs." + (" The log holds against the receipt." if told else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
