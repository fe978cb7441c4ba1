"""How are an entry and its facts called in a reason?"""

from collections.abc import Sequence

from complaintkit.model.encounter import Direction, Encounter
from complaintkit.rules.check.claims.record import Known
from complaintkit.rules.check.claims.words import ClaimsWords

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


def numbered(entries: Sequence[int], most: int = 6) -> str:
    """Write the numbers of entries: “#2, #4, #5”; of many the first and the last."""
    names = [f"#{one}" for one in entries]
    if len(names) > most:
        return f"{names[0]} … {names[-1]}"
    return ", ".join(names)
