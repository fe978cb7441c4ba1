"""Is the calendar file strict enough for every reader, whatever was typed?"""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from complaintkit.model.clock import CalendarDate
from complaintkit.render.calendar import calendar_file

NOW = datetime(2026, 6, 20, 10, 0, 30, 999, tzinfo=timezone(timedelta(hours=-4)))
CHANGED = datetime(2026, 6, 19, 8, tzinfo=UTC)
HOSTILE = (
    "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
    "a, b; c\\ d: “e”",
    "\x00\x07\x1b[31mred\x7f\x85",
    "\u202egnp.exe\u2066",
    "x" * 5000,
    "日本語" * 400,
    "😀" * 300,
    "line\rline\u2028line\u2029line\x0bline\x0cline",
    "\ud800 alone",
)

text = st.sampled_from(HOSTILE) | st.text(st.characters(), max_size=300)


def a_date(**fields: object) -> CalendarDate:
    plain: dict = {
        "uid": "letter-2.case-1@complaintkit",
        "on": date(2026, 12, 4),
        "title": "phone-bill: last day",
        "text": ("They have until 4 December 2026.",),
        "number": 7,
        "changed_at": CHANGED,
    }
    return CalendarDate(**plain | fields)


def written(*dates: CalendarDate, alarm_days: int = 7) -> bytes:
    return calendar_file(dates, now=NOW, alarm_days=alarm_days)


def unfolded(content: bytes) -> list[str]:
    """Return the content lines, having checked that each is as RFC 5545 wants it."""
    assert content.endswith(b"\r\n")
    for line in content[:-2].split(b"\r\n"):
        assert len(line) <= 75
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line)
    lines = content.decode("utf-8").removesuffix("\r\n").replace("\r\n ", "").split("\r\n")
    for line in lines:
        assert re.match(r"[A-Z-]+(?:;[A-Z]+=[A-Z-]+)*:", line), line
    return lines


def test_an_event_reads_word_for_word():
    assert unfolded(written(a_date())) == [
        "BEGIN:VCALENDAR",
        "PRODID:-//complaintkit//complaintkit//EN",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:letter-2.case-1@complaintkit",
        "DTSTAMP:20260620T140030Z",
        "LAST-MODIFIED:20260619T080000Z",
        "SEQUENCE:7",
        "DTSTART;VALUE=DATE:20261204",
        "DTEND;VALUE=DATE:20261205",
        "SUMMARY:phone-bill: last day",
        "DESCRIPTION:They have until 4 December 2026.",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "STATUS:CONFIRMED",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:phone-bill: last day",
        "TRIGGER:-P6DT15H",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:phone-bill: last day",
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_what_is_over_is_cancelled_and_rings_no_more():
    lines = unfolded(written(a_date(is_over=True)))
    assert "STATUS:CANCELLED" in lines
    assert "BEGIN:VALARM" not in lines


def test_no_method_is_named_so_that_it_is_no_invitation():
    assert not any(line.startswith("METHOD") for line in unfolded(written(a_date())))


@pytest.mark.parametrize(("days", "count"), [(0, 1), (1, 2), (365, 2)])
def test_alarms_ring_before_the_day_and_on_it(days: int, count: int):
    (event,) = Calendar.from_ical(written(a_date(), alarm_days=days)).walk("VEVENT")
    rings = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert len(rings) == count
    assert rings[0] == timedelta(hours=9) - timedelta(days=days)
    assert rings[-1] == timedelta(hours=9)


@given(title=text, lines=st.lists(text, max_size=4))
def test_no_text_breaks_out_of_its_line(title: str, lines: list[str]):
    content = written(a_date(title=title, text=tuple(lines)), a_date(uid="other@complaintkit"))
    names = [line.partition(":")[0].partition(";")[0] for line in unfolded(content)]
    assert names.count("BEGIN") == names.count("END") == 7
    assert names.count("SUMMARY") == 2
    calendar = Calendar.from_ical(content)
    first, second = calendar.walk("VEVENT")
    assert not first.errors
    assert second["uid"] == "other@complaintkit"
    assert first.decoded("dtstart") == date(2026, 12, 4)
    shown = str(first["summary"]) + str(first.get("description", ""))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@given(st.text("ab,;:\\\"'é€😀 ", max_size=200).map(lambda said: f"x{said}x"))
def test_plain_text_comes_back_as_it_was(said: str):
    (event,) = Calendar.from_ical(written(a_date(title=said, text=(said, said)))).walk("VEVENT")
    assert str(event["summary"]) == said
    assert str(event["description"]) == f"{said}\n{said}"


def test_the_same_values_give_the_same_bytes():
    assert written(a_date(), a_date(uid="b")) == written(a_date(), a_date(uid="b"))
