import io

import pytest
from PIL import Image, PngImagePlugin

from complaintkit.render.photo_copy import without_camera_data

SECRET = "5.123456N"


def photo(form: str, *, orientation: int = 0, exif: bool = True) -> bytes:
    picture = Image.new("RGB", (40, 24))
    picture.putdata([(x % 256, x * 7 % 256, x * 13 % 256) for x in range(40 * 24)])
    data = Image.Exif()
    if exif:
        data[0x010E] = SECRET
        data[0x0110] = "Camera of Jo"
        gps = data.get_ifd(0x8825)
        gps[1], gps[2] = "N", (51.0, 30.0, 12.5)
    if orientation:
        data[0x0112] = orientation
    more: dict[str, object] = {"exif": data} if exif or orientation else {}
    if form == "PNG" and exif:
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", SECRET)
        more["pnginfo"] = info
    if form == "JPEG" and exif:
        more["comment"] = SECRET.encode()
    stream = io.BytesIO()
    picture.save(stream, form, **more)
    return stream.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [0, 6])
def test_the_place_goes_and_the_picture_stays_as_it_was(form: str, orientation: int):
    before = photo(form, orientation=orientation)
    after = without_camera_data(before)
    assert SECRET.encode() in before
    assert after is not None
    assert SECRET.encode() not in after
    assert b"Camera of Jo" not in after
    one, other = Image.open(io.BytesIO(before)), Image.open(io.BytesIO(after))
    assert one.tobytes() == other.tobytes()
    assert not dict(other.getexif().get_ifd(0x8825))
    if form != "WEBP":
        assert other.getexif().get(0x0112, 0) == orientation


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_without_such_data_comes_back_as_it_is(form: str):
    plain = photo(form, exif=False)
    assert without_camera_data(plain) == plain


def test_a_second_picture_behind_the_first_goes_too():
    whole = photo("JPEG", exif=False)
    assert without_camera_data(whole + photo("JPEG")) == whole


@pytest.mark.parametrize("cut", [3, 10, 30])
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_damaged_picture_is_not_taken_for_a_clean_one(form: str, cut: int):
    assert without_camera_data(photo(form)[:cut]) is None


def test_other_kinds_are_not_known():
    assert without_camera_data(b"%PDF-1.4") is None
    assert without_camera_data(b"\0\0\0\x18ftypheic") is None
