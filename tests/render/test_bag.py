import hashlib
import io
import subprocess
import zipfile
from pathlib import Path

import bagit
import pytest

from complaintkit.errors import FileUnusable
from complaintkit.render.bag import PackFile, write_bag

INFO = {"Bagging-Date": "2026-11-22", "External-Description": "two\nlines", "Empty": ""}
PHOTO = bytes(range(256)) * 40


def a_bag(tmp_path: Path, *, reverse: bool = False) -> bytes:
    """Return a zip with a text, a photo that lies on disk, and a name of another alphabet."""
    photo = tmp_path / "photo"
    photo.write_bytes(PHOTO)
    files = [
        PackFile(path="log.json", content=b'{"a": 1}\n' * 1000),
        PackFile(
            path="exhibits/01-Ọlá (1).png",
            content=photo,
            sha256=hashlib.sha256(PHOTO).hexdigest(),
        ),
    ]
    stream = io.BytesIO()
    write_bag(stream, name="case-pack", bag_info=INFO, files=files[::-1] if reverse else files)
    return stream.getvalue()


@pytest.fixture
def unzipped(tmp_path: Path) -> Path:
    """Return the folder of a bag, as Info-ZIP unpacks it."""
    (tmp_path / "bag.zip").write_bytes(a_bag(tmp_path))
    subprocess.run(["unzip", "-q", "bag.zip"], cwd=tmp_path, check=True)
    return tmp_path / "case-pack"


def test_the_validator_of_bagit_accepts_it(unzipped: Path):
    bag = bagit.Bag(str(unzipped))
    bag.validate()
    assert bag.info["Payload-Oxum"] == f"{len(PHOTO) + 9000}.2"
    assert bag.info["External-Description"] == "two lines"
    assert "Empty" not in bag.info


def test_sha256sum_accepts_both_manifests(unzipped: Path):
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        checked = subprocess.run(
            ["sha256sum", "-c", "--strict", manifest], cwd=unzipped, check=True
        )
        assert checked.returncode == 0
    listed = (unzipped / "manifest-sha256.txt").read_text(encoding="utf-8").splitlines()
    assert [line[66:] for line in listed] == ["data/exhibits/01-Ọlá (1).png", "data/log.json"]


def test_unzip_finds_no_fault_and_one_folder(tmp_path: Path):
    (tmp_path / "bag.zip").write_bytes(a_bag(tmp_path))
    subprocess.run(["unzip", "-tq", "bag.zip"], cwd=tmp_path, check=True)
    with zipfile.ZipFile(tmp_path / "bag.zip") as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {"case-pack"}


def test_the_same_files_give_the_same_bytes_in_whatever_order(tmp_path: Path):
    assert a_bag(tmp_path) == a_bag(tmp_path, reverse=True)


def test_text_is_compressed_and_a_photo_is_stored(tmp_path: Path):
    with zipfile.ZipFile(io.BytesIO(a_bag(tmp_path))) as archive:
        text = archive.getinfo("case-pack/data/log.json")
        photo = archive.getinfo("case-pack/data/exhibits/01-Ọlá (1).png")
    assert text.compress_size < text.file_size
    assert (photo.compress_type, photo.compress_size) == (zipfile.ZIP_STORED, len(PHOTO))
    for member in (text, photo):
        assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert member.external_attr >> 16 == 0o100644


def test_a_file_that_is_not_the_recorded_one_stops_the_pack(tmp_path: Path):
    (tmp_path / "kept").write_bytes(b"changed")
    file = PackFile(path="exhibits/01-a.png", content=tmp_path / "kept", sha256="0" * 64)
    with pytest.raises(FileUnusable, match=r"exhibits/01-a\.png"):
        write_bag(io.BytesIO(), name="n", bag_info={}, files=[file])
    missing = PackFile(path="exhibits/01-a.png", content=tmp_path / "none")
    with pytest.raises(FileUnusable, match=r"exhibits/01-a\.png"):
        write_bag(io.BytesIO(), name="n", bag_info={}, files=[missing])
