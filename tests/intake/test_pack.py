import hashlib
import io
import json
import os
import stat
import warnings
import zipfile
from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from complaintkit.errors import FileUnusable
from complaintkit.intake.pack import open_pack
from complaintkit.intake.pack_check import check_pack
from complaintkit.intake.pack_log import LogUnreadable, read_log
from complaintkit.render.bag import PackFile, write_bag
from complaintkit.render.log_tables import log_json
from complaintkit.rules import chain
from complaintkit.rules.verify import Sealed

NOW = datetime.fromisoformat("2026-11-22T10:00:00+01:00")
AT = "2026-05-04T07:30:00Z"
PHOTO = b"\x89PNG\r\n\x1a\n a photo"
KEPT = {"sha256": hashlib.sha256(PHOTO).hexdigest(), "size": str(len(PHOTO)), "name": "a.png"}
TOLD = (
    ("open", {"name": "points", "problem": "p"}),
    ("encounter", {"at": "2026-03-01", "said": "refund agreed"}),
    ("exhibit", {"number": "1", **KEPT}),
    ("event", {"on": "2026-03-02", "what": "bill"}),
)
TOP = "points-pack"


def sealed() -> list[Sealed]:
    entries: list[Sealed] = []
    prev = chain.genesis("case", AT)
    for seq, (kind, content) in enumerate(TOLD, start=1):
        fields = {**content, "entry.kind": kind, "entry.recorded_at": AT}
        body, rows = chain.seal(fields, [bytes([seq] * 15 + [n]) for n in range(len(fields))])
        digest = chain.entry_hash(case_id="case", entry_id=f"e{seq}", seq=seq, prev=prev, body=body)
        values = {path: (value, salt) for path, value, salt in rows}
        entries.append(
            Sealed(
                id=f"e{seq}",
                case_id="case",
                seq=seq,
                kind=kind,
                recorded_at=AT,
                body=body,
                prev=prev,
                hash=digest,
                values=values,
            )
        )
        prev = digest
    return entries


def pack_bytes(log: str = "", photo: bytes = PHOTO) -> bytes:
    """Return a pack of four entries and one exhibit, manifests made anew."""
    text = log or log_json(sealed(), case_name="points", exported_at=NOW, tool="t")
    files = [
        PackFile(path="log.json", content=text.encode()),
        PackFile(path="exhibits/01-a.png", content=photo),
        PackFile(path="READ-ME-FIRST.txt", content=b"read me"),
    ]
    stream = io.BytesIO()
    write_bag(stream, name=TOP, bag_info={"Bagging-Date": "2026-11-22"}, files=files)
    return stream.getvalue()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "pack.zip"
    path.parent.mkdir()
    path.write_bytes(pack_bytes())
    return path


def unpacked(pack: Path) -> Path:
    with zipfile.ZipFile(pack) as archive:
        archive.extractall(pack.parent)
    return pack.parent / TOP


def places(path: Path) -> list[str]:
    return [finding.place for finding in check_pack(path).findings]


def test_a_whole_pack_has_no_findings_as_zip_and_as_folder(pack: Path):
    checked = check_pack(pack)
    assert (checked.findings, checked.entries, checked.files) == ((), 4, 7)
    assert checked.head == sealed()[-1].hash
    folder = unpacked(pack)
    assert check_pack(folder) == checked
    (folder.parent / "pack.zip").unlink()
    assert check_pack(folder.parent) == checked


def test_one_flipped_byte_in_each_file_is_named(pack: Path):
    folder = unpacked(pack)
    chance = Random(1)
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert len(files) == 7
    for path in files:
        whole = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        for place in {0, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(25))}:
            flipped = bytearray(whole)
            flipped[place] ^= 1 << chance.randrange(8)
            path.write_bytes(flipped)
            found = check_pack(folder).findings
            assert any(name in f"{one.place} {one.what}" for one in found), (name, place, found)
        path.write_bytes(whole)
    assert places(folder) == []


def test_a_flipped_bit_anywhere_in_a_zip_never_changes_content_unnoticed(pack: Path):
    whole, chance = pack.read_bytes(), Random(2)
    content = read_all(whole)
    caught = 0
    for _ in range(400):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        pack.write_bytes(flipped)
        try:
            found = check_pack(pack).findings
        except FileUnusable:
            caught += 1
            continue
        caught += bool(found)
        if not found:
            assert read_all(bytes(flipped)) == content
    assert caught > 300


def read_all(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_missing_and_an_added_file_are_named(pack: Path):
    folder = unpacked(pack)
    (folder / "data" / "READ-ME-FIRST.txt").unlink()
    (folder / "data" / "extra.txt").write_text("put in")
    (folder / "note.txt").write_text("put in")
    assert places(folder) == ["data/READ-ME-FIRST.txt", "data/extra.txt", "note.txt"]


def test_a_pack_without_its_tag_files_is_told_what_is_missing(pack: Path):
    folder = unpacked(pack)
    for name in ("bagit.txt", "tagmanifest-sha256.txt"):
        (folder / name).unlink()
    assert places(folder) == ["bagit.txt", "tagmanifest-sha256.txt"]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("refund agreed", "refund refused", "points #2, field said"),
        ('"kind": "event"', '"kind": "offer"', "points #4, kind"),
        ('"seq": 3', '"seq": 5', "points #5"),
        ('"count": 4', '"count": 5', "data/log.json"),
        ('"withheld": 0', '"withheld": 1', "points #1"),
        ('"value": "a.png"', '"value": "b.png"', "points #3, field name"),
        ('"schema"', '"head": "x", "schema"', "data/log.json"),
        ('"withheld": 0', '"withheld": "0"', "data/log.json"),
    ],
)
def test_a_changed_log_is_named_even_where_the_manifests_were_made_anew(
    pack: Path, old: str, new: str, place: str
):
    text = log_json(sealed(), case_name="points", exported_at=NOW, tool="t")
    assert old in text
    pack.write_bytes(pack_bytes(text.replace(old, new, 1)))
    assert place in places(pack)


def test_an_entry_taken_out_is_named(pack: Path):
    for gone, place in ((1, "points #3"), (3, "data/log.json")):
        entries = sealed()
        head = entries[-1].hash
        del entries[gone]
        text = log_json(entries, case_name="points", exported_at=NOW, tool="t")
        own_head = f'"head": "{entries[-1].hash}"'
        pack.write_bytes(pack_bytes(text.replace(own_head, f'"head": "{head}"')))
        assert place in places(pack)


def test_another_photo_in_place_of_the_exhibit_is_named(pack: Path):
    pack.write_bytes(pack_bytes(photo=PHOTO + b"!"))
    assert places(pack) == ["points #3, file a.png", "data/exhibits/01-a.png"]


@pytest.mark.parametrize(
    "body",
    ["[" * 100_000, '{"commitments": [1, "a"], "format": 1}', '{"commitments": 5}', "", "null"],
)
def test_a_body_that_is_no_body_is_a_finding(pack: Path, body: str):
    entries = sealed()
    text = log_json(entries, case_name="points", exported_at=NOW, tool="t")
    record = json.loads(text)
    record["entries"][1]["body"] = body
    pack.write_bytes(pack_bytes(json.dumps(record)))
    assert places(pack)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff", b"[" * 100_000, b'{"schema": "complaintkit/log/2"}', b"null"],
)
def test_a_file_that_is_no_log_is_told_from_one(content: bytes):
    with pytest.raises(LogUnreadable):
        read_log(content)


def hostile(tmp_path: Path, *members: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    """Write a zip with a good pack's files and these members."""
    path = tmp_path / "in" / "hostile.zip"
    path.parent.mkdir(exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in (*read_all(pack_bytes()).items(), *members):
                archive.writestr(name, content)
    return path


def member(name: str, mode: int = 0o100644, system: int = 3) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo("x")
    made.filename, made.create_system, made.external_attr = name, system, mode << 16
    return made


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        f"{TOP}/../evil.txt",
        f"{TOP}/data/../../../evil.txt",
        "/tmp/evil.txt",
        f"{TOP}//evil.txt",
        f"{TOP}/./evil.txt",
        "C:\\evil.txt",
        f"{TOP}/C:evil.txt",
        f"{TOP}\\evil.txt",
        f"{TOP}/data/..\\..\\evil.txt",
        f"{TOP}/CON.txt",
        f"{TOP}/data/aux",
        f"{TOP}/data/COM¹.png",
        f"{TOP}/data/name. ",
        f"{TOP}/data/a\x1b[31m",
        f"{TOP}/data/LOG.json",
        f"{TOP}/data/log.json",
        f"{TOP}/data/{'a' * 1100}",
        "another/evil.txt",
        "evil.txt",
    ],
)
def test_a_name_that_no_pack_has_is_refused_and_nothing_is_written(tmp_path: Path, name: str):
    path = hostile(tmp_path, (member(name), b"evil"))
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(FileUnusable):
        check_pack(path)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_links_and_devices_in_a_zip_are_refused(tmp_path: Path, kind: int):
    path = hostile(tmp_path, (member(f"{TOP}/data/link", kind | 0o777), b"/etc/passwd"))
    with pytest.raises(FileUnusable, match="link"):
        check_pack(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path):
    path = hostile(tmp_path, (f"{TOP}/data/bomb.txt", b"\0" * (3 << 20)))
    with pytest.raises(FileUnusable, match="unpacks to far more"):
        check_pack(path)


def test_too_many_files_are_refused(tmp_path: Path):
    path = hostile(tmp_path, *((f"{TOP}/data/{n}", b"") for n in range(5_000)))
    with pytest.raises(FileUnusable, match="files"):
        check_pack(path)


def test_a_size_that_lies_is_found_out(tmp_path: Path):
    path = hostile(tmp_path, (f"{TOP}/data/lies.txt", b"a" * 1000))
    content = path.read_bytes()
    true, lie = (1000).to_bytes(4, "little"), (500).to_bytes(4, "little")
    assert content.count(true) == 2
    path.write_bytes(content.replace(true, lie))
    assert "data/lies.txt" in places(path)


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_a_file_that_is_no_pack_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "file.zip"
    path.write_bytes(content)
    with pytest.raises(FileUnusable):
        check_pack(path)


def test_a_missing_path_a_pipe_and_a_plain_folder_are_refused(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("none.zip", "pipe", ""):
        with pytest.raises(FileUnusable):
            check_pack(tmp_path / name)


def test_a_link_in_an_unzipped_pack_is_refused(pack: Path):
    folder = unpacked(pack)
    (folder / "data" / "link").symlink_to("/etc/passwd")
    with pytest.raises(FileUnusable, match="link"):
        check_pack(folder)


def test_a_member_is_read_by_its_path_in_the_bag(pack: Path):
    with open_pack(pack) as opened, opened.open("data/exhibits/01-a.png") as stream:
        assert (opened.name, stream.read()) == (TOP, PHOTO)
