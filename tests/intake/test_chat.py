import zipfile
from datetime import date
from pathlib import Path

import pytest

from complaintkit.errors import FileUnusable
from complaintkit.intake.chat import DayUnclear, looks_like_chat, read_chat

ANDROID = (
    "12/03/2026, 14:05 - Messages and calls are end-to-end encrypted.\n"
    "12/03/2026, 14:05 - Jo: Hello, my kettle leaks\n"
    "and the bill is 12:30 wrong\n"
    "12/03/2026, 14:07 - Brightwell Care: Sorry to hear that: we will look\n"
    "13/03/2026, 09:00 - Jo: IMG-20260313-WA0001.jpg (file attached)\n"
    "13/03/2026, 09:01 - Jo: <Media omitted>\n"
)
IOS = (
    "[12.03.26, 14:05:33] Jo: Hello\n"
    "\u200e[12.03.26, 14:06:01] Brightwell: \u200e<attached: 00000012-PHOTO.jpg>\n"
    "[28.03.26, 9:06:01] Brightwell: Done\n"
)


def chat(tmp_path: Path, text: str, **more: object):
    file = tmp_path / "chat.txt"
    file.write_text(text, "utf-8")
    return read_chat(file, **more)


def test_android_and_its_lines_that_go_on(tmp_path: Path):
    found = chat(tmp_path, ANDROID)
    assert found.names == ("Jo", "Brightwell Care")
    assert [one.text for one in found.said][:2] == [
        "Hello, my kettle leaks\nand the bill is 12:30 wrong",
        "Sorry to hear that: we will look",
    ]
    assert found.said[2].files == ("IMG-20260313-WA0001.jpg",)
    assert [(day, len(said)) for day, said in found.days()] == [
        (date(2026, 3, 12), 2),
        (date(2026, 3, 13), 2),
    ]


def test_ios_with_seconds_and_hidden_marks(tmp_path: Path):
    found = chat(tmp_path, IOS)
    assert [one.name for one in found.said] == ["Jo", "Brightwell", "Brightwell"]
    assert found.said[1].files == ("00000012-PHOTO.jpg",)
    assert found.said[0].line == "14:05 Jo: Hello"


def test_american_dates_and_halves_of_the_day(tmp_path: Path):
    text = "3/12/26, 2:05\u202fPM - Jo: a\n3/28/26, 12:05 AM - Jo: b\n"
    assert [f"{one.at:%Y-%m-%d %H:%M}" for one in chat(tmp_path, text).said] == [
        "2026-03-12 14:05",
        "2026-03-28 00:05",
    ]


def test_the_order_of_day_and_month_follows_from_the_whole_file(tmp_path: Path):
    rising_as_days = (
        "01/02/2026, 10:00 - Jo: a\n02/02/2026, 10:00 - Jo: b\n01/03/2026, 10:00 - Jo: c\n"
    )
    assert chat(tmp_path, rising_as_days).said[-1].at.date() == date(2026, 3, 1)


def test_dates_with_two_readings_are_asked_about(tmp_path: Path):
    text = "03/04/2026, 10:00 - Jo: a\n03/04/2026, 10:01 - Al: b\n"
    with pytest.raises(DayUnclear, match="day/month"):
        chat(tmp_path, text)
    assert chat(tmp_path, text, day_first=True).said[0].at.date() == date(2026, 4, 3)
    assert chat(tmp_path, text, day_first=False).said[0].at.date() == date(2026, 3, 4)


def test_a_zip_brings_its_media_and_nothing_is_extracted(tmp_path: Path):
    file = tmp_path / "WhatsApp Chat with Brightwell.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("_chat.txt", IOS)
        archive.writestr("00000012-PHOTO.jpg", b"photo")
        archive.writestr("../evil.jpg", b"evil")
    before = sorted(tmp_path.rglob("*"))
    found = read_chat(file)
    assert found.media == {"00000012-PHOTO.jpg": b"photo"}
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("text", ["", "hello\n", "1. first\n2. second\n"])
def test_other_text_is_no_chat(tmp_path: Path, text: str):
    file = tmp_path / "a.txt"
    file.write_text(text)
    assert not looks_like_chat(file)
    with pytest.raises(FileUnusable):
        read_chat(file)


def test_a_chat_is_known_by_its_beginning(tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_text(ANDROID, "utf-8")
    assert looks_like_chat(file)
