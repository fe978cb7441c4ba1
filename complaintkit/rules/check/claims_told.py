"""How is a doubt about a claim told?"""

from datetime import date
from decimal import Decimal

from complaintkit.model.encounter import Direction, Encounter
from complaintkit.model.review import Remark, Severity
from complaintkit.rules.check.claims_words import ClaimsWords
from complaintkit.rules.check.record_facts import Known
from complaintkit.rules.sentences import plain_date

CONTRADICTED, UNSUPPORTED = "contradicted", "unsupported"
_LONGEST_WHAT = 60


def what_of(words: ClaimsWords, known: Known) -> str:
    """Name an entry in a few words: “the call with Devon”, “the offer”."""
    source = known.source
    if isinstance(source, Encounter):
        way = words.names[source.channel.value]
        theirs = source.direction is Direction.IN and f"their-{source.channel.value}" in words.names
        way = words.names[f"their-{source.channel.value}"] if theirs else way
        return f"{way} {words.names['with']} {known.name}" if known.name and not theirs else way
    if known.kind == "event":
        what = known.texts[0] if known.texts else ""
        short = (
            what if len(what) <= _LONGEST_WHAT else what[:_LONGEST_WHAT].rsplit(" ", 1)[0] + " …"
        )
        return f"“{short}”" if short else words.names["event"]
    return words.names[known.kind]


def told(fact: date | Decimal | str, currency: str = "") -> str:
    """Write a fact of the log as a reason tells it."""
    if isinstance(fact, date):
        return plain_date(fact)
    return f"{fact} {currency}".strip() if isinstance(fact, Decimal) else fact


def contradicted(
    quote: str, start: int, reason: str, suggestion: str, known: Known, *, is_rewording: bool = True
) -> Remark:
    """Return the remark that a claim is not what an entry of the log says."""
    return Remark(
        kind=CONTRADICTED,
        severity=Severity.ERROR,
        start=start,
        end=start + len(quote),
        quote=quote,
        reason=reason,
        suggestion=suggestion,
        is_rewording=is_rewording,
        entry=known.seq,
        exhibit=known.exhibits[0] if known.exhibits else None,
    )


def unsupported(quote: str, start: int, reason: str, suggestion: str) -> Remark:
    """Return the remark that the log knows nothing of a claim."""
    return Remark(
        kind=UNSUPPORTED,
        severity=Severity.WARNING,
        start=start,
        end=start + len(quote),
        quote=quote,
        reason=reason,
        suggestion=suggestion,
        is_rewording=False,
    )
