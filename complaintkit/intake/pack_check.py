"""Is a pack whole, and which file or entry differs where it is not?"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from complaintkit.intake.pack import DAMAGE, Pack, open_pack, read_whole
from complaintkit.intake.pack_log import LogUnreadable, PackLog, read_log
from complaintkit.model.finding import Finding
from complaintkit.rules.privacy import as_entries, kept_files
from complaintkit.rules.reading import text
from complaintkit.rules.verify import CHANGED, Sealed, check_chain

BAGIT = "bagit.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
LOG = "data/log.json"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_LARGEST_TAG_FILE = 16 << 20
_LARGEST_LOG = 1 << 30
_CHUNK = 1 << 20
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
_KEPT_FOLDERS = ("data/exhibits/", "data/letters/")
_AFTER_CLOSING = "It was changed, added or taken away after the pack was made, or damaged."


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found in a pack, and how many entries and files were looked at.

    `sealed` are its entries, `digests` the SHA-256 of each file by its path in the bag.
    """

    findings: tuple[Finding, ...]
    entries: int
    files: int
    case_name: str = ""
    head: str = ""
    sealed: tuple[Sealed, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)


def check_pack(path: Path) -> Checked:
    """Check every file against both manifests, and every entry of the log.

    Works for a zip and for the folder it was unzipped to. Raises FileUnusable for what
    is no pack, or holds what no pack holds.
    """
    with open_pack(path) as pack:
        digests: dict[str, str] = {}
        findings = [*_read_all(pack, digests)]
        findings += _check_declaration(pack)
        findings += _check_manifest(pack, MANIFEST, _payload(digests))
        findings += _check_manifest(pack, TAG_MANIFEST, _tags(digests))
        log = _log(pack, findings)
        if log is not None:
            told = {finding.place for finding in findings}
            whole = {path: digest for path, digest in digests.items() if path not in told}
            findings += _check_log(log, whole, pack.sizes)
    return Checked(
        findings=tuple(findings),
        entries=len(log.entries) if log else 0,
        files=len(pack.sizes),
        case_name=log.case_name if log else "",
        head=log.head if log else "",
        sealed=log.entries if log else (),
        digests=digests,
    )


def _read_all(pack: Pack, digests: dict[str, str]) -> Iterator[Finding]:
    for path in sorted(pack.sizes):
        try:
            with pack.open(path) as stream:
                hasher = hashlib.sha256()
                while chunk := stream.read(_CHUNK):
                    hasher.update(chunk)
            digests[path] = hasher.hexdigest()
        except DAMAGE:
            digests[path] = ""
            yield Finding(
                place=path, what="it cannot be read to its end", meaning="The file is damaged."
            )


def _check_declaration(pack: Pack) -> Iterator[Finding]:
    try:
        if read_whole(pack, BAGIT, most=_LARGEST_TAG_FILE) == DECLARATION:
            return
    except (KeyError, ValueError, *DAMAGE):
        pass
    yield Finding(place=BAGIT, what="it is missing or not as it is written", meaning=_AFTER_CLOSING)


def _payload(digests: Mapping[str, str]) -> dict[str, str]:
    return {path: digest for path, digest in digests.items() if path.startswith("data/")}


def _tags(digests: Mapping[str, str]) -> dict[str, str]:
    return {
        path: digest
        for path, digest in digests.items()
        if not path.startswith("data/") and path != TAG_MANIFEST
    }


def _check_manifest(pack: Pack, name: str, found: Mapping[str, str]) -> Iterator[Finding]:
    try:
        lines = read_whole(pack, name, most=_LARGEST_TAG_FILE).decode("utf-8").split("\n")
    except (KeyError, ValueError, *DAMAGE):
        yield Finding(place=name, what="it is missing or cannot be read", meaning=_AFTER_CLOSING)
        return
    listed: dict[str, str] = {}
    for number, line in enumerate(lines[:-1] if lines[-1] == "" else lines, start=1):
        read = _LINE.fullmatch(line)
        path = normalize("NFC", read[2]) if read else ""
        if read is None or path in listed:
            yield Finding(
                place=f"{name}, line {number}",
                what="it is not a fingerprint and a file name, or it stands twice",
                meaning=_AFTER_CLOSING,
            )
            continue
        listed[path] = read[1]
    yield from _differences(name, listed, found)


def _differences(
    name: str, listed: Mapping[str, str], found: Mapping[str, str]
) -> Iterator[Finding]:
    for path in sorted(listed.keys() | found.keys()):
        if path not in found:
            what = f"the file is missing; {name} lists it"
        elif path not in listed:
            what = f"{name} does not list this file"
        elif found[path] and found[path] != listed[path]:
            what = f"its SHA-256 is {found[path][:12]}…, {name} says {listed[path][:12]}…"
        else:
            continue
        yield Finding(place=path, what=what, meaning=_AFTER_CLOSING)


def _log(pack: Pack, findings: list[Finding]) -> PackLog | None:
    if LOG not in pack.sizes:
        missing = "the log is missing"
    else:
        try:
            return read_log(read_whole(pack, LOG, most=_LARGEST_LOG))
        except LogUnreadable as problem:
            missing = f"the log cannot be read: {problem}"
        except (ValueError, *DAMAGE):
            missing = "the log cannot be read"
    findings.append(Finding(place=LOG, what=missing, meaning=_AFTER_CLOSING))
    return None


def _check_log(log: PackLog, digests: Mapping[str, str], sizes: Mapping[str, int]) -> list[Finding]:
    try:
        findings = check_chain(log.entries, name=log.case_name)
        findings += _check_ends(log)
        findings += _check_kept(log, digests, sizes)
    except (TypeError, ValueError, RecursionError):
        return [Finding(place=LOG, what="its entries cannot be read", meaning=_AFTER_CLOSING)]
    return findings


def _check_ends(log: PackLog) -> Iterator[Finding]:
    head = log.entries[-1].hash if log.entries else ""
    if log.head != head or log.count != len(log.entries):
        yield Finding(
            place=LOG,
            what=f"it names {log.count} entries and a last hash {log.head[:12]}…;"
            f" it holds {len(log.entries)} and {head[:12]}…",
            meaning="Entries were taken off or added at the end.",
        )


def _check_kept(
    log: PackLog, digests: Mapping[str, str], sizes: Mapping[str, int]
) -> Iterator[Finding]:
    """Compare exhibits and letters with the hashes that the log recorded, both ways."""
    there = {
        digest: path
        for path, digest in digests.items()
        if path.startswith(_KEPT_FOLDERS) and digest
    }
    recorded = kept_files(as_entries(log.entries))
    copies = {row.sha256 for row in log.files.values() if row.changed and row.recorded in recorded}
    for sha256, line in recorded.items():
        called = f"{log.case_name} #{line.entry.seq}, file {text(line.plain, 'name')}"
        size = text(line.plain, "size")
        told = log.files.get(sha256)
        if told and told.left_out and sha256 not in there:
            continue
        if told and told.changed:
            if there.get(told.sha256) != told.path:
                yield Finding(
                    place=called,
                    what="the changed copy that the pack names is not there",
                    meaning=CHANGED,
                )
        elif sha256 not in there:
            yield Finding(
                place=called,
                what=f"no file in the pack has its SHA-256 {sha256[:12]}…",
                meaning=CHANGED,
            )
        elif size != str(sizes[there[sha256]]):
            yield Finding(place=called, what="its size is not the recorded one", meaning=CHANGED)
    for digest in sorted(there.keys() - recorded.keys() - copies):
        yield Finding(
            place=there[digest],
            what="no entry of the log has this file",
            meaning="It was put in afterwards, or its entry was changed.",
        )
