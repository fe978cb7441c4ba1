"""How does one line of the timeline read?"""

from complaintkit.cli import show
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.timeline import TimelineLine
from complaintkit.rules.sentences import days
from complaintkit.rules.timeline import amended

_WAY = {"out": "→", "in": "←", "": "·"}


def told(line: TimelineLine) -> str:
    """Return `#3  Mon 12 Jan 2026 13:00 → phone, Ms Ruiz, Retention`, and what was said below."""
    head = f"#{line.seq}  {when(line.moment)} {_WAY[line.way]} {line.who}"
    marks = []
    if line.reference:
        marks.append(f"ref {line.reference}")
    if line.exhibits:
        numbers = ", ".join(str(number) for number in line.exhibits)
        marks.append(f"exhibit {numbers}")
    if line.corrected_by:
        marks.append(amended(line))
    if line.imported_on:
        marks.append(f"imported on {line.imported_on:%d %b %Y}")
    if line.days_later:
        marks.append(f"written down {days(line.days_later)} later")
    if line.private:
        marks.append("private")
    below = [*line.what, *([f"[{'; '.join(marks)}]"] if marks else [])]
    return "\n".join([head, *(show.wrapped(text, first="    ") for text in below)])


def when(moment: Moment) -> str:
    """Return the day, with the hour where it is known."""
    if moment.precision is Precision.MONTH:
        return moment.wall.strftime("%b %Y")
    shape = "%a %d %b %Y %H:%M" if moment.has_time else "%a %d %b %Y"
    about = "about " if moment.precision is Precision.ABOUT else ""
    return about + moment.wall.strftime(shape)
