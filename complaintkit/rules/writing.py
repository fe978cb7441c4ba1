"""How do values become the text fields of an entry?"""

from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.rules.shape import Plain


def moment_fields(moment: Moment) -> Plain:
    """Return `at`, `offset`, `zone`, `precision`, `skipped` as far as they are known."""
    whole_day = "%Y-%m" if moment.precision is Precision.MONTH else "%Y-%m-%d"
    plain = {
        "at": moment.wall.strftime("%Y-%m-%dT%H:%M" if moment.has_time else whole_day),
        "offset": offset_text(moment) if moment.has_time else "",
        "zone": moment.zone,
        "precision": str(moment.precision),
        "skipped": "yes" if moment.skipped else "",
    }
    return {key: text for key, text in plain.items() if text}


def offset_text(moment: Moment) -> str:
    """Return the distance from UTC as +01:00, or "" where it is not known."""
    if moment.offset is None:
        return ""
    minutes = int(moment.offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def money_fields(money: Money) -> Plain:
    """Return an amount as the log keeps it."""
    return {"amount": str(money.amount), "currency": money.currency}
