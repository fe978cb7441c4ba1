"""How do the guide's sentences get their facts?"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from complaintkit.model.reference import Guide
    from complaintkit.model.summary import Summary

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_TIMES = {1: "once", 2: "twice"}
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./")


def sentence(guide: "Guide", key: str, **facts: object) -> str:
    """Return one sentence of the guide with its facts; dates are written out.

    What is put in is never read as a pattern, and the first letter becomes a capital.
    """
    text = guide.sentences[key].format(
        **{
            name: plain_date(fact) if isinstance(fact, date) else fact
            for name, fact in facts.items()
        }
    )
    return text[:1].upper() + text[1:]


def plain_date(day: date) -> str:
    """Return a day such as “28 February 2026”, which no reader takes for another."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def times(count: int) -> str:
    """Return “once”, “twice”, “3 times”."""
    return _TIMES.get(count, f"{count} times")


def days(count: int) -> str:
    """Return “1 day”, “3 days”."""
    return "1 day" if count == 1 else f"{count} days"


def company_of(summary: "Summary", guide: "Guide") -> str:
    """Return the company's name, or “the company”."""
    return summary.company or guide.sentences["company"]


def who_said(who: str, summary: "Summary", guide: "Guide") -> str:
    """Return a name, or who it was as far as the log knows: “somebody at … (agent)”."""
    if who and not who.startswith("("):
        return who
    key = "someone-role" if who else "someone"
    return guide.sentences[key].format(company=company_of(summary, guide), role=who)


def filled(command: str, *, case: str, letter: str = "") -> str:
    """Return a command with the case's name, quoted where a shell would read it otherwise."""
    return command.replace("{letter}", letter).replace("{case}", quoted(case))


def quoted(name: str) -> str:
    """Return a name as one word for the shell; an empty one becomes ''."""
    if name and not name.startswith("-") and _PLAIN.issuperset(name):
        return name
    return "'" + name.replace("'", "'\"'\"'") + "'"


def plus_days(day: date, days: int) -> date:
    """Return the day so many calendar days later; the end of the calendar is the last one."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def plus_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    for number in (day.day, 30, 29):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, 28)
