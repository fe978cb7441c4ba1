"""How do values become the text fields of an entry?"""

from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.rules.local_time import offset_text
from complaintkit.rules.shape import Plain


def moment_fields(moment: Moment) -> Plain:
    """Return `at`, `offset`, `zone`, `precision`, `skipped` as far as they are known."""
    whole_day = "%Y-%m" if moment.precision is Precision.MONTH else "%Y-%m-%d"
    offset = moment.offset if moment.has_time else None
    plain = {
        "at": moment.wall.strftime("%Y-%m-%dT%H:%M" if moment.has_time else whole_day),
        "offset": "" if offset is None else offset_text(offset),
        "zone": moment.zone,
        "precision": str(moment.precision),
        "skipped": "yes" if moment.skipped else "",
    }
    return {key: text for key, text in plain.items() if text}


def money_fields(money: Money) -> Plain:
    """Return an amount as the log keeps it."""
    return {"amount": str(money.amount), "currency": money.currency}
