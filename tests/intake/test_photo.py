import io
from pathlib import Path

import pytest
from PIL import Image

from complaintkit.intake.photo import taken_at


def photo(folder: Path, told: str = "", zone: str = "", form: str = "JPEG") -> Path:
    data = Image.Exif()
    data[0x0110] = "camera"
    inner = data.get_ifd(0x8769)
    if told:
        inner[0x9003] = told
    if zone:
        inner[0x9011] = zone
    file = folder / f"a.{form.lower()}"
    Image.new("RGB", (8, 8)).save(file, form, exif=data)
    return file


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_tells_when_it_was_taken(form: str, tmp_path: Path):
    file = photo(tmp_path, "2026:03:01 10:11:12", "+01:00", form)
    assert taken_at(file) == "2026-03-01T10:11:12+01:00"


@pytest.mark.parametrize(
    ("told", "zone", "found"),
    [
        ("2026:03:01 10:11:12", "", "2026-03-01T10:11:12"),
        ("2026:03:01 10:11:12", "nonsense", "2026-03-01T10:11:12"),
        ("0000:00:00 00:00:00", "", ""),
        ("yesterday", "", ""),
        ("", "", ""),
    ],
)
def test_what_is_no_time_is_none(told: str, zone: str, found: str, tmp_path: Path):
    assert taken_at(photo(tmp_path, told, zone)) == found


def test_what_is_no_picture_tells_nothing(tmp_path: Path):
    file = tmp_path / "a.jpg"
    file.write_bytes(b"\xff\xd8\xff no picture")
    assert taken_at(file) == ""
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "JPEG")
    file.write_bytes(stream.getvalue()[:30])
    assert taken_at(file) == ""
