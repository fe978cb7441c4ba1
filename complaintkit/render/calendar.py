"""How do the dates of cases become a file that every calendar reads? (RFC 5545)

All-day events that take up no time, each with two alarms. `UID` never changes, so that
importing the file again moves what has moved, and takes out what is over.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from complaintkit.model.clock import CalendarDate
from complaintkit.render.printable import one_line

if TYPE_CHECKING:
    from icalendar import Alarm, Event

AT = timedelta(hours=9)
"""The hour of an alarm, on the clock of the person's own calendar."""


def calendar_file(dates: Iterable[CalendarDate], *, now: datetime, alarm_days: int) -> bytes:
    """Return an iCalendar file; the same dates and clock give the same bytes.

    `alarm_days` is how long before the day the first alarm rings; 0: only on the day.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//complaintkit//complaintkit//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for one in dates:
        calendar.add_component(_event(one, now=now, alarm_days=alarm_days))
    content: bytes = calendar.to_ical(sorted=False)
    return content


def _event(one: CalendarDate, *, now: datetime, alarm_days: int) -> "Event":
    from icalendar import Event

    title = one_line(one.title)
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", one.changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", one.number)
    event.add("dtstart", one.on)
    event.add("dtend", one.on + timedelta(days=1))
    event.add("summary", title)
    if one.text:
        event.add("description", "\n".join(map(one_line, one.text)))
    if one.url:
        event.add("url", one.url)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if one.is_over else "CONFIRMED")
    if not one.is_over:
        for days in dict.fromkeys((alarm_days, 0)):
            event.add_component(_alarm(title, AT - timedelta(days=days)))
    return event


def _alarm(title: str, trigger: timedelta) -> "Alarm":
    """Return an alarm so long after the first moment of the day; before it where negative."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", trigger)
    return alarm
